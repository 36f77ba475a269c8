/* term.h - the terminal: taken over, painted, and given back on every way out.
 * Floor: term. There is one at a time; only this floor and its tests know curses. */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include "base/status.h"
#include "view/canvas.h"
#include "view/print.h"

#include <stdbool.h>

struct term;

/* Whether characters like ①…→ take two columns: found out by asking the terminal, or said by the user. */
enum term_ambiguous { TERM_AMBIGUOUS_AUTO, TERM_AMBIGUOUS_NARROW, TERM_AMBIGUOUS_WIDE };

struct term_options {
	enum theme theme;
	bool no_colour; /* NO_COLOR and terminals without colours are seen without it */
	enum term_ambiguous ambiguous;
};

/* Takes standard input and output over: alternate screen, raw keys, bracketed paste. Sets text_set_ambiguous_wide(),
 * and what was typed while it asked comes out of input_read(). Needs setlocale() before, and signals_open() if
 * signals are to be events. Errors, each with what to do: ST_REFUSED no terminal, ST_INVALID the locale is not UTF-8,
 * ST_NOT_FOUND TERM is unknown or cannot show screens. */
MUST_CHECK enum status term_open(const struct term_options *options, struct term **ret_term, struct fault *fault);
void term_close(struct term *term); /* NULL is fine */

/* Readable: call input_read(). To be asked before each wait: while half a key has come it is another. */
int term_fd(const struct term *term);
void term_size(const struct term *term, int *ret_rows, int *ret_cols);
bool term_resize(struct term *term); /* after SIGWINCH: takes the new size; has it changed? */

/* Shows the canvas, writing only what differs from what was painted last, and looking at the rows row..end alone: nothing
 * else has changed since. The real cursor, which input methods and screen readers follow, stands at the canvas's own, or is
 * hidden. What does not fit is not shown. */
void term_paint(struct term *term, const struct canvas *canvas, int row, int end);
void term_redraw(struct term *term, enum theme theme); /* the next paint is whole, in this theme */
void term_bell(struct term *term);

/* Gives the terminal back and stops as Ctrl-Z does; returns when the shell continues us, all to be painted anew. */
void term_suspend(struct term *term);
void term_resume(struct term *term); /* after SIGCONT that came without our stopping: takes the terminal back */

#endif
