/* What is written is found by any part of it, by whoever may see it and by nobody else, whether the index has come to it or
 * not; and what is not there any more is not found. */
#include "fixture.h"

#include "base/buf.h"
#include "index.h"
#include "inside.h"
#include "store/merge.h"
#include "store/search.h"
#include "text/fold.h"

#include <unistd.h>

static struct search search_as(struct store *store, const char *query, struct search_scope scope)
{
	struct search search;
	struct fault fault = { "" };

	search_begin(&search, store, query, &scope);
	if (search_go_on(&search, -1, &fault) != ST_OK)
		fail_msg("“%s”: %s", query, fault.text);
	assert_true(search.done);
	return search;
}

static size_t hits(struct store *store, const char *query)
{
	const struct search_scope scope = { .shelves = 1u << SHELF_OFFERS | 1u << SHELF_NOTES, .reach = REACH_PRIVATE };
	struct search search = search_as(store, query, scope);
	size_t len = search.len;

	search_end(&search);
	return len;
}

static void assert_hits(struct store *store, const char *query, size_t wanted)
{
	size_t len = hits(store, query);

	if (len != wanted)
		fail_msg("“%s”: %zu found, %zu wanted", query, len, wanted);
}

static void catch_up(struct store *store)
{
	struct fault fault = { "" };

	while (index_is_behind(store))
		if (index_catch_up(store, &fault) != ST_OK)
			fail_msg("%s", fault.text);
}

static void append(struct store *store, struct batch *batch)
{
	struct fault fault = { "" };

	if (store_append(store, batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	batch_done(batch);
}

static struct id add_offer(struct store *store, const struct room *room, const char *text, const char *by)
{
	struct batch batch = { 0 };
	struct id id;

	batch_add_new(&batch, ENTITY_offer, room->workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_table, room->table.text);
	batch_set_text(&batch, FIELD_offer_text, text);
	batch_set_text(&batch, FIELD_offer_by, by);
	append(store, &batch);
	return id;
}

static void change_offer(struct store *store, const struct room *room, struct id id, enum field field, const char *text)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_offer, room->workshop.text, id.text);
	if (field == FIELD_gone)
		batch_set_number(&batch, field, *text == '1');
	else
		batch_set_text(&batch, field, text);
	append(store, &batch);
}

static void any_part_of_what_is_written_finds_it(void **state)
{
	static const char written[] = "朝のさんぽで 子ども食堂(ﾋﾛﾊﾞ)へ \"お弁当\"を NEAR* "
				      "髙橋さんと100%_運ぶ👨‍👩‍👧、e-mailで𠮷野家へ";
	static const struct {
		const char *query;
		size_t hits;
	} rows[] = {
		{ "朝", 1 }, { "食堂", 1 }, { "ども食", 1 }, { "子ども食堂", 1 }, { "サンポ", 1 }, { "ｻﾝﾎﾟ", 1 },
		{ "ひろば", 1 }, { "ヒロバ", 1 }, { "高橋", 1 }, { "髙橋", 1 }, { "Ｅ－ＭＡＩＬ", 1 }, { "MAIL", 1 },
		{ "吉野", 1 }, { "𠮷", 1 }, { "👨‍👩‍👧", 1 }, { "👧", 1 }, { "\"", 1 }, { "\"お弁当\"", 1 },
		{ "near*", 1 }, { "*", 1 }, { "100%_", 1 }, { "%", 1 }, { "(", 1 }, { "朝 運ぶ", 1 },
		{ "運ぶ　朝", 1 }, { "食堂 食堂", 1 }, { "朝 夜", 0 }, { "夜", 0 }, { "堂食", 0 }, { "子ども食事", 0 },
		{ "さんぽで子", 0 }, { "100__", 0 }, { "a OR 朝", 0 }, { "朝 NOT 食堂", 0 },
		{ "NEAR(朝 食堂)", 0 }, { "朝*", 0 }, { "key:朝", 0 }, { "{key}:", 0 }, { "\"\"\"", 0 },
		{ "' OR 1=1 --", 0 }, { "", 0 }, { " ", 0 }, { "　\n\t", 0 }, { "\xff", 0 },
		{ "\xf0\x9f\x91", 0 }, { "朝\xe3", 0 }, { "\\", 0 }, { "^朝", 0 },
	};
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	(void)state;
	add_offer(store, &room, written, "");
	add_offer(store, &room, "庭の手入れ", "");
	for (int turn = 0; turn < 2; turn++) {
		assert_int_equal(index_is_behind(store), turn == 0);
		for (size_t i = 0; i < COUNT(rows); i++)
			assert_hits(store, rows[i].query, rows[i].hits);
		catch_up(store);
	}
	store_close(store);
}

