#include "exchange/demo.h"

#include "exchange/csv.h"
#include "exchange/import.h"
#include "exchange/story.h"
#include "exchange/template.h"
#include "format/asset.h"

#include <assert.h>
#include <string.h>

enum { MINUTE_MS = 60000, HALL_EXTRA_MIN = 30 };

/* Where the parts of the town are put. */
struct filling {
	struct batch *batch;
	const struct env *env;
	const char *workshop;
	struct fault *fault;
};

static enum status read_template(const char *text, struct template *ret_template, struct fault *fault)
{
	return template_parse(text, strlen(text), ret_template, fault);
}

/* Kizuna has no step for a letter: the last one gives its beginning to it, so that the day is as long as printed. */
static void put_letter_step(struct template *agenda, const struct template *letter)
{
	struct item *items = arena_new(&agenda->arena, agenda->len + 1, sizeof *items);
	struct item *last = &items[agenda->len];

	memcpy(items, agenda->items, agenda->len * sizeof *items);
	*last = items[agenda->len - 1];
	last->planned_s -= letter->items[0].planned_s;
	items[agenda->len - 1] = letter->items[0];
	agenda->items = items;
	agenda->len++;
}

static void add_texts(struct batch *batch)
{
	const char *text = asset_text("demo/workshop.csv");
	struct csv csv = { 0 };
	enum status st = csv_parse(text, strlen(text), ',', &csv, NULL);

	assert(st == ST_OK);
	(void)st;
	for (size_t i = 1; i < csv.rows_len; i++) {
		const struct field_info *field = entity_field(&entity_infos[ENTITY_workshop], csv_cell(&csv, i, 0));
		assert(field);
		batch_set(batch, field, (struct value){ .text = csv_cell(&csv, i, 1) });
	}
	csv_done(&csv);
}

static void add_workshop(const struct filling *filling, const struct template *agenda, int64_t start_ms)
{
	struct batch *batch = filling->batch;
	int64_t hall_end_ms = start_ms + template_total_s(agenda) * 1000 + (int64_t)HALL_EXTRA_MIN * MINUTE_MS;

	batch_add(batch, ENTITY_workshop, filling->workshop, filling->workshop);
	add_texts(batch);
	batch_set_text(batch, FIELD_workshop_template_name, "kizuna");
	batch_set_text(batch, FIELD_workshop_purpose, agenda->purpose);
	batch_set_number(batch, FIELD_workshop_start_ms, start_ms);
	batch_set_number(batch, FIELD_workshop_hall_end_ms, hall_end_ms);
}

static enum status add_agenda(const struct filling *filling, int64_t start_ms)
{
	struct template agenda = { 0 }, letter = { 0 };
	enum status st = read_template(template_builtin("kizuna", true), &agenda, filling->fault);

	if (st == ST_OK)
		st = read_template(asset_text("demo/letter_step.md"), &letter, filling->fault);
	if (st == ST_OK) {
		put_letter_step(&agenda, &letter);
		add_workshop(filling, &agenda, start_ms);
		template_add_to_batch(&agenda, filling->workshop, filling->env, filling->batch);
	}
	template_done(&letter);
	template_done(&agenda);
	return st;
}

static void add_tables(const struct filling *filling)
{
	struct id id;

	for (int64_t number = 1; number <= DEMO_TABLES; number++) {
		batch_add_new(filling->batch, ENTITY_table, filling->workshop, filling->env, &id);
		batch_set_number(filling->batch, FIELD_table_number, number);
	}
}

static enum status add_stories(const struct filling *filling)
{
	const char *text = asset_text("demo/case.md"), *letter_text = asset_text("demo/letter.md");
	struct story story = { 0 }, letter = { 0 };
	enum status st = story_parse_case(text, strlen(text), &story, filling->fault);

	if (st == ST_OK)
		st = story_parse_letter(letter_text, strlen(letter_text), &letter, filling->fault);
	if (st == ST_OK) {
		story_add_case(&story, 0, filling->workshop, filling->env, filling->batch);
		batch_set_text(filling->batch, FIELD_case_story_strengths, asset_text("demo/strengths.txt"));
		story_add_letter(&letter, filling->workshop, filling->env, filling->batch);
	}
	story_done(&story);
	story_done(&letter);
	return st;
}

static void add_need(const struct filling *filling, const struct csv *csv, size_t row, char pos[ORDER_LEN])
{
	struct batch *batch = filling->batch;
	char before[ORDER_LEN];
	unsigned kind;
	struct id id;

	memcpy(before, pos, sizeof before);
	order_between(before, "", pos);
	code_of_words(&codes_need_kind, csv_cell(csv, row, 1), &kind);
	batch_add_new(batch, ENTITY_need, filling->workshop, filling->env, &id);
	batch_set_text(batch, FIELD_need_pos, pos);
	batch_set_text(batch, FIELD_need_text, csv_cell(csv, row, 0));
	batch_set_number(batch, FIELD_need_kind, kind);
	batch_set_text(batch, FIELD_need_category, csv_cell(csv, row, 2));
	batch_set_text(batch, FIELD_need_resistance, csv_cell(csv, row, 3));
	batch_set_text(batch, FIELD_need_interest, csv_cell(csv, row, 4));
}

static enum status add_needs(const struct filling *filling)
{
	const char *text = asset_text("demo/needs.csv");
	char pos[ORDER_LEN] = "";
	struct csv csv = { 0 };
	enum status st = csv_parse(text, strlen(text), ',', &csv, filling->fault);

	for (size_t row = 1; row < csv.rows_len; row++)
		add_need(filling, &csv, row, pos);
	csv_done(&csv);
	return st;
}

static enum status add_directory(const struct filling *filling, enum entity entity, const char *asset)
{
	const char *text = asset_text(asset);
	struct workshop workshop = { .id = filling->workshop };
	struct workbook nobody = { 0 };
	struct import_options options = { .invites = entity == ENTITY_person };
	struct import_result result = { 0 };

	workbook_set_rows(&nobody, ENTITY_workshop, &workshop, 1);
	enum status st = import_rows(text, strlen(text), entity, &nobody, &options, filling->env, filling->batch,
				     &result, filling->fault);
	if (st == ST_OK && result.refused_len > 0)
		st = fault_set(filling->fault, ST_INVALID, "%s:%zu: %s", asset, result.refused[0].row,
			       result.refused[0].reason);
	import_result_done(&result);
	return st;
}

enum status demo_fill(struct batch *batch, const struct env *env, int64_t start_ms, struct id *ret_workshop,
		      struct fault *fault)
{
	struct id workshop = env_new_id(env);
	struct filling filling = { batch, env, workshop.text, fault };
	enum status st = add_agenda(&filling, start_ms);

	if (st == ST_OK)
		st = add_stories(&filling);
	if (st == ST_OK)
		st = add_needs(&filling);
	if (st == ST_OK)
		st = add_directory(&filling, ENTITY_card, "demo/cards.csv");
	if (st == ST_OK)
		st = add_directory(&filling, ENTITY_person, "demo/people.csv");
	if (st != ST_OK)
		return st;
	add_tables(&filling);
	*ret_workshop = workshop;
	return ST_OK;
}
