/* run.h - the facilitator's console, in parts: the clock, the room, time shared out, time gone by.
 * Floor: app (private). A part is a set of handlers; run.c has the table of all, and the screen. */
#ifndef APP_RUN_H
#define APP_RUN_H

#include "console/console.h"
#include "console/hook.h"
#include "world/config.h"

#include "view/run.h"
#include "world/last_time.h"

/* What rings the bells. */
struct ringer {
	struct settings settings;
	struct hooks hooks;
	bool runs_hooks;
	bool has_looked;   /* since this console was opened */
	struct id ours;    /* the row that lets this console ring if it counts; "": none */
	bool is_unwritten; /* it could not be written, and has rung all the same */
	int64_t tried_ms;  /* the last try to write one, boot clock; 0: it is on disk */
	bool hook_is_due;  /* once the bell has been seen and heard: */
	enum hook_kind hook;
	const char *event; /* as the command is told */
	int bell;
	struct buf say;    /* what to read out now */
};

struct run_console {
	size_t bar;         /* the table under the bar */
	bool swapped;       /* the room's view stands on this screen */
	bool lined;         /* the day's line stands on this screen */
	size_t step;        /* the step under the bar of the day's line */
	struct last_time last_time;
	const struct spent *spent; /* one an item, of the last time; NULL: nothing is known */
	struct arena line_arena;   /* what spent lies in */
	struct moment seen; /* the last look at the clocks */
	int64_t beat_ms;    /* when the last heartbeat was written */
	int64_t slept_ms;   /* of the last sleep, until it is settled */
	int64_t looked_ms;  /* when the scribes were last looked at, by the machine's own clock */
	struct ringer ringer;
};

struct run_console *run_state(struct console *console);
/* NULL: there are no tables; or a line has to say which, and that is seen to. */
const struct table *run_table_under_bar(struct console *console);
bool run_aim(struct console *console, int64_t number); /* the bar goes to that table; false: there is none, and that is said */
struct run_view run_view_of(const struct console *console); /* what its screen shows, or tells; borrows */

/* What was put up in the room. Where nobody sees it yet that is said instead: the room is dark, or its picture is held
 * and this is part of it, which a message is not. */
const char *run_shown(const struct console *console, bool is_part, const char *words);

/* Does what needs no more words, and says what became of it. */
void run_do(struct console *console, enum status (*act_on)(const struct act *act, struct fault *fault));

/* run_clock.c */
command_handler run_next, run_pause, run_back, run_skip, run_undo, run_on_time, run_add_minute,
	run_take_minute, run_add_three, run_add_five, run_take_five, run_add_typed, run_backdate, run_end,
	run_count_as_pause;

/* run_room.c */
command_handler run_shutter, run_blackout, run_freeze, run_one_by_one, run_turn_forward, run_turn_back, run_present, run_picture,
	run_table_state;

/* run_message.c */
command_handler run_message;

/* run_line.c */
command_handler run_line, run_day;
void run_line_open(struct console *console);
void run_line_refresh(struct console *console);
void run_line_draw(const struct console *console, struct canvas *canvas);
void run_line_tell(const struct console *console, struct buf *out); /* the same in sentences */
void run_line_close(struct run_console *state);

/* run_bell.c */
command_handler run_bell_1, run_bell_2, run_bell_3, run_silent, run_sound_check;
void run_bell_open(struct console *console);
void run_bell_close(struct ringer *ringer);
void run_bell_refresh(struct console *console);
void run_bell_written(struct console *console);
void run_bell_tick(struct console *console);
void run_bell_shown(struct console *console);
int64_t run_bell_next_ms(const struct console *console);
bool run_bell_is_silent(const struct console *console);

/* run_find.c */
extern const struct find_list run_list;

/* run_share.c */
command_handler run_refit, run_hand_over, run_pass, run_later;

/* run_scribes.c */
void run_scribes_tick(struct console *console);
int64_t run_scribes_next_ms(const struct console *console); /* by the machine's own clock; -1: nobody to look after */

/* run_time.c */
void run_recover(struct console *console); /* what became of the time since the last sign of life */
void run_tick(struct console *console);

#endif
