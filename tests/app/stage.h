/* stage.h - a database of a test's own, the command line beside it, and consoles on terminals.
 * Tests only. The program under test is $YORIAI. One stage at a time; stage_teardown ends whatever a failed test left. */
#ifndef TESTS_APP_STAGE_H
#define TESTS_APP_STAGE_H

#include "support/pty.h"

#include <limits.h>

extern char stage_folder[PATH_MAX / 2]; /* TMPDIR of the programs, too */

int stage_setup(void **state);
int stage_teardown(void **state); /* fails where `yoriai check` finds anything wrong with the database */

/* A console: `words` of its command line, split at spaces; rows and columns 0: 24 and 80. env as in pty.h, may be NULL. */
struct pty *stage_start(const char *words, const struct pty_options *options);
struct pty *stage_open(const char *words, int rows, int cols, const char *const *env);

/* A command line through the shell: what it printed, without the last LF; borrowed until the next call. It must end well. */
const char *cli(const char *format, ...) __attribute__((format(printf, 1, 2)));
const char *sql(const char *statement); /* on the file, which nobody may have open */

/* Waits, with the terminal kept going, until `clock status --json` (or show, …) holds the text. */
#define expect_told(pty, words, text) expect_told_at(pty, words, text, __FILE__, __LINE__)
void expect_told_at(struct pty *pty, const char *words, const char *text, const char *file, int line);
#define expect_clock(pty, text) expect_told(pty, "clock status --json", text)

/* For key sequences: q, and a good end. */
#define stage_leave(pty) do { pty_keys(pty, "q"); pty_expect_exit(pty, 0); pty_expect_restored(pty); pty_end(pty); } while (0)

#endif
