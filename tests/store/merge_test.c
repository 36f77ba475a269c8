/* Copies worked on elsewhere come home: whatever the order, however often, with one result and nothing lost. */
#include "fixture.h"

#include "store/care.h"
#include "store/merge.h"
#include "support/dice.h"

#include <sqlite3.h>
#include <unistd.h>

enum { REPLICAS_MAX = 8, STEPS_MAX = 60, DAY_MS = 24 * 60 * 60 * 1000 };

/* A computer of its own, with clocks that may be wrong. */
struct replica {
	struct store *store;
	const char *path;
	char computer[16];
	int64_t skew_ms;
	struct env env;
};

static struct moment skewed(void *ctx)
{
	struct moment now = env_now(&env_system);

	now.wall_ms += *(int64_t *)ctx;
	return now;
}

/* Node ids live in the state folder: each computer has its own. */
static void move_to(const char *computer)
{
	setenv("XDG_STATE_HOME", fixture_path(computer), 1);
}

/* Of the log, as much as `seen` (0: all) had been read; `settles`: among the versions of the text this one is chosen. */
static void write_knowing(struct store *store, const struct room *room, const char *id, const char *text, int64_t seen,
			  bool settles)
{
	struct batch batch = { .seen = seen };
	struct fault fault = { "" };
	struct id fresh;

	if (id) {
		batch_add(&batch, ENTITY_offer, room->workshop.text, id)->settles = settles;
	} else {
		batch_add_new(&batch, ENTITY_offer, room->workshop.text, &env_system, &fresh);
		batch_set_text(&batch, FIELD_offer_table, room->table.text);
	}
	if (text)
		batch_set_text(&batch, FIELD_offer_text, text);
	else
		batch_set_number(&batch, FIELD_gone, 1);
	assert_int_equal(store_append(store, &batch, &fault), ST_OK);
	batch_done(&batch);
}

static void write_text(struct store *store, const struct room *room, const char *id, const char *text)
{
	write_knowing(store, room, id, text, 0, false);
}

static struct workbook read_book(struct store *store, const struct room *room)
{
	struct workbook book = { 0 };
	struct fault fault = { "" };

	assert_int_equal(store_load(store, room->workshop.text, store_reach_all, &book, &fault), ST_OK);
	return book;
}

