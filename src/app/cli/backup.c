#include "cli.h"

#include "base/i18n.h"
#include "store/care.h"
#include "world/options.h"

#include <stdio.h>

enum exit_code cli_backup(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len != 1)
		return usage_tell(app, SUBCOMMAND_backup);
	if (app_open(app, STORE_READ) != ST_OK)
		return EXIT_REFUSED;
	return app_fail(store_backup(app->store, words.at[0], &fault), &fault);
}
