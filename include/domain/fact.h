/* fact.h - what is to be written: for each row touched, just the fields that change.
 * Floor: domain. A batch is written whole or not at all (store/facts.h gives the stamps). Zeroed is a valid empty batch.
 * A batch owns copies of every text given to it. */
#ifndef DOMAIN_FACT_H
#define DOMAIN_FACT_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/entity.h"

#include <stdbool.h>

struct change {
	const struct field_info *field;
	struct value value; /* text is never NULL */
};

struct fact {
	struct stamp stamp; /* given by the store */
	enum entity entity;
	const char *workshop; /* "" for a row of the directory */
	const char *id;
	struct change *changes;
	size_t changes_len;
	bool is_new;  /* of a row that nobody has heard of yet */
	bool settles; /* somebody chose among versions: of these fields no other is offered any longer (struct version) */
	bool reopens; /* takes such a choice back: they are offered again */
};

/* `seen`: how far the file's log had been read when the person began to write (workbook.seen); 0: to its end. What others
 * have written since is not written over: it becomes another version. */
struct batch {
	struct arena arena;
	struct fact *facts;
	size_t len;
	int64_t seen;
};

/* Begins the next fact of the batch: a change to row `id`. The pointer holds until the next fact is begun. */
struct fact *batch_add(struct batch *batch, enum entity entity, const char *workshop, const char *id);
/* The same for a new row: draws its id and says it. */
struct fact *batch_add_new(struct batch *batch, enum entity entity, const char *workshop, const struct env *env, struct id *ret_id);
void batch_clear(struct batch *batch); /* empty, some memory kept for reuse */
void batch_done(struct batch *batch);

/* Into the batch's newest fact. The field must belong to the fact's entity (or be FIELD_gone). */
void batch_set_text(struct batch *batch, enum field field, const char *text);
void batch_set_number(struct batch *batch, enum field field, int64_t number); /* also moments and codes */
void batch_set(struct batch *batch, const struct field_info *field, struct value value);
/* Every field of a row of the same entity, but its references: in another workshop they would name nothing. */
void batch_set_row(struct batch *batch, const struct row *row);

/* Is every value of a length, magnitude and form its field allows? Else ST_INVALID with a sentence naming the field. */
MUST_CHECK enum status batch_check(const struct batch *batch, struct fault *fault);

#endif
