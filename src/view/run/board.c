#include "board.h"

#include "base/i18n.h"
#include "domain/tally.h"
#include "engine/plenary.h"
#include "engine/rounds.h"
#include "readiness.h"
#include "view/widgets.h"
#include "widgets/columns.h"

#include <stdio.h>
#include <string.h>

enum { MARK_COLS = 2, NAME_LEAST = 6 };
enum place { NUMBER, NAME, SCRIBE, STATE, OFFERS, STEPS, NOTES, FORMAL, INFORMAL, MIXED, PLACES };

struct board {
	const struct run_view *view;
	struct plenary plenary;
	struct column columns[PLACES];
};

static bool holds(const int64_t *numbers, size_t len, int64_t number)
{
	for (size_t i = 0; i < len; i++) {
		if (numbers[i] == number)
			return true;
	}
	return false;
}

static const char *scribe_word(const struct run_view *view, int64_t number)
{
	if (holds(view->stopped, view->stopped_len, number))
		return C_("scribe", "stopped");
	return holds(view->scribes, view->scribes_len, number) ? C_("scribe", "here") : "-";
}

/* Those who wait are counted in the order of telling: it shows what was swapped, and who comes next. */
static void say_turn(const struct plenary *plenary, const struct table *table, char text[READINESS_LEN])
{
	size_t place = 0, waiting = 1;

	for (; place + 1 < plenary->len && plenary->turns[place].table != table; place++)
		waiting += plenary->turns[place].turn == TURN_WAITING;
	switch (plenary->turns[place].turn) {
	case TURN_WAITING:
		snprintf(text, READINESS_LEN, _("waiting %zu"), waiting);
		break;
	case TURN_NOW:
		snprintf(text, READINESS_LEN, "%s", C_("turn", "telling"));
		break;
	case TURN_DONE:
		snprintf(text, READINESS_LEN, "%s", C_("turn", "has told"));
		break;
	case TURN_PASSED:
		snprintf(text, READINESS_LEN, "%s", C_("turn", "passes"));
		break;
	}
}

/* Whose turn it is, while tables tell their stories; else how far it is. */
static void say_state(const struct board *board, size_t index, char text[READINESS_LEN])
{
	if (board->plenary.len)
		say_turn(&board->plenary, &board->view->book->tables.at[index], text);
	else
		readiness_say_state(board->view->run, index, text);
}

static void name_columns(struct column columns[PLACES])
{
	const struct column named[PLACES] = {
		[NUMBER] = { "", 0, true },
		[NAME] = { _("table"), 0, false },
		[SCRIBE] = { C_("column", "scribe"), 0, false },
		[STATE] = { C_("column", "state"), 0, false },
		[OFFERS] = { C_("column", "offers"), 3, true },
		[STEPS] = { C_("column", "steps"), 3, true },
		[NOTES] = { C_("column", "notes"), 3, true },
		[FORMAL] = { "F", 2, true },
		[INFORMAL] = { "I", 2, true },
		[MIXED] = { "M", 2, true },
	};

	memcpy(columns, named, sizeof named);
	for (size_t i = 0; i < PLACES; i++)
		column_widen(&columns[i], columns[i].heading);
}

static void fit_columns(struct board *board, int cols)
{
	const struct table_list *tables = &board->view->book->tables;
	struct column name = board->columns[NAME];
	char number[24], state[READINESS_LEN];

	for (size_t i = 0; i < tables->len; i++) {
		snprintf(number, sizeof number, "%d", (int)tables->at[i].number);
		column_widen(&board->columns[NUMBER], number);
		column_widen(&name, table_label(&tables->at[i]).text);
	}
	column_widen(&board->columns[SCRIBE], C_("scribe", "here"));
	if (board->view->stopped_len)
		column_widen(&board->columns[SCRIBE], C_("scribe", "stopped"));
	for (unsigned i = 0; i < codes_table_state.len; i++)
		column_widen(&board->columns[STATE], code_label(&codes_table_state, i));
	for (size_t i = 0; i < tables->len; i++) {
		say_state(board, i, state);
		column_widen(&board->columns[STATE], state);
	}
	columns_fit(board->columns, PLACES, NAME, NAME_LEAST, name.cols, cols);
}

static void draw_number(struct canvas *canvas, struct rect area, const struct board *board, enum place place,
			enum style style, size_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", number);
	column_text(canvas, area, board->columns, place, style, text);
}

static void draw_counts(struct canvas *canvas, struct rect area, const struct board *board, const struct tally *tally,
			enum style style)
{
	const struct {
		enum place place;
		size_t count;
		enum style style;
	} counts[] = {
		{ OFFERS, tally->offers, style },
		{ STEPS, tally->steps, style },
		{ NOTES, tally->notes, style },
		{ FORMAL, tally->formal, STYLE_FORMAL },
		{ INFORMAL, tally->informal, STYLE_INFORMAL },
		{ MIXED, tally->mixed, STYLE_MIXED },
	};

	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
		draw_number(canvas, area, board, counts[i].place, counts[i].style, counts[i].count);
}

static void draw_table(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct board *board = ctx;
	const struct run_view *view = board->view;
	const struct table *table = &view->book->tables.at[index];
	struct tally tally = tally_of(view->book, table->id);
	char state[READINESS_LEN];

	draw_number(canvas, area, board, NUMBER, style, (size_t)table->number);
	column_text(canvas, area, board->columns, NAME, style, table_label(table).text);
	column_text(canvas, area, board->columns, SCRIBE, style, scribe_word(view, table->number));
	say_state(board, index, state);
	column_text(canvas, area, board->columns, STATE, style, state);
	draw_counts(canvas, area, board, &tally, style);
}

void board_draw(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	struct list_view list = { .len = view->book->tables.len, .selected = view->bar, .focused = true };
	struct rect headings = { area.row, area.col + MARK_COLS, 1, area.cols - MARK_COLS };
	struct rect rows = { area.row + 1, area.col, area.rows - 1, area.cols };
	struct arena arena = { 0 };
	struct board board = { .view = view };

	if (area.rows < 2)
		return;
	if (!list.len) {
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, _("This workshop has no tables."));
		return;
	}
	board.plenary = plenary_of(view->book, view->run, &arena);
	name_columns(board.columns);
	fit_columns(&board, headings.cols);
	columns_headings(canvas, headings, board.columns, PLACES);
	widget_list(canvas, rows, &list, draw_table, &board);
	arena_done(&arena);
}
