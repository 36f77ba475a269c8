#include "cli.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "options.h"

#include <stdio.h>

static void print_workshop(const struct workbook *outline, size_t index)
{
	const struct workshop *workshop = &outline->workshops.at[index];
	struct calendar at = calendar_of(workshop->start_ms);

	printf("%3zu  %04d-%02d-%02d %02d:%02d  %s  %s\n", index + 1, at.year, at.month, at.day, at.hour, at.minute,
	       words_run_state(run_state_of(outline, workshop->id)), workshop->title);
}

enum exit_code cli_list(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct workbook outline = { 0 };
	struct fault fault = { "" };
	struct buf out = { 0 };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len)
		return cli_usage(app, "list");
	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	enum status st = store_load_outline(app->store, &outline, &fault);
	if (st != ST_OK)
		return app_fail(st, &fault);
	if (app->json) {
		json_list(&outline, &out);
		fputs(buf_text(&out), stdout);
	} else if (outline.workshops.len == 0) {
		puts(_("There is no workshop yet; make one with: yoriai new TITLE"));
	} else {
		for (size_t i = 0; i < outline.workshops.len; i++)
			print_workshop(&outline, i);
	}
	buf_done(&out);
	workbook_done(&outline);
	return EXIT_DONE;
}
