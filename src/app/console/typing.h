/* typing.h - what the keys of a text field do to its editor.
 * Floor: app (private). */
#ifndef APP_TYPING_H
#define APP_TYPING_H

#include "term/input.h"
#include "text/lineedit.h"

/* NOTHING: the event means nothing to an editor. TOO_LONG: what came does not fit, and none of it went in. */
enum typing { TYPING_NOTHING, TYPING_TAKEN, TYPING_TOO_LONG };

/* Text and pastes go in; moving, deleting, cut, copy, paste, undo and redo as commands.def has them. */
enum typing typing_take(struct lineedit *edit, const struct input_event *event);

/* What was cut in one field can be pasted into another, also of a form opened later; until this. */
void typing_forget(void);

#endif
