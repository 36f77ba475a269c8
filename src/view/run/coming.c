#include "coming.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "widgets/columns.h"

#include <stdio.h>
#include <string.h>

enum { TITLE_LEAST = 8, TITLE_MOST = 400, HEADED_ROWS = 4 };
enum place { BEGINS, PLANNED, MINUTES, TITLE, PLACES };

/* One row: a step, or the end. */
struct coming {
	int64_t forecast_ms, planned_ms;
	int64_t minutes; /* -1: not said */
	struct name title;
	enum style style;
};

static size_t first_coming(const struct run *run)
{
	return run->current < run->len ? run->current + 1 : run->next;
}

/* Steps that were passed over have no forecast and do not come. */
static bool comes(const struct run_item *item)
{
	return item->status == ITEM_WAITING && item->forecast_start_ms;
}

int coming_rows(const struct run *run)
{
	int rows = 2;

	for (size_t i = first_coming(run); i < run->len; i++)
		rows += comes(&run->items[i]);
	return run->state == RUN_ENDED ? 0 : rows;
}

static struct coming coming_item(const struct run_item *item)
{
	return (struct coming){
		.forecast_ms = item->forecast_start_ms,
		.planned_ms = item->planned_start_ms,
		.minutes = item->open_ended ? -1 : (item->planned_ms + item->adjust_ms) / 60000,
		.title = step_name(item->item),
		.style = item->squeezed ? STYLE_WARN : STYLE_PLAIN,
	};
}

static struct coming coming_end(const struct run *run)
{
	struct coming coming = { run->forecast_end_ms, run->planned_end_ms, -1, { "" }, STYLE_LABEL };

	snprintf(coming.title.text, sizeof coming.title.text, "%s", _("end"));
	return coming;
}

/* Shown only where the clock on the wall would read another time. */
static struct words planned_words(const struct run *run, const struct coming *coming)
{
	bool same = coming->planned_ms / 60000 == coming->forecast_ms / 60000;

	return words_time(same ? 0 : coming->planned_ms, run->planned_start_ms);
}

static void widen(struct column columns[PLACES], const struct run *run, const struct coming *coming)
{
	struct words planned = planned_words(run, coming);

	column_widen(&columns[BEGINS], words_time(coming->forecast_ms, run->planned_start_ms).text);
	column_widen(&columns[PLANNED], planned.text);
	if (*planned.text)
		column_widen(&columns[PLANNED], columns[PLANNED].heading);
}

static void draw_coming(struct canvas *canvas, struct rect row, const struct column columns[PLACES],
			const struct run *run, const struct coming *coming)
{
	char minutes[24] = "";

	if (coming->minutes >= 0)
		snprintf(minutes, sizeof minutes, "%d", (int)coming->minutes);
	column_text(canvas, row, columns, BEGINS, STYLE_STRONG,
		    words_time(coming->forecast_ms, run->planned_start_ms).text);
	column_text(canvas, row, columns, PLANNED, STYLE_LABEL, planned_words(run, coming).text);
	column_text(canvas, row, columns, MINUTES, STYLE_PLAIN, minutes);
	column_text(canvas, row, columns, TITLE, coming->style, coming->title.text);
}

static void fit_columns(struct column columns[PLACES], const struct run *run, int cols)
{
	struct coming coming = coming_end(run);

	widen(columns, run, &coming);
	for (size_t i = first_coming(run); i < run->len; i++) {
		coming = coming_item(&run->items[i]);
		if (comes(&run->items[i]))
			widen(columns, run, &coming);
	}
	column_widen(&columns[BEGINS], columns[BEGINS].heading);
	column_widen(&columns[MINUTES], columns[MINUTES].heading);
	columns_fit(columns, PLACES, TITLE, TITLE_LEAST, TITLE_MOST, cols);
}

/* As many steps as there are rows for; the last row is the end, or says how many there was no row for. */
static void draw_steps(struct canvas *canvas, struct rect area, const struct column columns[PLACES],
		       const struct run *run)
{
	int room = coming_rows(run) - 1 > area.rows ? area.rows - 1 : area.rows, shown = 0, left = 0;
	struct coming end = coming_end(run);
	struct rect row = { area.row, area.col, 1, area.cols };
	char more[64];

	for (size_t i = first_coming(run); i < run->len; i++) {
		struct coming coming = coming_item(&run->items[i]);
		if (!comes(&run->items[i]))
			continue;
		if (shown == room) {
			left++;
			continue;
		}
		draw_coming(canvas, row, columns, run, &coming);
		row.row++;
		shown++;
	}
	snprintf(more, sizeof more, _("... and %d more"), left);
	if (left)
		canvas_text(canvas, row.row, row.col, row.cols, STYLE_LABEL, more);
	else if (shown < area.rows)
		draw_coming(canvas, row, columns, run, &end);
}

/* In few rows the times say by themselves what they are. */
void coming_draw(struct canvas *canvas, struct rect area, const struct run *run)
{
	struct column columns[PLACES] = {
		[BEGINS] = { _("begins"), 0, true },
		[PLANNED] = { _("planned"), 0, true },
		[MINUTES] = { C_("column", "min"), 3, true },
		[TITLE] = { _("steps to come"), 0, false },
	};

	if (area.rows < 1 || run->state == RUN_ENDED)
		return;
	fit_columns(columns, run, area.cols);
	if (area.rows >= HEADED_ROWS) {
		columns_headings(canvas, (struct rect){ area.row, area.col, 1, area.cols }, columns, PLACES);
		area.row++;
		area.rows--;
	}
	draw_steps(canvas, area, columns, run);
}
