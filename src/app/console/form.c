#include "form.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command.h"
#include "text/fold.h"
#include "text/text.h"
#include "typing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A field of a form: what it is called, and which field of the row it writes. */
struct form_field {
	const char *label;
	enum field field;
	const struct code_list *codes;
};

static const struct form_spec {
	const char *name; /* in drafts */
	const char *title;
	enum entity entity;
	struct form_field fields[FORM_FIELDS_MAX];
	size_t len;
	size_t main; /* the field without which there is nothing to save */
} specs[FORM_COUNT] = {
	[FORM_OFFER] = { "offer", N_("What somebody can do (できること)"), ENTITY_offer,
			 { { N_("what"), FIELD_offer_text, NULL }, { N_("who"), FIELD_offer_by, NULL },
			   { N_("reach"), FIELD_offer_scope, &codes_scope } }, 3, 0 },
	[FORM_STEP] = { "step", N_("A step of the story"), ENTITY_step,
			{ { N_("when"), FIELD_step_when_label, NULL }, { N_("scene"), FIELD_step_text, NULL } }, 2, 1 },
	[FORM_SUPPORT] = { "support", N_("Who or what helps in this step"), ENTITY_support,
			   { { N_("name"), FIELD_support_name, NULL }, { N_("kind"), FIELD_support_formality, &codes_formality } }, 2, 0 },
	[FORM_NOTE] = { "note", N_("A note"), ENTITY_note,
			{ { N_("note"), FIELD_note_text, NULL }, { N_("kind"), FIELD_note_kind, &codes_note_kind } }, 2, 0 },
	[FORM_HEADLINE] = { "headline", N_("The table in a few words (特色)"), ENTITY_table,
			    { { N_("headline"), FIELD_table_headline, NULL } }, 1, 0 },
	[FORM_TITLE] = { "title", N_("The story's title"), ENTITY_storyline, { { N_("title"), FIELD_storyline_title, NULL } }, 1, 0 },
	[FORM_LEAD] = { "lead", N_("Who walks along (伴走機関)"), ENTITY_storyline,
			{ { N_("who"), FIELD_storyline_lead_support, NULL } }, 1, 0 },
};

/* --- opening and closing -------------------------------------------------------------------------------------------- */

void form_close(struct form *form)
{
	for (size_t i = 0; i < FORM_FIELDS_MAX; i++)
		lineedit_done(&form->edits[i]);
	*form = (struct form){ 0 };
}

void form_open(struct form *form, enum form_kind kind, const struct row *row, const char *owner)
{
	const struct form_spec *spec = &specs[kind];

	form_close(form);
	form->kind = kind;
	snprintf(form->owner, sizeof form->owner, "%s", owner);
	for (size_t i = 0; i < spec->len; i++)
		form->edits[i].max_bytes = (size_t)field_info_of(spec->fields[i].field)->limit;
	if (!row)
		return;
	snprintf(form->row, sizeof form->row, "%s", row->id);
	for (size_t i = 0; i < spec->len; i++) {
		struct value value = row_value(row, field_info_of(spec->fields[i].field));
		if (spec->fields[i].codes)
			form->choices[i] = (unsigned)value.number;
		else
			lineedit_set(&form->edits[i], value.text);
	}
}

/* --- typing --------------------------------------------------------------------------------------------------------- */

static bool is_chosen(const struct form *form, size_t field)
{
	return specs[form->kind].fields[field].codes != NULL;
}

static void choose_next(struct form *form, size_t field)
{
	const struct code_list *codes = specs[form->kind].fields[field].codes;

	form->choices[field] = (form->choices[field] + 1) % (unsigned)codes->len;
}

/* Ctrl-T takes the next choice from wherever one is typing: a form has one list to choose from at most. */
static void choose(struct form *form)
{
	for (size_t i = 0; i < specs[form->kind].len; i++)
		if (is_chosen(form, i))
			choose_next(form, i);
}

static void step_focus(struct form *form, int by)
{
	size_t len = specs[form->kind].len;

	form->focus = (form->focus + len + (size_t)by) % len;
}

/* Enter goes on to the next empty line and saves from the last: fast for those who know, clear for those who do not. */
static enum form_answer enter(struct form *form)
{
	const struct form_spec *spec = &specs[form->kind];

