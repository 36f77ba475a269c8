/* Two people write into one field without knowing of each other: the later stands, the other is offered until somebody
 * chooses; live, after a merge, and for everybody alike. */
#include "fixture.h"

#include "domain/undo.h"
#include "store/care.h"
#include "store/merge.h"

#include <unistd.h>

static struct room room;
static char offer[ID_LEN + 1];

static struct workbook read_book(struct store *store)
{
	struct workbook book = { 0 };
	struct fault fault = { "" };

	assert_int_equal(store_load(store, room.workshop.text, store_reach_room, &book, &fault), ST_OK);
	return book;
}

static int64_t log_end(struct store *store)
{
	struct workbook book = read_book(store);
	int64_t seen = book.seen;

	workbook_done(&book);
	return seen;
}

static void append(struct store *store, struct batch *batch)
{
	struct fault fault = { "" };

	if (store_append(store, batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	batch_done(batch);
}

/* Somebody who had read so much of the log (0: all) writes the offer's text. */
static void write_text(struct store *store, int64_t seen, const char *text)
{
	struct batch batch = { .seen = seen };

	batch_add(&batch, ENTITY_offer, room.workshop.text, offer);
	batch_set_text(&batch, FIELD_offer_text, text);
	append(store, &batch);
}

static struct store *open_with_offer(void)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct batch batch = { 0 };
	struct id id;

	room = fixture_room(store);
	batch_add_new(&batch, ENTITY_offer, room.workshop.text, &env_system, &id);
	batch_set_text(&batch, FIELD_offer_table, room.table.text);
	batch_set_text(&batch, FIELD_offer_text, "散歩");
	append(store, &batch);
	memcpy(offer, id.text, sizeof offer);
	return store;
}

/* The versions of the offer's text, the standing one first: "犬の散歩|猫の缶詰"; "" where there is only one. */
static const char *versions(struct store *store)
{
	static char text[400];
	struct workbook book = read_book(store);
	size_t len;
	const struct version *list = workbook_versions(&book, offer, FIELD_offer_text, &len);

	text[0] = '\0';
	for (size_t i = 0; i < len; i++)
		snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", i ? "|" : "", list[i].value.text);
	assert_int_equal(book.versions.len, len);
	workbook_done(&book);
	return text;
}

static struct batch choice(const char *text)
{
	struct batch batch = { 0 };

	batch_add(&batch, ENTITY_offer, room.workshop.text, offer)->settles = true;
	batch_set_text(&batch, FIELD_offer_text, text);
	return batch;
}

static void choose(struct store *store, const char *text)
{
	struct batch batch = choice(text);

	append(store, &batch);
}

static void close_sound(struct store *store)
{
	fixture_assert_sound(store);
	store_close(store);
}

/* --- at one file ---------------------------------------------------------------------------------------------------------- */

static void who_had_read_it_writes_over_it(void **state)
{
	struct store *store = open_with_offer();

	(void)state;
	write_text(store, 0, "犬の散歩");
	write_text(store, log_end(store), "朝の散歩");
	assert_string_equal(versions(store), "");
	close_sound(store);
}

static void who_had_not_read_it_leaves_another_version(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);

	(void)state;
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "猫の缶詰");
	assert_string_equal(versions(store), "猫の缶詰|犬の散歩");
	close_sound(store);
	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_string_equal(versions(store), "猫の缶詰|犬の散歩");
	close_sound(store);
}

static void the_other_version_stays_until_somebody_chooses(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);

	(void)state;
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "猫の缶詰");
	write_text(store, 0, "猫の缶詰を二つ");
	assert_string_equal(versions(store), "猫の缶詰を二つ|犬の散歩");
	choose(store, "犬の散歩");
	assert_string_equal(versions(store), "");
	write_text(store, 0, "犬と猫");
	assert_string_equal(versions(store), "");
	close_sound(store);
}

