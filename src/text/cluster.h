/* cluster.h - where clusters begin and end, and how wide they are.
 * Floor: text, private. A grapheme is UAX 29's extended grapheme cluster; a cluster (text.h) is a grapheme
 * together with those beside it that show nothing. */
#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

#include <stddef.h>

/* The end of the grapheme that begins at `at` (< len), which must be where one begins. An invalid byte is a
 * grapheme. */
size_t grapheme_end(const char *text, size_t len, size_t at);

/* The end of the cluster that begins at `at` (< len), and its columns. */
size_t cluster_next(const char *text, size_t len, size_t at, int *ret_cols);

#endif
