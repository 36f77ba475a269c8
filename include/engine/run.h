/* run.h - the running clock: what is true now, folded from the log of run rows (clock.md 2).
 * Floor: engine. Pure: the time arrives as an argument; no process keeps clock state, so all consoles agree.
 *
 * Lengths follow the boot clock between rows of one boot (a wall clock that is set cannot move a countdown) and the
 * wall clock across boots; forecasts are wall times. Definitions (2.3): active = now - start - pauses; remaining =
 * planned + adjust - active; overtime = max(0, -remaining); target_end = start + planned + adjust + pauses. An item
 * with a fixed end: remaining = fixed end + adjust - now, and no pause stops it. An item of open length (planned for no
 * time, and without a fixed end) counts up: nothing remains, nothing can be added, it is never over its time, and the
 * plan of what follows moves on with it, so that nobody is late by it. Adjust and pauses are those of the
 * newest attempt; a new attempt begins with no pause, and with what a re-fit gave or took while the item waited. The
 * adjust of what waits is that of its next attempt.
 *
 * Forecast (2.5): what runs ends at max(now, target_end); each waiting item after it follows at once, or at its fixed
 * start, and takes planned + adjust; skipped items take no time, and so do items that were passed over by starting a
 * later one. A workshop that has not begun is forecast from its planned start, or from now where that has passed. */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "base/arena.h"
#include "base/env.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum run_state { RUN_PLANNED, RUN_RUNNING, RUN_PAUSED, RUN_ENDED };
enum item_status { ITEM_WAITING, ITEM_RUNNING, ITEM_DONE, ITEM_SKIPPED };

/* All times are wall ms, 0 where there is none; all lengths ms. */
struct run_item {
	const struct item *item; /* borrowed from the workbook */
	enum item_status status; /* ITEM_RUNNING also while paused */
	int attempts;
	int64_t planned_ms, adjust_ms, pauses_ms;
	int64_t active_ms;       /* of the last attempt */
	int64_t total_active_ms; /* of all attempts */
	int64_t remaining_ms, overtime_ms;
	int64_t planned_start_ms, planned_end_ms;
	int64_t actual_start_ms, actual_end_ms; /* first start, last end */
	int64_t forecast_start_ms, forecast_end_ms; /* of what is over: the actual ones; skipped or passed over: none */
	int64_t fixed_start_ms, fixed_end_ms; /* 0: not fixed */
	bool squeezed; /* its fixed end leaves it less than it is due, or nothing */
	bool open_ended; /* it lasts as long as it lasts */
};

/* A stretch of the day in which an item ran, or stood still within such a stretch; each attempt has its own. Wall ms. */
struct run_span {
	size_t item;
	bool is_pause;
	int64_t start_ms, end_ms; /* end 0: it goes on */
};

/* The bells (bell.h). */
struct run_bells {
	unsigned armed; /* of what runs: 1 << stage for each that is still to ring */
	bool silent;    /* seen, not heard */
	const struct run_row *rung;  /* the newest that rang; NULL: none */
	const struct run_row *asked; /* for one from outside, and no console has rung it yet; NULL: none */
};

/* A table in presentations (plenary.h). One that passed may still be called up. */
enum turn { TURN_WAITING, TURN_NOW, TURN_DONE, TURN_PASSED };

/* What stands before the room besides the clock; `item` and `table` NULL: none. */
struct run_sight {
	const struct item *item; /* whose text, story or picture it is */
	int64_t page;
	int64_t shown;
	const struct table *table;
	int64_t step;
	bool picture, day;
};

/* Of `shown`: the whole page, while pages are shown one paragraph after the other. */
enum { SHOWN_WHOLE = 1000000 };

/* What the facilitator has put before the room: what, how much of it is seen, and a line beside it. */
struct run_stage {
	int64_t page;           /* of the case or the letter, from 0; set back when a step starts */
	int64_t shown;          /* paragraphs of the page, shown one by one; 0: pages are shown whole */
	const struct table *table; /* whose storyline is told; NULL: nobody's yet */
	int64_t step;           /* how many of its steps are shown, from 0 */
	bool picture;           /* what 1, 10 and 100 people can do (gathered.h); over text and story */
	bool day;               /* the steps of the day, whatever the shutter: they are about nobody */

