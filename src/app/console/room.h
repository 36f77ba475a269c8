/* room.h - what the room sees, made from a console's model: for the projector and for the facilitator's swapped screen.
 * Floor: app (private). */
#ifndef APP_ROOM_H
#define APP_ROOM_H

#include "console.h"

/* open: may the contents be shown? The clock is shown in any case. */
void room_draw(const struct console *console, bool open, struct canvas *canvas);
int64_t room_pages(const struct console *console); /* of the case or the letter on stage; or steps of the story told */

/* Before the start, when the countdown to it shows another second: ms from now, -1 never (struct screen's next_ms). */
int64_t room_next_ms(const struct console *console);

#endif
