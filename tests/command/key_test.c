#include "command/key.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct key parsed(const char *name)
{
	struct key key;

	if (!key_parse(name, strlen(name), &key))
		fail_msg("“%s” is no key", name);
	return key;
}

static void assert_round_trip(struct key key)
{
	char name[KEY_NAME_LEN];

	key_print(key, name);
	if (!key_equal(parsed(name), key))
		fail_msg("“%s” is read as another key", name);
}

static void keys_are_written_as_people_say_them(void **state)
{
	static const struct {
		const char *name;
		struct key key;
	} rows[] = {
		{ "n", { .code = KEYCODE_CHAR, .point = 'n' } },
		{ "N", { .code = KEYCODE_CHAR, .point = 'N' } },
		{ "?", { .code = KEYCODE_CHAR, .point = '?' } },
		{ "-", { .code = KEYCODE_CHAR, .point = '-' } },
		{ "あ", { .code = KEYCODE_CHAR, .point = 0x3042 } },
		{ "Space", { .code = KEYCODE_CHAR, .point = ' ' } },
		{ "Ctrl-Space", { .code = KEYCODE_CHAR, .point = ' ', .ctrl = true } },
		{ "Ctrl-S", { .code = KEYCODE_CHAR, .point = 's', .ctrl = true } },
		{ "Ctrl--", { .code = KEYCODE_CHAR, .point = '-', .ctrl = true } },
		{ "Alt-K", { .code = KEYCODE_CHAR, .point = 'K', .alt = true } },
		{ "Enter", { .code = KEYCODE_ENTER } },
		{ "Shift-Tab", { .code = KEYCODE_BACKTAB } },
		{ "F1", { .code = KEYCODE_F1 } },
		{ "F12", { .code = KEYCODE_F12 } },
		{ "Shift-Left", { .code = KEYCODE_LEFT, .shift = true } },
		{ "Alt-Up", { .code = KEYCODE_UP, .alt = true } },
		{ "Ctrl-Alt-Shift-Backspace", { .code = KEYCODE_BACKSPACE, .ctrl = true, .alt = true, .shift = true } },
		{ "U+001B", { .code = KEYCODE_CHAR, .point = 0x1B } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char name[KEY_NAME_LEN];
		key_print(rows[i].key, name);
		assert_string_equal(name, rows[i].name);
		assert_true(key_equal(parsed(rows[i].name), rows[i].key));
	}
	assert_true(key_equal(parsed("Ctrl-s"), parsed("Ctrl-S")));
	assert_true(key_equal(parsed("Shift-Ctrl-Up"), parsed("Ctrl-Shift-Up")));
	assert_false(key_equal(parsed("Alt-k"), parsed("Alt-K")));
}

static void what_names_no_key_is_refused(void **state)
{
	static const char *const names[] = {
		"", " ", "nn", "Ctrl-", "Alt-Ctrl-", "Ctrl-Ctrl-S", "Shift-a", "enter", "F13", "F0", "None", "\x1B", "\xE3\x81",
		"U+110000", "U+12", "U+zzzz", "Space ", "かな", "U+000000000041",
	};
	struct key key = { .code = KEYCODE_F1 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		if (key_parse(names[i], strlen(names[i]), &key))
			fail_msg("“%s” was taken for a key", names[i]);
		assert_int_equal(key.code, KEYCODE_F1);
	}
}

/* But Shift with Tab, which is BACKTAB. */
static void every_named_key_round_trips_with_every_modifier(void **state)
{
	(void)state;
	for (enum keycode code = KEYCODE_ENTER; code < KEYCODE_COUNT; code++)
		for (int with = 0; with < (code == KEYCODE_TAB || code == KEYCODE_BACKTAB ? 4 : 8); with++)
			assert_round_trip((struct key){
				.code = code, .ctrl = with & 1, .alt = (with & 2) != 0, .shift = (with & 4) != 0 });
}

/* A key as the terminal may send it: any scalar value; letters with Ctrl are small ones. */
static struct key random_key(struct dice *dice)
{
	struct key key = { .code = KEYCODE_CHAR, .ctrl = dice_below(dice, 2), .alt = dice_below(dice, 2) };

	do {
		key.point = (uint32_t)dice_below(dice, dice_below(dice, 2) ? 0x250 : 0x110000);
	} while (key.point >= 0xD800 && key.point <= 0xDFFF);
	if (key.ctrl && key.point >= 'A' && key.point <= 'Z')
		key.point += 'a' - 'A';
	return key;
}

static void every_character_round_trips(void **state)
{
	struct dice dice = dice_take("every_character_round_trips");

	(void)state;
	for (int i = 0; i < 100000; i++)
		assert_round_trip(random_key(&dice));
}

static void full_width_keys_mean_their_narrow_ones(void **state)
{
	static const struct {
		const char *wide, *narrow;
	} rows[] = {
		{ "ｎ", "n" }, { "Ｎ", "N" }, { "？", "?" }, { "１", "1" }, { "～", "~" }, { "　", "Space" }, { "ー", "-" },
		{ "「", "[" }, { "」", "]" }, { "。", "." }, { "、", "," }, { "・", "/" }, { "＋", "+" },     { "：", ":" },
		{ "あ", "あ" }, { "n", "n" },  { "Enter", "Enter" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(key_equal(key_narrow(parsed(rows[i].wide)), parsed(rows[i].narrow)));
}

static void a_kana_alone_means_the_key_it_was_made_with(void **state)
{
	static const char *const rows[][2] = {
		{ "あ", "a" }, { "い", "i" }, { "う", "u" }, { "え", "e" }, { "お", "o" }, { "ん", "n" },
		{ "か", "か" }, { "ア", "ア" }, { "a", "a" }, { "Enter", "Enter" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(key_equal(key_of_kana(parsed(rows[i][0])), parsed(rows[i][1])));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_written_as_people_say_them),
		cmocka_unit_test(what_names_no_key_is_refused),
		cmocka_unit_test(every_named_key_round_trips_with_every_modifier),
		cmocka_unit_test(every_character_round_trips),
		cmocka_unit_test(full_width_keys_mean_their_narrow_ones),
		cmocka_unit_test(a_kana_alone_means_the_key_it_was_made_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
