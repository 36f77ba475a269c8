/* app.h - the world one process owns: its clocks, its language, its database.
 * Floor: app (private). */
#ifndef APP_APP_H
#define APP_APP_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/workbook.h"
#include "store/store.h"
#include "view/print.h"

#include <limits.h>
#include <stdbool.h>

/* Exit codes of the command line's contract; EX_CONFIG of sysexits.h for a locale that cannot show the text. */
enum exit_code { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_LOCALE = 78 };

struct app {
	const struct env *env;
	char db[PATH_MAX];    /* where the database is, or will be */
	enum theme theme;
	bool mono;            /* NO_COLOR */
	bool json;
	bool help;            /* --help after a command: what it does is to be printed, and nothing done */
	int64_t as_of_ms;     /* screens show the clock as it stood then; 0: as it stands */
	struct arena arena;   /* words of the command line that had to be changed; lives as long as the process */
	int fatal;            /* the signal to die by once everything is given back; 0: none */
	struct store *store;  /* NULL until app_open() */
};

/* Opens app->db. Says on stderr why not, and any warning. */
MUST_CHECK enum status app_open(struct app *app, enum store_mode mode);
/* The same, to read: a file that is not there yet is made, one that lies where nothing can be written is read as it is. */
MUST_CHECK enum status app_open_to_read(struct app *app);
void app_close(struct app *app);

/* Prints the fault's sentence on stderr and gives the exit code for st: `return app_fail(st, &fault)`. */
enum exit_code app_fail(enum status st, const struct fault *fault);

/* Finds the workshop a person means (an id, a unique prefix of one, its number in the list, or part of its title; NULL: the
 * running one, else the next planned, else the newest) and loads it. A refusal names the candidates. */
MUST_CHECK enum status app_load(struct app *app, const char *name, struct store_reach reach, struct workbook *ret_book,
				struct fault *fault);

#endif
