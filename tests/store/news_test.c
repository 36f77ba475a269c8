/* What store_reload() makes of a workbook is what reading it anew would make: whatever was written since, by whom, and in whatever
 * reach it is read. */
#include "fixture.h"

#include "domain/fact.h"
#include "store/merge.h"
#include "support/dice.h"

enum { REACHES = 6, ROUNDS = 160, IDS = 4, FACTS_MAX = 5, LONG_AGO = 6 };

/* Each reader's own workbook, which lives on from round to round. */
static struct workbook books[2][REACHES];
static struct id workshops[2];
static char ids[ENTITY_COUNT][IDS][ID_LEN + 1];
static size_t ids_len[ENTITY_COUNT];

static struct store_reach reach_of(size_t index)
{
	const struct store_reach reaches[REACHES] = {
		store_reach_all, store_reach_out, store_reach_room, store_reach_audience, store_reach_audience_unsealed,
		{ REACH_ROOM_ONLY, true, false },
	};

	return reaches[index];
}

/* --- comparing ------------------------------------------------------------------------------------------------------------- */

static void assert_same_row(const struct entity_info *info, const struct row *row, const struct row *wanted)
{
	assert_string_equal(row->id, wanted->id);
	assert_string_equal(row->workshop, wanted->workshop);
	assert_int_equal(stamp_compare(row->born, wanted->born), 0);
	for (size_t i = 0; i < info->fields_len; i++) {
		struct value value = row_value(row, &info->fields[i]), other = row_value(wanted, &info->fields[i]);
		if (strcmp(value.text, other.text) != 0 || value.number != other.number)
			fail_msg("%s %s: “%s” %lld, not “%s” %lld", info->name, info->fields[i].name, value.text,
				 (long long)value.number, other.text, (long long)other.number);
	}
}

static void assert_same_version(const struct version *version, const struct version *wanted)
{
	assert_string_equal(version->id, wanted->id);
	assert_ptr_equal(version->field, wanted->field);
	assert_string_equal(version->value.text, wanted->value.text);
	assert_int_equal(version->value.number, wanted->value.number);
	assert_int_equal(stamp_compare(version->stamp, wanted->stamp), 0);
	assert_int_equal(version->place, wanted->place);
	assert_string_equal(version->role, wanted->role);
	assert_int_equal(version->table, wanted->table);
}

static void assert_same_book(const struct workbook *book, const struct workbook *wanted)
{
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++) {
		if (workbook_len(book, entity) != workbook_len(wanted, entity))
			fail_msg("%zu of %s, not %zu", workbook_len(book, entity), entity_infos[entity].name,
				 workbook_len(wanted, entity));
		for (size_t i = 0; i < workbook_len(wanted, entity); i++)
			assert_same_row(&entity_infos[entity], workbook_row(book, entity, i), workbook_row(wanted, entity, i));
	}
	assert_int_equal(book->versions.len, wanted->versions.len);
	for (size_t i = 0; i < wanted->versions.len; i++)
		assert_same_version(&book->versions.at[i], &wanted->versions.at[i]);
	assert_int_equal(book->seen, wanted->seen);
}