static void three_people_make_three_versions(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);

	(void)state;
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "猫の缶詰");
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "花の水やり");
	assert_string_equal(versions(store), "花の水やり|犬の散歩|猫の缶詰");
	close_sound(store);
}

static void the_same_words_are_no_other_version(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);

	(void)state;
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "犬の散歩");
	assert_string_equal(versions(store), "");
	/* Nor are they one once somebody goes on from them. */
	write_text(store, 0, "犬の夕方の散歩");
	assert_string_equal(versions(store), "");
	close_sound(store);
}

static void another_field_of_the_row_is_no_concern(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);
	struct batch batch = { .seen = seen };

	(void)state;
	write_text(store, seen, "犬の散歩");
	batch_add(&batch, ENTITY_offer, room.workshop.text, offer);
	batch_set_text(&batch, FIELD_offer_by, "早乙女");
	append(store, &batch);
	assert_string_equal(versions(store), "");
	close_sound(store);
}

static void facts_that_do_not_say_what_they_knew_claim_nothing(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);
	struct batch batch = { 0 };

	(void)state;
	write_text(store, seen, "犬の散歩");
	/* As an older program wrote them. */
	batch_add(&batch, ENTITY_offer, room.workshop.text, offer)->is_new = true;
	batch_set_text(&batch, FIELD_offer_text, "猫の缶詰");
	append(store, &batch);
	assert_string_equal(versions(store), "");
	close_sound(store);
}

static void a_choice_can_be_taken_back_and_made_again(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);
	struct undo_log log = { 0 };
	const struct batch *next;
	struct fault fault = { "" };

	(void)state;
	write_text(store, seen, "犬の散歩");
	write_text(store, seen, "猫の缶詰");
	static const char *const chosen[] = { "犬の散歩", "猫の缶詰" };
	for (size_t i = 0; i < COUNT(chosen); i++) {
		struct workbook book = read_book(store);
		struct batch batch = choice(chosen[i]);
		undo_log_add(&log, &book, &batch);
		append(store, &batch);
		assert_string_equal(versions(store), "");
		for (int back = 1; back >= 0; back--) {
			workbook_done(&book);
			book = read_book(store);
			assert_int_equal(undo_log_next(&log, &book, back, &next, &fault), ST_OK);
			struct batch copy = { 0 };
			undo_copy(next, &copy);
			append(store, &copy);
			undo_log_turn(&log, back);
			assert_string_equal(versions(store), back ? "猫の缶詰|犬の散歩" : "");
		}
		workbook_done(&book);
		book = read_book(store);
		assert_int_equal(undo_log_next(&log, &book, true, &next, &fault), ST_OK);
		struct batch copy = { 0 };
		undo_copy(next, &copy);
		append(store, &copy);
		undo_log_turn(&log, true);
		workbook_done(&book);
	}
	undo_log_done(&log);
	close_sound(store);
}

static void who_wrote_a_version_is_told(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);
	size_t len;

	(void)state;
	write_text(store, seen, "犬の散歩");
	store_sign(store, "scribe", 3);
	write_text(store, seen, "猫の缶詰");
	struct workbook book = read_book(store);
	const struct version *list = workbook_versions(&book, offer, FIELD_offer_text, &len);
	assert_int_equal(len, 2);
	assert_int_equal(list[0].place, VERSION_THIS_CONSOLE);
	assert_string_equal(list[0].role, "scribe");
	assert_int_equal(list[0].table, 3);
	assert_int_equal(list[1].place, VERSION_THIS_COMPUTER);
	assert_string_equal(list[1].role, "");
	workbook_done(&book);
	close_sound(store);
}

