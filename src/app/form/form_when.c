#include "form.h"

#include "domain/when_label.h"
#include "text/fold.h"

#include <string.h>

bool form_is_timing(const struct form *form)
{
	return form->kind == FORM_STEP && form->focus == 0 && form->whens.len > 0;
}

/* By fold key: the first of the words offered that is the text, or else begins with it; their number: none. */
static size_t find(const struct form *form, const char *text, bool whole)
{
	struct buf typed = { 0 }, key = { 0 };
	size_t i = 0;

	text_fold(&typed, text, strlen(text));
	for (; i < form->whens.len; i++) {
		buf_clear(&key);
		text_fold(&key, form->whens.at[i], strlen(form->whens.at[i]));
		if ((!whole || key.len == typed.len) && strncmp(buf_text(&key), buf_text(&typed), typed.len) == 0)
			break;
	}
	buf_done(&typed);
	buf_done(&key);
	return i;
}

size_t form_when_bar(const struct form *form)
{
	return find(form, lineedit_text(&form->inputs[0].edit), true);
}

void form_take_when(struct form *form, int by)
{
	struct lineedit *edit = &form->inputs[0].edit;
	size_t len = form->whens.len, at = form_when_bar(form);

	if (at < len)
		at = (at + len + (size_t)by) % len;
	else if (!edit->text.len)
		at = by > 0 ? 0 : len - 1;
	else
		at = find(form, lineedit_text(edit), false) % len;
	/* In place of what is there, in one step that can be taken back. */
	lineedit_move(edit, MOVE_START, false);
	lineedit_move(edit, MOVE_END, true);
	lineedit_insert(edit, form->whens.at[at], strlen(form->whens.at[at]));
}
