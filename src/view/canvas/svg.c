#include "view/print.h"

#include "base/mem.h"
#include "text/markup.h"
#include "text/text.h"

#include <string.h>

/* A column is 9 wide and a row 18 high: 15 px of most monospace fonts are 9 wide, and 17 px fill a wide cell. */
enum { CELL_X = 9, CELL_Y = 18, BASELINE = 14, UNDERLINE = 17, MARGIN = 9 };

static const char fonts[] = "'DejaVu Sans Mono','Noto Sans Mono CJK JP',Menlo,Consolas,'MS Gothic',monospace";

/* What an SVG shows of a look: a picture has no colours of its own to fall back on. */
static struct look solid(struct look look)
{
	int32_t ink = look.ink >= 0 ? look.ink : 0x000000;
	int32_t paper = look.paper >= 0 ? look.paper : 0xffffff;

	look.ink = look.reverse ? paper : ink;
	look.paper = look.reverse ? ink : paper;
	look.reverse = false;
	return look;
}

static void add_glyph(const struct glyph *glyph, struct buf *out)
{
	struct buf bytes = { 0 };

	for (const wchar_t *point = glyph->points; *point; point++)
		text_add_code_point(&bytes, (int32_t)*point);
	markup_add(out, buf_text(&bytes), bytes.len);
	buf_done(&bytes);
}

static void add_block(int x, int y, int cols, int32_t colour, struct buf *out)
{
	buf_addf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
		 x, y, cols * CELL_X, CELL_Y, (unsigned)colour);
}

/* Line drawing and half blocks are shapes, not letters: they meet without seams in any font. */
static const struct shape {
	wchar_t point;
	struct bar {
		int x, y, width, height;
	} bars[2];
} shapes[] = {
	{ L'─', { { 0, 9, 9, 1 } } },
	{ L'│', { { 4, 0, 1, 18 } } },
	{ L'┌', { { 4, 9, 5, 1 }, { 4, 9, 1, 9 } } },
	{ L'┐', { { 0, 9, 5, 1 }, { 4, 9, 1, 9 } } },
	{ L'└', { { 4, 9, 5, 1 }, { 4, 0, 1, 10 } } },
	{ L'┘', { { 0, 9, 5, 1 }, { 4, 0, 1, 10 } } },
	{ L'▀', { { 0, 0, 9, 9 } } },
	{ L'▄', { { 0, 9, 9, 9 } } },
};

static const struct shape *shape_of(const struct glyph *glyph)
{
	for (size_t i = 0; i < COUNT(shapes); i++) {
		if (glyph->points[0] == shapes[i].point && glyph->cols == 1)
			return &shapes[i];
	}
	return NULL;
}

/* Cells of one row, of one style. */
struct span {
	const struct canvas *canvas;
	int row, col, end;
	struct look look;
};

static const struct glyph *span_glyph(const struct span *span, int col)
{
	return &canvas_at(span->canvas, span->row, col)->glyph;
}

static bool is_letter(const struct glyph *glyph)
{
	return glyph->cols && glyph->points[0] != L' ' && !shape_of(glyph);
}

/* The end of the letters that share a position: one wide glyph, or a word of narrow ones. */
static int word_end(const struct span *span, int col)
{
	if (span_glyph(span, col)->cols == 2)
		return col + 2;
	while (col < span->end && span_glyph(span, col)->cols == 1 && is_letter(span_glyph(span, col)))
		col++;
	return col;
}

static void add_word(const struct span *span, int col, int end, struct buf *out)
{
	int cols = end - col;

	buf_addf(out, "<tspan x=\"%d\"", MARGIN + col * CELL_X);
	if (span_glyph(span, col)->cols == 2)
		buf_add_text(out, " class=\"w\"");
	else if (cols > 1)
		buf_addf(out, " textLength=\"%d\"", cols * CELL_X);
	buf_add_char(out, '>');
	for (int at = col; at < end; at++)
		add_glyph(span_glyph(span, at), out);
	buf_add_text(out, "</tspan>");
}

static void add_letters(const struct span *span, struct buf *out)
{
	struct buf words = { 0 };

	for (int col = span->col; col < span->end;) {
		int end = is_letter(span_glyph(span, col)) ? word_end(span, col) : col + 1;

		if (is_letter(span_glyph(span, col)))
			add_word(span, col, end, &words);
		col = end;
	}
	if (words.len)
		buf_addf(out, "<text y=\"%d\" fill=\"#%06x\"%s>%s</text>\n", MARGIN + span->row * CELL_Y + BASELINE,
			 (unsigned)span->look.ink, span->look.bold ? " font-weight=\"bold\"" : "", buf_text(&words));
	buf_done(&words);
}

static void add_bar(int x, int y, int width, int height, struct buf *path)
{
	if (width)
		buf_addf(path, "M%d %dh%dv%dh-%dz", x, y, width, height, width);
}

static void add_shapes(const struct span *span, struct buf *out)
{
	struct buf path = { 0 };
	int y = MARGIN + span->row * CELL_Y;

	for (int col = span->col; col < span->end; col++) {
		const struct shape *shape = shape_of(span_glyph(span, col));
		int x = MARGIN + col * CELL_X;

		for (size_t i = 0; shape && i < COUNT(shape->bars); i++) {
			const struct bar *bar = &shape->bars[i];

			add_bar(x + bar->x, y + bar->y, bar->width, bar->height, &path);
		}
	}
	if (span->look.underline)
		add_bar(MARGIN + span->col * CELL_X, y + UNDERLINE, (span->end - span->col) * CELL_X, 1, &path);
	if (path.len)
		buf_addf(out, "<path fill=\"#%06x\" d=\"%s\"/>\n", (unsigned)span->look.ink, buf_text(&path));
	buf_done(&path);
}

static void add_row(const struct canvas *canvas, int row, enum theme theme, struct buf *out)
{
	int32_t paper = solid(style_look(STYLE_PLAIN, theme)).paper;

	for (struct span span = { canvas, row, 0, 0, { 0 } }; span.col < canvas->cols; span.col = span.end) {
		enum style style = canvas_at(canvas, row, span.col)->style;

		while (span.end < canvas->cols && canvas_at(canvas, row, span.end)->style == style)
			span.end++;
		span.look = solid(style_look(style, theme));
		if (span.look.paper != paper)
			add_block(MARGIN + span.col * CELL_X, MARGIN + row * CELL_Y, span.end - span.col,
				  span.look.paper, out);
		add_shapes(&span, out);
		add_letters(&span, out);
	}
}

static void add_head(int width, int height, int32_t paper, const char *title, struct buf *out)
{
	buf_addf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
		      " role=\"img\">\n", width, height, width, height);
	buf_add_text(out, "<title>");
	markup_add(out, title, strlen(title));
	buf_add_text(out, "</title>\n<style>.w{font-size:17px}rect,path{shape-rendering:crispEdges}</style>\n");
	buf_addf(out, "<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#%06x\"/>\n", width, height, (unsigned)paper);
	buf_addf(out, "<g font-family=\"%s\" font-size=\"15\" xml:space=\"preserve\">\n", fonts);
}

void canvas_print_svg(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out)
{
	int width = canvas->cols * CELL_X + 2 * MARGIN;
	int height = canvas->rows * CELL_Y + 2 * MARGIN;

	add_head(width, height, solid(style_look(STYLE_PLAIN, theme)).paper, title, out);
	for (int row = 0; row < canvas->rows; row++)
		add_row(canvas, row, theme, out);
	buf_add_text(out, "</g>\n</svg>\n");
}
