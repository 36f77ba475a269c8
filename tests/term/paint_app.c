/* paint_app.c - paints another random picture at each key, or the next second of a clock; ends at the key Escape.
 *
 *	paint_app SEED
 *	paint_app clock LEFT_S */
#include "scribble.h"
#include "term/input.h"
#include "term/term.h"

#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many keys came; -1: Escape or a hang-up among them. */
static int take_keys(struct term *term)
{
	struct pollfd fd = { .fd = term_fd(term), .events = POLLIN };
	const struct input_event *events;
	size_t len;

	if (poll(&fd, 1, -1) <= 0)
		return 0;
	len = input_read(term, &events);
	for (size_t i = 0; i < len; i++) {
		if (events[i].type == INPUT_HANGUP || events[i].key.code == KEYCODE_ESCAPE)
			return -1;
	}
	return (int)len;
}

static void next_picture(struct canvas *canvas, bool is_clock, unsigned *state)
{
	if (is_clock)
		scribble_clock(canvas, STYLE_BIG, (int)(*state)--);
	else
		scribble(canvas, state);
}

int main(int argc, char **argv)
{
	const struct term_options options = { .ambiguous = TERM_AMBIGUOUS_NARROW };
	bool is_clock = argc > 2 && strcmp(argv[1], "clock") == 0;
	unsigned seed = argc > 1 ? (unsigned)strtoul(argv[argc - 1], NULL, 10) : 1;
	struct canvas canvas = { 0 };
	struct fault fault = { "" };
	struct term *term = NULL;
	int rows, cols, keys = 1;

	setlocale(LC_ALL, "");
	if (term_open(&options, &term, &fault) != ST_OK) {
		fprintf(stderr, "%s\n", fault.text);
		return 1;
	}
	term_size(term, &rows, &cols);
	canvas_init(&canvas, rows, cols);
	for (; keys >= 0; keys = take_keys(term)) {
		while (keys-- > 0)
			next_picture(&canvas, is_clock, &seed);
		term_paint(term, &canvas, 0, canvas.rows);
	}
	canvas_done(&canvas);
	term_close(term);
	return 0;
}
