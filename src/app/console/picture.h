/* picture.h - a console's screen without a terminal.
 * Floor: app (private). */
#ifndef APP_PICTURE_H
#define APP_PICTURE_H

#include "console.h"

/* How a screen is printed: text, ANSI or SVG. */
struct picture_format {
	const char *name;
	void (*print)(const struct canvas *canvas, enum theme theme, const char *title, struct buf *out);
};
const struct picture_format *picture_format_of_name(const char *name); /* NULL: there is none */

struct picture {
	const struct screen *screen;
	const char *workshop; /* id; "" for home */
	int64_t table;
	enum command command; /* given to it before it is drawn; CMD_NONE: none */
	const char *find;     /* typed there first, if it is a search; NULL: nothing */
	int rows, cols;
	const struct picture_format *format;
};

MUST_CHECK enum status picture_print(struct app *app, const struct picture *picture, struct buf *out, struct fault *fault);

#endif
