/* door.h - who is meant by what is typed at the door: a reading, a name, a part of either.
 * Floor: engine. Pure. */
#ifndef ENGINE_DOOR_H
#define ENGINE_DOOR_H

#include "engine/guests.h"

/* Those who fit, the likeliest first: whose reading or name begins so, then where a word of them does, then where it stands
 * anywhere in them; of equals who is still awaited, then who said yes, then as the directory has them. Blind to kana, width and case. Nothing typed: everybody who is still awaited, then the others. Borrows the guests; *ret_found is in the
 * arena. */
size_t door_find(const struct guests *guests, const char *typed, struct arena *arena, const struct guest ***ret_found);

#endif
