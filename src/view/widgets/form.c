/* form.c - the form in which a row is written, and the cards found for a support. */
#include "view/form.h"

#include "base/i18n.h"
#include "domain/record.h"
#include "formality.h"
#include "view/widgets.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_COLS = 12, FIELD_ROWS = 4, FIELDS_A_SCREEN = 5, CARD_ROWS = 6 };

int form_view_cols(const struct canvas *canvas)
{
	return widget_field_cols(canvas->cols - LABEL_COLS);
}

static bool is_chosen(const struct form_field_view *field)
{
	return field->codes || field->needs;
}

/* A page pasted into it is seen the better the taller the screen is. */
int form_field_rows(const struct canvas *canvas, const struct lineedit *edit, int cols)
{
	int rows = widget_field_rows(edit, cols), most = canvas->rows / FIELDS_A_SCREEN;

	if (most < FIELD_ROWS)
		most = FIELD_ROWS;
	return rows > most ? most : rows;
}

static int field_rows(const struct canvas *canvas, const struct form_field_view *field, int cols)
{
	return is_chosen(field) ? 1 : form_field_rows(canvas, field->edit, cols - LABEL_COLS);
}

/* The title, the fields, and a free row under the one that has the keys: an input method shows its candidates there. */
static int fields_rows(const struct canvas *canvas, const struct form_view *form, int cols)
{
	int rows = 2;

	for (size_t i = 0; i < form->len; i++)
		rows += field_rows(canvas, &form->fields[i], cols);
	return rows;
}

/* The cards found, what is typed as it is, and how many more cards there are. */
static int cards_rows(const struct form_view *form)
{
	int rows = form->cards_len < CARD_ROWS ? (int)form->cards_len : CARD_ROWS;

	return rows ? rows + 1 : 0;
}

int form_view_rows(const struct canvas *canvas, const struct form_view *form, int most)
{
	int rows = fields_rows(canvas, form, canvas->cols) + cards_rows(form) + (form->words_len > 0);

	return rows < most ? rows : most;
}

static void put(struct canvas *canvas, struct rect *at, enum style style, const char *text)
{
	int used = canvas_text(canvas, at->row, at->col, at->cols, style, text);

	at->col += used;
	at->cols -= used;
}

static int bracketed_cols(const char *label)
{
	return text_cols(label, strlen(label)) + 2;
}

static void put_bracketed(struct canvas *canvas, struct rect *at, enum style style, const char *label, bool chosen)
{
	put(canvas, at, style, chosen ? "[" : " ");
	put(canvas, at, style, label);
	put(canvas, at, style, chosen ? "]" : " ");
}

static int choice_cols(const struct code_list *codes, unsigned choice)
{
	return bracketed_cols(code_label(codes, choice));
}

/* The first of the choices to show, so that the one chosen is seen. */
static unsigned first_choice(const struct form_field_view *field, int cols)
{
	unsigned first = field->choice;
	int used = choice_cols(field->codes, first);

	while (first > 0 && used + choice_cols(field->codes, first - 1) <= cols)
		used += choice_cols(field->codes, --first);
	return first;
}

static void draw_codes(struct canvas *canvas, struct rect at, const struct form_field_view *field, bool focused)
{
	for (unsigned i = first_choice(field, at.cols); i < field->codes->len && choice_cols(field->codes, i) <= at.cols; i++) {
		enum style style = i != field->choice ? STYLE_LABEL : focused ? STYLE_FOCUS : STYLE_STRONG;
		if (field->codes == &codes_formality && i != FORMALITY_UNSAID && style != STYLE_FOCUS)
			style = formality_look((enum formality)i)->style;
		put_bracketed(canvas, &at, style, code_label(field->codes, i), i == field->choice);
	}
}

/* One at a time: they are sentences. */
static void draw_need(struct canvas *canvas, struct rect at, const struct form_field_view *field, bool focused)
{
	enum style style = focused ? STYLE_FOCUS : STYLE_STRONG;
	char number[40];

	snprintf(number, sizeof number, "%u/%zu", field->choice, field->needs->len);
	put(canvas, &at, style, "[");
	put(canvas, &at, style, field->choice ? field->needs->at[field->choice - 1].text : _("none"));
	put(canvas, &at, style, "]");
	put(canvas, &at, STYLE_LABEL, " ");
	put(canvas, &at, STYLE_LABEL, number);
}

static void draw_field(struct canvas *canvas, struct rect at, const struct form_field_view *field, bool focused)
{
	if (field->codes)
		draw_codes(canvas, at, field, focused);
	else if (field->needs)
		draw_need(canvas, at, field, focused);
	else
		widget_field(canvas, at, field->edit, focused);
	/* Where nothing is typed the cursor marks the place, for those who listen to the screen. */
	if (focused && is_chosen(field))
		canvas_cursor(canvas, at.row, at.col);
}

/* The one that is taken is always in sight. */
static void draw_words(struct canvas *canvas, struct rect at, const struct form_view *form)
{
	size_t first = form->word_bar < form->words_len ? form->word_bar : 0;
	int used = form->words_len ? bracketed_cols(form->words[first]) : 0;

	while (first > 0 && used + bracketed_cols(form->words[first - 1]) <= at.cols)
		used += bracketed_cols(form->words[--first]);
	for (size_t i = first; i < form->words_len && bracketed_cols(form->words[i]) <= at.cols; i++) {
		bool taken = i == form->word_bar;
		put_bracketed(canvas, &at, taken ? STYLE_FOCUS : STYLE_LABEL, form->words[i], taken);
	}
}

