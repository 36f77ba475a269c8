/* stream.h - reads all that a program sends to its terminal, and complains of what must never get there.
 * Tests only. Source of the rules: a terminal draws these differently from its neighbours, or obeys them:
 *  - characters of no fixed width: U+200D, variation selectors, format characters, what wcwidth() calls unprintable;
 *  - a kana voicing mark after a base that has a composed form (the cell should hold the composed one);
 *  - C0 and C1 controls and escape sequences that the drawing library has no use for: they came out of data. */
#ifndef TESTS_SUPPORT_STREAM_H
#define TESTS_SUPPORT_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STREAM_MODES = 3000, STREAM_SEQUENCE = 256 };

/* Zeroed is a valid start. */
struct stream {
	int state;
	char sequence[STREAM_SEQUENCE]; /* the escape sequence being read, without ESC */
	size_t sequence_len;
	uint32_t point; /* the character being read */
	int missing;    /* bytes of it still to come */
	uint32_t base;  /* the last character that takes a column */
	bool modes[STREAM_MODES]; /* DEC private modes, as last set */
	size_t at;
	char complaint[160]; /* the first one; "" none */
};

void stream_read(struct stream *stream, const char *bytes, size_t len);

#endif
