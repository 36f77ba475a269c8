/* course.h - what the rows of the log make of a workshop, one row after the other.
 * Floor: engine, private. Holds no "now": run_fold.c adds that. Every function that applies a row says whether the row made
 * sense as things stood; one that did not changes nothing, so that two people doing the same at once do it once. */
#ifndef ENGINE_COURSE_H
#define ENGINE_COURSE_H

#include "engine/run.h"

/* A row as the fold reads it: numbers within reason, whatever a foreign file may hold. */
struct entry {
	const struct run_row *row;
	int64_t steady_ms; /* steady.h */
	int64_t wall_ms;
	int64_t ms;
};

/* Of a row that switches something on (`ms` not 0) or off: did that change anything? */
bool entry_switch(const struct entry *entry, bool *on);

/* What became of an item. Instants of its newest attempt are on the steady timeline, the two walls are for showing. */
struct track {
	enum item_status status;
	int attempts;
	bool paused;
	int64_t start_ms, end_ms;
	int64_t paused_ms; /* since when, while paused (and when ended in a pause) */
	int64_t pauses_ms; /* pauses that are over, and what was excused */
	int64_t adjust_ms;
	int64_t refit_ms;  /* given or taken while it waited: what every attempt begins with */
	int64_t earlier_ms; /* active time of the attempts before */
	int64_t first_start_wall_ms, last_end_wall_ms;
};

struct course {
	const struct workbook *book;
	struct track *tracks; /* one an item */
	size_t len;           /* of the items; as an index below: none */
	size_t current;       /* running or paused */
	size_t before;        /* ended last */
	size_t place;         /* started last: what comes next comes after it */
	size_t first;         /* started first */
	int64_t before_end_ms;
	bool closed;
	int64_t closed_wall_ms;
	int64_t midnight_ms; /* that fixed times count from, wall; 0: not known before the first start */
	struct run_span *spans; /* room for one a row of the log */
	size_t spans_len;
	struct run_stage stage;
	bool message_ends;      /* the stage's message has a life time */
	int64_t message_end_ms;
	struct run_bells bells; /* but for `armed`: */
	unsigned *bells_armed;  /* one an item: 1 << stage (bell.h) */
	enum table_state *table_states;
	size_t *table_items;    /* the step each table stayed in; len: with the room */
	enum turn *turns;       /* one a table */
	size_t *order;          /* of tables' indices */
	size_t told;            /* the presentation the turns are of */
	int64_t turn_since_ms;  /* of whose turn it is */
	int64_t turn_pauses_ms; /* the item's pauses when it began */
};

struct course course_new(const struct workbook *book, struct arena *arena);
void course_begin(struct course *course); /* back to where nothing has happened */
bool course_apply(struct course *course, const struct entry *entry);

/* Far beyond any date, and so far below the limits of the type that no sum of such numbers overflows. */
int64_t ms_within_reason(int64_t ms);

int64_t item_planned_ms(const struct item *item);
bool item_is_open_ended(const struct item *item);
int64_t item_fixed_ms(int64_t fixed_s, int64_t midnight_ms); /* wall; 0: not fixed */

/* Of the newest attempt, as it stood or stands at that time. */
int64_t track_active_ms(const struct track *track, int64_t steady_ms);
int64_t track_pauses_ms(const struct track *track, int64_t steady_ms);

/* An item with a fixed end counts down to it by the wall clock: no pause can stop that (clock.md 2.3). */
int64_t course_remaining_ms(const struct course *course, size_t index, int64_t steady_ms, int64_t wall_ms);

/* What the rows of the clock do to the steps (items.c). */
bool items_start(struct course *course, const struct entry *entry);
bool items_end(struct course *course, const struct entry *entry);
bool items_leave(struct course *course, const struct entry *entry); /* as if it had not been its time yet */
bool items_skip(struct course *course, const struct entry *entry);
bool items_pause(struct course *course, const struct entry *entry);
bool items_resume(struct course *course, const struct entry *entry);
bool items_adjust(const struct course *course, const struct entry *entry);
bool items_refit(const struct course *course, const struct entry *entry);
bool items_backdate(struct course *course, const struct entry *entry);
bool items_excuse(const struct course *course, const struct entry *entry);
bool items_close(struct course *course, const struct entry *entry); /* of the workshop; ends what runs, too */
bool items_reopen(struct course *course);

/* The earliest instant to which the start of what runs may be moved; false: any. */
bool items_floor_ms(const struct course *course, int64_t *ret_steady_ms);

/* The stretches of the day (spans.c), all by the wall clock. The first two speak of what runs. */
void spans_start(struct course *course, int64_t wall_ms);
void spans_pause(struct course *course, int64_t wall_ms);
void spans_resume(struct course *course, int64_t wall_ms);
void spans_stop(struct course *course, int64_t wall_ms); /* whatever goes on */
void spans_move_start(struct course *course, int64_t by_ms); /* of what runs */
void spans_move_end_before(struct course *course, int64_t by_ms); /* of what ran before it, up to the same moment */

/* What the room is shown (stage.c): text, story, picture, the steps of the day. */
void stage_start_item(struct course *course);
/* Whose story is told; NULL: nobody's. Did that change anything? */
bool stage_show_table(struct course *course, const struct table *table);
void stage_clear_table(struct course *course); /* nobody tells any longer */
bool stage_move_shutter(struct run_stage *stage, const struct entry *entry);
bool stage_turn(struct run_stage *stage, const struct entry *entry);
bool stage_show_picture(struct run_stage *stage, const struct entry *entry);
bool stage_show_day(struct run_stage *stage, const struct entry *entry);

/* How much of that it sees (sight.c). */
bool stage_darken(struct run_stage *stage, const struct entry *entry);
bool stage_freeze(struct course *course, const struct entry *entry);
bool stage_reveal(struct run_stage *stage, const struct entry *entry);

/* What it is told in a line (message.c), and the stage at that time: a message may have gone by itself. */
bool stage_show_message(struct course *course, const struct entry *entry);
struct run_stage stage_now(const struct course *course, int64_t steady_ms, int64_t wall_ms);

/* How far the tables are, and where (places.c). */
void places_begin(struct course *course);
void places_start_item(struct course *course, size_t left); /* for what runs now; left: the step started before; len: none */
bool places_set_state(struct course *course, const struct entry *entry);

/* The bells (bells.c). What has rung has been heard: it stays so when the press before it is taken back, so rows of bells
 * are applied once only. After each other row those that lie ahead are armed, again too, since its time may have grown. */
void bells_follow(struct course *course, const struct entry *entry, bool counts);
bool bells_take(struct course *course, const struct entry *entry);
bool bells_silence(struct course *course, const struct entry *entry);

/* Whose turn it is to tell (turns.c). */
void turns_begin(struct course *course);
void turns_start_item(struct course *course);
bool turns_present(struct course *course, const struct entry *entry); /* called up: its turn, and its story in the room */
bool turns_pass(struct course *course, const struct entry *entry);
bool turns_reorder(struct course *course, const struct entry *entry);
int64_t turns_spent_ms(const struct course *course, int64_t steady_ms);

#endif
