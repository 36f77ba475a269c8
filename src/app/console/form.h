/* form.h - the form in which a scribe writes one row: which fields it has, what it began with, and what it makes of them.
 * Floor: app (private).
 *
 * form_spec.c: which fields each has. form.c: opening, and what keys do. form_card.c: the card or offer that a support is.
 * form_when.c: words for when. form_save.c: what becomes of it in the workbook, and what others have done to that meanwhile.
 * form_draft.c: as text, and back. */
#ifndef APP_FORM_H
#define APP_FORM_H

#include "base/buf.h"
#include "domain/card_finder.h"
#include "domain/record.h"
#include "domain/sheet.h"
#include "domain/when_label.h"
#include "term/input.h"
#include "text/lineedit.h"
#include "view/scribe.h"

#include <stdbool.h>

enum form_kind {
	FORM_NONE,
	FORM_OFFER, FORM_STEP, FORM_SUPPORT, FORM_NOTE, FORM_ACTION,
	FORM_HEADLINE, FORM_THEME, FORM_TITLE, FORM_LEAD, FORM_ENDING, FORM_QUESTIONS,
	FORM_COUNT
};

/* A field is typed; or chosen from a list of codes, or among the needs of the case: as its field in fields.def is. */
struct form_field {
	const char *label;
	enum field field;
	bool is_aside; /* Enter passes it by: who wants it goes there */
};

struct form_spec {
	const char *name; /* in drafts */
	const char *title;
	enum sheet_kind at; /* where on the sheet it can be seen; SHEET_KINDS: nowhere */
	bool is_part;       /* of a row that stays when it is emptied */
	struct form_field fields[FORM_FIELDS_MAX];
	size_t len;
	enum field card; /* where it keeps the card whose name its first field is; FIELD_gone: that is no card's */
};
const struct form_spec *form_spec(enum form_kind kind);

/* What a field holds, and what it held when the form was opened. */
struct form_input {
	struct lineedit edit;  /* typed */
	unsigned choice;       /* a code */
	char ref[ID_LEN + 1];  /* a need; "" : none */
	char *before_text;     /* owned */
	unsigned before_choice;
};

struct form {
	enum form_kind kind; /* FORM_NONE: closed */
	char row[ID_LEN + 1];   /* being changed; "" : a new one */
	char owner[ID_LEN + 1]; /* a support's step; the note that a new note or row of the plan comes of */
	struct form_input inputs[FORM_FIELDS_MAX];
	size_t len;             /* fields shown: needs are asked for only where there are any */
	size_t focus;
	int64_t table;          /* whose form it is, by number */
	int cols;               /* of the text fields, as last drawn: to move by rows */
	int64_t seen;           /* workbook.seen when it was opened */
	bool knows_gone;        /* it has been said that the row, or its step, is deleted */

	/* When a step happens: words to choose from. */
	struct arena arena;
	struct when_labels whens;

	/* A support's card, or the companion's. */
	struct card_finder finder;
	struct card_found cards[FORM_CARDS_MAX];
	size_t cards_len, cards_in_all;
	size_t card_bar; /* cards_len: what is typed is the name */
	char card[ID_LEN + 1], before_card[ID_LEN + 1]; /* of a support also the offer */
	bool formality_is_said; /* not just the card's */
};

/* What an event did to the form. FORM_TYPED: nothing looks different but the text that has the keys. FORM_CHAIN: the cards that
 * lead on from its card are asked for. */
enum form_answer { FORM_IGNORED, FORM_TYPED, FORM_CHANGED, FORM_ACCEPTED, FORM_CANCELLED, FORM_TOO_LONG, FORM_CHAIN };

/* row NULL: a new one. */
void form_open(struct form *form, enum form_kind kind, const struct row *row, const char *owner, const struct workbook *book);
void form_close(struct form *form);
enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book);

const struct lineedit *form_edit(const struct form *form); /* the text that has the keys */

struct value form_value(const struct form *form, size_t field);
bool form_is_changed(const struct form *form, size_t field);
bool form_is_blank(const struct form *form); /* nothing is typed in any field */

/* --- the card ---
 * What has been picked; NULL: not that. */
struct source {
	const struct card *card;
	const struct offer *offer;
};
struct source form_source(const struct form *form, const struct workbook *book);
/* Looks for cards with what is typed as the name, for a support among the table's offers, too; a new search puts the bar on the
 * best. */
void form_find_cards(struct form *form, const struct workbook *book, bool is_new);
/* The workbook was read anew. False: the card that was picked is no longer there. */
bool form_refresh_cards(struct form *form, const struct workbook *book);
void form_take_card(struct form *form, const struct card *card, const struct workbook *book); /* and its name */
void form_move_card_bar(struct form *form, int by);
bool form_is_picking(const struct form *form); /* is the list of cards what the arrows move in? */

/* --- when ---
 * Is the field one in which words for when are offered? Takes the next or the one before in place of what is typed, which
 * may be the beginning of one. */
bool form_is_timing(const struct form *form);
void form_take_when(struct form *form, int by);
size_t form_when_bar(const struct form *form); /* which of them is typed; their number: none */

/* --- saving ---
 * Has somebody else deleted, since the form was opened, what it would change? Then ST_REFUSED, once, with a sentence that says what
 * saving would do; the next answer is ST_OK. */
MUST_CHECK enum status form_check(struct form *form, const struct workbook *book, struct fault *fault);
/* Has somebody else changed, since then, a field that is being changed here? Saving then leaves both (struct version). */
bool form_meets_other(const struct form *form, const struct workbook *book);
/* The workbook was read anew: a row in which nothing has been typed yet is shown as it stands now. */
void form_catch_up(struct form *form, const struct workbook *book);
/* Adds what was written to record->batch: a new row, or just the fields that differ from what they were; nothing where none
 * does. The batch's last fact is the row's. */
void form_save(const struct form *form, const struct record *record);

/* --- drafts ---
 * False: the text is no form of ours. */
void form_to_draft(const struct form *form, struct buf *out);
bool form_of_draft(struct form *form, const char *draft, const struct workbook *book);

struct form_view form_view_of(const struct form *form, const struct workbook *book);

#endif
