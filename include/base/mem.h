/* mem.h - memory that is there or the program ends.
 * Floor: base. Everything acknowledged is already on disk, so running out of memory restores the terminal and stops. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Owned by the caller, freed with free(). Never NULL; zero-filled where new. */
void *mem_new(size_t count, size_t size);
void *mem_grow(void *old, size_t count, size_t size); /* the added part is not zeroed */
char *mem_copy(const char *text);                     /* NULL gives "" */
char *mem_copy_len(const char *bytes, size_t len);    /* NUL is added */

/* Before the first thread: what threads take and free, others can have again. */
void mem_keep_one_heap(void);
/* What was freed goes back to the system: after something large and rare. */
void mem_give_back(void);

/* Called once before the program ends for want of memory (to restore the terminal). NULL: nothing is called. */
void mem_on_exhausted(void (*last_words)(void));

#endif
