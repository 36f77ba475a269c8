/* template_tables.h - the tables of an agenda that names them: which theme each talks about, and in which room.
 * Private to exchange.
 *
 *	## Tables
 *
 *	- Looking back → Sakura
 *	- Hopes
 *	- → Momiji */
#ifndef EXCHANGE_TEMPLATE_TABLES_H
#define EXCHANGE_TEMPLATE_TABLES_H

#include "exchange/template.h"
#include "format/span.h"

bool tables_take_heading(struct span text);

/* A line below that heading; blank ones say nothing. ST_INVALID: the fault says what is wrong, without the line. */
MUST_CHECK enum status tables_take_line(struct span line, struct template *template, struct fault *fault);

void tables_print(const struct template *template, struct buf *out);

#endif