static struct merge_result merge(struct store *store, const char *path)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	if (store_merge(store, path, false, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	return result;
}

static void assert_merged(struct store *store, const char *path, int64_t fresh, int64_t known, int64_t left_out)
{
	struct merge_result result = merge(store, path);

	assert_int_equal(result.facts_new, fresh);
	assert_int_equal(result.facts_known, known);
	assert_int_equal(result.ahead + result.broken, left_out);
	merge_result_done(&result);
}

/* The home file with one offer in it, and a copy of it on another computer. */
struct pair {
	struct store *home, *away;
	struct room room;
	char offer[ID_LEN + 1];
};

static struct pair open_pair(void)
{
	struct pair pair = { .home = fixture_open(fixture_db(), STORE_WRITE) };
	struct fault fault = { "" };

	pair.room = fixture_room(pair.home);
	write_text(pair.home, &pair.room, NULL, "朝の散歩");
	struct workbook book = read_book(pair.home, &pair.room);
	memcpy(pair.offer, book.offers.at[0].id, sizeof pair.offer);
	workbook_done(&book);
	assert_int_equal(store_backup(pair.home, fixture_path("away.db"), &fault), ST_OK);
	move_to("away");
	pair.away = fixture_open(fixture_path("away.db"), STORE_WRITE);
	return pair;
}

static void close_pair(struct pair *pair)
{
	fixture_assert_sound(pair->home);
	store_close(pair->away);
	store_close(pair->home);
}

static void what_was_written_elsewhere_comes_home_once(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	write_text(pair.away, &pair.room, NULL, "猫の缶詰");
	write_text(pair.home, &pair.room, NULL, "回覧板を手渡す");
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	assert_merged(pair.home, fixture_path("away.db"), 0, 4, 0);
	struct workbook book = read_book(pair.home, &pair.room);
	assert_int_equal(book.offers.len, 3);
	workbook_done(&book);
	close_pair(&pair);
}

static void letters_that_a_body_spells_otherwise_come_home(void **state)
{
	static const char text[] = "\"猫\"\\n の\n\t/缶詰\\";
	struct pair pair = open_pair();
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id note;

	(void)state;
	batch_add_new(&batch, ENTITY_note, pair.room.workshop.text, &env_system, &note);
	batch_set_text(&batch, FIELD_note_text, text);
	assert_int_equal(store_append(pair.away, &batch, &fault), ST_OK);
	batch_done(&batch);
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	struct workbook book = read_book(pair.home, &pair.room);
	assert_string_equal(book.notes.at[0].text, text);
	workbook_done(&book);
	close_pair(&pair);
}

static void what_is_written_after_a_merge_comes_after_what_came(void **state)
{
	struct pair pair = open_pair();
	struct env env = env_system;
	struct fault fault = { "" };
	int64_t skew_ms = 20 * 60 * 60 * 1000;

	(void)state;
	store_close(pair.away);
	env.now = skewed;
	env.ctx = &skew_ms;
	assert_int_equal(store_open(fixture_path("away.db"), STORE_WRITE, &env, &pair.away, &fault), ST_OK);
	write_text(pair.away, &pair.room, pair.offer, "夕方の散歩");
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	write_text(pair.home, &pair.room, pair.offer, "昼の散歩");
	struct workbook book = read_book(pair.home, &pair.room);
	assert_string_equal(book.offers.at[0].text, "昼の散歩");
	workbook_done(&book);
	close_pair(&pair);
}

static void assert_shows(struct store *store, const struct room *room, const char *text)
{
	struct workbook book = read_book(store, room);

	assert_string_equal(book.offers.at[0].text, text);
	workbook_done(&book);
}

/* Which is the later may depend on the node where both were written in one millisecond; but it is one for all. */
static void both_versions_of_what_both_changed_are_told(void **state)
{
	static const char ours[] = "毎朝の散歩", theirs[] = "犬の散歩";
	struct pair pair = open_pair();

	(void)state;
	write_text(pair.home, &pair.room, pair.offer, ours);
	write_text(pair.away, &pair.room, pair.offer, theirs);
	struct merge_result at_home = merge(pair.home, fixture_path("away.db"));
	assert_int_equal(at_home.conflicts_len, 1);
	const struct merge_conflict *conflict = &at_home.conflicts[0];
	assert_string_equal(conflict->kept, conflict->kept_is_theirs ? theirs : ours);
	assert_string_equal(conflict->other, conflict->kept_is_theirs ? ours : theirs);
	assert_shows(pair.home, &pair.room, conflict->kept);
	assert_merged(pair.away, fixture_db(), 1, 4, 0);
	assert_shows(pair.away, &pair.room, conflict->kept);
	merge_result_done(&at_home);
	close_pair(&pair);
}

/* The offer answers a need that is new here. */
static void write_need(struct store *store, const struct pair *pair, const char *text)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id need;

	batch_add_new(&batch, ENTITY_need, pair->room.workshop.text, &env_system, &need);
	batch_set_text(&batch, FIELD_need_text, text);
	batch_add(&batch, ENTITY_offer, pair->room.workshop.text, pair->offer);
	batch_set_text(&batch, FIELD_offer_need, need.text);
	assert_int_equal(store_append(store, &batch, &fault), ST_OK);
	batch_done(&batch);
}

static void what_both_changed_is_told_by_what_people_call_it_and_never_by_an_id(void **state)
{
	static const char ours[] = "送り迎え", theirs[] = "話し相手";
	struct pair pair = open_pair();

	(void)state;
	write_text(pair.home, &pair.room, pair.offer, "毎朝の散歩");
	write_need(pair.home, &pair, ours);
	write_need(pair.away, &pair, theirs);
	struct merge_result at_home = merge(pair.home, fixture_path("away.db"));
	assert_int_equal(at_home.conflicts_len, 1);
	const struct merge_conflict *conflict = &at_home.conflicts[0];
	assert_string_equal(conflict->name, "毎朝の散歩");
	assert_string_equal(conflict->kept, conflict->kept_is_theirs ? theirs : ours);
	assert_string_equal(conflict->other, conflict->kept_is_theirs ? ours : theirs);
	merge_result_done(&at_home);
	close_pair(&pair);
}

