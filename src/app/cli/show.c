#include "cli.h"

#include "base/i18n.h"
#include "exchange/json.h"
#include "exchange/report.h"
#include "reading.h"
#include "world/options.h"

enum exit_code cli_show(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_show);
	if (reading_open(app, STORE_READ, words.len ? words.at[0] : NULL, store_reach_out, &reading) != ST_OK)
		return EXIT_REFUSED;
	if (app->json)
		json_show(&reading.book, &reading.run, PROFILE_INTERNAL, &reading.out);
	else
		report_render(&reading.book, &reading.run, report_format_of_name("md"), PROFILE_INTERNAL, &reading.out);
	return reading_print(&reading, NULL);
}
