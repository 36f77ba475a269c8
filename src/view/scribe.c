#include "view/scribe.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "view/widgets.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *mark;
	enum style style;
} formalities[] = {
	[FORMALITY_UNSAID] = { "?", STYLE_LABEL },
	[FORMALITY_FORMAL] = { "F", STYLE_FORMAL },
	[FORMALITY_INFORMAL] = { "I", STYLE_INFORMAL },
	[FORMALITY_MIXED] = { "M", STYLE_MIXED },
};

/* Draws text and moves on; what is left of the row goes to the next. */
static void put(struct canvas *canvas, struct rect *at, enum style style, const char *text)
{
	int used = canvas_text(canvas, at->row, at->col, at->cols, style, text);

	at->col += used;
	at->cols -= used;
}

static void draw_heading(struct canvas *canvas, struct rect at, const struct scribe_view *view, const struct sheet_row *row,
			 enum style style)
{
	const struct storyline *storyline = workbook_storyline(view->book, view->table->id);
	struct tally tally = workbook_tally(view->book, view->table->id);
	char text[160];

	if (row->kind == SHEET_OFFERS)
		snprintf(text, sizeof text, _("What we can do (%zu)"), row->number);
	else if (row->kind == SHEET_NOTES)
		snprintf(text, sizeof text, _("Notes (%zu)"), row->number);
	else
		snprintf(text, sizeof text, _("Our story (%zu)  F%zu I%zu M%zu"), row->number, tally.formal, tally.informal,
			 tally.mixed);
	put(canvas, &at, style == STYLE_PLAIN ? STYLE_TITLE : style, text);
	if (row->kind != SHEET_STORY || !storyline)
		return;
	put(canvas, &at, style, "  ");
	put(canvas, &at, style == STYLE_PLAIN ? STYLE_STRONG : style, storyline->title);
	if (*storyline->lead_support) {
		put(canvas, &at, style, "  ");
		put(canvas, &at, style, _("with "));
		put(canvas, &at, style, storyline->lead_support);
	}
}

static void draw_offer(struct canvas *canvas, struct rect at, const struct offer *offer, enum style style)
{
	put(canvas, &at, style, "  ");
	put(canvas, &at, style, offer->text);
	if (*offer->by) {
		put(canvas, &at, style, "  — ");
		put(canvas, &at, style, offer->by);
	}
	if (offer->scope != SCOPE_ONE) {
		put(canvas, &at, style, "  ");
		put(canvas, &at, style, code_label(&codes_scope, offer->scope));
	}
}

static void draw_step(struct canvas *canvas, struct rect at, const struct step *step, size_t number, enum style style)
{
	char mark[24];

	snprintf(mark, sizeof mark, "%2zu ", number);
	put(canvas, &at, style, mark);
	if (*step->when_label) {
		put(canvas, &at, style == STYLE_PLAIN ? STYLE_STRONG : style, step->when_label);
		put(canvas, &at, style, "  ");
	}
	put(canvas, &at, style, step->text);
}

static void draw_support(struct canvas *canvas, struct rect at, const struct support *support, enum style style)
{
	enum style own = style == STYLE_PLAIN ? formalities[support->formality].style : style;

	put(canvas, &at, style, "     ");
	put(canvas, &at, own, formalities[support->formality].mark);
	put(canvas, &at, style, " ");
	put(canvas, &at, own, support->name);
	put(canvas, &at, style, "  ");
	put(canvas, &at, style, code_label(&codes_formality, support->formality));
}

static void draw_note(struct canvas *canvas, struct rect at, const struct note *note, enum style style)
{
	put(canvas, &at, style, "  [");
	put(canvas, &at, style, code_label(&codes_note_kind, note->kind));
	put(canvas, &at, style, "] ");
	put(canvas, &at, style, note->text);
}

static void draw_row(const void *ctx, struct canvas *canvas, struct rect at, size_t index, enum style style)
{
	const struct scribe_view *view = ctx;
	const struct sheet_row *row = &view->sheet.rows[index];

	switch (row->kind) {
	case SHEET_OFFERS:
	case SHEET_STORY:
	case SHEET_NOTES:
		draw_heading(canvas, at, view, row, style);
		break;
	case SHEET_OFFER:
		draw_offer(canvas, at, (const struct offer *)(const void *)row->row, style);
		break;
	case SHEET_STEP:
		draw_step(canvas, at, (const struct step *)(const void *)row->row, row->number, style);
		break;
	case SHEET_SUPPORT:
		draw_support(canvas, at, (const struct support *)(const void *)row->row, style);
		break;
	case SHEET_NOTE:
		draw_note(canvas, at, (const struct note *)(const void *)row->row, style);
		break;
	}
}

