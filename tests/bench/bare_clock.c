/* bare_clock.c - the least that a clock on the wall can do: bare curses and the same giant digits, once a second.
 * bare_clock ROWS COLS: the room that the digits have, for they take all of it. Runs until a signal ends it. */
#include "view/bigtext.h"

#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BEGINS_AT_S = 539, MS_A_SECOND = 1000, NS_A_MS = 1000000 };

static void paint(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int col = 0; col < canvas->cols; col++) {
			const struct cell *cell = canvas_at(canvas, row, col);
			cchar_t shown;
			setcchar(&shown, cell->glyph.points, cell->style == STYLE_BIG ? A_REVERSE : A_NORMAL, 0, NULL);
			mvadd_wch(row, col, &shown);
		}
	}
}

static int ms_to_next_second(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return MS_A_SECOND - (int)(now.tv_nsec / NS_A_MS);
}

int main(int argc, char **argv)
{
	struct canvas canvas = { 0 };

	if (argc < 3)
		return 2;
	setlocale(LC_ALL, "");
	initscr();
	curs_set(0);
	canvas_init(&canvas, atoi(argv[1]), atoi(argv[2]));
	for (int left_s = BEGINS_AT_S; left_s >= 0; left_s--) {
		char text[16];
		snprintf(text, sizeof text, "%d:%02d", left_s / 60, left_s % 60);
		canvas_clear(&canvas);
		bigtext_digits(&canvas, canvas_whole(&canvas), STYLE_BIG, text);
		paint(&canvas);
		refresh();
		poll(NULL, 0, ms_to_next_second());
	}
	endwin();
	canvas_done(&canvas);
	return 0;
}
