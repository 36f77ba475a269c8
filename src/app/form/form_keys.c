/* form_keys.c - what keys do to a form: choosing, typing, and going from field to field. */
#include "form.h"

#include "base/mem.h"
#include "command/command.h"
#include "console/typing.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

/* --- choosing --------------------------------------------------------------------------------------------------------- */

/* From 0 (none) round to the last of the needs. */
static void choose_need(struct form_input *input, const struct workbook *book, int by)
{
	size_t rounds = book->needs.len + 1;
	size_t number = (form_need_number(book, input->ref) + rounds + (size_t)by) % rounds;

	snprintf(input->ref, sizeof input->ref, "%s", number ? book->needs.at[number - 1].id : "");
}

static void choose(struct form *form, size_t field, const struct workbook *book, int by)
{
	struct form_input *input = &form->inputs[field];
	const struct code_list *codes = form_codes(form, field);

	if (codes)
		input->choice = (unsigned)((input->choice + codes->len + (size_t)by) % codes->len);
	else
		choose_need(input, book, by);
	form->formality_is_said |= codes == &codes_formality;
}

/* By its number: that of a need, or its place in the list, from 1 on where the first is a choice like the others (0 is “unsaid”). */
static bool choose_number(struct form *form, const struct workbook *book, size_t number)
{
	struct form_input *input = &form->inputs[form->focus];
	const struct code_list *codes = form_codes(form, form->focus);
	size_t now = codes ? input->choice : form_need_number(book, input->ref);
	size_t first = codes && *codes->codes[0].code ? 1 : 0, len = codes ? codes->len : book->needs.len + 1;

	if (number < first || number - first >= len)
		return false;
	choose(form, form->focus, book, (int)(number - first) - (int)now);
	return true;
}

/* In a field that is chosen, the space bar, the arrows and digits choose. */
static bool take_choice_key(struct form *form, struct key key, const struct workbook *book)
{
	key = key_narrow(key);
	bool is_char = key_is_character(key);
	int by = key.code == KEYCODE_RIGHT || (is_char && key.point == ' ') ? 1 : key.code == KEYCODE_LEFT ? -1 : 0;

	if (is_char && key.point >= '0' && key.point <= '9')
		return choose_number(form, book, key.point - '0');
	if (by)
		choose(form, form->focus, book, by);
	return by != 0;
}

static bool is_text(const struct input_event *event)
{
	return event->type == INPUT_KEY ? key_is_character(event->key) : event->type == INPUT_TEXT || event->type == INPUT_PASTE;
}

static enum form_answer take_choice(struct form *form, const struct input_event *event, const struct workbook *book)
{
	const char *at = event->text, *end = at + event->len;
	bool chosen = event->type == INPUT_KEY && take_choice_key(form, event->key, book);

	while (event->type == INPUT_TEXT && at < end) {
		int32_t point = text_next_code_point(&at, end);
		struct key key = { .code = KEYCODE_CHAR, .point = point < 0 ? 0 : (uint32_t)point };
		chosen |= take_choice_key(form, key, book);
	}
	return chosen ? FORM_CHANGED : is_text(event) ? FORM_CHOOSES : FORM_IGNORED;
}

/* --- typing --------------------------------------------------------------------------------------------------------- */

static void step_focus(struct form *form, int by)
{
	form->focus = (form->focus + form->len + (size_t)by) % form->len;
}

/* Up and down: among the cards found or the times offered, within a text of several rows, else to another field. */
static enum form_answer go_vertically(struct form *form, int by)
{
	struct lineedit *edit = &form->inputs[form->focus].edit;

	if (form_is_picking(form))
		form_move_card_bar(form, by);
	else if (form_is_timing(form))
		form_take_when(form, by);
	else if (form_is_typed(form, form->focus) && form->cols > 0 && lineedit_move_row(edit, by, form->cols, false))
		return FORM_TYPED;
	else
		step_focus(form, by);
	return FORM_CHANGED;
}

/* With Shift up and down select; pages are as many rows as a field shows. Past the first row and the last go the ends. */
static bool move_by_rows(struct form *form, struct key key)
{
	enum { PAGE = 3 };
	static const struct {
		enum keycode code;
		int rows;
		bool selects_only;
	} moves[] = { { KEYCODE_UP, -1, true }, { KEYCODE_DOWN, 1, true }, { KEYCODE_PAGE_UP, -PAGE, false },
		      { KEYCODE_PAGE_DOWN, PAGE, false } };
	struct lineedit *edit = &form->inputs[form->focus].edit;

	for (size_t i = 0; i < COUNT(moves); i++) {
		if (key.code != moves[i].code || key.ctrl || key.alt || (moves[i].selects_only && !key.shift))
			continue;
		if (form->cols <= 0 || !lineedit_move_row(edit, moves[i].rows, form->cols, key.shift))
			lineedit_move(edit, moves[i].rows < 0 ? MOVE_START : MOVE_END, key.shift);
		return true;
	}
	return false;
}

