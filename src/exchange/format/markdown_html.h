/* markdown_html.h - the Markdown that our reports are written in, as HTML.
 * Private to exchange. It knows what markdown.h and report_md.c write and no more: headings, paragraphs, lists in lists, tables, bold
 * type, escapes, and lines that end in a backslash. Anything else is text, and no text becomes markup. */
#ifndef EXCHANGE_MARKDOWN_HTML_H
#define EXCHANGE_MARKDOWN_HTML_H

#include "base/buf.h"

void markdown_to_html(struct buf *out, const char *markdown);

#endif
