#include "form.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum entity entity_of(const struct form *form)
{
	return field_entity(form->spec->fields[0].field);
}

/* NULL: a new one, or deleted meanwhile. */
static const struct row *row_of(const struct form *form, const struct workbook *book)
{
	return form->row[0] ? workbook_find(book, entity_of(form), form->row) : NULL;
}

/* --- what others did meanwhile ------------------------------------------------------------------------------------------ */

static bool is_gone(const char *id, enum entity entity, const struct workbook *book)
{
	return id[0] && !workbook_find(book, entity, id);
}

static bool is_step_gone(const struct form *form, const struct workbook *book)
{
	return form->kind == FORM_SUPPORT && is_gone(form->owner, ENTITY_step, book);
}

/* Something stands there now that is neither what it was nor what is typed. */
static bool meets_other(const struct form *form, size_t i, const struct row *row)
{
	const struct form_input *input = &form->inputs[i];
	struct value now = row_value(row, form_info(form, i)), mine = form_value(form, i);
	unsigned choice = form_codes(form, i) ? (unsigned)now.number : 0;
	struct buf said = { 0 };

	form_add_said(form, i, now, &said);
	bool is_as_before = choice == input->before_choice && strcmp(buf_text(&said), input->before_text) == 0;
	bool is_as_mine = choice == mine.number && strcmp(buf_text(&said), mine.text) == 0;
	buf_done(&said);

	return !is_as_before && !is_as_mine;
}

bool form_meets_other(const struct form *form, const struct workbook *book)
{
	const struct row *row = row_of(form, book);

	for (size_t i = 0; row && i < form->spec->len; i++)
		if (form_is_changed(form, i) && meets_other(form, i, row))
			return true;
	return false;
}

bool form_is_untouched(const struct form *form)
{
	for (size_t i = 0; i < form->spec->len; i++)
		if (form_is_changed(form, i))
			return false;
	return strcmp(form->card, form->before_card) == 0;
}

void form_catch_up(struct form *form, const struct workbook *book)
{
	const struct row *row = row_of(form, book);
	bool is_other = false;
	size_t focus = form->focus;
	char owner[ID_LEN + 1];

	if (!row || !form_is_untouched(form))
		return;
	for (size_t i = 0; i < form->spec->len; i++)
		is_other |= meets_other(form, i, row);
	form->seen = book->seen;
	if (!is_other)
		return;
	snprintf(owner, sizeof owner, "%s", form->owner);
	form_open(form, form->spec, row, owner, book);
	form->focus = focus < form->len ? focus : 0;
}

enum status form_check(struct form *form, const struct workbook *book, struct fault *fault)
{
	if (!form->knows_gone && is_gone(form->row, entity_of(form), book)) {
		form->knows_gone = true;
		return fault_set(fault, ST_REFUSED, _("Somebody else has deleted this line; Enter brings it back, Escape leaves it."));
	}
	if (!form->knows_gone && is_step_gone(form, book)) {
		form->knows_gone = true;
		return fault_set(fault, ST_REFUSED, _("Somebody else has deleted this step; Enter brings it back, Escape leaves it."));
	}
	return ST_OK;
}

enum status form_check_values(struct form *form, int64_t now_ms, struct fault *fault)
{
	enum status st = ST_OK;
	struct value value;
	struct buf text = { 0 };

	for (size_t i = 0; st == ST_OK && i < form->spec->len; i++) {
		if (!form_is_changed(form, i))
			continue;
		st = form_read(form, i, now_ms, &text, &value, fault);
		if (st != ST_OK)
			form->focus = i;
	}
	buf_done(&text);
	return st;
}

/* --- what is written ---------------------------------------------------------------------------------------------------- */

static const char *text_of(const struct form *form, size_t field)
{
	return form_value(form, field).text;
}

static unsigned choice_of(const struct form *form, size_t field)
{
	return form->inputs[field].choice;
}

/* Where a change goes. */
struct change_to {
	const char *workshop;
	const struct workbook *book;
	struct batch *batch;
	int64_t now_ms;
	bool begun;
};

/* A row that is there begins its fact at its first change; one that was deleted comes back even without any. */
static void begin_change(const struct form *form, struct change_to *to)
{
	if (to->begun)
		return;
	batch_add(to->batch, entity_of(form), to->workshop, form->row);
	if (!row_of(form, to->book))
		batch_set_number(to->batch, FIELD_gone, 0);
	to->begun = true;
}

static void save_source(const struct form *form, const struct source *source, struct batch *batch)
{
	batch_set_text(batch, form->spec->card, source->card ? source->card->id : "");
	if (form->kind == FORM_SUPPORT)
		batch_set_text(batch, FIELD_support_offer, source->offer ? source->offer->id : "");
}

/* Its name is the card's once it is that card; a name said in other words stays. */
static void save_card(const struct form *form, struct change_to *to)
{
	enum field name = form->spec->fields[0].field;
	struct source source = form_source(form, to->book);
	bool is_other = strcmp(form->card, form->before_card) != 0;
	struct buf own = { 0 };

	record_name_of(source.card, source.offer, &own);
	if (is_other) {
		begin_change(form, to);
		save_source(form, &source, to->batch);
	}
	if (is_other || form_is_changed(form, 0)) {
		begin_change(form, to);
		batch_set_text(to->batch, name, own.len ? buf_text(&own) : text_of(form, 0));
	}
	buf_done(&own);
}

