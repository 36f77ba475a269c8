/* widgets.h - the few things that all screens share, each drawn in one call.
 * Floor: view. Pure: what to draw comes as arguments, nothing is remembered; scrolling positions are worked out anew
 * from what must be seen. Texts are in the user's language. */
#ifndef VIEW_WIDGETS_H
#define VIEW_WIDGETS_H

#include "command/command.h"
#include "text/lineedit.h"
#include "view/canvas.h"

#include <stdint.h>

enum { SCREEN_MIN_ROWS = 10, SCREEN_MIN_COLS = 40 };

/* Where no screen fits, a sentence instead of one: true, and the caller draws nothing else. */
bool widget_too_small(struct canvas *canvas);

/* A bar as wide as the canvas: title at the left, info ("" none) at the right; where both do not fit the title gives
 * way. */
void widget_header(struct canvas *canvas, int row, const char *title, const char *info);
/* The same, with what must not be overlooked in a block of its own before the title. "": nothing. */
void widget_header_marked(struct canvas *canvas, int row, const char *mark, const char *title, const char *info);

/* The last row: the scope's commands with their first keys, as many as fit, and help at the right end. */
void widget_footer(struct canvas *canvas, enum command_scope scope);

/* A row of its own for what just happened or needs attention, as wide as the canvas. "" clears it to the style. */
void widget_notice(struct canvas *canvas, int row, enum style style, const char *text);
void widget_notice_in(struct canvas *canvas, struct rect row, enum style style, const char *text); /* in part of the row */

/* Text wrapped to the area's columns; returns the rows used, at most the area's; "" uses none. What does not fit ends
 * in "…". */
int widget_paragraph(struct canvas *canvas, struct rect area, enum style style, const char *text);
int widget_paragraph_len(struct canvas *canvas, struct rect area, enum style style, const char *text, size_t len);
int widget_paragraph_rows(const char *text, int cols); /* how many rows it would take */

/* A list with a bar over one row, marked by ">" too. */
struct list_view {
	size_t len;
	size_t selected;
	size_t top;   /* the first row shown when last drawn (0 will do): the list scrolls only when it must */
	bool focused; /* has the keys; else the bar is quiet */
};
/* Draws one row inside its area (one row high, after the mark). style: PLAIN, or the bar's, which wins over whatever
 * other styles are mixed in. */
typedef void list_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style);
/* Returns the first row shown, for the next list_view.top. */
size_t widget_list(struct canvas *canvas, struct rect area, const struct list_view *list, list_row *row,
		   const void *ctx);
/* What of a list stands on the canvas, so that moving its bar draws two rows and not all. */
struct list_drawn {
	bool is_there; /* false: the canvas was cleared since */
	struct rect area;
	size_t top, bar;
};
/* Draws what has changed since: the row the bar was on and the one it is on, or all where the list has scrolled or has another
 * place; rows are otherwise as they were. drawn is what stands there then, and list->top is taken from it; NULL: nothing does. */
void widget_list_again(struct canvas *canvas, struct rect area, const struct list_view *list, list_row *row, const void *ctx,
		       struct list_drawn *drawn);
/* The first row to show so that the selected one is seen in so many rows. */
size_t list_top(const struct list_view *list, int rows);

/* The editor's text in the area, scrolled so that the cursor is seen, with the selection; one row scrolls sideways,
 * more rows wrap, and show one behind the cursor's. The field that has the keys gets the canvas's cursor. */
void widget_field(struct canvas *canvas, struct rect area, const struct lineedit *edit, bool focused);
/* Of a field's columns those that its text is wrapped to: the last is the cursor's, behind a full row. */
int widget_field_cols(int cols);
/* The rows a wrapped field needs in so many columns of its own, at least 1. */
int widget_field_rows(const struct lineedit *edit, int cols);

/* An empty box in the middle of the canvas with room for so many rows and columns (fewer where there are not so many);
 * returns the room inside. */
struct rect widget_popup(struct canvas *canvas, int rows, int cols, const char *title);

/* A bar filled by part of whole; style is one of STYLE_BIG…. whole <= 0 counts as nothing to do: full. */
void widget_gauge(struct canvas *canvas, struct rect area, enum style style, int64_t part, int64_t whole);

#endif
