#include "view/print.h"

#include "text/text.h"

#include <string.h>

/* One letter a style, in the order of enum style. */
static const char style_letters[STYLE_COUNT + 1] = ".STLB>_GWOFIM#!Xwok";

static bool is_blank(const struct cell *cell)
{
	return cell->glyph.cols == 1 && cell->glyph.points[0] == L' ' && !cell->glyph.points[1];
}

static bool is_big(const struct cell *cell)
{
	return cell->style == STYLE_BIG || cell->style == STYLE_BIG_WARN || cell->style == STYLE_BIG_OVER;
}

static void add_glyph(const struct cell *cell, struct buf *out)
{
	if (!cell->glyph.cols)
		return;
	for (const wchar_t *point = cell->glyph.points; *point; point++)
		text_add_code_point(out, (int32_t)*point);
}

static void trim_line(struct buf *out, size_t from, char filler)
{
	size_t len = out->len;

	while (len > from && out->bytes[len - 1] == filler)
		len--;
	buf_remove(out, len, out->len - len);
	buf_add_char(out, '\n');
}

void canvas_print_text(const struct canvas *canvas, struct buf *out)
{
	const char *filled = text_is_ambiguous_wide() ? "#" : "█";

	for (int row = 0; row < canvas->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell = canvas_at(canvas, row, col);

			if (is_big(cell) && is_blank(cell))
				buf_add_text(out, filled);
			else
				add_glyph(cell, out);
		}
		trim_line(out, from, ' ');
	}
}

void canvas_print_golden(const struct canvas *canvas, struct buf *out)
{
	buf_addf(out, "%dx%d", canvas->cols, canvas->rows);
	if (canvas->cursor_row >= 0)
		buf_addf(out, " cursor %d,%d", canvas->cursor_row, canvas->cursor_col);
	buf_add_char(out, '\n');
	canvas_print_text(canvas, out);
	buf_add_text(out, "--\n");
	for (int row = 0; row < canvas->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < canvas->cols; col++)
			buf_add_char(out, style_letters[canvas_at(canvas, row, col)->style]);
		trim_line(out, from, '.');
	}
}

static void add_colour(int ground, int32_t colour, struct buf *out)
{
	if (colour >= 0)
		buf_addf(out, ";%d;2;%d;%d;%d", ground, colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
}

/* Select Graphic Rendition (ECMA-48 8.3.117), colours as in ISO 8613-6. */
static void add_look(struct look look, struct buf *out)
{
	buf_add_text(out, "\033[0");
	if (look.bold)
		buf_add_text(out, ";1");
	if (look.underline)
		buf_add_text(out, ";4");
	if (look.reverse)
		buf_add_text(out, ";7");
	add_colour(38, look.ink, out);
	add_colour(48, look.paper, out);
	buf_add_char(out, 'm');
}

void canvas_print_ansi(const struct canvas *canvas, enum theme theme, struct buf *out)
{
	for (int row = 0; row < canvas->rows; row++) {
		int style = -1;

		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell = canvas_at(canvas, row, col);

			if (cell->style != style)
				add_look(style_look(cell->style, theme), out);
			style = cell->style;
			add_glyph(cell, out);
		}
		buf_add_text(out, "\033[0m\n");
	}
}
