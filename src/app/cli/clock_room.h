/* clock_room.h - what `clock` does to the room and its tables, by words.
 * Floor: app (private). ST_INVALID or ST_NOT_FOUND where a word names nothing. */
#ifndef APP_CLOCK_ROOM_H
#define APP_CLOCK_ROOM_H

#include "engine/act.h"

/* `clock table N STATE`: as a code, or as people say it in either language. */
MUST_CHECK enum status clock_set_table(const struct act *act, const char *number, const char *state,
				       struct fault *fault);
/* `clock picture [on|off]` */
MUST_CHECK enum status clock_show_picture(const struct act *act, const char *word, struct fault *fault);

#endif
