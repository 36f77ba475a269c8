/* sight_words.h - what the room sees, in a few words for the facilitator.
 * Floor: view, private. */
#ifndef VIEW_SIGHT_WORDS_H
#define VIEW_SIGHT_WORDS_H

#include "view/run.h"

/* Shutter and stage. */
void sight_say(const struct run_view *view, char *text, size_t size);

/* What the room still sees while other things are looked up. */
void sight_say_held(const struct run_sight *held, char *text, size_t size);

#endif
