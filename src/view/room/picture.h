/* picture.h - 1人・10人・100人: what the room has brought together, in large numbers and in bars by need.
 * Floor: view, private. */
#ifndef VIEW_PICTURE_H
#define VIEW_PICTURE_H

#include "engine/gathered.h"
#include "view/canvas.h"

/* Everything in its area, under no heading. Supports are told apart by letter and word, not by colour alone; needs keep
 * their order whatever their bars, so that nothing jumps while it grows, and nothing is a ranking. */
void picture_draw(struct canvas *canvas, struct rect area, const struct gathered *gathered);

#endif
