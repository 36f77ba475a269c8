/* support.h - a support in words: what it is called, what it does, and to whom.
 * Floor: domain. In the reader's language. */
#ifndef DOMAIN_SUPPORT_H
#define DOMAIN_SUPPORT_H

#include "base/buf.h"
#include "domain/workbook.h"

#include <stdbool.h>

/* The name it was given, else its card's or its offer's; "": none. Borrowed from the workbook. */
const char *support_name(const struct workbook *book, const struct support *support);

/* What it does and to whom ("meets Kazu", 「カズさんに会う」), as far as that is said; adds nothing where neither is. */
void support_add_deed(const struct support *support, struct buf *out);

/* Its card or its offer has been deleted since; its name stays. */
bool support_is_orphan(const struct workbook *book, const struct support *support);

#endif
