/* seats.h - who sits where, for the facilitator's hands: names, so never in the room.
 * Floor: view. */
#ifndef VIEW_SEATS_H
#define VIEW_SEATS_H

#include "engine/run.h"
#include "engine/seat_sheet.h"
#include "view/canvas.h"

struct seats_view {
	const struct workbook *book;
	const struct run *run;
	const struct seat_sheet *sheet;
	int64_t round, rounds; /* from 1 */
	size_t group, place;   /* under the bar; place may be the group's length: nobody is there */
	const char *held;      /* id of who has been taken up; "": nobody */
	const int64_t *met;    /* of each guest at the group under the bar: how often they have met the one under the bar */
};

/* How many names stand side by side, for moving the bar up and down. */
size_t seats_view_across(const struct seats_view *view, int cols);

/* Leaves the last two rows alone: notice and footer are the console's. */
void seats_view_draw(struct canvas *canvas, const struct seats_view *view);

#endif
