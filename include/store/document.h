/* document.h - the log as text: what `export all` writes for another computer, and a merge takes in again.
 * Floor: store. A document is a JSON object. Beside whatever is in it for other readers, it says what it is ("format", "version",
 * "schema"), and its member "facts" holds facts as they stand in the log: of one workshop, of the directory, or of all. "sum" tells
 * whether these are still what was written, to the last letter; how they are spaced and spelt does not matter.
 *
 *   {"stamp": 32 digits, "workshop", "entity": ids, "kind", "hash": 16 digits, of the body, "body": {…}}
 *
 * So it is one more copy, and taking it in is one more union of logs. */
#ifndef STORE_DOCUMENT_H
#define STORE_DOCUMENT_H

#include "base/buf.h"
#include "base/hash.h"
#include "store/store.h"

#define DOCUMENT_FORMAT "yoriai"
enum {
	DOCUMENT_VERSION = 1,
	DOCUMENT_MAX_MB = 512, /* a merge reads all of it into memory; a database has no such limit */
	DOCUMENT_SUM_LEN = 16,
};
int64_t document_schema(void); /* whose facts a document may hold: an older program refuses them */

/* What has been written of one, and what stays here although it belongs to the log. */
struct document_facts {
	uint64_t sum;
	size_t letters; /* sealed */
	size_t cards;   /* of persons, without their consent */
};
#define DOCUMENT_FACTS ((struct document_facts){ .sum = HASH_START })

/* Appends the facts of a workshop ("": of the directory; NULL: all), a line each, with what stands between elements of an array.
 * Letters of those workshops whose ids `unsealed` holds, one after the other. No control character and nothing that cannot be seen
 * is among them, but as an escape. */
MUST_CHECK enum status document_add_facts(struct store *store, const char *workshop, const char *unsealed, struct buf *out,
					  struct document_facts *facts, struct fault *fault);
/* The member "sum", after all of them. */
void document_sum(const struct document_facts *facts, char ret_sum[DOCUMENT_SUM_LEN + 1]);

#endif
