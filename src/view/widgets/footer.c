#include "view/widgets.h"

#include "hints.h"

#include <string.h>

enum { GAP = 2 };

/* " n " on a bar and the word beside it: the key is found before it is read. */
static int hint_cols(const char *key, const char *hint)
{
	return text_cols(key, strlen(key)) + 2 + 1 + text_cols(hint, strlen(hint));
}

static void draw_hint(struct canvas *canvas, int row, int col, const char *key, const char *hint)
{
	int cols = text_cols(key, strlen(key));

	canvas_fill(canvas, (struct rect){ row, col, 1, cols + 2 }, STYLE_BAR);
	canvas_text(canvas, row, col + 1, cols, STYLE_BAR, key);
	canvas_text(canvas, row, col + cols + 3, canvas->cols, STYLE_PLAIN, hint);
}

/* Draws the hint if it ends before the limit; the column where the next one may begin. */
static int add_hint(struct canvas *canvas, int col, int limit, enum command command)
{
	char key[HINT_KEYS_LEN];
	const char *hint = command_hint(command);

	hint_keys(command, true, key);
	if (!*key || col + hint_cols(key, hint) > limit)
		return col;
	draw_hint(canvas, canvas->rows - 1, col, key, hint);
	return col + hint_cols(key, hint) + GAP;
}

static bool is_within(enum command_scope scope, enum command_scope outer)
{
	while (scope != outer && scope_parent(scope) != scope)
		scope = scope_parent(scope);
	return scope == outer;
}

/* In a form letters are text: a key of its own helps there. */
static enum command help_of(enum command_scope scope)
{
	return is_within(scope, AT_everywhere) ? CMD_everywhere_help : is_within(scope, AT_form) ? CMD_form_help : CMD_NONE;
}

/* Help keeps the right end, where it works; the column where the others must end. */
static int add_help(struct canvas *canvas, enum command help)
{
	char key[HINT_KEYS_LEN];
	int col;

	if (help == CMD_NONE)
		return canvas->cols;
	hint_keys(help, true, key);
	col = canvas->cols - hint_cols(key, command_hint(help));
	add_hint(canvas, col, canvas->cols, help);
	return col - GAP;
}

void widget_footer(struct canvas *canvas, enum command_scope scope)
{
	enum command commands[CMD_COUNT];
	int col = 0, limit;

	canvas_fill(canvas, (struct rect){ canvas->rows - 1, 0, 1, canvas->cols }, STYLE_PLAIN);
	enum command help = help_of(scope);
	limit = add_help(canvas, help);
	for (enum command_scope at = scope;; at = scope_parent(at)) {
		size_t count = hint_commands(at, commands);

		for (size_t i = 0; i < count; i++) {
			if (commands[i] != help)
				col = add_hint(canvas, col, limit, commands[i]);
		}
		if (scope_parent(at) == at)
			break;
	}
}