static void what_a_reader_may_not_see_has_no_versions_for_them(void **state)
{
	struct store *store = open_with_offer();
	int64_t seen = log_end(store);
	struct fault fault = { "" };
	struct workbook book = { 0 };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct batch batch = { .seen = seen };
		batch_add(&batch, ENTITY_offer, room.workshop.text, offer);
		batch_set_text(&batch, FIELD_offer_by, i ? "早乙女" : "佐藤");
		append(store, &batch);
	}
	assert_int_equal(store_load(store, room.workshop.text, store_reach_room, &book, &fault), ST_OK);
	assert_int_equal(book.versions.len, 2);
	assert_int_equal(store_load(store, room.workshop.text, store_reach_audience, &book, &fault), ST_OK);
	assert_int_equal(book.versions.len, 0);
	workbook_done(&book);
	close_sound(store);
}

/* --- at two --------------------------------------------------------------------------------------------------------------- */

static struct store *copy_to(struct store *store, const char *name)
{
	struct fault fault = { "" };

	assert_int_equal(store_backup(store, fixture_path(name), &fault), ST_OK);
	setenv("XDG_STATE_HOME", fixture_path("away"), 1); /* another computer */
	return fixture_open(fixture_path(name), STORE_WRITE);
}

static void merge(struct store *store, const char *path)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	if (store_merge(store, path, false, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	merge_result_done(&result);
}

static void both_sides_of_a_merge_offer_the_same(void **state)
{
	struct store *home = open_with_offer(), *away = copy_to(home, "away.db");
	char at_home[200];

	(void)state;
	write_text(home, 0, "犬の散歩");
	write_text(away, 0, "猫の缶詰");
	merge(home, fixture_path("away.db"));
	snprintf(at_home, sizeof at_home, "%s", versions(home));
	assert_non_null(strchr(at_home, '|'));
	merge(away, fixture_db());
	assert_string_equal(versions(away), at_home);
	choose(away, "猫の缶詰");
	merge(home, fixture_path("away.db"));
	assert_string_equal(versions(home), "");
	merge(away, fixture_db());
	assert_string_equal(versions(away), "");
	close_sound(away);
	close_sound(home);
}

static void who_goes_on_from_what_came_home_makes_no_other_version(void **state)
{
	struct store *home = open_with_offer(), *away = copy_to(home, "away.db");

	(void)state;
	write_text(away, 0, "猫の缶詰");
	merge(home, fixture_path("away.db"));
	write_text(home, 0, "猫の缶詰を二つ");
	merge(away, fixture_db());
	assert_string_equal(versions(home), "");
	assert_string_equal(versions(away), "");
	close_sound(away);
	close_sound(home);
}

static void a_choice_does_not_put_aside_what_it_did_not_know(void **state)
{
	struct store *home = open_with_offer(), *away = copy_to(home, "away.db");
	int64_t seen = log_end(home);

	(void)state;
	write_text(away, 0, "花の水やり");
	write_text(home, seen, "犬の散歩");
	write_text(home, seen, "猫の缶詰");
	usleep(2000);
	choose(home, "犬の散歩");
	merge(home, fixture_path("away.db"));
	assert_string_equal(versions(home), "犬の散歩|花の水やり");
	close_sound(away);
	close_sound(home);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(who_had_read_it_writes_over_it),
		IN_A_FOLDER(who_had_not_read_it_leaves_another_version),
		IN_A_FOLDER(the_other_version_stays_until_somebody_chooses),
		IN_A_FOLDER(three_people_make_three_versions),
		IN_A_FOLDER(the_same_words_are_no_other_version),
		IN_A_FOLDER(another_field_of_the_row_is_no_concern),
		IN_A_FOLDER(facts_that_do_not_say_what_they_knew_claim_nothing),
		IN_A_FOLDER(a_choice_can_be_taken_back_and_made_again),
		IN_A_FOLDER(who_wrote_a_version_is_told),
		IN_A_FOLDER(what_a_reader_may_not_see_has_no_versions_for_them),
		IN_A_FOLDER(both_sides_of_a_merge_offer_the_same),
		IN_A_FOLDER(who_goes_on_from_what_came_home_makes_no_other_version),
		IN_A_FOLDER(a_choice_does_not_put_aside_what_it_did_not_know),
	};

	return cmocka_run_group_tests_name("store versions", tests, NULL, NULL);
}
