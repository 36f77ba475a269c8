#include "view/story.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/rounds.h"
#include "story_text.h"
#include "text/wrap.h"
#include "view/widgets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lines much longer are hard to follow when one reads aloud. */
enum { MEASURE_COLS = 76 };

/* A line of a paragraph, and where it is set. */
struct story_line {
	const struct story_para *para;
	struct line line;
	size_t page;
	int row;
};

struct story_pages {
	struct story_line *lines; /* owned */
	size_t len, pages;
};

static int text_col(const struct story_para *para)
{
	return para->indent + text_cols(para->mark, strlen(para->mark));
}

static size_t wrap(const struct story_para *para, int cols, struct line *lines, size_t max)
{
	return text_wrap(para->text, strlen(para->text), cols - text_col(para), lines, max);
}

static struct story_pages break_lines(const struct story_text *text, int cols)
{
	struct story_pages pages = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < text->len; i++)
		count += wrap(&text->at[i], cols, NULL, 0);
	pages.lines = mem_new(count, sizeof *pages.lines);
	struct line *lines = mem_new(count, sizeof *lines);
	for (size_t i = 0; i < text->len; i++) {
		size_t len = wrap(&text->at[i], cols, lines, count);
		for (size_t k = 0; k < len; k++)
			pages.lines[pages.len++] = (struct story_line){ .para = &text->at[i], .line = lines[k] };
	}
	free(lines);
	return pages;
}

static bool is_first(const struct story_pages *pages, size_t at)
{
	return at == 0 || pages->lines[at - 1].para != pages->lines[at].para;
}

/* How many lines stand together from here on. */
static int block_rows(const struct story_pages *pages, size_t at)
{
	size_t end = at + 1;

	while (end < pages->len && !(is_first(pages, end) && pages->lines[end].para->opens))
		end++;
	return (int)(end - at);
}

/* A step is set on one page where it has room on one, with a blank row above it; a page begins with ink. */
static void set_pages(struct story_pages *pages, int rows)
{
	size_t page = 0;
	int row = 0;

	for (size_t i = 0; i < pages->len; i++) {
		struct story_line *at = &pages->lines[i];
		bool opens = is_first(pages, i) && at->para->opens;
		int together = opens ? block_rows(pages, i) : 1;
		row += opens && row > 0;
		if (row >= rows || (row > 0 && together <= rows && row + together > rows)) {
			page++;
			row = 0;
		}
		at->page = page;
		at->row = row++;
	}
	pages->pages = page + 1;
}

/* The page that holds what was looked for, else the one asked for; beyond the last: the last. */
static size_t page_of(const struct story_pages *pages, const struct story_para *sought, size_t page)
{
	for (size_t i = 0; sought && i < pages->len; i++)
		if (pages->lines[i].para == sought)
			return pages->lines[i].page;
	return page < pages->pages ? page : pages->pages - 1;
}

static void draw_line(struct canvas *canvas, struct rect area, const struct story_pages *pages, size_t index)
{
	const struct story_line *at = &pages->lines[index];
	const struct story_para *para = at->para;
	int row = area.row + at->row, indent = para->indent, col = text_col(para);

	if (is_first(pages, index))
		canvas_text(canvas, row, area.col + indent, area.cols - indent, para->mark_style, para->mark);
	canvas_text_len(canvas, row, area.col + col, area.cols - col, para->style, para->text + at->line.at, at->line.len);
}

static void draw_header(struct canvas *canvas, const struct story_view *view, size_t page, size_t pages)
{
	char title[sizeof(struct name) + 80], place[60];

	snprintf(title, sizeof title, _("The story of %s"), table_name(view->table).text);
	snprintf(place, sizeof place, _("page %zu of %zu"), page + 1, pages);
	widget_header(canvas, 0, title, pages > 1 ? place : "");
}

struct story_shown story_view_draw(struct canvas *canvas, const struct story_view *view)
{
	int margin = canvas->cols > MEASURE_COLS + 2 ? (canvas->cols - MEASURE_COLS) / 2 : 1;
	struct rect area = { 2, margin, canvas->rows - 4, canvas->cols - 2 * margin };
	struct arena arena = { 0 };
	struct story_text text = story_text_of(view->book, view->table, &arena);
	struct story_pages pages = break_lines(&text, area.cols);

	set_pages(&pages, area.rows);
	const struct story_para *sought = view->is_sought && view->sought < text.len ? &text.at[view->sought] : NULL;
	struct story_shown shown = { page_of(&pages, sought, view->page), pages.pages, 0 };
	draw_header(canvas, view, shown.page, pages.pages);
	for (size_t i = pages.len; i-- > 0;) {
		const struct story_line *at = &pages.lines[i];
		if (at->page != shown.page)
			continue;
		draw_line(canvas, area, &pages, i);
		shown.first = (size_t)(at->para - text.at);
		if (at->para == sought)
			canvas_text(canvas, area.row + at->row, area.col - 1, 1, STYLE_FOCUS, ">");
	}
	free(pages.lines);
	arena_done(&arena);
	return shown;
}

size_t story_view_len(const struct story_view *view)
{
	struct arena arena = { 0 };
	struct story_text text = story_text_of(view->book, view->table, &arena);

	arena_done(&arena);
	return text.len;
}

void story_view_add_text(const struct story_view *view, size_t index, struct buf *out)
{
	struct arena arena = { 0 };
	struct story_text text = story_text_of(view->book, view->table, &arena);

	if (index < text.len)
		buf_addf(out, "%s\n%s", text.at[index].mark, text.at[index].text);
	arena_done(&arena);
}
