/* search.h - words looked for in everything: the field they are typed into, and below it the rows that hold them.
 * Floor: view. */
#ifndef VIEW_SEARCH_H
#define VIEW_SEARCH_H

#include "text/lineedit.h"
#include "view/canvas.h"

#include <stdbool.h>

/* A row found. All borrowed. */
struct search_row {
	const char *kind;     /* "notes": said once for those that follow one another */
	const char *text;     /* that holds the first word */
	const char *place;    /* "Table 3"; whose words these are; "": that is said by them */
	const char *workshop; /* its title; "" for the directory */
};

struct search_view {
	const struct lineedit *edit;
	const char *word; /* the first one, folded (text/fold.h); "": nothing is looked for */
	const struct search_row *rows;
	size_t len, bar;
	bool more; /* there are more of some kind than are shown */
	bool done; /* everything has been looked through */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
void search_view_draw(struct canvas *canvas, const struct search_view *view);

#endif
