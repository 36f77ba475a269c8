/* countdown.h - a start that lies ahead: in the last hour before it seconds count, and in the first one after it.
 * Floor: view. */
#ifndef VIEW_COUNTDOWN_H
#define VIEW_COUNTDOWN_H

#include "engine/words.h"

/* For giant digits: before the last hour the time of day it begins at; then down to it; then "", or with `late` up
 * from it for an hour ("+1:05"). */
struct words countdown_digits(int64_t starts_ms, int64_t now_ms, bool late);

/* When those digits change next: ms from now, -1 never. starts_ms 0: not said. */
int64_t countdown_next_ms(int64_t starts_ms, int64_t now_ms);

#endif
