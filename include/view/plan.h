/* plan.h - a workshop as it is planned: its steps with their times, what it is for, case and letter, what is open from the last
 * time. For the facilitator alone.
 * Floor: view. */
#ifndef VIEW_PLAN_H
#define VIEW_PLAN_H

#include "engine/run.h"
#include "engine/series.h"
#include "engine/spent.h"
#include "view/canvas.h"
#include "view/form.h"
#include "view/widgets.h"

enum plan_kind { PLAN_HEADING, PLAN_STEP, PLAN_FACT, PLAN_CARRIED };

struct plan_row {
	enum plan_kind kind;
	size_t step;            /* PLAN_STEP: index of run->items */
	const struct row *row;  /* whose field it is; NULL: none, or there is none yet */
	enum field field;       /* PLAN_FACT */
	const char *label;      /* of a heading or a fact, in the user's language */
	const char *text;       /* of a fact or of what is carried over; "": nothing is said */
	bool is_shut;           /* the text is no more than a hint at what the row holds: the letter */
};

struct plan_view {
	const struct workbook *book;
	const struct run *run;
	const struct spent *last_time; /* one a step; NULL: nothing is known */
	struct series_number series;
	const struct plan_row *rows;
	size_t len, bar;
	struct list_drawn *drawn;    /* of the rows; NULL: the canvas is clear */
	const char *looked_at;       /* what is open from the last time, for the step that looks back at it; "": nothing */
	const struct form_view *form; /* NULL: none is open */
};

/* Leaves the last two rows alone: notice and footer are the console's. May be drawn over what it drew last if nothing but the bar
 * has moved since. */
void plan_view_draw(struct canvas *canvas, const struct plan_view *view);

#endif
