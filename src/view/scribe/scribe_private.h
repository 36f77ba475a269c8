/* scribe_private.h - what the scribe's screen is put together from.
 * Floor: view, private. */
#ifndef VIEW_SCRIBE_PRIVATE_H
#define VIEW_SCRIBE_PRIVATE_H

#include "view/scribe.h"

/* Draws a row of the sheet in one row of the canvas, cut where it is longer. */
void sheet_row_draw(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index);
/* The row under the bar: wrapped, so that all of it can be read. */
void sheet_row_draw_wrapped(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index, enum style bar);
int sheet_row_rows(const struct scribe_view *view, size_t index, int cols); /* how many it takes then */

#endif