/* A row of every entity at the table, and in each of its texts a word that stands nowhere else. */
static void write_every_field(struct store *store, const struct room *room)
{
	struct id rows[ENTITY_COUNT];
	char word[32];

	for (size_t e = 0; e < ENTITY_COUNT; e++) {
		const struct entity_info *info = &entity_infos[e];
		const char *workshop = info->home == HOME_DIRECTORY ? "" : room->workshop.text;
		struct batch batch = { 0 };
		if (info->entity == ENTITY_workshop)
			batch_add(&batch, info->entity, workshop, workshop);
		else if (info->entity == ENTITY_table)
			batch_add(&batch, info->entity, workshop, room->table.text);
		else
			batch_add_new(&batch, info->entity, workshop, &env_system, &rows[e]);
		for (size_t f = 0; f < info->fields_len; f++) {
			const struct field_info *field = &info->fields[f];
			snprintf(word, sizeof word, "q%dz", (int)field->field);
			if (field->type == FIELD_TYPE_TEXT || field->type == FIELD_TYPE_LINES)
				batch_set_text(&batch, field->field, word);
			else if (field->type == FIELD_TYPE_REF && strcmp(field->name, "table") == 0)
				batch_set_text(&batch, field->field, room->table.text);
			else if (field->field == FIELD_step_storyline)
				batch_set_text(&batch, field->field, rows[ENTITY_storyline].text);
			else if (field->field == FIELD_support_step)
				batch_set_text(&batch, field->field, rows[ENTITY_step].text);
		}
		append(store, &batch);
	}
}

static bool may_find(const struct field_info *field, enum entity entity, enum reach reach)
{
	return search_shelf(entity) < SHELF_COUNT && index_covers(field) && field->reach <= reach;
}

static void assert_found_by(struct store *store, const struct entity_info *info, const struct field_info *field,
			    enum reach reach)
{
	char word[32];

	snprintf(word, sizeof word, "ｑ%dＺ", (int)field->field);
	struct search search = search_as(store, word, (struct search_scope){ .reach = reach });
	if (search.len != may_find(field, info->entity, reach))
		fail_msg("%s.%s by reach %d: %zu", info->name, field->name, reach, search.len);
	if (search.len) {
		assert_int_equal(search.hits[0].entity, info->entity);
		assert_ptr_equal(search.hits[0].field, field);
		snprintf(word, sizeof word, "q%dz", (int)field->field);
		assert_string_equal(search.hits[0].text, word);
	}
	search_end(&search);
}

static void each_field_is_found_by_those_who_may_see_it_only(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	(void)state;
	write_every_field(store, &room);
	assert_false(may_find(field_info_of(FIELD_letter_body), ENTITY_letter, REACH_PRIVATE));
	assert_true(may_find(field_info_of(FIELD_offer_by), ENTITY_offer, REACH_ROOM_ONLY));
	assert_false(may_find(field_info_of(FIELD_offer_by), ENTITY_offer, REACH_OPEN));
	for (int turn = 0; turn < 2; turn++) {
		for (enum reach reach = REACH_OPEN; reach <= REACH_PRIVATE; reach++)
			for (size_t e = 0; e < ENTITY_COUNT; e++)
				for (size_t f = 0; f < entity_infos[e].fields_len; f++)
					assert_found_by(store, &entity_infos[e], &entity_infos[e].fields[f], reach);
		catch_up(store);
	}
	fixture_assert_sound(store);
	store_close(store);
}

