/* attendance.h - how many were asked, are coming and came, by 立場 and by 分野, and how many the last time.
 * Floor: engine. Pure: numbers only, never who. */
#ifndef ENGINE_ATTENDANCE_H
#define ENGINE_ATTENDANCE_H

#include "engine/guests.h"

/* Of one kind of people. Who came late or left early came, too. */
struct heads {
	size_t invited;
	size_t coming, absent, waiting, not_asked; /* their answers; waiting: asked, or undecided */
	size_t came, late, left, walked_in, stayed_away;
};

struct attendance {
	struct heads all;
	struct heads *by_stance; /* codes_stance.len of them */
	struct heads *by_field;  /* codes_person_field.len of them */
	bool is_counted; /* somebody stood at the door, or it is known from the seats who was there */
};

/* In a workshop where nobody was at the door, those who had a seat came. */
struct attendance attendance_of(const struct workbook *book, const struct run *run, struct arena *arena);

#endif
