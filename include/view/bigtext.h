/* bigtext.h - text that the back row reads: digits from a bitmap of our own, kanji and kana from unifont where installed.
 * Floor: view. Half-block pixels; filled cells are reverse-video blanks (terminal.md 3). */
#ifndef VIEW_BIGTEXT_H
#define VIEW_BIGTEXT_H

#include "view/canvas.h"

/* Draws "0-9:+-" and spaces as large as the area allows, centred; returns the rows used (0: not even the smallest fits, then
 * it is drawn as plain text). */
int bigtext_digits(struct canvas *canvas, struct rect area, enum style style, const char *text);

/* The scale (pixels a bitmap dot) the digits would take in so many rows and columns; 0: none fits. */
int bigtext_digits_scale(int rows, int cols, const char *text);

#endif
