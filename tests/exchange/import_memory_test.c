/* import_memory_test.c - what was said of the columns of a list holds for the next one with the same header row. */
#include "exchange/import.h"

#include "base/buf.h"
#include "base/mem.h"
#include "fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct workbook book;

/* The mapping as --map takes it, "name=a note=b"; "!" before it: as was said before. "fault": it cannot be read. */
static const char *read_by(enum entity entity, const char *text, const char *field, const char *column, enum import_memory memory)
{
	static char told[400];
	struct buf words = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { "" };
	struct fold_env env;
	const struct import_map map = { field, column };
	const struct import_options options = { .maps = &map, .maps_len = field ? 1 : 0, .memory = memory };

	fold_env_init(&env, 0);
	if (import_rows(text, strlen(text), entity, &book, &options, &env.env, &batch, &result, &fault) != ST_OK) {
		assert_int_equal(batch.len, 0);
		return "fault";
	}
	buf_add_text(&words, result.remembered ? "!" : "");
	for (size_t i = 0; i < result.mapping_len; i++)
		buf_addf(&words, "%s%s=%s", i ? " " : "", result.mapping[i].field->name, result.mapping[i].column);
	fold_batch(&book, &batch);
	import_result_done(&result);
	snprintf(told, sizeof told, "%s", buf_text(&words));
	buf_done(&words);
	return told;
}

struct reading {
	const char *file, *field, *column, *read, *kept; /* kept: mapping.columns; NULL: there is no such row */
	enum import_memory memory;
};

static void run(const struct reading *steps, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const struct reading *step = &steps[i];
		print_message("step %zu\n", i);
		assert_string_equal(read_by(ENTITY_card, step->file, step->field, step->column, step->memory), step->read);
		assert_int_equal(book.mappings.len, step->kept ? 1 : 0);
		if (step->kept)
			assert_string_equal(book.mappings.at[0].columns, step->kept);
	}
	workbook_done(&book);
}

static void what_was_said_is_kept_and_used_for_the_same_header_row(void **state)
{
	(void)state;
	static const struct reading steps[] = {
		{ "だれ,費用\nA,無料\n", NULL, NULL, "fault", NULL, IMPORT_REMEMBERS },
		{ "だれ,費用\nA,無料\n", "名前", "だれ", "name=だれ cost=費用", "name=だれ", IMPORT_REMEMBERS },
		{ "だれ,費用\nB,無料\n", NULL, NULL, "!name=だれ cost=費用", "name=だれ", IMPORT_REMEMBERS },
		{ " だれ \t費　用\nC\t無料\n", NULL, NULL, "!name=だれ cost=費　用", "name=だれ", IMPORT_REMEMBERS },
		/* Other columns, other order: another kind of list. */
		{ "だれ,費用,x\nA,無料,\n", NULL, NULL, "fault", "name=だれ", IMPORT_REMEMBERS },
		{ "費用,だれ\n無料,A\n", NULL, NULL, "fault", "name=だれ", IMPORT_REMEMBERS },
		{ "だれ,費用\nB,無料\n", NULL, NULL, "fault", "name=だれ", IMPORT_KNOWS },
	};

	run(steps, COUNT(steps));
}

static void what_is_said_now_goes_before_and_is_kept_instead(void **state)
{
	(void)state;
	static const struct reading steps[] = {
		{ "名前,甲,乙\nA,1,2\n", "note", "甲", "name=名前 note=甲", "note=甲", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", "cost", "乙", "!name=名前 cost=乙 note=甲", "cost=乙\nnote=甲", IMPORT_REMEMBERS },
		/* A field from another column; a column for another field. */
		{ "名前,甲,乙\nA,1,2\n", "note", "乙", "name=名前 note=乙", "note=乙", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", "area", "乙", "name=名前 area=乙", "area=乙", IMPORT_REMEMBERS },
		/* Said as we guess: there is nothing to keep. */
		{ "名前,甲,乙\nA,1,2\n", "area", "", "name=名前", "", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", NULL, NULL, "name=名前", "", IMPORT_REMEMBERS },
	};

	run(steps, COUNT(steps));
}

static void what_is_our_guess_is_not_kept(void **state)
{
	(void)state;
	static const struct reading steps[] = {
		{ "名前,備考\nA,1\n", "name", "名前", "name=名前 note=備考", NULL, IMPORT_REMEMBERS },
		{ "名前,備考\nA,1\n", NULL, NULL, "name=名前 note=備考", NULL, IMPORT_FORGETS },
		{ "名前,備考\nA,1\n", "note", "", "name=名前", "note=", IMPORT_REMEMBERS },
		{ "名前,備考\nA,1\n", NULL, NULL, "!name=名前", "note=", IMPORT_REMEMBERS },
	};

	run(steps, COUNT(steps));
}

static void a_header_of_two_lines_is_not_kept(void **state)
{
	(void)state;
	static const struct reading steps[] = {
		{ "名前,\"甲\n乙\"\nA,1\n", "note", "甲\n乙", "name=名前 note=甲 乙", NULL, IMPORT_REMEMBERS },
		{ "名前,\"甲\n乙\"\nA,1\n", NULL, NULL, "name=名前", NULL, IMPORT_REMEMBERS },
	};

	run(steps, COUNT(steps));
}

static void a_guess_forgets(void **state)
{
	(void)state;
	static const struct reading steps[] = {
		{ "名前,甲,乙\nA,1,2\n", "note", "甲", "name=名前 note=甲", "note=甲", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", "cost", "乙", "name=名前 cost=乙", "cost=乙", IMPORT_FORGETS },
		{ "名前,甲,乙\nA,1,2\n", NULL, NULL, "name=名前", "", IMPORT_FORGETS },
		{ "名前,甲,乙\nA,1,2\n", NULL, NULL, "name=名前", "", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", "cost", "甲", "name=名前 cost=甲", "cost=甲", IMPORT_REMEMBERS },
		{ "名前,甲,乙\nA,1,2\n", NULL, NULL, "!name=名前 cost=甲", "cost=甲", IMPORT_REMEMBERS },
	};

	run(steps, COUNT(steps));
}

static void people_and_cards_are_told_apart(void **state)
{
	(void)state;
	assert_string_equal(read_by(ENTITY_card, "だれ\nA\n", "name", "だれ", IMPORT_REMEMBERS), "name=だれ");
	assert_string_equal(book.mappings.at[0].what, "cards");
	assert_string_equal(read_by(ENTITY_person, "だれ\nA\n", NULL, NULL, IMPORT_REMEMBERS), "fault");
	workbook_done(&book);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_said_is_kept_and_used_for_the_same_header_row),
		cmocka_unit_test(what_is_said_now_goes_before_and_is_kept_instead),
		cmocka_unit_test(what_is_our_guess_is_not_kept),
		cmocka_unit_test(a_header_of_two_lines_is_not_kept),
		cmocka_unit_test(a_guess_forgets),
		cmocka_unit_test(people_and_cards_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
