#include "view/bigtext.h"

#include "base/mem.h"
#include "digit_shapes.h"
#include "pixels.h"

#include <string.h>

/* The measures of a line of digits, in pixels. */
struct fit {
	int width, height;     /* of one digit */
	int stroke_x, stroke_y; /* of an upright and of a lying stroke; the gap between digits is an upright's */
	int total;             /* of the line */
};

static const struct digit_shape *shape_of(char character)
{
	for (size_t i = 0; i < COUNT(digit_shapes); i++) {
		if (digit_shapes[i].character == character)
			return &digit_shapes[i];
	}
	return NULL;
}

static int shape_width(const struct digit_shape *shape, const struct fit *fit)
{
	return shape->thick_cols[1] ? fit->width : fit->stroke_x;
}

static int at_most(int wanted, int most)
{
	return wanted < most ? wanted : most;
}

/* Strokes of a quarter of the width, lying ones thinner where the height is short; digits up to two and a half times as
 * high as wide. What the strokes leave over must halve, so that every digit is symmetrical. */
static bool measure(const char *text, int width, int pixel_rows, struct fit *fit)
{
	int per_row = pixels_per_row();

	fit->width = width;
	fit->height = at_most(width * per_row * 5 / 4, pixel_rows);
	fit->stroke_x = (width + 2) / 4;
	fit->stroke_y = at_most((fit->stroke_x * per_row + 1) / 2, (fit->height - 2) / 3);
	fit->height -= (fit->height - 3 * fit->stroke_y) & 1;
	fit->total = -fit->stroke_x;
	for (; *text; text++)
		fit->total += shape_width(shape_of(*text), fit) + fit->stroke_x;
	return (width - 3 * fit->stroke_x) % 2 == 0 && fit->stroke_y >= 1;
}

/* The widest digits that fit and are not wider than high. */
static bool find_fit(int rows, int cols, const char *text, struct fit *fit)
{
	for (const char *c = text; *c; c++) {
		if (!shape_of(*c))
			return false;
	}
	for (int width = at_most(rows * 2, cols); width >= 3; width--) {
		if (measure(text, width, rows * pixels_per_row(), fit) && fit->total <= cols)
			return *text != '\0';
	}
	return false;
}

int bigtext_digits_scale(int rows, int cols, const char *text)
{
	struct fit fit;

	return find_fit(rows, cols, text, &fit) ? fit.stroke_x : 0;
}

/* Shares a length among strokes and the bands between them; an odd pixel goes to the middle. */
static void share(const char *thick, int length, int stroke, int sizes[SHAPE_ROWS])
{
	int count = (int)strlen(thick), bands = 0;

	for (int i = 0; i < count; i++) {
		if (thick[i] == 's')
			length -= stroke;
		else
			bands++;
	}
	for (int i = 0; i < count; i++)
		sizes[i] = thick[i] == 's' ? stroke : length / bands;
	if (bands)
		sizes[count / 2] += length % bands;
}

/* Is the pixel within the quarter of an ellipse that rounds a corner? Its centre lies across from the corner. */
static bool is_in_corner(char corner, int row, int col, int rows, int cols)
{
	int y = corner == 'a' || corner == 'b' ? rows - 1 - row : row;
	int x = corner == 'a' || corner == 'c' ? cols - 1 - col : col;

	y = (2 * y + 1) * cols;
	x = (2 * x + 1) * rows;
	return y * y + x * x <= 4 * rows * rows * cols * cols;
}

static void fill_part(struct pixels *pixels, char part, struct rect area)
{
	if (part == '.')
		return;
	for (int row = 0; row < area.rows; row++) {
		for (int col = 0; col < area.cols; col++) {
			if (part == '#' || is_in_corner(part, row, col, area.rows, area.cols))
				pixels_light(pixels, area.row + row, area.col + col);
		}
	}
}

static void draw_shape(struct pixels *pixels, int col, const struct digit_shape *shape, const struct fit *fit)
{
	int heights[SHAPE_ROWS], widths[SHAPE_COLS];
	struct rect part = { 0, col, 0, 0 };

	share(shape->thick_rows, fit->height, fit->stroke_y, heights);
	share(shape->thick_cols, shape_width(shape, fit), fit->stroke_x, widths);
	for (int y = 0; y < SHAPE_ROWS; y++) {
		part.rows = heights[y];
		part.col = col;
		for (int x = 0; shape->rows[y][x]; x++) {
			part.cols = widths[x];
			fill_part(pixels, shape->rows[y][x], part);
			part.col += part.cols;
		}
		part.row += part.rows;
	}
}

static void draw_digits(struct pixels *pixels, const struct fit *fit, const char *text)
{
	int col = 0;

	for (; *text; text++) {
		draw_shape(pixels, col, shape_of(*text), fit);
		col += shape_width(shape_of(*text), fit) + fit->stroke_x;
	}
}

int bigtext_digits_like(struct canvas *canvas, struct rect area, enum style style, const char *text, const char *like)
{
	struct fit fit;
	struct pixels pixels;
	int rows;

	pixels_ground(canvas, area, style);
	if (!find_fit(area.rows, area.cols, like, &fit) ||
	    !measure(text, fit.width, area.rows * pixels_per_row(), &fit)) {
		if (area.rows > 0)
			canvas_text_centred(canvas, area.row + area.rows / 2, area.col, area.cols,
					    pixels_text_style(style), text);
		return 0;
	}
	rows = pixels_cell_rows(fit.height);
	pixels_init(&pixels, fit.height, fit.total);
	draw_digits(&pixels, &fit, text);
	pixels_paint(&pixels, canvas, area.row + (area.rows - rows) / 2, area.col + (area.cols - fit.total) / 2, style);
	pixels_done(&pixels);
	return rows;
}

int bigtext_digits(struct canvas *canvas, struct rect area, enum style style, const char *text)
{
	return bigtext_digits_like(canvas, area, style, text, text);
}
