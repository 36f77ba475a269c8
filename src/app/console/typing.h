/* typing.h - what the keys of a text field do to its editor.
 * Floor: app (private). */
#ifndef APP_TYPING_H
#define APP_TYPING_H

#include "term/input.h"
#include "text/lineedit.h"

#include <stdbool.h>

/* Text and pastes go in; moving, deleting, cut, copy, paste, undo and redo as commands.def has them. False: the event means
 * nothing to an editor. */
bool typing_take(struct lineedit *edit, const struct input_event *event);

#endif
