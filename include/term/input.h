/* input.h - what a person did at the terminal, as events.
 * Floor: term. A burst (all that had come when the program looked) is one call's worth: read all, then paint once. */
#ifndef TERM_INPUT_H
#define TERM_INPUT_H

#include "command/key.h"

#include <stdbool.h>
#include <stddef.h>

struct term;

enum input_type {
	INPUT_KEY,    /* one key, or one character alone (KEYCODE_CHAR): a command, or text for a field */
	INPUT_TEXT,   /* several characters at once: an input method's commit, or typing faster than we looked */
	INPUT_PASTE,  /* a whole bracketed paste: text only, never a command; may hold LF and TAB */
	INPUT_HANGUP, /* the terminal is gone: save and leave; it is told again each time */
};

/* At most so much of one paste is kept. */
enum { INPUT_PASTE_MAX = 1 << 20 };

struct input_event {
	enum input_type type;
	struct key key;
	const char *text; /* TEXT and PASTE: clean (text.h), NUL-ended; borrowed until the next input_read() */
	size_t len;
	bool cut; /* PASTE: there was more than INPUT_PASTE_MAX, or its end never came */
};

/* Everything that has happened since, in order; *ret_events is borrowed until the next call. Call when term_fd() is
 * readable; may find nothing (half a character), never waits, and a signal in between loses nothing. */
size_t input_read(struct term *term, const struct input_event **ret_events);

#endif
