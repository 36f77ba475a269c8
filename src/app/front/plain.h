/* plain.h - the facilitator's console line by line: for screen readers, pipes and terminals that can show no screen.
 * Floor: app (private). Lines come in, sentences go out, each once and below the last; nothing else is ever written: no
 * escape sequence, no cursor, no bell that was not asked for. A question is a line, and the next line answers it. */
#ifndef APP_PLAIN_H
#define APP_PLAIN_H

#include "console/loop.h"

#include "base/buf.h"
#include "view/tell.h"

#include <stdint.h>

struct plain {
	struct buf typed;   /* the beginning of a line */
	bool is_too_long;   /* that line, and what comes of it is dropped */
	struct told told;
	int64_t every_ms;   /* the time is said so often; 0: near its end only */
	enum command lacks; /* the command that waits for a table's number; CMD_NONE: none does */
	bool has_asked;     /* what lies over the console, or lacks, has been said */
	bool has_written;   /* the last line led to facts */
	bool has_spoken;    /* since the last line came */
	bool was_japanese;
	bool has_bell;      /* it was asked for */
	bool rehearses;     /* who leaves is told so by whoever opened the console */
};
extern struct plain plain; /* standard input and output: there is one */

/* plain_line.c: one whole line, clean and without blanks around it. */
void plain_take_line(struct loop *loop, const char *line);

/* plain_say.c: what is new, and what is asked. */
void plain_tell(struct console *console);
void plain_tell_standing(const struct console *console);
void plain_tell_help(const char *words);             /* all commands, or those that answer to the words */
void plain_tell_several(const enum command *commands, size_t len); /* a line may mean any of them */
void plain_say(const char *lines);                   /* ended by LF; what may not go out is dropped */

#endif
