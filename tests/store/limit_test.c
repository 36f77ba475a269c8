/* A store that is limited to one table writes that table's rows and no others, whatever a batch says. */
#include "fixture.h"

#include "store/merge.h"

/* Tables 3 and 4, each with a row of every kind, and a table 3 of another workshop. */
enum place { OWN, NEXT, FAR, PLACES };
static struct rows {
	struct id workshop, table, offer, note, storyline, step, support, run_row;
} at[PLACES];
static struct id card;
static struct store *store;

static struct id add(struct batch *batch, enum entity entity, const struct rows *rows, enum field owner, struct id owner_id)
{
	struct id id;

	batch_add_new(batch, entity, rows->workshop.text, &env_system, &id);
	if (owner != FIELD_gone)
		batch_set_text(batch, owner, owner_id.text);
	return id;
}

static void fill(struct batch *batch, struct rows *rows, int64_t number)
{
	rows->table = add(batch, ENTITY_table, rows, FIELD_gone, card);
	batch_set_number(batch, FIELD_table_number, number);
	rows->offer = add(batch, ENTITY_offer, rows, FIELD_offer_table, rows->table);
	rows->note = add(batch, ENTITY_note, rows, FIELD_note_table, rows->table);
	rows->storyline = add(batch, ENTITY_storyline, rows, FIELD_storyline_table, rows->table);
	rows->step = add(batch, ENTITY_step, rows, FIELD_step_storyline, rows->storyline);
	rows->support = add(batch, ENTITY_support, rows, FIELD_support_step, rows->step);
	rows->run_row = add(batch, ENTITY_run_row, rows, FIELD_run_row_target, rows->table);
	batch_set_number(batch, FIELD_run_row_verb, VERB_TABLE_STATE);
}

static int setup(void **state)
{
	struct batch batch = { 0 };

	fixture_setup(state);
	store = fixture_open(fixture_db(), STORE_WRITE);
	batch_add_new(&batch, ENTITY_workshop, "", &env_system, &at[OWN].workshop);
	at[NEXT].workshop = at[OWN].workshop;
	batch_add_new(&batch, ENTITY_workshop, "", &env_system, &at[FAR].workshop);
	batch_add_new(&batch, ENTITY_card, "", &env_system, &card);
	fill(&batch, &at[OWN], 3);
	fill(&batch, &at[NEXT], 4);
	fill(&batch, &at[FAR], 3);
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	batch_done(&batch);
	store_limit_to_table(store, at[OWN].workshop.text, 3);
	return 0;
}

static int teardown(void **state)
{
	fixture_assert_sound(store);
	store_close(store);
	return fixture_teardown(state);
}

static size_t count_rows(void)
{
	struct workbook book = { 0 };
	size_t rows = 0;

	for (int place = OWN; place < PLACES; place += FAR) {
		assert_int_equal(store_load(store, at[place].workshop.text, store_reach_all, &book, NULL), ST_OK);
		for (int entity = 0; entity < ENTITY_COUNT; entity++)
			rows += workbook_len(&book, (enum entity)entity);
	}
	workbook_done(&book);
	return rows;
}

/* Writes the batch: it is taken, or refused with the sentence. */
static void assert_taken(struct batch *batch, bool wanted, const char *what)
{
	struct fault fault = { "" };
	enum status st = store_append(store, batch, &fault);

	if (wanted ? st != ST_OK : st != ST_REFUSED || !strstr(fault.text, "table 3"))
		fail_msg("%s: status %d, “%s”", what, st, fault.text);
	batch_done(batch);
}

/* --- rows that are there ---------------------------------------------------------------------------------------------- */

#define KIND(kind, member) { ENTITY_##kind, #kind, offsetof(struct rows, kind), member }
static const struct {
	enum entity entity;
	const char *name;
	size_t offset; /* of its id in struct rows */
	enum field field; /* something to change */
} kinds[] = {
	KIND(offer, FIELD_offer_text),         KIND(note, FIELD_note_text),   KIND(storyline, FIELD_storyline_ending),
	KIND(step, FIELD_step_when_label),     KIND(support, FIELD_support_name), KIND(table, FIELD_table_headline),
};

static const char *id_at(enum place place, size_t offset)
{
	return ((const struct id *)(const void *)((const char *)&at[place] + offset))->text;
}

static void a_tables_own_rows_are_changed_and_no_others(void **state)
{
	struct batch batch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (enum place place = OWN; place < PLACES; place++) {
			batch_add(&batch, kinds[i].entity, at[place].workshop.text, id_at(place, kinds[i].offset));
			batch_set_text(&batch, kinds[i].field, "a");
			assert_taken(&batch, place == OWN, kinds[i].name);
		}
		/* Whoever says that the other workshop's row is of this one is not believed. */
		batch_add(&batch, kinds[i].entity, at[OWN].workshop.text, id_at(FAR, kinds[i].offset));
		batch_set_text(&batch, kinds[i].field, "b");
		assert_taken(&batch, false, kinds[i].name);
	}
}

