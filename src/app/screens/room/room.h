/* room.h - what the room sees, made from a console's model: for the projector and for the facilitator's swapped screen.
 * Floor: app (private). */
#ifndef APP_ROOM_H
#define APP_ROOM_H

#include "console/console.h"

/* open: may the contents be shown? The clock is shown in any case. */
void room_draw(const struct console *console, bool open, struct canvas *canvas);
int64_t room_pages(const struct console *console); /* of the case or the letter on stage; or steps of the story told */

/* What the facilitator has before them of the case or the letter; all 0 where it is neither. */
struct room_reading {
	int64_t paragraphs; /* of the page */
	int64_t ms, left_ms; /* to read all of it aloud, and what is left of it (engine/reading.h) */
};
struct room_reading room_reading(const struct console *console);

/* Does nothing in the room's view move by itself: dark, paused, between two steps, over? */
bool room_is_still(const struct run *run);

/* Before the start, when the countdown to it shows another second: ms from now, -1 never (struct screen's next_ms). */
int64_t room_next_ms(const struct console *console);

#endif
