#include "seats.h"

#include "base/mem.h"
#include "screens/screens.h"
#include "world/seating.h"

#include <stdlib.h>
#include <string.h>

/* --- the bar ---------------------------------------------------------------------------------------------------------- */

static void go_left(struct console *console)
{
	struct seats *seats = seats_of(console);

	seats->place -= seats->place > 0;
	seats_look(console);
}

static void go_right(struct console *console)
{
	struct seats *seats = seats_of(console);

	seats->place += seats->place + 1 < seats_group(seats)->len;
	seats_look(console);
}

/* Within the names of a table row by row, then to the last row of the table above. */
static void go_up(struct console *console)
{
	struct seats *seats = seats_of(console);
	size_t column = seats->place % seats->across;

	if (seats->place >= seats->across) {
		seats->place -= seats->across;
	} else if (seats->group) {
		size_t len = seats->sheet.groups[--seats->group].len;
		seats->place = len ? (len - 1) / seats->across * seats->across + column : 0;
		if (len && seats->place >= len)
			seats->place = len - 1;
	}
	seats_look(console);
}

static void go_down(struct console *console)
{
	struct seats *seats = seats_of(console);
	size_t column = seats->place % seats->across, len = seats_group(seats)->len, row = seats->place / seats->across;

	if (len && row < (len - 1) / seats->across) {
		seats->place = seats->place + seats->across < len ? seats->place + seats->across : len - 1;
	} else if (seats->group + 1 < seats->sheet.len) {
		len = seats->sheet.groups[++seats->group].len;
		seats->place = column < len ? column : len ? len - 1 : 0;
	}
	seats_look(console);
}

/* It stays with the person, wherever they sit now; else where it was. */
static void follow_bar(struct seats *seats)
{
	if (seats->group >= seats->sheet.len)
		seats->group = seats->sheet.len - 1;
	for (size_t g = 0; *seats->barred && g < seats->sheet.len; g++) {
		for (size_t i = 0; i < seats->sheet.groups[g].len; i++) {
			if (strcmp(seats->sheet.groups[g].guests[i].person->id, seats->barred) != 0)
				continue;
			seats->group = g;
			seats->place = i;
			return;
		}
	}
	size_t len = seats_group(seats)->len;
	if (seats->place >= len)
		seats->place = len ? len - 1 : 0;
}

/* --- life ------------------------------------------------------------------------------------------------------------- */

static void refresh(struct console *console)
{
	struct seats *seats = seats_of(console);

	arena_done(&seats->arena);
	seats->sheet = seat_sheet_of(&console->book, seats->round, &seats->arena);
	follow_bar(seats);
	seats_look(console);
}

static void go_round(struct console *console, int64_t by)
{
	struct seats *seats = seats_of(console);
	int64_t round = seats->round + by;

	if (round < 1 || round > seat_sheet_rounds(&console->book))
		return;
	seats->round = round;
	refresh(console);
}

static void next_round(struct console *console)
{
	go_round(console, 1);
}

static void round_before(struct console *console)
{
	go_round(console, -1);
}

static void *open_seats(struct console *console)
{
	struct seats *seats = mem_new(1, sizeof *seats);
	int64_t now = seat_sheet_round_now(&console->run), rounds = seat_sheet_rounds(&console->book);
	struct fault fault = { "" };

	console->state = seats;
	seats->across = 1;
	seats->round = now < rounds ? now : rounds;
	if (seating_load_past(console->app, &console->book, &seats->past, &fault) != ST_OK)
		console_complain(console, &fault);
	refresh(console);
	/* Where nobody sits yet, the table of those without a seat comes first. */
	if (!seats->sheet.seated)
		seats->group = seats->sheet.len - 1;
	seats_look(console);
	/* Somebody may have written between the two readings, which the store now takes for known. */
	console->effects.reload = true;
	return seats;
}

static void close_seats(void *state)
{
	struct seats *seats = state;

	arena_done(&seats->arena);
	workbook_done(&seats->past);
	desk_done(&seats->desk);
	free(seats);
}

static void written(struct console *console)
{
	desk_written(&seats_of(console)->desk, console);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	struct seats *seats = seats_of(console);
	const struct seats_view view = {
		.book = &console->book,
		.run = &console->run,
		.sheet = &seats->sheet,
		.round = seats->round,
		.rounds = seat_sheet_rounds(&console->book),
		.group = seats->group,
		.place = seats->place,
		.held = seats->held,
		.met = seats->met,
	};

	seats->across = seats_view_across(&view, canvas->cols);
	seats_view_draw(canvas, &view);
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_seats_take] = seats_take,     [CMD_seats_swap] = seats_swap,
	[CMD_seats_reseat] = seats_reseat, [CMD_seats_absent] = seats_absent,
	[CMD_seats_came] = seats_came,     [CMD_seats_fix] = seats_fix,
	[CMD_seats_undo] = seats_undo,     [CMD_seats_redo] = seats_redo,
	[CMD_seats_anew] = seats_anew,     [CMD_seats_move] = seats_move,
	[CMD_seats_let_go] = seats_let_go, [CMD_seats_next_round] = next_round,
	[CMD_seats_left] = go_left,        [CMD_seats_round_before] = round_before,
	[CMD_seats_right] = go_right,      [CMD_seats_up] = go_up,
	[CMD_seats_down] = go_down,        [CMD_seats_find] = find_open,
	[CMD_seats_find_next] = find_next, [CMD_seats_find_before] = find_before,
};

const struct screen screen_seats = {
	.name = "seats",
	.scope = AT_seats,
	.reach = { .reach = REACH_PRIVATE },
	.open = open_seats,
	.close = close_seats,
	.refresh = refresh,
	.written = written,
	.handlers = handlers,
	.draw = draw,
	.list = &seats_list,
};
