/* connection.h - the one door to SQLite: nothing else in the program opens a database.
 * Private to store. Functions return SQLite's extended result codes; after a failed open the connection still
 * tells its error until it is closed. */
#ifndef STORE_CONNECTION_H
#define STORE_CONNECTION_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct connection {
	sqlite3 *db;
	uint64_t chance;   /* where the next nap's length comes from */
	int64_t napped_us; /* in the present wait for a lock */
	bool is_in_passing; /* no lock is waited for: what it does now can be done another time */
};

enum access {
	ACCESS_MAKE,   /* to write; made, 0600, if missing */
	ACCESS_WRITE,  /* to write, or only to read where the file cannot be written */
	ACCESS_READ,   /* to read only, even where we might write */
	ACCESS_FROZEN, /* to read what nobody can change: no locks, no journal */
};

/* `connection` must not move while it is open: the busy handler holds it. */
int connection_open(struct connection *connection, const char *path, enum access access);
void connection_close(struct connection *connection); /* zeroed is allowed, and left zeroed */
/* The same for a file that we only looked at: where it had no log beside it, it has none afterwards. */
void connection_let_go(struct connection *connection, bool had_log);

int connection_run(struct connection *connection, const char *sql);
/* The first column of the first row; 0 where there is none. */
int connection_number(struct connection *connection, const char *sql, int64_t *ret_number);

/* Rows have random ids, so what comes by the thousand lands all over the file: in the little room that is usual each page would be
 * written out and read again several times. What the room was is for connection_set_room(), which also gives the memory back. */
int connection_make_room(struct connection *connection, int64_t *ret_before);
int connection_set_room(struct connection *connection, int64_t before);
/* For who stays for hours and has what it shows in memory, and for who reads the whole file once: an eighth of what is usual. */
int connection_take_little_room(struct connection *connection);

/* A short nap of random length, in which whoever holds a lock may let go of it. */
void connection_nap(struct connection *connection, int tries);

#endif
