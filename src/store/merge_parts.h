/* merge_parts.h - a merge on its way: the other file, the doors its facts go through, and what both sides changed.
 * Private to store. */
#ifndef STORE_MERGE_PARTS_H
#define STORE_MERGE_PARTS_H

#include "body.h"
#include "inside.h"
#include "lineage.h"
#include "store/merge.h"

/* The other file, open to be read, of one moment. */
struct source {
	struct connection connection;
	sqlite3_stmt *each;
	const char *path; /* borrowed: as the person wrote it */
	char *place;      /* as it is */
	bool had_log;
};

/* merge_open.c: where it is; and open, a database or else a document. Zeroed is closed. */
MUST_CHECK enum status source_find(struct source *source, const struct store *store, const char *path, struct fault *fault);
MUST_CHECK enum status source_open(struct source *source, const struct store *store, const char *path, struct fault *fault);

/* merge_source.c: for a source that is first read into memory, an empty log there, with the sentence that adds to it (a fact's
 * members in their order); and what all sources are asked. Both say the result code. */
int source_in_memory(struct source *source, sqlite3_stmt **ret_put);
int source_prepare(struct source *source);
void source_close(struct source *source);

/* A view of that name would run what a stranger wrote. */
#define FACT_IS_TABLE "SELECT count(*) FROM sqlite_schema WHERE name = 'fact' AND type = 'table' AND rootpage > 0"

/* merge_fault.c */
enum status source_fault(struct source *source, int rc, struct fault *fault); /* ST_OK for SQLITE_OK */
enum status source_is_none(const struct source *source, struct fault *fault); /* neither a database nor a document */

/* What a fact in a document says beside its body, in the order in which its sum is made. */
enum { DOCUMENT_STAMP, DOCUMENT_WORKSHOP, DOCUMENT_ENTITY, DOCUMENT_KIND, DOCUMENT_HASH, DOCUMENT_PARTS };
extern const char *const document_parts[DOCUMENT_PARTS];

/* merge_document.c: what a document at the source's place holds (store/document.h), as a database in memory, so that it is read
 * like any other. */
MUST_CHECK enum status document_open(struct source *source, struct fault *fault);

/* merge_salvage.c: what can still be read of a damaged database, in memory. */
MUST_CHECK enum status salvage_open(struct source *source, const struct store *store, const char *path, struct fault *fault);

/* One row of its log, borrowed until the next. */
struct told {
	struct stamp stamp;
	bool is_stamped, is_erased;
	const char *workshop, *entity, *kind, *body;
	int body_len;
	int64_t hash;
};
/* False: there is none, and *rc says why. */
bool source_next(struct source *source, struct told *ret_told, int *rc);

/* merge_kin.c: what is known of the rows that the source speaks of. A row is of one kind and one workshop for ever. */
struct kin {
	const struct entity_info *info;
	/* One more than an id has: what is longer than an id must not become one by being cut. */
	char id[ID_LEN + 2], workshop[ID_LEN + 2];
	bool is_touched; /* it was known, and more was said of it */
};
struct kin_table {
	struct kin *at; /* half of the room is free, with no info */
	size_t len, room;
};
struct kin *kin_find(const struct kin_table *table, const char *id); /* NULL: not there. Holds until the next is added */
struct kin *kin_add(struct kin_table *table, const struct entity_info *info, const char *id, const char *workshop);
const struct kin **kin_touched(const struct kin_table *table, size_t *ret_len); /* by id; the caller frees */
void kin_done(struct kin_table *table);

/* merge_door.c: would yoriai have written this? What was let in last stands in `batch`. */
struct door {
	struct store *store; /* zeroed, but for this, is open */
	struct kin_table rows;
	struct kin *row; /* that it speaks of; NULL: it is the first that we hear of it */
	struct batch batch;
	struct member member;
};
void door_close(struct door *door);
bool door_lets_in(struct door *door, const struct told *told, int *rc);

/* merge_known.c: the facts of our log that the source has as well. Zeroed is closed. */
struct known {
	sqlite3_stmt *find, *walk;
	bool is_walking; /* `walk` stands at a fact */
	int64_t *places; /* in our log */
	size_t len;
};
int known_open(struct known *known, struct store *store); /* the result code */
void known_close(struct known *known);
bool known_take(struct known *known, const struct told *told, int *rc); /* do we have it? Then the source has ours */
void known_sort(struct known *known);                                   /* after the last one, before the first question */
bool known_has(const struct known *known, int64_t place);

/* merge_versions.c: every field of the row that facts after `before` (theirs), and others that are not known to the source (ours),
 * say otherwise, into the result; then what people call what is there. */
void versions_compare(const struct known *known, int64_t before, const struct lineage *lineage, struct merge_result *result);
int versions_name(struct store *store, struct merge_result *result);

#endif
