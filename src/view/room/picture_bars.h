/* picture_bars.h - rows of the picture: what is needed, how much was offered for it, and who supports it.
 * Floor: view, private. */
#ifndef VIEW_PICTURE_BARS_H
#define VIEW_PICTURE_BARS_H

#include "engine/gathered.h"
#include "view/canvas.h"

/* Columns of a row, and what the longest bars stand for: all rows share one, so that they read against each other. */
struct bar_scale {
	int need_cols, offer_cols, count_cols, support_cols;
	size_t offers_most, supports_most;
};

void bars_draw_headings(struct canvas *canvas, struct rect row, const struct bar_scale *scale);
void bars_draw_part(struct canvas *canvas, struct rect row, const char *need, const struct gathered_part *part,
		    const struct bar_scale *scale);

/* Letter and word of each kind of support, with the number of all of it where there is room. */
void bars_draw_legend(struct canvas *canvas, struct rect row, const struct gathered_part *all);

#endif
