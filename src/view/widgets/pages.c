#include "view/pages.h"

#include "text/wrap.h"

#include <stdbool.h>
#include <string.h>

struct splitter {
	struct page *pages;
	size_t max, len;
	size_t at, end; /* of the page being filled */
	size_t rows;
};

static void close_page(struct splitter *splitter)
{
	if (splitter->end == splitter->at)
		return;
	if (splitter->len < splitter->max)
		splitter->pages[splitter->len] = (struct page){ splitter->at, splitter->end - splitter->at };
	splitter->len++;
	splitter->at = splitter->end;
	splitter->rows = 0;
}

/* A paragraph longer than a page is cut at a line's end; its rest begins the next page. */
static void add_long(struct splitter *splitter, const char *text, size_t at, size_t len)
{
	struct line lines[PAGE_ROWS + 1];

	while (len > 0 && text_wrap(text + at, len, PAGE_COLS, lines, PAGE_ROWS + 1) > PAGE_ROWS) {
		size_t fits = lines[PAGE_ROWS].at;
		splitter->at = at;
		splitter->end = at + fits;
		close_page(splitter);
		at += fits;
		len -= fits;
	}
	splitter->at = at;
	splitter->end = at + len;
	splitter->rows = len ? text_wrap(text + at, len, PAGE_COLS, NULL, 0) : 0;
}

static void add_paragraph(struct splitter *splitter, const char *text, size_t at, size_t len)
{
	size_t rows = len ? text_wrap(text + at, len, PAGE_COLS, NULL, 0) : 1;

	/* A blank line never begins a page. */
	if (splitter->rows == 0 && len == 0)
		return;
	if (splitter->rows + rows > PAGE_ROWS)
		close_page(splitter);
	if (len == 0 && splitter->rows == 0)
		return;
	if (splitter->rows == 0)
		splitter->at = at;
	if (rows > PAGE_ROWS) {
		add_long(splitter, text, at, len);
		return;
	}
	splitter->end = at + len;
	splitter->rows += rows;
}

size_t pages_split(const char *text, struct page *pages, size_t max)
{
	struct splitter splitter = { .pages = pages, .max = max };
	size_t len = strlen(text);

	for (size_t at = 0; at < len;) {
		const char *stop = memchr(text + at, '\n', len - at);
		size_t end = stop ? (size_t)(stop - text) : len;
		add_paragraph(&splitter, text, at, end - at);
		at = end + 1;
	}
	close_page(&splitter);
	return splitter.len;
}

static size_t line_end(const char *page, size_t len, size_t at)
{
	const char *stop = memchr(page + at, '\n', len - at);

	return stop ? (size_t)(stop - page) : len;
}

size_t page_paragraphs(const char *page, size_t len)
{
	size_t paragraphs = 0;

	for (size_t at = 0, end; at < len; at = end + 1) {
		end = line_end(page, len, at);
		paragraphs += end > at;
	}
	return paragraphs;
}

size_t page_first_paragraphs(const char *page, size_t len, size_t paragraphs)
{
	size_t first = 0;

	for (size_t at = 0, end; at < len && paragraphs; at = end + 1) {
		end = line_end(page, len, at);
		if (end > at) {
			paragraphs--;
			first = end;
		}
	}
	return first;
}
