/* scribe.h - a table's recording sheet.
 * Floor: view. */
#ifndef VIEW_SCRIBE_H
#define VIEW_SCRIBE_H

#include "domain/sheet.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "view/form.h"

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

#endif
