/* What is appended comes back, to whom it may concern. */
#include "fixture.h"

#include <unistd.h>

static struct value sample(const struct field_info *field, size_t n, char text[64])
{
	snprintf(text, 64, "%s-%zu 「“あ’;--」", field->name, n);
	if (field->type == FIELD_TYPE_CODE)
		return (struct value){ "", (int64_t)(field->codes->len - 1) };
	if (field->type == FIELD_TYPE_NUMBER || field->type == FIELD_TYPE_MOMENT)
		return (struct value){ "", field->limit ? field->limit : INT64_C(1) << 60 };
	if (field->type == FIELD_TYPE_ORDER)
		snprintf(text, 64, "V%zu", n);
	return (struct value){ text, 0 };
}

/* One row of every entity, every field said. */
static void say_all(struct batch *batch, const char *workshop, struct id ids[ENTITY_COUNT])
{
	char text[64];

	for (size_t i = 0; i < ENTITY_COUNT; i++) {
		const struct entity_info *info = &entity_infos[i];
		ids[i] = env_new_id(&env_system);
		if (info->entity == ENTITY_workshop)
			snprintf(ids[i].text, sizeof ids[i].text, "%s", workshop);
		batch_add(batch, info->entity, workshop, ids[i].text);
		for (size_t k = 0; k < info->fields_len; k++)
			batch_set(batch, &info->fields[k], sample(&info->fields[k], k, text));
	}
}

static bool may_see(const struct field_info *field, struct store_reach reach)
{
	return field->reach == REACH_SEALED ? reach.unsealed : field->reach <= reach.reach;
}

static void assert_row(const struct entity_info *info, const struct row *row, struct store_reach reach)
{
	char text[64];

	for (size_t k = 0; k < info->fields_len; k++) {
		const struct field_info *field = &info->fields[k];
		struct value got = row_value(row, field), want = sample(field, k, text);
		if (!may_see(field, reach))
			want = (struct value){ "", 0 };
		if (field_type_is_text(field->type))
			assert_string_equal(got.text, want.text);
		else
			assert_int_equal(got.number, want.number);
	}
}

static void every_field_of_every_entity_comes_back_to_those_who_may_see_it(void **state)
{
	const struct store_reach *reaches[] = { &store_reach_all, &store_reach_room, &store_reach_audience,
						&store_reach_audience_unsealed };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct id ids[ENTITY_COUNT], workshop = env_new_id(&env_system);
	struct batch batch = { 0 };
	struct workbook book = { 0 };

	(void)state;
	say_all(&batch, workshop.text, ids);
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	for (size_t r = 0; r < COUNT(reaches); r++) {
		assert_int_equal(store_load(store, workshop.text, *reaches[r], &book, NULL), ST_OK);
		for (size_t i = 0; i < ENTITY_COUNT; i++) {
			assert_int_equal(workbook_len(&book, i), 1);
			const struct row *row = workbook_row(&book, i, 0);
			assert_string_equal(row->id, ids[i].text);
			assert_string_equal(row->workshop, entity_infos[i].home == HOME_DIRECTORY ? "" : workshop.text);
			assert_int_equal(stamp_compare(row->born, batch.facts[i].stamp), 0);
			assert_row(&entity_infos[i], row, *reaches[r]);
		}
	}
	workbook_done(&book);
	batch_done(&batch);
	fixture_assert_sound(store);
	store_close(store);
}

static void consent_to(struct store *store, const struct id *card, int64_t consent)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_card, "", card->text);
	batch_set_number(&batch, FIELD_card_consent, consent);
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	batch_done(&batch);
}

static size_t cards_read(struct store *store, struct store_reach reach)
{
	struct workbook book = { 0 };

	assert_int_equal(store_load(store, "", reach, &book, NULL), ST_OK);
	size_t len = book.cards.len;
	workbook_done(&book);
	return len;
}

static void a_persons_card_leaves_the_facilitators_only_while_they_agree(void **state)
{
	const struct store_reach *others[] = { &store_reach_out, &store_reach_room, &store_reach_audience };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct batch batch = { 0 };
	struct id person, place;

	(void)state;
	batch_add_new(&batch, ENTITY_card, "", &env_system, &person);
	batch_set_number(&batch, FIELD_card_kind, CARD_KIND_PERSON);
	batch_add_new(&batch, ENTITY_card, "", &env_system, &place);
	batch_set_number(&batch, FIELD_card_kind, CARD_KIND_PLACE);
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	/* Asked for, given, taken back. */
	for (int64_t consent = 0; consent < 3; consent++) {
		if (consent)
			consent_to(store, &person, consent % 2);
		assert_int_equal(cards_read(store, store_reach_all), 2);
		for (size_t i = 0; i < COUNT(others); i++)
			assert_int_equal(cards_read(store, *others[i]), consent == 1 ? 2 : 1);
	}
	batch_done(&batch);
	fixture_assert_sound(store);
	store_close(store);
}

