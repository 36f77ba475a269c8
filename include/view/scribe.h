/* scribe.h - a table's recording sheet, and the form in which a row is written.
 * Floor: view. */
#ifndef VIEW_SCRIBE_H
#define VIEW_SCRIBE_H

#include "domain/card_finder.h"
#include "domain/sheet.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "text/lineedit.h"
#include "view/canvas.h"

enum { FORM_FIELDS_MAX = 6, FORM_CARDS_MAX = 50, FORM_OFFERS_MAX = 5 };

/* A field is typed (edit), or chosen: from a list of codes, or among the needs of the case (choice: its number, 0 none). */
struct form_field_view {
	const char *label;
	const struct lineedit *edit;
	const struct code_list *codes;
	const struct need_list *needs;
	unsigned choice;
};

struct form_view {
	const char *title;
	struct form_field_view fields[FORM_FIELDS_MAX];
	size_t len, focus;
	bool meets_other; /* somebody else has saved a field that is being changed here: saving leaves both */
	const struct card_found *cards; /* a support's form: the cards that match what is typed */
	size_t cards_len, cards_in_all, card_bar; /* card_bar cards_len: what is typed is the name */
	const char *const *words; /* that may be taken in place of what is typed in the field that has the keys */
	size_t words_len, word_bar; /* word_bar words_len: it is none of them */
};

/* How it was drawn, for the next time. `tops`: the first row shown of each list, which scrolls only when it must. A narrow screen has
 * one list; a wide one has the story at the left, offers and notes at the right. */
struct scribe_layout {
	size_t tops[2];
	struct rect lists;
	size_t bar;
	struct rect form, field; /* the field that one types in; no rows: there was none */
};

struct scribe_view {
	const struct workbook *book;
	const struct run *run;
	const struct table *table;
	struct sheet sheet;
	size_t bar;
	const char *taken; /* the id of a row that was taken up; NULL: none */
	struct scribe_layout layout;
	const struct form_view *form; /* NULL: none is open */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
struct scribe_layout scribe_view_draw(struct canvas *canvas, const struct scribe_view *view);

/* Over what was drawn last, the one thing that has changed since: the text that one types, the form, or where the bar is.
 * False where that moves other things: then all is to be drawn. */
bool scribe_view_draw_field(struct canvas *canvas, const struct lineedit *edit, const struct scribe_layout *layout,
			    struct rect *ret_area);
bool scribe_view_draw_form(struct canvas *canvas, const struct form_view *form, struct scribe_layout *layout,
			   struct rect *ret_area);
bool scribe_view_draw_bar(struct canvas *canvas, const struct scribe_view *view, struct scribe_layout *layout,
			  struct rect *ret_area);

/* What a row says, without its mark; of a heading only the story's title and who walks along. */
void scribe_view_add_text(const struct scribe_view *view, size_t row, struct buf *out);

int form_view_cols(const struct canvas *canvas); /* of the form's text fields */

#endif
