#include "cli.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "reading.h"
#include "world/last_time.h"
#include "world/options.h"

#include <inttypes.h>

enum { MINUTE_MS = 60000 };

/* Minutes, of all attempts together; and how many more or fewer than were planned. */
static void print_spent(const struct run_item *item, struct buf *out)
{
	struct spent spent = spent_of(item);

	if (item->status == ITEM_SKIPPED)
		buf_add_text(out, words_item_status(item->status));
	else if (item->actual_start_ms)
		buf_addf(out, "%" PRId64, (item->total_active_ms + MINUTE_MS / 2) / MINUTE_MS);
	buf_addf(out, "\t%s", spent_difference(&spent).text);
}

static void print_item(const struct run_item *item, size_t position, int64_t day_ms, const struct spent *last_time,
		       struct buf *out)
{
	buf_addf(out, "%zu\t%s\t%s\t%s\t", position, words_time(item->planned_start_ms, day_ms).text,
		 words_time(item->forecast_start_ms, day_ms).text, words_time(item->actual_start_ms, day_ms).text);
	if (!item->open_ended)
		buf_addf(out, "%" PRId64, item->planned_ms / MINUTE_MS);
	buf_add_char(out, '\t');
	print_spent(item, out);
	buf_addf(out, "\t%s\t%s", words_kind(item->item).text, step_name(item->item).text);
	if (last_time && last_time->state != SPENT_UNKNOWN)
		buf_addf(out, "\t%s", spent_last_time_words(last_time).text);
	buf_add_char(out, '\n');
}

static void print_agenda(struct reading *reading, const struct spent *last_time)
{
	buf_addf(&reading->out, "%s\n%s\n", workbook_workshop(&reading->book)->title,
		 _("no\tplan\tnow\twas\tmin\ttook\tdiff\tkind\tstep\tlast time"));
	for (size_t i = 0; i < reading->run.len; i++)
		print_item(&reading->run.items[i], i + 1, workbook_workshop(&reading->book)->start_ms,
			   last_time ? &last_time[i] : NULL, &reading->out);
}

enum exit_code cli_agenda(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct reading reading = { 0 };
	struct last_time last_time = { 0 };
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_agenda);
	if (reading_open(app, STORE_READ, words.len ? words.at[0] : NULL, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum status st = last_time_load(app, workbook_workshop(&reading.book)->id, &last_time, &fault);
	const struct spent *spent = last_time_of(&last_time, &reading.run, &reading.arena);
	if (app->json)
		json_agenda(&reading.book, &reading.run, spent, PROFILE_INTERNAL, &reading.out);
	else
		print_agenda(&reading, spent);
	last_time_done(&last_time);
	enum exit_code code = reading_print(&reading, NULL);
	return st == ST_OK ? code : app_fail(st, &fault);
}
