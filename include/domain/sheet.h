/* sheet.h - a table's recording sheet: what it wrote, row by row in reading order.
 * Floor: domain. Offers, then the storyline's steps with their supports under them, then notes. */
#ifndef DOMAIN_SHEET_H
#define DOMAIN_SHEET_H

#include "base/arena.h"
#include "domain/workbook.h"

enum sheet_kind { SHEET_OFFERS, SHEET_OFFER, SHEET_STORY, SHEET_STEP, SHEET_SUPPORT, SHEET_NOTES, SHEET_NOTE };

/* `row` is NULL for the three headings; `number` counts rows of a kind from 1 (supports: within their step), or, in a
 * heading, how many there are. */
struct sheet_row {
	enum sheet_kind kind;
	const struct row *row;
	size_t number;
};

struct sheet {
	struct sheet_row *rows; /* borrowed from the arena */
	size_t len;
};

struct sheet sheet_of(const struct workbook *book, const struct table *table, struct arena *arena);
bool sheet_is_heading(enum sheet_kind kind);

/* What the rows of a kind are: their entity, whose they are, their place, and the text that matters most. */
struct sheet_kind_info {
	enum entity entity;
	enum field owner, pos, text;
};
const struct sheet_kind_info *sheet_kind_info(enum sheet_kind kind); /* NULL for headings */

/* A key that puts a row before (by < 0) or after its neighbour of the same owner; false: it stands at the end already. */
bool sheet_move(const struct workbook *book, const struct sheet_row *row, int by, char ret_key[]);

#endif
