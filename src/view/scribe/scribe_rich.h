/* scribe_rich.h - text in several styles, as a row of the sheet is built of it.
 * Floor: view, private. */
#ifndef VIEW_SCRIBE_RICH_H
#define VIEW_SCRIBE_RICH_H

#include "base/buf.h"
#include "scribe_private.h"

/* A mark, behind which the text is lined up when it is wrapped; then text, each part in its own style. */
enum { PARTS_MAX = 16 };
struct rich {
	struct buf text;
	struct {
		size_t end;
		enum style style;
	} parts[PARTS_MAX];
	size_t len;
	size_t mark_len; /* bytes */
	bool is_whole;   /* the row under the bar: it has room for what is said quietly */
};

void rich_put(struct rich *rich, enum style style, const char *text);
void sheet_row_build(struct rich *rich, const struct scribe_view *view, size_t index); /* what the row says */

#endif
