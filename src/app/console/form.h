/* form.h - the form in which a scribe writes one row: which fields it has, what it began with, and what it makes of them.
 * Floor: app (private). */
#ifndef APP_FORM_H
#define APP_FORM_H

#include "base/buf.h"
#include "domain/record.h"
#include "term/input.h"
#include "text/lineedit.h"
#include "view/scribe.h"

#include <stdbool.h>

enum form_kind { FORM_NONE, FORM_OFFER, FORM_STEP, FORM_SUPPORT, FORM_NOTE, FORM_HEADLINE, FORM_TITLE, FORM_LEAD, FORM_COUNT };
enum { FORM_CARDS_MAX = 6 };

struct form {
	enum form_kind kind; /* FORM_NONE: closed */
	char row[ID_LEN + 1];   /* being changed; "" : a new one */
	char owner[ID_LEN + 1]; /* a new support's step */
	struct lineedit edits[FORM_FIELDS_MAX];
	unsigned choices[FORM_FIELDS_MAX];
	size_t focus;
	const struct card *cards[FORM_CARDS_MAX]; /* borrowed from the workbook: find them anew after each load */
	size_t cards_len, card_bar;
};

/* What an event did to the form. */
enum form_answer { FORM_IGNORED, FORM_TYPED, FORM_ACCEPTED, FORM_CANCELLED };

void form_open(struct form *form, enum form_kind kind, const struct row *row, const char *owner);
void form_close(struct form *form);
enum form_answer form_take(struct form *form, const struct input_event *event, const struct workbook *book);
void form_find_cards(struct form *form, const struct workbook *book);

/* Is there anything to be saved? */
bool form_is_blank(const struct form *form);

/* Adds what was written to record->batch: a new row, or just the fields that differ. The new step's id is said, so that its
 * supports can follow; else "". */
struct id form_save(const struct form *form, const struct record *record);

/* As text, and back, for the draft. False: the text is no form of ours. */
void form_to_draft(const struct form *form, struct buf *out);
bool form_of_draft(struct form *form, const char *draft);

struct form_view form_view_of(const struct form *form);

#endif