/* Not even a piece of it: who steals the file finds it in the log, and nowhere else. */
static void a_letter_is_not_in_the_index(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct batch batch = { 0 };
	struct id id;
	int64_t lines = -1;

	(void)state;
	batch_add_new(&batch, ENTITY_letter, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_letter_body, "鯨");
	append(store, &batch);
	catch_up(store);
	assert_int_equal(connection_number(&store->main, "SELECT count(*) FROM grams WHERE grams MATCH '\"鯨\"'", &lines), SQLITE_OK);
	assert_int_equal(lines, 0);
	store_close(store);
}

static void only_what_is_asked_for_is_looked_through(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store), other = fixture_room(store);
	struct search_scope scope = { .shelves = 1u << SHELF_NOTES, .reach = REACH_PRIVATE };

	(void)state;
	assert_int_equal(fixture_pair(store, &room, "回覧板"), ST_OK);
	assert_int_equal(fixture_pair(store, &other, "回覧板"), ST_OK);
	for (int turn = 0; turn < 2; turn++) {
		assert_hits(store, "回覧板", 4);
		struct search search = search_as(store, "回覧", scope);
		assert_int_equal(search.len, 2);
		assert_int_equal(search.hits[0].entity, ENTITY_note);
		assert_string_equal(search.hits[0].workshop, other.workshop.text);
		assert_int_equal(search.hits[0].table, 3);
		search_end(&search);
		scope.workshop = room.workshop.text;
		search = search_as(store, "回覧", scope);
		assert_int_equal(search.len, 1);
		assert_string_equal(search.hits[0].workshop, room.workshop.text);
		search_end(&search);
		scope.workshop = NULL;
		catch_up(store);
	}
	store_close(store);
}

/* Some of what happens to it is in the index, and some is not yet. */
static void a_changed_row_is_found_by_what_it_says_now(void **state)
{
	(void)state;
	for (int turn = 0; turn < 16; turn++) {
		struct store *store = fixture_open(fixture_db(), STORE_WRITE);
		struct room room = fixture_room(store);
		struct id id = add_offer(store, &room, "送り迎え", "早乙女");
		if (turn & 1)
			catch_up(store);
		change_offer(store, &room, id, FIELD_offer_text, "見守り");
		if (turn & 2)
			catch_up(store);
		assert_hits(store, "送り迎え", 0);
		assert_hits(store, "見守り", 1);
		assert_hits(store, "早乙女", 1);
		assert_hits(store, "早乙女 見守", 1);
		change_offer(store, &room, id, FIELD_offer_by, "");
		assert_hits(store, "早乙女", 0);
		change_offer(store, &room, id, FIELD_gone, "1");
		if (turn & 4)
			catch_up(store);
		assert_hits(store, "見守り", 0);
		change_offer(store, &room, id, FIELD_gone, "0"); /* undone */
		if (turn & 8)
			catch_up(store);
		assert_hits(store, "見守り", 1);
		fixture_assert_sound(store);
		store_close(store);
		store = fixture_open(fixture_db(), STORE_READ);
		assert_hits(store, "見守", 1);
		fixture_assert_sound(store);
		store_close(store);
		unlink(fixture_db());
	}
}

static void what_belongs_to_what_is_gone_is_not_found(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	const char *const owners[] = { room.table.text, room.workshop.text };

	(void)state;
	add_offer(store, &room, "送り迎え", "");
	for (int i = 0; i < 2; i++) {
		struct batch batch = { 0 };
		assert_hits(store, "送り迎え", 1);
		batch_add(&batch, i ? ENTITY_workshop : ENTITY_table, room.workshop.text, owners[i]);
		batch_set_number(&batch, FIELD_gone, 1);
		append(store, &batch);
		assert_hits(store, "送り迎え", 0);
		catch_up(store);
		assert_hits(store, "送り迎え", 0);
		batch_add(&batch, i ? ENTITY_workshop : ENTITY_table, room.workshop.text, owners[i]);
		batch_set_number(&batch, FIELD_gone, 0);
		append(store, &batch);
	}
	store_close(store);
}

