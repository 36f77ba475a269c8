/* The log as text is one more copy: it goes through the same doors, and what is wrong with it changes nothing. */
#include "fixture.h"

#include "store/document.h"
#include "store/local.h"
#include "store/merge.h"
#include "support/dice.h"

#include <sqlite3.h>

/* The home file, what its log was told to hold, and that as text. */
struct copy {
	struct store *store;
	struct room room;
	char *text;
	size_t len;
};

static const char offer_text[] = "\"猫\"\n の\t/缶詰\\";

static struct copy open_copy(void)
{
	struct copy copy = { .store = fixture_open(fixture_db(), STORE_WRITE) };
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id id;

	copy.room = fixture_room(copy.store);
	batch_add_new(&batch, ENTITY_note, copy.room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_note_text, offer_text);
	batch_add_new(&batch, ENTITY_card, "", &env_system, &id);
	batch_set_text(&batch, FIELD_card_name, "図書館");
	assert_int_equal(store_append(copy.store, &batch, &fault), ST_OK);
	batch_done(&batch);
	fixture_document(copy.store, &copy.room, fixture_path("copy.json"));
	copy.text = fixture_bytes(fixture_path("copy.json"), &copy.len);
	return copy;
}

static void close_copy(struct copy *copy)
{
	fixture_assert_sound(copy->store);
	store_close(copy->store);
	free(copy->text);
}

