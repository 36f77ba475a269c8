/* consoles.c - the subcommands that open a full-screen console. */
#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "console/loop.h"
#include "screens/screens.h"
#include "world/options.h"

#include <stdio.h>

enum exit_code cli_open_console(struct app *app, enum store_mode mode, const struct screen *screen, const char *name,
				int64_t table)
{
	struct fault fault = { "" };
	char workshop[ID_LEN + 1] = "";

	/* Who joins a rehearsal leaves the real file as it is; which of the two is meant is known once it is loaded. */
	bool rehearsed = rehearsal_find(app->db, &app->rehearsal);
	if ((rehearsed ? app_open(app, STORE_READ) : app_open_soon(app, mode)) != ST_OK)
		return EXIT_REFUSED;
	enum status st = app_find_workshop(app, name, workshop, &fault);
	if (st != ST_OK)
		return app_fail_soon(app, st, &fault);
	if (rehearsed)
		app_close(app);
	if (rehearsed && app_open_soon(app, mode) != ST_OK)
		return EXIT_REFUSED;
	enum exit_code code = console_run(app, cli_front(app), screen, workshop, table);
	rehearse_leave(app, code);
	return code;
}

enum exit_code cli_home(struct app *app, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	if (app_open_soon(app, STORE_LIVE) != ST_OK)
		return EXIT_REFUSED;
	return console_run(app, &front_full, &screen_home, "", 0);
}

enum exit_code cli_run(struct app *app, int argc, char **argv)
{
	int64_t speed = INT64_MIN;
	const struct option_row rows[] = {
		{ "rehearse", 0, OPTION_NUMBER, &speed },
		{ "plain", 0, OPTION_FLAG, &app->plain },
		{ "bell", 0, OPTION_FLAG, &app->bell },
	};
	struct arguments words;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_run);
	if (speed != INT64_MIN)
		return rehearse(app, words.len ? words.at[0] : NULL, speed);
	return cli_open_console(app, STORE_LIVE, &screen_run, words.len ? words.at[0] : NULL, 0);
}

enum exit_code cli_audience(struct app *app, int argc, char **argv)
{
	struct arguments words;

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_audience);
	return cli_open_console(app, STORE_READ, &screen_audience, words.len ? words.at[0] : NULL, 0);
}

enum exit_code cli_scribe(struct app *app, int argc, char **argv)
{
	int64_t table = 0;
	const struct option_row rows[] = { { "table", 0, OPTION_NUMBER, &table } };
	struct arguments words;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1 || !table)
		return usage_tell(app, SUBCOMMAND_scribe);
	enum exit_code code = cli_open_console(app, STORE_LIVE, &screen_scribe, words.len ? words.at[0] : NULL, table);
	/* A key pressed by mistake leaves who knows no shell in front of one. */
	if (code == EXIT_DONE)
		puts(_("All is saved. To go on writing, give the same command again (Up, then Enter)."));
	return code;
}
