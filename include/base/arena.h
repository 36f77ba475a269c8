/* arena.h - many small things that die together.
 * Floor: base. Zeroed is a valid empty arena. Cannot fail (mem.h). Everything handed out is borrowed from the arena. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;
struct arena {
	struct arena_block *newest;
};

void *arena_new(struct arena *arena, size_t count, size_t size); /* zeroed, aligned for any type */
char *arena_copy(struct arena *arena, const char *text);         /* texts lie close together; NULL gives "" */
char *arena_copy_len(struct arena *arena, const char *bytes, size_t len);
void arena_clear(struct arena *arena); /* empty, some memory kept for reuse */
void arena_done(struct arena *arena);

#endif
