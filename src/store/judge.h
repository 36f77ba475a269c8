/* judge.h - does a row hold the words that are looked for?
 * Private to store. The index only says where to look: what is said of a row is always read in the row itself. */
#ifndef STORE_JUDGE_H
#define STORE_JUDGE_H

#include "base/arena.h"
#include "store/search.h"

/* What was asked for last. */
struct finding {
	char id[ID_LEN + 1]; /* "": nothing yet */
	int64_t number;
};

struct judge {
	struct store *store;
	enum reach reach;
	const char *workshop; /* NULL: any */
	const char **words;   /* folded */
	size_t words_len;     /* at least one */
	bool *found;          /* room for as many: which of them a row holds */
	struct arena *arena; /* of the hits */
	struct finding there, table;
};

/* A row that is there, in a workshop and at a table that are there. The result code; *ret_holds says which. The hit's line is
 * the caller's. */
int judge_row(struct judge *judge, const struct entity_info *info, const char *id, struct search_hit *ret_hit, bool *ret_holds);

#endif
