#include "engine/reading.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int64_t minutes_of(const char *part, int times)
{
	struct buf text = { 0 };

	for (int i = 0; i < times; i++)
		buf_add_text(&text, part);
	int64_t ms = reading_ms(buf_text(&text), text.len);
	buf_done(&text);
	return (ms + 30000) / 60000;
}

static void japanese_is_read_by_the_character_and_english_by_the_word(void **state)
{
	static const struct {
		const char *part;
		int times;
		int64_t minutes;
	} rows[] = {
		{ "川", READING_CHARACTERS_A_MINUTE * 3, 3 },
		{ "川　\n", READING_CHARACTERS_A_MINUTE * 3, 3 },
		{ "word ", READING_WORDS_A_MINUTE * 4, 4 },
		{ "Don’t\n\n", READING_WORDS_A_MINUTE * 4, 4 },
		{ "老いたkettleの", READING_CHARACTERS_A_MINUTE, 6 },
		{ " \n　", 5000, 0 },
		{ "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(minutes_of(rows[i].part, rows[i].times), rows[i].minutes);
}

static void what_is_left_and_what_was_read_are_the_whole(void **state)
{
	static const char text[] = "古い家に、カズさんは母のハルさんと暮らしている。\n昼は雨戸を閉め、夜中に一度だけ出る。\n";

	(void)state;
	for (size_t at = 0; at <= strlen(text); at += strcspn(text + at, "\n") + 1) {
		int64_t parts_ms = reading_ms(text, at) + reading_ms(text + at, strlen(text + at));
		assert_in_range(reading_ms(text, strlen(text)) - parts_ms, 0, 1);
	}
}

static void only_case_and_letter_are_read_aloud(void **state)
{
	struct case_story story = { .title = "家", .body = "むかし" };
	struct letter letter = { .sender = "カズ", .body = "まって" };
	const struct workbook book = { .case_stories = { .at = &story, .len = 1 }, .letters = { .at = &letter, .len = 1 } }, none = { 0 };
	const char *heading = "";

	(void)state;
	for (unsigned kind = 0; kind < codes_item_kind.len; kind++) {
		const struct item item = { .kind = (enum item_kind)kind, .block = "" };
		const char *text = reading_text(&book, &item, &heading);

		if (kind == ITEM_KIND_CASE)
			assert_string_equal(text, "むかし");
		else if (kind == ITEM_KIND_LETTER)
			assert_string_equal(text, "まって");
		else
			assert_null(text);
		assert_null(reading_text(&none, &item, &heading));
	}
	assert_string_equal(heading, "カズ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(japanese_is_read_by_the_character_and_english_by_the_word),
		cmocka_unit_test(what_is_left_and_what_was_read_are_the_whole),
		cmocka_unit_test(only_case_and_letter_are_read_aloud),
	};

	return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