static void a_line_deleted_here_and_changed_there_stays_deleted_with_its_change(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	write_text(pair.home, &pair.room, pair.offer, NULL);
	write_text(pair.away, &pair.room, pair.offer, "犬の散歩");
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	struct workbook book = read_book(pair.home, &pair.room);
	assert_int_equal(book.offers.len, 0);
	workbook_done(&book);
	struct batch batch = { 0 };
	struct fault fault = { "" };
	batch_add(&batch, ENTITY_offer, pair.room.workshop.text, pair.offer);
	batch_set_number(&batch, FIELD_gone, 0);
	assert_int_equal(store_append(pair.home, &batch, &fault), ST_OK);
	batch_done(&batch);
	book = read_book(pair.home, &pair.room);
	assert_string_equal(book.offers.at[0].text, "犬の散歩");
	workbook_done(&book);
	close_pair(&pair);
}

/* --- any order ---------------------------------------------------------------------------------------------------------- */

static void open_replica(struct replica *replica, struct store *first, int index, bool cloned)
{
	char name[16];
	struct fault fault = { "" };

	snprintf(name, sizeof name, "r%d.db", index);
	replica->path = strdup(fixture_path(name));
	assert_int_equal(store_backup(first, replica->path, &fault), ST_OK);
	replica->env = env_system;
	replica->env.now = skewed;
	replica->env.ctx = &replica->skew_ms;
	/* Cloned: two of them have one node's id, as copies of one laptop would. */
	snprintf(replica->computer, sizeof replica->computer, "node%d", cloned ? index / 2 : index);
	move_to(replica->computer);
	if (store_open(replica->path, STORE_WRITE, &replica->env, &replica->store, &fault) != ST_OK)
		fail_msg("%s", fault.text);
}

/* Everything the file holds, one line a thing: what is equal here is equal. */
static char *digest(const char *path)
{
	static const char *const sums[] = {
		"SELECT group_concat(line, char(10)) FROM (SELECT hex(stamp) || workshop || entity || kind || body || hash AS line"
		" FROM fact ORDER BY entity, stamp, hash)",
		"SELECT coalesce(group_concat(line, char(10)), '')"
		" FROM (SELECT id || \"table\" || pos || text || gone || hex(born) AS line"
		" FROM offer ORDER BY id)",
		"SELECT coalesce(group_concat(line, char(10)), '') FROM (SELECT entity || workshop || fields AS line FROM contest"
		" ORDER BY entity)",
	};
	struct buf all = { 0 };
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	for (size_t i = 0; i < COUNT(sums); i++) {
		sqlite3_stmt *stmt = NULL;
		assert_int_equal(sqlite3_prepare_v2(db, sums[i], -1, &stmt, NULL), SQLITE_OK);
		assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
		buf_add_text(&all, (const char *)sqlite3_column_text(stmt, 0));
		sqlite3_finalize(stmt);
	}
	sqlite3_close(db);
	return buf_steal(&all);
}

/* Some write what they had begun before they saw the last of it, some choose. */
static void write_something(struct dice *dice, struct replica *replica, const struct room *room)
{
	move_to(replica->computer); /* which is asked for at the first writing, or the first reading of two versions */
	struct workbook book = read_book(replica->store, room);
	size_t len = book.offers.len;
	const char *id = len && dice_below(dice, 3) ? book.offers.at[dice_below(dice, len)].id : NULL;
	char text[40];

	int64_t seen = dice_below(dice, 3) ? 0 : 1 + (int64_t)dice_below(dice, (size_t)book.seen);

	snprintf(text, sizeof text, "できること%zu", dice_below(dice, 5));
	write_knowing(replica->store, room, id, id && dice_below(dice, 6) == 0 ? NULL : text, seen, dice_below(dice, 5) == 0);
	workbook_done(&book);
}

/* As a database or as a document, which is all the same. */
static void take_from(struct dice *dice, const struct room *room, struct replica *one, const struct replica *other)
{
	const char *path = other->path;

	if (dice_below(dice, 2)) {
		path = fixture_path("export.json");
		fixture_document(other->store, room, path);
	}
	struct merge_result result = merge(one->store, path);
	assert_int_equal(result.ahead + result.broken, 0);
	merge_result_done(&result);
}

/* Whoever knows all is the same as everybody else who does. */
static void meet(struct dice *dice, const struct room *room, struct replica *replicas, size_t len)
{
	struct replica *hub = &replicas[dice_below(dice, len)];

	for (size_t i = 0; i < len; i++)
		if (&replicas[i] != hub)
			take_from(dice, room, hub, &replicas[i]);
	for (size_t i = 0; i < len; i++)
		if (&replicas[i] != hub)
			take_from(dice, room, &replicas[i], hub);
}

static int64_t count_facts(const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM fact", -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	int64_t count = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return count;
}

