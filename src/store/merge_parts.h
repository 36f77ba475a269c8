/* merge_parts.h - a merge on its way: the other file, the doors its facts go through, and what both sides changed.
 * Private to store. */
#ifndef STORE_MERGE_PARTS_H
#define STORE_MERGE_PARTS_H

#include "base/buf.h"
#include "inside.h"
#include "store/merge.h"

/* The other file, open to be read, of one moment. */
struct source {
	struct connection connection;
	sqlite3_stmt *each, *has;
	const char *path; /* borrowed: as the person wrote it */
	char *place;      /* as it is */
	bool had_log;
};

/* merge_source.c. Zeroed is closed. */
MUST_CHECK enum status source_open(struct source *source, const struct store *store, const char *path, struct fault *fault);
/* Its parts, for a source that is first read into memory: where it is; an empty log there, with the sentence that adds to it (a
 * fact's members in their order); and what all sources are asked. The last two say the result code. */
MUST_CHECK enum status source_find(struct source *source, const struct store *store, const char *path, struct fault *fault);
int source_in_memory(struct source *source, sqlite3_stmt **ret_put);
int source_prepare(struct source *source);
void source_close(struct source *source);
enum status source_fault(struct source *source, int rc, struct fault *fault); /* ST_OK for SQLITE_OK */
enum status source_is_none(const struct source *source, struct fault *fault); /* neither a database nor a document */

/* A view of that name would run what a stranger wrote. */
#define FACT_IS_TABLE "SELECT count(*) FROM sqlite_schema WHERE name = 'fact' AND type = 'table' AND rootpage > 0"

/* What a fact in a document says beside its body, in the order in which its sum is made. */
enum { DOCUMENT_STAMP, DOCUMENT_WORKSHOP, DOCUMENT_ENTITY, DOCUMENT_KIND, DOCUMENT_HASH, DOCUMENT_PARTS };
extern const char *const document_parts[DOCUMENT_PARTS];

/* merge_document.c: what a document at the source's place holds (store/document.h), as a database in memory, so that it is read
 * like any other. */
MUST_CHECK enum status document_open(struct source *source, struct fault *fault);

/* merge_salvage.c: what can still be read of a damaged database, in memory. */
MUST_CHECK enum status salvage_open(struct source *source, const struct store *store, const char *path, struct fault *fault);

/* Which fact it is, on either side: FACT_IS_THERE prepared there. *rc says whether it could be asked. */
#define FACT_IS_THERE "SELECT 1 FROM fact WHERE entity = ?1 AND stamp = ?2 AND hash = ?3"
bool fact_is_there(sqlite3_stmt *stmt, const char *entity, struct stamp stamp, int64_t hash, int *rc);

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

/* merge_body.c: one member of a body as yoriai writes it. */
struct member {
	struct buf key, text;
	int64_t number; /* if it is no text */
	bool is_text;
};
/* `*at` stands behind what comes before the member, and is moved behind it. False: it is spelt as yoriai would not, to the byte. */
bool member_read(const char **at, struct member *member);
bool body_is_ours(const char *body, size_t len); /* is all of it spelt so? */
void member_done(struct member *member);

/* merge_door.c: would yoriai have written this? What was let in last stands in `batch`; `is_new_row`: it is the first that we hear
 * of its row. */
struct door {
	struct store *store;
	sqlite3_stmt *kin;
	struct batch batch;
	struct member member;
	bool is_new_row;
};
int door_open(struct door *door, struct store *store); /* the result code */
void door_close(struct door *door);
bool door_lets_in(struct door *door, const struct told *told, int *rc);

/* merge_versions.c: every field that facts after `before` (theirs), and others that the source does not have (ours), say
 * otherwise, into the result. */
int versions_compare(struct store *store, struct source *source, int64_t before, struct merge_result *result);

#endif
