/* scribe.h - the scribe's console: its state, and its parts.
 * Floor: app (private).
 *
 * scribe.c: the screen, its life, and the form in which rows are written. scribe_follow.c: where a new step of the agenda puts
 * the bar. scribe_versions.c: what two people wrote into one place. scribe_bundle.c: lines that say the same. scribe_plan.c:
 * what comes of a note. scribe_found.c: names that become cards. scribe_find.c: the sheet as words are looked for in it.
 * scribe_chain.c: the cards that lead on from one. scribe_act.c: the keys, and what they do with the row under the bar.
 * scribe_sheet.c: the sheet, and the bar on it. */
#ifndef APP_SCRIBE_H
#define APP_SCRIBE_H

#include "console/console.h"
#include "domain/sheet.h"
#include "form/desk.h"
#include "view/scribe.h"

/* A row, wherever it stands. Headings have no id. */
struct spot {
	enum sheet_kind kind;
	char id[ID_LEN + 1];
};

/* What looks different from how it was drawn last, and nothing else does. */
enum scribe_change { CHANGED_TEXT = 1, CHANGED_FORM = 2, CHANGED_BAR = 4, CHANGED_ALL = 8 };

struct scribe {
	struct arena arena; /* of the sheet */
	struct sheet sheet;
	size_t bar;
	struct spot spot;        /* the row under the bar, or that it shall go to once it is there */
	struct scribe_layout layout; /* as last drawn */
	unsigned changed;            /* enum scribe_change, since then */
	char step[ID_LEN + 1];   /* of the agenda, that the bar has followed; "": none */
	char open[ID_LEN + 1];   /* the line whose bundle is shown; "": none */
	struct spot taken;       /* the line taken up to be bundled; SHEET_KINDS: none */
	bool is_lost;            /* the row under the bar was deleted at another console, and the bar has not moved since */
	bool reloads_own;        /* the next reload shows what we wrote */
	struct desk desk;
	char chain[CHOICES_MAX][ID_LEN + 1]; /* the cards that are offered, by what is chosen */
	char chain_step[ID_LEN + 1];         /* the step that the one chosen helps in; "": the form has it */
};

/* --- scribe_sheet.c --- */
struct scribe *scribe_of(const struct console *console);
const struct table *scribe_table(const struct console *console); /* NULL: it is gone */
const struct sheet_row *scribe_row(const struct console *console); /* under the bar */
struct scribe_view scribe_view_of(const struct console *console);

/* Call when the effects' batch is complete. `done` is said when it is on disk; an empty batch is nothing to do. */
void scribe_write(struct console *console, enum writing writing, const char *done);
void scribe_open_form(struct console *console, enum form_kind kind, const struct row *row, const char *owner);

void scribe_aim(struct scribe *scribe, enum sheet_kind kind, const char *id); /* SHEET_KINDS: stays */
void scribe_aim_at_fact(struct scribe *scribe, const struct batch *batch); /* at the first row of the sheet it speaks of */
void scribe_show_row(struct console *console, enum entity entity, const char *id);
void scribe_lay_out(struct console *console); /* the sheet anew, the bar on its row */
void scribe_go_to(struct scribe *scribe, size_t bar);
bool scribe_move_bar(struct scribe *scribe, enum command command); /* false: the command is no move */

/* --- scribe_chain.c --- */
void scribe_show_chain(struct console *console, const char *card, const char *step); /* step "": for the form that is open */

/* --- scribe_follow.c --- */
void scribe_follow(struct console *console); /* before the sheet is laid out anew */

/* --- scribe_versions.c --- */
void scribe_show_versions(struct console *console);

/* --- scribe_find.c --- */
extern const struct find_list scribe_list;

/* --- scribe_found.c --- */
command_handler scribe_make_card, scribe_no_card;
bool scribe_comes_up_again(const struct console *console); /* the form's name, on no card, has been used once before */

/* --- scribe_plan.c --- */
command_handler scribe_lead_on, scribe_priority;

/* --- scribe_bundle.c --- */
command_handler scribe_bundle, scribe_unbundle, scribe_open_bundle;
void scribe_drop_from_bundle(struct console *console); /* the row under the bar is deleted */

/* --- scribe_act.c --- */
extern command_handler *const scribe_handlers[CMD_COUNT];

#endif