/* Writing and taking in, in any order; every file is sound, all hold the same, and all that was written. */
static void exchange(struct dice *dice)
{
	struct replica replicas[REPLICAS_MAX] = { 0 };
	size_t len = 2 + dice_below(dice, REPLICAS_MAX - 1), steps = dice_below(dice, STEPS_MAX);
	struct store *first = fixture_open(fixture_path("first.db"), STORE_WRITE);
	struct room room = fixture_room(first);
	int64_t facts = count_facts(fixture_path("first.db"));
	bool cloned = dice_below(dice, 2);

	for (size_t i = 0; i < len; i++) {
		replicas[i].skew_ms = (int64_t)dice_below(dice, 7200000) - 3600000;
		open_replica(&replicas[i], first, (int)i, cloned);
	}
	for (size_t i = 0; i < steps; i++) {
		struct replica *one = &replicas[dice_below(dice, len)], *other = &replicas[dice_below(dice, len)];
		if (one != other && dice_below(dice, 3) == 0) {
			take_from(dice, &room, one, other);
			continue;
		}
		write_something(dice, one, &room);
		facts++;
	}
	meet(dice, &room, replicas, len);
	char *wanted = digest(replicas[0].path);
	for (size_t i = 0; i < len; i++) {
		char *got = digest(replicas[i].path);
		assert_string_equal(got, wanted);
		/* Clones may say the same of the same row with one stamp: that is one fact. */
		if (!cloned)
			assert_int_equal(count_facts(replicas[i].path), facts);
		free(got);
		fixture_assert_sound(replicas[i].store);
		store_close(replicas[i].store);
		unlink(replicas[i].path);
		free((char *)replicas[i].path);
	}
	free(wanted);
	store_close(first);
	unlink(fixture_path("first.db"));
}

/* YORIAI_GRAPHS=10000 for the full property; TMPDIR in memory makes that minutes. A failed graph has a seed of its own. */
static void every_order_of_exchanges_ends_in_one_file(void **state)
{
	struct dice seeds = dice_take("exchanges");
	long graphs = fixture_number("YORIAI_GRAPHS", 20);

	(void)state;
	for (long i = 0; i < graphs; i++) {
		struct dice dice = seeds;
		exchange(&dice);
		dice_next(&seeds);
	}
}

/* --- what does not come in ------------------------------------------------------------------------------------------------ */

static int64_t hash_of(const char *text)
{
	uint64_t hash = 14695981039346656037u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	return (int64_t)hash;
}

/* A row of the log as a stranger's tool would write it: a stamp of today if `stamp` is NULL. */
static void forge(const struct room *room, const char *stamp, const char *workshop, const char *entity, const char *kind,
		  const char *body, bool right_hash, int erased)
{
	char *sql = sqlite3_mprintf("INSERT INTO fact (stamp, workshop, entity, kind, body, hash, erased)"
				    " VALUES (%s, '%q', '%q', '%q', '%q', %lld, %d)",
				    stamp ? stamp : "(SELECT value FROM meta WHERE key = 'stamp')",
				    workshop ? workshop : room->workshop.text, entity, kind, body,
				    (long long)hash_of(body) + !right_hash, erased);

	fixture_raw(fixture_path("away.db"), sql);
	sqlite3_free(sql);
}

