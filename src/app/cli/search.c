#include "cli.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/json.h"
#include "store/search.h"
#include "text/text.h"
#include "world/options.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Where --in looks, and what a hit there is called. */
static const char *const places[SHELF_COUNT] = {
	[SHELF_WORKSHOPS] = "workshops", [SHELF_CASES] = "cases", [SHELF_CARDS] = "cards",   [SHELF_PEOPLE] = "people",
	[SHELF_STORIES] = "stories",	 [SHELF_STEPS] = "steps", [SHELF_OFFERS] = "offers", [SHELF_NOTES] = "notes",
	[SHELF_ACTIONS] = "actions",
};

/* False: there is no such place. All of them are 0. */
static bool read_place(const char *name, unsigned *ret_shelves)
{
	*ret_shelves = 0;
	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(name, places[i]) == 0)
			*ret_shelves = 1u << i;
	return *ret_shelves || strcmp(name, "all") == 0;
}

static void say_hits(const struct search *search)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < search->len; i++) {
		const struct search_hit *hit = &search->hits[i];
		buf_clear(&line);
		buf_addf(&line, "%s\t", places[search_shelf(hit->entity)]);
		if (hit->table)
			buf_addf(&line, "%" PRId64, hit->table);
		buf_add_char(&line, '\t');
		text_clean(&line, hit->text, strlen(hit->text), false);
		puts(buf_text(&line));
	}
	buf_done(&line);
}

static void say_json(const struct search *search)
{
	struct buf out = { 0 };
	struct json json = { .out = &out };

	json_array(&json);
	for (size_t i = 0; i < search->len; i++) {
		const struct search_hit *hit = &search->hits[i];
		json_object(&json);
		json_put_text(&json, "in", places[search_shelf(hit->entity)]);
		json_put_text(&json, "id", hit->id);
		json_put_known(&json, "workshop", hit->workshop);
		if (hit->table)
			json_put_number(&json, "table", hit->table);
		else
			json_put_null(&json, "table");
		json_put_text(&json, "text", hit->text);
		json_object_end(&json);
	}
	json_array_end(&json);
	puts(buf_text(&out));
	buf_done(&out);
}

enum exit_code cli_search(struct app *app, int argc, char **argv)
{
	const char *in = "all";
	const struct option_row rows[] = { { "in", 0, OPTION_TEXT, &in } };
	struct search_scope scope = { .reach = REACH_PRIVATE };
	struct arguments words;
	struct search search;
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len != 1 || !*words.at[0] ||
	    !read_place(in, &scope.shelves))
		return usage_tell(app, SUBCOMMAND_search);
	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	search_begin(&search, app->store, words.at[0], &scope);
	enum status st = search_go_on(&search, -1, &fault);
	if (st == ST_OK && app->json)
		say_json(&search);
	else if (st == ST_OK)
		say_hits(&search);
	if (st == ST_OK && !app->json && search.len == 0)
		fprintf(stderr, _("yoriai: nothing holds “%s”.\n"), words.at[0]);
	search_end(&search);
	return app_fail(st, &fault);
}
