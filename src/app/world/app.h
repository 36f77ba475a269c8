/* app.h - the world one process owns: its clocks, its language, its database.
 * Floor: app (private). */
#ifndef APP_APP_H
#define APP_APP_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/workbook.h"
#include "engine/run.h"
#include "rehearsal.h"
#include "store/store.h"
#include "view/print.h"

#include <limits.h>
#include <stdbool.h>

/* Exit codes of the command line's contract. */
enum exit_code { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

struct app {
	const struct env *env;
	char db[PATH_MAX];    /* where the database is, or will be */
	enum theme theme;
	bool mono;            /* NO_COLOR */
	bool json;
	bool plain;           /* run as lines, without a full screen */
	bool bell;            /* and the terminal rings all the same */
	bool help;            /* --help after a command: what it does is to be printed, and nothing done */
	int64_t as_of_ms;     /* screens show the clock as it stood then; 0: as it stands */
	struct arena arena;   /* words of the command line that had to be changed; lives as long as the process */
	int fatal;            /* the signal to die by once everything is given back; 0: none */
	struct store *store;  /* NULL until app_open() */
	enum store_mode mode; /* of what is open */
	struct rehearsal rehearsal; /* the one beside the database, or the one that we are in, and then db and env are its own */
};

/* Opens app->db. Says on stderr why not, and any warning. */
MUST_CHECK enum status app_open(struct app *app, enum store_mode mode);
/* The same for a console, which comes up while the file is still being looked through (store_open_soon). */
MUST_CHECK enum status app_open_soon(struct app *app, enum store_mode mode);
/* The same, to read: a file that is not there yet is made, one that lies where nothing can be written is read as it is. */
MUST_CHECK enum status app_open_to_read(struct app *app);
void app_close(struct app *app);

/* Goes over from the database to the rehearsal beside it. */
MUST_CHECK enum status app_enter_rehearsal(struct app *app, enum store_mode mode, struct fault *fault);
/* For what prepares a workshop: it is kept, so a rehearsal that goes on beside the open database is none of its business. */
void app_stay_out_of_rehearsal(struct app *app);
/* Appends, and lets a rehearsal's time pass once its first step has been started. */
MUST_CHECK enum status app_append(struct app *app, struct batch *batch, struct fault *fault);
/* The same, on the terms of store_append_if(). */
MUST_CHECK enum status app_append_if(struct app *app, struct batch *batch, const char *workshop,
				     bool (*holds)(const struct workbook *book, void *ctx), void *ctx, struct fault *fault);

/* Prints the fault's sentence on stderr and gives the exit code for st: `return app_fail(st, &fault)`. */
enum exit_code app_fail(enum status st, const struct fault *fault);
/* The same while the file is still being looked through: where that finds damage, no other sentence matters. */
enum exit_code app_fail_soon(struct app *app, enum status st, const struct fault *fault);

/* Finds the workshop a person means: an id, a unique prefix of one, its number in the list, or part of its title; NULL: the
 * running one, else the one being rehearsed, else the next planned, else the newest. A refusal names the candidates. Where it is
 * being rehearsed, the rehearsal is what is meant, and the app is in it from then on. */
MUST_CHECK enum status app_find_workshop(struct app *app, const char *name, char ret_id[ID_LEN + 1], struct fault *fault);
MUST_CHECK enum status app_load(struct app *app, const char *name, struct store_reach reach, struct workbook *ret_book,
				struct fault *fault); /* the same, and its rows */

/* The workshop's table of that number; a refusal says how many there are. */
MUST_CHECK enum status app_find_table(const struct workbook *book, int64_t number, const struct table **ret_table,
				      struct fault *fault);

/* A projector that came up after the shutter was opened is shut: where all that stand there are, so is the shutter for who
 * drives the clock, and one press opens it. */
void app_see_shutter(const struct app *app, const char *workshop, struct run *run);

#endif
