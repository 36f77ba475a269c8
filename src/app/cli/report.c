#include "exchange/report.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "reading.h"
#include "world/last_time.h"
#include "world/options.h"

#include <stdio.h>

static enum exit_code say_formats(const char *name)
{
	fprintf(stderr, _("yoriai: there is no report format “%s”; there are:"), name);
	for (size_t i = 0; i < report_formats_len; i++)
		fprintf(stderr, " %s", report_formats[i].name);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

static enum status look_around(struct app *app, struct reading *reading, struct attendance *before, struct report_others *ret_others,
			       struct fault *fault)
{
	const char *workshop = workbook_workshop(&reading->book)->id;
	struct workbook outline = { 0 };
	bool is_known = false;
	enum status st = last_time_attendance(app, workshop, &reading->arena, before, &is_known, fault);

	if (st == ST_OK)
		st = store_load_outline(app->store, &outline, fault);
	if (st == ST_OK)
		*ret_others = (struct report_others){ is_known ? before : NULL, series_number_of(&outline, workshop) };
	workbook_done(&outline);
	return st;
}

static enum exit_code render(struct app *app, struct reading *reading, const struct report_format *format, enum profile profile,
			     const char *path)
{
	struct attendance before;
	struct report_others others;
	struct fault fault = { "" };
	enum status st = look_around(app, reading, &before, &others, &fault);

	if (st != ST_OK) {
		reading_done(reading);
		return app_fail(st, &fault);
	}
	report_render_beside(&reading->book, &reading->run, &others, format, profile, &reading->out);
	return reading_print(reading, path);
}

enum exit_code cli_report(struct app *app, int argc, char **argv)
{
	const char *format_name = "md", *profile_word = "public", *path = NULL;
	const struct option_row rows[] = {
		{ "format", 0, OPTION_TEXT, &format_name },
		{ "profile", 0, OPTION_TEXT, &profile_word },
		{ "output", 'o', OPTION_TEXT, &path },
	};
	struct arguments words;
	struct reading reading = { 0 };
	enum profile profile;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_report);
	if (app->json)
		format_name = "json";
	const struct report_format *format = report_format_of_name(format_name);
	if (!format)
		return say_formats(format_name);
	if (!profile_of_name(profile_word, &profile)) {
		fprintf(stderr, _("yoriai: there is no profile “%s”; there are public, partners and internal.\n"), profile_word);
		return EXIT_USAGE;
	}
	if (reading_open(app, STORE_READ, words.len ? words.at[0] : NULL, store_reach_out, &reading) != ST_OK)
		return EXIT_REFUSED;
	return render(app, &reading, format, profile, path);
}
