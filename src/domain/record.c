#include "domain/record.h"

#include "domain/deck.h"
#include "base/buf.h"
#include "text/fold.h"
#include "text/text.h"

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

static void say_time(const struct record *record, enum field item, enum field at_s)
{
	batch_set_text(record->batch, item, record->time.item ? record->time.item->id : "");
	batch_set_number(record->batch, at_s, record->time.at_s);
}

static void say(const struct record *record, enum field field, const char *text)
{
	batch_set_text(record->batch, field, text ? text : "");
}

struct id record_offer(const struct record *record, const struct offer_said *said)
{
	struct id id = begin(record, FIELD_offer_table, record->table->id, FIELD_offer_pos);
	bool alone = record->time.item && record->time.item->kind == ITEM_KIND_INDIVIDUAL;

	say(record, FIELD_offer_text, said->text);
	say(record, FIELD_offer_by, said->by);
	batch_set_number(record->batch, FIELD_offer_scope, said->scope);
	batch_set_number(record->batch, FIELD_offer_cost, said->cost);
	say(record, FIELD_offer_need, said->need);
	say_time(record, FIELD_offer_item, FIELD_offer_at_s);
	batch_set_number(record->batch, FIELD_offer_made_alone, alone);
	return id;
}

struct id record_note(const struct record *record, const struct note_said *said)
{
	struct id id = begin(record, FIELD_note_table, record->table->id, FIELD_note_pos);

	say(record, FIELD_note_text, said->text);
	batch_set_number(record->batch, FIELD_note_kind, said->kind);
	say(record, FIELD_note_from_note, said->from);
	batch_set_number(record->batch, FIELD_note_priority, said->priority);
	say_time(record, FIELD_note_item, FIELD_note_at_s);
	return id;
}

struct id record_action(const struct record *record, const struct action_said *said)
{
	struct id id = begin(record, FIELD_action_table, record->table->id, FIELD_action_pos);

	say(record, FIELD_action_note, said->note);
	say(record, FIELD_action_text, said->text);
	say(record, FIELD_action_why, said->why);
	say(record, FIELD_action_who, said->who);
	say(record, FIELD_action_until, said->until);
	say(record, FIELD_action_first_step, said->first_step);
	batch_set_number(record->batch, FIELD_action_state, said->state);
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

struct id record_step(const struct record *record, const struct step_said *said)
{
	struct id storyline = record_storyline(record);
	struct id id = begin(record, FIELD_step_storyline, storyline.text, FIELD_step_pos);

	say(record, FIELD_step_text, said->text);
	say(record, FIELD_step_when_label, said->when_label);
	say(record, FIELD_step_own_move, said->own_move);
	say(record, FIELD_step_need, said->need);
	say_time(record, FIELD_step_item, FIELD_step_at_s);
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

/* A name is one line and has less room than an offer. */
void record_name_of(const struct card *card, const struct offer *offer, struct buf *out)
{
	const char *name = card ? card->name : offer ? offer->text : "";
	size_t line = strcspn(name, "\n"), most = (size_t)field_info_of(FIELD_support_name)->limit, len = 0;

	for (size_t end = 0; end <= most && len < line; end = text_cluster_end(name, line, end))
		len = end;
	buf_add(out, name, len);
}

enum formality record_formality_of(const struct card *card, const struct offer *offer)
{
	return card ? card->formality : offer ? FORMALITY_INFORMAL : FORMALITY_UNSAID;
}

static void say_support(const struct record *record, const struct support_said *said)
{
	struct buf name = { 0 };

	record_name_of(said->card, said->offer, &name);
	say(record, FIELD_support_name, said->name && *said->name ? said->name : buf_text(&name));
	buf_done(&name);
	say(record, FIELD_support_card, said->card ? said->card->id : "");
	say(record, FIELD_support_offer, said->offer ? said->offer->id : "");
	batch_set_number(record->batch, FIELD_support_formality,
			 said->formality ? said->formality : record_formality_of(said->card, said->offer));
	batch_set_number(record->batch, FIELD_support_action, said->action);
	say(record, FIELD_support_who_to, said->who_to);
}

struct id record_support(const struct record *record, const char *step, const struct support_said *said)
{
	char place[ORDER_LEN];
	const char *before = last_place_in_batch(record->batch, step);
	struct id id;

	if (*before)
		order_between(before, "", place);
	else
		record_last_place(record->book, FIELD_support_step, step, place);
	batch_add_new(record->batch, ENTITY_support, record->table->workshop, record->env, &id);
	say(record, FIELD_support_step, step);
	say(record, FIELD_support_pos, place);
	say_support(record, said);
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
	struct arena arena = { 0 };
	struct deck deck = deck_of(book, &arena);
	const struct card *card = deck_find(book, &deck, words);

	arena_done(&arena);
	return card;
}

const struct offer *record_offer_meant(const struct workbook *book, const char *words)
{
	struct buf folded = { 0 };
	const struct offer *found = NULL;
	bool several = false;

	text_fold(&folded, words, strlen(words));
	for (size_t i = 0; folded.len > 0 && i < book->offers.len; i++) {
		const struct offer *offer = &book->offers.at[i];
		if (strcmp(offer->id, words) != 0 && !is_same_name(offer->text, buf_text(&folded)))
			continue;
		several = found != NULL;
		found = offer;
	}
	buf_done(&folded);
	return several ? NULL : found;
}