	for (size_t i = form->focus + 1; i < spec->len; i++) {
		if (is_chosen(form, i) || form->edits[i].text.len)
			continue;
		form->focus = i;
		return FORM_TYPED;
	}
	return FORM_ACCEPTED;
}

static bool is_picking(const struct form *form)
{
	return form->kind == FORM_SUPPORT && form->focus == 0 && form->cards_len;
}

static enum form_answer take_command(struct form *form, enum command command)
{
	bool picking = is_picking(form);

	if (command == CMD_edit_accept)
		return enter(form);
	if (command == CMD_edit_cancel)
		return FORM_CANCELLED;
	if (picking && command == CMD_edit_field_down)
		form->card_bar = (form->card_bar + 1) % (form->cards_len + 1);
	else if (picking && command == CMD_edit_field_up)
		form->card_bar = (form->card_bar + form->cards_len) % (form->cards_len + 1);
	else if (command == CMD_edit_field || command == CMD_edit_field_down)
		step_focus(form, 1);
	else if (command == CMD_edit_field_back || command == CMD_edit_field_up)
		step_focus(form, -1);
	else if (command == CMD_edit_choose)
		choose(form);
	else
		return FORM_IGNORED;
	return FORM_TYPED;
}

/* In a field that is chosen, the space bar and the arrows choose. */
static enum form_answer take_choice_key(struct form *form, struct key key)
{
	key = key_narrow(key);
	if (key.code != KEYCODE_RIGHT && !(key.code == KEYCODE_CHAR && key.point == ' '))
		return FORM_IGNORED;
	choose_next(form, form->focus);
	return FORM_TYPED;
}

enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book)
{
	if (event->type == INPUT_KEY) {
		enum form_answer answer = take_command(form, command_of_key(AT_edit, event->key));
		if (answer != FORM_IGNORED)
			return answer;
		if (is_chosen(form, form->focus))
			return take_choice_key(form, event->key);
	}
	if (is_chosen(form, form->focus) || !typing_take(&form->edits[form->focus], event))
		return FORM_IGNORED;
	if (form->kind == FORM_SUPPORT)
		form_find_cards(form, book);
	return FORM_TYPED;
}

/* --- cards ---------------------------------------------------------------------------------------------------------- */

static bool card_matches(const struct card *card, const char *words, const char *folded)
{
	char *end;
	long long number = strtoll(words, &end, 10);

	if (end != words && !*end && number == card->number)
		return true;
	return text_holds(card->name, folded) || text_holds(card->kana, folded) || text_holds(card->strength, folded);
}

void form_find_cards(struct form *form, const struct workbook *book)
{
	const char *words = lineedit_text(&form->edits[0]);
	struct buf folded = { 0 };

	form->cards_len = 0;
	form->card_bar = 0;
	text_fold(&folded, words, strlen(words));
	for (size_t i = 0; *words && i < book->cards.len && form->cards_len < FORM_CARDS_MAX; i++)
		if (card_matches(&book->cards.at[i], words, buf_text(&folded)))
			form->cards[form->cards_len++] = &book->cards.at[i];
	buf_done(&folded);
}

static const struct card *picked_card(const struct form *form)
{
	return form->card_bar < form->cards_len ? form->cards[form->card_bar] : NULL;
}

/* --- saving --------------------------------------------------------------------------------------------------------- */

bool form_is_blank(const struct form *form)
{
	const struct lineedit *edit = &form->edits[specs[form->kind].main];
	size_t len;

	text_trim(lineedit_text(edit), edit->text.len, &len);
	return len == 0;
}

/* Only what differs is written: two people may change two fields of one row. */
static void save_changes(const struct form *form, const struct record *record)
{
	const struct form_spec *spec = &specs[form->kind];
	const struct row *row = workbook_find(record->book, spec->entity, form->row);
	bool begun = false;

	for (size_t i = 0; row && i < spec->len; i++) {
		const struct field_info *field = field_info_of(spec->fields[i].field);
		struct value now = row_value(row, field), value = { lineedit_text(&form->edits[i]), form->choices[i] };
		bool same = spec->fields[i].codes ? now.number == value.number : strcmp(now.text, value.text) == 0;
		if (same)
			continue;
		if (!begun)
			batch_add(record->batch, spec->entity, row->workshop, row->id);
		begun = true;
		batch_set(record->batch, field, value);
	}
	/* A support renamed to a card's name becomes that card's. */
	if (begun && form->kind == FORM_SUPPORT && picked_card(form)) {
		batch_set_text(record->batch, FIELD_support_name, picked_card(form)->name);
		batch_set_text(record->batch, FIELD_support_card, picked_card(form)->id);
	}
}

