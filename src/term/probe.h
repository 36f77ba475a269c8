/* probe.h - asks the terminal how wide an ambiguous character is.
 * Floor: term (private). */
#ifndef TERM_PROBE_H
#define TERM_PROBE_H

#include "base/buf.h"

#include <stdbool.h>

struct probe {
	bool answered;
	bool wide;
	struct buf early; /* what a person typed meanwhile, in order; owned */
};

/* Prints a character, asks where the cursor is (ESC [ 6 n), and wipes the character out. The terminal must be in raw
 * mode. Waits 300 ms at most: who does not answer is narrow, as nearly all are. Source: terminal.md 1.2. */
struct probe probe_ambiguous(int in, int out);

#endif
