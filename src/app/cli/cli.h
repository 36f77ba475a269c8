/* cli.h - the subcommands: one file each, one row each in subcommands.def.
 * Floor: app (private). */
#ifndef APP_CLI_H
#define APP_CLI_H

#include "usage.h"
#include "world/app.h"

struct front;

/* argv[0] is the name. */
typedef enum exit_code subcommand_run(struct app *app, int argc, char **argv);
extern subcommand_run *const subcommand_runs[SUBCOMMAND_COUNT];

#define SUBCOMMAND(name, usage, help) subcommand_run cli_##name;
#include "subcommands.def"
#undef SUBCOMMAND
subcommand_run cli_home; /* where no subcommand is named */

/* rehearse.c: run --rehearse; and what whoever was in a rehearsal does last: code is what became of the console. */
enum exit_code rehearse(struct app *app, const char *name, int64_t speed);
void rehearse_leave(struct app *app, enum exit_code code);

/* consoles.c: finds the workshop before the terminal is touched, so that a refusal stands in plain sight. */
struct screen;
enum exit_code cli_open_console(struct app *app, enum store_mode mode, const struct screen *screen, const char *name,
				int64_t table);

/* Where the person meets a console: on a full screen, or with --plain as lines. */
const struct front *cli_front(const struct app *app);

#endif
