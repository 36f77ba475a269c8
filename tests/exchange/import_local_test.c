/* import_local_test.c - what was changed here is not overwritten by the next edition of a file, unless that is asked for. */
#include "exchange/import.h"
#include "exchange/imprint.h"

#include "base/mem.h"
#include "fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct import_result imported(struct workbook *book, struct fold_env *env, const char *text, bool overwrites)
{
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { 0 };
	const struct import_options options = { .overwrites = overwrites };

	if (import_rows(text, strlen(text), ENTITY_card, book, &options, &env->env, &batch, &result, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	fold_batch(book, &batch);
	return result;
}

static void say_here(struct workbook *book, const char *id, enum field field, const char *text)
{
	struct batch batch = { 0 };
	unsigned code;

	batch_add(&batch, ENTITY_card, "", id);
	if (field_info_of(field)->codes) {
		assert_true(code_of_text(field_info_of(field)->codes, text, &code));
		batch_set_number(&batch, field, code);
	} else {
		batch_set_text(&batch, field, text);
	}
	fold_batch(book, &batch);
}

#define HEAD "名前,費用,状態\n"

static void a_field_follows_its_source_until_it_is_changed_here(void **state)
{
	(void)state;
	static const struct {
		const char *what, *first; /* a file; NULL: the card was written here */
		enum field field;         /* changed here to */
		const char *here;         /* NULL: nothing was */
		const char *next, *cost, *state, *kept;
	} rows[] = {
		{ "nothing changed here", HEAD "喫茶,無料,把握\n", FIELD_card_cost, NULL, HEAD "喫茶,400円,休止\n", "400円", "resting", "" },
		{ "a text changed here stays, the rest follows", HEAD "喫茶,無料,把握\n", FIELD_card_cost, "実費",
		  HEAD "喫茶,400円,休止\n", "実費", "resting", "2 cost " },
		{ "a code changed here stays", HEAD "喫茶,無料,把握\n", FIELD_card_state, "growing", HEAD "喫茶,400円,休止\n", "400円",
		  "growing", "2 state " },
		{ "the source says what it said before", HEAD "喫茶,無料,把握\n", FIELD_card_cost, "実費", HEAD "喫茶,無料,把握\n",
		  "実費", "known", "2 cost " },
		{ "both changed it to the same", HEAD "喫茶,無料,把握\n", FIELD_card_cost, "400円", HEAD "喫茶,400円,把握\n", "400円",
		  "known", "" },
		{ "what was emptied here stays empty", HEAD "喫茶,無料,把握\n", FIELD_card_cost, "", HEAD "喫茶,400円,把握\n", "",
		  "known", "2 cost " },
		{ "changed here and back again it follows", HEAD "喫茶,無料,把握\n", FIELD_card_cost, "無料", HEAD "喫茶,400円,把握\n",
		  "400円", "known", "" },
		{ "what the source never said is filled where nothing stands", "名前\n喫茶\n", FIELD_card_cost, NULL,
		  HEAD "喫茶,400円,\n", "400円", "known", "" },
		{ "and stays where something does", "名前\n喫茶\n", FIELD_card_cost, "実費", HEAD "喫茶,400円,\n", "実費", "known",
		  "2 cost " },
		{ "a card written here keeps its own", NULL, FIELD_card_cost, "実費", HEAD "喫茶,400円,休止\n", "実費", "resting",
		  "2 cost " },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fold_env env;
		struct workbook book = { 0 };
		struct buf kept = { 0 };
		print_message("%s\n", rows[i].what);
		fold_env_init(&env, 0);
		if (rows[i].first) {
			struct import_result first = imported(&book, &env, rows[i].first, false);
			assert_int_equal(first.added, 1);
			import_result_done(&first);
		} else {
			say_here(&book, "c1", FIELD_card_name, "喫茶");
		}
		if (rows[i].here)
			say_here(&book, book.cards.at[0].id, rows[i].field, rows[i].here);
		for (int again = 0; again < 2; again++) {
			struct import_result next = imported(&book, &env, rows[i].next, false);
			buf_clear(&kept);
			for (size_t k = 0; k < next.kept_len; k++)
				buf_addf(&kept, "%zu %s ", next.kept[k].row, next.kept[k].field->name);
			assert_string_equal(buf_text(&kept), rows[i].kept);
			assert_true(!again || next.changed == 0);
			import_result_done(&next);
			assert_int_equal(book.cards.len, 1);
			assert_string_equal(book.cards.at[0].cost, rows[i].cost);
			assert_string_equal(code_text(&codes_card_state, book.cards.at[0].state), rows[i].state);
		}
		buf_done(&kept);
		workbook_done(&book);
	}
}

static void asked_to_it_takes_what_the_file_says_and_follows_it_again(void **state)
{
	(void)state;
	struct fold_env env;
	struct workbook book = { 0 };
	static const struct {
		const char *file, *cost;
		bool overwrites;
	} steps[] = {
		{ HEAD "喫茶,400円,把握\n", "実費", false },
		{ HEAD "喫茶,400円,把握\n", "400円", true },
		{ HEAD "喫茶,500円,把握\n", "500円", false },
	};

	fold_env_init(&env, 0);
	struct import_result result = imported(&book, &env, HEAD "喫茶,無料,把握\n", false);
	import_result_done(&result);
	say_here(&book, book.cards.at[0].id, FIELD_card_cost, "実費");
	for (size_t i = 0; i < COUNT(steps); i++) {
		result = imported(&book, &env, steps[i].file, steps[i].overwrites);
		assert_string_equal(book.cards.at[0].cost, steps[i].cost);
		import_result_done(&result);
	}
	workbook_done(&book);
}

static void a_card_whose_place_was_changed_here_is_still_the_one_its_source_speaks_of(void **state)
{
	(void)state;
	struct fold_env env;
	struct workbook book = { 0 };
	static const struct {
		const char *file;
		size_t cards;
	} steps[] = {
		{ "名前,地区\n喫茶,川端\n", 1 },
		{ "名前,地区\n喫茶,みどり町\n", 2 }, /* nobody ever said it was there: another one */
	};

	fold_env_init(&env, 0);
	struct import_result result = imported(&book, &env, steps[0].file, false);
	import_result_done(&result);
	say_here(&book, book.cards.at[0].id, FIELD_card_area, "丘の上");
	for (size_t i = 0; i < COUNT(steps); i++) {
		result = imported(&book, &env, steps[i].file, false);
		assert_int_equal(book.cards.len, steps[i].cards);
		assert_string_equal(book.cards.at[0].area, "丘の上");
		import_result_done(&result);
	}
	workbook_done(&book);
}

/* The card was written here and exported: the file says what stood then. */
static void an_export_that_was_edited_changes_what_nobody_has_changed_since(void **state)
{
	(void)state;
	static const struct {
		const char *here, *cost;
		size_t kept;
	} rows[] = { { NULL, "400円", 0 }, { "実費", "実費", 1 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fold_env env;
		struct workbook book = { 0 };
		struct buf file = { 0 };
		fold_env_init(&env, 0);
		say_here(&book, "c1", FIELD_card_name, "喫茶");
		say_here(&book, "c1", FIELD_card_cost, "無料");
		buf_add_text(&file, "name,cost,source_said\n喫茶,400円,");
		imprint_of_card(&book.cards.at[0], &file);
		if (rows[i].here)
			say_here(&book, "c1", FIELD_card_cost, rows[i].here);
		struct import_result result = imported(&book, &env, buf_text(&file), false);
		assert_string_equal(book.cards.at[0].cost, rows[i].cost);
		assert_int_equal(result.kept_len, rows[i].kept);
		import_result_done(&result);
		buf_done(&file);
		workbook_done(&book);
	}
}

static void an_imprint_says_what_it_was_told_and_nothing_else(void **state)
{
	(void)state;
	const struct entity_info *info = &entity_infos[ENTITY_card];
	static const char *const nonsense[] = { "", " ", "=", "area", "area=", "area=x", "nothing=00000000", "area=1 ==", "=1a" };
	struct imprint imprint = { 0 };
	struct buf text = { 0 };

	for (size_t i = 0; i < info->fields_len; i++)
		imprint_take(&imprint, info, i, (struct value){ "x", 1 });
	imprint_add_text(&imprint, info, &text);
	struct imprint read = imprint_of_text(info, buf_text(&text));
	assert_memory_equal(&read, &imprint, sizeof read);
	for (size_t i = 0; i < info->fields_len; i++) {
		assert_true(imprint_is_of(&read, info, i, (struct value){ "x", 1 }));
		assert_false(imprint_is_of(&read, info, i, (struct value){ "y", 2 }));
	}
	for (size_t i = 0; i < COUNT(nonsense); i++)
		assert_true(imprint_of_text(info, nonsense[i]).has == 0 || strncmp(nonsense[i], "area=1 ", 7) == 0);
	buf_done(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_follows_its_source_until_it_is_changed_here),
		cmocka_unit_test(asked_to_it_takes_what_the_file_says_and_follows_it_again),
		cmocka_unit_test(a_card_whose_place_was_changed_here_is_still_the_one_its_source_speaks_of),
		cmocka_unit_test(an_export_that_was_edited_changes_what_nobody_has_changed_since),
		cmocka_unit_test(an_imprint_says_what_it_was_told_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
