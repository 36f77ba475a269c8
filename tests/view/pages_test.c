/* Pages of a long text: the same on every screen, and nothing of it lost between them. */
#include "base/buf.h"
#include "base/mem.h"
#include "fixture.h"
#include "text/wrap.h"
#include "view/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 400 };

/* Everything but line feeds is on exactly one page, in order, and each page fits its sheet. */
static size_t check(const char *text)
{
	static struct page pages[MANY];
	size_t count = pages_split(text, pages, MANY), at = 0;

	assert_in_range(count, 0, MANY);
	for (size_t i = 0; i < count; i++) {
		assert_true(pages[i].at >= at && pages[i].len > 0);
		assert_int_equal(strspn(text + at, "\n"), pages[i].at - at);
		assert_int_not_equal(text[pages[i].at], '\n');
		at = pages[i].at + pages[i].len;
		size_t end = pages[i].len;
		while (end > 0 && text[pages[i].at + end - 1] == '\n')
			end--;
		assert_in_range(text_wrap(text + pages[i].at, end, PAGE_COLS, NULL, 0), 1, PAGE_ROWS);
	}
	assert_int_equal(strspn(text + at, "\n"), strlen(text) - at);
	return count;
}

static void an_empty_text_has_no_page(void **state)
{
	(void)state;
	assert_int_equal(check(""), 0);
	assert_int_equal(check("\n\n\n"), 0);
}

static void a_short_text_is_one_page(void **state)
{
	(void)state;
	assert_int_equal(check("静かに聴く。"), 1);
	assert_int_equal(check("\n\n静かに聴く。\n\n"), 1);
	assert_int_equal(check(fixture_letter), 1);
}

static void pages_break_between_paragraphs(void **state)
{
	struct page pages[2];

	(void)state;
	assert_int_equal(check(fixture_case), 2);
	pages_split(fixture_case, pages, COUNT(pages));
	assert_int_equal(fixture_case[pages[1].at - 1], '\n');
}

static void a_paragraph_longer_than_a_page_goes_on_over_it(void **state)
{
	struct buf text = { 0 };

	(void)state;
	buf_add_text(&text, "はじめに。\n\n");
	for (int i = 0; i < 200; i++)
		buf_add_text(&text, "とても長い話です。");
	buf_add_text(&text, "\n\nおわり。\n");
	assert_in_range(check(text.bytes), 6, 9);
	buf_done(&text);
}

static void pages_are_counted_beyond_the_room_given(void **state)
{
	struct page one;

	(void)state;
	assert_int_equal(pages_split(fixture_case, NULL, 0), 2);
	assert_int_equal(pages_split(fixture_case, &one, 1), 2);
	assert_int_equal(one.at, 0);
}

/* Lengths around the sheet's edges, with blank lines in every place. */
static void any_text_is_split_without_loss(void **state)
{
	(void)state;
	for (int seed = 1; seed <= 300; seed++) {
		struct buf text = { 0 };

		for (int part = 0; part < seed % 23; part++) {
			for (int i = 0; i < seed * (part + 7) % 67; i++)
				buf_add_text(&text, i % 9 ? "語" : "word ");
			for (int i = 0; i < (seed + part) % 4; i++)
				buf_add_char(&text, '\n');
		}
		check(buf_text(&text));
		buf_done(&text);
	}
}

static void a_page_shows_as_many_paragraphs_as_are_asked_for(void **state)
{
	static const char page[] = "\n一つめ。\n\n二つめ。\n三つめ。\n";
	static const struct {
		size_t paragraphs;
		const char *text;
	} rows[] = {
		{ 0, "" },
		{ 1, "\n一つめ。" },
		{ 2, "\n一つめ。\n\n二つめ。" },
		{ 3, "\n一つめ。\n\n二つめ。\n三つめ。" },
		{ 4, "\n一つめ。\n\n二つめ。\n三つめ。" },
	};

	(void)state;
	assert_int_equal(page_paragraphs(page, strlen(page)), 3);
	assert_int_equal(page_paragraphs(page, 0), 0);
	assert_int_equal(page_paragraphs("\n\n", 2), 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len = page_first_paragraphs(page, strlen(page), rows[i].paragraphs);

		assert_int_equal(len, strlen(rows[i].text));
		assert_memory_equal(page, rows[i].text, len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_text_has_no_page),
		cmocka_unit_test(a_short_text_is_one_page),
		cmocka_unit_test(pages_break_between_paragraphs),
		cmocka_unit_test(a_paragraph_longer_than_a_page_goes_on_over_it),
		cmocka_unit_test(pages_are_counted_beyond_the_room_given),
		cmocka_unit_test(any_text_is_split_without_loss),
		cmocka_unit_test(a_page_shows_as_many_paragraphs_as_are_asked_for),
	};

	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
