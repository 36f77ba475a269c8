/* rows.h - a text's lines as it is wrapped, one after the other.
 * Floor: text, private. Borrows the text until rows_done(). */
#ifndef TEXT_ROWS_H
#define TEXT_ROWS_H

#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

struct rows {
	const char *text;
	size_t len;
	int cols;
	size_t next;  /* where the next line begins */
	bool more;    /* is there a next line? */
	char *breaks; /* a UC_BREAK_… for every byte: what may happen before it; NULL: not yet asked */
};

void rows_start(struct rows *rows, const char *text, size_t len, int cols);
bool rows_next(struct rows *rows, struct line *ret_line);
void rows_done(struct rows *rows);

#endif
