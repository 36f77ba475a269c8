/* pixels.h - pixels about as high as wide, painted onto cells: two to a cell as half blocks, or cells in full where
 * half blocks may be two columns wide.
 * Floor: view, private. */
#ifndef VIEW_PIXELS_H
#define VIEW_PIXELS_H

#include "view/canvas.h"

struct pixels {
	int rows, cols;
	bool *lit; /* owned */
};

int pixels_per_row(void); /* in one row of cells: 2 or 1 */
void pixels_init(struct pixels *pixels, int rows, int cols);
void pixels_done(struct pixels *pixels);
void pixels_light(struct pixels *pixels, int row, int col); /* outside: ignored */
int pixels_cell_rows(int rows);                             /* the rows of cells they take */
/* Paints the lit ones with the style (one of STYLE_BIG…) from a cell on; the others leave what stands there. */
void pixels_paint(const struct pixels *pixels, struct canvas *canvas, int row, int col, enum style style);

/* The style of text that stands where a style of big text was asked for. */
enum style pixels_text_style(enum style style);
/* Lays the ground that pixels of the style are painted on: a block of the text's style, whose paper it has. */
void pixels_ground(struct canvas *canvas, struct rect area, enum style style);

#endif
