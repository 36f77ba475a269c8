#include "base/env.h"
#include "base/i18n.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Hands out 0, 1, 2 … 255, 0 … */
static void count_up(void *ctx, void *bytes, size_t len)
{
	unsigned char *next = ctx, *at = bytes;

	for (size_t i = 0; i < len; i++)
		at[i] = (*next)++;
}

static struct moment stand_still(void *ctx)
{
	(void)ctx;
	return (struct moment){ .wall_ms = 1, .boot_ms = 2, .mono_ms = 3, .boot_id = 4 };
}

static void ids_use_each_of_32_letters_equally_often(void **state)
{
	static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
	unsigned char next = 0;
	const struct env env = { .now = stand_still, .fill_random = count_up, .ctx = &next };
	size_t seen[256] = { 0 };

	(void)state;
	for (int i = 0; i < 256 / ID_LEN; i++) {
		struct id id = env_new_id(&env);
		assert_int_equal(strlen(id.text), ID_LEN);
		assert_int_equal(strspn(id.text, alphabet), ID_LEN);
		for (int k = 0; k < ID_LEN; k++)
			seen[(unsigned char)id.text[k]]++;
	}
	assert_int_equal(strlen(alphabet), 32);
	for (const char *c = alphabet; *c; c++)
		assert_int_equal(seen[(unsigned char)*c], 8);
}

static void time_comes_from_the_env_that_is_asked(void **state)
{
	const struct env env = { .now = stand_still, .fill_random = count_up };
	struct moment now = env_now(&env);

	(void)state;
	assert_int_equal(now.wall_ms, 1);
	assert_int_equal(now.boot_ms, 2);
	assert_int_equal(now.mono_ms, 3);
	assert_int_equal(now.boot_id, 4);
}

static void the_machines_clocks_run_and_its_ids_differ(void **state)
{
	struct moment first = env_now(&env_system), then = env_now(&env_system);
	struct id ids[64];

	(void)state;
	assert_true(first.wall_ms > 1700000000000);
	assert_true(then.boot_ms >= first.boot_ms && then.mono_ms >= first.mono_ms);
	assert_true(first.boot_ms >= first.mono_ms);
	assert_int_equal(first.boot_id, then.boot_id);
	/* Exact in a double, as JSON readers want it. */
	assert_true(first.boot_id >= 0 && first.boot_id < (INT64_C(1) << 53));
	for (size_t i = 0; i < COUNT(ids); i++) {
		ids[i] = env_new_id(&env_system);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(ids[i].text, ids[k].text);
	}
}

/* Files hold such ids: the same names give them in every version of the program. */
static void an_id_between_two_is_the_same_for_ever(void **state)
{
	(void)state;
	assert_string_equal(id_between("p5tqwd1dxxd41p33", "h71x807aak9045ba", 1).text, "gp7rvec8wmv0xe3d");
	assert_string_equal(id_between("p5tqwd1dxxd41p33", "20e4wz21bf8rk1md", 1).text, "re1cggdvqhnyhmzz");
	assert_string_not_equal(id_between("ab", "c", 1).text, id_between("a", "bc", 1).text);
	assert_string_not_equal(id_between("a", "b", 1).text, id_between("a", "b", 2).text);
	assert_string_not_equal(id_between("a", "b", 1).text, id_between("b", "a", 1).text);
}

static void a_word_without_a_translation_is_shown_without_its_context(void **state)
{
	(void)state;
	assert_string_equal(C_("agenda", "no such word"), "no such word");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_use_each_of_32_letters_equally_often),
		cmocka_unit_test(time_comes_from_the_env_that_is_asked),
		cmocka_unit_test(the_machines_clocks_run_and_its_ids_differ),
		cmocka_unit_test(an_id_between_two_is_the_same_for_ever),
		cmocka_unit_test(a_word_without_a_translation_is_shown_without_its_context),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
