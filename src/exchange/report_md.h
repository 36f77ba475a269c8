/* report_md.h - the parts of the Markdown report.
 * Private to exchange. Each begins with an empty line, if it writes anything, and ends with a line feed. */
#ifndef EXCHANGE_REPORT_MD_H
#define EXCHANGE_REPORT_MD_H

#include "exchange/report.h"

void md_tables(struct buf *out, const struct report *report);
void md_room(struct buf *out, const struct report *report); /* the counts of all tables together */

void md_label(struct buf *out, const char *label); /* "- **Label:** " */

#endif