static void a_later_fact_changes_only_what_it_says(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct batch batch = { 0 };
	struct workbook book = { 0 };
	struct id id;

	(void)state;
	batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_text, "送迎");
	batch_set_number(&batch, FIELD_offer_scope, SCOPE_TEN);
	batch_add(&batch, ENTITY_offer, room.workshop.text, id.text);
	batch_set_text(&batch, FIELD_offer_text, "送り迎え");
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_string_equal(book.offers.at[0].text, "送り迎え");
	assert_int_equal(book.offers.at[0].scope, SCOPE_TEN);
	assert_int_equal(stamp_compare(book.offers.at[0].born, batch.facts[0].stamp), 0);
	workbook_done(&book);
	batch_done(&batch);
	fixture_assert_sound(store);
	store_close(store);
}

static void what_is_gone_is_left_out_until_it_comes_back(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	static const int64_t gone[] = { 1, 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(gone); i++) {
		struct batch batch = { 0 };
		struct workbook book = { 0 };
		batch_add(&batch, ENTITY_table, room.workshop.text, room.table.text);
		batch_set_number(&batch, FIELD_gone, gone[i]);
		assert_int_equal(store_append(store, &batch, NULL), ST_OK);
		assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
		assert_int_equal(book.tables.len, !gone[i]);
		workbook_done(&book);
		batch_done(&batch);
	}
	store_close(store);
}

static void lists_stand_in_their_order(void **state)
{
	static const char *const said[] = { "c", "a", "V", "b" }, *const wanted[] = { "V", "a", "b", "c" };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct batch batch = { 0 };
	struct workbook book = { 0 };
	struct id id;

	(void)state;
	for (size_t i = 0; i < COUNT(said); i++) {
		batch_add_new(&batch, ENTITY_item, room.workshop.text, &env_system, &id);
		batch_set_text(&batch, FIELD_item_pos, said[i]);
		batch_add_new(&batch, ENTITY_run_row, room.workshop.text, &env_system, &id);
		batch_set_text(&batch, FIELD_run_row_text, said[i]);
	}
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	assert_int_equal(store_load(store, room.workshop.text, store_reach_audience, &book, NULL), ST_OK);
	for (size_t i = 0; i < COUNT(said); i++) {
		assert_string_equal(book.items.at[i].pos, wanted[i]);
		/* The log of the clock is told in the order it was written. */
		assert_string_equal(book.run_rows.at[i].text, said[i]);
	}
	workbook_done(&book);
	batch_done(&batch);
	store_close(store);
}

static void workshops_do_not_mix_and_share_the_directory(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room here = fixture_room(store), there = fixture_room(store);
	struct batch batch = { 0 };
	struct workbook book = { 0 };
	struct id id;

	(void)state;
	assert_int_equal(fixture_pair(store, &there, "となりの会"), ST_OK);
	batch_add_new(&batch, ENTITY_card, here.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_card_name, "地域食堂");
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	batch_done(&batch);

	assert_int_equal(store_load(store, here.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.workshops.len, 1);
	assert_int_equal(book.offers.len, 0);
	assert_int_equal(book.cards.len, 1);
	assert_int_equal(store_load(store, there.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 1);
	assert_int_equal(book.cards.len, 1);
	assert_int_equal(store_load_outline(store, &book, NULL), ST_OK);
	assert_int_equal(book.workshops.len, 2);
	assert_int_equal(book.tables.len, 2);
	assert_int_equal(book.offers.len, 0);
	workbook_done(&book);
	store_close(store);
}

static void what_a_field_does_not_allow_is_refused_whole(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct batch batch = { 0 };
	struct workbook book = { 0 };
	struct fault fault = { "" };
	struct id id;

	(void)state;
	batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_text, "よい行");
	batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_text, "\033]52;c;AAAA\a");
	assert_int_equal(store_append(store, &batch, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "text"));
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 0);
	workbook_done(&book);
	batch_done(&batch);
	store_close(store);
}

static void an_empty_batch_says_nothing(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct batch batch = { 0 };

	(void)state;
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	store_close(store);
}

static void what_no_longer_stands_under_its_name_takes_nothing_more(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	const char *away = fixture_path("away.db");

	(void)state;
	assert_int_equal(rename(fixture_db(), away), 0);
	assert_int_equal(fixture_pair(store, &room, "lost"), ST_IO);
	assert_non_null(strstr(fixture_fault.text, "moved"));
	fixture_write(fixture_db(), "", 0);
	assert_int_equal(fixture_pair(store, &room, "lost"), ST_IO);
	assert_int_equal(rename(away, fixture_db()), 0);
	assert_int_equal(fixture_pair(store, &room, "kept"), ST_OK);
	store_close(store);
}

