/* line.h - the day's line: every step on one axis of time, as planned, as it was and as it will probably be.
 * Floor: view. For the facilitator: the room sees view/dayline.h, which knows no lateness. */
#ifndef VIEW_LINE_H
#define VIEW_LINE_H

#include "base/buf.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "engine/spent.h"
#include "view/canvas.h"

struct line_view {
	const struct workbook *book;
	const struct run *run;
	const struct spent *last_time; /* one an item; NULL: nothing is known */
	size_t bar;                    /* the step under the bar */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
void line_view_draw(struct canvas *canvas, const struct line_view *view);

/* The same in sentences, a line a step: for who hears it (view/tell.h). */
void line_view_tell(const struct line_view *view, struct buf *out);

#endif
