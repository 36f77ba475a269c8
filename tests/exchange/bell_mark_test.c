/* The bells in the heading of a step: read as people write them, printed in one way, refused where they make no sense.
 */
#include "exchange/template.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static enum status parse(const char *heading, struct template *template, struct fault *fault)
{
	char text[512];

	snprintf(text, sizeof text, "# T\n\n## %s\n", heading);
	return template_parse(text, strlen(text), template, fault);
}

static void bells_are_read_and_printed(void **state)
{
	static const struct {
		const char *heading, *bells, *printed;
	} rows[] = {
		{ "30 min Talk [tables]", "", "30 min Talk [tables]" },
		{ "30 min Talk [bells 5 1 0, tables]", "5 1 0", "30 min Talk [tables, bells 5 1 0]" },
		{ "30 min Talk [tables, bells 5/1/end]", "5 1 0", "30 min Talk [tables, bells 5 1 0]" },
		{ "30 min Talk [tables, bells none]", "-", "30 min Talk [tables, bells none]" },
		{ "30分 物語 [テーブル、守る、鈴５・１・０、画面なし]", "5 1 0",
		  "30分 物語 [テーブル、守る、鈴5・1・0、画面なし]" },
		{ "30分 物語 [テーブル、鈴5分・90秒]", "5 1:30", "30分 物語 [テーブル、鈴5・1:30]" },
		{ "30分 物語 [テーブル、鈴なし]", "-", "30分 物語 [テーブル、鈴なし]" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct template template = { 0 };
		struct buf printed = { 0 };
		char expected[512];
		assert_int_equal(parse(rows[i].heading, &template, NULL), ST_OK);
		assert_string_equal(template.items[0].bells, rows[i].bells);
		template_print(&template, &printed);
		snprintf(expected, sizeof expected, "# T\n\n## %s\n", rows[i].printed);
		assert_string_equal(buf_text(&printed), expected);
		buf_done(&printed);
		template_done(&template);
	}
}

static void bells_that_make_no_sense_are_refused_by_line(void **state)
{
	static const char *const headings[] = {
		"30 min Talk [tables, bells 1 5]",     "30 min Talk [tables, bells soon]",
		"30 min Talk [tables, bells 4 3 2 1]", "5 min Talk [tables, bells 5 1 0]",
		"30 min Talk [tables, bells -]",       "30分 物語 [テーブル、鈴5・1、鈴なし]",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(headings); i++) {
		struct template template = { 0 };
		struct fault fault = { "" };
		assert_int_equal(parse(headings[i], &template, &fault), ST_INVALID);
		assert_memory_equal(fault.text, "Line 3:", 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bells_are_read_and_printed),
		cmocka_unit_test(bells_that_make_no_sense_are_refused_by_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
