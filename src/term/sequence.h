/* sequence.h - what an escape sequence from a keyboard means.
 * Floor: term (private). Pure. Source: xterm's ctlseqs (PC-style and VT220-style function keys, modifyOtherKeys),
 * ECMA-48 5.4 for where a sequence ends, so that one nobody knows is passed over and not typed into a text. */
#ifndef TERM_SEQUENCE_H
#define TERM_SEQUENCE_H

#include "command/key.h"

#include <stddef.h>

enum sequence_kind {
	SEQUENCE_UNFINISHED, /* more bytes are needed to know */
	SEQUENCE_KEY,
	SEQUENCE_PASTE,  /* a bracketed paste begins */
	SEQUENCE_REPORT, /* where the cursor is; or F3 with modifiers, which looks the same */
	SEQUENCE_OTHER,
};

struct sequence {
	enum sequence_kind kind;
	size_t len; /* bytes of it; 0 when unfinished */
	struct key key; /* KEY, and REPORT in its other meaning; code NONE: that has no other meaning */
};

/* bytes[0] is ESC. */
struct sequence sequence_read(const char *bytes, size_t len);

/* A single control byte (not ESC) as a key. */
struct key sequence_control(unsigned char byte);

/* The bytes a UTF-8 character takes, by its first ones: what is there of it, or 0 where more may follow. */
size_t sequence_character(const char *bytes, size_t len);

#endif
