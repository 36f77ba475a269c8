#include "base/buf.h"

#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void an_empty_buffer_reads_as_empty_text(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	assert_string_equal(buf_text(&buf), "");
	buf_clear(&buf);
	buf_remove(&buf, 0, 0);
	assert_string_equal(buf_text(&buf), "");
	char *stolen = buf_steal(&buf);
	assert_string_equal(stolen, "");
	free(stolen);
	buf_done(&buf);
	buf_done(&buf);
}

static void what_is_added_stands_there_in_order(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add_text(&buf, "寄り");
	buf_add_char(&buf, '-');
	buf_add(&buf, "合い and more", 6);
	buf_add(&buf, NULL, 0);
	buf_addf(&buf, " %d %s", 42, "人");
	assert_string_equal(buf_text(&buf), "寄り-合い 42 人");
	assert_int_equal(buf.len, strlen("寄り-合い 42 人"));
	buf_insert(&buf, 6, "/", 1);
	buf_remove(&buf, 7, 1);
	assert_string_equal(buf_text(&buf), "寄り/合い 42 人");
	buf_done(&buf);
}

static void a_formatted_text_may_be_long(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_addf(&buf, "%s%0*d", "a", 5000, 7);
	assert_int_equal(buf.len, 5001);
	assert_int_equal(buf.bytes[5000], '7');
	assert_int_equal(buf.bytes[5001], '\0');
	buf_done(&buf);
}

static void clearing_keeps_the_memory(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add_text(&buf, "text");
	const char *bytes = buf.bytes;
	buf_clear(&buf);
	buf_add_text(&buf, "next");
	assert_ptr_equal(buf.bytes, bytes);
	assert_string_equal(buf_text(&buf), "next");
	buf_done(&buf);
}

static void what_is_stolen_is_the_callers(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add_text(&buf, "mine");
	char *mine = buf_steal(&buf);
	buf_add_text(&buf, "fresh");
	assert_string_equal(mine, "mine");
	assert_string_equal(buf_text(&buf), "fresh");
	free(mine);
	buf_done(&buf);
}

/* Against a plain array, at any place, with NUL bytes among them. */
static void random_edits_leave_what_an_array_would_hold(void **state)
{
	struct dice dice = dice_take("random_edits_leave_what_an_array_would_hold");
	static char model[1 << 16];
	struct buf buf = { 0 };
	size_t len = 0;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		if (len > 0 && dice_below(&dice, 3) == 0) {
			size_t at = dice_below(&dice, len), gone = dice_below(&dice, len - at) % 40;
			memmove(model + at, model + at + gone, len - at - gone);
			len -= gone;
			buf_remove(&buf, at, gone);
		} else if (len < sizeof model - 16) {
			char piece[16];
			size_t at = dice_below(&dice, len + 1), more = dice_below(&dice, sizeof piece);
			for (size_t k = 0; k < more; k++)
				piece[k] = (char)dice_below(&dice, 4);
			memmove(model + at + more, model + at, len - at);
			memcpy(model + at, piece, more);
			len += more;
			buf_insert(&buf, at, piece, more);
		}
		assert_int_equal(buf.len, len);
		assert_true(len == 0 || memcmp(buf.bytes, model, len) == 0);
		assert_int_equal(buf_text(&buf)[len], '\0');
	}
	buf_done(&buf);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_reads_as_empty_text),
		cmocka_unit_test(what_is_added_stands_there_in_order),
		cmocka_unit_test(a_formatted_text_may_be_long),
		cmocka_unit_test(clearing_keeps_the_memory),
		cmocka_unit_test(what_is_stolen_is_the_callers),
		cmocka_unit_test(random_edits_leave_what_an_array_would_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
