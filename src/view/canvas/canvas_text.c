#include "view/canvas.h"

#include <string.h>

static int draw(struct canvas *canvas, int row, int col, enum style style, const char *text, size_t len)
{
	struct glyph_walk walk = { .text = text, .len = len };
	struct glyph glyph;
	int used = 0;

	while (glyph_next(&walk, &glyph)) {
		canvas_glyph(canvas, row, col + used, style, &glyph);
		used += glyph.cols;
	}
	return used;
}

int canvas_text_len(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text, size_t len)
{
	const char *more = text_is_ambiguous_wide() ? ".." : "…";
	long room = (long)canvas->cols - col;
	size_t fits;
	int used, left;

	if (cols > room)
		cols = (int)room;
	if (cols <= 0)
		return 0;
	fits = text_fit(text, len, cols);
	if (fits == len)
		return draw(canvas, row, col, style, text, len);
	left = cols - text_cols(more, strlen(more));
	used = left > 0 ? draw(canvas, row, col, style, text, text_fit(text, len, left)) : 0;
	return used + draw(canvas, row, col + used, style, more, text_fit(more, strlen(more), cols - used));
}

int canvas_text(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text)
{
	return canvas_text_len(canvas, row, col, cols, style, text, strlen(text));
}

int canvas_text_right(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text)
{
	int free_cols = cols - text_cols(text, strlen(text));

	return canvas_text(canvas, row, free_cols > 0 ? col + free_cols : col, cols, style, text);
}

int canvas_text_centred(struct canvas *canvas, int row, int col, int cols, enum style style, const char *text)
{
	int free_cols = cols - text_cols(text, strlen(text));

	return canvas_text(canvas, row, free_cols > 0 ? col + free_cols / 2 : col, cols, style, text);
}

static const struct glyph space = { { L' ' }, 1 };

enum box { BOX_TOP_LEFT, BOX_ACROSS, BOX_TOP_RIGHT, BOX_DOWN, BOX_BOTTOM_LEFT, BOX_BOTTOM_RIGHT, BOX_COUNT };

static void put_box(struct canvas *canvas, int row, int col, enum style style, enum box box)
{
	static const wchar_t lines[] = L"┌─┐│└┘";
	static const wchar_t ascii[] = L"+-+|++";
	struct glyph glyph = { { (text_is_ambiguous_wide() ? ascii : lines)[box] }, 1 };

	canvas_glyph(canvas, row, col, style, &glyph);
}

static void draw_edge(struct canvas *canvas, struct rect area, int row, enum style style, const enum box boxes[3])
{
	put_box(canvas, row, area.col, style, boxes[0]);
	for (int col = 1; col < area.cols - 1; col++)
		put_box(canvas, row, area.col + col, style, boxes[1]);
	put_box(canvas, row, area.col + area.cols - 1, style, boxes[2]);
}

static void draw_title(struct canvas *canvas, struct rect area, const char *title)
{
	int used = canvas_text(canvas, area.row, area.col + 3, area.cols - 6, STYLE_TITLE, title);

	if (!used)
		return;
	canvas_glyph(canvas, area.row, area.col + 2, STYLE_TITLE, &space);
	canvas_glyph(canvas, area.row, area.col + 3 + used, STYLE_TITLE, &space);
}

void canvas_frame(struct canvas *canvas, struct rect area, enum style style, const char *title)
{
	static const enum box top[] = { BOX_TOP_LEFT, BOX_ACROSS, BOX_TOP_RIGHT };
	static const enum box bottom[] = { BOX_BOTTOM_LEFT, BOX_ACROSS, BOX_BOTTOM_RIGHT };

	if (area.rows < 2 || area.cols < 2)
		return;
	draw_edge(canvas, area, area.row, style, top);
	draw_edge(canvas, area, area.row + area.rows - 1, style, bottom);
	for (int row = 1; row < area.rows - 1; row++) {
		put_box(canvas, area.row + row, area.col, style, BOX_DOWN);
		put_box(canvas, area.row + row, area.col + area.cols - 1, style, BOX_DOWN);
	}
	if (title)
		draw_title(canvas, area, title);
}
