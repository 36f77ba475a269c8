/* A draft is a line for the form, then for each field a line of figures and two texts: what it was, and what it is. The texts
 * may hold line feeds, so the figures say how long they are. */
#include "form.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *or_dash(const char *id)
{
	return id[0] ? id : "-";
}

void form_to_draft(const struct form *form, struct buf *out)
{
	const struct form_spec *spec = form->spec;

	buf_addf(out, "%s %s %s %s %s %zu %d %lld\n", spec->name, or_dash(form->row), or_dash(form->owner), or_dash(form->card),
		 or_dash(form->before_card), form->focus, form->formality_is_said, (long long)form->seen);
	for (size_t i = 0; i < spec->len; i++) {
		const struct form_input *input = &form->inputs[i];
		struct value value = form_value(form, i);
		buf_addf(out, "%u %u %zu %zu\n%s%s\n", input->before_choice, input->choice, strlen(input->before_text),
			 strlen(value.text), input->before_text, value.text);
	}
}

static const struct form_spec *spec_of_name(const struct form_specs *specs, const char *name)
{
	for (size_t i = 0; i < specs->len; i++)
		if (specs->at[i].name && strcmp(specs->at[i].name, name) == 0)
			return &specs->at[i];
	return NULL;
}

static void take_id(char id[ID_LEN + 1], const char *word)
{
	snprintf(id, ID_LEN + 1, "%s", strcmp(word, "-") == 0 ? "" : word);
}

static unsigned in_list(const struct code_list *codes, unsigned choice)
{
	return codes && choice < codes->len ? choice : 0;
}

/* Reads one field; returns what is left of the draft, NULL where it is cut short. */
static const char *take_field(struct form *form, size_t field, const char *at)
{
	struct form_input *input = &form->inputs[field];
	const struct code_list *codes = form_codes(form, field);
	size_t before_len, len, left;
	int used = 0;

	if (sscanf(at, "%u %u %zu %zu%n", &input->before_choice, &input->choice, &before_len, &len, &used) != 4 || at[used] != '\n')
		return NULL;
	at += used + 1;
	left = strlen(at);
	if (before_len > left || len >= left - before_len)
		return NULL;
	free(input->before_text);
	input->before_text = mem_copy_len(at, before_len);
	char *text = mem_copy_len(at + before_len, len);
	if (form_is_typed(form, field))
		lineedit_set(&input->edit, text);
	else if (!codes)
		take_id(input->ref, text);
	free(text);
	input->choice = in_list(codes, input->choice);
	input->before_choice = in_list(codes, input->before_choice);
	return at + before_len + len + 1;
}

bool form_of_draft(struct form *form, const struct form_specs *specs, const char *draft, const struct workbook *book)
{
	const struct form_spec *spec;
	char name[16], row[ID_LEN + 1], owner[ID_LEN + 1], card[ID_LEN + 1], before_card[ID_LEN + 1];
	size_t focus;
	long long seen = 0; /* an earlier program did not say it */
	int said, used = 0;

	if (sscanf(draft, "%15s %16s %16s %16s %16s %zu %d%n", name, row, owner, card, before_card, &focus, &said, &used) != 7)
		return false;
	if (draft[used] == ' ' && sscanf(draft + used, "%lld", &seen) == 1)
		used += (int)strcspn(draft + used, "\n");
	spec = spec_of_name(specs, name);
	if (draft[used] != '\n' || !spec)
		return false;
	form_open(form, spec, NULL, "", book);
	take_id(form->row, row);
	take_id(form->owner, owner);
	take_id(form->card, card);
	take_id(form->before_card, before_card);
	form->focus = focus < form->len ? focus : 0;
	form->formality_is_said = said;
	form->seen = seen;
	const char *at = draft + used + 1;
	/* An earlier program's form had fewer fields. */
	for (size_t i = 0; at && *at && i < form->spec->len; i++)
		at = take_field(form, i, at);
	if (!at)
		form_close(form);
	else
		form_refresh_cards(form, book);
	return at != NULL;
}
