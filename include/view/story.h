/* story.h - a table's story as a page to read aloud: all of what was written of it, in sentences, page by page.
 * Floor: view. */
#ifndef VIEW_STORY_H
#define VIEW_STORY_H

#include "domain/workbook.h"
#include "view/canvas.h"

struct story_view {
	const struct workbook *book;
	const struct table *table;
	size_t page; /* from 0; beyond the last: the last */
};

/* Leaves the last two rows alone: notice and footer are the console's. Returns how many pages there are, at least 1. */
size_t story_view_draw(struct canvas *canvas, const struct story_view *view);

#endif
