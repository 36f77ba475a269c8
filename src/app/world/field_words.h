/* field_words.h - what people call a field, where no form stands around it: as the forms do.
 * Floor: app (private). */
#ifndef APP_FIELD_WORDS_H
#define APP_FIELD_WORDS_H

#include "domain/entity.h"

const char *field_words(const struct field_info *field); /* its stored name where nobody writes it by hand */

#endif
