/* record.h - what a table records, as facts: offers, steps of its storyline with their supports, notes.
 * Floor: domain. Pure: the batch is written by somebody else. Texts are taken as they are (clean them at the door). */
#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include "base/env.h"
#include "domain/fact.h"
#include "domain/order.h"
#include "domain/workbook.h"

/* Where an entry goes. Borrows. `item` is the id of the agenda's running step, or "": entries are stamped with it. */
struct record {
	const struct workbook *book;
	const struct table *table;
	const char *item;
	const struct env *env;
	struct batch *batch;
};

/* Each appends at the end of its list. need: an id or "". The new row's id is said. */
struct id record_offer(const struct record *record, const char *text, const char *by, enum scope scope, const char *need);
struct id record_note(const struct record *record, const char *text, enum note_kind kind);
/* A step of the table's storyline, which is begun if there is none yet. */
struct id record_step(const struct record *record, const char *text, const char *when_label, const char *need);

/* A support of a step. A card's name and formality are taken from it where name is "" or formality is unsaid (field.md 3,
 * invariant 7). */
struct id record_support(const struct record *record, const char *step, const char *name, const struct card *card,
			 enum formality formality);

/* The table's storyline: its id, begun in the batch if there is none yet. */
struct id record_storyline(const struct record *record);

/* A key after the last of a REF field's rows (offers of a table, steps of a storyline …). */
void record_last_place(const struct workbook *book, enum field owner, const char *id, char ret_key[ORDER_LEN]);

/* The card a person means: its number, or its name by fold key; NULL: none, or more than one. */
const struct card *record_card(const struct workbook *book, const char *words);

#endif