static void a_store_that_reads_refuses_to_write(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	(void)state;
	store_close(store);
	store = fixture_open(fixture_db(), STORE_READ);
	assert_int_equal(fixture_pair(store, &room, "だめ"), ST_REFUSED);
	store_close(store);
}

static void stamps_rise_though_the_clock_falls_back(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct stamp last = { 0 };

	(void)state;
	/* As if the last one to write had a clock far ahead. */
	store_close(store);
	fixture_raw(fixture_db(), "UPDATE meta SET value = x'FFFF00000000000000000000000000AA' WHERE key = 'stamp'");
	store = fixture_open(fixture_db(), STORE_WRITE);
	for (int i = 0; i < 3; i++) {
		struct batch batch = { 0 };
		struct id id;
		batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
		assert_int_equal(store_append(store, &batch, NULL), ST_OK);
		assert_true(stamp_compare(batch.facts[0].stamp, last) > 0);
		last = batch.facts[0].stamp;
		batch_done(&batch);
	}
	assert_int_equal(last.bytes[0], 0xFF);
	store_close(store);
}

static bool never(const struct workbook *book, void *ctx)
{
	(void)book;
	(void)ctx;
	return false;
}

static void a_condition_that_does_not_hold_writes_nothing(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct batch batch = { 0 };
	struct workbook book = { 0 };
	struct fault fault = { "" };
	struct id id;

	(void)state;
	batch_add_new(&batch, ENTITY_run_row, room.workshop.text, &env_system, &id);
	assert_int_equal(store_append_if(store, &batch, room.workshop.text, never, NULL, &fault), ST_REFUSED);
	assert_string_equal(fault.text, "");
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.run_rows.len, 0);
	workbook_done(&book);
	batch_done(&batch);
	store_close(store);
}

/* Two facilitators, one bell. Every process waits at the barrier, reads the number of rows, and presses "next". */
struct press {
	int barrier[2];
	size_t seen;
	struct room room;
};

static bool nobody_was_quicker(const struct workbook *book, void *ctx)
{
	return book->run_rows.len == ((struct press *)ctx)->seen;
}

static int press_next(void *ctx)
{
	struct press *press = ctx;
	struct store *store = NULL;
	struct batch batch = { 0 };
	struct id id;
	char go;

	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return 9;
	batch_add_new(&batch, ENTITY_run_row, press->room.workshop.text, &env_system, &id);
	batch_set_number(&batch, FIELD_run_row_verb, VERB_START);
	close(press->barrier[1]);
	(void)!read(press->barrier[0], &go, 1);
	enum status st = store_append_if(store, &batch, press->room.workshop.text, nobody_was_quicker, press, NULL);
	batch_done(&batch);
	store_close(store);
	return st == ST_OK ? 0 : st == ST_REFUSED ? 1 : 9;
}

static void of_those_who_press_next_at_once_one_advances(void **state)
{
	enum { PRESSERS = 4 };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct press press = { .room = fixture_room(store) };
	int rounds = (int)fixture_number("YORIAI_RACE_ROUNDS", 10);

	(void)state;
	store_close(store);
	for (; press.seen < (size_t)rounds; press.seen++) {
		pid_t pids[PRESSERS];
		int won = 0, lost = 0;
		assert_int_equal(pipe(press.barrier), 0);
		for (int i = 0; i < PRESSERS; i++)
			pids[i] = fixture_spawn(press_next, &press);
		close(press.barrier[0]);
		close(press.barrier[1]);
		for (int i = 0; i < PRESSERS; i++) {
			int ended = fixture_wait(pids[i]);
			won += ended == 0;
			lost += ended == 1;
		}
		assert_int_equal(won, 1);
		assert_int_equal(lost, PRESSERS - 1);
	}
	assert_string_equal(fixture_names(), "y.db");
	fprintf(stderr, "%d times %d consoles pressed “next” at once: each time one advanced\n", rounds, PRESSERS);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(every_field_of_every_entity_comes_back_to_those_who_may_see_it),
		CASE(a_persons_card_leaves_the_facilitators_only_while_they_agree),
		CASE(a_later_fact_changes_only_what_it_says),
		CASE(what_is_gone_is_left_out_until_it_comes_back),
		CASE(lists_stand_in_their_order),
		CASE(workshops_do_not_mix_and_share_the_directory),
		CASE(what_a_field_does_not_allow_is_refused_whole),
		CASE(an_empty_batch_says_nothing),
		CASE(what_no_longer_stands_under_its_name_takes_nothing_more),
		CASE(a_store_that_reads_refuses_to_write),
		CASE(stamps_rise_though_the_clock_falls_back),
		CASE(a_condition_that_does_not_hold_writes_nothing),
		CASE(of_those_who_press_next_at_once_one_advances),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
