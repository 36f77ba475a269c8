#include "exchange/paper.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "reading.h"
#include "world/options.h"
#include "world/papers.h"

#include <stdio.h>
#include <string.h>

static void list_as_json(struct buf *out)
{
	struct json json = { .out = out };

	json_array(&json);
	for (size_t i = 0; i < paper_kinds_len; i++) {
		json_object(&json);
		json_put_text(&json, "name", paper_kinds[i].name);
		json_put_text(&json, "title", _(paper_kinds[i].title));
		json_put_text(&json, "profile", profile_name(paper_kinds[i].profile));
		json_put_bool(&json, "sealed", paper_kinds[i].is_sealed);
		json_object_end(&json);
	}
	json_array_end(&json);
	buf_add_char(out, '\n');
}

/* What there is to print, and for whom. */
static enum exit_code list_papers(const struct app *app)
{
	struct buf out = { 0 };

	if (app->json)
		list_as_json(&out);
	else
		for (size_t i = 0; i < paper_kinds_len; i++)
			buf_addf(&out, "%s\t%s\t%s\n", paper_kinds[i].name, _(paper_kinds[i].title),
				 profile_sentence(paper_kinds[i].profile));
	fputs(buf_text(&out), stdout);
	buf_done(&out);
	return EXIT_DONE;
}

static enum exit_code say_papers(const char *name)
{
	fprintf(stderr, _("yoriai: there is no paper “%s”; there are:"), name);
	for (size_t i = 0; i < paper_kinds_len; i++)
		fprintf(stderr, " %s", paper_kinds[i].name);
	fprintf(stderr, ", all\n");
	return EXIT_USAGE;
}

static enum exit_code write_one(struct app *app, const struct paper_kind *kind, const char *name, const char *path)
{
	struct reading reading = { 0 };
	struct fault fault = { "" };

	/* What is sealed is printed before the day, to be opened on it. */
	const struct store_reach reach = { REACH_PRIVATE, kind->is_sealed, true };
	if (reading_prepare(app, STORE_READ, name, reach, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum status st = paper_write(&reading.book, &reading.run, kind, &reading.out, &fault);
	if (st == ST_OK)
		return reading_print(&reading, path);
	reading_done(&reading);
	return app_fail(st, &fault);
}

static enum exit_code write_all(struct app *app, const char *name, const char *folder)
{
	struct reading reading = { 0 };
	struct fault fault = { "" };
	size_t written = 0;

	if (!folder) {
		fprintf(stderr, _("yoriai: all papers go into a folder: say which with -o FOLDER.\n"));
		return EXIT_USAGE;
	}
	if (reading_prepare(app, STORE_READ, name, (struct store_reach){ .reach = REACH_PRIVATE, .goes_out = true }, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum status st = papers_write(&reading.book, &reading.run, folder, &written, &fault);
	if (st == ST_OK)
		printf(_("%zu papers are in %s; a browser prints them.\n"), written, folder);
	reading_done(&reading);
	return app_fail(st, &fault);
}

enum exit_code cli_paper(struct app *app, int argc, char **argv)
{
	const char *path = NULL;
	const struct option_row rows[] = { { "output", 'o', OPTION_TEXT, &path } };
	struct arguments words;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 2)
		return usage_tell(app, SUBCOMMAND_paper);
	if (words.len == 0)
		return list_papers(app);
	const char *name = words.len > 1 ? words.at[1] : NULL;
	if (strcmp(words.at[0], "all") == 0)
		return write_all(app, name, path);
	const struct paper_kind *kind = paper_kind_of_name(words.at[0]);
	return kind ? write_one(app, kind, name, path) : say_papers(words.at[0]);
}
