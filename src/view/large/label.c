#include "view/bigtext.h"

#include "base/mem.h"
#include "pixels.h"

#include <string.h>

enum { LABEL_MAX = 64 }; /* glyphs; more would not fit on any wall */

struct label {
	struct bitmap glyphs[LABEL_MAX];
	int count, dots; /* how many glyphs, how many dots wide */
};

static bool collect(const char *text, const struct glyph_source *source, struct label *label)
{
	struct glyph_walk walk = { .text = text, .len = strlen(text) };
	struct glyph glyph;

	label->count = label->dots = 0;
	while (glyph_next(&walk, &glyph)) {
		struct bitmap *bitmap = &label->glyphs[label->count];

		if (label->count == LABEL_MAX || !source->find(source->ctx, (uint32_t)glyph.points[0], bitmap))
			return false;
		label->count++;
		label->dots += bitmap->cols;
	}
	return label->count > 0;
}

/* Doubles strokes to the right, but where that would close a gap of one dot: 個 and 議 stay readable. */
static uint16_t thicken(uint16_t row)
{
	return row | (uint16_t)(row >> 1 & ~(row << 1));
}

/* A dot is a square of so many pixels; a whole cell is half as wide as high, so there it takes two. */
static void light_dot(struct pixels *pixels, int row, int col, int scale)
{
	int width = pixels_per_row() == 2 ? scale : 2 * scale;

	for (int y = 0; y < scale; y++) {
		for (int x = 0; x < width; x++)
			pixels_light(pixels, row * scale + y, col * width + x);
	}
}

static void light_bitmap(struct pixels *pixels, const struct bitmap *bitmap, int col, int scale)
{
	for (int y = 0; y < BITMAP_ROWS; y++) {
		uint16_t row = scale == 1 ? thicken(bitmap->rows[y]) : bitmap->rows[y];

		for (int x = 0; x < bitmap->cols; x++) {
			if (row >> (bitmap->cols - 1 - x) & 1)
				light_dot(pixels, y, col + x, scale);
		}
	}
}

static int largest_scale(const struct label *label, struct rect area)
{
	int across = area.cols / (label->dots * (pixels_per_row() == 2 ? 1 : 2));
	int down = area.rows * pixels_per_row() / BITMAP_ROWS;

	return across < down ? across : down;
}

static int draw_giant(struct canvas *canvas, struct rect area, enum style style, const struct label *label, int scale)
{
	int width = label->dots * scale * (pixels_per_row() == 2 ? 1 : 2);
	struct pixels pixels;
	int col = 0, rows = pixels_cell_rows(BITMAP_ROWS * scale);

	pixels_init(&pixels, BITMAP_ROWS * scale, width);
	for (int i = 0; i < label->count; i++) {
		light_bitmap(&pixels, &label->glyphs[i], col, scale);
		col += label->glyphs[i].cols;
	}
	area.rows = rows;
	pixels_ground(canvas, area, style);
	pixels_paint(&pixels, canvas, area.row, area.col + (area.cols - width) / 2, style);
	pixels_done(&pixels);
	return rows;
}

/* One row of text with a blank after each glyph, if that fits. */
static int draw_plain(struct canvas *canvas, struct rect area, enum style style, const char *text)
{
	struct glyph_walk walk = { .text = text, .len = strlen(text) };
	struct glyph glyph;
	int count = 0, col = 0, cols = text_cols(text, strlen(text));

	if (area.rows < 1)
		return 0;
	while (glyph_next(&walk, &glyph))
		count++;
	if (cols + count - 1 > area.cols) {
		canvas_text_centred(canvas, area.row, area.col, area.cols, style, text);
		return 1;
	}
	col = area.col + (area.cols - cols - count + 1) / 2;
	walk = (struct glyph_walk){ .text = text, .len = strlen(text) };
	while (glyph_next(&walk, &glyph)) {
		canvas_glyph(canvas, area.row, col, style, &glyph);
		col += glyph.cols + 1;
	}
	return 1;
}

int bigtext_label(struct canvas *canvas, struct rect area, enum style style, const char *text,
		  const struct glyph_source *source)
{
	struct label label;
	int scale = source && collect(text, source, &label) ? largest_scale(&label, area) : 0;
	enum style plain = pixels_text_style(style);

	if (scale < 1)
		return draw_plain(canvas, area, plain, text);
	return draw_giant(canvas, area, style, &label, scale);
}
