#include "corner.h"

#include "base/buf.h"
#include "ink.h"
#include "text/text.h"
#include "write_all.h"

#include <unistd.h>

#include "curses_private.h"

bool corner_is_ours(const struct canvas *canvas)
{
	const struct cell *cell = canvas_at(canvas, LINES - 1, COLS - CORNER_COLS);

	return cell && cell->glyph.cols == 2 && canvas->cols == COLS && auto_right_margin &&
	       !(enter_am_mode && exit_am_mode) && save_cursor && restore_cursor;
}

static struct buf bytes; /* tputs() calls back without a context */

static int collect(int byte)
{
	buf_add_char(&bytes, (char)byte);
	return byte;
}

static void add(const char *capability)
{
	if (capability)
		tputs(capability, 1, collect);
}

static void add_colour(const char *capability, short colour)
{
	if (capability && colour >= 0)
		add(tparm(capability, (long)colour, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
}

static void add_style(enum style style)
{
	struct ink ink = ink_of(style);
	short front = -1, paper = -1;

	add(exit_attribute_mode);
	if (ink.attributes & A_BOLD)
		add(enter_bold_mode);
	if (ink.attributes & A_UNDERLINE)
		add(enter_underline_mode);
	if (ink.attributes & A_REVERSE)
		add(enter_reverse_mode);
	pair_content(ink.pair, &front, &paper);
	add_colour(set_a_foreground, front);
	add_colour(set_a_background, paper);
}

static void add_cell(const struct cell *cell)
{
	add_style((enum style)cell->style);
	for (const wchar_t *point = cell->glyph.points; *point; point++)
		text_add_code_point(&bytes, (int32_t)*point);
}

void corner_write(const struct canvas *canvas)
{
	int row = LINES - 1, col = COLS - CORNER_COLS;

	add(save_cursor);
	add(tparm(cursor_address, (long)row, (long)col, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
	add_cell(canvas_at(canvas, row, col));
	add_cell(canvas_at(canvas, row, COLS - 1));
	add(restore_cursor);
	write_all(STDOUT_FILENO, bytes.bytes, bytes.len);
	buf_done(&bytes);
}