static void a_table_deletes_its_own_rows_but_neither_itself_nor_anothers(void **state)
{
	struct batch batch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		for (enum place place = OWN; place < PLACES; place++) {
			batch_add(&batch, kinds[i].entity, at[place].workshop.text, id_at(place, kinds[i].offset));
			batch_set_number(&batch, FIELD_gone, 1);
			assert_taken(&batch, place == OWN && kinds[i].entity != ENTITY_table, kinds[i].name);
		}
	}
	/* And brings them back, under a step that is deleted, too. */
	batch_add(&batch, ENTITY_support, at[OWN].workshop.text, at[OWN].support.text);
	batch_set_number(&batch, FIELD_gone, 0);
	assert_taken(&batch, true, "support comes back");
}

static void of_its_own_row_a_table_says_only_what_is_its_to_say(void **state)
{
	static const struct {
		enum field field;
		bool taken;
	} rows[] = {
		{ FIELD_table_headline, true }, { FIELD_table_theme, true }, { FIELD_table_room, true }, { FIELD_table_name, false },
	};
	struct batch batch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		batch_add(&batch, ENTITY_table, at[OWN].workshop.text, at[OWN].table.text);
		batch_set_text(&batch, rows[i].field, "x");
		assert_taken(&batch, rows[i].taken, field_info_of(rows[i].field)->name);
	}
	/* With another number it would be another table. */
	batch_add(&batch, ENTITY_table, at[OWN].workshop.text, at[OWN].table.text);
	batch_set_number(&batch, FIELD_table_number, 4);
	assert_taken(&batch, false, "number");
}

/* --- rows that move, and new ones --------------------------------------------------------------------------------------- */

static const struct link {
	enum entity entity;
	enum field owner;
	size_t row, owner_row; /* offsets in struct rows */
} links[] = {
	{ ENTITY_offer, FIELD_offer_table, offsetof(struct rows, offer), offsetof(struct rows, table) },
	{ ENTITY_note, FIELD_note_table, offsetof(struct rows, note), offsetof(struct rows, table) },
	{ ENTITY_storyline, FIELD_storyline_table, offsetof(struct rows, storyline), offsetof(struct rows, table) },
	{ ENTITY_step, FIELD_step_storyline, offsetof(struct rows, step), offsetof(struct rows, storyline) },
	{ ENTITY_support, FIELD_support_step, offsetof(struct rows, support), offsetof(struct rows, step) },
};

static void nothing_is_given_to_another_table_nor_taken_from_it(void **state)
{
	static const struct {
		enum place row, to;
		bool taken;
	} moves[] = { { OWN, OWN, true }, { OWN, NEXT, false }, { NEXT, OWN, false }, { OWN, FAR, false }, { FAR, OWN, false } };
	struct batch batch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(links); i++) {
		const struct link *link = &links[i];
		for (size_t k = 0; k < COUNT(moves); k++) {
			batch_add(&batch, link->entity, at[OWN].workshop.text, id_at(moves[k].row, link->row));
			batch_set_text(&batch, link->owner, id_at(moves[k].to, link->owner_row));
			assert_taken(&batch, moves[k].taken, entity_infos[link->entity].name);
		}
	}
}

static void what_is_new_says_whose_it_is(void **state)
{
	struct batch batch = { 0 };
	struct id id;

	(void)state;
	for (size_t i = 0; i < COUNT(links); i++) {
		const char *name = entity_infos[links[i].entity].name;
		for (enum place place = OWN; place < PLACES; place++) {
			batch_add_new(&batch, links[i].entity, at[OWN].workshop.text, &env_system, &id);
			batch_set_text(&batch, links[i].owner, id_at(place, links[i].owner_row));
			assert_taken(&batch, place == OWN, name);
		}
		batch_add_new(&batch, links[i].entity, at[OWN].workshop.text, &env_system, &id);
		assert_taken(&batch, false, name);
		batch_add_new(&batch, links[i].entity, at[OWN].workshop.text, &env_system, &id);
		batch_set_text(&batch, links[i].owner, "");
		assert_taken(&batch, false, name);
	}
}

static void a_story_comes_in_one_batch_from_its_line_to_its_supports(void **state)
{
	struct batch batch = { 0 };
	struct id line = add(&batch, ENTITY_storyline, &at[OWN], FIELD_storyline_table, at[OWN].table);
	struct id step = add(&batch, ENTITY_step, &at[OWN], FIELD_step_storyline, line);

	(void)state;
	add(&batch, ENTITY_support, &at[OWN], FIELD_support_step, step);
	assert_taken(&batch, true, "own");
	line = add(&batch, ENTITY_storyline, &at[OWN], FIELD_storyline_table, at[NEXT].table);
	add(&batch, ENTITY_step, &at[OWN], FIELD_step_storyline, line);
	assert_taken(&batch, false, "another's");
}

