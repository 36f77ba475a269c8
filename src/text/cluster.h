/* cluster.h - clusters with their width. Floor: text, private.
 * A cluster (text.h) is a grapheme together with those beside it that show nothing. */
#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H

#include <stddef.h>

/* The end of the cluster that begins at `at` (< len), and its columns. */
size_t cluster_next(const char *text, size_t len, size_t at, int *ret_cols);

#endif
