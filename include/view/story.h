/* story.h - a table's story as a page to read aloud: all of what was written of it, in sentences, page by page.
 * Floor: view. */
#ifndef VIEW_STORY_H
#define VIEW_STORY_H

#include "base/buf.h"
#include "domain/workbook.h"
#include "view/canvas.h"

struct story_view {
	const struct workbook *book;
	const struct table *table;
	size_t page; /* from 0; beyond the last: the last */
	bool is_sought;
	size_t sought; /* the paragraph that was looked for: its page is shown, and a mark beside it */
};
struct story_shown {
	size_t page, pages; /* which is shown, and of how many: at least 1 */
	size_t first;       /* its first paragraph */
};

/* Leaves the last two rows alone: notice and footer are the console's. */
struct story_shown story_view_draw(struct canvas *canvas, const struct story_view *view);

/* Its paragraphs, for who looks for words. */
size_t story_view_len(const struct story_view *view);
void story_view_add_text(const struct story_view *view, size_t index, struct buf *out);

#endif
