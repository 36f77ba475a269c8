#include "clock_room.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "world/app.h"

#include <stdlib.h>
#include <string.h>

static enum status find_table(const struct act *act, const char *word, const struct table **ret_table,
			      struct fault *fault)
{
	char *end;
	int64_t number = strtoll(word, &end, 10);

	if (end == word || *end)
		return fault_set(fault, ST_INVALID, _("“%s” is no table’s number."), word);
	return app_find_table(act->book, number, ret_table, fault);
}

static enum status find_state(const char *word, enum table_state *ret_state, struct fault *fault)
{
	struct buf known = { 0 };
	unsigned state;

	if (code_of_words(&codes_table_state, word, &state)) {
		*ret_state = (enum table_state)state;
		return ST_OK;
	}
	for (size_t i = 0; i < codes_table_state.len; i++)
		buf_addf(&known, "%s%s", i ? ", " : "", codes_table_state.codes[i].code);
	enum status st = fault_set(fault, ST_INVALID, _("“%s” is none of: %s."), word, buf_text(&known));
	buf_done(&known);
	return st;
}

enum status clock_set_table(const struct act *act, const char *number, const char *word, struct fault *fault)
{
	const struct table *table;
	enum table_state state = TABLE_STATE_PREPARING;
	enum status st = find_table(act, number, &table, fault);

	if (st == ST_OK)
		st = find_state(word, &state, fault);
	if (st == ST_OK)
		act_table_state(act, table->id, state, false);
	return st;
}

enum status clock_show_picture(const struct act *act, const char *word, struct fault *fault)
{
	return act_picture(act, *word ? strcmp(word, "on") == 0 : !act->run->stage.picture, fault);
}
