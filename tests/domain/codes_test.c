#include "domain/codes.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct code_list *const lists[] = {
#define CODES(list) &codes_##list,
#define CODE(LIST, NAME, code, label, alias)
#define END_CODES(list)
#include "domain/codes.def"
};

static int start_in_english(void **state)
{
	(void)state;
	setlocale(LC_ALL, "");
	bindtextdomain("yoriai", getenv("YORIAI_PO"));
	bind_textdomain_codeset("yoriai", "UTF-8");
	textdomain("yoriai");
	i18n_use("en");
	return 0;
}

static int use_japanese(void **state)
{
	(void)state;
	i18n_use("ja");
	return i18n_is_japanese() ? 0 : -1;
}

static int use_english(void **state)
{
	(void)state;
	i18n_use("en");
	return 0;
}

static void a_code_is_read_back_as_stored(void **state)
{
	(void)state;
	for (size_t l = 0; l < COUNT(lists); l++) {
		for (unsigned value = 0; value < lists[l]->len; value++) {
			unsigned back = 99;
			assert_true(code_of_text(lists[l], code_text(lists[l], value), &back));
			assert_int_equal(back, value);
		}
	}
}

static void what_a_list_does_not_have_is_its_first_row(void **state)
{
	unsigned value = 99;

	(void)state;
	assert_false(code_of_text(&codes_formality, "Formal", &value));
	assert_int_equal(value, FORMALITY_UNSAID);
	value = 99;
	assert_false(code_of_words(&codes_formality, "sideways", &value));
	assert_int_equal(value, FORMALITY_UNSAID);
	assert_string_equal(code_text(&codes_item_kind, 99), "plenary");
	assert_string_equal(code_label(&codes_item_kind, 99), code_label(&codes_item_kind, ITEM_KIND_PLENARY));
}

/* An importer meets codes, labels and Japanese labels in any column: none may mean two rows. */
static void words_mean_one_row_of_their_list(void **state)
{
	(void)state;
	for (size_t l = 0; l < COUNT(lists); l++) {
		for (unsigned value = 0; value < lists[l]->len; value++) {
			const struct code *row = &lists[l]->codes[value];
			const char *const words[] = { row->code, row->label, row->alias, code_label(lists[l], value) };
			for (size_t w = 0; w < COUNT(words); w++) {
				unsigned meant = 99;
				if (!code_of_words(lists[l], words[w], &meant) || meant != value)
					fail_msg("%s: “%s” means row %u, not %u", lists[l]->name, words[w], meant, value);
			}
		}
	}
}

static void words_are_read_without_regard_to_case(void **state)
{
	unsigned value;

	(void)state;
	assert_true(code_of_words(&codes_formality, "FORMAL", &value));
	assert_int_equal(value, FORMALITY_FORMAL);
	assert_true(code_of_words(&codes_stance, "Volunteer or NPO", &value));
	assert_int_equal(value, STANCE_VOLUNTEER);
	assert_true(code_of_words(&codes_formality, "インフォーマル", &value));
	assert_int_equal(value, FORMALITY_INFORMAL);
}

static void spreadsheets_write_what_japanese_screens_show(void **state)
{
	(void)state;
	for (size_t l = 0; l < COUNT(lists); l++)
		for (unsigned value = 0; value < lists[l]->len; value++)
			assert_string_equal(code_label(lists[l], value), lists[l]->codes[value].alias);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_read_back_as_stored),
		cmocka_unit_test(what_a_list_does_not_have_is_its_first_row),
		cmocka_unit_test(words_mean_one_row_of_their_list),
		cmocka_unit_test(words_are_read_without_regard_to_case),
		cmocka_unit_test_setup_teardown(words_mean_one_row_of_their_list, use_japanese, use_english),
		cmocka_unit_test_setup_teardown(spreadsheets_write_what_japanese_screens_show, use_japanese, use_english),
	};

	return cmocka_run_group_tests(tests, start_in_english, NULL);
}