static void what_comes_home_by_merge_is_found(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct id kept = add_offer(store, &room, "送り迎え", ""), dropped = add_offer(store, &room, "庭の手入れ", "");
	struct merge_result merged = { 0 };

	(void)state;
	catch_up(store);
	store_close(store);
	fixture_copy(fixture_db(), fixture_path("copy.db"));
	store = fixture_open(fixture_path("copy.db"), STORE_WRITE);
	change_offer(store, &room, kept, FIELD_offer_text, "通院の付き添い");
	change_offer(store, &room, dropped, FIELD_gone, "1");
	add_offer(store, &room, "布団干し", "町内会");
	store_close(store);

	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_int_equal(store_merge(store, fixture_path("copy.db"), false, &merged, NULL), ST_OK);
	merge_result_done(&merged);
	for (int turn = 0; turn < 2; turn++) {
		assert_hits(store, "送り迎え", 0);
		assert_hits(store, "付き添い", 1);
		assert_hits(store, "庭", 0);
		assert_hits(store, "布団", 1);
		assert_hits(store, "町内会", 1);
		catch_up(store);
	}
	fixture_assert_sound(store);
	store_close(store);
}

/* A file from before there was an index; and one whose log holds what its program did not understand. */
static void an_older_file_gets_its_index(void **state)
{
	(void)state;
	for (int had_index = 0; had_index < 2; had_index++) {
		struct store *store = fixture_open(fixture_db(), STORE_WRITE);
		struct room room = fixture_room(store);
		add_offer(store, &room, "送り迎え", "早乙女");
		catch_up(store);
		if (!had_index)
			assert_int_equal(connection_run(&store->main, "DROP TABLE grams; DELETE FROM meta WHERE key LIKE 'indexed%'"),
					 SQLITE_OK);
		assert_int_equal(connection_run(&store->main, "PRAGMA user_version = 1005"), SQLITE_OK);
		store_close(store);
		store = fixture_open(fixture_db(), STORE_WRITE);
		assert_true(index_is_behind(store));
		for (int turn = 0; turn < 2; turn++) {
			assert_hits(store, "送り", 1);
			assert_hits(store, "早乙女", 1);
			catch_up(store);
		}
		fixture_assert_sound(store);
		store_close(store);
		unlink(fixture_db());
	}
}

static void the_newest_come_first_and_no_more_than_asked_for(void **state)
{
	struct search_scope scope = { .reach = REACH_PRIVATE, .limit = 60 };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	char wanted[64];

	(void)state;
	for (int i = 0; i < 60; i++) {
		snprintf(wanted, sizeof wanted, "%d枚目の回覧板を回す", i);
		assert_int_equal(fixture_pair(store, &room, wanted), ST_OK);
	}
	for (int turn = 0; turn < 3; turn++) {
		struct search search = search_as(store, "回覧板を回", scope);
		assert_int_equal(search.len, 2 * scope.limit);
		assert_int_equal(search.more, scope.limit < 60);
		for (size_t i = 0; i < search.len; i++) {
			bool is_offer = i < scope.limit;
			snprintf(wanted, sizeof wanted, "%zu枚目の回覧板を回す", 59 - i % scope.limit);
			assert_int_equal(search.hits[i].entity, is_offer ? ENTITY_offer : ENTITY_note);
			assert_string_equal(search.hits[i].text, wanted);
		}
		search_end(&search);
		catch_up(store);
		scope.limit = turn ? 7 : 60;
	}
	store_close(store);
}

static void who_types_waits_for_a_little_at_a_time(void **state)
{
	const struct search_scope scope = { .reach = REACH_PRIVATE };
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);

	(void)state;
	for (int i = 0; i < 60; i++)
		assert_int_equal(fixture_pair(store, &room, "回覧板を回す"), ST_OK);
	for (int turn = 0; turn < 2; turn++) {
		struct search search;
		int goes = 0;
		search_begin(&search, store, "回覧板", &scope);
		for (; !search.done; goes++)
			assert_int_equal(search_go_on(&search, 0, NULL), ST_OK);
		assert_int_equal(search.len, 120);
		assert_true(goes >= 120);
		search_end(&search);
		/* Somebody brings the index up between two goes. */
		search_begin(&search, store, "回覧板", &scope);
		assert_int_equal(search_go_on(&search, 0, NULL), ST_OK);
		catch_up(store);
		assert_int_equal(search_go_on(&search, -1, NULL), ST_OK);
		assert_int_equal(search.len, 120);
		search_end(&search);
	}
	store_close(store);
}

