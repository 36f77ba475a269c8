/* pages.h - a long text in pages that are the same on every screen, whatever its size.
 * Floor: view. The facilitator turns pages without knowing how large the projector's terminal is, so a page is what a
 * 60-column, 10-row sheet holds; pages break between paragraphs, and inside one only if it is longer than a page. */
#ifndef VIEW_PAGES_H
#define VIEW_PAGES_H

#include <stddef.h>

enum { PAGE_COLS = 60, PAGE_ROWS = 10 };

struct page {
	size_t at, len; /* bytes of the text */
};

/* Fills at most max pages and returns how many there are in all; "" has none. */
size_t pages_split(const char *text, struct page *pages, size_t max);

/* A page in paragraphs: lines with ink, as the text was written. The bytes that hold the first so many of them. */
size_t page_paragraphs(const char *page, size_t len);
size_t page_first_paragraphs(const char *page, size_t len, size_t paragraphs);

#endif