static void what_yoriai_would_not_write_is_left_out(void **state)
{
	static const struct {
		const char *stamp, *workshop, *entity, *kind, *body;
		bool wrong_hash, erased;
	} cases[] = {
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":1}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"ok\"}", true, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"ok\"}", false, true },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"\033[2J\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"\\u001b[2J\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\\u202eb\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\\u0000b\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":null}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\",\"text\":\"b\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\",\"knew\":\"@\",\"knew\":\"@\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\": \"a\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\nb\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\\/b\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\"}}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\",}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{,\"text\":\"a\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\"{\"by\":\"b\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":\"a\\", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\"", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"gone\":01}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"gone\":-0}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"gone\":1.0}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"gone\": 1}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"gone\":9223372036854775808}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "[\"text\"]", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"text\":", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"password\":\"a\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "offer", "{\"scope\":\"many\"}", false, false },
		{ NULL, NULL, "0123456789abcdef", "sqlite_schema", "{}", false, false },
		{ NULL, NULL, "../../etc/passwd", "offer", "{\"text\":\"a\"}", false, false },
		{ NULL, "not an id", "0123456789abcdef", "offer", "{\"text\":\"a\"}", false, false },
		{ NULL, "", "0123456789abcdef", "offer", "{\"text\":\"b\"}", false, false },
		{ "x'00'", NULL, "0123456789abcdef", "offer", "{\"text\":\"a\"}", false, false },
	};
	struct pair pair = open_pair();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		forge(&pair.room, cases[i].stamp, cases[i].workshop, cases[i].entity, cases[i].kind, cases[i].body,
		      !cases[i].wrong_hash, cases[i].erased);
		char *before = digest(fixture_db());
		assert_merged(pair.home, fixture_path("away.db"), 0, 3, (int64_t)i + 1);
		char *after = digest(fixture_db());
		assert_string_equal(before, after);
		free(before);
		free(after);
	}
	/* A row that is somebody else's: of another kind, of another workshop. */
	forge(&pair.room, NULL, NULL, pair.offer, "note", "{\"text\":\"a\"}", true, 0);
	forge(&pair.room, NULL, "zzzzzzzzzzzzzzzz", pair.offer, "offer", "{\"text\":\"b\"}", true, 0);
	assert_merged(pair.home, fixture_path("away.db"), 0, 3, COUNT(cases) + 2);
	close_pair(&pair);
}

static void a_clock_that_is_wrong_by_days_is_seen(void **state)
{
	struct pair pair = open_pair();
	struct env env = env_system;
	struct fault fault = { "" };
	int64_t skew_ms = 3 * (int64_t)DAY_MS;

	(void)state;
	store_close(pair.away);
	env.now = skewed;
	env.ctx = &skew_ms;
	assert_int_equal(store_open(fixture_path("away.db"), STORE_WRITE, &env, &pair.away, &fault), ST_OK);
	write_text(pair.away, &pair.room, NULL, "あさっての散歩");
	struct merge_result result = merge(pair.home, fixture_path("away.db"));
	assert_int_equal(result.ahead, 1);
	assert_int_equal(result.facts_new, 0);
	merge_result_done(&result);
	close_pair(&pair);
}

/* It stays in the other file: nothing is lost by leaving it out. */
static void what_was_left_out_comes_in_when_its_day_has_come(void **state)
{
	struct pair pair = open_pair();
	struct env env = env_system;
	struct fault fault = { "" };
	int64_t skew_ms = 3 * (int64_t)DAY_MS, later_ms = skew_ms - DAY_MS / 2;

	(void)state;
	store_close(pair.away);
	env.now = skewed;
	env.ctx = &skew_ms;
	assert_int_equal(store_open(fixture_path("away.db"), STORE_WRITE, &env, &pair.away, &fault), ST_OK);
	write_text(pair.away, &pair.room, pair.offer, "あさっての散歩");
	assert_merged(pair.home, fixture_path("away.db"), 0, 3, 1);
	store_close(pair.home);
	env.ctx = &later_ms;
	assert_int_equal(store_open(fixture_db(), STORE_WRITE, &env, &pair.home, &fault), ST_OK);
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	assert_shows(pair.home, &pair.room, "あさっての散歩");
	close_pair(&pair);
}

static void what_is_dated_ahead_comes_in_where_that_is_wanted(void **state)
{
	struct pair pair = open_pair();
	struct env env = env_system;
	struct fault fault = { "" };
	struct merge_result result = { 0 };
	int64_t skew_ms = 3 * (int64_t)DAY_MS;

	(void)state;
	store_close(pair.away);
	env.now = skewed;
	env.ctx = &skew_ms;
	assert_int_equal(store_open(fixture_path("away.db"), STORE_WRITE, &env, &pair.away, &fault), ST_OK);
	write_text(pair.away, &pair.room, pair.offer, "あさっての散歩");
	assert_int_equal(store_merge(pair.home, fixture_path("away.db"), true, &result, &fault), ST_OK);
	assert_int_equal(result.ahead, 1);
	assert_int_equal(result.facts_new, 1);
	merge_result_done(&result);
	write_text(pair.home, &pair.room, pair.offer, "今日の散歩");
	assert_shows(pair.home, &pair.room, "今日の散歩");
	close_pair(&pair);
}

static void assert_refused(struct store *store, const char *path, const char *part)
{
	struct merge_result result = { 0 };
	struct fault fault = { "" };

	assert_int_not_equal(store_merge(store, path, false, &result, &fault), ST_OK);
	if (!strstr(fault.text, part))
		fail_msg("“%s” does not say “%s”", fault.text, part);
}