/* Enter goes on to the next empty line that matters and saves from the last: fast for those who know, clear for those who do
 * not. */
static enum form_answer do_accept(struct form *form, const struct workbook *book)
{
	(void)book;
	for (size_t i = form->focus + 1; i < form->len; i++) {
		if (!form_is_typed(form, i) || form->spec->fields[i].is_aside || form->inputs[i].edit.text.len)
			continue;
		form->focus = i;
		return FORM_CHANGED;
	}
	return FORM_ACCEPTED;
}

static enum form_answer do_cancel(struct form *form, const struct workbook *book)
{
	(void)form;
	(void)book;
	return FORM_CANCELLED;
}

static enum form_answer do_newline(struct form *form, const struct workbook *book)
{
	struct lineedit *edit = &form->inputs[form->focus].edit;

	(void)book;
	if (!form_is_typed(form, form->focus) || !edit->lines)
		return FORM_IGNORED;
	return lineedit_insert(edit, "\n", 1) ? FORM_TYPED : FORM_TOO_LONG;
}

static enum form_answer do_chain(struct form *form, const struct workbook *book)
{
	(void)book;
	return form->spec->card ? FORM_CHAIN : FORM_IGNORED;
}

static enum form_answer do_field(struct form *form, const struct workbook *book)
{
	(void)book;
	step_focus(form, 1);
	return FORM_CHANGED;
}

static enum form_answer do_field_back(struct form *form, const struct workbook *book)
{
	(void)book;
	step_focus(form, -1);
	return FORM_CHANGED;
}

static enum form_answer do_down(struct form *form, const struct workbook *book)
{
	(void)book;
	return go_vertically(form, 1);
}

static enum form_answer do_up(struct form *form, const struct workbook *book)
{
	(void)book;
	return go_vertically(form, -1);
}

/* Takes the next choice also from where one is typing: of what is offered there, or that of the form's first list. */
static enum form_answer do_choose(struct form *form, const struct workbook *book)
{
	size_t field = form->focus;

	if (form_is_timing(form)) {
		form_take_when(form, 1);
		return FORM_CHANGED;
	}
	for (size_t i = 0; i < form->len && form_is_typed(form, field); i++)
		field = i;
	if (form_is_typed(form, field))
		return FORM_IGNORED;
	choose(form, field, book, 1);
	return FORM_CHANGED;
}

typedef enum form_answer form_handler(struct form *form, const struct workbook *book);

static form_handler *const handlers[CMD_COUNT] = {
	[CMD_edit_accept] = do_accept, [CMD_edit_cancel] = do_cancel,
	[CMD_edit_newline] = do_newline, [CMD_edit_choose] = do_choose,
	[CMD_edit_chain] = do_chain,
	[CMD_edit_field] = do_field, [CMD_edit_field_back] = do_field_back,
	[CMD_edit_field_down] = do_down, [CMD_edit_field_up] = do_up,
};

/* What is offered for what has been typed now: cards of that name, or the bar among the times. */
static enum form_answer look_up(struct form *form, const struct workbook *book)
{
	bool had_cards = form->cards_len || form->card[0];

	if (form->spec->card && form->focus == 0)
		form_find_cards(form, book, true);
	return had_cards || form->cards_len || form_is_timing(form) ? FORM_CHANGED : FORM_TYPED;
}

enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book)
{
	bool is_command = event->type == INPUT_KEY && !key_is_character(event->key);
	form_handler *handler = is_command ? handlers[command_of_key(AT_edit, event->key)] : NULL;

	if (handler)
		return handler(form, book);
	if (!form_is_typed(form, form->focus))
		return take_choice(form, event, book);
	if (is_command && move_by_rows(form, event->key))
		return FORM_TYPED;
	switch (typing_take(&form->inputs[form->focus].edit, event)) {
	case TYPING_NOTHING:
		return FORM_IGNORED;
	case TYPING_TOO_LONG:
		return FORM_TOO_LONG;
	case TYPING_TAKEN:
		break;
	}
	return look_up(form, book);
}
