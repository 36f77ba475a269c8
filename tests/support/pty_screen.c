#include "support/pty_private.h"

#include <stdio.h>
#include <string.h>
#include <unistr.h>

static bool is_cursor_report(const char *bytes, size_t len)
{
	return len >= 6 && bytes[0] == '\033' && bytes[1] == '[' && bytes[len - 1] == 'R';
}

static void send_to_program(const char *bytes, size_t len, void *user)
{
	struct pty *pty = user;
	int row, col;

	if (!pty->feeding || !is_cursor_report(bytes, len) || pty->answers == PTY_ANSWERS)
		buf_add(&pty->outgoing, bytes, len);
	else if (pty->answers == PTY_ANSWERS_WIDE && sscanf(bytes, "\033[%d;%dR", &row, &col) == 2)
		buf_addf(&pty->outgoing, "\033[%d;%dR", row, col + 1);
}

static int take_property(VTermProp property, VTermValue *value, void *user)
{
	struct pty *pty = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_visible = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	else if (property == VTERM_PROP_TITLE)
		snprintf(pty->title, sizeof pty->title, "%s", value->string);
	return 1;
}

static int take_bell(void *user)
{
	((struct pty *)user)->bells++;
	return 1;
}

void pty_screen_start(struct pty *pty, int rows, int cols)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = take_property, .bell = take_bell };

	pty->vterm = vterm_new(rows, cols);
	vterm_set_utf8(pty->vterm, 1);
	vterm_output_set_callback(pty->vterm, send_to_program, pty);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	pty->cursor_visible = true;
	vterm_screen_reset(pty->screen, 1);
}

enum { CELL_POINTS = VTERM_MAX_CHARS_PER_CELL };
static const uint32_t right_half = 0xFFFFFFFF;

static void add_points(struct buf *out, const uint32_t *points)
{
	uint8_t utf8[6];

	if (!points[0])
		buf_add_char(out, ' ');
	for (int i = 0; i < CELL_POINTS && points[i]; i++) {
		int len = u8_uctomb(utf8, points[i], sizeof utf8);

		if (len > 0)
			buf_add(out, utf8, (size_t)len);
	}
}

static void add_row(struct pty *pty, int row, struct buf *out)
{
	size_t start = out->len;
	int rows, cols;

	vterm_get_size(pty->vterm, &rows, &cols);
	for (int col = 0; col < cols; col++) {
		VTermScreenCell cell = { 0 };

		vterm_screen_get_cell(pty->screen, (VTermPos){ row, col }, &cell);
		if (cell.chars[0] != right_half)
			add_points(out, cell.chars);
	}
	while (out->len > start && out->bytes[out->len - 1] == ' ')
		buf_remove(out, out->len - 1, 1);
}

const char *pty_row(struct pty *pty, int row)
{
	buf_clear(&pty->text);
	add_row(pty, row, &pty->text);
	return buf_text(&pty->text);
}

const char *pty_screen(struct pty *pty)
{
	int rows, cols;

	vterm_get_size(pty->vterm, &rows, &cols);
	buf_clear(&pty->text);
	for (int row = 0; row < rows; row++) {
		add_row(pty, row, &pty->text);
		buf_add_char(&pty->text, '\n');
	}
	return buf_text(&pty->text);
}

/* The column in which the byte at `at` of the row's text stands. */
static int col_of(struct pty *pty, int row, size_t at)
{
	struct buf before = { 0 };
	int col = 0;

	while (before.len < at) {
		struct pty_cell cell = pty_cell(pty, row, col);

		add_points(&before, cell.points);
		col += cell.cols ? cell.cols : 1;
	}
	buf_done(&before);
	return col;
}

bool pty_find(struct pty *pty, const char *text, int *ret_row, int *ret_col)
{
	int rows, cols;

	vterm_get_size(pty->vterm, &rows, &cols);
	for (int row = 0; row < rows; row++) {
		const char *whole = pty_row(pty, row);
		const char *found = strstr(whole, text);

		if (!found)
			continue;
		if (ret_row)
			*ret_row = row;
		if (ret_col)
			*ret_col = col_of(pty, row, (size_t)(found - whole));
		return true;
	}
	return false;
}

static int colour_of(const VTermScreen *screen, VTermColor colour, bool is_default)
{
	if (is_default)
		return PTY_COLOUR_DEFAULT;
	vterm_screen_convert_color_to_rgb(screen, &colour);
	return colour.rgb.red << 16 | colour.rgb.green << 8 | colour.rgb.blue;
}

struct pty_cell pty_cell(struct pty *pty, int row, int col)
{
	VTermScreenCell cell = { 0 };
	struct pty_cell seen = { 0 };

	vterm_screen_get_cell(pty->screen, (VTermPos){ row, col }, &cell);
	seen.ink = colour_of(pty->screen, cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
	seen.paper = colour_of(pty->screen, cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
	seen.bold = cell.attrs.bold;
	seen.underline = cell.attrs.underline;
	seen.reverse = cell.attrs.reverse;
	if (cell.chars[0] == right_half)
		return seen;
	memcpy(seen.points, cell.chars, sizeof seen.points);
	seen.cols = cell.width;
	return seen;
}

bool pty_cursor_is_at(struct pty *pty, int row, int col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &at);
	return pty->cursor_visible && at.row == row && at.col == col;
}

bool pty_cursor_is_visible(const struct pty *pty)
{
	return pty->cursor_visible;
}

bool pty_is_alternate(const struct pty *pty)
{
	return pty->alternate;
}

int pty_bells(const struct pty *pty)
{
	return pty->bells;
}

const char *pty_title(const struct pty *pty)
{
	return pty->title;
}

void pty_dump(struct pty *pty)
{
	VTermPos at;
	int rows, cols;

	vterm_get_size(pty->vterm, &rows, &cols);
	vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &at);
	fprintf(stderr, "---- %d rows, %d columns; cursor at row %d, column %d%s%s\n", rows, cols, at.row, at.col,
		pty->cursor_visible ? "" : ", hidden", pty->alternate ? ", alternate screen" : "");
	for (int row = 0; row < rows; row++)
		fprintf(stderr, "%3d|%s\n", row, pty_row(pty, row));
	fprintf(stderr, "----\n");
}
