/* plan.h - the screen on which a workshop is planned: its agenda, what it is for, case and letter.
 * Floor: app (private).
 *
 * plan_state.c, plan_bar.c: what all its parts ask, and the bar. plan.c: the screen and its life. plan_rows.c: what stands in the
 * list. plan_form.c: the forms. plan_act.c: what the hands do to steps. plan_file.c: from files and into files. */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "console/console.h"
#include "engine/carry.h"
#include "form/desk.h"
#include "view/plan.h"
#include "world/last_time.h"

struct plan {
	struct arena arena; /* of rows and their texts */
	struct plan_row *rows;
	size_t len, bar;
	struct list_drawn drawn;
	char barred[ID_LEN + 1]; /* the row under the bar, which it follows; "": it has no id */
	enum field barred_field; /* and which field of it that is, of a fact */
	struct last_time last_time;
	const struct spent *spent;   /* one a step; NULL: nothing is known */
	struct workbook before;      /* the workshop before, whole; empty: there is none */
	struct carried_list carried; /* of that */
	char *looked_at;             /* owned: the same in words */
	struct series_number series;
	struct desk desk;
	size_t after;  /* the step that the new one of the form comes after */
	char *path;    /* owned: the file that is about to be written over */
};

struct plan *plan_of(const struct console *console);
const struct plan_row *plan_row(const struct console *console); /* under the bar; NULL: the list is empty */
size_t plan_step(const struct console *console);                /* the step under the bar; run.len: none */
const struct run_item *plan_item(struct console *console);      /* the same; NULL, which is said: none */

/* The effects' batch is complete: writes it, if the clock lets its steps be changed; else that is said. Empty: nothing to do. */
void plan_write(struct console *console, enum writing writing, const char *done);

/* --- plan_bar.c --- */
void plan_go_to(struct plan *plan, size_t bar);
void plan_step_bar(struct plan *plan, int by);     /* headings are passed over */
void plan_aim(struct plan *plan, const char *id);  /* the bar goes there as soon as the row is shown */
void plan_follow_bar(struct plan *plan);           /* now; it stays with its row, wherever that stands, else where it was */

/* --- plan_rows.c --- */
void plan_rows_gather(struct console *console);

/* --- plan_form.c --- */
extern const struct form_specs plan_forms;
command_handler plan_edit, plan_add;
void plan_accept_form(struct console *console);
void plan_follow_form(struct console *console); /* what it wrote is on disk */

/* --- plan_act.c --- */
command_handler plan_duplicate, plan_remove, plan_move_up, plan_move_down, plan_add_minute, plan_take_minute, plan_add_five,
	plan_take_five, plan_time, plan_protect, plan_last_time, plan_carry, plan_fit, plan_undo, plan_redo, plan_versions;

/* --- plan_file.c --- */
command_handler plan_save_template, plan_read_file;

#endif
