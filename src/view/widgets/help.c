#include "view/help.h"

#include "base/i18n.h"
#include "hints.h"
#include "view/widgets.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_COLS_MAX = 16, GAP = 2, BAR_ROWS = 2 };

/* A sheet as long as it needs, of which the screen shows a window. Without a canvas the lines are only counted. */
struct sheet {
	struct canvas *canvas;
	int cols, line;
};

static void add_title(struct sheet *sheet, enum command_scope scope)
{
	if (sheet->line)
		sheet->line++;
	if (sheet->canvas)
		canvas_text(sheet->canvas, sheet->line, 0, sheet->cols, STYLE_TITLE, scope_title(scope));
	sheet->line++;
}

/* A command without a key of its own: the palette's key, and the word to type there. */
static void say_way_there(enum command command, char *text, size_t size)
{
	char palette[HINT_KEYS_LEN];

	hint_keys(CMD_everywhere_palette, true, palette);
	snprintf(text, size, "%s %s", palette, command_hint(command));
}

static void add_command(struct sheet *sheet, enum command command)
{
	int keys_cols = sheet->cols / 3 < KEYS_COLS_MAX ? sheet->cols / 3 : KEYS_COLS_MAX;
	struct rect text = { sheet->line, 1 + keys_cols + GAP, 0, sheet->cols - 1 - keys_cols - GAP };
	char keys[2 * HINT_KEYS_LEN];

	hint_keys(command, false, keys);
	if (text_cols(keys, strlen(keys)) > keys_cols)
		hint_keys(command, true, keys);
	if (!*keys)
		say_way_there(command, keys, sizeof keys);
	text.rows = widget_paragraph_rows(command_help(command), text.cols);
	if (sheet->canvas) {
		canvas_text(sheet->canvas, sheet->line, 1, keys_cols, STYLE_STRONG, keys);
		widget_paragraph(sheet->canvas, text, STYLE_PLAIN, command_help(command));
	}
	sheet->line += text.rows;
}

static int fill_sheet(struct canvas *canvas, int cols, enum command_scope scope)
{
	struct sheet sheet = { canvas, cols, 0 };
	enum command commands[CMD_COUNT];

	for (enum command_scope at = scope;; at = scope_parent(at)) {
		size_t count = hint_commands(at, commands);

		add_title(&sheet, at);
		for (size_t i = 0; i < count; i++)
			add_command(&sheet, commands[i]);
		if (scope_parent(at) == at)
			return sheet.line;
	}
}

static struct rect window_of(const struct canvas *canvas)
{
	return (struct rect){ 1, 1, canvas->rows - BAR_ROWS, canvas->cols - 2 };
}

int help_last_top(const struct canvas *canvas, enum command_scope scope)
{
	struct rect window = window_of(canvas);
	int lines = fill_sheet(NULL, window.cols, scope);

	return lines > window.rows ? lines - window.rows : 0;
}

void help_view(struct canvas *canvas, enum command_scope scope, int top)
{
	struct rect window = window_of(canvas);
	int lines = fill_sheet(NULL, window.cols, scope), last = help_last_top(canvas, scope);
	struct canvas sheet;
	char mark[64] = "";

	top = top > last ? last : top < 0 ? 0 : top;
	canvas_clear(canvas);
	canvas_init(&sheet, lines, window.cols);
	fill_sheet(&sheet, window.cols, scope);
	canvas_copy(canvas, window, &sheet, top, 0);
	canvas_done(&sheet);
	if (last)
		snprintf(mark, sizeof mark, _("lines %d to %d of %d"), top + 1, top + window.rows, lines);
	widget_header(canvas, 0, _("What the keys do"), mark);
	widget_notice(canvas, canvas->rows - 1, STYLE_BAR, _("Up, Down, PageUp and PageDown scroll; any other key goes back."));
}

enum { HINT_COLS = 14, SENTENCE_COLS_MIN = 20, PALETTE_ROWS = 14, PALETTE_COLS = 90 };

/* The word, the sentence if there is room for it, and the keys at the right end. */
static void draw_found(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	enum command command = ((const enum command *)ctx)[index];
	int col = area.col + HINT_COLS + GAP, left = area.cols - HINT_COLS - GAP;
	char keys[HINT_KEYS_LEN];

	hint_keys(command, false, keys);
	canvas_text(canvas, area.row, area.col, HINT_COLS, style, command_hint(command));
	left -= canvas_text_right(canvas, area.row, col, left, style == STYLE_PLAIN ? STYLE_STRONG : style, keys) + GAP;
	if (left >= SENTENCE_COLS_MIN)
		canvas_text(canvas, area.row, col, left, style, command_help(command));
}

static int at_most(int wanted, int most)
{
	return wanted < most ? wanted : most;
}

void palette_view(struct canvas *canvas, enum command_scope scope, const struct lineedit *words,
		  const enum command *found, size_t found_len, size_t selected)
{
	struct list_view list = { .len = found_len, .selected = selected, .focused = true };
	struct rect room, field, below;
	char title[128];

	snprintf(title, sizeof title, _("Find a command: %s"), scope_title(scope));
	room = widget_popup(canvas, at_most(PALETTE_ROWS, canvas->rows - 4), at_most(PALETTE_COLS, canvas->cols - 6),
			    title);
	field = (struct rect){ room.row, room.col, at_most(1, room.rows), room.cols };
	below = (struct rect){ room.row + 2, room.col, room.rows - 2, room.cols }; /* input methods need a row */
	if (!found_len)
		widget_paragraph(canvas, below, STYLE_LABEL, _("No command is called that."));
	widget_list(canvas, below, &list, draw_found, found);
	widget_field(canvas, field, words, true);
}
