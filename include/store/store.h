/* store.h - the open database file: facts appended, workbooks read.
 * Floor: store. One store a process (plus the guard inside it). No SQL and no sqlite3 type leaves this floor.
 * Errors come as a status and a sentence in the user's language; after any of them the store is usable again, and what had
 * been acknowledged is still there. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"
#include "domain/workbook.h"

#include <stdbool.h>

struct store;

enum store_mode {
	STORE_WRITE, /* made if missing (0600, folder 0700); left at rest when the last one closes */
	STORE_LIVE,  /* the same, and WAL while open: for consoles that stay */
	STORE_READ,  /* never writes a row; the file must be there */
};

/* Opens, migrates (after a backup) and checks the file. Refuses, with a sentence: what is not ours, what a newer program
 * wrote, what is damaged (a copy is set aside), a live file on a network file system. Damage is looked for in the whole file, but
 * in a large one only by STORE_LIVE. */
MUST_CHECK enum status store_open(const char *path, enum store_mode mode, const struct env *env, struct store **ret_store,
				  struct fault *fault);

/* The same for a console: who is to see something at once, and stays; STORE_LIVE, or STORE_READ for one that writes nothing. The
 * file becomes live with store_look() or the first write, and is looked through beside what is done meanwhile. What is written
 * until then is durable and seen by all as ever, but stays in the log beside the file. What is empty or older is opened as by
 * store_open(). */
MUST_CHECK enum status store_open_soon(const char *path, enum store_mode mode, const struct env *env, struct store **ret_store,
				       struct fault *fault);
/* Waits for the end of that look; ST_OK where there was none. Where the file is damaged, the sentence that store_open() would
 * have said: then nothing more is written, the file stays as it is, with its log, and only store_close() is left. */
MUST_CHECK enum status store_settle(struct store *store, struct fault *fault);
bool store_is_settled(const struct store *store); /* it was found sound */
/* Makes the file live and begins the look, unless that has been done. Readable: store_settle() need not wait; -1: nor need it now, or it looks by itself. */
int store_look(struct store *store);
/* Before the program is stopped for a while: the look is broken off, and nobody waits for it. store_look() begins anew. */
void store_stand_still(struct store *store);
/* On closing now, what was written would stay in the log beside the file until somebody opens it again; store_settle() first, and
 * it comes into the file. */
bool store_owes_a_look(struct store *store);

void store_close(struct store *store); /* NULL is allowed */
const char *store_path(const struct store *store);
/* A sentence the opener should show once, or NULL: "this is a copy of a live file", "in a synchronised folder". */
const char *store_warning(const struct store *store);

/* Writes the batch in one transaction: gives the stamps, appends the facts, folds them into the tables, and reads both back.
 * Durable when it returns ST_OK, and then every watcher is told. A row of ENTITY_workshop is its own workshop, whatever the
 * fact says. Nothing to say in an empty batch: ST_OK. */
MUST_CHECK enum status store_append(struct store *store, struct batch *batch, struct fault *fault);

/* The same, if `holds` still says yes on the workbook as it stands inside the transaction; ST_REFUSED (no sentence) if not. */
MUST_CHECK enum status store_append_if(struct store *store, struct batch *batch, const char *workshop,
				       bool (*holds)(const struct workbook *book, void *ctx), void *ctx, struct fault *fault);

/* From now on what the store appends must be that table's own, else it is refused whole, with a sentence: its offers, notes and plan,
 * its storylines with their steps and supports, the cards it found, its headline, topic and room, and how far it is. What belongs to whom is read
 * inside the transaction. workshop NULL: anything may be written again. A limited store refuses to merge. */
void store_limit_to_table(struct store *store, const char *workshop, int64_t number);

/* Who writes from now on: a console, by its screen's name and its table (0: none). role NULL: just this computer. Versions of a
 * field tell by whom they are (domain/workbook.h). */
void store_sign(struct store *store, const char *role, int64_t table);

/* What a reader may hold. Columns above the reach are not even selected; their members are "" and 0.
 * A SEALED column is read only where `unsealed`. A person's card is read without their consent only for the facilitators' own
 * eyes: PRIVATE, and nothing that goes out (field.md 3, invariant 14). */
struct store_reach {
	enum reach reach; /* REACH_OPEN or REACH_ROOM_ONLY or REACH_PRIVATE */
	bool unsealed;
	bool goes_out; /* it is read to be printed, exported or sent */
};
extern const struct store_reach store_reach_all, store_reach_out, store_reach_room, store_reach_audience, store_reach_audience_unsealed;

/* Reads one workshop and the directory into *ret_book (zeroed or used; what it held is freed on success). */
MUST_CHECK enum status store_load(struct store *store, const char *workshop, struct store_reach reach, struct workbook *ret_book,
				  struct fault *fault);
/* Brings *book, which store_load() or this has read of the same workshop and in the same reach, to where the file stands now: just as
 * reading it anew would, but only what the log has spoken of since is read. Rows may move to another place. Where it fails, the
 * next time goes on from there. */
MUST_CHECK enum status store_reload(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
				    struct fault *fault);
/* All workshops, items, tables and run rows, for home and lists: a workbook of many workshops, told apart by the rows'
 * `workshop`. Holds what is open only. */
MUST_CHECK enum status store_load_outline(struct store *store, struct workbook *ret_book, struct fault *fault);

/* Every workshop's seats, for who must not meet again: a workbook of many workshops that holds nothing else. */
MUST_CHECK enum status store_load_seats(struct store *store, struct workbook *ret_book, struct fault *fault);

/* Has another process (or this one) committed since the last store_load()? Cheap. */
bool store_is_stale(struct store *store);

#endif
