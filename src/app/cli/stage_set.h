/* stage_set.h - the made-up workshop of a demo, and the folder it lives in until the demo ends.
 * Floor: app (private). The app's database must be open, but where it says so. */
#ifndef APP_STAGE_SET_H
#define APP_STAGE_SET_H

#include "world/app.h"

#include "engine/act.h"
#include "exchange/demo.h"
#include "world/handclock.h"

#include <limits.h>

/* Zeroed but for `app` is valid. */
struct stage_set {
	struct app *app;
	char folder[PATH_MAX];
	struct id workshop;
	struct workbook book;
	struct arena arena;
	struct run run;
};

/* Makes the folder, and tells the app that its database lies there. Before it is opened. */
MUST_CHECK enum status stage_set_find_room(struct stage_set *set, struct fault *fault);
void stage_set_strike(struct stage_set *set); /* closes the database, and leaves nothing behind */

/* The workshop as it is before anybody has done anything. */
MUST_CHECK enum status stage_set_fill(struct stage_set *set, int64_t start_ms, struct fault *fault);
MUST_CHECK enum status stage_set_reload(struct stage_set *set, struct fault *fault); /* `book` and `run`, as of now */

/* What the facilitator does; every line of the tables' script that is due. */
MUST_CHECK enum status stage_set_perform(struct stage_set *set,
					 enum status (*act_on)(const struct act *act, struct fault *fault),
					 struct fault *fault);
MUST_CHECK enum status stage_set_play(struct stage_set *set, struct demo *demo, int64_t elapsed_s, struct fault *fault);

/* Goes on from step to step, as planned, until one of this kind runs. */
MUST_CHECK enum status stage_set_go_on_to(struct stage_set *set, struct handclock *clock, enum item_kind kind,
					  struct fault *fault);
/* The person comes in as the tables begin to talk: what went before has just been, on time. */
MUST_CHECK enum status stage_set_open_now(struct stage_set *set, struct handclock *clock, struct fault *fault);

#endif
