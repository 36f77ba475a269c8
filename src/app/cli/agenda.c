#include "cli.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "options.h"
#include "reading.h"

#include <inttypes.h>

static void print_item(const struct run_item *item, size_t position, int64_t day_ms, struct buf *out)
{
	buf_addf(out, "%zu\t%s\t%s\t%s\t", position, words_time(item->planned_start_ms, day_ms).text,
		 words_time(item->forecast_start_ms, day_ms).text, words_time(item->actual_start_ms, day_ms).text);
	if (!item->open_ended)
		buf_addf(out, "%" PRId64, item->planned_ms / 60000);
	buf_addf(out, "\t%s\n", item->item->title);
}

enum exit_code cli_agenda(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len > 1)
		return cli_usage(app, "agenda");
	if (reading_open(app, STORE_READ, words.len ? words.at[0] : NULL, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	if (app->json) {
		json_agenda(&reading.book, &reading.run, PROFILE_INTERNAL, &reading.out);
		return reading_print(&reading, NULL);
	}
	buf_addf(&reading.out, "%s\n%s\n", workbook_workshop(&reading.book)->title,
		 _("no\tplan\tnow\twas\tmin\tstep"));
	for (size_t i = 0; i < reading.run.len; i++)
		print_item(&reading.run.items[i], i + 1, workbook_workshop(&reading.book)->start_ms, &reading.out);
	return reading_print(&reading, NULL);
}
