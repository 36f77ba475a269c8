/* rounds.h - steps that come again, and tables, by the names that people read.
 * Floor: engine. Results are values: step_name(item).text holds to the end of the statement. */
#ifndef ENGINE_ROUNDS_H
#define ENGINE_ROUNDS_H

#include "domain/workbook.h"

struct name {
	char text[1024];
};

struct name round_name(const struct item *item); /* "Case 2 of 4"; "": it comes once */
struct name step_name(const struct item *item);  /* "Questions (Case 2 of 4)" */
/* To what the seats are changed: the round after it; "": none is known. */
struct name round_after(const struct item *item);

/* What a table is called: its name, else its room's, else "Table 3". */
struct name table_name(const struct table *table);
/* What else is said of it, beside its number: "Hopes → Sakura"; its name comes first. "": nothing. */
struct name table_label(const struct table *table);
/* Where its people go: "Table 3", "break-out room “Sakura”"; at the venue, "room “Sakura”". */
struct name table_place(const struct table *table, enum workshop_mode mode);

#endif
