#include "cli.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/json.h"
#include "options.h"
#include "text/fold.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Where --in looks: the fields whose text is searched, and what the hit is called. */
static const struct place {
	const char *name;
	enum field fields[4];
	size_t len;
} places[] = {
	{ "cards", { FIELD_card_name, FIELD_card_kana, FIELD_card_strength, FIELD_card_area }, 4 },
	{ "people", { FIELD_person_name, FIELD_person_kana, FIELD_person_affiliation }, 3 },
	{ "steps", { FIELD_step_text, FIELD_step_when_label, FIELD_support_name }, 3 },
	{ "offers", { FIELD_offer_text, FIELD_offer_by }, 2 },
};

struct hunt {
	const struct workbook *book;
	const char *folded;
	struct json *json; /* NULL: print words */
	size_t hits;
};

/* The table a row belongs to: its own, or that of its storyline, or of its step's. 0: none. */
static int64_t table_number(const struct workbook *book, enum entity entity, const struct row *row)
{
	const char *table = "";

	if (entity == ENTITY_support) {
		row = workbook_find(book, ENTITY_step, ((const struct support *)(const void *)row)->step);
		entity = ENTITY_step;
	}
	if (row && entity == ENTITY_step) {
		row = workbook_find(book, ENTITY_storyline, ((const struct step *)(const void *)row)->storyline);
		table = row ? ((const struct storyline *)(const void *)row)->table : "";
	} else if (row && entity == ENTITY_offer) {
		table = ((const struct offer *)(const void *)row)->table;
	}
	const struct table *found = workbook_table_by_id(book, table);
	return found ? found->number : 0;
}

static void say_hit(struct hunt *hunt, const char *in, const struct row *row, int64_t table, const char *text)
{
	hunt->hits++;
	if (!hunt->json) {
		printf("%s\t", in);
		if (table)
			printf("%" PRId64, table);
		printf("\t%s\n", text);
		return;
	}
	json_object(hunt->json);
	json_put_text(hunt->json, "in", in);
	json_put_text(hunt->json, "id", row->id);
	json_put_known(hunt->json, "workshop", row->workshop);
	if (table)
		json_put_number(hunt->json, "table", table);
	else
		json_put_null(hunt->json, "table");
	json_put_text(hunt->json, "text", text);
	json_object_end(hunt->json);
}

/* One hit a row, whichever of its fields holds the words; the first field is what is shown. */
static void search_place(struct hunt *hunt, const struct place *place)
{
	for (size_t f = 0; f < place->len; f++) {
		enum entity entity = field_entity(place->fields[f]);
		for (size_t i = 0; i < workbook_len(hunt->book, entity); i++) {
			const struct row *row = workbook_row(hunt->book, entity, i);
			const char *text = row_value(row, field_info_of(place->fields[f])).text;
			if (!text_holds(text, hunt->folded))
				continue;
			bool seen = false;
			for (size_t g = 0; g < f && !seen; g++)
				seen = field_entity(place->fields[g]) == entity &&
				       text_holds(row_value(row, field_info_of(place->fields[g])).text, hunt->folded);
			if (!seen)
				say_hit(hunt, place->name, row, table_number(hunt->book, entity, row), text);
		}
	}
}

static enum status search_all(struct app *app, struct hunt *hunt, const char *in, struct fault *fault)
{
	const struct store_reach sealed = { .reach = REACH_PRIVATE }; /* no letter, opened or not, is looked through */
	struct workbook outline = { 0 }, book = { 0 };
	enum status st = store_load_outline(app->store, &outline, fault);

	hunt->book = &book;
	for (size_t w = 0; st == ST_OK && w <= outline.workshops.len; w++) {
		/* Once for the directory, which every workshop shares, then each workshop's own rows. */
		bool directory = w == 0;
		st = store_load(app->store, directory ? "" : outline.workshops.at[w - 1].id, sealed, &book, fault);
		for (size_t i = 0; st == ST_OK && i < COUNT(places); i++) {
			bool shared = entity_infos[field_entity(places[i].fields[0])].home == HOME_DIRECTORY;
			if (shared == directory && (strcmp(in, "all") == 0 || strcmp(in, places[i].name) == 0))
				search_place(hunt, &places[i]);
		}
	}
	workbook_done(&book);
	workbook_done(&outline);
	return st;
}

static bool is_place(const char *in)
{
	bool known = strcmp(in, "all") == 0;

	for (size_t i = 0; i < COUNT(places); i++)
		known = known || strcmp(in, places[i].name) == 0;
	return known;
}

enum exit_code cli_search(struct app *app, int argc, char **argv)
{
	const char *in = "all";
	const struct option_row rows[] = { { "in", 0, OPTION_TEXT, &in } };
	struct arguments words;
	struct buf folded = { 0 }, out = { 0 };
	struct json json = { .out = &out };
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len != 1 || !*words.at[0] || !is_place(in))
		return cli_usage(app, "search");
	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	text_fold(&folded, words.at[0], strlen(words.at[0]));
	struct hunt hunt = { .folded = buf_text(&folded), .json = app->json ? &json : NULL };
	if (app->json)
		json_array(&json);
	enum status st = search_all(app, &hunt, in, &fault);
	if (app->json && st == ST_OK) {
		json_array_end(&json);
		puts(buf_text(&out));
	}
	if (!app->json && st == ST_OK && hunt.hits == 0)
		fprintf(stderr, _("yoriai: nothing holds “%s”.\n"), words.at[0]);
	buf_done(&folded);
	buf_done(&out);
	return app_fail(st, &fault);
}
