/* names.h - the keys' sequences as the terminal's description (terminfo) has them.
 * Floor: term (private). */
#ifndef TERM_NAMES_H
#define TERM_NAMES_H

#include "decode.h"

/* Owned; after curses was started. Free with free(). */
struct decode_name *names_read(size_t *ret_len);

#endif
