/* json.h - JSON out: a small writer, and the shapes that `--json` promises.
 * Floor: exchange. Appends to a buffer; cannot fail. Texts are cleaned (text/text.h) on their way out. */
#ifndef EXCHANGE_JSON_H
#define EXCHANGE_JSON_H

#include "base/buf.h"
#include "domain/deck.h"
#include "domain/need_match.h"
#include "domain/workbook.h"
#include "engine/attendance.h"
#include "engine/refit.h"
#include "engine/run.h"
#include "engine/seat_plan.h"
#include "engine/spent.h"
#include "exchange/profile.h"

#include <stdbool.h>
#include <stdint.h>

/* Commas and line breaks see to themselves: write names and values in order, and close what was opened. A document
 * begins in an empty buffer or behind a line feed. */
struct json {
	struct buf *out;
	bool airy; /* a member a line, for people; else all on one line, for programs that read line by line */
	int depth;
};

void json_object(struct json *json);
void json_object_end(struct json *json);
void json_array(struct json *json);
void json_array_end(struct json *json);
void json_name(struct json *json, const char *name); /* the next value's; ASCII, in an object only */

void json_text(struct json *json, const char *text);
void json_number(struct json *json, int64_t number);
void json_bool(struct json *json, bool yes);
void json_null(struct json *json);

/* A document that is one object, on a line of its own. */
struct json json_line(struct buf *out);
void json_line_end(struct json *json);

/* A member at once: name and value. */
void json_put_text(struct json *json, const char *name, const char *text);
void json_put_known(struct json *json, const char *name, const char *text); /* null where text is "" */
void json_put_number(struct json *json, const char *name, int64_t number);
void json_put_bool(struct json *json, const char *name, bool yes);
void json_put_null(struct json *json, const char *name);
void json_put_seconds(struct json *json, const char *name, int64_t ms);   /* whole ones, cut towards zero */
void json_put_moment(struct json *json, const char *name, int64_t wall_ms); /* ISO 8601 with offset; null where 0 */

/* The shapes, each one line ended by LF. What a profile may not see is not there at all. */
void json_clock_status(const struct workbook *book, const struct run *run, struct buf *out);
void json_refit(const struct run *run, const struct refit *refit, struct buf *out); /* the proposal, of this run */
/* last_time: what each item took the last time (engine/spent.h); NULL: not known. */
void json_agenda(const struct workbook *book, const struct run *run, const struct spent *last_time, enum profile profile,
		 struct buf *out);
/* An outline: many workshops (store_load_outline). Numbers are their places in the list, from 1. */
void json_list(const struct workbook *outline, struct buf *out);
void json_show(const struct workbook *book, const struct run *run, enum profile profile, struct buf *out);

/* A seating with what it could not have; by_time: the time, not the moves, decided how far the search went. */
void json_seating(const struct seat_plan *plan, const struct seating_best *best, const struct seat_unmet *unmet, bool by_time,
		  struct buf *out);

/* The cards of a workshop, by the numbers they have there. */
void json_deck(const struct deck *deck, struct buf *out);

/* What a case needs, and which cards of the deck speak to it; `matches`: one for each need of the book. */
void json_needs(const struct workbook *book, const struct need_match *matches, struct buf *out);

/* One table as `show` writes it, for other documents. */
void json_table(struct json *json, const struct workbook *book, const struct run *run, const struct table *table,
		enum profile profile);
/* The member "board": how far the tables are, in which steps, and what that suggests (engine/progress.h). */
void json_put_board(struct json *json, const struct workbook *book, const struct run *run);
/* The member "counts": of a table, or of the whole room with table NULL (field.md 3, invariant 12). */
void json_put_counts(struct json *json, const struct workbook *book, const struct run *run, const char *table);

/* The member "unlisted": what supports name and no card holds. */
void json_put_unlisted(struct json *json, const struct workbook *book);

/* The member "attendance": how many, by stance and by field (engine/attendance.h); before NULL: the last time is not known. */
void json_put_attendance(struct json *json, const struct attendance *now, const struct attendance *before);

/* Members that several documents share. "actual_s" and "difference_s" of an item: null where nothing was done, or nothing
 * can be compared. "block", "round" and "rounds": null where it comes once. "rehearse_speed": null where it is none. */
void json_put_spent(struct json *json, const struct run_item *item);
void json_put_round(struct json *json, const struct item *item);
void json_put_rehearse_speed(struct json *json, const struct workbook *book);

const char *json_workshop_id(const struct workbook *book); /* "" where there is none */
const char *json_run_state(enum run_state state);      /* "planned" … */
const char *json_item_status(enum item_status status); /* "waiting" … */

#endif
