#include "exchange/import.h"

#include "base/buf.h"
#include "base/mem.h"
#include "exchange/template.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static int by_place(const void *a, const void *b)
{
	return strcmp(((const struct item *)a)->pos, ((const struct item *)b)->pos);
}

/* What the store would do with a batch of steps. */
static void apply(struct workbook *book, const struct batch *batch)
{
	const struct entity_info *info = &entity_infos[ENTITY_item];
	struct item *items = arena_new(&book->arena, book->items.len + batch->len, sizeof *items);
	size_t len = book->items.len, kept = 0;

	if (len)
		memcpy(items, book->items.at, len * sizeof *items);
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		size_t at = 0;
		while (at < len && strcmp(items[at].id, fact->id) != 0)
			at++;
		struct row *row = (struct row *)&items[at];
		for (size_t k = 0; at == len && k < info->fields_len; k++)
			row_set(row, &info->fields[k], (struct value){ .text = "" });
		len += at == len;
		row->id = arena_copy(&book->arena, fact->id);
		for (size_t k = 0; k < fact->changes_len; k++) {
			struct value value = fact->changes[k].value;
			value.text = arena_copy(&book->arena, value.text);
			if (fact->changes[k].field->field == FIELD_gone)
				row->gone = value.number;
			else
				row_set(row, fact->changes[k].field, value);
		}
	}
	for (size_t i = 0; i < len; i++)
		if (!items[i].gone)
			items[kept++] = items[i];
	qsort(items, kept, sizeof *items, by_place);
	workbook_set_rows(book, ENTITY_item, items, kept);
}

static struct workbook new_book(struct workshop *workshop)
{
	struct workbook book = { 0 };

	*workshop = (struct workshop){ .id = "w1", .title = "寄り合い", .purpose = "", .messages = "" };
	workbook_set_rows(&book, ENTITY_workshop, workshop, 1);
	return book;
}

static enum status import_text(struct workbook *book, const char *text, struct import_result *result,
			       struct fault *fault)
{
	char path[] = "/tmp/yoriai-agenda-XXXXXX";
	struct batch batch = { 0 };
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	enum status st = import_agenda(path, book, &(struct import_options){ 0 }, &env_system, &batch, result, fault);
	unlink(path);
	if (st == ST_OK) {
		assert_int_equal(batch_check(&batch, NULL), ST_OK);
		assert_int_equal(batch.len, result->added + result->changed + result->removed);
		apply(book, &batch);
	} else {
		assert_int_equal(batch.len, 0);
	}
	batch_done(&batch);
	return st;
}

