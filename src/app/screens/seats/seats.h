/* seats.h - the screen of seats: where people are put by hand, and seated anew.
 * Floor: app (private). seats.c is the screen, seats_state.c what its parts ask, seats_act.c what the hands do, seats_find.c who is looked for. */
#ifndef APP_SEATS_H
#define APP_SEATS_H

#include "console/console.h"

#include "engine/seat_sheet.h"
#include "form/desk.h"
#include "view/seats.h"

struct seats {
	struct arena arena; /* what the sheet and `met` lie in */
	struct seat_sheet sheet;
	int64_t *met;       /* of each guest at the group under the bar */
	struct workbook past;
	int64_t round;
	size_t group, place; /* under the bar */
	size_t across;       /* names side by side, as drawn last */
	char barred[ID_LEN + 1]; /* the person under the bar, whom it follows; "": nobody */
	char held[ID_LEN + 1];   /* who has been taken up; "": nobody */
	uint64_t proposals;  /* made here: each is another */
	struct desk desk;    /* no form lies on it */
};

struct seats *seats_of(const struct console *console);
const struct seat_group *seats_group(const struct seats *seats);     /* under the bar */
const struct seat_guest *seats_guest(const struct seats *seats);     /* the same; NULL: nobody */
const struct seat_guest *seats_held(const struct seats *seats);      /* NULL: nobody */
void seats_look(struct console *console); /* the bar has moved */

/* seats_act.c */
command_handler seats_take, seats_swap, seats_move, seats_let_go, seats_fix, seats_absent, seats_came, seats_reseat, seats_anew,
	seats_undo, seats_redo;

/* seats_find.c */
extern const struct find_list seats_list;

#endif
