#include "domain/when_label.h"

#include "base/i18n.h"
#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

enum { LABELS_MAX = 4 };

static struct storyline storylines[] = {
	{ .id = "s0", .table = "t0" }, { .id = "s1", .table = "t1" }, { .id = "s2", .table = "t1" },
};

/* Steps of table 1, in its two storylines, and one of another table. */
static void expect(const char *const labels[LABELS_MAX], const char *in_order)
{
	struct step steps[LABELS_MAX + 1] = { { .storyline = "s0", .when_label = "elsewhere" } };
	struct workbook book = { 0 };
	struct arena arena = { 0 };
	struct buf got = { 0 };
	size_t len = 1;

	for (; len <= LABELS_MAX && labels[len - 1]; len++)
		steps[len] = (struct step){ .storyline = len % 2 ? "s1" : "s2", .when_label = labels[len - 1] };
	workbook_set_rows(&book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&book, ENTITY_step, steps, len);
	struct when_labels found = when_labels_of(&book, "t1", &arena);
	for (size_t i = 0; i < found.len; i++)
		buf_addf(&got, "%s%s", i ? ", " : "", found.at[i]);
	assert_string_equal(buf_text(&got), in_order);
	buf_done(&got);
	arena_done(&arena);
}

static void a_story_begins_at_its_beginning(void **state)
{
	(void)state;
	expect((const char *const[LABELS_MAX]){ NULL },
	       "how it began, the next day, 3 days later, 1 week later, 1 month later, 3 months later, half a year later, 1 year later");
}

static void what_may_come_next_stands_first_and_what_has_been_last(void **state)
{
	(void)state;
	expect((const char *const[LABELS_MAX]){ "how it began", "", "1 WEEK later" },
	       "1 month later, 3 months later, half a year later, 1 year later, how it began, the next day, 3 days later, 1 week later");
}

static void the_tables_own_words_come_once_between_the_two(void **state)
{
	(void)state;
	expect((const char *const[LABELS_MAX]){ "3 months later", "退院前", "退院前", "あした" },
	       "half a year later, 1 year later, 退院前, あした, how it began, the next day, 3 days later, 1 week later, 1 month later, "
	       "3 months later");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_story_begins_at_its_beginning),
		cmocka_unit_test(what_may_come_next_stands_first_and_what_has_been_last),
		cmocka_unit_test(the_tables_own_words_come_once_between_the_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
