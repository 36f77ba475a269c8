#include "usage.h"

#include "base/i18n.h"

#include <stdio.h>

const struct usage usages[SUBCOMMAND_COUNT] = {
#define SUBCOMMAND(name, usage, help) { #name, usage, help },
#include "subcommands.def"
#undef SUBCOMMAND
};

enum exit_code usage_tell(const struct app *app, enum subcommand subcommand)
{
	const struct usage *usage = &usages[subcommand];
	FILE *out = app->help ? stdout : stderr;

	fprintf(out, _("usage: yoriai %s%s%s\n"), usage->name, *usage->usage ? " " : "", usage->usage);
	if (app->help)
		printf("\n%s\n", _(usage->help));
	return app->help ? EXIT_DONE : EXIT_USAGE;
}
