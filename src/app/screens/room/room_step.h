/* room_step.h - what the room is told of the running step besides its clock.
 * Floor: app (private). */
#ifndef APP_ROOM_STEP_H
#define APP_ROOM_STEP_H

#include "console/console.h"
#include "view/audience.h"

/* Its round, and who goes where; or, where its screen is to be blank, one calm line and nothing else: the rest is then not in
 * the view either. Texts live in the arena. */
void room_show_step(const struct console *console, struct arena *arena, struct audience_view *view);

#endif
