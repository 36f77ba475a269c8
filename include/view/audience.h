/* audience.h - the projector view: what the back row reads.
 * Floor: view. Its model holds nothing that the room may not see: there is no field for it. */
#ifndef VIEW_AUDIENCE_H
#define VIEW_AUDIENCE_H

#include "domain/codes.h"
#include "view/canvas.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum audience_clock { AUDIENCE_PLANNED, AUDIENCE_RUNNING, AUDIENCE_PAUSED, AUDIENCE_IDLE, AUDIENCE_ENDED };

struct audience_support {
	const char *name;
	enum formality formality;
};

struct audience_step {
	const char *when, *text;
	const struct audience_support *supports;
	size_t supports_len;
};

/* What is on stage besides the clock. `heading` alone is shown where the rest is empty. */
struct audience_stage {
	const char *heading;
	const char *page; /* of a case or a letter */
	size_t page_len;
	size_t page_number, pages; /* from 1; 0 pages: no text */
	const struct audience_step *steps; /* of a storyline, as many as are told so far */
	size_t steps_len;
	size_t steps_in_all;
};

/* Texts are borrowed and never NULL. */
struct audience_view {
	enum audience_clock clock;
	const char *workshop; /* title */
	const char *step;     /* the running step's name */
	const char *line;     /* one instruction line */
	const char *next;     /* the next step's name */
	const char *message;
	int64_t remaining_s, overtime_s;
	int64_t starts_ms;    /* planned: when */
	bool shuttered;       /* the stage is hidden; the clock stays */
	const struct audience_stage *stage; /* NULL: nothing on stage, the clock fills the screen */
};

void audience_view_draw(struct canvas *canvas, const struct audience_view *view);

#endif
