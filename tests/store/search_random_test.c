/* Whatever is written, changed and taken back, and however far the index has come: a search finds exactly what a look at
 * every row finds. */
#include "fixture.h"

#include "base/buf.h"
#include "index.h"
#include "store/search.h"
#include "text/fold.h"
#include "text/text.h"

#include <inttypes.h>

enum { WORLDS = 4, DEEDS = 400, QUERIES = 40, ROWS_MAX = 200, PIECES_MAX = 12 };

/* Few enough that what is asked for is there; some fold to the same, and some need their neighbours for it. */
static const char *const pieces[] = {
	"あ", "い", "ア", "ｱ", "か", "が", "ガ", "か\u3099", "子", "ども", "食", "堂", "高", "髙", "A", "ａ", "b", "1", "①",
	" ", "　", "\n", "、", "の", "の", "を", "\"", "*", "ー", "-", "－", "👨‍👩‍👧", "𠮷", "é", "e\u0301", "ß", "\u200b", "ﾞ",
};

static uint64_t seed;

static uint32_t draw(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16) % below;
}

static void begin_seed(uint64_t world)
{
	const char *wanted = getenv("YORIAI_SEED");

	seed = wanted ? strtoull(wanted, NULL, 10) : (uint64_t)fixture_now_us() * 2 + 1 + world;
	seed += !seed;
	fprintf(stderr, "YORIAI_SEED=%" PRIu64 "\n", seed);
}

static void make_text(struct buf *text, uint32_t most)
{
	buf_clear(text);
	for (uint32_t len = 1 + draw(most); len > 0; len--)
		buf_add_text(text, pieces[draw(COUNT(pieces))]);
}

struct world {
	struct store *store;
	struct room room;
	struct id rows[ROWS_MAX];
	size_t len;
};

static void append(struct world *world, struct batch *batch)
{
	struct fault fault = { "" };

	if (store_append(world->store, batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	batch_done(batch);
}

static void say_something(struct world *world, struct batch *batch)
{
	struct buf text = { 0 }, clean = { 0 };
	bool is_by = draw(4) == 0;

	make_text(&text, PIECES_MAX);
	text_clean(&clean, buf_text(&text), text.len, !is_by);
	batch_set_text(batch, is_by ? FIELD_offer_by : FIELD_offer_text, buf_text(&clean));
	buf_done(&text);
	buf_done(&clean);
	append(world, batch);
}

static void add_row(struct world *world)
{
	struct batch batch = { 0 };

	if (world->len == ROWS_MAX)
		return;
	batch_add_new(&batch, ENTITY_offer, world->room.workshop.text, &env_system, &world->rows[world->len++]);
	batch_set_text(&batch, FIELD_offer_table, world->room.table.text);
	say_something(world, &batch);
}

static void change_row(struct world *world, bool remove)
{
	struct batch batch = { 0 };

	if (!world->len)
		return;
	batch_add(&batch, ENTITY_offer, world->room.workshop.text, world->rows[draw((uint32_t)world->len)].text);
	if (!remove) {
		say_something(world, &batch);
		return;
	}
	batch_set_number(&batch, FIELD_gone, draw(2));
	append(world, &batch);
}

static void do_something(struct world *world)
{
	uint32_t chance = draw(100);

	if (chance < 60)
		add_row(world);
	else if (chance < 85)
		change_row(world, false);
	else if (chance < 93)
		change_row(world, true);
	else if (index_is_behind(world->store))
		assert_int_equal(index_catch_up(world->store, NULL), ST_OK);
}

/* --- the same, found by looking at every row ------------------------------------------------------------------------------- */

static bool holds_all(const struct offer *offer, const char *query)
{
	struct buf folded = { 0 };
	char *rest;
	size_t words = 0;
	bool holds = true;

	text_fold(&folded, query, strlen(query));
	buf_add_text(&folded, " "); /* so that there are bytes */
	for (char *word = strtok_r(folded.bytes, " \n\t", &rest); word; word = strtok_r(NULL, " \n\t", &rest), words++)
		holds = holds && (text_holds(offer->text, word) || text_holds(offer->by, word));
	buf_done(&folded);
	return holds && words;
}

static bool is_hit(const struct search *search, const char *id)
{
	for (size_t i = 0; i < search->len; i++)
		if (strcmp(search->hits[i].id, id) == 0)
			return true;
	return false;
}

static void assert_same(const struct world *world, const struct workbook *book, const char *query)
{
	const struct search_scope scope = { .shelves = 1u << SHELF_OFFERS, .reach = REACH_PRIVATE };
	int64_t budget_ms = draw(2) ? -1 : 0;
	struct search search;
	size_t wanted = 0;

	search_begin(&search, world->store, query, &scope);
	while (!search.done)
		assert_int_equal(search_go_on(&search, budget_ms, NULL), ST_OK);
	for (size_t i = 0; i < book->offers.len; i++) {
		bool holds = holds_all(&book->offers.at[i], query);
		wanted += holds;
		if (holds != is_hit(&search, book->offers.at[i].id))
			fail_msg("“%s” is %sin “%s” “%s”", query, holds ? "" : "not ", book->offers.at[i].text,
				 book->offers.at[i].by);
	}
	assert_int_equal(search.len, wanted);
	search_end(&search);
}

/* With a limit the newest are found, and that there are more. */
static void assert_newest(const struct world *world, const char *query)
{
	const struct search_scope all = { .shelves = 1u << SHELF_OFFERS, .reach = REACH_PRIVATE };
	struct search_scope some = all;
	struct search search, limited;

	some.limit = 1 + draw(8);
	search_begin(&search, world->store, query, &all);
	search_begin(&limited, world->store, query, &some);
	while (!search.done)
		assert_int_equal(search_go_on(&search, -1, NULL), ST_OK);
	while (!limited.done)
		assert_int_equal(search_go_on(&limited, 0, NULL), ST_OK);
	assert_int_equal(limited.len, search.len < some.limit ? search.len : some.limit);
	assert_int_equal(limited.more, search.len > some.limit);
	for (size_t i = 0; i < limited.len; i++)
		assert_string_equal(limited.hits[i].id, search.hits[i].id);
	search_end(&search);
	search_end(&limited);
}

static void ask_everything(const struct world *world)
{
	struct workbook book = { 0 };
	struct buf query = { 0 };

	assert_int_equal(store_load(world->store, world->room.workshop.text, store_reach_all, &book, NULL), ST_OK);
	for (int i = 0; i < QUERIES; i++) {
		make_text(&query, 5);
		assert_same(world, &book, buf_text(&query));
		assert_newest(world, buf_text(&query));
	}
	buf_done(&query);
	workbook_done(&book);
}

static void a_search_finds_what_a_look_at_every_row_finds(void **state)
{
	(void)state;
	for (uint64_t i = 0; i < WORLDS; i++) {
		begin_seed(i);
		struct world world = { .store = fixture_open(fixture_db(), STORE_LIVE) };
		world.room = fixture_room(world.store);
		for (int deed = 1; deed <= DEEDS; deed++) {
			do_something(&world);
			if (deed % 100 == 0)
				ask_everything(&world);
		}
		while (index_is_behind(world.store))
			assert_int_equal(index_catch_up(world.store, NULL), ST_OK);
		ask_everything(&world);
		fixture_assert_sound(world.store);
		store_close(world.store);
		remove(fixture_db());
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_search_finds_what_a_look_at_every_row_finds, fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
