/* reading.h - what every command that prints a workshop does first and last.
 * Floor: app (private). */
#ifndef APP_READING_H
#define APP_READING_H

#include "world/app.h"

#include "base/buf.h"
#include "engine/run.h"

/* One workshop, its clock as of now, and what will be printed. Zeroed is valid. */
struct reading {
	struct workbook book;
	struct arena arena;
	struct run run;
	struct buf out;
};

/* Nothing is in it of a letter whose step has not begun, whatever the reach.
 * Opens the database (STORE_READ: app_open_to_read) and loads the workshop that `name` means (NULL: see app_load). Says what fails on stderr. */
MUST_CHECK enum status reading_open(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
				    struct reading *reading);
/* The same for who knows better what to say where there is no such workshop. "": what is wrong with the file has been said. */
MUST_CHECK enum status reading_find(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
				    struct reading *reading, struct fault *fault);
/* For what prepares a workshop: the workshop itself, whatever is being rehearsed, and what is sealed where the reach says so. */
MUST_CHECK enum status reading_prepare(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
				       struct reading *reading);
/* The same workshop once more, as it is by now; but for what is sealed. */
MUST_CHECK enum status reading_again(struct app *app, struct reading *reading, struct fault *fault);
/* Writes `out` to path (NULL or "-": standard output) and frees everything. */
enum exit_code reading_print(struct reading *reading, const char *path);
void reading_done(struct reading *reading);

#endif
