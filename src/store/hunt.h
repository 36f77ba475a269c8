/* hunt.h - a search while it goes on.
 * Private to store. */
#ifndef STORE_HUNT_H
#define STORE_HUNT_H

#include "base/buf.h"
#include "grams.h"
#include "index.h"
#include "inside.h"
#include "judge.h"

enum {
	HUNT_FEW = 48,          /* so many rows are looked at one by one before anything cleverer is tried */
	HUNT_PIECES = 24,       /* of the words, that are weighed against each other; the rows themselves are asked for the rest */
	HUNT_STRETCH = 1 << 16, /* of the log, at the least: doubled as long as it takes no time */
};

enum phase {
	PHASE_BEGIN,
	PHASE_PIECES,
	PHASE_SHELF,   /* a shelf is begun */
	PHASE_FEW,     /* the only lines there can be, on the shelf or at all */
	PHASE_STRETCH,
	PHASE_AFTER_INDEX,
};

struct hunt {
	struct judge judge;
	struct search_scope scope;
	struct gram pieces[HUNT_PIECES];
	size_t pieces_len;
	struct arena arena;
	size_t room;               /* for hits */
	size_t taken[SHELF_COUNT]; /* hits on each shelf */

	enum phase phase;
	int64_t mark, last;        /* of the facts up to last, the index covers those up to mark */
	int64_t below;             /* PHASE_AFTER_INDEX: facts; PHASE_STRETCH: lines: what is left lies below */
	struct gram rarest;        /* of the pieces */
	int64_t top;               /* its last line */
	struct buf asked;          /* the pieces asked for together, as FTS5 wants them */
	enum search_shelf shelf;   /* SHELF_COUNT: all have been */
	int64_t few[HUNT_FEW];     /* the next one last */
	size_t few_len;
	int64_t stretch;
	int64_t due_ms;            /* when to leave off; -1: at the end */
};

/* There is one more than is asked for. */
static inline bool hunt_is_over(const struct hunt *hunt, enum search_shelf shelf)
{
	return hunt->scope.limit && hunt->taken[shelf] > hunt->scope.limit;
}

static inline bool hunt_is_asked(const struct hunt *hunt, enum search_shelf shelf)
{
	return shelf < SHELF_COUNT && (!hunt->scope.shelves || (hunt->scope.shelves & (1u << shelf)));
}

/* Are older hits on this shelf still wanted? */
static inline bool hunt_is_wanted(const struct hunt *hunt, enum search_shelf shelf)
{
	return hunt_is_asked(hunt, shelf) && !hunt_is_over(hunt, shelf);
}

static inline int64_t hunt_now_ms(const struct hunt *hunt)
{
	return env_now(hunt->judge.store->env).mono_ms;
}

static inline bool hunt_is_time_over(const struct hunt *hunt)
{
	return hunt->due_ms >= 0 && hunt_now_ms(hunt) >= hunt->due_ms;
}

/* The index has been looked through; what came after it has not. */
static inline void hunt_go_behind_index(struct search *search)
{
	search->hunt->below = search->hunt->last + 1;
	search->hunt->phase = PHASE_AFTER_INDEX;
	search->done = search->hunt->mark == search->hunt->last;
}

/* Is it a hit? Then it is added (hits.c), where the limit is reached in place of an older one. `seq`: where the row began. */
int hunt_judge(struct search *search, const struct entity_info *info, const char *id, int64_t seq);

/* The next step in the index. A piece that few rows hold leads to all rows there can be; where every piece is a common one,
 * the rows that hold several of them are asked for, shelf by shelf, stretch by stretch, the newest first. */
int hunt_in_index(struct search *search);

#endif