static void assert_followed(struct store *store, size_t workshop, size_t reach)
{
	struct workbook *book = &books[workshop][reach], anew = { 0 };
	const char *id = workshops[workshop].text;
	struct fault fault = { "" };

	if (store_reload(store, id, reach_of(reach), book, &fault) != ST_OK ||
	    store_load(store, id, reach_of(reach), &anew, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_same_book(book, &anew);
	workbook_done(&anew);
}

/* --- writing --------------------------------------------------------------------------------------------------------------- */

static struct value any_value(const struct field_info *field, struct dice *dice)
{
	static const char *const texts[] = { "", "a", "b", "猫の缶詰", "ab", "9", "犬" };

	if (field->type == FIELD_TYPE_CODE)
		return (struct value){ "", (int64_t)dice_below(dice, field->codes->len) };
	if (field_type_is_text(field->type))
		return (struct value){ texts[dice_below(dice, sizeof texts / sizeof *texts)], 0 };
	return (struct value){ "", (int64_t)dice_below(dice, 2) };
}

static void change_any_field(struct batch *batch, enum entity entity, struct dice *dice)
{
	const struct entity_info *info = &entity_infos[entity];
	const struct field_info *field = &info->fields[dice_below(dice, info->fields_len)];

	batch_set(batch, field, any_value(field, dice));
}

/* A row is new, changed, deleted or brought back; a choice among versions is made. Mostly of the same few rows, that they have some. */
static void add_fact(struct batch *batch, struct dice *dice)
{
	enum entity entity = dice_below(dice, 2) ? ENTITY_offer : (enum entity)(1 + dice_below(dice, ENTITY_COUNT - 1));
	size_t *len = &ids_len[entity], row = dice_below(dice, *len + 1);
	const char *workshop = entity_infos[entity].home == HOME_DIRECTORY ? "" : workshops[row % 2].text;

	if (row == *len && *len < IDS) {
		struct id id;
		batch_add_new(batch, entity, workshop, &env_system, &id);
		memcpy(ids[entity][(*len)++], id.text, sizeof id.text);
	} else {
		struct fact *fact = batch_add(batch, entity, workshop, ids[entity][row % *len]);
		fact->settles = dice_below(dice, 2) == 0;
	}
	for (size_t i = 0; i <= dice_below(dice, 3); i++)
		change_any_field(batch, entity, dice);
	if (dice_below(dice, 5) == 0)
		batch_set_number(batch, FIELD_gone, (int64_t)dice_below(dice, 2));
}

/* Some had not seen what was written lately. */
static void write_some(struct store *store, struct dice *dice)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	int64_t seen = books[0][0].seen - (int64_t)dice_below(dice, LONG_AGO);

	for (size_t i = 0; i <= dice_below(dice, FACTS_MAX); i++)
		add_fact(&batch, dice);
	batch.seen = dice_below(dice, 2) && seen > 0 ? seen : 0;
	if (store_append(store, &batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	batch_done(&batch);
}

/* A copy that was made some time ago has gone on by itself, and comes home with facts that are older than the newest here. */
static void take_in_copy(struct store *store, struct dice *dice)
{
	const char *copy = fixture_path("copy.db");
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	struct store *other = fixture_open(copy, STORE_WRITE);

	write_some(other, dice);
	store_close(other);
	write_some(store, dice);
	if (store_merge(store, copy, true, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_true(result.facts_new > 0);
	merge_result_done(&result);
}

static void make_workshops(struct store *store)
{
	struct batch batch = { 0 };

	for (size_t i = 0; i < 2; i++)
		batch_add_new(&batch, ENTITY_workshop, "", &env_system, &workshops[i]);
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	batch_done(&batch);
	memset(ids_len, 0, sizeof ids_len);
}

static void a_workbook_that_is_followed_is_as_if_read_anew(void **state)
{
	struct dice dice = dice_take("news");
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);

	(void)state;
	store_sign(store, "scribe", 3);
	make_workshops(store);
	for (long round = 0; round < fixture_number("YORIAI_ROUNDS", ROUNDS); round++) {
		if (round % 20 == 10) {
			/* A file at rest is whole by itself. */
			store_close(store);
			fixture_copy(fixture_db(), fixture_path("copy.db"));
			store = fixture_open(fixture_db(), STORE_WRITE);
			store_sign(store, "scribe", 3);
		}
		if (round % 20 == 15)
			take_in_copy(store, &dice);
		else
			write_some(store, &dice);
		for (size_t i = 0; i < 2 * REACHES; i++)
			if (dice_below(&dice, 2))
				assert_followed(store, i % 2, i / 2);
	}
	assert_true(books[0][0].seen > 0);
	for (size_t i = 0; i < 2 * REACHES; i++)
		workbook_done(&books[i % 2][i / 2]);
	store_close(store);
}

/* What lies unused in the arena has an end. */
static void a_book_that_was_changed_for_long_is_read_anew(void **state)
{
	enum { CHANGES = 600 };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct workbook book = { 0 };
	size_t most = 0;

	(void)state;
	for (int i = 0; i < CHANGES; i++) {
		struct batch batch = { 0 };
		batch_add(&batch, ENTITY_table, room.workshop.text, room.table.text);
		batch_set_number(&batch, FIELD_table_number, i + 1);
		assert_int_equal(store_append(store, &batch, NULL), ST_OK);
		batch_done(&batch);
		assert_int_equal(store_reload(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
		assert_int_equal(book.tables.at[0].number, i + 1);
		most = book.worn > most ? book.worn : most;
	}
	assert_in_range(most, 1, CHANGES / 2);
	workbook_done(&book);
	store_close(store);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_workbook_that_is_followed_is_as_if_read_anew),
		CASE(a_book_that_was_changed_for_long_is_read_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
