/* directory.h - a list of rows under headings, what is known of the one under the bar, and the form in which one is written.
 * Floor: view. Only the rows that are seen are asked for, however many there are. */
#ifndef VIEW_DIRECTORY_H
#define VIEW_DIRECTORY_H

#include "view/canvas.h"
#include "view/form.h"
#include "view/widgets.h"

enum { DIRECTORY_COLUMNS_MAX = 8 };

/* On a narrow screen columns are taken away from the right. */
struct directory_column {
	const char *heading; /* N_() */
	int cols;            /* at least as wide as its heading; 0: what the others leave */
	bool right;          /* numbers */
};

struct directory_view {
	const char *mark;    /* before the title, must not be overlooked; "": none */
	const char *title;
	const char *counts;  /* at the right of the title */
	const char *filters; /* how the list is narrowed, in words; "": it is not */
	const char *details; /* of the row under the bar, may hold line feeds */
	const char *empty;   /* where there is no row */
	const struct directory_column *columns; /* just one of them has no cols of its own */
	size_t columns_len;
	size_t len, bar;
	struct list_drawn *drawn; /* of the list */
	void (*add_cell)(const void *ctx, size_t row, size_t column, struct buf *out, enum style *style);
	const void *ctx;
	const struct form_view *form; /* NULL: none is open */
};

/* Leaves the last two rows alone: notice and footer are the console's. May be drawn over what it drew last if nothing but the bar
 * has moved since. */
void directory_view_draw(struct canvas *canvas, const struct directory_view *view);

#endif
