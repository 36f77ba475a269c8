/* A row is found by its key exactly where it holds the words (text_holds_words), in any stretch of the list. */
#include "text/fold.h"
#include "text/keylist.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static void words_are_found_in_the_first_row_that_holds_them_all(void **state)
{
	static const char *const texts[] = { "ﾈｺの見守り", "", "犬　猫", "髙橋\nさん", "高橋 ネコ" };
	static const struct {
		const char *words;
		size_t from, found;
	} rows[] = {
		{ "ねこ", 0, 0 }, { "ねこ", 1, 4 }, { "猫 犬", 0, 2 }, { "高橋 ねこ", 0, 4 }, { "高橋さん", 0, 5 }, { "り犬", 0, 5 },
		{ "", 0, 0 }, { " ", 3, 3 }, { "とても長くてどの行にもない言葉", 0, 5 }, { "ねこ", 5, 5 }, { "\n", 0, 3 },
	};
	struct keylist list = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		keylist_add(&list, texts[i], strlen(texts[i]));
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(keylist_find(&list, rows[i].from, list.len, rows[i].words), rows[i].found);
	assert_int_equal(keylist_find(&list, 1, 4, "ねこ"), 4);
	keylist_done(&list);
}

static void an_empty_list_holds_nothing(void **state)
{
	struct keylist list = { 0 };

	(void)state;
	assert_int_equal(keylist_find(&list, 0, 0, "ねこ"), 0);
	keylist_done(&list);
}

static void draw_text(char *text, size_t most)
{
	static const char *const parts[] = { "あ", "ア", "ｱ", "い", " ", "　", "a", "Ａ", "髙", "高", "\n", "", "猫", "\xff" };

	*text = '\0';
	for (size_t i = (size_t)rand() % (most + 1); i > 0; i--)
		strcat(text, parts[(size_t)rand() % COUNT(parts)]);
}

static void any_words_are_found_where_a_look_at_each_row_finds_them(void **state)
{
	enum { ROUNDS = 300, ROWS = 40, CHARS = 12 };
	const char *seed = getenv("YORIAI_SEED");
	unsigned chance = seed ? (unsigned)strtoul(seed, NULL, 10) : (unsigned)time(NULL);

	(void)state;
	printf("YORIAI_SEED=%u\n", chance);
	srand(chance);
	for (int round = 0; round < ROUNDS; round++) {
		static char texts[ROWS][CHARS * 4 + 1], typed[CHARS * 4 + 1];
		struct keylist list = { 0 };
		struct buf words = { 0 };
		size_t from = (size_t)rand() % ROWS, to = from + (size_t)rand() % (ROWS - from + 1), wanted = from;
		for (size_t i = 0; i < ROWS; i++) {
			draw_text(texts[i], CHARS);
			keylist_add(&list, texts[i], strlen(texts[i]));
		}
		draw_text(typed, 4);
		text_fold(&words, typed, strlen(typed));
		while (wanted < to && !text_holds_words(texts[wanted], buf_text(&words)))
			wanted++;
		assert_int_equal(keylist_find(&list, from, to, buf_text(&words)), wanted);
		buf_done(&words);
		keylist_done(&list);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_found_in_the_first_row_that_holds_them_all),
		cmocka_unit_test(an_empty_list_holds_nothing),
		cmocka_unit_test(any_words_are_found_where_a_look_at_each_row_finds_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
