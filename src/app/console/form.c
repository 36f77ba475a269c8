#include "form.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command.h"
#include "text/text.h"
#include "typing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct field_info *info_of(const struct form *form, size_t field)
{
	return field_info_of(form_spec(form->kind)->fields[field].field);
}

static bool is_typed(const struct form *form, size_t field)
{
	enum field_type type = info_of(form, field)->type;

	return type == FIELD_TYPE_TEXT || type == FIELD_TYPE_LINES;
}

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
	const struct field_info *info = info_of(form, field);
	struct value value = row ? row_value(row, info) : (struct value){ "", 0 };

	input->choice = input->before_choice = (unsigned)value.number;
	input->before_text = mem_copy(value.text);
	input->edit.max_bytes = (size_t)info->limit;
	input->edit.lines = info->type == FIELD_TYPE_LINES;
	if (is_typed(form, field))
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

void form_open(struct form *form, enum form_kind kind, const struct row *row, const char *owner, const struct workbook *book)
{
	const struct form_spec *spec = form_spec(kind);

	form_close(form);
	form->kind = kind;
	form->seen = book->seen;
	snprintf(form->owner, sizeof form->owner, "%s", owner);
	snprintf(form->row, sizeof form->row, "%s", row ? row->id : "");
	for (size_t i = 0; i < spec->len; i++) {
		open_input(form, i, row);
		form->len += info_of(form, i)->type != FIELD_TYPE_REF || book->needs.len > 0;
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

struct value form_value(const struct form *form, size_t field)
{
	const struct form_input *input = &form->inputs[field];

	return (struct value){ is_typed(form, field) ? lineedit_text(&input->edit) : input->ref, input->choice };
}

bool form_is_changed(const struct form *form, size_t field)
{
	const struct form_input *input = &form->inputs[field];
	struct value value = form_value(form, field);

	return value.number != input->before_choice || strcmp(value.text, input->before_text) != 0;
}

bool form_is_blank(const struct form *form)
{
	size_t len = 0;

	for (size_t i = 0; i < form_spec(form->kind)->len && len == 0; i++)
		if (is_typed(form, i))
			text_trim(lineedit_text(&form->inputs[i].edit), form->inputs[i].edit.text.len, &len);
	return len == 0;
}

/* --- choosing --------------------------------------------------------------------------------------------------------- */

static size_t need_number(const struct workbook *book, const char *id)
{
	for (size_t i = 0; i < book->needs.len; i++)
		if (strcmp(book->needs.at[i].id, id) == 0)
			return i + 1;
	return 0;
}

/* From 0 (none) round to the last of the needs. */
static void choose_need(struct form_input *input, const struct workbook *book, int by)
{
	size_t rounds = book->needs.len + 1;
	size_t number = (need_number(book, input->ref) + rounds + (size_t)by) % rounds;

	snprintf(input->ref, sizeof input->ref, "%s", number ? book->needs.at[number - 1].id : "");
}

static void choose(struct form *form, size_t field, const struct workbook *book, int by)
{
	struct form_input *input = &form->inputs[field];
	const struct code_list *codes = info_of(form, field)->codes;

	if (codes)
		input->choice = (unsigned)((input->choice + codes->len + (size_t)by) % codes->len);
	else
		choose_need(input, book, by);
	form->formality_is_said |= codes == &codes_formality;
}

/* In a field that is chosen, the space bar and the arrows choose. */
static bool take_choice_key(struct form *form, struct key key, const struct workbook *book)
{
	int by = 0;

	key = key_narrow(key);
	if (key.code == KEYCODE_RIGHT || (key.code == KEYCODE_CHAR && key.point == ' '))
		by = 1;
	if (key.code == KEYCODE_LEFT)
		by = -1;
	if (by)
		choose(form, form->focus, book, by);
	return by != 0;
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
	return chosen ? FORM_CHANGED : FORM_IGNORED;
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
	else if (is_typed(form, form->focus) && form->cols > 0 && lineedit_move_row(edit, by, form->cols, false))
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
		if (!is_typed(form, i) || form_spec(form->kind)->fields[i].is_aside || form->inputs[i].edit.text.len)
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
	if (!is_typed(form, form->focus) || !edit->lines)
		return FORM_IGNORED;
	return lineedit_insert(edit, "\n", 1) ? FORM_TYPED : FORM_TOO_LONG;
}

static enum form_answer do_chain(struct form *form, const struct workbook *book)
{
	(void)book;
	return form_spec(form->kind)->card ? FORM_CHAIN : FORM_IGNORED;
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
	for (size_t i = 0; i < form->len && is_typed(form, field); i++)
		field = i;
	if (is_typed(form, field))
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

	if (form_spec(form->kind)->card && form->focus == 0)
		form_find_cards(form, book, true);
	return had_cards || form->cards_len || form_is_timing(form) ? FORM_CHANGED : FORM_TYPED;
}

enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book)
{
	form_handler *handler = event->type == INPUT_KEY ? handlers[command_of_key(AT_edit, event->key)] : NULL;

	if (handler)
		return handler(form, book);
	if (!is_typed(form, form->focus))
		return take_choice(form, event, book);
	if (event->type == INPUT_KEY && move_by_rows(form, event->key))
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

/* --- as it looks ------------------------------------------------------------------------------------------------------ */

struct form_view form_view_of(const struct form *form, const struct workbook *book)
{
	const struct form_spec *spec = form_spec(form->kind);
	struct form_view view = {
		.title = _(spec->title),
		.len = form->len,
		.focus = form->focus,
		.meets_other = form_meets_other(form, book),
		.cards = form->cards,
		.cards_len = form->cards_len,
		.cards_in_all = form->cards_in_all,
		.card_bar = form->card_bar,
	};

	if (form_is_timing(form)) {
		view.words = form->whens.at;
		view.words_len = form->whens.len;
		view.word_bar = form_when_bar(form);
	}

	for (size_t i = 0; i < form->len; i++) {
		const struct form_input *input = &form->inputs[i];
		struct form_field_view *field = &view.fields[i];
		*field = (struct form_field_view){ .label = _(spec->fields[i].label), .edit = &input->edit };
		field->codes = info_of(form, i)->codes;
		field->choice = input->choice;
		if (!field->codes && !is_typed(form, i)) {
			field->needs = &book->needs;
			field->choice = (unsigned)need_number(book, input->ref);
		}
	}
	return view;
}
