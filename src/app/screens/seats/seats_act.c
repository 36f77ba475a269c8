/* seats_act.c - the screen of seats: what the hands do. Nothing here asks back: everything can be taken back. */
#include "seats.h"

#include "base/i18n.h"
#include "world/seating.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_down(struct console *console, const char *done)
{
	desk_write(&seats_of(console)->desk, console, WRITING_CHANGE, done);
}

static void let_go(struct seats *seats)
{
	seats->held[0] = '\0';
}

/* --- one person ------------------------------------------------------------------------------------------------------- */

/* To a table, or to those without a seat. */
static void put(struct console *console, const struct seat_guest *guest, const struct table *table)
{
	struct batch *batch = &console->effects.batch;

	if (table)
		seat_move(&console->book, guest->person->id, seats_of(console)->round, table->id, batch);
	else if (guest->seat)
		seat_give_up(&console->book, guest->seat, batch);
}

static const struct table *table_of(const struct console *console, const struct seat_guest *guest)
{
	return guest->seat ? workbook_table_by_id(&console->book, guest->seat->table) : NULL;
}

void seats_take(struct console *console)
{
	struct seats *seats = seats_of(console);
	const struct seat_guest *held = seats_held(seats), *guest = seats_guest(seats);

	if (!held && guest) {
		snprintf(seats->held, sizeof seats->held, "%s", guest->person->id);
		return;
	}
	if (!held)
		return;
	/* The bar goes with the one put down. */
	snprintf(seats->barred, sizeof seats->barred, "%s", seats->held);
	put(console, held, seats_group(seats)->table);
	let_go(seats);
	write_down(console, _("Put down."));
}

void seats_let_go(struct console *console)
{
	let_go(seats_of(console));
}

void seats_swap(struct console *console)
{
	struct seats *seats = seats_of(console);
	const struct seat_guest *held = seats_held(seats), *guest = seats_guest(seats);

	if (!held || !guest || held == guest) {
		console_say(console, "%s", _("Take somebody up first (Enter), then go to whom they change places with."));
		return;
	}
	put(console, held, table_of(console, guest));
	put(console, guest, table_of(console, held));
	let_go(seats);
	write_down(console, _("They have changed places."));
}

static void accept_table(struct console *console, const char *text)
{
	const struct seat_guest *guest = seats_guest(seats_of(console));
	struct fault fault = { "" };
	char *end;
	long number = strtol(text, &end, 10);
	const struct table *table = *end ? NULL : workbook_table(&console->book, number);

	if (!*text || !guest)
		return;
	if (!table) {
		fault_set(&fault, ST_INVALID, _("There is no table “%s”."), text);
		console_complain(console, &fault);
		return;
	}
	put(console, guest, table);
	write_down(console, _("Put down."));
}

void seats_move(struct console *console)
{
	if (seats_guest(seats_of(console)))
		console_ask(console, _("To which table? Its number"), "", accept_table);
}

/* --- from this round on ----------------------------------------------------------------------------------------------- */

void seats_fix(struct console *console)
{
	struct seats *seats = seats_of(console);
	const struct seat_guest *guest = seats_guest(seats);
	const struct workbook *book = &console->book;

	if (!guest || !guest->seat) {
		console_say(console, "%s", _("Who has no seat cannot be fixed to one."));
		return;
	}
	for (int64_t round = seats->round; round <= seat_sheet_rounds(book); round++) {
		const struct seat *seat = seat_find(book, guest->person->id, round);
		if (!seat)
			continue;
		if (!guest->seat->fixed)
			seat_move(book, guest->person->id, round, guest->seat->table, &console->effects.batch);
		seat_fix(book, seat, !guest->seat->fixed, &console->effects.batch);
	}
	write_down(console, guest->seat->fixed ? _("A new seating may move them.") : _("They stay at this table."));
}

void seats_absent(struct console *console)
{
	struct seats *seats = seats_of(console);
	const struct seat_guest *guest = seats_guest(seats);

	if (!guest || !guest->seat)
		return;
	for (int64_t round = seats->round; round <= seat_sheet_rounds(&console->book); round++) {
		const struct seat *seat = seat_find(&console->book, guest->person->id, round);
		if (seat)
			seat_give_up(&console->book, seat, &console->effects.batch);
	}
	seats->barred[0] = '\0';
	let_go(seats);
	write_down(console, _("Their seat is free. r makes the tables even again."));
}

/* --- everybody -------------------------------------------------------------------------------------------------------- */

/* So far that nobody waits for it, whatever the room. */
enum { MOVES = 600000 };

static enum status search(struct console *console, const struct seat_request *request, int64_t *ret_moved, struct fault *fault)
{
	const struct seating_effort effort = { .moves = MOVES };
	struct arena arena = { 0 };
	struct seat_plan plan;
	enum status st = seat_plan_of(&console->book, request, &arena, &plan, fault);

	if (st == ST_OK) {
		struct seating *seating = seating_new(&plan.problem);
		seating_run(console->app->env, &effort, &plan.problem, seating);
		const struct seating_best best = seating_best(seating);
		*ret_moved = seat_score_of(&plan, best.at).moved;
		if (seat_keeps_rules(&plan, best.at))
			seat_write(&plan, best.at, console->app->env, &console->effects.batch);
		else
			st = fault_set(fault, ST_REFUSED, _("Nothing was written down: %s"),
				       seat_unmet_of(&plan, best.at, &arena).at[0]);
		seating_free(seating);
	}
	arena_done(&arena);
	return st;
}

static void seat_all(struct console *console, struct seat_request request, const char *done)
{
	struct seats *seats = seats_of(console);
	struct fault fault = { "" };
	int64_t moved = 0;
	char words[160];

	request.past = &seats->past.seats;
	request.from = seats->round;
	request.seed = ++seats->proposals;
	if (search(console, &request, &moved, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	if (request.keeps)
		snprintf(words, sizeof words, _("%s Moves to another seat: %" PRId64 "."), done, moved);
	else
		snprintf(words, sizeof words, "%s", done);
	if (!console->effects.batch.len)
		console_say(console, "%s", _("It is so already; nobody moves."));
	write_down(console, words);
}

static bool has_seats_from(const struct console *console, int64_t round)
{
	for (size_t i = 0; i < console->book.seats.len; i++)
		if (console->book.seats.at[i].round >= round)
			return true;
	return false;
}

/* Once people have seats it is these people who are seated anew: whoever is not here has been taken out. */
void seats_anew(struct console *console)
{
	const struct seat_request request = { .holders = has_seats_from(console, seats_of(console)->round) };

	seat_all(console, request, _("Everybody is seated anew. u takes it back, n finds another seating."));
}

void seats_reseat(struct console *console)
{
	const struct seat_request request = { .holders = true, .keeps = true };

	seat_all(console, request, _("The tables are even."));
}

void seats_came(struct console *console)
{
	const struct seat_guest *guest = seats_guest(seats_of(console));
	struct seat_request request = { .holders = true, .keeps = true };

	if (!guest || guest->seat) {
		console_say(console, "%s", _("They have a seat already."));
		return;
	}
	request.newcomer = guest->person;
	seat_all(console, request, _("They have a seat."));
}

/* --- back ------------------------------------------------------------------------------------------------------------- */

static void turn_back(struct console *console, enum writing writing)
{
	struct desk *desk = &seats_of(console)->desk;

	if (desk_turn_back(desk, console, writing))
		desk_write(desk, console, writing, NULL);
}

void seats_undo(struct console *console)
{
	turn_back(console, WRITING_UNDO);
}

void seats_redo(struct console *console)
{
	turn_back(console, WRITING_REDO);
}
