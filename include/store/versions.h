/* versions.h - what two people wrote into one field without knowing of each other.
 * Floor: store. The later of them stands; the other stays one key away until somebody chooses, on every copy that knows both,
 * since each fact says what it was written over. */
#ifndef STORE_VERSIONS_H
#define STORE_VERSIONS_H

#include "base/arena.h"
#include "store/store.h"

/* Who writes from now on: a console by its screen's name and its table (0: none). NULL: just this computer. */
void store_sign(struct store *store, const char *role, int64_t table);

enum version_place { VERSION_THIS_CONSOLE, VERSION_THIS_COMPUTER, VERSION_ELSEWHERE };

struct version {
	const struct field_info *field;
	struct value value;
	struct stamp stamp;
	enum version_place place;
	char role[12]; /* "" : not said */
	int64_t table; /* 0: not said */
};

/* The versions of one contested field of a row, the one that stands first, then the newest; borrowed from the arena. None where
 * nothing is contested any longer, or the field may not be read with the reach. */
MUST_CHECK enum status store_versions(struct store *store, enum field field, const char *id, struct store_reach reach,
				      struct arena *arena, struct version **ret_versions, size_t *ret_len, struct fault *fault);

#endif
