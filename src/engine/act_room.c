#include "engine/act.h"

#include "base/i18n.h"
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

enum status act_message(const struct act *act, const char *text, struct fault *fault)
{
	const int64_t most_bytes = field_info_of(FIELD_run_row_text)->limit;

	if ((int64_t)strlen(text) > most_bytes)
		return fault_set(fault, ST_REFUSED, _("The message is too long for the room to read."));
	room_row(act, VERB_MESSAGE, "", 0, text);
	return ST_OK;
}

void act_shutter(const struct act *act, bool open)
{
	room_row(act, VERB_SHUTTER, "", open, "");
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

enum status act_present(const struct act *act, const char *table, struct fault *fault)
{
	if (*table && !workbook_table_by_id(act->book, table))
		return fault_set(fault, ST_REFUSED, _("That table is no longer there."));
	room_row(act, VERB_PRESENT, table, 0, "");
	return ST_OK;
}

void act_table_state(const struct act *act, const char *table, enum table_state state)
{
	room_row(act, VERB_TABLE_STATE, table, 0, code_text(&codes_table_state, state));
}
