/* run.h - the facilitator's console.
 * Floor: view. */
#ifndef VIEW_RUN_H
#define VIEW_RUN_H

#include "domain/workbook.h"
#include "engine/run.h"
#include "view/canvas.h"

struct run_view {
	const struct workbook *book;
	const struct run *run;
	size_t bar;             /* the table under the bar */
	const int64_t *scribes; /* numbers of the tables with a live scribe */
	size_t scribes_len;
	int64_t pages;          /* of what the running step puts on stage: of a text, or steps of the story told */
	int64_t slept_ms;       /* to be settled; 0: nothing */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
void run_view_draw(struct canvas *canvas, const struct run_view *view);

#endif
