/* What an agenda has ready to be said to the room. */
#include "exchange/template.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define AGENDA "# T\n\n## 10 min A [together]\n"

static enum status parse(const char *text, struct template *template, struct fault *fault)
{
	return template_parse(text, strlen(text), template, fault);
}

static void an_agenda_with_messages_is_printed_byte_for_byte(void **state)
{
	static const char *const pages[] = {
		AGENDA "\n## Messages\n\n- Five minutes are left. [1 min]\n- - Tea\n- [3 min]\n",
		"# 会\n\n## 10分 はじめ [全体]\n\n何をするか。\n\n> 話す\n\n## お知らせ\n\n- あと5分です [1分で消える]\n- # 一息\n",
		AGENDA,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct template template = { 0 };
		struct buf page = { 0 };

		assert_int_equal(parse(pages[i], &template, NULL), ST_OK);
		template_print(&template, &page);
		assert_string_equal(buf_text(&page), pages[i]);
		buf_done(&page);
		template_done(&template);
	}
}

static void messages_may_stand_anywhere_and_in_any_hand(void **state)
{
	static const char text[] = "# T\n\nFor all.\n\n## MESSAGES\n* one\n\n・ two\n## 10 min A [together]\n\nRoom.\n\n## messages\n\n-three\n-\n"
				   "## 5 min B\n\nOther.\n";
	struct template template = { 0 };

	(void)state;
	assert_int_equal(parse(text, &template, NULL), ST_OK);
	assert_string_equal(template.messages, "one\ntwo\nthree");
	assert_string_equal(template.purpose, "For all.");
	assert_int_equal(template.len, 2);
	assert_string_equal(template.items[0].room, "Room.");
	assert_string_equal(template.items[1].room, "Other.");
	template_done(&template);
}

static void what_is_no_message_is_told_by_its_line(void **state)
{
	static const struct {
		const char *text, *said;
	} rows[] = {
		{ AGENDA "\n## Messages\n\nPlease change seats.\n", "Line 7: below “## Messages”" },
		{ AGENDA "\n## Messages\n\n> Please\n", "Line 7: " },
		{ AGENDA "\n## Messages\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n- 10\n- 11\n- 12\n- 13\n", "Line 18: an agenda has at most 12" },
		{ "# T\n\n## Messages\n\n- x\n", "There is no step in it" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct template template = { 0 };
		struct fault fault = { "" };

		assert_int_equal(parse(rows[i].text, &template, &fault), ST_INVALID);
		if (!strstr(fault.text, rows[i].said))
			fail_msg("“%s” does not say “%s”", fault.text, rows[i].said);
		assert_null(template.items);
	}
}

static void a_message_too_long_for_the_room_is_refused(void **state)
{
	struct template template = { 0 };
	struct fault fault = { "" };
	struct buf text = { 0 };

	(void)state;
	buf_add_text(&text, AGENDA "\n## Messages\n- ");
	for (int i = 0; i < 800; i++)
		buf_add_text(&text, "長い");
	assert_int_equal(template_parse(text.bytes, text.len, &template, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "too long"));
	buf_done(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_agenda_with_messages_is_printed_byte_for_byte),
		cmocka_unit_test(messages_may_stand_anywhere_and_in_any_hand),
		cmocka_unit_test(what_is_no_message_is_told_by_its_line),
		cmocka_unit_test(a_message_too_long_for_the_room_is_refused),
	};

	return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
