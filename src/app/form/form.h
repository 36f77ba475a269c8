/* form.h - the form in which one row is written: which fields it has, what it began with, and what it makes of them.
 * Floor: app (private).
 *
 * Any row of any entity has a form once a table says which of its fields, in which order and under which names (struct
 * form_spec): how each is typed or chosen comes from fields.def. Those of the scribe know more (enum form_kind).
 *
 * form.c: opening. form_said.c: its values, as they are typed. form_keys.c: what keys do. form_view.c: how it looks. form_save.c: what
 * becomes of it in the workbook, and what others have done to that meanwhile. form_draft.c: as text, and back. The scribe's:
 * form_spec.c: which fields each has. form_card.c: the card or offer that a support is. form_when.c: words for when. */
#ifndef APP_FORM_H
#define APP_FORM_H

#include "base/buf.h"
#include "domain/card_finder.h"
#include "domain/record.h"
#include "domain/sheet.h"
#include "domain/when_label.h"
#include "term/input.h"
#include "text/lineedit.h"
#include "view/form.h"

#include <stdbool.h>

enum form_kind {
	FORM_NONE, /* closed */
	FORM_ROW,  /* just the row's fields, by a table of the screen's own; the rest are the scribe's */
	FORM_OFFER, FORM_STEP, FORM_SUPPORT, FORM_NOTE, FORM_ACTION,
	FORM_HEADLINE, FORM_THEME, FORM_TITLE, FORM_LEAD, FORM_ENDING, FORM_QUESTIONS,
	FORM_COUNT
};

/* How a value that is no plain text is typed. `say` is never given what was typed, `read` never the value: "1h5m" may be one and
 * 3900 the other. What is typed comes trimmed; a text goes to *ret_text (empty before), anything else to *ret_number; what is wrong
 * is told in a sentence with what was typed. now_ms: wall clock. */
struct form_manner {
	void (*say)(struct value value, struct buf *out);
	enum status (*read)(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			    int64_t *ret_number, struct fault *fault);
};
extern const struct form_manner form_as_number, form_as_moment; /* what NUMBER and MOMENT have of themselves */
extern const struct form_manner form_as_date; /* a TEXT that holds a day like 2026-11-22, or is empty */

/* As its field in fields.def is: a text, a figure or a moment is typed; a code is chosen from its list, yes or no where a NUMBER's
 * limit is 1, and a REF among the needs of the case. */
struct form_field {
	const char *label; /* N_() */
	enum field field;
	bool is_aside; /* Enter passes it by: who wants it goes there */
	const struct form_manner *manner; /* NULL: the type's own */
};
#define FORM_LINE(label, field) { label, field, false, NULL }
#define FORM_ASIDE(label, field) { label, field, true, NULL }

struct form_spec {
	enum form_kind kind;
	const char *name; /* in drafts, at most 15 bytes */
	const char *title;
	enum sheet_kind at; /* where on the sheet it can be seen; SHEET_KINDS: nowhere */
	bool is_part;       /* of a row that stays when it is emptied */
	struct form_field fields[FORM_FIELDS_MAX];
	size_t len;
	enum field card; /* where it keeps the card whose name its first field is; FIELD_gone: that is no card's */
};
const struct form_spec *form_spec(enum form_kind kind); /* the scribe's, and FORM_NONE's */

/* Those that may be found in a draft. */
struct form_specs {
	const struct form_spec *at;
	size_t len;
};
extern const struct form_specs form_specs_scribe;

/* What a field holds, and what it held when the form was opened. */
struct form_input {
	struct lineedit edit;  /* typed */
	unsigned choice;       /* a code */
	char ref[ID_LEN + 1];  /* a need; "" : none */
	char *before_text;     /* owned; as it would be typed */
	unsigned before_choice;
};

struct form {
	const struct form_spec *spec; /* NULL: closed */
	enum form_kind kind; /* the spec's; FORM_NONE: closed */
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

/* What an event did to the form. FORM_TYPED: nothing looks different but the text that has the keys. FORM_CHOOSES: text came where
 * one chooses. FORM_CHAIN: the cards that lead on from its card are asked for. */
enum form_answer {
	FORM_IGNORED, FORM_TYPED, FORM_CHANGED, FORM_ACCEPTED, FORM_CANCELLED, FORM_TOO_LONG, FORM_CHOOSES, FORM_CHAIN,
};

/* row NULL: a new one. The spec outlives the form. */
void form_open(struct form *form, const struct form_spec *spec, const struct row *row, const char *owner,
	       const struct workbook *book);
void form_close(struct form *form);
enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book);

const struct lineedit *form_edit(const struct form *form); /* the text that has the keys */

struct value form_value(const struct form *form, size_t field); /* as it is typed or chosen */
bool form_is_changed(const struct form *form, size_t field);
bool form_is_untouched(const struct form *form); /* none is */
bool form_is_blank(const struct form *form);     /* nothing is typed in any field */

/* --- fields --- */
size_t form_need_number(const struct workbook *book, const char *id); /* from 1; 0: none */
const struct field_info *form_info(const struct form *form, size_t field);
const struct code_list *form_codes(const struct form *form, size_t field); /* it is chosen from these; NULL: it is not */
bool form_is_typed(const struct form *form, size_t field);
size_t form_most_bytes(const struct form *form, size_t field); /* of what is typed */
void form_add_said(const struct form *form, size_t field, struct value value, struct buf *out); /* as it would be typed */
/* The value that what is typed means; ST_INVALID: none, in a sentence. *ret_value may borrow from *ret_text or the form. */
MUST_CHECK enum status form_read(const struct form *form, size_t field, int64_t now_ms, struct buf *ret_text,
				 struct value *ret_value, struct fault *fault);

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
/* Can every changed field be read? ST_INVALID: the field that cannot has the keys now, and the sentence says why. */
MUST_CHECK enum status form_check_values(struct form *form, int64_t now_ms, struct fault *fault);
/* Has somebody else changed, since then, a field that is being changed here? Saving then leaves both (struct version). */
bool form_meets_other(const struct form *form, const struct workbook *book);
/* The workbook was read anew: a row in which nothing has been typed yet is shown as it stands now. */
void form_catch_up(struct form *form, const struct workbook *book);
/* Adds what was written to record->batch: a new row, or just the fields that differ from what they were; nothing where none
 * does. The batch's last fact is the row's. What can be read only (form_check_values) is written. */
void form_save(const struct form *form, const struct record *record);
/* The same for a form of FORM_ROW. workshop: the row's own, "" for one of the directory. */
void form_save_row(const struct form *form, const char *workshop, const struct workbook *book, const struct env *env,
		   struct batch *batch);

/* --- drafts ---
 * False: the text is no form of ours. */
void form_to_draft(const struct form *form, struct buf *out);
bool form_of_draft(struct form *form, const struct form_specs *specs, const char *draft, const struct workbook *book);

struct form_view form_view_of(const struct form *form, const struct workbook *book);

#endif
