/* mood.h - how the nearness of a step's end looks (engine/mood.h).
 * Floor: view, private. */
#ifndef VIEW_MOOD_H
#define VIEW_MOOD_H

#include "engine/mood.h"
#include "view/canvas.h"

enum style mood_digits(enum mood mood); /* one of STYLE_BIG… */
enum style mood_style(enum mood mood);  /* of words */

#endif
