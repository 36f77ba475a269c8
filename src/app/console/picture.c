#include "picture.h"

#include "base/mem.h"

#include <string.h>

static void print_text(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out)
{
	(void)theme;
	(void)title;
	canvas_print_text(canvas, out);
}

static void print_ansi(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out)
{
	(void)title;
	canvas_print_ansi(canvas, theme, out);
}

const struct picture_format *picture_format_of_name(const char *name)
{
	static const struct picture_format formats[] = {
		{ "text", print_text },
		{ "ansi", print_ansi },
		{ "svg", canvas_print_svg },
	};

	for (size_t i = 0; i < COUNT(formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

/* To the end, however long that takes. */
static void find(struct console *console, const char *words)
{
	const struct screen *screen = console->screen;
	const struct input_event event = { .type = INPUT_PASTE, .text = words, .len = strlen(words) };

	screen->type(console, &event);
	while (screen->next_real_ms(console) == 0)
		screen->tick(console);
}

enum status picture_print(struct app *app, const struct picture *picture, struct buf *out, struct fault *fault)
{
	struct console console;
	struct canvas canvas = { 0 };
	enum status st = console_open(&console, app, picture->screen, picture->workshop, picture->table, fault);

	if (st != ST_OK)
		goto out;
	/* Nobody has been watching: the room's view is as the log has it. */
	console.opened = (struct moment){ 0 };
	console_do(&console, picture->command);
	if (picture->find)
		find(&console, picture->find);
	canvas_init(&canvas, picture->rows, picture->cols);
	console_draw(&console, &canvas);
	picture->format->print(&canvas, app->theme, picture->screen->name, out);
out:
	canvas_done(&canvas);
	console_close(&console);
	return st;
}
