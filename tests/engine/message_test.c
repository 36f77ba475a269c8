#include "engine/message.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void a_line_may_say_when_it_goes(void **state)
{
	static const struct {
		const char *line, *text;
		int64_t life_s;
	} rows[] = {
		{ "お茶をどうぞ", "お茶をどうぞ", 0 },
		{ "あと5分です [3分で消える]", "あと5分です", 180 },
		{ "あと5分です［３分］", "あと5分です", 180 },
		{ "Please change seats. [3 min]", "Please change seats.", 180 },
		{ "Soon [90s] ", "Soon", 90 },
		{ "Soon [1:30]", "Soon", 90 },
		{ "Tea [in the hall] [2 min]", "Tea [in the hall]", 120 },
		{ "Tea [in the hall]", "Tea [in the hall]", 0 },
		{ "Tea [-3]", "Tea [-3]", 0 },
		{ "Tea [0]", "Tea [0]", 0 },
		{ "Tea [3 min", "Tea [3 min", 0 },
		{ "Tea 3 min]", "Tea 3 min]", 0 },
		{ "[3 min]", "[3 min]", 0 },
		{ "]", "]", 0 },
		{ "a [111111111111111111111111111111111111111111111]", "a [111111111111111111111111111111111111111111111]", 0 },
		{ "  ", "", 0 },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct message message = message_of_line(rows[i].line, strlen(rows[i].line), &arena);

		assert_string_equal(message.text, rows[i].text);
		assert_int_equal(message.life_ms, rows[i].life_s * 1000);
	}
	arena_done(&arena);
}

static size_t presets_of(const char *lines, struct arena *arena, const struct message **ret_presets)
{
	struct workshop workshop = { .messages = lines };
	struct workbook book = { .workshops = { .at = &workshop, .len = 1 } };
	size_t len;

	*ret_presets = message_presets(&book, arena, &len);
	return len;
}

static void a_workshop_has_its_own_presets_or_the_usual_ones(void **state)
{
	struct arena arena = { 0 };
	const struct message *presets;

	(void)state;
	assert_int_equal(presets_of("お茶をどうぞ\n\nあと5分です [1分]\n", &arena, &presets), 2);
	assert_string_equal(presets[0].text, "お茶をどうぞ");
	assert_string_equal(presets[1].text, "あと5分です");
	assert_int_equal(presets[1].life_ms, 60000);
	assert_int_equal(presets_of("", &arena, &presets), 3);
	assert_string_equal(presets[0].text, "Five minutes are left.");
	assert_int_equal(presets_of(" \n \n", &arena, &presets), 3);
	assert_int_equal(presets_of("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14", &arena, &presets), MESSAGE_PRESETS_MAX);
	arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_may_say_when_it_goes),
		cmocka_unit_test(a_workshop_has_its_own_presets_or_the_usual_ones),
	};

	return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
