/* run.h - the facilitator's console.
 * Floor: view. */
#ifndef VIEW_RUN_H
#define VIEW_RUN_H

#include "domain/workbook.h"
#include "engine/run.h"
#include "engine/spent.h"
#include "view/canvas.h"

struct run_view {
	const struct workbook *book;
	const struct run *run;
	size_t bar;             /* the table under the bar */
	const int64_t *scribes; /* numbers of the tables with a live scribe */
	size_t scribes_len;
	const int64_t *stopped; /* those of them whose scribe's program stands still */
	size_t stopped_len;
	int64_t pages;          /* of what the running step puts on stage: of a text, or steps of the story told */
	int64_t paragraphs;     /* of the text's page; 0: no text */
	int64_t reading_ms, reading_left_ms; /* of the text read aloud in the running step; 0: there is none */
	int64_t slept_ms;       /* to be settled; 0: nothing */
	const struct spent *last_time; /* of each item (engine/spent.h); NULL: nothing is known */
	bool flash;             /* a bell: the clock is reversed for a moment */
	bool silent;            /* bells are not heard on this computer */
	const char *say;        /* what to read out now that a bell has rung; "" : nothing */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
void run_view_draw(struct canvas *canvas, const struct run_view *view);

#endif
