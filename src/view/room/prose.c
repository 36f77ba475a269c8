#include "prose.h"

#include "base/mem.h"
#include "text/wrap.h"
#include "view/widgets.h"

#include <stdlib.h>
#include <string.h>

/* A line with ink, and the blank row that may stand above it. */
struct row {
	struct line line;
	enum gap { GAP_NONE, GAP_PARAGRAPH, GAP_BLANK_LINE } gap;
};

struct prose {
	const char *text;
	size_t len;
	struct row *rows; /* owned; only lines with ink, at most `limit` and one more */
	int count;
	enum gap gaps; /* the least gap that gets a row; GAP_BLANK_LINE + 1: none does */
	int leading;   /* blank rows between lines */
	int cols;      /* of the widest line */
};

static enum gap gap_before(const struct prose *prose, const struct line *line, bool blank)
{
	if (blank)
		return GAP_BLANK_LINE;
	return line->at > 0 && prose->text[line->at - 1] == '\n' ? GAP_PARAGRAPH : GAP_NONE;
}

static void keep_inked(struct prose *prose, const struct line *lines, size_t count, int limit)
{
	bool blank = false;

	for (size_t i = 0; i < count && prose->count <= limit; i++) {
		const struct line *line = &lines[i];
		int cols = text_cols(prose->text + line->at, line->len);

		if (line->len) {
			enum gap gap = prose->count ? gap_before(prose, line, blank) : GAP_NONE;
			prose->rows[prose->count++] = (struct row){ *line, gap };
			prose->cols = cols > prose->cols ? cols : prose->cols;
		}
		blank = !line->len;
	}
}

static int rows_with(const struct prose *prose, enum gap gaps)
{
	int rows = prose->count + prose->leading * (prose->count - 1);

	for (int i = 0; i < prose->count; i++)
		rows += prose->rows[i].gap && prose->rows[i].gap >= gaps;
	return rows;
}

static void set(struct prose *prose, int rows, int cols, enum prose_air air, const char *text, size_t len)
{
	size_t count = text_wrap(text, len, cols, NULL, 0);
	struct line *lines = mem_new(count, sizeof *lines);

	*prose = (struct prose){ .text = text, .len = len, .rows = mem_new((size_t)rows + 1, sizeof *prose->rows) };
	text_wrap(text, len, cols, lines, count);
	keep_inked(prose, lines, count, rows);
	free(lines);
	prose->gaps = air == PROSE_AS_WRITTEN ? GAP_BLANK_LINE : GAP_PARAGRAPH;
	prose->leading = air == PROSE_AIRY && rows_with(prose, GAP_PARAGRAPH) + prose->count - 1 <= rows;
	while (prose->gaps <= GAP_BLANK_LINE && rows_with(prose, prose->gaps) > rows)
		prose->gaps++;
}

static bool is_empty(int rows, int cols, size_t len)
{
	return rows <= 0 || cols <= 0 || !len;
}

int prose_rows(int rows, int cols, enum prose_air air, const char *text, size_t len)
{
	struct prose prose;
	int needed;

	if (is_empty(rows, cols, len))
		return 0;
	set(&prose, rows, cols, air, text, len);
	needed = rows_with(&prose, prose.gaps);
	free(prose.rows);
	return needed < rows ? needed : rows;
}

static int draw(struct canvas *canvas, struct rect area, enum style style, const struct prose *prose)
{
	int row = 0;

	for (int i = 0; i < prose->count && row < area.rows; i++) {
		const struct line *line = &prose->rows[i].line;
		const char *text = prose->text + line->at;
		bool cut;

		row += prose->rows[i].gap && prose->rows[i].gap >= prose->gaps;
		cut = row + 1 == area.rows && i + 1 < prose->count;
		widget_paragraph_len(canvas, (struct rect){ area.row + row, area.col, 1, area.cols }, style, text,
				     cut ? prose->len - line->at : line->len);
		row += 1 + prose->leading;
	}
	return row - prose->leading;
}

int prose_draw(struct canvas *canvas, struct rect area, enum style style, enum prose_air air, const char *text,
	       size_t len)
{
	struct prose prose;
	int used;

	if (is_empty(area.rows, area.cols, len))
		return 0;
	set(&prose, area.rows, area.cols, air, text, len);
	used = draw(canvas, area, style, &prose);
	free(prose.rows);
	return used;
}

int prose_draw_block(struct canvas *canvas, struct rect area, enum style style, const char *text)
{
	struct prose prose;
	int used, indent;

	if (is_empty(area.rows, area.cols, strlen(text)))
		return 0;
	set(&prose, area.rows, area.cols, PROSE_AS_WRITTEN, text, strlen(text));
	indent = prose.cols < area.cols ? (area.cols - prose.cols) / 2 : 0;
	area.col += indent;
	area.cols -= indent;
	used = draw(canvas, area, style, &prose);
	free(prose.rows);
	return used;
}
