/* local.h - what belongs to this machine and this moment, not to the workshop: drafts, heartbeats, who is at which console.
 * Floor: store. Not facts: never merged, never reported, gone when no longer needed. */
#ifndef STORE_LOCAL_H
#define STORE_LOCAL_H

#include "base/buf.h"
#include "store/store.h"

/* The text being typed at a console, kept so that kill -9 costs at most the debounce. place: "table 3 offer" and the like;
 * body "" forgets the draft. */
MUST_CHECK enum status draft_save(struct store *store, const char *workshop, const char *place, const char *body, struct fault *fault);
/* Several consoles of one table type at once, so each has a place of its own: `prefix` and its process. */
enum { DRAFT_PLACE_LEN = 80 };
void draft_own_place(const struct store *store, const char *prefix, char ret_place[DRAFT_PLACE_LEN]);
/* A draft under this prefix whose process is gone; ST_NOT_FOUND: there is none. */
MUST_CHECK enum status draft_find_left(struct store *store, const char *workshop, const char *prefix,
				       char ret_place[DRAFT_PLACE_LEN], struct buf *ret_body, struct fault *fault);

/* The facilitator's last sign of life while a clock runs (clock.md 2.11). Watchers are not told. ST_NOT_FOUND: there is none. */
MUST_CHECK enum status heartbeat_save(struct store *store, const char *workshop, struct moment now, struct fault *fault);
MUST_CHECK enum status heartbeat_load(struct store *store, const char *workshop, struct moment *ret_last, struct fault *fault);

/* Which consoles are open: saved on start, dropped on leaving; a process that is gone does not count. Watchers are told. */
MUST_CHECK enum status presence_save(struct store *store, const char *workshop, const char *role, int64_t table, struct fault *fault);
void presence_drop(struct store *store);
/* The tables (numbers, ascending, each once) at which a live scribe sits. Returns how many, at most max. */
size_t presence_tables(struct store *store, const char *workshop, int64_t *tables, size_t max);
/* Those of them at which one has been stopped (SIGSTOP, a debugger): it lives, and neither writes nor reads. Nobody can tell
 * watchers so: look now and then. */
size_t presence_stopped_tables(struct store *store, const char *workshop, int64_t *tables, size_t max);

/* A projector writes nothing, and still is known of from here on until it leaves or its process ends; without the right to
 * touch files beside the database it is not. Watchers are told. since_ms: wall clock. */
void projector_stand(struct store *store, const char *workshop, int64_t since_ms);
void projector_leave(struct store *store);
/* Does one stand there now that came up then? */
bool projector_stands(const struct store *store, const char *workshop, int64_t from_ms, int64_t last_ms);

#endif
