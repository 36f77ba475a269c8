/* input_private.h - the descriptor that input comes from, and its clock.
 * Floor: term (private). */
#ifndef TERM_INPUT_PRIVATE_H
#define TERM_INPUT_PRIVATE_H

#include "base/status.h"
#include "decode.h"

struct input {
	int tty;
	int timer; /* runs while half an escape sequence or half a paste is held */
	int both;  /* epoll on the two: what to wait for while the timer runs */
	bool armed, gone;
	struct buf early; /* what came before anybody listened */
	struct decode decode;
};

MUST_CHECK enum status input_open(struct input *input, int tty, struct fault *fault);
void input_close(struct input *input); /* a zeroed one is not open */
void input_push(struct input *input, const struct buf *early); /* comes before all that is read */
void input_take(struct input *input); /* one burst */

#endif
