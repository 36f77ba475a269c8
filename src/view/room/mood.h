/* mood.h - how the nearness of a step's end looks (engine/mood.h).
 * Floor: view, private. */
#ifndef VIEW_MOOD_H
#define VIEW_MOOD_H

#include "engine/mood.h"
#include "view/canvas.h"

enum style mood_style(enum mood mood);  /* of words */

/* Digits as large as the area lets them; in overtime in a block that fills it. */
void mood_draw_digits(struct canvas *canvas, struct rect area, enum mood mood, const char *text);

#endif