static void every_other_kind_of_row_is_refused(void **state)
{
	struct batch batch = { 0 };
	struct id id;

	(void)state;
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		bool is_a_tables = entity == ENTITY_table || entity == ENTITY_run_row;
		for (size_t i = 0; i < COUNT(links); i++)
			is_a_tables = is_a_tables || (int)links[i].entity == entity;
		if (is_a_tables)
			continue;
		batch_add_new(&batch, (enum entity)entity, at[OWN].workshop.text, &env_system, &id);
		assert_taken(&batch, false, entity_infos[entity].name);
	}
	batch_add(&batch, ENTITY_card, "", card.text);
	batch_set_text(&batch, FIELD_card_name, "mine now");
	assert_taken(&batch, false, "a card");
}

/* --- the clock's log ------------------------------------------------------------------------------------------------------ */

static void a_table_says_how_far_it_is_and_nothing_else_of_the_clock(void **state)
{
	static const struct {
		enum verb verb;
		enum place target;
		bool taken;
	} rows[] = {
		{ VERB_TABLE_STATE, OWN, true },
		{ VERB_TABLE_STATE, NEXT, false },
		{ VERB_START, OWN, false },
		{ VERB_MESSAGE, OWN, false },
	};
	struct batch batch = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		add(&batch, ENTITY_run_row, &at[OWN], FIELD_run_row_target, at[rows[i].target].table);
		batch_set_number(&batch, FIELD_run_row_verb, rows[i].verb);
		assert_taken(&batch, rows[i].taken, code_text(&codes_verb, rows[i].verb));
	}
	add(&batch, ENTITY_run_row, &at[OWN], FIELD_run_row_target, at[OWN].table);
	assert_taken(&batch, false, "no verb");
	/* A row that says it once is not made to say something else. */
	batch_add(&batch, ENTITY_run_row, at[OWN].workshop.text, at[OWN].run_row.text);
	batch_set_number(&batch, FIELD_run_row_verb, VERB_START);
	assert_taken(&batch, false, "changed");
	struct id id = add(&batch, ENTITY_run_row, &at[OWN], FIELD_run_row_target, at[OWN].table);
	batch_set_number(&batch, FIELD_run_row_verb, VERB_TABLE_STATE);
	batch_add(&batch, ENTITY_run_row, at[OWN].workshop.text, id.text);
	batch_set_number(&batch, FIELD_run_row_verb, VERB_START);
	assert_taken(&batch, false, "changed in its own batch");
}

/* --- the limit itself ------------------------------------------------------------------------------------------------------- */

static void a_batch_is_refused_whole(void **state)
{
	struct batch batch = { 0 };
	size_t before = count_rows();

	(void)state;
	add(&batch, ENTITY_offer, &at[OWN], FIELD_offer_table, at[OWN].table);
	add(&batch, ENTITY_offer, &at[OWN], FIELD_offer_table, at[NEXT].table);
	assert_taken(&batch, false, "half another's");
	assert_int_equal(count_rows(), before);
	add(&batch, ENTITY_offer, &at[OWN], FIELD_offer_table, at[OWN].table);
	assert_taken(&batch, true, "after a refusal");
	assert_int_equal(count_rows(), before + 1);
}

static void a_table_that_is_not_there_is_written_by_nobody(void **state)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };

	(void)state;
	store_limit_to_table(store, at[OWN].workshop.text, 9);
	add(&batch, ENTITY_offer, &at[OWN], FIELD_offer_table, (struct id){ "" });
	assert_int_equal(store_append(store, &batch, &fault), ST_REFUSED);
	batch_done(&batch);
}

static void other_files_are_not_merged_under_a_limit(void **state)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(store_merge(store, fixture_path("other.db"), false, &result, &fault), ST_REFUSED);
	assert_non_null(strstr(fault.text, "table 3"));
	merge_result_done(&result);
}

static void without_a_limit_everything_is_written_again(void **state)
{
	struct batch batch = { 0 };

	(void)state;
	store_limit_to_table(store, NULL, 0);
	add(&batch, ENTITY_offer, &at[NEXT], FIELD_offer_table, at[NEXT].table);
	assert_taken(&batch, true, "no limit");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_tables_own_rows_are_changed_and_no_others),
		CASE(a_table_deletes_its_own_rows_but_neither_itself_nor_anothers),
		CASE(of_its_own_row_a_table_says_only_what_is_its_to_say),
		CASE(nothing_is_given_to_another_table_nor_taken_from_it),
		CASE(what_is_new_says_whose_it_is),
		CASE(a_story_comes_in_one_batch_from_its_line_to_its_supports),
		CASE(every_other_kind_of_row_is_refused),
		CASE(a_table_says_how_far_it_is_and_nothing_else_of_the_clock),
		CASE(a_batch_is_refused_whole),
		CASE(a_table_that_is_not_there_is_written_by_nobody),
		CASE(other_files_are_not_merged_under_a_limit),
		CASE(without_a_limit_everything_is_written_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