/* "added changed same removed" */
static void assert_import(struct workbook *book, const char *text, const char *expected)
{
	struct import_result result = { 0 };
	struct fault fault = { 0 };
	char seen[100];

	if (import_text(book, text, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	snprintf(seen, sizeof seen, "%zu %zu %zu %zu", result.added, result.changed, result.same, result.removed);
	assert_string_equal(seen, expected);
	import_result_done(&result);
}

static void assert_agenda(struct workbook *book, const char *text)
{
	struct template wanted = { 0 }, is = { 0 };
	struct buf a = { 0 }, b = { 0 };

	assert_int_equal(template_parse(text, strlen(text), &wanted, NULL), ST_OK);
	assert_int_equal(template_of_workbook(book, wanted.japanese, &is, NULL), ST_OK);
	wanted.title = is.title;
	wanted.purpose = is.purpose;
	template_print(&wanted, &a);
	template_print(&is, &b);
	assert_string_equal(buf_text(&b), buf_text(&a));
	buf_done(&a);
	buf_done(&b);
	template_done(&wanted);
	template_done(&is);
}

static void an_agenda_becomes_what_the_file_says(void **state)
{
	(void)state;
	static const struct {
		const char *text, *counts;
	} steps[] = {
		{ "# T\n## 1分 a\n## 2分 b\n## 3分 c\n", "3 0 0 0" },
		{ "# T\n## 1分 a\n## 2分 b\n## 3分 c\n", "0 0 3 0" },
		{ "# U\nfor\n## 1分 a\n## 5分 B\nroom\n> cue\n## 3分 c\n", "0 1 2 0" },
		{ "# T\n## 1分 a\n## 9分 x\n## 5分 B\n## 3分 c\n", "1 1 2 0" },
		{ "# T\n## 3分 c\n## 1分 a\n## 9分 x\n", "0 2 1 1" },
		{ "# T\n## 1分 a\n## 1分 a\n## 2分 a\n", "2 0 1 2" },
		{ "# T\n## 1分 a\n## 1分 a\n", "0 0 2 1" },
		{ "# T\n## 7 min z [break]\n", "1 0 0 2" },
	};
	struct workshop workshop;
	struct workbook book = new_book(&workshop);

	for (size_t i = 0; i < COUNT(steps); i++) {
		assert_import(&book, steps[i].text, steps[i].counts);
		assert_agenda(&book, steps[i].text);
	}
	workbook_done(&book);
}

static void a_step_that_was_timed_does_not_move(void **state)
{
	(void)state;
	struct run_row rows[] = { { .id = "r", .verb = VERB_MESSAGE }, { .id = "s", .verb = VERB_START } };
	struct workshop workshop;
	struct workbook book = new_book(&workshop);
	struct import_result result = { 0 };
	struct fault fault = { 0 };

	workbook_set_rows(&book, ENTITY_run_row, rows, 1);
	assert_import(&book, "# T\n## 1分 a\n", "1 0 0 0");
	workbook_set_rows(&book, ENTITY_run_row, rows, 2);
	assert_int_equal(import_text(&book, "# T\n## 2分 a\n", &result, &fault), ST_REFUSED);
	assert_non_null(strstr(fault.text, "“寄り合い” has been started"));
	workbook_done(&book);
}

static void a_wrong_file_leaves_the_agenda_as_it_is(void **state)
{
	(void)state;
	struct workshop workshop;
	struct workbook book = new_book(&workshop);
	struct import_result result = { 0 };
	struct fault fault = { 0 };

	assert_import(&book, "# T\n## 1分 a\n", "1 0 0 0");
	assert_int_equal(import_text(&book, "# T\n## 1分 a\n## b\n", &result, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "/tmp/yoriai-agenda-"));
	assert_non_null(strstr(fault.text, "Line 3:"));
	assert_agenda(&book, "# T\n## 1分 a\n");
	workbook_done(&book);

	struct workbook nothing = { 0 };
	assert_int_equal(import_text(&nothing, "# T\n## 1分 a\n", &result, &fault), ST_NOT_FOUND);
}

static void any_agenda_becomes_any_other_and_then_stays(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);

	for (int round = 0; round < 100; round++) {
		struct workshop workshop;
		struct workbook book = new_book(&workshop);
		for (int file = 0; file < 5; file++) {
			struct buf text = { 0 };
			struct import_result result = { 0 };
			buf_add_text(&text, "# T\n");
			for (size_t i = 1 + dice_below(&dice, 8); i > 0; i--)
				buf_addf(&text, "## %zu分 %c\n", dice_below(&dice, 3),
					 (char)('a' + dice_below(&dice, 6)));
			assert_int_equal(import_text(&book, buf_text(&text), &result, NULL), ST_OK);
			assert_agenda(&book, buf_text(&text));
			assert_int_equal(import_text(&book, buf_text(&text), &result, NULL), ST_OK);
			assert_int_equal(result.same, book.items.len);
			import_result_done(&result);
			buf_done(&text);
		}
		workbook_done(&book);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_agenda_becomes_what_the_file_says),
		cmocka_unit_test(a_step_that_was_timed_does_not_move),
		cmocka_unit_test(a_wrong_file_leaves_the_agenda_as_it_is),
		cmocka_unit_test(any_agenda_becomes_any_other_and_then_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
