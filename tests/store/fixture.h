/* fixture.h - a fresh folder with a database in it, and the few things every test of the store does with one.
 * For tests only. Asserts inside; a child process made by fixture_spawn() must not assert but return its exit status.
 */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include <cmocka.h>

#include "base/mem.h"
#include "store/store.h"

/* cmocka's setup and teardown: a folder of its own, where node ids live too; SIGXFSZ ignored as the program does. */
int fixture_setup(void **state);
int fixture_teardown(void **state);

const char *fixture_folder(void);
/* A path in the folder: borrowed, good for the next eight calls. */
const char *fixture_path(const char *name);
const char *fixture_db(void); /* fixture_path("y.db") */

/* The names in the folder, sorted, with a blank between, without the node's: "y.db y.db-wal". Borrowed until the next
 * call. */
const char *fixture_names(void);
unsigned fixture_mode(const char *path);                /* 0600 */
char *fixture_bytes(const char *path, size_t *ret_len); /* owned by the caller */
void fixture_write(const char *path, const void *bytes, size_t len);
void fixture_copy(const char *from, const char *to);

struct store *fixture_open(const char *path, enum store_mode mode);
/* What refuses to open says in a sentence: asserts that one is given, and that it holds `part`. */
void fixture_assert_refused(const char *path, enum store_mode mode, enum status wanted, const char *part);

/* A workshop with one table. */
struct room {
	struct id workshop, table;
};
struct room fixture_room(struct store *store);
/* An offer and the note that goes with it, in one batch: whoever finds one of them alone has found half a change. */
extern struct fault fixture_fault; /* what the last pair was told */
enum status fixture_pair(struct store *store, const struct room *room, const char *text);
void fixture_assert_sound(struct store *store);      /* every check is well */
void fixture_raw(const char *path, const char *sql); /* what a stranger's tool does to the file */

/* A document of the workshop and the directory, as an export writes it, but without the lists. */
void fixture_document(struct store *store, const struct room *room, const char *path);

/* Runs `body` in a process of its own. */
pid_t fixture_spawn(int (*body)(void *ctx), void *ctx);
int fixture_wait(pid_t pid); /* its exit status, or 128 + the signal that ended it */

long fixture_number(const char *variable, long usual); /* from the environment, for longer runs */
int64_t fixture_now_us(void);

#endif