static void save_storyline(const struct form *form, const struct record *record)
{
	struct id id = record_storyline(record);

	if (workbook_storyline(record->book, record->table->id))
		batch_add(record->batch, ENTITY_storyline, record->table->workshop, id.text);
	batch_set_text(record->batch, specs[form->kind].fields[0].field, lineedit_text(&form->edits[0]));
}

static struct id save_new(const struct form *form, const struct record *record)
{
	const char *first = lineedit_text(&form->edits[0]), *second = lineedit_text(&form->edits[1]);
	const struct card *card = picked_card(form);
	struct id none = { "" };

	switch (form->kind) {
	case FORM_OFFER:
		record_offer(record, first, second, (enum scope)form->choices[2], "");
		break;
	case FORM_STEP:
		return record_step(record, second, first, "");
	case FORM_SUPPORT:
		record_support(record, form->owner, card ? "" : first, card, (enum formality)form->choices[1]);
		break;
	case FORM_NOTE:
		record_note(record, first, (enum note_kind)form->choices[1]);
		break;
	case FORM_TITLE:
	case FORM_LEAD:
		save_storyline(form, record);
		break;
	case FORM_HEADLINE:
	case FORM_NONE:
	case FORM_COUNT:
		break;
	}
	return none;
}

struct id form_save(const struct form *form, const struct record *record)
{
	struct id none = { "" };

	if (!form->row[0])
		return save_new(form, record);
	save_changes(form, record);
	return none;
}

/* --- drafts: a line for the form, a line a field ---------------------------------------------------------------------- */

void form_to_draft(const struct form *form, struct buf *out)
{
	const struct form_spec *spec = &specs[form->kind];

	buf_addf(out, "%s %s %s\n", spec->name, form->row[0] ? form->row : "-", form->owner[0] ? form->owner : "-");
	for (size_t i = 0; i < spec->len; i++) {
		if (spec->fields[i].codes)
			buf_addf(out, "%u\n", form->choices[i]);
		else
			buf_addf(out, "%s\n", lineedit_text(&form->edits[i]));
	}
}

static enum form_kind kind_of_name(const char *name)
{
	for (enum form_kind kind = FORM_NONE + 1; kind < FORM_COUNT; kind++)
		if (strcmp(specs[kind].name, name) == 0)
			return kind;
	return FORM_NONE;
}

bool form_of_draft(struct form *form, const char *draft)
{
	char name[16], row[ID_LEN + 1], owner[ID_LEN + 1];
	int used = 0;

	if (sscanf(draft, "%15s %16s %16s%n", name, row, owner, &used) != 3 || !kind_of_name(name))
		return false;
	form_open(form, kind_of_name(name), NULL, strcmp(owner, "-") == 0 ? "" : owner);
	snprintf(form->row, sizeof form->row, "%s", strcmp(row, "-") == 0 ? "" : row);
	const char *at = draft + used + 1;
	for (size_t i = 0; i < specs[form->kind].len; i++) {
		size_t len = strcspn(at, "\n");
		char *line = mem_copy_len(at, len);
		if (is_chosen(form, i))
			form->choices[i] = (unsigned)strtoul(line, NULL, 10) % (unsigned)specs[form->kind].fields[i].codes->len;
		else
			lineedit_set(&form->edits[i], line);
		free(line);
		at += len + (at[len] == '\n');
	}
	return true;
}

struct form_view form_view_of(const struct form *form)
{
	const struct form_spec *spec = &specs[form->kind];
	struct form_view view = {
		.title = _(spec->title),
		.len = spec->len,
		.focus = form->focus,
		.cards = form->cards,
		.cards_len = form->kind == FORM_SUPPORT ? form->cards_len : 0,
		.card_bar = form->card_bar,
	};

	for (size_t i = 0; i < spec->len; i++)
		view.fields[i] = (struct form_field_view){ _(spec->fields[i].label), &form->edits[i], spec->fields[i].codes,
							   form->choices[i] };
	return view;
}
