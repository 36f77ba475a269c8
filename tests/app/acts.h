/* acts.h - what a scribe does at a table, and what a fresh process then reads.
 * Tests only. */
#ifndef TESTS_APP_ACTS_H
#define TESTS_APP_ACTS_H

#include "app/stage.h"

#include <stddef.h>

/* Keys by name, then characters as they are; then what `show --json` must come to hold. Each may be NULL. */
struct act {
	const char *keys, *typed, *shown;
};

void act_out_at(struct pty *pty, const struct act *acts, size_t len, const char *file, int line);
#define act_out(pty, acts, len) act_out_at(pty, acts, len, __FILE__, __LINE__)

struct pty *open_table(int number); /* a scribe's console, in English */
void write_cards(void);             /* 3 formal とびら, 13 informal まるでん, 15 mixed ラジオ病院, 16 informal 自治会 */

#endif
