/* lineedit.h - the state of an editor for one line or many, without a terminal.
 * Floor: text. Cursor stops are cluster boundaries; the text is always clean (text.h). Zeroed is a valid empty
 * one-line editor. */
#ifndef TEXT_LINEEDIT_H
#define TEXT_LINEEDIT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct lineedit_step;
struct lineedit {
	struct buf text;
	size_t cursor; /* byte, a cluster boundary */
	size_t mark;   /* the selection's other end; equal to cursor: nothing selected */
	bool lines;    /* many lines: LF may be typed */
	size_t max_bytes; /* 0: none; typing beyond is refused (lineedit_insert returns false) */
	struct buf cut;
	struct lineedit_step *past;   /* private: what undo takes back, newest first */
	struct lineedit_step *future; /* private: what redo brings again */
	int goal_cols;                /* private: the column that moves by row aim at, plus one; 0: the cursor's */
};

enum lineedit_move {
	MOVE_LEFT, MOVE_RIGHT, MOVE_WORD_LEFT, MOVE_WORD_RIGHT, MOVE_LINE_START, MOVE_LINE_END, MOVE_START, MOVE_END,
};

/* Words are runs of one script; hiragana after kanji or katakana belongs to it (送り仮名, 助詞). A move by word
 * goes to the end of the next one or the start of the one before. "Line" here is up to the line feed. */

void lineedit_set(struct lineedit *edit, const char *text); /* made clean; cursor at the end, undo forgotten */
void lineedit_clear(struct lineedit *edit);                 /* empty, undo forgotten; cut, lines and max_bytes stay */
void lineedit_done(struct lineedit *edit);
const char *lineedit_text(const struct lineedit *edit); /* borrowed until the next change */

/* What was typed or pasted, made clean, in place of the selection. One call is one undo step, but single
 * characters typed one after the other are one up to a space, a line feed or a move. False, and nothing changed,
 * beyond max_bytes. */
bool lineedit_insert(struct lineedit *edit, const char *bytes, size_t len);
void lineedit_move(struct lineedit *edit, enum lineedit_move move, bool select);
void lineedit_delete(struct lineedit *edit, enum lineedit_move move); /* the selection, else up to where move goes */
void lineedit_copy(struct lineedit *edit); /* the selection to `cut`; nothing selected: `cut` stays */
void lineedit_cut(struct lineedit *edit);
bool lineedit_paste(struct lineedit *edit); /* false, and nothing changed, beyond max_bytes */
void lineedit_undo(struct lineedit *edit);
void lineedit_redo(struct lineedit *edit);

/* Up (rows < 0) and down by the lines as wrapped to cols (wrap.h), as far as there are any; several moves in a row
 * aim at the same column. False, and nothing changed, at the first and last line. */
bool lineedit_move_row(struct lineedit *edit, int rows, int cols, bool select);
/* The row and column of the cursor when wrapped to cols; returns how many rows there are. The column equals cols after a
 * full last line, or in white space that hangs: leave one for the cursor. */
int lineedit_where(const struct lineedit *edit, int cols, int *ret_row, int *ret_col);

#endif
