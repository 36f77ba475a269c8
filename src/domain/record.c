#include "domain/record.h"

#include "base/buf.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void record_last_place(const struct workbook *book, enum field owner, const char *id, char ret_key[ORDER_LEN])
{
	const struct entity_info *info = &entity_infos[field_entity(owner)];
	const struct field_info *pos = entity_field(info, "pos");
	const char *last = "";

	for (size_t i = workbook_next(book, owner, id, 0); i < workbook_len(book, info->entity);
	     i = workbook_next(book, owner, id, i + 1))
		last = row_value(workbook_row(book, info->entity, i), pos).text;
	order_between(last, "", ret_key);
}

/* Begins a new row at the end of its owner's list. */
static struct id begin(const struct record *record, enum field owner, const char *owner_id, enum field pos)
{
	char place[ORDER_LEN];
	struct id id;

	record_last_place(record->book, owner, owner_id, place);
	batch_add_new(record->batch, field_entity(owner), record->table->workshop, record->env, &id);
	batch_set_text(record->batch, owner, owner_id);
	batch_set_text(record->batch, pos, place);
	return id;
}

struct id record_offer(const struct record *record, const char *text, const char *by, enum scope scope, const char *need)
{
	struct id id = begin(record, FIELD_offer_table, record->table->id, FIELD_offer_pos);

	batch_set_text(record->batch, FIELD_offer_text, text);
	batch_set_text(record->batch, FIELD_offer_by, by);
	batch_set_number(record->batch, FIELD_offer_scope, scope);
	batch_set_text(record->batch, FIELD_offer_need, need);
	batch_set_text(record->batch, FIELD_offer_item, record->item);
	return id;
}

struct id record_note(const struct record *record, const char *text, enum note_kind kind)
{
	struct id id = begin(record, FIELD_note_table, record->table->id, FIELD_note_pos);

	batch_set_text(record->batch, FIELD_note_text, text);
	batch_set_number(record->batch, FIELD_note_kind, kind);
	batch_set_text(record->batch, FIELD_note_item, record->item);
	return id;
}

struct id record_storyline(const struct record *record)
{
	const struct storyline *storyline = workbook_storyline(record->book, record->table->id);
	struct id id;

	if (!storyline)
		return begin(record, FIELD_storyline_table, record->table->id, FIELD_storyline_pos);
	snprintf(id.text, sizeof id.text, "%s", storyline->id);
	return id;
}

struct id record_step(const struct record *record, const char *text, const char *when_label, const char *need)
{
	struct id storyline = record_storyline(record);
	struct id id = begin(record, FIELD_step_storyline, storyline.text, FIELD_step_pos);

	batch_set_text(record->batch, FIELD_step_text, text);
	batch_set_text(record->batch, FIELD_step_when_label, when_label);
	batch_set_text(record->batch, FIELD_step_need, need);
	batch_set_text(record->batch, FIELD_step_item, record->item);
	return id;
}

/* The last key given in this very batch to a support of the step: several supports come with one step. */
static const char *last_place_in_batch(const struct batch *batch, const char *step)
{
	const char *last = "";

	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		const char *owner = "", *place = "";
		for (size_t k = 0; fact->entity == ENTITY_support && k < fact->changes_len; k++) {
			if (fact->changes[k].field->field == FIELD_support_step)
				owner = fact->changes[k].value.text;
			if (fact->changes[k].field->field == FIELD_support_pos)
				place = fact->changes[k].value.text;
		}
		if (strcmp(owner, step) == 0 && strcmp(place, last) > 0)
			last = place;
	}
	return last;
}

struct id record_support(const struct record *record, const char *step, const char *name, const struct card *card,
			 enum formality formality)
{
	char place[ORDER_LEN];
	const char *before = last_place_in_batch(record->batch, step);
	struct id id;

	if (*before)
		order_between(before, "", place);
	else
		record_last_place(record->book, FIELD_support_step, step, place);
	batch_add_new(record->batch, ENTITY_support, record->table->workshop, record->env, &id);
	batch_set_text(record->batch, FIELD_support_step, step);
	batch_set_text(record->batch, FIELD_support_pos, place);
	batch_set_text(record->batch, FIELD_support_name, *name || !card ? name : card->name);
	batch_set_text(record->batch, FIELD_support_card, card ? card->id : "");
	batch_set_number(record->batch, FIELD_support_formality, formality == FORMALITY_UNSAID && card ? card->formality : formality);
	return id;
}

static bool is_same_name(const char *name, const char *folded)
{
	struct buf key = { 0 };

	text_fold(&key, name, strlen(name));
	bool same = strcmp(buf_text(&key), folded) == 0;
	buf_done(&key);
	return same;
}

const struct card *record_card(const struct workbook *book, const char *words)
{
	struct buf folded = { 0 };
	const struct card *found = NULL;
	bool several = false;
	char *end;

	/* The key is narrow: an input method that is left on types １２. */
	text_fold(&folded, words, strlen(words));
	long long number = strtoll(buf_text(&folded), &end, 10);
	bool is_number = folded.len > 0 && !*end;
	for (size_t i = 0; i < book->cards.len; i++) {
		const struct card *card = &book->cards.at[i];
		if (is_number ? card->number != number : !is_same_name(card->name, buf_text(&folded)))
			continue;
		several = found != NULL;
		found = card;
	}
	buf_done(&folded);
	return several ? NULL : found;
}