static void what_is_no_copy_is_refused_and_left_as_it_is(void **state)
{
	struct pair pair = open_pair();
	size_t len, len_after;

	(void)state;
	fixture_write(fixture_path("text"), "寄り合い", 12);
	fixture_write(fixture_path("empty"), "", 0);
	fixture_raw(fixture_path("other.db"), "CREATE TABLE note (text)");
	fixture_copy(fixture_path("away.db"), fixture_path("newer.db"));
	fixture_raw(fixture_path("newer.db"), "PRAGMA user_version = 9000");
	fixture_copy(fixture_path("away.db"), fixture_path("view.db"));
	fixture_raw(fixture_path("view.db"), "ALTER TABLE fact RENAME TO was; CREATE VIEW fact AS SELECT * FROM was");
	fixture_copy(fixture_path("away.db"), fixture_path("less.db"));
	fixture_raw(fixture_path("less.db"), "DROP INDEX fact_once; ALTER TABLE fact DROP COLUMN erased");
	char *bytes = fixture_bytes(fixture_path("away.db"), &len);
	memset(bytes + 4096 * 3, 0x55, 4096);
	fixture_write(fixture_path("damaged.db"), bytes, len);
	free(bytes);
	assert_refused(pair.home, fixture_path("missing.db"), "missing.db");
	assert_refused(pair.home, fixture_folder(), "");
	assert_refused(pair.home, fixture_db(), "itself");
	assert_refused(pair.home, fixture_path("text"), "not a yoriai database");
	assert_refused(pair.home, fixture_path("empty"), "empty");
	assert_refused(pair.home, fixture_path("other.db"), "another program");
	assert_refused(pair.home, fixture_path("newer.db"), "newer yoriai");
	assert_refused(pair.home, fixture_path("view.db"), "not a yoriai database");
	assert_refused(pair.home, fixture_path("less.db"), "not a yoriai database");
	assert_refused(pair.home, fixture_path("damaged.db"), "damaged");
	char *after = fixture_bytes(fixture_path("text"), &len_after);
	assert_int_equal(len_after, 12);
	free(after);
	close_pair(&pair);
}

static void the_other_file_is_never_written_to(void **state)
{
	struct pair pair = open_pair();
	size_t len, len_after;

	(void)state;
	write_text(pair.away, &pair.room, NULL, "猫の缶詰");
	store_close(pair.away);
	pair.away = NULL;
	char *before = fixture_bytes(fixture_path("away.db"), &len);
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	char *after = fixture_bytes(fixture_path("away.db"), &len_after);
	assert_int_equal(len, len_after);
	assert_memory_equal(before, after, len);
	assert_null(strstr(fixture_names(), "away.db-"));
	free(before);
	free(after);
	close_pair(&pair);
}

static void a_copy_in_use_comes_in_too(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	store_close(pair.away);
	pair.away = fixture_open(fixture_path("away.db"), STORE_LIVE);
	write_text(pair.away, &pair.room, NULL, "猫の缶詰");
	assert_merged(pair.home, fixture_path("away.db"), 1, 3, 0);
	close_pair(&pair);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(what_was_written_elsewhere_comes_home_once),
		IN_A_FOLDER(letters_that_a_body_spells_otherwise_come_home),
		IN_A_FOLDER(what_is_written_after_a_merge_comes_after_what_came),
		IN_A_FOLDER(both_versions_of_what_both_changed_are_told),
		IN_A_FOLDER(what_both_changed_is_told_by_what_people_call_it_and_never_by_an_id),
		IN_A_FOLDER(a_line_deleted_here_and_changed_there_stays_deleted_with_its_change),
		IN_A_FOLDER(every_order_of_exchanges_ends_in_one_file),
		IN_A_FOLDER(what_yoriai_would_not_write_is_left_out),
		IN_A_FOLDER(a_clock_that_is_wrong_by_days_is_seen),
		IN_A_FOLDER(what_was_left_out_comes_in_when_its_day_has_come),
		IN_A_FOLDER(what_is_dated_ahead_comes_in_where_that_is_wanted),
		IN_A_FOLDER(what_is_no_copy_is_refused_and_left_as_it_is),
		IN_A_FOLDER(the_other_file_is_never_written_to),
		IN_A_FOLDER(a_copy_in_use_comes_in_too),
	};

	return cmocka_run_group_tests_name("store merge", tests, NULL, NULL);
}
