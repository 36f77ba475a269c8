#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = sizeof(((struct fault *)0)->text) - 1 };

static void the_status_comes_back_with_the_sentence(void **state)
{
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(fault_set(&fault, ST_BUSY, "Cannot write “%s”: %d.", "表", 5), ST_BUSY);
	assert_string_equal(fault.text, "Cannot write “表”: 5.");
	assert_int_equal(fault_set(NULL, ST_IO, "nobody listens"), ST_IO);
}

static void the_first_sentence_wins(void **state)
{
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(fault_set(&fault, ST_FULL, "The disk is full."), ST_FULL);
	assert_int_equal(fault_set(&fault, ST_IO, "Cannot import."), ST_IO);
	assert_string_equal(fault.text, "The disk is full.");
}

/* Before the cut stand `ascii` bytes, so that every place in a sequence is met. */
static void a_long_sentence_is_cut_between_characters(void **state)
{
	static const char *const signs[] = { "é", "寄", "🍵" };
	char text[2 * ROOM];

	(void)state;
	for (size_t s = 0; s < 3; s++) {
		size_t sign_len = strlen(signs[s]);
		for (size_t ascii = 0; ascii < 8; ascii++) {
			struct fault fault = { "" };
			memset(text, 'a', ascii);
			text[ascii] = '\0';
			while (strlen(text) <= ROOM)
				strcat(text, signs[s]);
			assert_int_equal(fault_set(&fault, ST_INVALID, "%s", text), ST_INVALID);
			size_t whole = ascii + (ROOM - ascii) / sign_len * sign_len;
			assert_int_equal(strlen(fault.text), whole);
			assert_memory_equal(fault.text, text, whole);
		}
	}
}

static void a_sentence_that_just_fits_is_whole(void **state)
{
	struct fault fault = { "" };
	char text[ROOM + 1];

	(void)state;
	memset(text, 'a', ROOM);
	memcpy(text + ROOM - 3, "寄", 4);
	assert_int_equal(fault_set(&fault, ST_INVALID, "%s", text), ST_INVALID);
	assert_string_equal(fault.text, text);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_status_comes_back_with_the_sentence),
		cmocka_unit_test(the_first_sentence_wins),
		cmocka_unit_test(a_long_sentence_is_cut_between_characters),
		cmocka_unit_test(a_sentence_that_just_fits_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
