#include "base/arena.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16384 };

struct arena_block {
	struct arena_block *older;
	size_t used, room;
	_Alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *block_with_room(struct arena *arena, size_t len)
{
	struct arena_block *block = arena->newest;

	if (block && block->room - block->used >= len)
		return block;
	size_t room = len > BLOCK_BYTES ? len : BLOCK_BYTES;
	block = mem_new(1, sizeof *block + room);
	block->room = room;
	block->older = arena->newest;
	arena->newest = block;
	return block;
}

static void *take(struct arena *arena, size_t len, size_t align)
{
	struct arena_block *block = block_with_room(arena, len + align - 1);
	size_t at = (block->used + align - 1) / align * align;

	block->used = at + len;
	return block->bytes + at;
}

void *arena_new(struct arena *arena, size_t count, size_t size)
{
	size_t len;

	/* A product that overflows is a wish no memory can grant: let mem_new() end it. */
	if (__builtin_mul_overflow(count, size, &len) || len > SIZE_MAX / 2)
		return mem_new(SIZE_MAX / 2, 1);
	return take(arena, len, _Alignof(max_align_t));
}

char *arena_copy_len(struct arena *arena, const char *bytes, size_t len)
{
	char *copy = take(arena, len + 1, 1);

	if (len)
		memcpy(copy, bytes, len);
	return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
	return arena_copy_len(arena, text, text ? strlen(text) : 0);
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *older = block->older;
		free(block);
		block = older;
	}
}

/* What is handed out next is zeroed, as from a new block. */
void arena_clear(struct arena *arena)
{
	struct arena_block *block = arena->newest;

	if (!block)
		return;
	free_blocks(block->older);
	block->older = NULL;
	memset(block->bytes, 0, block->used);
	block->used = 0;
}

void arena_done(struct arena *arena)
{
	free_blocks(arena->newest);
	arena->newest = NULL;
}
