/* record.h - what a table records, as facts: offers, steps of its storyline with their supports, notes.
 * Floor: domain. Pure: the batch is written by somebody else. Texts are taken as they are (clean them at the door). */
#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include "base/buf.h"
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

/* What is said of a step and of a support; NULL: nothing. */
struct step_said {
	const char *when_label, *text, *own_move, *need;
};
struct support_said {
	const char *name;
	const struct card *card;
	const struct offer *offer;
	enum formality formality;
	enum support_action action;
	const char *who_to;
};

/* A step of the table's storyline, which is begun if there is none yet. */
struct id record_step(const struct record *record, const struct step_said *said);

/* A support of a step. Where no name or no formality is said, the card's is taken (field.md 3, invariant 7), or the offer's:
 * what somebody can do themselves is informal. */
struct id record_support(const struct record *record, const char *step, const struct support_said *said);

/* What a support is called and how formal it is where that is not said: "" and unsaid with neither. */
void record_name_of(const struct card *card, const struct offer *offer, struct buf *out);
enum formality record_formality_of(const struct card *card, const struct offer *offer);

/* The table's storyline: its id, begun in the batch if there is none yet. */
struct id record_storyline(const struct record *record);

/* A key after the last of a REF field's rows (offers of a table, steps of a storyline …). */
void record_last_place(const struct workbook *book, enum field owner, const char *id, char ret_key[ORDER_LEN]);

/* The card a person means: its number, or its name by fold key; NULL: none, or more than one. */
const struct card *record_card(const struct workbook *book, const char *words);
/* The offer a person means: its id, or all of its text by fold key; NULL: none, or more than one. */
const struct offer *record_offer_meant(const struct workbook *book, const char *words);

#endif