/* --- the form --------------------------------------------------------------------------------------------------------- */

enum { LABEL_COLS = 12, FIELD_ROWS = 3 };

static int field_rows(const struct form_field_view *field, int cols)
{
	int rows = field->codes ? 1 : widget_field_rows(field->edit, cols);

	return rows > FIELD_ROWS ? FIELD_ROWS : rows;
}

/* The heading, the fields, the cards found, and a free row below for an input method's candidates. */
static int form_rows(const struct form_view *form, int cols)
{
	int rows = 2 + (int)form->cards_len;

	for (size_t i = 0; i < form->len; i++)
		rows += field_rows(&form->fields[i], cols - LABEL_COLS);
	return rows;
}

static void draw_choices(struct canvas *canvas, struct rect at, const struct form_field_view *field, bool focused)
{
	for (unsigned i = 0; i < field->codes->len; i++) {
		enum style style = i != field->choice ? STYLE_LABEL : focused ? STYLE_FOCUS : STYLE_STRONG;
		put(canvas, &at, style, i == field->choice ? "[" : " ");
		put(canvas, &at, style, code_label(field->codes, i));
		put(canvas, &at, style, i == field->choice ? "]" : " ");
	}
}

static void draw_cards(struct canvas *canvas, struct rect area, const struct form_view *form)
{
	for (size_t i = 0; i < form->cards_len && (int)i < area.rows; i++) {
		const struct card *card = form->cards[i];
		enum style style = i == form->card_bar ? STYLE_FOCUS : STYLE_PLAIN;
		struct rect at = { area.row + (int)i, area.col, 1, area.cols };
		char number[24];
		snprintf(number, sizeof number, "%3" PRId64 " ", card->number);
		canvas_fill(canvas, at, style);
		put(canvas, &at, style, number);
		put(canvas, &at, style, formalities[card->formality].mark);
		put(canvas, &at, style, " ");
		put(canvas, &at, style, card->name);
		put(canvas, &at, style, "  ");
		put(canvas, &at, style, card->strength);
	}
}

static void draw_form(struct canvas *canvas, struct rect area, const struct form_view *form)
{
	int row = area.row;

	canvas_fill(canvas, area, STYLE_PLAIN);
	canvas_fill(canvas, (struct rect){ row, area.col, 1, area.cols }, STYLE_BAR);
	canvas_text(canvas, row++, area.col + 1, area.cols - 2, STYLE_BAR, form->title);
	for (size_t i = 0; i < form->len; i++) {
		const struct form_field_view *field = &form->fields[i];
		bool focused = i == form->focus;
		struct rect at = { row, area.col + LABEL_COLS, field_rows(field, area.cols - LABEL_COLS), area.cols - LABEL_COLS };
		canvas_text(canvas, row, area.col + 1, LABEL_COLS - 2, focused ? STYLE_STRONG : STYLE_LABEL, field->label);
		if (field->codes)
			draw_choices(canvas, at, field, focused);
		else
			widget_field(canvas, at, field->edit, focused);
		row += at.rows;
	}
	draw_cards(canvas, (struct rect){ row, area.col + LABEL_COLS, area.row + area.rows - row, area.cols - LABEL_COLS }, form);
}

/* --- the sheet -------------------------------------------------------------------------------------------------------- */

static void draw_header(struct canvas *canvas, const struct scribe_view *view)
{
	const struct run_item *item = run_current(view->run);
	const struct table *table = view->table;
	char title[500], info[500] = "";
	int len = snprintf(title, sizeof title, _("Table %d"), (int)table->number);

	if (*table->name || *table->headline)
		snprintf(title + len, sizeof title - (size_t)len, "  %s%s%s", table->name, *table->name ? "  " : "", table->headline);
	if (item)
		snprintf(info, sizeof info, "%s  %s", item->item->title, words_remaining(item).text);
	widget_header(canvas, 0, title, info);
}

void scribe_view_draw(struct canvas *canvas, const struct scribe_view *view)
{
	int rows = view->form ? form_rows(view->form, canvas->cols) : 0;
	int last = canvas->rows - 2;
	int sheet_rows = last - 1 - rows;
	struct list_view list = { .len = view->sheet.len, .selected = view->bar, .focused = !view->form };

	draw_header(canvas, view);
	widget_list(canvas, (struct rect){ 1, 0, sheet_rows, canvas->cols }, &list, draw_row, view);
	if (view->form)
		draw_form(canvas, (struct rect){ last - rows, 0, rows, canvas->cols }, view->form);
}
