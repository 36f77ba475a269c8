/* bundle.h - offers and notes that say the same, bundled (束ねる): one row stands for all of them, and none is lost.
 * Floor: domain. Pure.
 *
 * A row says into which other row of its table it was bundled (`merged_into`). That one may itself be bundled, or be deleted
 * since; and two people may have bundled two rows into each other, each without knowing of the other. Whatever the rows say,
 * each belongs to exactly one bundle, and each bundle has one head, which is shown: the row at the end of the chain; where the
 * chain goes round in a circle, the row of that circle that the list has first. A row that is in no bundle is its own head. */
#ifndef DOMAIN_BUNDLE_H
#define DOMAIN_BUNDLE_H

#include "base/arena.h"
#include "domain/fact.h"
#include "domain/workbook.h"

/* Of all rows of an entity; rows by their index in the workbook. Borrows both. */
struct bundles {
	const struct workbook *book;
	enum entity entity;
	const size_t *heads; /* NULL: nothing is bundled */
	const size_t *lens;
};

/* entity: ENTITY_offer or ENTITY_note; of any other, nothing is bundled. */
struct bundles bundles_of(const struct workbook *book, enum entity entity, struct arena *arena);

size_t bundle_head(const struct bundles *bundles, size_t index);
bool bundle_is_head(const struct bundles *bundles, size_t index);
size_t bundle_len(const struct bundles *bundles, size_t index); /* rows in its bundle, itself among them: 1 and more */
/* The next row from `from` on that the head stands for and that is not the head itself; the list's length: there is none. */
size_t bundle_next(const struct bundles *bundles, size_t head, size_t from);
/* The same by rows: whom a row stands under. */
const struct row *bundle_head_of(const struct workbook *book, enum entity entity, const struct row *row);

/* What is to be written. Nothing where it is so already.
 * into: the row goes into the bundle of `to`; a head takes all of its bundle along, any other row leaves its own behind.
 * leave: the row stands alone, the others stay together. drop: the same where it is deleted, of which it says nothing.
 * apart: each of the bundle stands alone. */
void bundle_into(const struct bundles *bundles, size_t index, size_t to, struct batch *batch);
void bundle_leave(const struct bundles *bundles, size_t index, struct batch *batch);
void bundle_drop(const struct bundles *bundles, size_t index, struct batch *batch);
void bundle_apart(const struct bundles *bundles, size_t index, struct batch *batch);

#endif
