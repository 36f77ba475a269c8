/* The door: whoever says their name is found by the first characters of it. */
#include "engine/door.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const struct person people[] = {
	{ .id = "a", .name = "相沢 千鶴", .kana = "あいざわ ちづる", .affiliation = "くらし相談室" },
	{ .id = "b", .name = "森 花子", .kana = "もり はなこ", .affiliation = "川端三丁目" },
	{ .id = "c", .name = "花森 相子", .kana = "はなもり あいこ", .affiliation = "" },
	{ .id = "d", .name = "Moreau Ann", .kana = "", .affiliation = "森の会" },
	{ .id = "e", .name = "森 春", .kana = "もり　はる", .affiliation = "" },
};

static struct guest guests[COUNT(people)];

/* The ids of those found, in order. */
static void assert_finds(const char *typed, const char *expected)
{
	const struct guests all = { .at = guests, .len = COUNT(people), .is_written = true };
	const struct guest **found;
	struct arena arena = { 0 };
	char ids[COUNT(people) + 1] = "";
	size_t len = door_find(&all, typed, &arena, &found);

	for (size_t i = 0; i < len; i++)
		ids[i] = found[i]->person->id[0];
	arena_done(&arena);
	assert_string_equal(ids, expected);
}

static int set_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(people); i++)
		guests[i] = (struct guest){ .person = &people[i], .said = { .status = REPLY_COMING } };
	return 0;
}

static void who_begins_so_comes_first_whatever_the_kana_and_the_blanks(void **state)
{
	static const struct {
		const char *typed, *expected;
	} cases[] = {
		{ "もり", "bec" },    { "モリ", "bec" },  { "ﾓﾘ", "bec" },        { "もりはな", "b" },
		{ "もり　はな", "b" }, { "はな", "cb" },   { "森", "bec" },       { "あい", "ac" },
		{ "moreau", "d" },    { "ｍｏｒ", "d" },  { "ann", "d" },          { "相談", "" },
		{ "いざわ", "a" },    { "誰か", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_finds(cases[i].typed, cases[i].expected);
}

static void who_is_still_awaited_comes_before_who_is_here(void **state)
{
	(void)state;
	assert_finds("", "abcde");
	guests[1].said.presence = PRESENCE_CAME;
	assert_finds("", "acdeb");
	assert_finds("もり", "ebc");
	guests[2].said.status = REPLY_ASKED;
	assert_finds("", "adecb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(who_begins_so_comes_first_whatever_the_kana_and_the_blanks, set_up),
		cmocka_unit_test_setup(who_is_still_awaited_comes_before_who_is_here, set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
