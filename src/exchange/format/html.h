/* html.h - HTML documents that stand alone: a file that needs no network, runs no script, and prints as it looks.
 * Private to exchange. Texts of people come in through html_text() and html_lines() alone: cleaned (text/text.h) on the way, they
 * read as what was typed and can be no markup. Tags, classes and styles are ours. */
#ifndef EXCHANGE_HTML_H
#define EXCHANGE_HTML_H

#include "base/buf.h"

#include <stddef.h>

/* styles: style sheets, NULL-ended. In the user's language. `foot`: stands at the foot of every printed page, beside its number;
 * "": pages have no foot. What stands between begin and end is the body. */
struct html_head {
	const char *title, *class, *foot;
	const char *const *styles;
};
void html_begin(struct buf *out, const struct html_head *head);
void html_end(struct buf *out);

/* In one line: line breaks and runs of blanks become a space. */
void html_text(struct buf *out, const char *text);
/* A paragraph (<p>) for each stretch between empty lines, its lines as they are. */
void html_lines(struct buf *out, const char *text);

/* "<p class="strong">text</p>" for the tag "p" and the class "strong"; class "": none. Nothing at all where the text is "". */
void html_put(struct buf *out, const char *tag, const char *class, const char *text);

#endif
