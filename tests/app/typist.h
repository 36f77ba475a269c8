/* typist.h - what a text should be after any keys: a model of the editor, in clusters.
 * Tests only. It knows nothing of bytes: a cluster is what the cursor steps over and an erasing key erases as one. Where rows end it
 * asks text/wrap.h, which has tests of its own. */
#ifndef TESTS_APP_TYPIST_H
#define TESTS_APP_TYPIST_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TYPIST_CLUSTERS_MAX = 300, TYPIST_PAST_MAX = 250, CELLS_MAX = 2 };

/* To words it is one of these; to JSON and to the screen it is what it is. */
enum script { BLANK, SIGN, LETTER, HIRAGANA, KATAKANA, KANJI };

struct cluster {
	const char *text;
	enum script script;
	int cols;
	uint32_t cells[CELLS_MAX]; /* what the terminal shows, a wide character once; a blank shows nothing */
	bool comes_whole;          /* its halves mean something else beside other clusters: it is typed in one piece */
};

enum { CLUSTERS = 20, LINE_FEED = 0, SPACE = 1 };
extern const struct cluster clusters[CLUSTERS];

struct text {
	unsigned char at[TYPIST_CLUSTERS_MAX]; /* which clusters */
	size_t len, cursor, mark;
};

/* Keys of one sort that follow one another are taken back together. */
enum run { RUN_NONE, RUN_TYPING, RUN_ERASING };

struct change {
	struct text before, after;
};

struct typist {
	struct text now;
	struct change past[TYPIST_PAST_MAX], future[TYPIST_PAST_MAX];
	size_t past_len, future_len;
	enum run run;
	struct text clip; /* only its clusters */
	int goal;         /* the column that moves by rows aim at; -1: the cursor's */
};

void typist_begin(struct typist *typist); /* with nothing written; what was cut stays */

size_t typist_first(const struct typist *typist); /* of what is selected */
size_t typist_selected(const struct typist *typist);
bool typist_has_room(const struct typist *typist, size_t len); /* for so many clusters in place of what is selected */

/* `typed`: with those before and after it one step for undo, where it is one cluster. */
void typist_insert(struct typist *typist, const unsigned char *added, size_t len, bool typed);
void typist_move(struct typist *typist, size_t to, bool select);
void typist_erase(struct typist *typist, size_t to, bool by_word); /* what is selected, else up to there */
void typist_copy(struct typist *typist, bool cut);
void typist_undo(struct typist *typist);
void typist_redo(struct typist *typist);

/* Where moves go. */
size_t typist_word(const struct typist *typist, bool right);
size_t typist_line(const struct typist *typist, bool end);

/* The text from cluster `from` on as UTF-8, so many clusters. */
void typist_add(const struct text *text, size_t from, size_t len, struct buf *out);

/* Rows as wrapped to cols: clusters from..to are shown, and the cursor may stand at from..last. */
struct shown_row {
	size_t from, to, last;
};
enum { TYPIST_ROWS_MAX = TYPIST_CLUSTERS_MAX + 1 };
struct shown_rows {
	struct shown_row at[TYPIST_ROWS_MAX];
	size_t len, cursor_row;
	int cursor_col; /* may be cols or more: behind a full row, or in blanks that hang */
};
void typist_rows(const struct text *text, int cols, struct shown_rows *ret_rows);
/* By so many rows up (< 0) or down; past the first and the last go the ends. */
void typist_move_rows(struct typist *typist, int by, int cols, bool select);

#endif
