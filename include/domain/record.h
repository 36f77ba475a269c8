/* record.h - what a table records, as facts: offers, steps of its storyline with their supports, notes, and its plan.
 * Floor: domain. Pure: the batch is written by somebody else. Texts are taken as they are (clean them at the door). */
#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include "base/buf.h"
#include "base/env.h"
#include "domain/fact.h"
#include "domain/order.h"
#include "domain/workbook.h"

/* When an entry is written, which it says: in which step of the agenda (NULL: in none), and after how much of its time. */
struct record_time {
	const struct item *item;
	int64_t at_s;
};

/* Where an entry goes. Borrows. */
struct record {
	const struct workbook *book;
	const struct table *table;
	struct record_time time;
	const struct env *env;
	struct batch *batch;
};

/* What is said of an offer, a note, a step and a support; NULL: nothing. */
struct offer_said {
	const char *text, *by, *need;
	enum scope scope;
	enum cost cost;
};
struct note_said {
	const char *text, *from; /* the note it comes of */
	enum note_kind kind;
	enum priority priority;
};
struct action_said {
	const char *text, *note, *why, *who, *until, *first_step;
	enum action_state state;
};
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

/* Each appends at the end of its list. The new row's id is said. What is offered in a step where each thinks alone was made
 * alone (field.md 3, invariant 11). */
struct id record_offer(const struct record *record, const struct offer_said *said);
struct id record_note(const struct record *record, const struct note_said *said);
struct id record_action(const struct record *record, const struct action_said *said);
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

/* The card a person means (deck.h): its number in this workshop, its id, or its name by fold key; NULL: none, or more than one. */
const struct card *record_card(const struct workbook *book, const char *words);
/* The offer a person means: its id, or all of its text by fold key; NULL: none, or more than one. */
const struct offer *record_offer_meant(const struct workbook *book, const char *words);

#endif