	bool open;              /* the shutter; closed until somebody opens it */
	struct stamp shutter;   /* when it was last moved; zero: never */
	bool dark;              /* blackout: neither contents nor clock */
	bool frozen;            /* the room keeps seeing `held`; its clock goes on */
	struct run_sight held;

	const char *message;    /* "" : none */
	int64_t message_at_ms;
	int64_t message_until_ms; /* wall; 0: until another takes its place */
};

struct run {
	enum run_state state;
	struct moment now;
	struct run_item *items; /* as the agenda lists them */
	size_t len;
	size_t current;  /* the running (or paused) one; len: none */
	size_t next;     /* what "next" would start: the first waiting after the one started last; len: none */
	int64_t planned_start_ms, planned_end_ms, hall_end_ms; /* hall_end_ms 0: not said */
	int64_t actual_start_ms;
	int64_t forecast_end_ms;
	int64_t delta_ms;      /* against the clock: + late, - early (2.4) */
	int64_t real_delta_ms; /* the same, less the late start of the whole workshop */
	int64_t slack_ms;      /* hall end (else planned end) - forecast end */
	bool has_floor;
	int64_t floor_ms;         /* the start of what runs cannot be moved before this, wall; only where has_floor */
	int64_t untimed_since_ms; /* started, not ended, and nothing is being timed since; 0: not so */
	const struct run_span *spans; /* in the order in which they began */
	size_t spans_len;
	struct run_stage stage;
	struct run_bells bells;
	enum table_state *table_states; /* one a table, as the workbook lists tables */
	size_t *table_items;       /* the step each table is in (progress.h); len: the room's */
	enum turn *turns;          /* of the presentations started last; one a table, as the workbook lists tables */
	size_t *order;             /* in which they tell: indices of tables */
	int64_t turn_spent_ms;     /* by the table whose turn it is, less pauses; 0: nobody's */
	const struct run_row *undoable; /* what undo would take back; NULL: nothing */
	const struct run_row *last;     /* the newest row that counts; NULL: none */
};

/* Everything in *ret_run is borrowed from the workbook and the arena. */
void run_fold(const struct workbook *book, struct moment now, struct arena *arena, struct run *ret_run);

const struct run_item *run_current(const struct run *run); /* NULL: none */

/* What the facilitator has before them; and what the room sees of it: the same, or what is held. */
struct run_sight run_sight(const struct run *run);
struct run_sight run_room_sight(const struct run *run);

/* May the letter be read? Only once a step of its kind has begun, and not because the workshop ended without it
 * (field.md 3, invariant 9). */
bool run_letter_is_open(const struct run *run);

/* Remaining rounds up, elapsed and overtime round down, so 0:00 stands exactly at the end (2.12). Whole seconds. */
int64_t run_remaining_s(const struct run_item *item);
int64_t run_overtime_s(const struct run_item *item);
int64_t run_elapsed_s(const struct run_item *item);

/* Protected, a letter or a break. */
bool run_is_never_shortened(const struct run_item *item);
/* What an item is to have in any case: its minimum, or, where none is said and it is never shortened, all that was planned. */
int64_t run_due_ms(const struct run_item *item);
/* How much of that its fixed end leaves it without, as forecast. Where no minimum is said, less than a minute is nothing. */
int64_t run_lack_ms(const struct run_item *item);

/* The state of one workshop among an outline of many. */
enum run_state run_state_of(const struct workbook *outline, const char *workshop);

/* When what is shown changes next if nothing is pressed: ms from now, -1 never. Screens show whole seconds. */
int64_t run_next_change_ms(const struct run *run);
/* The same where no clock is shown: when the message goes by itself. */
int64_t run_message_change_ms(const struct run *run);

#endif