static void a_commit_does_not_wait_for_the_index(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	int64_t before = 0, after = 0;

	(void)state;
	catch_up(store);
	assert_int_equal(index_mark(store, &before), SQLITE_OK);
	add_offer(store, &room, "送り迎え", "");
	assert_int_equal(index_mark(store, &after), SQLITE_OK);
	assert_int_equal(before, after);
	assert_true(index_is_behind(store));
	store_close(store);
	store = fixture_open(fixture_db(), STORE_READ);
	assert_int_equal(index_catch_up(store, NULL), ST_REFUSED);
	store_close(store);
}

static void a_very_long_query_is_answered(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; text.len < 7900; i++)
		buf_addf(&text, "食%dさ", i);
	add_offer(store, &room, buf_text(&text), "");
	catch_up(store);
	assert_hits(store, buf_text(&text), 1);
	buf_add_text(&text, "え");
	assert_hits(store, buf_text(&text), 0);
	for (int i = 0; text.len < 65536; i++)
		buf_addf(&text, " \"%d", i);
	assert_hits(store, buf_text(&text), 0);
	buf_done(&text);
	store_close(store);
}

/* What a stranger’s tool, a bug or a bad disk may do to it: it is told, the search finds what it can, and it is made anew. */
static void check_tells_of_an_index_that_is_wrong(void **state)
{
	static const struct {
		const char *harm;
		bool is_found; /* all the same */
	} rows[] = {
		{ "INSERT INTO grams (rowid, text) VALUES (99999, 'あ')", true },
		{ "INSERT INTO grams (grams) VALUES ('delete-all')", false },
		{ "DELETE FROM meta WHERE key LIKE 'indexed%'; INSERT INTO grams (rowid, text) VALUES (1, '送')", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct store *store = fixture_open(fixture_db(), STORE_WRITE);
		struct room room = fixture_room(store);
		bool same = true;
		add_offer(store, &room, "送り迎え", "");
		catch_up(store);
		assert_int_equal(connection_run(&store->main, rows[i].harm), SQLITE_OK);
		assert_int_equal(index_compare(store, &same), SQLITE_OK);
		assert_int_equal(same, i == 2);
		assert_hits(store, "送り迎え", rows[i].is_found);
		assert_int_equal(index_rebuild(store, NULL), ST_OK);
		assert_hits(store, "送り迎え", 1);
		fixture_assert_sound(store);
		store_close(store);
		unlink(fixture_db());
	}
}

static void without_its_index_all_is_found(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct room room = fixture_room(store);
	bool same = true;

	(void)state;
	add_offer(store, &room, "送り迎え", "");
	catch_up(store);
	store_close(store);
	fixture_raw(fixture_db(), "DELETE FROM grams_data WHERE id > 10");
	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_hits(store, "送り迎え", 1);
	assert_hits(store, "庭", 0);
	int rc = index_compare(store, &same);
	assert_true(rc != SQLITE_OK || !same);
	assert_int_equal(index_rebuild(store, NULL), ST_OK);
	assert_hits(store, "送り迎え", 1);
	fixture_assert_sound(store);
	store_close(store);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(any_part_of_what_is_written_finds_it),
		CASE(each_field_is_found_by_those_who_may_see_it_only),
		CASE(a_letter_is_not_in_the_index),
		CASE(only_what_is_asked_for_is_looked_through),
		CASE(a_changed_row_is_found_by_what_it_says_now),
		CASE(what_belongs_to_what_is_gone_is_not_found),
		CASE(what_comes_home_by_merge_is_found),
		CASE(an_older_file_gets_its_index),
		CASE(the_newest_come_first_and_no_more_than_asked_for),
		CASE(who_types_waits_for_a_little_at_a_time),
		CASE(a_commit_does_not_wait_for_the_index),
		CASE(a_very_long_query_is_answered),
		CASE(check_tells_of_an_index_that_is_wrong),
		CASE(without_its_index_all_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
