/* lineage.h - which of the things said of a field were written by people who knew the others, and which were not.
 * Private to store. That is what the versions of a workbook are.
 *
 * A fact about a row that is there says in its member KNEW who wrote it and, of each field, which fact's value it was written
 * over: "@scribe/3/4711 text=<stamp> text=<stamp>", stamps in hex. `=` was written over, `!` was put aside by somebody who chose,
 * `?` takes the choice made in that fact back. A fact without it was written over all that came before. */
#ifndef STORE_LINEAGE_H
#define STORE_LINEAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "domain/fact.h"

#include <stdbool.h>

struct store;

enum tie { TIE_OVER = '=', TIE_SETTLES = '!', TIE_REOPENS = '?' };
struct knew_entry {
	const struct field_info *field;
	enum tie tie;
	struct stamp stamp;
};
void knew_add(struct buf *knew, const struct knew_entry *entry);
/* Reads the next entry at *at and moves on; false: there is none, or it is not ours, and *at stays. */
bool knew_next(const char **at, const struct entity_info *info, struct knew_entry *ret_entry);
const char *knew_entries(const char *knew);                             /* past the signature; NULL: not ours */
bool knew_is_well(const char *knew, const struct entity_info *info);

/* One field, said by one fact. */
struct saying {
	const struct field_info *field;
	struct stamp stamp;
	int64_t seq, hash; /* of the fact: its place in this file's log, and its body's */
	const char *value; /* as stored: codes by name; "" : a number */
	int64_t number;
	const char *knew; /* "" : none */
	bool is_undone;   /* its choice was taken back */
	bool is_past;     /* somebody who knew it wrote another */
};

/* All that was said of one row, in the order in which it wins. Zeroed is empty. */
struct lineage {
	struct arena arena;
	const struct entity_info *info;
	const char *id, *workshop;
	struct stamp born;
	struct saying *at;
	size_t len, room;
	bool is_tied; /* somebody said what he knew: without that there is but one version */
};
/* Into one that is zeroed, or was loaded before: its memory is used again. What was changed in the log from outside, and can be
 * read no longer, says nothing. The result code. */
int lineage_load(struct store *store, const struct entity_info *info, const char *id, struct lineage *lineage);
void lineage_done(struct lineage *lineage);
void lineage_mark(struct lineage *lineage); /* says which of the sayings are past; was done when it was loaded */

/* Each row that the log tells of, in the order of ids. Stops at the first code that is not SQLITE_OK. Rows of a kind that the
 * program does not know (a newer one wrote them) are passed over. */
typedef int lineage_visit(struct store *store, const struct lineage *lineage, void *ctx);
int lineage_each(struct store *store, lineage_visit *visit, void *ctx);

bool lineage_has(const struct field_info *field); /* does a field have versions at all? Only these are ever contested */
const struct saying *lineage_standing(const struct lineage *lineage, const struct field_info *field); /* NULL: never said */
bool lineage_is_other(const struct lineage *lineage, const struct saying *saying); /* a version besides the one that stands */

/* What a fact about to be written shall say it knew, in *knew: `seen` as in a batch, and all after `before`, which are its own. */
void lineage_tie(const struct lineage *lineage, const struct fact *fact, int64_t seen, int64_t before, struct buf *knew);

#endif
