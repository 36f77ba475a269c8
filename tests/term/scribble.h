/* scribble.h - pictures at random, the same for the program that paints them and the test that looks. */
#ifndef TESTS_TERM_SCRIBBLE_H
#define TESTS_TERM_SCRIBBLE_H

#include "view/canvas.h"

/* Changes the canvas a little, or now and then altogether. */
void scribble(struct canvas *canvas, unsigned *seed);

#endif
