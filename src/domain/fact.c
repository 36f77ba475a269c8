#include "domain/fact.h"

#include "base/i18n.h"
#include "text/text.h"

#include <assert.h>
#include <string.h>

/* Batches are small (a key press) or grow by doubling (an import); the arena keeps outgrown arrays until batch_done(). */
static bool is_power_of_two(size_t n)
{
	return (n & (n - 1)) == 0;
}

static void *grown(struct arena *arena, void *old, size_t len, size_t size)
{
	if (len != 0 && !is_power_of_two(len))
		return old;
	void *fresh = arena_new(arena, len ? len * 2 : 1, size);
	if (len)
		memcpy(fresh, old, len * size);
	return fresh;
}

struct fact *batch_add(struct batch *batch, enum entity entity, const char *workshop, const char *id)
{
	batch->facts = grown(&batch->arena, batch->facts, batch->len, sizeof *batch->facts);
	struct fact *fact = &batch->facts[batch->len++];
	*fact = (struct fact){
		.entity = entity,
		.workshop = arena_copy(&batch->arena, entity_infos[entity].home == HOME_DIRECTORY ? "" : workshop),
		.id = arena_copy(&batch->arena, id),
	};
	return fact;
}

struct fact *batch_add_new(struct batch *batch, enum entity entity, const char *workshop, const struct env *env, struct id *ret_id)
{
	*ret_id = env_new_id(env);
	struct fact *fact = batch_add(batch, entity, workshop, ret_id->text);
	fact->is_new = true;
	return fact;
}

void batch_clear(struct batch *batch)
{
	arena_clear(&batch->arena);
	*batch = (struct batch){ .arena = batch->arena };
}

void batch_done(struct batch *batch)
{
	arena_done(&batch->arena);
	*batch = (struct batch){ 0 };
}

void batch_set(struct batch *batch, const struct field_info *field, struct value value)
{
	assert(batch->len > 0);
	struct fact *fact = &batch->facts[batch->len - 1];
	assert(field->field == FIELD_gone || field_entity(field->field) == fact->entity);

	fact->changes = grown(&batch->arena, fact->changes, fact->changes_len, sizeof *fact->changes);
	fact->changes[fact->changes_len++] = (struct change){
		.field = field,
		.value = { .text = arena_copy(&batch->arena, value.text), .number = value.number },
	};
}

void batch_set_row(struct batch *batch, const struct row *row)
{
	assert(batch->len > 0);
	const struct entity_info *info = &entity_infos[batch->facts[batch->len - 1].entity];

	for (size_t i = 0; i < info->fields_len; i++)
		if (info->fields[i].type != FIELD_TYPE_REF)
			batch_set(batch, &info->fields[i], row_value(row, &info->fields[i]));
}

void batch_set_text(struct batch *batch, enum field field, const char *text)
{
	batch_set(batch, field_info_of(field), (struct value){ .text = text });
}

void batch_set_number(struct batch *batch, enum field field, int64_t number)
{
	batch_set(batch, field_info_of(field), (struct value){ .number = number });
}

static enum status check_text(const struct field_info *field, const char *text, struct fault *fault)
{
	size_t len = strlen(text);

	if (field->limit > 0 && len > (size_t)field->limit)
		return fault_set(fault, ST_INVALID, _("The text for “%s” is too long (%zu bytes; at most %lld)."), field->name,
				 len, (long long)field->limit);
	if (!text_is_clean(text, len, field->type == FIELD_TYPE_LINES))
		return fault_set(fault, ST_INVALID, _("The text for “%s” holds characters that cannot be kept."), field->name);
	return ST_OK;
}

static enum status check_number(const struct field_info *field, int64_t number, struct fault *fault)
{
	if (field->type == FIELD_TYPE_CODE && (number < 0 || (size_t)number >= field->codes->len))
		return fault_set(fault, ST_INVALID, _("“%s” has no such value."), field->name);
	if (field->limit > 0 && (number > field->limit || number < -field->limit))
		return fault_set(fault, ST_INVALID, _("The number for “%s” is out of range (at most %lld)."), field->name,
				 (long long)field->limit);
	return ST_OK;
}

enum status batch_check(const struct batch *batch, struct fault *fault)
{
	for (size_t i = 0; i < batch->len; i++) {
		for (size_t k = 0; k < batch->facts[i].changes_len; k++) {
			const struct change *change = &batch->facts[i].changes[k];
			enum status st = field_type_is_text(change->field->type)
						 ? check_text(change->field, change->value.text, fault)
						 : check_number(change->field, change->value.number, fault);
			if (st != ST_OK)
				return st;
		}
	}
	return ST_OK;
}
