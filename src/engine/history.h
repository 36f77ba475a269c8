/* history.h - which rows of the log count: undo, presses of several rows, and rows that made no sense.
 * Floor: engine, private.
 *
 * Whether a row makes sense is judged where it stands, by the rows before it, once: the second of two presses of
 * "next" at the same moment is nothing, and stays nothing when the first is taken back. The rows of one press (the
 * later ones name the first) stand and fall with the first. An undo takes its target's whole press out, and a fold
 * without it is made; an undo that is itself undone does nothing. */
#ifndef ENGINE_HISTORY_H
#define ENGINE_HISTORY_H

#include "course.h"

struct history {
	const struct run_row *undoable; /* the first row of the newest press that undo may take back; NULL: nothing */
	const struct run_row *last;     /* the newest row that counts, an undo too; NULL: none */
	int64_t now_steady_ms;
};

/* Folds all rows of the course's workbook into the course. */
struct history history_fold(struct course *course, struct moment now, struct arena *arena);

#endif
