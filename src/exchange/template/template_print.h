/* template_print.h - what reading and printing a template agree on.
 * Private to exchange. */
#ifndef EXCHANGE_TEMPLATE_PRINT_H
#define EXCHANGE_TEMPLATE_PRINT_H

#include "format/span.h"

/* Does a line that begins so mean something else than text? Then text is written with a \ before it. */
bool template_is_special(struct span text);

#endif
