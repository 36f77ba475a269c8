/* undo.h - what a line editor can take back and bring again.
 * Floor: text, private. */
#ifndef TEXT_UNDO_H
#define TEXT_UNDO_H

#include "text/lineedit.h"

/* Changes of one run that follow one another directly are one step. */
enum run { RUN_NONE, RUN_TYPING, RUN_ERASING };

/* At `at`, removed gave way to added. */
struct lineedit_step {
	struct lineedit_step *below; /* in its stack */
	size_t at;
	struct buf removed, added;
	size_t cursor, mark; /* before the change */
	size_t after;        /* the cursor after it */
	enum run run;
};

/* To be called before the change is made. */
void undo_record(struct lineedit *edit, size_t at, size_t len, const struct buf *added, enum run run);
void undo_end_run(struct lineedit *edit);
void undo_forget(struct lineedit *edit);

#endif
