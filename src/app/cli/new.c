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

	if (app_open(app, STORE_WRITE) == ST_OK) {
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

enum exit_code cli_new(struct app *app, int argc, char **argv)
{
	struct make make = { .template_name = "basic", .tables = MAKE_TABLES };
	struct arguments words;
	struct fault fault = { "" };
	const struct option_row rows[] = {
		{ "template", 0, OPTION_TEXT, &make.template_name }, { "start", 0, OPTION_TEXT, &make.start },
		{ "end", 0, OPTION_TEXT, &make.end },                { "tables", 0, OPTION_NUMBER, &make.tables },
		{ "case", 0, OPTION_TEXT, &make.case_path },         { "letter", 0, OPTION_TEXT, &make.letter_path },
		{ "series", 0, OPTION_TEXT, &make.series },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len != 1 || !*words.at[0])
		return cli_usage(app, "new");
	make.title = words.at[0];
	enum status st = make_read(&make, env_now(app->env).wall_ms, &fault);
	enum exit_code code = st == ST_OK ? write_down(app, &make) : app_fail(st, &fault);
	make_done(&make);
	return code;
}
