/* story_text.h - a table's story as paragraphs.
 * Floor: view, private. */
#ifndef VIEW_STORY_TEXT_H
#define VIEW_STORY_TEXT_H

#include "base/arena.h"
#include "domain/workbook.h"
#include "view/canvas.h"

#include <stdbool.h>
#include <stddef.h>

/* A mark, and a text that is wrapped to its right. Texts are in the arena or the workbook. */
struct story_para {
	int indent; /* columns */
	const char *mark, *text;
	enum style mark_style, style;
	bool opens; /* what belongs together on a page begins here */
};

struct story_text {
	struct story_para *at;
	size_t len;
};

struct story_text story_text_of(const struct workbook *book, const struct table *table, struct arena *arena);

#endif
