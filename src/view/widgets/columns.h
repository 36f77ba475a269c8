/* columns.h - rows of a table under named columns, aligned by what is seen, not by bytes.
 * Floor: view, private. */
#ifndef VIEW_COLUMNS_H
#define VIEW_COLUMNS_H

#include "view/canvas.h"

/* Columns stand side by side, COLUMN_GAP apart. */
struct column {
	const char *heading; /* in the user's language */
	int cols;            /* 0: not shown */
	bool right;          /* numbers */
};
enum { COLUMN_GAP = 2 };

void column_widen(struct column *column, const char *text); /* to the text's width, if that is more */

/* Gives the flexible column what the others leave of cols, at most `most` (its widest text); where that is less than
 * `least`, columns are taken away from the right until it is enough. */
void columns_fit(struct column *columns, size_t len, size_t flexible, int least, int most, int cols);

void column_text(struct canvas *canvas, struct rect row, const struct column *columns, size_t at, enum style style,
		 const char *text);
void columns_headings(struct canvas *canvas, struct rect row, const struct column *columns, size_t len);

#endif
