/* draft.h - what is being typed in a form, kept on disk so that a console that dies costs two seconds of typing at most.
 * Floor: app (private). */
#ifndef APP_DRAFT_H
#define APP_DRAFT_H

#include "console/console.h"
#include "form.h"
#include "store/local.h"

struct draft {
	char place[DRAFT_PLACE_LEN]; /* our own */
	char found[DRAFT_PLACE_LEN]; /* whose we took over, until it is saved as our own; "" : nobody's */
	bool is_kept;                /* there may be one of ours on disk */
	int64_t typed_ms;            /* boot clock: the oldest typing that is not on disk; 0: all is */
	char *left;                  /* owned: what was typed in a form that was left unsaved; NULL: nothing */
	bool is_taken_up;            /* the form that is open has just that, and is left for good if nothing else is typed */
};

/* Opens the form with what was left at this place ("scribe 3") by a console that is gone, if there is such a draft: true. */
bool draft_restore(struct draft *draft, const struct console *console, const char *prefix, const struct form_specs *specs,
		   struct form *form);

void draft_note_typing(struct draft *draft, struct moment now);
bool draft_is_due(const struct draft *draft, struct moment now);
int64_t draft_next_ms(const struct draft *draft, struct moment now); /* until it is due; -1 never */

/* An effect: saves the form as it is, or forgets the draft of a closed one. */
void draft_keep(struct draft *draft, struct effects *effects, const struct form *form);

/* Nobody who leaves a form is asked whether they mean it: what they typed can be taken up again, until something else is saved or
 * set aside, or left once more as it was. Both say whether there was anything. */
bool draft_set_aside(struct draft *draft, const struct form *form);
bool draft_take_up(struct draft *draft, const struct form_specs *specs, const struct console *console, struct form *form);
void draft_forget_left(struct draft *draft);

#endif
