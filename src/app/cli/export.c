#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/json.h"
#include "exchange/template.h"
#include "export.h"
#include "export_hsds.h"
#include "reading.h"
#include "world/options.h"

#include <stdio.h>
#include <string.h>

static enum status export_agenda(const struct workbook *book, struct buf *out, struct fault *fault)
{
	struct template template = { 0 };
	enum status st = template_of_workbook(book, i18n_is_japanese(), &template, fault);

	if (st == ST_OK)
		template_print(&template, out);
	template_done(&template);
	return st;
}

static enum status export_what(const char *what, bool as_json, struct reading *reading, struct fault *fault)
{
	struct json json = { .out = &reading->out, .airy = true };
	bool people = strcmp(what, "people") == 0, cards = strcmp(what, "cards") == 0;
	enum status st = ST_OK;

	if (strcmp(what, "agenda") == 0 && !as_json)
		return export_agenda(&reading->book, &reading->out, fault);
	if (strcmp(what, "agenda") == 0)
		json_agenda(&reading->book, &reading->run, NULL, PROFILE_INTERNAL, &reading->out);
	else if (people && workbook_workshop(&reading->book))
		as_json ? export_guests_json(&reading->book, &json) : export_guests_csv(&reading->book, &reading->out);
	else if ((people || cards) && as_json)
		export_rows_json(&reading->book, people ? ENTITY_person : ENTITY_card, &json);
	else if (people || cards)
		export_rows_csv(&reading->book, people ? ENTITY_person : ENTITY_card, &reading->out);
	else
		st = fault_set(fault, ST_INVALID, _("There are cards, people, agenda, all and everything to export, not “%s”."), what);
	if (st == ST_OK && reading->out.bytes[reading->out.len - 1] != '\n')
		buf_add_char(&reading->out, '\n');
	return st;
}

/* False where the words do not go together; what is wrong has been said. */
static bool check_format(const char *format, const char *what)
{
	static const char *const formats[] = { "csv", "json", "hsds", "md" };
	bool known = false;

	for (size_t i = 0; i < COUNT(formats); i++)
		known |= strcmp(format, formats[i]) == 0;
	if (!known)
		fprintf(stderr, _("yoriai: there is no format “%s”; there are csv, json, hsds and md.\n"), format);
	else if (strcmp(format, "csv") == 0 && (strcmp(what, "all") == 0 || strcmp(what, "everything") == 0))
		fprintf(stderr, _("yoriai: everything together goes into JSON only: --format json.\n"));
	else if (strcmp(format, "md") == 0 && strcmp(what, "agenda") != 0)
		fprintf(stderr, _("yoriai: Markdown is a form for the agenda: export agenda --format md.\n"));
	else if (strcmp(format, "hsds") == 0 && strcmp(what, "cards") != 0)
		fprintf(stderr, _("yoriai: HSDS is a form for cards: export cards --format hsds.\n"));
	else
		return true;
	return false;
}

static enum status load(struct app *app, const struct arguments *words, struct reading *reading, struct fault *fault)
{
	bool directory = strcmp(words->at[0], "cards") == 0 || (strcmp(words->at[0], "people") == 0 && words->len == 1);

	if (!directory)
		return reading_find(app, STORE_READ, words->len > 1 ? words->at[1] : NULL, store_reach_out, reading, fault);
	enum status st = app_open_to_read(app);
	return st == ST_OK ? store_load(app->store, "", store_reach_out, &reading->book, fault) : st;
}

enum exit_code cli_export(struct app *app, int argc, char **argv)
{
	const char *format = app->json ? "json" : "", *profile = "public", *path = NULL;
	const struct option_row rows[] = {
		{ "format", 0, OPTION_TEXT, &format },
		{ "profile", 0, OPTION_TEXT, &profile },
		{ "output", 'o', OPTION_TEXT, &path },
	};
	struct arguments words;
	struct reading reading = { 0 };
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len < 1 || words.len > 2)
		return usage_tell(app, SUBCOMMAND_export);
	if (*format && !check_format(format, words.at[0]))
		return EXIT_USAGE;
	if (strcmp(format, "hsds") == 0)
		return export_hsds(app, profile, path);
	if (strcmp(words.at[0], "all") == 0)
		return export_all(app, words.len > 1 ? words.at[1] : NULL, path);
	if (strcmp(words.at[0], "everything") == 0)
		return words.len > 1 ? usage_tell(app, SUBCOMMAND_export) : export_everything(app, path);
	enum status st = load(app, &words, &reading, &fault);
	if (st == ST_OK)
		st = export_what(words.at[0], app->json || strcmp(format, "json") == 0, &reading, &fault);
	if (st == ST_OK)
		return reading_print(&reading, path);
	reading_done(&reading);
	return *fault.text ? app_fail(st, &fault) : EXIT_REFUSED;
}
