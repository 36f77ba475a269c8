/* desk.h - where somebody writes on a screen: the form they write in, its draft, and what they wrote before, to be taken back.
 * Floor: app (private). Zeroed is a desk on which nothing lies. */
#ifndef APP_DESK_H
#define APP_DESK_H

#include "console/console.h"
#include "domain/undo.h"
#include "draft.h"
#include "form.h"
#include "versions.h"

/* What the effects' batch is, and so what is to be done once it is on disk. */
enum writing {
	WRITING_NOTHING, /* it is not to be taken back here */
	WRITING_FORM,    /* what the form said, which is shut then */
	WRITING_CHANGE,
	WRITING_UNDO,
	WRITING_REDO,
};

struct desk {
	enum writing writing;
	struct form form;
	struct draft draft;
	struct undo_log log;
	struct choosing choosing;
};
void desk_done(struct desk *desk);

/* --- the form --- */
bool desk_has_form(const struct desk *desk); /* open */
void desk_restore(struct desk *desk, struct console *console, const char *prefix, const struct form_specs *specs); /* draft.h */
void desk_note_typing(struct desk *desk, const struct console *console);
void desk_keep_draft(struct desk *desk, struct console *console); /* at once */
void desk_shut_form(struct desk *desk, struct console *console);
void desk_leave_form(struct desk *desk, struct console *console); /* unsaved: what was typed can be taken up again */
bool desk_take_up(struct desk *desk, struct console *console, const struct form_specs *specs); /* false: nothing was left so */

/* --- for the struct screen: drafts are kept while the time passes, and when the console is left --- */
void desk_tick(struct desk *desk, struct console *console);
int64_t desk_next_ms(const struct desk *desk, const struct console *console);
void desk_leave(struct desk *desk, struct console *console);

/* --- what is written ---
 * Call when the effects' batch is complete; an empty one is nothing to do. `done` is said when it is on disk; NULL: what is usually
 * said of such a writing. */
void desk_write(struct desk *desk, struct console *console, enum writing writing, const char *done);
/* The batch is on disk, the workbook as it stood before. Gives what it was. The form stays. */
enum writing desk_written(struct desk *desk, struct console *console);
/* Puts into the batch what takes the newest writing back, or does it again; what is wrong is said. Then comes desk_write(). */
bool desk_turn_back(struct desk *desk, struct console *console, enum writing writing);

#endif
