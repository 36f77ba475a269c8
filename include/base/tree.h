/* tree.h - what a JSON document says, as a list: the store reads it (store/json.h), other floors understand it.
 * Floor: base. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stddef.h>

enum tree_kind { TREE_NULL, TREE_TEXT, TREE_NUMBER, TREE_BOOL, TREE_ARRAY, TREE_OBJECT };

struct tree_node {
	enum tree_kind kind;
	size_t parent;    /* its place in the list; of the whole, which stands first, its own */
	const char *name; /* of a member of an object; "" for anything else */
	const char *text; /* of a scalar; a number as written, "true" or "false"; "" for null */
};

/* In the document's order: what holds something stands before it. */
struct tree {
	struct tree_node *nodes;
	size_t len;
};

#endif
