#include "engine/agenda.h"

#include "base/i18n.h"
#include "base/number.h"
#include "domain/order.h"
#include "engine/rounds.h"

#include <string.h>

size_t agenda_open_from(const struct run *run)
{
	switch (run->state) {
	case RUN_PLANNED:
		return 0;
	case RUN_ENDED:
		return run->len;
	case RUN_RUNNING:
	case RUN_PAUSED:
		break;
	}
	return run->current < run->len ? run->current + 1 : run->next;
}

/* --- what may be changed ---------------------------------------------------------------------------------------------- */

static size_t step_of(const struct run *run, const char *id)
{
	size_t i = 0;

	while (i < run->len && strcmp(run->items[i].item->id, id) != 0)
		i++;
	return i;
}

/* Of what runs: by these it would be another step than the one the clock is in. */
static bool is_of_the_clock(enum field field)
{
	static const enum field fields[] = { FIELD_gone, FIELD_item_pos, FIELD_item_planned_s, FIELD_item_kind,
					     FIELD_item_fixed_start_s, FIELD_item_fixed_end_s };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (fields[i] == field)
			return true;
	return false;
}

static bool touches_clock(const struct fact *fact)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (is_of_the_clock(fact->changes[i].field->field))
			return true;
	return false;
}

static const char *place_said(const struct fact *fact)
{
	for (size_t i = 0; i < fact->changes_len; i++)
		if (fact->changes[i].field->field == FIELD_item_pos)
			return fact->changes[i].value.text;
	return NULL;
}

/* New, moved, or deleted and brought back: it is to stand behind all that has begun. */
static enum status check_place(const struct run *run, const struct fact *fact, struct fault *fault)
{
	size_t open = agenda_open_from(run);
	const char *place = place_said(fact);

	if (!place || open == 0 || strcmp(place, run->items[open - 1].item->pos) > 0)
		return ST_OK;
	return fault_set(fault, ST_REFUSED, _("“%.200s” has begun; no step can come before it any more."),
			 step_name(run->items[open - 1].item).text);
}

static enum status check_step(const struct run *run, const struct fact *fact, struct fault *fault)
{
	size_t step = step_of(run, fact->id);

	if (run->state == RUN_ENDED)
		return fault_set(fault, ST_REFUSED,
				 _("The workshop has ended; its agenda stays as it was. N on the home screen makes the next one from it."));
	if (step == run->len)
		return check_place(run, fact, fault);
	if (step == run->current && touches_clock(fact))
		return fault_set(fault, ST_REFUSED,
				 _("“%.200s” is running and keeps its kind, its place and its times; + and - give and take minutes."),
				 step_name(run->items[step].item).text);
	if (step != run->current && (step < agenda_open_from(run) || run->items[step].status != ITEM_WAITING))
		return fault_set(fault, ST_REFUSED, _("“%.200s” is over; what has been stays as it was."),
				 step_name(run->items[step].item).text);
	return step == run->current ? ST_OK : check_place(run, fact, fault);
}

static enum status check_len(const struct run *run, const struct batch *batch, struct fault *fault)
{
	size_t len = run->len;

	for (size_t i = 0; i < batch->len; i++)
		len += batch->facts[i].entity == ENTITY_item && batch->facts[i].is_new;
	if (len > run->len && len > AGENDA_STEPS_MAX)
		return fault_set(fault, ST_REFUSED, _("An agenda has %d steps at most."), AGENDA_STEPS_MAX);
	return ST_OK;
}

enum status agenda_check(const struct workbook *book, const struct batch *batch, struct fault *fault)
{
	struct arena arena = { 0 };
	struct run run;

	/* Which step the clock is in does not depend on the time. */
	run_fold(book, (struct moment){ 0 }, &arena, &run);
	enum status st = check_len(&run, batch, fault);
	for (size_t i = 0; st == ST_OK && i < batch->len; i++)
		if (batch->facts[i].entity == ENTITY_item)
			st = check_step(&run, &batch->facts[i], fault);
	arena_done(&arena);
	return st;
}

/* --- changes ---------------------------------------------------------------------------------------------------------- */

static const char *key_at(const struct run *run, size_t step)
{
	return step < run->len ? run->items[step].item->pos : "";
}

size_t agenda_place_after(const struct run *run, size_t step)
{
	size_t place = step < run->len ? step + 1 : run->len;

	return larger((int64_t)place, (int64_t)agenda_open_from(run));
}

static void key_after(const struct run *run, size_t step, char ret_key[ORDER_LEN])
{
	size_t place = agenda_place_after(run, step);

	order_between(place ? key_at(run, place - 1) : "", key_at(run, place), ret_key);
}

/* The newest fact is about that step from now on. */
static void begin_change(const struct act *act, size_t step)
{
	const struct item *item = act->run->items[step].item;

	batch_add(act->batch, ENTITY_item, item->workshop, item->id);
}

void agenda_put_after(const struct act *act, size_t step)
{
	char key[ORDER_LEN];

	key_after(act->run, step, key);
	batch_set_text(act->batch, FIELD_item_pos, key);
}

struct id agenda_duplicate(const struct act *act, size_t step)
{
	struct item copy = *act->run->items[step].item;
	char key[ORDER_LEN];
	struct id id;

	key_after(act->run, step, key);
	copy.pos = key;
	batch_add_new(act->batch, ENTITY_item, workbook_workshop(act->book)->id, act->env, &id);
	batch_set_row(act->batch, (const struct row *)&copy);
	return id;
}

void agenda_remove(const struct act *act, size_t step)
{
	begin_change(act, step);
	batch_set_number(act->batch, FIELD_gone, 1);
}

bool agenda_move(const struct act *act, size_t step, int by)
{
	const struct run *run = act->run;
	char key[ORDER_LEN];

	if (by < 0 ? step == 0 : step + 1 >= run->len)
		return false;
	if (by < 0)
		order_between(step > 1 ? key_at(run, step - 2) : "", key_at(run, step - 1), key);
	else
		order_between(key_at(run, step + 1), key_at(run, step + 2), key);
	begin_change(act, step);
	batch_set_text(act->batch, FIELD_item_pos, key);
	return true;
}

bool agenda_lengthen(const struct act *act, size_t step, int64_t by_s)
{
	const struct run_item *item = &act->run->items[step];
	int64_t before_s = item->item->planned_s;
	int64_t after_s = smaller(larger(before_s + by_s, smaller(before_s, 60)), 86400);

	if (item->open_ended || after_s == before_s)
		return false;
	begin_change(act, step);
	batch_set_number(act->batch, FIELD_item_planned_s, after_s);
	return true;
}
