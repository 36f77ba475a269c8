#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/series.h"
#include "world/make.h"
#include "world/options.h"

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

/* No title was said: that of the one before, counted on. */
static enum status propose_title(struct app *app, const struct make *make, struct buf *title, struct fault *fault)
{
	const struct workshop *before = workbook_workshop(make->from);
	int64_t now_ms = env_now(app->env).wall_ms, start_ms = now_ms;
	struct workbook outline = { 0 };
	enum status st = make->start ? make_read_start(make->start, now_ms, &start_ms, fault) : ST_OK;

	if (st == ST_OK)
		st = store_load_outline(app->store, &outline, fault);
	if (st == ST_OK) {
		struct series_number next = series_number_next(&outline, before->id, start_ms);
		series_next_title(before->title, &next, title);
	}
	workbook_done(&outline);
	return st;
}

enum exit_code cli_new(struct app *app, int argc, char **argv)
{
	struct make make = make_new("");
	const char *from_name = NULL;
	struct buf title = { 0 };
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
		{ "as-it-went", 0, OPTION_FLAG, &make.as_it_went },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1 ||
	    (words.len ? !*words.at[0] : !from_name) || (make.as_it_went && !from_name))
		return usage_tell(app, SUBCOMMAND_new);
	enum exit_code code = from_name ? read_from(app, from_name, &from, &make) : EXIT_DONE;
	if (code == EXIT_DONE && !words.len)
		code = app_fail(propose_title(app, &make, &title, &fault), &fault);
	make.title = words.len ? words.at[0] : buf_text(&title);
	if (code == EXIT_DONE)
		code = app_fail(make_read(&make, env_now(app->env).wall_ms, &fault), &fault);
	if (code == EXIT_DONE)
		code = write_down(app, &make);
	make_done(&make);
	workbook_done(&from);
	buf_done(&title);
	return code;
}
