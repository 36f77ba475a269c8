/* tell.h - the facilitator's console as sentences, for who hears it or reads it line by line: where things stand, and what
 * is new since. The same model as view/run.h draws.
 * Floor: view. Pure. In the user's language; each line ends in LF and holds whole sentences. */
#ifndef VIEW_TELL_H
#define VIEW_TELL_H

#include "base/buf.h"
#include "engine/progress.h"
#include "view/run.h"

#include <stdbool.h>
#include <stdint.h>

struct told_table {
	const char *id;
	enum table_state state;
	enum turn turn;
	size_t place; /* in the order of telling, from 0 */
	bool has_scribe;
};

/* What has been said, so that it is not said again. Zeroed: nothing yet. */
struct told {
	struct arena arena;
	bool begun;
	enum run_state state;
	const char *item; /* id of what runs; "": nothing does */
	int attempts;
	int64_t length_ms; /* planned, given and taken, of what runs */
	int64_t start_ms;
	int64_t left_ms;   /* when the time was said last; tell_time.c */
	int64_t to_start_ms;
	int64_t waiting_ms; /* of all that is still to come; a re-fit changes it */
	bool open, dark, frozen, day, picture;
	const char *bell;  /* id of the row that rang last; "": none */
	const char *say;   /* what to read out at that bell */
	const char *message;
	const char *story;  /* id of the table whose turn it is or whose story is told; "": none */
	int64_t page, step;
	struct told_table *tables; /* as the workbook lists them */
	size_t tables_len;
	enum suggestion suggestion; /* of the tables' states */
};
void told_done(struct told *told);

void tell_standing(const struct run_view *view, struct buf *out);
void tell_table(const struct run_view *view, size_t table, struct buf *out); /* an index into the workbook's tables */

/* What has changed since the last call, and the time where it has come to one of its points: five minutes and one before the
 * end, the end, each `every_ms` until then (0: never), and each five minutes afterwards. The first call only takes note. */
void tell_news(struct told *told, const struct run_view *view, int64_t every_ms, struct buf *out);

/* When the time comes to such a point if nothing is pressed: ms from now, -1 never. */
int64_t tell_next_ms(const struct run *run, int64_t every_ms);

#endif
