#include "view/seats.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "seats_words.h"
#include "view/widgets.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CHROME_ROWS = 2, MARK_COLS = 2, NAME_MOST = 16, LABEL_MOST = 14, GAP = 2, TALL_ROWS = 18, FACTS_TALL = 4 };

/* From the top: the rows of the tables, and the one under the bar in words. */
struct layout {
	struct rect tables, facts;
	int label, cell; /* columns */
	size_t across;
};

static int cols_of(const char *text)
{
	return text_cols(text, strlen(text));
}

static int widest(int most, int now, const char *text)
{
	int cols = cols_of(text);

	return cols > most ? most : cols > now ? cols : now;
}

static const char *group_name(const struct seat_group *group, struct name *name)
{
	if (!group->table)
		return _("no seat");
	*name = table_name(group->table);
	return name->text;
}

static struct layout lay_out(const struct seats_view *view, int rows, int cols)
{
	int facts = rows >= TALL_ROWS ? FACTS_TALL : 1;
	struct layout at = { { 2, 1, rows - CHROME_ROWS - 2 - facts, cols - 2 }, { rows - CHROME_ROWS - facts, 1, facts, cols - 2 }, 0, 0, 1 };
	struct name name;

	for (size_t g = 0; g < view->sheet->len; g++) {
		const struct seat_group *group = &view->sheet->groups[g];
		at.label = widest(LABEL_MOST, at.label, group_name(group, &name));
		for (size_t i = 0; i < group->len; i++)
			at.cell = widest(NAME_MOST, at.cell, group->guests[i].person->name);
	}
	at.label += GAP + 5;
	at.cell += MARK_COLS + GAP;
	if (at.tables.cols - at.label >= 2 * at.cell)
		at.across = (size_t)((at.tables.cols - at.label) / at.cell);
	return at;
}

size_t seats_view_across(const struct seats_view *view, int cols)
{
	return lay_out(view, TALL_ROWS, cols).across;
}

/* --- the tables ------------------------------------------------------------------------------------------------------- */

static int rows_of(const struct seat_group *group, size_t across)
{
	return group->len ? (int)((group->len + across - 1) / across) : 1;
}

/* Rows that lie above the first one shown, so that the bar is seen. */
static int scroll(const struct seats_view *view, const struct layout *at)
{
	int bar = 0;

	for (size_t g = 0; g < view->group && g < view->sheet->len; g++)
		bar += rows_of(&view->sheet->groups[g], at->across);
	bar += (int)(view->place / at->across);
	return bar >= at->tables.rows ? bar - at->tables.rows + 1 : 0;
}

static void draw_guest(struct canvas *canvas, int row, int col, int cols, const struct seats_view *view,
		       const struct seat_guest *guest, bool under_bar)
{
	bool held = strcmp(view->held, guest->person->id) == 0;
	enum style style = under_bar ? STYLE_FOCUS : held ? STYLE_WARN : STYLE_PLAIN;
	char name[1024];

	if (under_bar)
		canvas_fill(canvas, (struct rect){ row, col, 1, cols - 1 }, style);
	/* A sign for each, so that no colour has to be seen. */
	canvas_text(canvas, row, col, MARK_COLS, style, held ? "^" : under_bar ? ">" : "");
	snprintf(name, sizeof name, "%s%s", guest->person->name, guest->seat && guest->seat->fixed ? "*" : "");
	canvas_text(canvas, row, col + MARK_COLS, cols - MARK_COLS - 1, style, name);
}

static void draw_label(struct canvas *canvas, int row, const struct layout *at, const struct seat_group *group, bool has_bar)
{
	struct name name;
	char count[24];

	canvas_text(canvas, row, at->tables.col, at->label - GAP - 4, has_bar ? STYLE_STRONG : STYLE_LABEL, group_name(group, &name));
	snprintf(count, sizeof count, "%zu", group->len);
	canvas_text_right(canvas, row, at->tables.col + at->label - GAP - 4, 4, STYLE_LABEL, count);
}

static void draw_group(struct canvas *canvas, int top, const struct layout *at, const struct seats_view *view, size_t g)
{
	const struct seat_group *group = &view->sheet->groups[g];
	bool has_bar = g == view->group;
	int first = at->tables.row, last = first + at->tables.rows;

	if (top >= first && top < last)
		draw_label(canvas, top, at, group, has_bar);
	if (has_bar && !group->len && top >= first && top < last)
		canvas_text(canvas, top, at->tables.col + at->label, MARK_COLS, STYLE_FOCUS, ">");
	for (size_t i = 0; i < group->len; i++) {
		int row = top + (int)(i / at->across), col = at->tables.col + at->label + (int)(i % at->across) * at->cell;
		if (row >= first && row < last)
			draw_guest(canvas, row, col, at->cell, view, &group->guests[i], has_bar && i == view->place);
	}
}

/* --- all of it -------------------------------------------------------------------------------------------------------- */

static void draw_header(struct canvas *canvas, const struct seats_view *view)
{
	const struct run_item *item = run_current(view->run);
	struct buf title = { 0 }, right = { 0 };

	buf_addf(&title, _("Seats: %s"), workbook_workshop(view->book)->title);
	if (view->rounds > 1)
		buf_addf(&right, _("round %" PRId64 " of %" PRId64), view->round, view->rounds);
	if (item)
		buf_addf(&right, "%s%s", right.len ? "  " : "", words_remaining(item).text);
	widget_header_marked(canvas, 0, words_rehearsal(view->book).text, buf_text(&title), buf_text(&right));
	buf_done(&title);
	buf_done(&right);
}

static void draw_facts(struct canvas *canvas, struct rect area, const struct seats_view *view)
{
	struct buf words = { 0 };

	seats_say_guest(view, area.rows > 1 ? "\n" : "  ", &words);
	widget_paragraph(canvas, area, STYLE_PLAIN, buf_text(&words));
	buf_done(&words);
}

void seats_view_draw(struct canvas *canvas, const struct seats_view *view)
{
	struct layout at = lay_out(view, canvas->rows, canvas->cols);
	int top = at.tables.row - scroll(view, &at);

	draw_header(canvas, view);
	for (size_t g = 0; g < view->sheet->len; g++) {
		draw_group(canvas, top, &at, view, g);
		top += rows_of(&view->sheet->groups[g], at.across);
	}
	draw_facts(canvas, at.facts, view);
}
