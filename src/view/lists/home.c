#include "view/home.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/run.h"
#include "engine/spent.h"
#include "engine/words.h"
#include "view/widgets.h"
#include "widgets/columns.h"
#include "widgets/hints.h"

#include <stdio.h>
#include <string.h>

enum { MARK_COLS = 2, TITLE_LEAST = 8, TITLE_MOST = 400, CHROME_ROWS = 2, SAID_MOST = 4 };
enum { NARROW_COLS = 60, AIRY_ROWS = 18, TEXT_LEN = 512 };
enum { WEEKDAYS = 7, DAY_MS = 86400000 };
enum place { DATE, STATE, TITLE, TABLES, PLACES };

struct list {
	const struct home_view *view;
	struct column columns[PLACES];
	bool narrow;
};

static enum run_state state_of(const struct home_view *view, size_t index)
{
	return view->lines[index].state;
}

static bool is_rehearsed(const struct home_view *view, size_t index)
{
	return index < view->outline->workshops.len &&
	       strcmp(view->outline->workshops.at[index].id, view->rehearsed) == 0;
}

static const char *state_word(const struct home_view *view, size_t index)
{
	return is_rehearsed(view, index) ? C_("workshop", "rehearsal") : words_run_state(state_of(view, index));
}

/* What to do next, with the key that does it. */
static void say_next(const struct home_view *view, char *text, size_t size)
{
	char create[HINT_KEYS_LEN], create_next[HINT_KEYS_LEN], open[HINT_KEYS_LEN];

	hint_keys(CMD_home_create, true, create);
	hint_keys(CMD_home_create_next, true, create_next);
	hint_keys(CMD_home_open, true, open);
	if (!view->outline->workshops.len) {
		snprintf(text, size,
			 _("There is no workshop yet. %s makes one.\nTo look around in one that is made up: yoriai demo"),
			 create);
		return;
	}
	if (is_rehearsed(view, view->bar)) {
		snprintf(text, size, _("It is being rehearsed.\n%s joins the rehearsal; nothing of it is kept."), open);
		return;
	}
	switch (state_of(view, view->bar)) {
	case RUN_PLANNED:
		snprintf(text, size,
			 _("%s opens the facilitator’s console.\nA second terminal shows the room: yoriai audience"),
			 open);
		break;
	case RUN_RUNNING:
	case RUN_PAUSED:
		snprintf(text, size,
			 _("It is running. %s goes on with it.\nA table records with: yoriai scribe --table 1"), open);
		break;
	case RUN_ENDED:
		snprintf(text, size, _("It is over. Write its report with: yoriai report\n%s makes the next one from it."),
			 create_next);
		break;
	}
}

/* How the one before it went, for who plans the next. */
static void add_last_time(const struct home_view *view, struct buf *out)
{
	const struct workshop_list *workshops = &view->outline->workshops;
	const struct workshop *before = NULL;
	struct workbook part = { 0 };
	struct arena arena = { 0 };
	struct run run;

	if (view->bar < workshops->len && state_of(view, view->bar) == RUN_PLANNED)
		before = spent_previous(view->outline, workshops->at[view->bar].id);
	if (!before)
		return;
	workbook_part(view->outline, before->id, &part);
	run_fold(&part, (struct moment){ .wall_ms = view->now_ms }, &arena, &run);
	struct spent spent = spent_in_all(&run);
	if (spent.state == SPENT_HELD)
		buf_addf(out, _("\n%s (%s)"), spent_last_time_words(&spent).text, before->title);
	arena_done(&arena);
	workbook_done(&part);
}

/* In a narrow list the day and the time are enough. */
static void say_date(int64_t start_ms, bool narrow, char *text, size_t size)
{
	static const char *const days[] = { N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
					    N_("Thu"), N_("Fri"), N_("Sat") };
	struct calendar at = calendar_of(start_ms);

	if (!start_ms)
		snprintf(text, size, "%s", _("no date yet"));
	else if (narrow)
		snprintf(text, size, "%02d-%02d %02d:%02d", at.month, at.day, at.hour, at.minute);
	else
		snprintf(text, size, "%04d-%02d-%02d (%s) %02d:%02d", at.year, at.month, at.day, _(days[at.weekday]),
			 at.hour, at.minute);
}

