/* search.h - the rows whose texts hold some words, out of all that the file holds.
 * Floor: store. Blind to kana, width, case and the forms of a kanji (text/fold.h); one character is enough. No letter is
 * ever looked through, opened or not. */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/buf.h"
#include "store/store.h"

/* Rows of a kind stand together, in this order. */
enum search_shelf {
	SHELF_WORKSHOPS, /* with their agenda, tables and needs */
	SHELF_CASES,
	SHELF_CARDS,
	SHELF_PEOPLE,
	SHELF_STORIES,
	SHELF_STEPS, /* with their supports */
	SHELF_OFFERS,
	SHELF_NOTES,
	SHELF_ACTIONS,
	SHELF_COUNT
};
enum search_shelf search_shelf(enum entity entity); /* SHELF_COUNT: it is not looked through */

/* Where to look. What lies above the reach is not even compared with the words. */
struct search_scope {
	unsigned shelves;     /* bits: 1u << SHELF_CARDS | …; 0: all */
	const char *workshop; /* its rows and the directory; NULL: all workshops. Copied */
	enum reach reach;
	size_t limit; /* of hits on each shelf; 0: none */
};

/* One row. All borrowed from the search. */
struct search_hit {
	int64_t line; /* of two on a shelf the greater began later in this file */
	enum entity entity;
	const char *id, *workshop; /* workshop "" for the directory */
	int64_t table;             /* the number of the table it belongs to; 0: none */
	const struct field_info *field;
	const char *text; /* of the field: the first one that holds the first word */
};

/* A search goes on piece by piece, so that who types never waits for it. Nothing is held open in between; what is written
 * meanwhile may be found or not. */
struct search {
	struct search_hit *hits; /* by shelf, on each the newest first */
	size_t len;
	bool more; /* there were more than the limit on some shelf */
	bool done; /* everything has been looked through */
	struct hunt *hunt;
};

/* The rows that hold all the words of `query`, wherever in their texts. Words are parted by blanks; no character has a
 * meaning of its own. No word: done, with no hit. The store must stay open until search_end(). */
void search_begin(struct search *search, struct store *store, const char *query, const struct search_scope *scope);
/* Goes on for some budget_ms, and at least a little; -1: to the end. Hits may move to another place. */
MUST_CHECK enum status search_go_on(struct search *search, int64_t budget_ms, struct fault *fault);
void search_end(struct search *search); /* zeroed is allowed, and left zeroed */

/* Adds what people call a row: its title, name, text or number, or that of what it refers to. Nothing where that cannot be read. */
void search_add_name(struct store *store, const char *id, struct buf *out);

/* The index comes after the log, outside of anybody's commit. What it lacks is found all the same, only slower. */
bool index_is_behind(struct store *store);
/* Takes up the next facts, a few milliseconds' worth. Waits for nobody: ST_BUSY where the file is being written. ST_REFUSED
 * where the store only reads. */
MUST_CHECK enum status index_catch_up(struct store *store, struct fault *fault);
/* Makes the whole index anew. */
MUST_CHECK enum status index_rebuild(struct store *store, struct fault *fault);

#endif
