/* last_time.h - the workshop before one, and what each step took there (engine/spent.h).
 * Floor: app (private). */
#ifndef APP_LAST_TIME_H
#define APP_LAST_TIME_H

#include "app.h"

#include "engine/attendance.h"
#include "engine/spent.h"

/* Zeroed is valid: nothing was held before. */
struct last_time {
	struct workbook outline, before;
	struct arena arena;
	struct run run; /* of the one before */
	bool is_known;
};

/* Reads every workshop's agenda and times; *ret_last_time is zeroed or used. Nothing before is no failure. */
MUST_CHECK enum status last_time_load(struct app *app, const char *workshop, struct last_time *ret_last_time,
				      struct fault *fault);
/* What each item of the run took then, borrowed from the arena; NULL: nothing is known. */
const struct spent *last_time_of(const struct last_time *last_time, const struct run *run, struct arena *arena);
/* Who came to the workshop before, in numbers that live in the arena; *ret_is_known false: none was held. */
MUST_CHECK enum status last_time_attendance(struct app *app, const char *workshop, struct arena *arena,
					    struct attendance *ret_attendance, bool *ret_is_known, struct fault *fault);
void last_time_done(struct last_time *last_time);

#endif
