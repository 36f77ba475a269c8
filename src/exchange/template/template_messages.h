/* template_messages.h - what an agenda has ready to be said to the room, to choose from on the day (engine/message.h).
 * Private to exchange.
 *
 *	## Messages
 *
 *	- Five minutes are left. [1 min]
 *	- Please change seats. */
#ifndef EXCHANGE_TEMPLATE_MESSAGES_H
#define EXCHANGE_TEMPLATE_MESSAGES_H

#include "exchange/template.h"
#include "format/span.h"

bool messages_take_heading(struct span text);

/* A line below that heading; blank ones say nothing. ST_INVALID: the fault says what is wrong, without the line. */
MUST_CHECK enum status messages_take_line(struct span line, struct template *template, struct fault *fault);

/* Of a workshop: as a file could say them, so without what is blank or too much. */
void messages_of_workshop(const struct workshop *workshop, struct template *template);

void messages_print(const struct template *template, struct buf *out);

#endif
