/* home.h - the list of workshops.
 * Floor: view. */
#ifndef VIEW_HOME_H
#define VIEW_HOME_H

#include "domain/workbook.h"
#include "engine/outline.h"
#include "view/widgets.h"

struct home_view {
	const struct workbook *outline;
	const struct outline_line *lines; /* of the same */
	size_t bar;
	int64_t now_ms;
	const char *rehearsed; /* which one is being rehearsed beside this screen; "": none */
	struct list_drawn *drawn; /* of the list; NULL: the canvas is clear */
};

/* Leaves the last two rows alone: notice and footer are the console's. May be drawn over what it drew last if nothing but the bar
 * has moved since. */
void home_view_draw(struct canvas *canvas, const struct home_view *view);

#endif
