/* seats_words.h - the one under the bar on the screen of seats, in words.
 * Floor: view, private. */
#ifndef VIEW_SEATS_WORDS_H
#define VIEW_SEATS_WORDS_H

#include "base/buf.h"
#include "view/seats.h"

/* Who it is, whom of the table they know, and what the table mixes; parted by `between`. */
void seats_say_guest(const struct seats_view *view, const char *between, struct buf *out);

#endif
