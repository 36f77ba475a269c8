#include "engine/act.h"

#include "base/i18n.h"
#include "engine/message.h"
#include "engine/plenary.h"
#include "press.h"

#include <string.h>

/* One row about the room; `item` is left out, since the room outlasts the step. */
static void room_row(const struct act *act, enum verb verb, const char *target, int64_t ms, const char *text)
{
	struct press press = press_begin(act);

	press_add_ms(&press, verb, NULL, ms);
	batch_set_text(act->batch, FIELD_run_row_target, target);
	batch_set_text(act->batch, FIELD_run_row_text, text);
}

enum status act_message(const struct act *act, const char *text, int64_t life_ms, struct fault *fault)
{
	const int64_t most_bytes = field_info_of(FIELD_run_row_text)->limit;

	if ((int64_t)strlen(text) > most_bytes)
		return fault_set(fault, ST_REFUSED, _("The message is too long for the room to read."));
	if (life_ms < 0)
		return fault_set(fault, ST_REFUSED, _("A message cannot stand for less than no time."));
	room_row(act, VERB_MESSAGE, "", life_ms, text);
	return ST_OK;
}

enum status act_message_line(const struct act *act, const char *line, struct fault *fault)
{
	struct arena arena = { 0 };
	struct message message = message_of_line(line, strlen(line), &arena);
	enum status st = act_message(act, message.text, message.life_ms, fault);

	arena_done(&arena);
	return st;
}

void act_shutter(const struct act *act, bool open)
{
	room_row(act, VERB_SHUTTER, "", open, "");
}

void act_blackout(const struct act *act, bool dark)
{
	if (act->run->stage.dark != dark)
		room_row(act, VERB_BLACKOUT, "", dark, "");
}

void act_freeze(const struct act *act, bool held)
{
	if (act->run->stage.frozen != held)
		room_row(act, VERB_FREEZE, "", held, "");
}

void act_day(const struct act *act, bool shown)
{
	room_row(act, VERB_DAY, "", shown, "");
}

enum status act_turn(const struct act *act, int64_t by, int64_t pages, struct fault *fault)
{
	const struct run_stage *stage = &act->run->stage;
	int64_t from = stage->table ? stage->step : stage->page;
	int64_t last = stage->table ? pages : pages - 1;
	int64_t to = from + by > last ? last : from + by;

	if (to < 0)
		to = 0;
	if (to == from)
		return fault_set(fault, ST_REFUSED, by < 0 ? _("This is the beginning.") : _("This is the end."));
	room_row(act, VERB_PAGE, stage->table ? stage->table->id : "", to, "");
	return ST_OK;
}

enum status act_turn_paragraph(const struct act *act, int64_t by, int64_t paragraphs, int64_t pages,
			       struct fault *fault)
{
	int64_t shown = act->run->stage.shown, from = shown < paragraphs ? shown : paragraphs;
	int64_t to = from + by;

	if (to < 1 || to > paragraphs)
		return act_turn(act, by, pages, fault);
	room_row(act, VERB_REVEAL, "", to, "");
	return ST_OK;
}

void act_one_by_one(const struct act *act, bool one_by_one)
{
	if ((act->run->stage.shown != 0) != one_by_one)
		room_row(act, VERB_REVEAL, "", one_by_one, "");
}

static enum status refuse_no_presentations(struct fault *fault)
{
	return fault_set(fault, ST_REFUSED, _("No presentations are running."));
}

static size_t place_of(const struct plenary *plenary, const char *table)
{
	size_t place = 0;

	while (place < plenary->len && strcmp(plenary->turns[place].table->id, table) != 0)
		place++;
	return place;
}

/* Of the next table that waits; len: none. */
static size_t place_after(const struct plenary *plenary, size_t place)
{
	for (place++; place < plenary->len; place++)
		if (plenary->turns[place].turn == TURN_WAITING)
			return place;
	return plenary->len;
}

enum status act_present(const struct act *act, const char *table, struct fault *fault)
{
	if (*table && !workbook_table_by_id(act->book, table))
		return fault_set(fault, ST_REFUSED, _("That table is no longer there."));
	if (strcmp(table, act->run->stage.table ? act->run->stage.table->id : "") == 0)
		return fault_set(fault, ST_REFUSED, *table ? _("It is that table’s turn already.")
							   : _("It is no table’s turn."));
	room_row(act, VERB_PRESENT, table, 0, "");
	return ST_OK;
}

enum status act_hand_over(const struct act *act, struct fault *fault)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(act->book, act->run, &arena);
	enum status st = ST_OK;

	if (plenary.len == 0)
		st = refuse_no_presentations(fault);
	else if (plenary.next < plenary.len)
		room_row(act, VERB_PRESENT, plenary.turns[plenary.next].table->id, 0, "");
	else if (plenary.now < plenary.len)
		room_row(act, VERB_PRESENT, "", 0, "");
	else
		st = fault_set(fault, ST_REFUSED, _("Every table has had its turn."));
	arena_done(&arena);
	return st;
}

enum status act_pass(const struct act *act, const char *table, struct fault *fault)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(act->book, act->run, &arena);
	size_t place = place_of(&plenary, table);
	enum turn turn = place < plenary.len ? plenary.turns[place].turn : TURN_DONE;
	enum status st = ST_OK;

	if (plenary.len == 0)
		st = refuse_no_presentations(fault);
	else if (turn == TURN_WAITING || turn == TURN_NOW)
		room_row(act, VERB_PASS, table, 0, "");
	else
		st = fault_set(fault, ST_REFUSED, _("That table’s turn is over."));
	arena_done(&arena);
	return st;
}

enum status act_swap(const struct act *act, const char *table, struct fault *fault)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(act->book, act->run, &arena);
	size_t place = place_of(&plenary, table), to = place_after(&plenary, place);
	enum status st = ST_OK;

	if (plenary.len == 0)
		st = refuse_no_presentations(fault);
	else if (place == plenary.len || plenary.turns[place].turn != TURN_WAITING)
		st = fault_set(fault, ST_REFUSED, _("That table does not wait for its turn."));
	else if (to == plenary.len)
		st = fault_set(fault, ST_REFUSED, _("That table tells last already."));
	else
		room_row(act, VERB_ORDER, table, (int64_t)to, "");
	arena_done(&arena);
	return st;
}

enum status act_picture(const struct act *act, bool shown, struct fault *fault)
{
	if (!run_current(act->run))
		return fault_set(fault, ST_REFUSED, _("No step is running. Start one first."));
	room_row(act, VERB_PICTURE, "", shown, "");
	return ST_OK;
}

void act_table_state(const struct act *act, const char *table, enum table_state state, bool own)
{
	room_row(act, VERB_TABLE_STATE, table, !own, code_text(&codes_table_state, state));
}
