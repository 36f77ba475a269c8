#include "domain/order.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct key {
	char text[ORDER_LEN];
};

static void assert_between(const char *before, const char *after, const char *key)
{
	size_t len = strlen(key);

	if (len == 0 || key[len - 1] == '0' || strcmp(before, key) >= 0 || (*after && strcmp(key, after) >= 0))
		fail_msg("“%s” does not stand between “%s” and “%s”", key, before, after);
}

static void a_key_stands_between_its_neighbours(void **state)
{
	static const struct {
		const char *before, *after;
	} rows[] = {
		{ "", "" },	  { "V", "" },	     { "", "V" },     { "z", "" },	     { "zzzz", "" },  { "zzzzzzzz", "" },
		{ "", "1" },	  { "", "0001" },    { "", "00001" }, { "", "000000001" },   { "A", "B" },    { "A", "A1" },
		{ "A", "A01" },	  { "A", "A00001" }, { "Az", "B" },   { "Azzzzzzzzz", "B" }, { "V001", "V002" }, { "1", "z" },
	};
	char key[ORDER_LEN];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		order_between(rows[i].before, rows[i].after, key);
		assert_between(rows[i].before, rows[i].after, key);
	}
}

static void ten_thousand_rows_put_anywhere_stay_in_order(void **state)
{
	enum { ROWS = 10000 };
	struct dice dice = dice_take("ten_thousand_rows_put_anywhere_stay_in_order");
	static struct key keys[ROWS];
	size_t longest = 0;

	(void)state;
	for (size_t len = 0; len < ROWS; len++) {
		size_t at = dice_below(&dice, len + 1);
		struct key key;
		const char *before = at > 0 ? keys[at - 1].text : "", *after = at < len ? keys[at].text : "";
		order_between(before, after, key.text);
		assert_between(before, after, key.text);
		memmove(&keys[at + 1], &keys[at], (len - at) * sizeof *keys);
		keys[at] = key;
		longest = strlen(key.text) > longest ? strlen(key.text) : longest;
	}
	assert_true(longest < ORDER_LEN / 2);
}

static void rows_at_an_end_have_short_keys(void **state)
{
	struct key last = { "" }, first, key;

	(void)state;
	order_between("", "", last.text);
	first = last;
	for (int i = 0; i < 100000; i++) {
		order_between(last.text, "", key.text);
		assert_between(last.text, "", key.text);
		last = key;
		order_between("", first.text, key.text);
		assert_between("", first.text, key.text);
		first = key;
		assert_true(strlen(last.text) <= 4 && strlen(first.text) <= 4);
	}
}

static void one_gap_takes_hundreds_of_rows_then_the_ids_decide(void **state)
{
	struct key key = { "B" };
	int taken = 0;

	(void)state;
	for (; taken < 1000; taken++) {
		struct key next;
		order_between("A", key.text, next.text);
		if (strcmp(next.text, "A") <= 0)
			break;
		assert_between("A", key.text, next.text);
		key = next;
	}
	assert_in_range(taken, 380, 999);
}

static void equal_keys_give_the_next_place(void **state)
{
	char key[ORDER_LEN], longest[ORDER_LEN];

	(void)state;
	order_between("V001", "V001", key);
	assert_between("V001", "V002", key);
	order_between("B", "A", key);
	assert_between("B", "C", key);
	memset(longest, 'z', ORDER_LEN - 1);
	longest[ORDER_LEN - 1] = '\0';
	order_between(longest, longest, key);
	assert_string_equal(key, longest);
	order_between(longest, "", key);
	assert_int_equal(strspn(key, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), strlen(key));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_stands_between_its_neighbours),
		cmocka_unit_test(ten_thousand_rows_put_anywhere_stay_in_order),
		cmocka_unit_test(rows_at_an_end_have_short_keys),
		cmocka_unit_test(one_gap_takes_hundreds_of_rows_then_the_ids_decide),
		cmocka_unit_test(equal_keys_give_the_next_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
