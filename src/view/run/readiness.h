/* readiness.h - how far the tables are (engine/progress.h), in the facilitator's words.
 * Floor: view, private. Each says "" where there is nothing to say. */
#ifndef VIEW_READINESS_H
#define VIEW_READINESS_H

#include "engine/progress.h"
#include "view/run.h"

enum { READINESS_LEN = 256 };

void readiness_say_counts(const struct progress *progress, char text[READINESS_LEN]);
/* One sentence, with the key that does it. */
void readiness_say_suggestion(const struct progress *progress, char text[READINESS_LEN]);
/* The tables that stayed, and in which step: "3, 7", and its number, as the label. */
void readiness_say_behind(const struct run_view *view, char label[READINESS_LEN], char text[READINESS_LEN]);
/* A table's state, and the number of its step where that is not the room's. */
void readiness_say_state(const struct run *run, size_t table, char text[READINESS_LEN]);

#endif
