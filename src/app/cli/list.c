#include "cli.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/outline.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "world/options.h"

#include <stdio.h>
#include <stdlib.h>

static void print_workshop(const struct workbook *outline, size_t index, enum run_state state)
{
	const struct workshop *workshop = &outline->workshops.at[index];
	struct calendar at = calendar_of(workshop->start_ms);

	printf("%3zu  %04d-%02d-%02d %02d:%02d  %s  %s\n", index + 1, at.year, at.month, at.day, at.hour, at.minute,
	       words_run_state(state), workshop->title);
}

enum exit_code cli_list(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct workbook outline = { 0 };
	struct fault fault = { "" };
	struct buf out = { 0 };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len)
		return usage_tell(app, SUBCOMMAND_list);
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
		struct outline_line *lines = outline_lines(&outline);
		for (size_t i = 0; i < outline.workshops.len; i++)
			print_workshop(&outline, i, lines[i].state);
		free(lines);
	}
	buf_done(&out);
	workbook_done(&outline);
	return EXIT_DONE;
}
