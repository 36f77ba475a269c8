#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "make.h"
#include "options.h"

#include <stdio.h>

static enum exit_code write_down(struct app *app, const struct make *make)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id id = make_add(make, app->env, &batch);
	enum exit_code code = EXIT_REFUSED;

	if (app->store || app_open(app, STORE_WRITE) == ST_OK) {
		code = app_fail(store_append(app->store, &batch, &fault), &fault);
		if (code == EXIT_DONE && make_letter_stays_shut(make))
			fputs(_("yoriai: no step of this agenda opens the letter; give one the kind [letter] and import the agenda.\n"),
			      stderr);
		if (code == EXIT_DONE)
			printf(app->json ? "{\"id\":\"%s\"}\n" : "%s\n", id.text);
	}
	batch_done(&batch);
	return code;
}

/* The workshop before, with everything that a facilitator may read of it. */
static enum exit_code read_from(struct app *app, const char *name, struct workbook *from, struct make *make)
{
	struct fault fault = { "" };

	if (app_open(app, STORE_WRITE) != ST_OK)
		return EXIT_REFUSED;
	app_stay_out_of_rehearsal(app);
	make->from = from;
	return app_fail(app_load(app, name, store_reach_all, from, &fault), &fault);
}

enum exit_code cli_new(struct app *app, int argc, char **argv)
{
	struct make make = make_new("");
	const char *from_name = NULL;
	struct workbook from = { 0 };
	struct arguments words;
	struct fault fault = { "" };
	const struct option_row rows[] = {
		{ "template", 0, OPTION_TEXT, &make.template_name }, { "start", 0, OPTION_TEXT, &make.start },
		{ "end", 0, OPTION_TEXT, &make.end },                { "tables", 0, OPTION_NUMBER, &make.tables },
		{ "case", 0, OPTION_LIST, &make.case_paths },        { "letter", 0, OPTION_TEXT, &make.letter_path },
		{ "series", 0, OPTION_TEXT, &make.series },          { "from", 0, OPTION_TEXT, &from_name },
		{ "cases", 0, OPTION_NUMBER, &make.cases },          { "rounds", 0, OPTION_NUMBER, &make.rounds },
		{ "table", 0, OPTION_LIST, &make.named_tables },     { "mode", 0, OPTION_TEXT, &make.mode },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len != 1 || !*words.at[0])
		return cli_usage(app, "new");
	make.title = words.at[0];
	enum exit_code code = from_name ? read_from(app, from_name, &from, &make) : EXIT_DONE;
	if (code == EXIT_DONE)
		code = app_fail(make_read(&make, env_now(app->env).wall_ms, &fault), &fault);
	if (code == EXIT_DONE)
		code = write_down(app, &make);
	make_done(&make);
	workbook_done(&from);
	return code;
}
