/* field_words.h - what people call a field, where no form stands around it: as the forms do.
 * Floor: app (private). */
#ifndef APP_FIELD_WORDS_H
#define APP_FIELD_WORDS_H

#include "base/buf.h"
#include "domain/entity.h"

#include <stdbool.h>

bool field_is_spoken_of(const struct field_info *field); /* people write it by hand */
const char *field_words(const struct field_info *field); /* of another, its stored name */

void field_words_add_value(const struct field_info *field, struct value value, struct buf *out); /* as people say it */

#endif
