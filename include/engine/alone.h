/* alone.h - what people thought of for themselves, before they heard the others (field.md 3, invariant 11).
 * Floor: engine. Pure. */
#ifndef ENGINE_ALONE_H
#define ENGINE_ALONE_H

#include "engine/run.h"

#include <stdbool.h>
#include <stddef.h>

/* Does the offer say so, and was it written before its step ended? That end may have been set back since, or its start been
 * taken back; then the tables were sharing already. */
bool alone_is_so(const struct run *run, const struct offer *offer);

/* How many distinct ones of a table's offers, or with table NULL of the room's. */
size_t alone_count(const struct workbook *book, const struct run *run, const char *table);

#endif
