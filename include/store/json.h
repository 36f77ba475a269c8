/* json.h - reading JSON that others wrote, by SQLite's own functions.
 * Floor: store. */
#ifndef STORE_JSON_H
#define STORE_JSON_H

#include "base/arena.h"
#include "base/status.h"
#include "base/tree.h"
#include "store/store.h"

/* One member of an object, flattened: an array gives one row an element (index 0, 1, …), a scalar one with index -1. */
struct json_member {
	const char *name;
	int index;
	const char *text; /* numbers as written; "" for null */
	bool is_text, is_number;
};
/* The members of one JSON object. ST_INVALID with a sentence where it is no object. Owned by the arena. */
MUST_CHECK enum status json_read_object(struct store *store, const char *json, size_t len, struct arena *arena,
					struct json_member **ret_members, size_t *ret_len, struct fault *fault);

/* Any JSON, whole. ST_INVALID with a sentence where it is none. Owned by the arena. */
MUST_CHECK enum status json_read_tree(struct store *store, const char *json, size_t len, struct arena *arena,
				      struct tree *ret_tree, struct fault *fault);

#endif