static char *log_of(const char *path)
{
	sqlite3_stmt *stmt = NULL;
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT group_concat(line, char(10)) FROM (SELECT hex(stamp) || workshop || entity || kind || body ||"
					    " hash || erased AS line FROM fact ORDER BY entity, stamp, hash)",
					    -1, &stmt, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	char *log = mem_copy((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return log;
}

static void assert_merged(struct store *store, const char *path, int64_t fresh, int64_t known)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	if (store_merge(store, path, false, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_int_equal(result.facts_new, fresh);
	assert_int_equal(result.facts_known, known);
	assert_int_equal(result.ahead + result.broken, 0);
	merge_result_done(&result);
}

static void a_fresh_database_takes_a_document_in_and_holds_the_same_log(void **state)
{
	struct copy copy = open_copy();
	struct store *fresh = fixture_open(fixture_path("fresh.db"), STORE_WRITE);

	(void)state;
	assert_merged(fresh, fixture_path("copy.json"), 4, 0);
	assert_merged(fresh, fixture_path("copy.json"), 0, 4);
	assert_merged(copy.store, fixture_path("copy.json"), 0, 4);
	char *wanted = log_of(fixture_db()), *got = log_of(fixture_path("fresh.db"));
	assert_string_equal(got, wanted);
	free(wanted);
	free(got);
	fixture_assert_sound(fresh);
	store_close(fresh);
	close_copy(&copy);
}

static void who_only_looks_is_told_all_and_changes_nothing(void **state)
{
	struct copy copy = open_copy();
	struct store *fresh = fixture_open(fixture_path("fresh.db"), STORE_WRITE);
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(store_merge(fresh, fixture_path("copy.json"), MERGE_ONLY_LOOKS, &result, &fault), ST_OK);
	assert_int_equal(result.facts_new, 4);
	assert_int_equal(result.rows_new[ENTITY_note], 1);
	assert_int_equal(result.rows_new[ENTITY_card], 1);
	merge_result_done(&result);
	assert_merged(fresh, fixture_path("copy.json"), 4, 0);
	fixture_assert_sound(fresh);
	store_close(fresh);
	close_copy(&copy);
}

/* A tool may have spaced it anew, sorted its members and spelt its letters as numbers. */
static void what_another_tool_has_spaced_and_spelt_anew_is_the_same(void **state)
{
	struct copy copy = open_copy();
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < copy.len; i++) {
		if (strncmp(copy.text + i, "図", strlen("図")) == 0) {
			buf_add_text(&out, "\\u56f3");
			i += strlen("図") - 1;
		} else {
			buf_add_char(&out, copy.text[i]);
			if (copy.text[i] == '{' || copy.text[i] == ']')
				buf_add_text(&out, "\r\n  ");
		}
	}
	fixture_write(fixture_path("other.json"), buf_text(&out), out.len);
	assert_merged(copy.store, fixture_path("other.json"), 0, 4);
	buf_done(&out);
	close_copy(&copy);
}

static void assert_refused(struct store *store, const char *path, const char *part)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	assert_int_not_equal(store_merge(store, path, false, &result, &fault), ST_OK);
	if (!strstr(fault.text, part))
		fail_msg("“%s” does not say “%s”", fault.text, part);
	assert_non_null(strstr(fault.text, strrchr(path, '/') + 1));
}

/* The document with the first `from` in it written otherwise. */
static void put_changed(const struct copy *copy, const char *path, const char *from, const char *to)
{
	char *at = strstr(copy->text, from);
	struct buf out = { 0 };

	assert_non_null(at);
	buf_add(&out, copy->text, (size_t)(at - copy->text));
	buf_add_text(&out, to);
	buf_add_text(&out, at + strlen(from));
	fixture_write(path, buf_text(&out), out.len);
	buf_done(&out);
}

static void what_is_wrong_is_told_with_its_place_and_changes_nothing(void **state)
{
	static const struct {
		const char *from, *to, *part;
	} rows[] = {
		{ "図書館", "図書室", "changed by hand, somewhere before the end of line 9" },
		{ "\"kind\":\"note\"", "\"kind\":\"item\"", "changed by hand" },
		{ "\"format\": \"yoriai\"", "\"format\": \"other\"", "no copy that can be taken in" },
		{ "\"format\": \"yoriai\",", "", "no copy that can be taken in" },
		{ "\"format\"", "\"name\"", "no copy that can be taken in" },
		{ "\"version\": 1", "\"version\": 2", "newer yoriai" },
		{ "\"schema\": ", "\"schema\": 9", "newer yoriai" },
		{ "\"version\": 1", "\"version\": \"1\"", "line 3, character 14" },
		{ "\"schema\"", "\"colour\"", "line 4: this yoriai knows no “colour”" },
		{ "\"hash\"", "\"age\"", "line 6: this yoriai knows no “age”" },
		{ "\"hash\"", "\"kind\"", "line 6, character" },
		{ "\"body\":{", "\"body\":{\"x\":[1],", "line 6, character" },
		{ "\"body\":{", "\"body\":[{", "line 6, character" },
		{ "\"facts\": [", "\"facts\": [7, ", "line 5, character" },
		{ "\"facts\": [", "\"facts\": {}, \"x\": [", "line 5, character" },
		{ "\"sum\"", "\"offers\"", "changed by hand" },
		{ "\n}", "\n}]", "makes no sense" },
		{ "\n}", "", "breaks off in line 12" },
	};
	struct copy copy = open_copy();
	char *before = log_of(fixture_db());

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		put_changed(&copy, fixture_path("wrong.json"), rows[i].from, rows[i].to);
		assert_refused(copy.store, fixture_path("wrong.json"), rows[i].part);
	}
	fixture_write(fixture_path("list.json"), "[{\"name\": \"x\"}]", 15);
	assert_refused(copy.store, fixture_path("list.json"), "no copy that can be taken in");
	fixture_write(fixture_path("text.txt"), "寄り合い\n", 13);
	assert_refused(copy.store, fixture_path("text.txt"), "not a yoriai database, nor an export");
	char *after = log_of(fixture_db());
	assert_string_equal(after, before);
	free(before);
	free(after);
	close_copy(&copy);
}

static void a_document_that_breaks_off_anywhere_changes_nothing(void **state)
{
	struct copy copy = open_copy();
	struct store *fresh = fixture_open(fixture_path("fresh.db"), STORE_WRITE);

	(void)state;
	for (size_t len = 2; len < copy.len - 1; len += 7) {
		fixture_write(fixture_path("cut.json"), copy.text, len);
		assert_refused(fresh, fixture_path("cut.json"), "breaks off");
	}
	assert_merged(fresh, fixture_path("copy.json"), 4, 0);
	store_close(fresh);
	close_copy(&copy);
}

static void a_bit_that_flips_anywhere_changes_nothing(void **state)
{
	struct dice dice = dice_take("a_bit_that_flips_anywhere_changes_nothing");
	struct copy copy = open_copy();
	char *before = log_of(fixture_db());
	struct merge_result result = { 0 };
	struct fault fault;

	(void)state;
	for (long i = fixture_number("YORIAI_FLIPS", 300); i > 0; i--) {
		size_t at = dice_below(&dice, copy.len);
		char kept = copy.text[at];
		copy.text[at] ^= (char)(1 << dice_below(&dice, 8));
		fixture_write(fixture_path("flip.json"), copy.text, copy.len);
		copy.text[at] = kept;
		if (store_merge(copy.store, fixture_path("flip.json"), true, &result, &fault) == ST_OK)
			assert_int_equal(result.facts_new, 0);
		merge_result_done(&result);
	}
	char *after = log_of(fixture_db());
	assert_string_equal(after, before);
	free(before);
	free(after);
	close_copy(&copy);
}

/* A letter nobody may read yet, and a person's card without their consent. */
static void what_may_not_go_out_stays_here_and_is_counted(void **state)
{
	struct copy copy = open_copy();
	struct document_facts facts = DOCUMENT_FACTS;
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct buf out = { 0 };
	struct id id;

	(void)state;
	batch_add_new(&batch, ENTITY_letter, copy.room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_letter_body, "SEALED");
	batch_add_new(&batch, ENTITY_card, "", &env_system, &id);
	batch_set_text(&batch, FIELD_card_name, "PERSON");
	batch_set_number(&batch, FIELD_card_kind, CARD_KIND_PERSON);
	assert_int_equal(store_append(copy.store, &batch, &fault), ST_OK);
	batch_done(&batch);
	buf_add_char(&out, '[');
	assert_int_equal(document_add_facts(copy.store, copy.room.workshop.text, "", &out, &facts, &fault), ST_OK);
	assert_int_equal(document_add_facts(copy.store, "", "", &out, &facts, &fault), ST_OK);
	assert_null(strstr(buf_text(&out), "SEALED"));
	assert_null(strstr(buf_text(&out), "PERSON"));
	assert_non_null(strstr(buf_text(&out), "図書館"));
	assert_int_equal(facts.letters, 1);
	assert_int_equal(facts.cards, 1);
	assert_int_equal(document_add_facts(copy.store, copy.room.workshop.text, copy.room.workshop.text, &out, &facts, &fault), ST_OK);
	assert_non_null(strstr(buf_text(&out), "SEALED"));
	assert_int_equal(facts.letters, 1);
	buf_clear(&out);
	buf_add_char(&out, '[');
	assert_int_equal(document_add_facts(copy.store, NULL, copy.room.workshop.text, &out, &facts, &fault), ST_OK);
	assert_non_null(strstr(buf_text(&out), "SEALED"));
	assert_null(strstr(buf_text(&out), "PERSON"));
	assert_non_null(strstr(buf_text(&out), "図書館"));
	buf_done(&out);
	close_copy(&copy);
}

static void what_no_merge_would_take_in_is_not_passed_on(void **state)
{
	struct copy copy = open_copy();
	size_t len;

	(void)state;
	fixture_raw(fixture_db(), "INSERT INTO fact (stamp, workshop, entity, kind, body, hash) SELECT stamp, workshop, entity || '\"', kind, body,"
				  " hash FROM fact");
	fixture_raw(fixture_db(), "INSERT INTO fact (stamp, workshop, entity, kind, body, hash) SELECT stamp, workshop, entity, kind,"
				  " body || ', [', 1 FROM fact");
	fixture_document(copy.store, &copy.room, fixture_path("again.json"));
	char *again = fixture_bytes(fixture_path("again.json"), &len);
	assert_string_equal(again, copy.text);
	free(again);
	fixture_raw(fixture_db(), "DELETE FROM fact WHERE seq > 4");
	close_copy(&copy);
}

/* A stranger's tool could have put it there. */
static void what_turns_the_writing_around_leaves_as_an_escape(void **state)
{
	static const char body[] = "{\"text\":\"a\u202e\U000e0041\"}";
	struct copy copy = open_copy();
	struct merge_result result = { 0 };
	struct fault fault = { "" };
	struct buf sql = { 0 };
	size_t len;

	(void)state;
	buf_addf(&sql, "INSERT INTO fact (stamp, workshop, entity, kind, body, hash) SELECT stamp, workshop, entity, kind, '%s', %lld FROM fact"
		       " WHERE kind = 'note'",
		 body, (long long)hash_bytes(HASH_START, body, sizeof body - 1));
	fixture_raw(fixture_db(), buf_text(&sql));
	fixture_document(copy.store, &copy.room, fixture_path("turned.json"));
	char *turned = fixture_bytes(fixture_path("turned.json"), &len);
	assert_non_null(strstr(turned, "{\"text\":\"a\\u202e\\udb40\\udc41\"}"));
	fixture_raw(fixture_db(), "DELETE FROM fact WHERE seq > 4");
	assert_int_equal(store_merge(copy.store, fixture_path("turned.json"), false, &result, &fault), ST_OK);
	assert_int_equal(result.facts_known, 4);
	assert_int_equal(result.broken, 1);
	merge_result_done(&result);
	buf_done(&sql);
	free(turned);
	close_copy(&copy);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(a_fresh_database_takes_a_document_in_and_holds_the_same_log),
		IN_A_FOLDER(who_only_looks_is_told_all_and_changes_nothing),
		IN_A_FOLDER(what_another_tool_has_spaced_and_spelt_anew_is_the_same),
		IN_A_FOLDER(what_is_wrong_is_told_with_its_place_and_changes_nothing),
		IN_A_FOLDER(a_document_that_breaks_off_anywhere_changes_nothing),
		IN_A_FOLDER(a_bit_that_flips_anywhere_changes_nothing),
		IN_A_FOLDER(what_may_not_go_out_stays_here_and_is_counted),
		IN_A_FOLDER(what_no_merge_would_take_in_is_not_passed_on),
		IN_A_FOLDER(what_turns_the_writing_around_leaves_as_an_escape),
	};

	return cmocka_run_group_tests_name("store document", tests, NULL, NULL);
}
