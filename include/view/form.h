/* form.h - the form in which a row is written.
 * Floor: view. */
#ifndef VIEW_FORM_H
#define VIEW_FORM_H

#include "domain/card_finder.h"
#include "domain/workbook.h"
#include "text/lineedit.h"
#include "view/canvas.h"

enum { FORM_FIELDS_MAX = 24, FORM_CARDS_MAX = 50, FORM_OFFERS_MAX = 5 };

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

int form_view_cols(const struct canvas *canvas); /* of the form's text fields */

/* How many rows it wants where there are at most `most`; the cards found share what is left over. */
int form_view_rows(const struct canvas *canvas, const struct form_view *form, int most);
/* Where there is no room for all fields, those around the one that has the keys are seen. Returns where the field stands that one
 * types in; no rows: none. */
struct rect form_view_draw(struct canvas *canvas, struct rect area, const struct form_view *form);
/* Of a typed field, in columns of its own: as many as it needs, but no more than a fifth of a tall screen. */
int form_field_rows(const struct canvas *canvas, const struct lineedit *edit, int cols);

#endif
