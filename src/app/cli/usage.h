/* usage.h - what a person is told of the subcommands.
 * Floor: app (private). */
#ifndef APP_USAGE_H
#define APP_USAGE_H

#include "world/app.h"

#include <stddef.h>

enum subcommand {
#define SUBCOMMAND(name, usage, help) SUBCOMMAND_##name,
#include "subcommands.def"
#undef SUBCOMMAND
	SUBCOMMAND_COUNT
};

struct usage {
	const char *name;
	const char *usage; /* what follows the name */
	const char *help;  /* one sentence; catalogue key */
};
extern const struct usage usages[SUBCOMMAND_COUNT];

/* "yoriai NAME USAGE" on stderr; EXIT_USAGE. With --help: usage and help on stdout; EXIT_DONE. */
enum exit_code usage_tell(const struct app *app, enum subcommand subcommand);

#endif
