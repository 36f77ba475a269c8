#include "seats.h"

#include <stdio.h>
#include <string.h>

struct seats *seats_of(const struct console *console)
{
	return console->state;
}

const struct seat_group *seats_group(const struct seats *seats)
{
	return &seats->sheet.groups[seats->group];
}

const struct seat_guest *seats_guest(const struct seats *seats)
{
	const struct seat_group *group = seats_group(seats);

	return seats->place < group->len ? &group->guests[seats->place] : NULL;
}

const struct seat_guest *seats_held(const struct seats *seats)
{
	for (size_t g = 0; *seats->held && g < seats->sheet.len; g++)
		for (size_t i = 0; i < seats->sheet.groups[g].len; i++)
			if (strcmp(seats->sheet.groups[g].guests[i].person->id, seats->held) == 0)
				return &seats->sheet.groups[g].guests[i];
	return NULL;
}

void seats_look(struct console *console)
{
	struct seats *seats = seats_of(console);
	const struct seat_group *group = seats_group(seats);
	const struct seat_guest *guest = seats_guest(seats);

	snprintf(seats->barred, sizeof seats->barred, "%s", guest ? guest->person->id : "");
	seats->met = arena_new(&seats->arena, group->len, sizeof *seats->met);
	for (size_t i = 0; guest && group->table && i < group->len; i++)
		if (i != seats->place)
			seats->met[i] = seat_times_met(&console->book, &seats->past.seats, seats->round, guest->person->id,
						       group->guests[i].person->id);
}
