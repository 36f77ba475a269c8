/* scribe.h - a table's recording sheet, and the form in which a row is written.
 * Floor: view. */
#ifndef VIEW_SCRIBE_H
#define VIEW_SCRIBE_H

#include "domain/sheet.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "text/lineedit.h"
#include "view/canvas.h"

enum { FORM_FIELDS_MAX = 3 };

/* A field is typed (edit) or chosen from a code list (codes not NULL). */
struct form_field_view {
	const char *label;
	const struct lineedit *edit;
	const struct code_list *codes;
	unsigned choice;
};

struct form_view {
	const char *title;
	struct form_field_view fields[FORM_FIELDS_MAX];
	size_t len, focus;
	const struct card *const *cards; /* a support's form: the cards that match what is typed */
	size_t cards_len, card_bar;      /* card_bar cards_len: what is typed is the name */
};

struct scribe_view {
	const struct workbook *book;
	const struct run *run;
	const struct table *table;
	struct sheet sheet;
	size_t bar;
	const struct form_view *form; /* NULL: none is open */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
void scribe_view_draw(struct canvas *canvas, const struct scribe_view *view);

#endif
