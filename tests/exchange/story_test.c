#include "exchange/story.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void a_first_heading_is_the_title_and_all_else_the_body(void **state)
{
	(void)state;
	static const struct {
		const char *text, *title, *body;
		enum case_kind kind;
	} rows[] = {
		{ "# ラジオの家\n\n一。\n二。\n", "ラジオの家", "一。\n二。", CASE_KIND_FICTIONAL },
		{ "\n＃ ラジオの家 [架空]\n一。", "ラジオの家", "一。", CASE_KIND_FICTIONAL },
		{ "# A case [real]\r\n\r\nOne.\r\n", "A case", "One.", CASE_KIND_REAL },
		{ "# A case ［匿名］\nOne.", "A case", "One.", CASE_KIND_ANONYMISED },
		{ "# A [old] case\nOne.", "A [old] case", "One.", CASE_KIND_FICTIONAL },
		{ "# A case]\nOne.", "A case]", "One.", CASE_KIND_FICTIONAL },
		{ "\n\n　一。\n\n\n　二。  \n\n", "", "　一。\n\n\n　二。", CASE_KIND_FICTIONAL },
		{ "## One\n# Two\n", "", "## One\n# Two", CASE_KIND_FICTIONAL },
		{ "#\nOne.", "", "One.", CASE_KIND_FICTIONAL },
		{ "# a\tb\x1b[0m\nO\x07ne.", "a b[0m", "One.", CASE_KIND_FICTIONAL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct story story = { 0 };
		struct fault fault = { 0 };
		if (story_parse_case(rows[i].text, strlen(rows[i].text), &story, &fault) != ST_OK)
			fail_msg("%s", fault.text);
		assert_string_equal(story.title, rows[i].title);
		assert_string_equal(story.body, rows[i].body);
		assert_int_equal(story.kind, rows[i].kind);
		story_done(&story);
	}
}

static void a_letter_keeps_its_brackets(void **state)
{
	(void)state;
	const char *text = "# カズさんから [代筆]\n直しました。\n";
	struct story story = { 0 };

	assert_int_equal(story_parse_letter(text, strlen(text), &story, NULL), ST_OK);
	assert_string_equal(story.title, "カズさんから [代筆]");
	assert_string_equal(story.body, "直しました。");
	story_done(&story);
}

static void what_is_no_story_is_refused_and_nothing_is_made(void **state)
{
	(void)state;
	struct buf longest = { 0 }, title = { 0 };
	for (size_t i = 0; i < 65537; i++)
		buf_add_char(&longest, 'x');
	buf_add_text(&title, "# ");
	buf_add(&title, buf_text(&longest), 401);
	buf_add_text(&title, "\nbody");
	const struct {
		const char *text, *says;
	} rows[] = {
		{ "", "no text" },
		{ "\n 　\n", "no text" },
		{ "# only a title\n\n", "no text" },
		{ "# A case [true]\nOne.", "“true” is not a kind of case" },
		{ buf_text(&longest), "too long (65537 bytes; at most 65536)" },
		{ buf_text(&title), "too long (401 bytes; at most 400)" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct story story = { .title = "as it was" };
		struct fault fault = { 0 };
		assert_int_equal(story_parse_case(rows[i].text, strlen(rows[i].text), &story, &fault), ST_INVALID);
		assert_non_null(strstr(fault.text, rows[i].says));
		assert_string_equal(story.title, "as it was");
	}
	buf_done(&longest);
	buf_done(&title);
}

static void a_file_of_notepad_is_read(void **state)
{
	(void)state;
	/* 「# 家」 and 「一。」 in CP932, with CRLF. */
	static const char cp932[] = "# \x89\xC6\r\n\x88\xEA\x81\x42\r\n";
	char path[] = "/tmp/yoriai-story-XXXXXX";
	int fd = mkstemp(path);
	struct story story = { 0 };
	struct fault fault = { 0 };

	assert_true(fd >= 0);
	assert_int_equal(write(fd, cp932, sizeof cp932 - 1), sizeof cp932 - 1);
	close(fd);
	if (story_read_case(path, &story, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	assert_string_equal(story.title, "家");
	assert_string_equal(story.body, "一。");
	story_done(&story);
	unlink(path);
}

static void a_file_that_is_none_is_refused_by_name(void **state)
{
	(void)state;
	char binary[] = "/tmp/yoriai-binary-XXXXXX";
	int fd = mkstemp(binary);
	struct story story = { 0 };

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "a\0b", 3), 3);
	close(fd);
	const char *const paths[] = { "/tmp", "/nowhere/case.txt", "/dev/zero", binary };
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct fault fault = { 0 };
		assert_int_not_equal(story_read_letter(paths[i], &story, &fault), ST_OK);
		assert_non_null(strstr(fault.text, paths[i]));
	}
	unlink(binary);
}

static void case_and_letter_become_rows_of_their_workshop(void **state)
{
	(void)state;
	const struct story story = { .title = "t", .body = "b", .kind = CASE_KIND_ANONYMISED };
	struct batch batch = { 0 };

	story_add_case(&story, 0, "w1", &env_system, &batch);
	story_add_letter(&story, "w1", &env_system, &batch);
	assert_int_equal(batch_check(&batch, NULL), ST_OK);
	assert_int_equal(batch.len, 2);
	assert_int_equal(batch.facts[0].entity, ENTITY_case_story);
	assert_int_equal(batch.facts[0].changes[1].value.number, CASE_KIND_ANONYMISED);
	assert_int_equal(batch.facts[1].entity, ENTITY_letter);
	assert_string_equal(batch.facts[1].workshop, "w1");
	batch_done(&batch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_first_heading_is_the_title_and_all_else_the_body),
		cmocka_unit_test(a_letter_keeps_its_brackets),
		cmocka_unit_test(what_is_no_story_is_refused_and_nothing_is_made),
		cmocka_unit_test(a_file_of_notepad_is_read),
		cmocka_unit_test(a_file_that_is_none_is_refused_by_name),
		cmocka_unit_test(case_and_letter_become_rows_of_their_workshop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
