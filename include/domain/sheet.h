/* sheet.h - a table's recording sheet: what it wrote, row by row in reading order.
 * Floor: domain. Offers, then the storyline's steps with their supports under them, its ending and the questions that remain,
 * then notes, and the action plan once there is one. Two people who write their table's first step at the same moment begin two storylines: the sheet shows one
 * after the other, and loses neither. */
#ifndef DOMAIN_SHEET_H
#define DOMAIN_SHEET_H

#include "base/arena.h"
#include "domain/order.h"
#include "domain/workbook.h"

enum sheet_kind {
	SHEET_OFFERS, SHEET_OFFER,
	SHEET_STORY, SHEET_STEP, SHEET_SUPPORT, SHEET_ENDING, SHEET_QUESTIONS,
	SHEET_NOTES, SHEET_NOTE,
	SHEET_PLAN, SHEET_ACTION,
	SHEET_KINDS
};

/* `row` is NULL for the headings, and the storyline for its ending and questions, which are listed once they are said;
 * `number` counts rows of a kind from 1 (supports: within their step), or, in a heading, how many there are. */
struct sheet_row {
	enum sheet_kind kind;
	const struct row *row;
	size_t number;
	size_t bundled; /* rows it stands for, itself among them (bundle.h); 0: it stands under the row above that does */
};

struct sheet {
	struct sheet_row *rows; /* borrowed from the arena */
	size_t len;
};

/* `open`: the id of the row whose bundle is open: those it stands for are listed under it; "": none. */
struct sheet sheet_of(const struct workbook *book, const struct table *table, const char *open, struct arena *arena);
bool sheet_is_heading(enum sheet_kind kind);

/* What the rows of a kind are: their entity, whose they are, their place, and the text that matters most. */
struct sheet_kind_info {
	enum entity entity;
	enum field owner, pos, text;
	bool is_part; /* a text of its row, which has others: it is emptied, not deleted, and stands where it stands */
};
const struct sheet_kind_info *sheet_kind_info(enum sheet_kind kind); /* NULL for headings */

/* The versions of the first contested field of what a row of the sheet says, *ret_len of them; NULL: there is none. The table's
 * own fields, which stand above the sheet, count to its first row; an ending that stands empty, to the story's heading. */
const struct version *sheet_versions(const struct workbook *book, const struct table *table, const struct sheet_row *row,
				     size_t *ret_len);

/* The row of a kind with this id ("" for headings): its index, or the sheet's length. */
size_t sheet_find(const struct sheet *sheet, enum sheet_kind kind, const char *id);
/* As what kind of row changes of an entity can be seen; a storyline's in the story's heading; SHEET_KINDS: not at all. */
enum sheet_kind sheet_kind_of(enum entity entity);

/* The row that is shown where this one is bundled; itself where it is not. NULL: there is no such row. */
const struct row *sheet_shown(const struct workbook *book, enum sheet_kind kind, const char *id);

/* Where a row stands when it is moved past its neighbour, up (by -1) or down (1). At the end of its own list a support goes on
 * into the step before or behind, and a step into the table's other storyline. False: it stands at the end of all that already,
 * or cannot be moved. Rows that stand under another are passed over. The owner is borrowed. */
struct sheet_place {
	const char *owner;
	char key[ORDER_LEN];
};
bool sheet_move(const struct workbook *book, const struct sheet *sheet, size_t index, int by, struct sheet_place *ret_place);

#endif
