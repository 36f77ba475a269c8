/* keeper.h - the index of all texts is brought up by who stands open and has nothing else to do: home, and the facilitator's
 * console. So no commit waits for it, at whatever table (store/search.h).
 * Floor: app (private). */
#ifndef APP_KEEPER_H
#define APP_KEEPER_H

#include "console.h"

struct keeper {
	int64_t due_ms; /* by the machine's own clock; -1: nothing is left to do */
	int64_t news_ms; /* when it was last said that somebody may have written */
};

/* Who types here is waited for; those who write elsewhere may go on for hours. */
void keeper_note_typing(struct keeper *keeper);
void keeper_note_news(struct keeper *keeper, const struct console *console); /* somebody may have written */
void keeper_tend(struct keeper *keeper, struct console *console); /* a little, if it is due */
int64_t keeper_next_ms(const struct keeper *keeper);              /* until it is due; -1: never */

#endif
