#include "base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*exhausted)(void);

void mem_on_exhausted(void (*last_words)(void))
{
	exhausted = last_words;
}

static void *present(void *block)
{
	if (block)
		return block;
	if (exhausted)
		exhausted();
	fputs("yoriai: out of memory; what was entered is saved.\n", stderr);
	_Exit(1);
}

void *mem_new(size_t count, size_t size)
{
	return present(calloc(count ? count : 1, size ? size : 1));
}

void *mem_grow(void *old, size_t count, size_t size)
{
	return present(reallocarray(old, count ? count : 1, size ? size : 1));
}

char *mem_copy_len(const char *bytes, size_t len)
{
	char *copy = mem_new(len + 1, 1);

	if (len)
		memcpy(copy, bytes, len);
	return copy;
}

char *mem_copy(const char *text)
{
	return mem_copy_len(text, text ? strlen(text) : 0);
}

void mem_keep_one_heap(void)
{
	mallopt(M_ARENA_MAX, 1);
}

void mem_give_back(void)
{
	malloc_trim(0);
}
