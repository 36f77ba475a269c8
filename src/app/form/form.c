#include "form.h"

#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- opening and closing -------------------------------------------------------------------------------------------- */

void form_close(struct form *form)
{
	for (size_t i = 0; i < FORM_FIELDS_MAX; i++) {
		lineedit_done(&form->inputs[i].edit);
		free(form->inputs[i].before_text);
	}
	card_finder_forget(&form->finder);
	arena_done(&form->arena);
	*form = (struct form){ .table = form->table, .cols = form->cols };
}

static void open_input(struct form *form, size_t field, const struct row *row)
{
	struct form_input *input = &form->inputs[field];
	const struct field_info *info = form_info(form, field);
	struct value value = row ? row_value(row, info) : (struct value){ "", 0 };
	struct buf said = { 0 };

	form_add_said(form, field, value, &said);
	input->choice = input->before_choice = form_codes(form, field) ? (unsigned)value.number : 0;
	input->before_text = buf_steal(&said);
	input->edit.max_bytes = form_most_bytes(form, field);
	input->edit.lines = info->type == FIELD_TYPE_LINES;
	if (form_is_typed(form, field))
		lineedit_set(&input->edit, input->before_text);
	else
		snprintf(input->ref, sizeof input->ref, "%s", input->before_text);
}

static void open_support(struct form *form, const struct support *support, const struct workbook *book)
{
	snprintf(form->owner, sizeof form->owner, "%s", support->step);
	snprintf(form->card, sizeof form->card, "%s", *support->card ? support->card : support->offer);
	struct source source = form_source(form, book);
	form->formality_is_said = support->formality != record_formality_of(source.card, source.offer);
}

static void open_lead(struct form *form, const struct storyline *storyline)
{
	snprintf(form->card, sizeof form->card, "%s", storyline->lead_card);
}

static void open_card(struct form *form, const struct workbook *book)
{
	snprintf(form->before_card, sizeof form->before_card, "%s", form->card);
	form_find_cards(form, book, false);
}

static void open_whens(struct form *form, const struct workbook *book)
{
	const struct table *table = workbook_table(book, form->table);

	if (table)
		form->whens = when_labels_of(book, table->id, &form->arena);
}

/* What comes of a note is to be done; what is to be done is planned, in its own words. */
static void open_from(struct form *form, const struct workbook *book)
{
	const struct note *note = (const struct note *)(const void *)workbook_find(book, ENTITY_note, form->owner);

	if (form->kind == FORM_NOTE && note)
		form->inputs[1].choice = NOTE_KIND_TODO;
	if (form->kind != FORM_ACTION || !note)
		return;
	lineedit_set(&form->inputs[0].edit, note->text);
	form->focus = 1;
}

void form_open(struct form *form, const struct form_spec *spec, const struct row *row, const char *owner,
	       const struct workbook *book)
{
	enum form_kind kind = spec->kind;

	form_close(form);
	form->spec = spec;
	form->kind = kind;
	form->seen = book->seen;
	snprintf(form->owner, sizeof form->owner, "%s", owner);
	snprintf(form->row, sizeof form->row, "%s", row ? row->id : "");
	for (size_t i = 0; i < spec->len; i++) {
		open_input(form, i, row);
		form->len += form_info(form, i)->type != FIELD_TYPE_REF || book->needs.len > 0;
	}
	if (kind == FORM_SUPPORT && row)
		open_support(form, (const struct support *)(const void *)row, book);
	if (kind == FORM_LEAD && row)
		open_lead(form, (const struct storyline *)(const void *)row);
	if (spec->card && row)
		open_card(form, book);
	else if (spec->card)
		form_find_cards(form, book, false);
	if (kind == FORM_STEP)
		open_whens(form, book);
	open_from(form, book);
}

/* --- what it holds ---------------------------------------------------------------------------------------------------- */

const struct lineedit *form_edit(const struct form *form)
{
	return &form->inputs[form->focus].edit;
}

bool form_is_blank(const struct form *form)
{
	size_t len = 0;

	for (size_t i = 0; i < form->spec->len && len == 0; i++)
		if (form_is_typed(form, i))
			text_trim(lineedit_text(&form->inputs[i].edit), form->inputs[i].edit.text.len, &len);
	return len == 0;
}

size_t form_need_number(const struct workbook *book, const char *id)
{
	for (size_t i = 0; i < book->needs.len; i++)
		if (strcmp(book->needs.at[i].id, id) == 0)
			return i + 1;
	return 0;
}
