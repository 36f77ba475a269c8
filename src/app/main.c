#include "world/app.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "term/signals.h"
#include "world/options.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_help(void)
{
	printf(_("yoriai %s: run a case conference or community workshop from a terminal\n\n"), YORIAI_VERSION);
	printf(_("usage: yoriai [--db FILE] [--lang ja|en] [--theme dark|light|plain] [COMMAND …]\n\n"));
	printf(_("Without a command: the home screen. Commands:\n"));
	for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
		printf("  %s %s\n      %s\n", usages[i].name, usages[i].usage, _(usages[i].help));
	printf(_("\nThe database is --db, else $YORIAI_DB, else %s.\nSee also: man yoriai\n"), "~/.local/share/yoriai/yoriai.db");
}

/* $YORIAI_DB, else $XDG_DATA_HOME/yoriai/yoriai.db, else ~/.local/share/yoriai/yoriai.db. XDG says to ignore what is not an
 * absolute path. */
static bool choose_db(struct app *app)
{
	const char *db = getenv("YORIAI_DB"), *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	int len;

	if (db && *db)
		len = snprintf(app->db, sizeof app->db, "%s", db);
	else if (data && *data == '/')
		len = snprintf(app->db, sizeof app->db, "%s/yoriai/yoriai.db", data);
	else
		len = snprintf(app->db, sizeof app->db, "%s/.local/share/yoriai/yoriai.db", home && *home ? home : ".");
	if (len > 0 && (size_t)len < sizeof app->db)
		return true;
	fprintf(stderr, _("yoriai: the name of the database is too long: look at $YORIAI_DB, $XDG_DATA_HOME and $HOME.\n"));
	return false;
}

/* Said in ASCII and in both languages: this terminal can show nothing else. */
static bool locale_is_utf8(void)
{
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return true;
	fputs("yoriai: this terminal's locale is not UTF-8. Try: LC_ALL=C.UTF-8 yoriai\n"
	      "yoriai: UTF-8 no kankyo ga hitsuyo desu. Tamesu: LC_ALL=C.UTF-8 yoriai\n",
	      stderr);
	return false;
}

static enum exit_code run_subcommand(struct app *app, struct arguments words)
{
	if (words.len == 0)
		return cli_home(app, 0, NULL);
	for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
		if (strcmp(usages[i].name, words.at[0]) == 0)
			return subcommand_runs[i](app, (int)words.len, words.at);
	fprintf(stderr, _("yoriai: there is no command “%s”; yoriai --help lists them.\n"), words.at[0]);
	return EXIT_USAGE;
}

static enum exit_code print_about(const struct app *app)
{
	if (app->help)
		print_help();
	else
		printf("yoriai %s\n", YORIAI_VERSION);
	return EXIT_DONE;
}

/* What was printed into a full disk or a closed pipe was not printed. */
static enum exit_code flush_output(enum exit_code code)
{
	bool failed_before = ferror(stdout); /* and nobody knows any longer why */

	if (failed_before)
		fputs(_("yoriai: not all of the output could be written.\n"), stderr);
	else if (fflush(stdout) == 0)
		return code;
	else
		fprintf(stderr, _("yoriai: the output could not be written: %s.\n"), strerror(errno));
	return code == EXIT_DONE ? EXIT_REFUSED : code;
}

int main(int argc, char **argv)
{
	struct app app = { .env = &env_system };
	struct arguments words = { 0 };
	bool version = false;
	const struct option_row rows[] = { { "version", 0, OPTION_FLAG, &version } };

	if (!locale_is_utf8())
		return EXIT_REFUSED;
	mem_keep_one_heap();
	i18n_start(NULL);
	/* A full disk under RLIMIT_FSIZE, or a reader that left, is an error to report and not a reason to die. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	app.mono = getenv("NO_COLOR") && *getenv("NO_COLOR");
	enum exit_code code = EXIT_USAGE;
	if (!choose_db(&app))
		goto out;
	bool read = options_read_leading(&app, argc, argv, rows, COUNT(rows), &words);
	if (app.help || version)
		code = print_about(&app);
	else if (read)
		code = run_subcommand(&app, words);
out:
	app_close(&app);
	arena_done(&app.arena);
	code = flush_output(code);
	if (app.fatal)
		signals_die(app.fatal);
	return code;
}
