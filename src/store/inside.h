/* inside.h - what an open store is made of.
 * Private to store. */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include "connection.h"
#include "row.h"
#include "sql.h"
#include "store/store.h"

enum calling { CALLED_ITSELF, CALLED_AS_ANOTHER, CALLINGS }; /* calling.c */
enum { LOAD_KINDS = 9 }; /* load.c: three reaches and what goes out, each sealed or not, and the outline */

struct store {
	struct connection main;
	struct connection guard; /* holds the writers' lock during a checkpoint (live.h); open while live */
	const struct env *env;
	enum store_mode mode;
	bool read_only; /* the file cannot be written by us */
	bool had_log;   /* there was a -wal beside it before we came */
	bool stays;     /* a console: the file is live while it is open */
	bool ours;      /* known, and in the mode it was opened for, or on the way there: it is brought to rest again */
	bool is_ready;  /* in that mode: it may be written to */
	struct look *look; /* at the file, beside what is done with it (look.h); NULL: there is none */
	bool look_is_due;  /* it has not begun */
	bool is_settled;   /* found sound, by us or by one who is there: the log may go into the file */
	enum status refused; /* or it was not, and why it will never be written to */
	struct fault refusal;
	int standing;      /* the side file, on whose places others see how far we are with that; -1: nowhere */
	int64_t log_began; /* the last fact when we made the file live */
	char *path, *side;
	char *warning;

	/* Prepared at first use, kept for life. */
	sqlite3_stmt *sentences[SQL_COUNT];
	sqlite3_stmt *rows[ENTITY_COUNT][ROW_SENTENCES];
	sqlite3_stmt *loads[ENTITY_COUNT][LOAD_KINDS], *loads_of_one[ENTITY_COUNT][LOAD_KINDS];
	sqlite3_stmt *owners[ENTITY_COUNT]; /* limit.c */
	sqlite3_stmt *callings[ENTITY_COUNT][CALLINGS];
	sqlite3_stmt *texts[ENTITY_COUNT][REACH_SEALED]; /* judge.c: for each reach below the sealed one */

	int wal_pages;     /* in the log after the last commit */
	int wal_pages_due; /* a checkpoint is due from here on */
	bool frozen;       /* opened as what nobody can change */
	uint64_t node;     /* 0: not asked for yet */
	int64_t version;   /* data_version at the last load; 0: something newer is known to be there */
	bool present;      /* has a row in presence */
	int projector;     /* the side file with a projector's lock; -1: none (projector.c) */

	char signature[48]; /* who writes: versions.c */

	/* What may be written: what belongs to this table; table 0: anything. */
	struct {
		char workshop[ID_LEN + 1];
		int64_t table;
	} limit;
};

/* The greatest stamp in the log: the next fact's comes after it. Inside a transaction. */
int store_last_stamp(struct store *store, struct stamp *ret_last);
int store_keep_last_stamp(struct store *store, struct stamp last);

/* Something was committed. If it matters to others, the next load is needed and every watcher hears of it. */
void store_changed(struct store *store, bool matters);

#endif