/* Only what differs is written: two people may change two fields of one row. */
static void save_changes(const struct form *form, struct change_to *to)
{
	const struct form_spec *spec = form->spec;
	struct fault fault = { "" };
	struct value value;
	struct buf text = { 0 };

	if (!row_of(form, to->book))
		begin_change(form, to);
	if (spec->card)
		save_card(form, to);
	for (size_t i = spec->card ? 1 : 0; i < spec->len; i++) {
		if (!form_is_changed(form, i) || form_read(form, i, to->now_ms, &text, &value, &fault) != ST_OK)
			continue;
		begin_change(form, to);
		batch_set(to->batch, form_info(form, i), value);
	}
	buf_done(&text);
}

static void save_changes_of_record(const struct form *form, const struct record *record)
{
	struct change_to to = { record->table->workshop, record->book, record->batch, env_now(record->env).wall_ms, false };

	save_changes(form, &to);
}

/* What is not said of it is not written. */
static void save_new_row(const struct form *form, struct change_to *to, const struct env *env)
{
	struct fault fault = { "" };
	struct value value;
	struct buf text = { 0 };
	struct id id;

	batch_add_new(to->batch, entity_of(form), to->workshop, env, &id);
	for (size_t i = 0; i < form->spec->len; i++)
		if (form_is_changed(form, i) && form_read(form, i, to->now_ms, &text, &value, &fault) == ST_OK)
			batch_set(to->batch, form_info(form, i), value);
	buf_done(&text);
}

void form_save_row(const struct form *form, const char *workshop, const struct workbook *book, const struct env *env,
		   struct batch *batch)
{
	struct change_to to = { workshop, book, batch, env_now(env).wall_ms, false };

	batch->seen = form->seen;
	if (form->row[0])
		save_changes(form, &to);
	else
		save_new_row(form, &to, env);
}

/* The first thing said of a storyline begins it. */
static void save_first_of_storyline(const struct form *form, const struct record *record)
{
	const struct form_spec *spec = form->spec;
	const struct card *card = workbook_card(record->book, form->card);
	struct id id = record_storyline(record);

	if (workbook_storyline(record->book, record->table->id))
		batch_add(record->batch, ENTITY_storyline, record->table->workshop, id.text);
	batch_set_text(record->batch, spec->fields[0].field, card ? card->name : text_of(form, 0));
	if (card)
		batch_set_text(record->batch, spec->card, card->id);
}

static void save_new_step(const struct form *form, const struct record *record)
{
	struct step_said said = {
		.when_label = text_of(form, 0),
		.text = text_of(form, 1),
		.own_move = text_of(form, 2),
		.need = text_of(form, 3),
	};

	record_step(record, &said);
}

static void save_new_support(const struct form *form, const struct record *record)
{
	struct source source = form_source(form, record->book);
	struct support_said said = {
		.name = source.card || source.offer ? "" : text_of(form, 0),
		.card = source.card,
		.offer = source.offer,
		.formality = (enum formality)choice_of(form, 1),
		.action = (enum support_action)choice_of(form, 2),
		.who_to = text_of(form, 3),
	};

	record_support(record, form->owner, &said);
}

static void save_new_action(const struct form *form, const struct record *record)
{
	struct action_said said = {
		.note = form->owner,
		.text = text_of(form, 0),
		.why = text_of(form, 1),
		.who = text_of(form, 2),
		.until = text_of(form, 3),
		.first_step = text_of(form, 4),
		.state = (enum action_state)choice_of(form, 5),
	};

	record_action(record, &said);
}

static void save_new(const struct form *form, const struct record *record)
{
	switch (form->kind) {
	case FORM_OFFER:
		record_offer(record, &(struct offer_said){ .text = text_of(form, 0), .by = text_of(form, 1),
						      .scope = (enum scope)choice_of(form, 2),
						      .cost = (enum cost)choice_of(form, 3), .need = text_of(form, 4) });
		break;
	case FORM_STEP:
		save_new_step(form, record);
		break;
	case FORM_SUPPORT:
		save_new_support(form, record);
		break;
	case FORM_NOTE:
		record_note(record, &(struct note_said){ .text = text_of(form, 0), .kind = (enum note_kind)choice_of(form, 1),
							 .priority = (enum priority)choice_of(form, 2), .from = form->owner });
		break;
	case FORM_ACTION:
		save_new_action(form, record);
		break;
	case FORM_TITLE:
	case FORM_LEAD:
	case FORM_ENDING:
	case FORM_QUESTIONS:
		if (form_is_changed(form, 0))
			save_first_of_storyline(form, record);
		break;
	case FORM_HEADLINE: /* the table is there */
	case FORM_THEME:
	case FORM_NONE:
	case FORM_ROW:
	case FORM_COUNT:
		break;
	}
}

void form_save(const struct form *form, const struct record *record)
{
	record->batch->seen = form->seen;
	if (is_step_gone(form, record->book)) {
		batch_add(record->batch, ENTITY_step, record->table->workshop, form->owner);
		batch_set_number(record->batch, FIELD_gone, 0);
	}
	if (form->row[0])
		save_changes_of_record(form, record);
	else
		save_new(form, record);
}
