/* A file of an older program is brought up to date at once and whole; what a newer one wrote waits in the log. */
#include "fixture.h"

#include "schema.h"

#include <sqlite3.h>
#include <unistd.h>

static struct room room;

/* As if the field `offer.by`, the table `note` and nothing else had come with this version. */
static void make_older(void)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct batch batch = { 0 };
	struct id id;

	room = fixture_room(store);
	batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_text, "送迎");
	batch_set_text(&batch, FIELD_offer_by, "佐藤");
	batch_add_new(&batch, ENTITY_note, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_note_text, "駅前に集まる");
	assert_int_equal(store_append(store, &batch, NULL), ST_OK);
	batch_done(&batch);
	store_close(store);
	fixture_raw(fixture_db(), "ALTER TABLE offer DROP COLUMN by; DROP TABLE note; PRAGMA user_version = 1005");
}

static void assert_all_there(struct store *store)
{
	struct workbook book = { 0 };

	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.offers.len, 1);
	assert_string_equal(book.offers.at[0].text, "送迎");
	assert_string_equal(book.offers.at[0].by, "佐藤");
	assert_int_equal(book.notes.len, 1);
	assert_string_equal(book.notes.at[0].text, "駅前に集まる");
	workbook_done(&book);
}

static int64_t number(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	int64_t answer = sqlite3_step(stmt) == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : -1;
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return answer;
}

static void an_older_file_is_upgraded_after_a_copy(void **state)
{
	static const enum store_mode modes[] = { STORE_WRITE, STORE_LIVE, STORE_READ };
	char copy[64];

	(void)state;
	snprintf(copy, sizeof copy, "y.db.before-%d", SCHEMA_VERSION);
	for (size_t i = 0; i < COUNT(modes); i++) {
		make_older();
		struct store *store = fixture_open(fixture_db(), modes[i]);
		assert_all_there(store);
		fixture_assert_sound(store);
		store_close(store);
		assert_int_equal(number(fixture_db(), "PRAGMA user_version"), SCHEMA_VERSION);
		assert_int_equal(number(fixture_path(copy), "PRAGMA user_version"), 1005);
		assert_int_equal(number(fixture_path(copy), "SELECT count(*) FROM offer"), 1);
		assert_int_equal(fixture_mode(fixture_path(copy)), 0600);
		unlink(fixture_db());
		unlink(fixture_path(copy));
		assert_string_equal(fixture_names(), "");
	}
}

static int open_it(void *ctx)
{
	struct store *store = NULL;
	enum status st = store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL);

	(void)ctx;
	store_close(store);
	return st;
}

static void of_many_who_open_an_older_file_one_upgrades_it(void **state)
{
	pid_t pids[6];

	(void)state;
	make_older();
	for (size_t i = 0; i < COUNT(pids); i++)
		pids[i] = fixture_spawn(open_it, NULL);
	for (size_t i = 0; i < COUNT(pids); i++)
		assert_int_equal(fixture_wait(pids[i]), 0);
	struct store *store = fixture_open(fixture_db(), STORE_READ);
	assert_all_there(store);
	fixture_assert_sound(store);
	store_close(store);
}

/* A newer program's field and entity, in a file that this one is allowed to open. */
static void what_is_not_known_stays_in_the_log(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct workbook book = { 0 };

	(void)state;
	room = fixture_room(store);
	store_close(store);
	fixture_raw(fixture_db(), "INSERT INTO fact (stamp, workshop, entity, kind, body, hash)"
				  " SELECT stamp, workshop, entity, kind, "
				  "'{\"headline\":\"見出し\",\"mood\":\"good\"}', 1 FROM fact WHERE kind = 'table';"
				  "INSERT INTO fact (stamp, workshop, entity, kind, body, hash)"
				  " SELECT stamp, workshop, 'someid', 'photo', '{\"file\":\"a.jpg\"}', 1 FROM fact "
				  "WHERE kind = 'table' AND hash <> 1;"
				  "PRAGMA user_version = 1005");
	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_int_equal(store_load(store, room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	assert_int_equal(book.tables.at[0].number, 3);
	assert_string_equal(book.tables.at[0].headline, "見出し");
	workbook_done(&book);
	store_close(store);
	assert_int_equal(number(fixture_db(), "SELECT count(*) FROM fact WHERE kind = 'photo' OR body LIKE '%mood%'"),
			 2);
}

/* Facts that came in any order fold to the same row: the greatest (stamp, value) of each field wins. */
static void facts_in_any_order_fold_to_one_row(void **state)
{
	static const struct {
		int stamp;
		const char *body;
	} facts[] = {
		{ 1, "{\"text\":\"a\",\"by\":\"first\",\"scope\":\"10\"}" },
		{ 2, "{\"text\":\"b\"}" },
		{ 3, "{\"text\":\"c\"}" },
		{ 3, "{\"text\":\"d\",\"gone\":1}" },
		{ 3, "{\"gone\":0}" },
	};
	enum { FACTS = COUNT(facts) };

	(void)state;
	for (size_t first = 0; first < FACTS; first++)
		for (size_t step = 1; step < FACTS; step++) {
			char sql[256];
			store_close(fixture_open(fixture_db(), STORE_WRITE));
			for (size_t i = 0; i < FACTS; i++) {
				size_t at = (first + i * step) % FACTS;
				snprintf(sql, sizeof sql,
					 "INSERT INTO fact (stamp, workshop, entity, kind, body, hash)"
					 " VALUES (x'%016d0000000000000001', 'w', 'i', 'offer', '%s', %zu)",
					 facts[at].stamp, facts[at].body, at);
				fixture_raw(fixture_db(), sql);
			}
			fixture_raw(fixture_db(), "PRAGMA user_version = 1005");
			store_close(fixture_open(fixture_db(), STORE_WRITE));
			assert_int_equal(
				number(fixture_db(),
				       "SELECT count(*) FROM offer WHERE id = 'i' AND text = 'd' AND by = 'first'"
				       " AND scope = '10' AND gone = 1 AND workshop = 'w' AND born = "
				       "x'00000000000000010000000000000001'"),
				1);
			unlink(fixture_db());
		}
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_older_file_is_upgraded_after_a_copy),
		CASE(of_many_who_open_an_older_file_one_upgrades_it),
		CASE(what_is_not_known_stays_in_the_log),
		CASE(facts_in_any_order_fold_to_one_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
