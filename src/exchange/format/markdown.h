/* markdown.h - texts of people inside a Markdown document (CommonMark with tables): they read as what was typed, and
 * neither become markup nor break a list, a table's cell or a heading. Cleaned (text/text.h) on the way.
 * Private to exchange. */
#ifndef EXCHANGE_MARKDOWN_H
#define EXCHANGE_MARKDOWN_H

#include "base/buf.h"

/* In one line: line breaks and runs of blanks become a space. */
void markdown_text(struct buf *out, const char *text);

/* In as many lines as it has, each line but the first begun by `indent`; an empty line begins a paragraph. */
void markdown_lines(struct buf *out, const char *text, const char *indent);

/* "- **Label:** ", a line of a list that says what it is; the label is our own. */
void markdown_label(struct buf *out, const char *label);

#endif
