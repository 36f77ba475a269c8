/* lineedit.h - the state of an editor for one line or many, without a terminal.
 * Floor: text. Cursor stops are cluster boundaries; the text is always clean (text.h). Zeroed is a valid empty one-line editor. */
#ifndef TEXT_LINEEDIT_H
#define TEXT_LINEEDIT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct lineedit_past;
struct lineedit {
	struct buf text;
	size_t cursor; /* byte, a cluster boundary */
	size_t mark;   /* the selection's other end; equal to cursor: nothing selected */
	bool lines;    /* many lines: LF may be typed */
	size_t max_bytes; /* 0: none; typing beyond is refused (lineedit_insert returns false) */
	struct buf cut;
	struct lineedit_past *past; /* undo, oldest last */
	struct lineedit_past *future;
};

enum lineedit_move {
	MOVE_LEFT, MOVE_RIGHT, MOVE_WORD_LEFT, MOVE_WORD_RIGHT, MOVE_LINE_START, MOVE_LINE_END, MOVE_START, MOVE_END,
};

void lineedit_set(struct lineedit *edit, const char *text); /* cursor at the end, undo forgotten */
void lineedit_clear(struct lineedit *edit);
void lineedit_done(struct lineedit *edit);
const char *lineedit_text(const struct lineedit *edit);

bool lineedit_insert(struct lineedit *edit, const char *bytes, size_t len); /* one burst is one undo step */
void lineedit_move(struct lineedit *edit, enum lineedit_move move, bool select);
void lineedit_delete(struct lineedit *edit, enum lineedit_move move); /* the selection, else up to where move goes */
void lineedit_copy(struct lineedit *edit);
void lineedit_cut(struct lineedit *edit);
void lineedit_paste(struct lineedit *edit);
void lineedit_undo(struct lineedit *edit);
void lineedit_redo(struct lineedit *edit);

/* Up and down by the lines as wrapped to cols; false at the first and last line. */
bool lineedit_move_row(struct lineedit *edit, int rows, int cols, bool select);
/* The row and column of the cursor when wrapped to cols. */
void lineedit_where(const struct lineedit *edit, int cols, int *ret_row, int *ret_col);

#endif
