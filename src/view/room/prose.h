/* prose.h - a text for the wall: whole paragraphs, with air between them where there is room.
 * Floor: view, private. */
#ifndef VIEW_PROSE_H
#define VIEW_PROSE_H

#include "view/canvas.h"

/* Blank lines are kept while they fit, and given up before a word is; what still does not fit ends in "…". */
enum prose_air {
	PROSE_AS_WRITTEN,
	PROSE_SPACED, /* if all of it fits so: a blank row after every paragraph */
	PROSE_AIRY, /* if all of it fits so: a blank row after every paragraph, and after every line */
};

/* The rows it would take in so many rows and columns. */
int prose_rows(int rows, int cols, enum prose_air air, const char *text, size_t len);

/* Draws from the top of the area; returns the rows used. */
int prose_draw(struct canvas *canvas, struct rect area, enum style style, enum prose_air air, const char *text,
	       size_t len);

/* The same, as a block as wide as its longest line in the middle of the area's columns. */
int prose_draw_block(struct canvas *canvas, struct rect area, enum style style, const char *text);

#endif
