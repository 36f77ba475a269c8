#include "base/arena.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void fill_and_look(struct arena *arena)
{
	static const size_t sizes[] = { 0, 1, 3, 8, 17, 4096, 16384, 16385, 100000 };
	unsigned char *given[COUNT(sizes) * 8];

	for (size_t i = 0; i < COUNT(given); i++) {
		size_t size = sizes[i % COUNT(sizes)];
		assert_string_equal(arena_copy(arena, "見"), "見"); /* texts lie close together, in between */
		given[i] = arena_new(arena, size, 1);
		assert_int_equal((uintptr_t)given[i] % _Alignof(max_align_t), 0);
		for (size_t k = 0; k < size; k++)
			assert_int_equal(given[i][k], 0);
		memset(given[i], (int)i + 1, size);
	}
	for (size_t i = 0; i < COUNT(given); i++)
		for (size_t k = 0; k < sizes[i % COUNT(sizes)]; k++)
			assert_int_equal(given[i][k], i + 1);
}

static void an_arena_gives_zeroed_aligned_memory_that_stays(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	fill_and_look(&arena);
	arena_done(&arena);
	arena_done(&arena);
}

static void what_an_arena_gives_again_is_zeroed(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	arena_clear(&arena);
	for (int i = 0; i < 3; i++) {
		fill_and_look(&arena);
		arena_clear(&arena);
		arena_clear(&arena);
	}
	arena_done(&arena);
}

static void copies_live_in_the_arena(void **state)
{
	struct arena arena = { 0 };
	char text[] = "できること";

	(void)state;
	char *copy = arena_copy(&arena, text), *part = arena_copy_len(&arena, text, 6);
	text[0] = '\0';
	assert_string_equal(copy, "できること");
	assert_string_equal(part, "でき");
	assert_string_equal(arena_copy(&arena, NULL), "");
	assert_string_equal(arena_copy_len(&arena, NULL, 0), "");
	arena_done(&arena);
}

static void copies_of_nothing_are_empty_texts(void **state)
{
	char *none = mem_copy(NULL), *part = mem_copy_len("abc", 2);

	(void)state;
	assert_string_equal(none, "");
	assert_string_equal(part, "ab");
	free(none);
	free(part);
}

static void say_goodbye(void)
{
	(void)!write(STDOUT_FILENO, "bye", 3);
}

static void wish_for_too_much(int kind)
{
	volatile size_t count = SIZE_MAX / 4, size = 8;
	struct arena arena = { 0 };

	mem_on_exhausted(say_goodbye);
	if (kind == 0)
		mem_new(count, size);
	else if (kind == 1)
		mem_grow(NULL, count, size);
	else
		arena_new(&arena, count, size);
}

/* A product that overflows must not become a small block either. */
static void exhausted_memory_ends_the_program_after_its_last_words(void **state)
{
	(void)state;
	for (int kind = 0; kind < 3; kind++) {
		int ends[2], how;
		char words[8] = "";

		assert_int_equal(pipe(ends), 0);
		pid_t child = fork();
		if (child == 0) {
			dup2(ends[1], STDOUT_FILENO);
			wish_for_too_much(kind);
			_Exit(0);
		}
		close(ends[1]);
		assert_int_equal(read(ends[0], words, sizeof words - 1), 3);
		assert_string_equal(words, "bye");
		close(ends[0]);
		assert_int_equal(waitpid(child, &how, 0), child);
		assert_true(WIFEXITED(how));
		assert_int_equal(WEXITSTATUS(how), 1);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_arena_gives_zeroed_aligned_memory_that_stays),
		cmocka_unit_test(what_an_arena_gives_again_is_zeroed),
		cmocka_unit_test(copies_live_in_the_arena),
		cmocka_unit_test(copies_of_nothing_are_empty_texts),
		cmocka_unit_test(exhausted_memory_ends_the_program_after_its_last_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
