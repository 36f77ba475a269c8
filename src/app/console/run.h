/* run.h - the facilitator's console, in parts: the clock, the room, time shared out, time gone by.
 * Floor: app (private). A part is a set of handlers; run.c has the table of all, and the screen. */
#ifndef APP_RUN_H
#define APP_RUN_H

#include "console.h"

struct run_console {
	size_t bar;         /* the table under the bar */
	bool swapped;       /* the room's view stands on this screen */
	struct moment seen; /* the last look at the clocks */
	int64_t beat_ms;    /* when the last heartbeat was written */
	int64_t slept_ms;   /* of the last sleep, until it is settled */
};

struct run_console *run_state(struct console *console);
const struct table *run_table_under_bar(struct console *console); /* NULL: there are no tables */

/* Does what needs no more words, and says what became of it. */
void run_do(struct console *console, enum status (*act_on)(const struct act *act, struct fault *fault));

/* run_clock.c */
command_handler run_next, run_pause, run_back, run_skip, run_undo, run_on_time, run_add_minute,
	run_take_minute, run_add_five, run_take_five, run_add_typed, run_backdate, run_end,
	run_count_as_pause;

/* run_room.c */
command_handler run_shutter, run_message, run_turn_forward, run_turn_back, run_present, run_table_state;

/* run_share.c */
command_handler run_refit, run_hand_over, run_pass, run_later;

/* run_time.c */
void run_recover(struct console *console); /* what became of the time since the last sign of life */
void run_tick(struct console *console);

#endif
