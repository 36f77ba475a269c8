/* audience.h - the projector view: what the back row reads.
 * Floor: view. Its model holds nothing that the room may not see: there is no field for it. */
#ifndef VIEW_AUDIENCE_H
#define VIEW_AUDIENCE_H

#include "domain/codes.h"
#include "engine/gathered.h"
#include "view/bigtext.h"
#include "view/canvas.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum audience_clock { AUDIENCE_PLANNED, AUDIENCE_RUNNING, AUDIENCE_PAUSED, AUDIENCE_IDLE, AUDIENCE_ENDED };

struct audience_support {
	const char *name;
	const char *deed; /* what it does, and to whom; "": not said */
	enum formality formality;
};

struct audience_step {
	const char *when, *text;
	const char *own_move; /* what the person does; "": not said */
	const struct audience_support *supports;
	size_t supports_len;
};

/* What is on stage besides the clock: a page, or the steps told so far; with neither, the heading and title alone. */
struct audience_stage {
	const char *heading; /* the case, the letter's sender, the table */
	const char *title;   /* of the table's story; "" else */
	const char *page;    /* of a case or a letter */
	size_t page_len;
	size_t page_number, pages; /* from 1; 0 pages: no text */
	size_t paragraphs;  /* of the whole page, where it is shown one by one: then `page` ends with what is shown; else 0 */
	const struct audience_step *steps; /* of a storyline, as many as are told so far */
	size_t steps_len;
	size_t steps_in_all;
	const struct room_day *day; /* the steps of the day, in place of all that; NULL: none */
	const struct gathered *picture; /* of what 1, 10 and 100 people can do, in place of all that; NULL: none */
};

/* Texts are borrowed and never NULL. */
struct audience_view {
	enum audience_clock clock;
	const char *workshop; /* title */
	const char *step;     /* the running step's name */
	const char *room;     /* what its people are to do: lines */
	const char *next;     /* the next step's name */
	const char *message;  /* "": none */
	const char *round;    /* of a step that comes again: "Round 2 of 3"; NULL: it comes once */
	const char *places;   /* who goes where, a line a table; NULL: nobody goes anywhere */
	enum item_face face;  /* BLANK: the step's name, which is then a calm word, and nothing else */
	const char *rehearsal; /* what to call it where it is none of the real thing; NULL: it is */
	bool flash;           /* a bell: the clock is reversed for a moment */
	bool dark;            /* blackout: nothing of all this is drawn */
	enum strictness strictness;
	bool spared;          /* the end, near or past: a calm line in place of the clock, and all lengths are 0 */
	int64_t remaining_s, overtime_s;
	int64_t whole_s;      /* the step's time, with what was given or taken */
	int64_t elapsed_s;    /* shown where the step is of open length */
	bool open_ended;
	int64_t now_ms, starts_ms; /* before the start: wall times */
	const struct audience_stage *stage; /* NULL: nothing, or the shutter is closed: the clock fills the screen */
	const struct glyph_source *glyphs;  /* for giant kanji; NULL: none */
};

void audience_view_draw(struct canvas *canvas, const struct audience_view *view);

#endif
