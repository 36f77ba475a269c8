/* cli.h - the subcommands: one file each, one row each in the table.
 * Floor: app (private). */
#ifndef APP_CLI_H
#define APP_CLI_H

#include "world/app.h"

#include <stddef.h>

struct front;

struct subcommand {
	const char *name;
	const char *usage; /* what follows the name */
	const char *help;  /* one sentence; catalogue key */
	enum exit_code (*run)(struct app *app, int argc, char **argv); /* argv[0] is the name */
};

extern const struct subcommand subcommands[];
extern const size_t subcommands_len;

#define SUBCOMMAND(name) enum exit_code cli_##name(struct app *app, int argc, char **argv);
SUBCOMMAND(home)
SUBCOMMAND(new)
SUBCOMMAND(list)
SUBCOMMAND(show)
SUBCOMMAND(agenda)
SUBCOMMAND(templates)
SUBCOMMAND(plan)
SUBCOMMAND(run)
SUBCOMMAND(audience)
SUBCOMMAND(scribe)
SUBCOMMAND(clock)
SUBCOMMAND(log)
SUBCOMMAND(import)
SUBCOMMAND(export)
SUBCOMMAND(search)
SUBCOMMAND(seat)
SUBCOMMAND(report)
SUBCOMMAND(needs)
SUBCOMMAND(deck)
SUBCOMMAND(paper)
SUBCOMMAND(merge)
SUBCOMMAND(backup)
SUBCOMMAND(check)
SUBCOMMAND(screen)
SUBCOMMAND(demo)
SUBCOMMAND(completion)
#undef SUBCOMMAND

/* rehearse.c: run --rehearse; and what whoever was in a rehearsal does last: code is what became of the console. */
enum exit_code rehearse(struct app *app, const char *name, int64_t speed);
void rehearse_leave(struct app *app, enum exit_code code);

/* consoles.c: finds the workshop before the terminal is touched, so that a refusal stands in plain sight. */
struct screen;
enum exit_code cli_open_console(struct app *app, enum store_mode mode, const struct screen *screen, const char *name,
				int64_t table);

/* Where the person meets a console: on a full screen, or with --plain as lines. */
const struct front *cli_front(const struct app *app);

/* "yoriai NAME USAGE" on stderr; EXIT_USAGE. With --help: usage and help on stdout; EXIT_DONE. */
enum exit_code cli_usage(const struct app *app, const char *name);

#endif