/* What goes on now is marked by its style too, beyond its word. */
static enum style state_style(enum run_state state)
{
	return state == RUN_RUNNING || state == RUN_PAUSED ? STYLE_GOOD : STYLE_PLAIN;
}

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct list *list = ctx;
	const struct workshop *workshop = &list->view->outline->workshops.at[index];
	enum run_state state = state_of(list->view, index);
	char date[64], tables[16];

	say_date(workshop->start_ms, list->narrow, date, sizeof date);
	snprintf(tables, sizeof tables, "%zu", list->view->lines[index].tables);
	column_text(canvas, area, list->columns, DATE, style, date);
	column_text(canvas, area, list->columns, STATE, state_style(state), state_word(list->view, index));
	column_text(canvas, area, list->columns, TITLE, state == RUN_RUNNING ? STYLE_STRONG : style, workshop->title);
	column_text(canvas, area, list->columns, TABLES, style, tables);
}

/* One date of each weekday speaks for all of them: there may be a thousand. */
static void widen_date(struct list *list)
{
	const struct workshop_list *workshops = &list->view->outline->workshops;
	bool is_said[1 + WEEKDAYS] = { false };
	char date[64];

	for (size_t i = 0; i < workshops->len; i++) {
		int64_t start_ms = workshops->at[i].start_ms;
		bool *said = &is_said[start_ms > 0 ? 1 + start_ms / DAY_MS % WEEKDAYS : 0];
		if (*said)
			continue;
		*said = true;
		say_date(start_ms, list->narrow, date, sizeof date);
		column_widen(&list->columns[DATE], date);
	}
}

static void fit_columns(struct list *list, int cols)
{
	const struct column columns[PLACES] = {
		[DATE] = { _("begins"), 0, false },
		[STATE] = { C_("column", "state"), 0, false },
		[TITLE] = { C_("column", "workshop"), 0, false },
		[TABLES] = { C_("column", "tables"), 0, true },
	};

	memcpy(list->columns, columns, sizeof columns);
	for (size_t i = 0; i < PLACES; i++)
		column_widen(&list->columns[i], columns[i].heading);
	widen_date(list);
	if (*list->view->rehearsed)
		column_widen(&list->columns[STATE], C_("workshop", "rehearsal"));
	for (enum run_state state = RUN_PLANNED; state <= RUN_ENDED; state++)
		column_widen(&list->columns[STATE], words_run_state(state));
	columns_fit(list->columns, PLACES, TITLE, TITLE_LEAST, TITLE_MOST, cols);
}

static void draw_list(struct canvas *canvas, struct rect area, const struct home_view *view)
{
	struct list_view rows = { .selected = view->bar, .len = view->outline->workshops.len, .focused = true };
	struct rect headings = { area.row, area.col + MARK_COLS, 1, area.cols - MARK_COLS };
	struct list list = { .view = view, .narrow = area.cols < NARROW_COLS };

	if (!rows.len)
		return;
	fit_columns(&list, headings.cols);
	canvas_fill(canvas, (struct rect){ area.row, area.col, 1, area.cols }, STYLE_PLAIN);
	columns_headings(canvas, headings, list.columns, PLACES);
	widget_list_again(canvas, (struct rect){ area.row + 1, area.col, area.rows - 1, area.cols }, &rows, draw_row, &list, view->drawn);
}

void home_view_draw(struct canvas *canvas, const struct home_view *view)
{
	int air = canvas->rows >= AIRY_ROWS;
	struct rect next = { 1 + air, 1, 0, canvas->cols - 2 };
	char text[TEXT_LEN];
	struct buf words = { 0 };

	say_next(view, text, sizeof text);
	buf_add_text(&words, text);
	add_last_time(view, &words);
	widget_header(canvas, 0, _("yoriai: workshops"), words_time(view->now_ms, view->now_ms).text);
	int said = widget_paragraph_rows(buf_text(&words), next.cols);
	next.rows = said < SAID_MOST ? said : SAID_MOST;
	canvas_fill(canvas, (struct rect){ 1, 0, next.rows + 2 * air, canvas->cols }, STYLE_PLAIN);
	widget_paragraph(canvas, next, STYLE_STRONG, buf_text(&words));
	next.row += next.rows + air;
	next.rows = canvas->rows - CHROME_ROWS - next.row;
	draw_list(canvas, next, view);
	buf_done(&words);
}
