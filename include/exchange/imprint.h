/* imprint.h - what a source said of a row, field by field, in a few bytes each: so that what was changed here since can be told from
 * what was not (field.md 3, invariant 19).
 * Floor: exchange. As text, which is stored and exported: "name=1a2b3c4d area=00ff12ab", a hash for each field that was said.
 * Hashes are of what people see (a code's text, a number's digits), so they outlive changes of fields.def. */
#ifndef EXCHANGE_IMPRINT_H
#define EXCHANGE_IMPRINT_H

#include "base/buf.h"
#include "domain/entity.h"

#include <stdbool.h>
#include <stdint.h>

enum { IMPRINT_FIELDS_MAX = 64 };

/* By a field's place in its entity. Zeroed: nothing was said. */
struct imprint {
	uint64_t has;
	uint32_t of[IMPRINT_FIELDS_MAX];
};

/* Words that are no field's hash are passed by. */
struct imprint imprint_of_text(const struct entity_info *info, const char *text);
void imprint_add_text(const struct imprint *imprint, const struct entity_info *info, struct buf *out);

void imprint_take(struct imprint *imprint, const struct entity_info *info, size_t field, struct value value);
bool imprint_is_of(const struct imprint *imprint, const struct entity_info *info, size_t field, struct value value);

/* Of all that a card says as it stands: what our own exports say of it, for whoever edits them in a spreadsheet. */
void imprint_of_card(const struct card *card, struct buf *out);

#endif
