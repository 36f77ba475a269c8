/* scribble.h - pictures at random, the same for the program that paints them and the test that looks. */
#ifndef TESTS_TERM_SCRIBBLE_H
#define TESTS_TERM_SCRIBBLE_H

#include "view/canvas.h"

/* Changes the canvas a little, or now and then altogether: to a clock, or to scribbles only. */
void scribble(struct canvas *canvas, unsigned *seed);
void scribble_clock(struct canvas *canvas, enum style style, int left_s); /* and no cursor */

#endif
