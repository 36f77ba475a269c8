/* dayline.h - the steps of the day before the room, calm: one below the other, and where we are.
 * Floor: view, private. */
#ifndef VIEW_DAYLINE_H
#define VIEW_DAYLINE_H

#include "engine/room_day.h"
#include "view/canvas.h"

/* Where rows are few, the steps around the present one. */
void dayline_draw(struct canvas *canvas, struct rect area, const struct room_day *day);

#endif
