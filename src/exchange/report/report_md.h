/* report_md.h - the parts of the Markdown report.
 * Private to exchange. Each begins with an empty line, if it writes anything, and ends with a line feed. */
#ifndef EXCHANGE_REPORT_MD_H
#define EXCHANGE_REPORT_MD_H

#include "exchange/report.h"

void md_tables(struct buf *out, const struct report *report);
void md_room(struct buf *out, const struct report *report); /* the counts of all tables together */

/* A table's offers and notes, each with its heading; nothing where there is none. */
void md_offers(struct buf *out, const struct workbook *book, const char *table);
void md_notes(struct buf *out, const struct workbook *book, const char *table);

/* How many came, beside the last time. */
void md_attendance(struct buf *out, const struct report *report);

/* What all tables plan, by priority. */
void md_plan(struct buf *out, const struct workbook *book);

/* Behind an entry: the need it answers, and of which case or in which round of talk it was written. */
void md_need(struct buf *out, const struct workbook *book, const char *id);
void md_round(struct buf *out, const struct workbook *book, const char *item);

#endif
