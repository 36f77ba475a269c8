#include "press.h"

#include <assert.h>

struct press press_begin(const struct act *act)
{
	return (struct press){ .act = act, .now = env_now(act->env) };
}

void press_add(struct press *press, enum verb verb, const struct item *item)
{
	const struct workshop *workshop = workbook_workshop(press->act->book);
	struct batch *batch = press->act->batch;
	struct id id;

	assert(workshop);
	batch_add_new(batch, ENTITY_run_row, workshop->id, press->act->env, &id);
	batch_set_number(batch, FIELD_run_row_verb, verb);
	batch_set_number(batch, FIELD_run_row_at_ms, press->now.wall_ms);
	batch_set_number(batch, FIELD_run_row_boot_ms, press->now.boot_ms);
	batch_set_number(batch, FIELD_run_row_boot_id, press->now.boot_id);
	if (item)
		batch_set_text(batch, FIELD_run_row_item, item->id);
	if (*press->first.text)
		batch_set_text(batch, FIELD_run_row_target, press->first.text);
	else
		press->first = id;
}

void press_add_ms(struct press *press, enum verb verb, const struct item *item, int64_t ms)
{
	press_add(press, verb, item);
	batch_set_number(press->act->batch, FIELD_run_row_ms, ms);
}