/* --- cards ---------------------------------------------------------------------------------------------------------------- */

static void draw_as_typed(struct canvas *canvas, struct rect at, const struct form_view *form, enum style style)
{
	char more[100];

	put(canvas, &at, style, "    ");
	put(canvas, &at, style, _("as it is typed"));
	if (form->cards_in_all <= form->cards_len)
		return;
	snprintf(more, sizeof more, _("  (%zu cards more: type on)"), form->cards_in_all - form->cards_len);
	put(canvas, &at, style, more);
}

/* Where a card has its number stands nothing; the rest is lined up with the cards. */
static void draw_offer(struct canvas *canvas, struct rect at, const struct offer *offer, enum style style)
{
	const struct formality_look *look = formality_look(record_formality_of(NULL, offer));
	struct buf name = { 0 };

	record_name_of(NULL, offer, &name);
	put(canvas, &at, style, "    ");
	put(canvas, &at, look->style, look->mark);
	put(canvas, &at, style, " ");
	put(canvas, &at, look->style, buf_text(&name));
	put(canvas, &at, style, "  ");
	put(canvas, &at, STYLE_LABEL, *offer->by ? offer->by : _("offer"));
	buf_done(&name);
}

static void draw_card(const void *ctx, struct canvas *canvas, struct rect at, size_t index, enum style style)
{
	const struct form_view *form = ctx;
	char number[24];

	if (index == form->cards_len) {
		draw_as_typed(canvas, at, form, style);
		return;
	}
	if (form->cards[index].offer) {
		draw_offer(canvas, at, form->cards[index].offer, style);
		return;
	}
	const struct card *card = form->cards[index].card;
	const struct formality_look *look = formality_look(card->formality);
	if (form->cards[index].number)
		snprintf(number, sizeof number, "%3" PRId64 " ", form->cards[index].number);
	else
		snprintf(number, sizeof number, "    ");
	put(canvas, &at, style, number);
	put(canvas, &at, look->style, look->mark);
	put(canvas, &at, style, " ");
	put(canvas, &at, look->style, card->name);
	put(canvas, &at, style, "  ");
	put(canvas, &at, STYLE_LABEL, card->strength);
}

static void draw_cards(struct canvas *canvas, struct rect area, const struct form_view *form)
{
	struct list_view list = { .len = form->cards_len + 1, .selected = form->card_bar, .focused = true };

	if (form->cards_len && area.rows > 0)
		widget_list(canvas, area, &list, draw_card, form);
}

/* So that the field that has the keys, and the free row under it, are seen. */
static size_t first_field(const struct canvas *canvas, const struct form_view *form, struct rect area)
{
	int rows = area.rows - 2;
	size_t first = form->focus;

	for (int left = rows - field_rows(canvas, &form->fields[first], area.cols); first > 0; first--) {
		left -= field_rows(canvas, &form->fields[first - 1], area.cols);
		if (left < 0)
			break;
	}
	return first;
}

static void draw_place(struct canvas *canvas, struct rect area, const struct form_view *form)
{
	char place[40];

	snprintf(place, sizeof place, "%zu/%zu", form->focus + 1, form->len);
	canvas_text_right(canvas, area.row, area.col, area.cols - 1, STYLE_BAR, place);
}

struct rect form_view_draw(struct canvas *canvas, struct rect area, const struct form_view *form)
{
	struct rect typed = { 0 };
	int row = area.row, end = area.row + area.rows;
	bool is_cut = fields_rows(canvas, form, area.cols) > area.rows;

	canvas_fill(canvas, area, STYLE_PLAIN);
	canvas_fill(canvas, (struct rect){ row, area.col, 1, area.cols }, STYLE_BAR);
	canvas_text(canvas, row++, area.col + 1, area.cols - 2, STYLE_BAR, form->title);
	if (is_cut)
		draw_place(canvas, area, form);
	if (form->meets_other)
		canvas_text_right(canvas, area.row, area.col, area.cols - 1, STYLE_WARN, _(" Somebody else saved it too; both stay. "));
	for (size_t i = is_cut ? first_field(canvas, form, area) : 0; i < form->len && row < end; i++) {
		const struct form_field_view *field = &form->fields[i];
		bool focused = i == form->focus;
		struct rect at = { row, area.col + LABEL_COLS, field_rows(canvas, field, area.cols), area.cols - LABEL_COLS };
		canvas_text(canvas, row, area.col + 1, LABEL_COLS - 2, focused ? STYLE_FOCUS : STYLE_LABEL, field->label);
		draw_field(canvas, at, field, focused);
		if (focused && !is_chosen(field))
			typed = at;
		row += at.rows + focused;
	}
	draw_cards(canvas, (struct rect){ row, area.col, end - row, area.cols }, form);
	if (form->words_len && row < end)
		draw_words(canvas, (struct rect){ row, area.col + LABEL_COLS, 1, area.cols - LABEL_COLS }, form);
	return typed;
}
