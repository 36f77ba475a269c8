#include "base/hash.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* The vectors of its authors (draft-eastlake-fnv, "fnv64a"). */
static void bytes_hash_as_published(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		uint64_t hash;
	} rows[] = {
		{ "", UINT64_C(0xcbf29ce484222325) },
		{ "a", UINT64_C(0xaf63dc4c8601ec8c) },
		{ "foobar", UINT64_C(0x85944171f73967e8) },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(hash_bytes(HASH_START, rows[i].bytes, strlen(rows[i].bytes)) == rows[i].hash);
}

static void pieces_hash_as_the_whole(void **state)
{
	(void)state;
	assert_true(hash_bytes(hash_bytes(HASH_START, "寄り", strlen("寄り")), "合い", strlen("合い")) ==
		    hash_bytes(HASH_START, "寄り合い", strlen("寄り合い")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_hash_as_published),
		cmocka_unit_test(pieces_hash_as_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
