#include "view/widgets.h"

#include "base/mem.h"
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>

/* A line after which there is more: it ends in the sign for that even where it would have fitted. */
static void draw_cut(struct canvas *canvas, struct rect area, enum style style, const char *text, size_t len)
{
	const char *more = text_is_ambiguous_wide() ? ".." : "…";
	int left = area.cols - text_cols(more, strlen(more));
	size_t fits = left > 0 ? text_fit(text, len, left) : 0;
	int used = canvas_text_len(canvas, area.row, area.col, area.cols, style, text, fits);

	canvas_text(canvas, area.row, area.col + used, area.cols - used, style, more);
}

int widget_paragraph_len(struct canvas *canvas, struct rect area, enum style style, const char *text, size_t len)
{
	size_t rows = area.rows > 0 ? (size_t)area.rows : 0;
	struct line *lines;
	size_t count;

	if (!rows || area.cols <= 0 || !len)
		return 0;
	lines = mem_new(rows, sizeof *lines);
	count = text_wrap(text, len, area.cols, lines, rows);
	for (size_t i = 0; i < count && i < rows; i++) {
		struct rect row = { area.row + (int)i, area.col, 1, area.cols };

		if (i + 1 == rows && count > rows)
			draw_cut(canvas, row, style, text + lines[i].at, lines[i].len);
		else
			canvas_text_len(canvas, row.row, row.col, row.cols, style, text + lines[i].at, lines[i].len);
	}
	free(lines);
	return (int)(count < rows ? count : rows);
}

int widget_paragraph(struct canvas *canvas, struct rect area, enum style style, const char *text)
{
	return widget_paragraph_len(canvas, area, style, text, strlen(text));
}

int widget_paragraph_rows(const char *text, int cols)
{
	return *text && cols > 0 ? (int)text_wrap(text, strlen(text), cols, NULL, 0) : 0;
}
