/* rehearse.c - run --rehearse: the facilitator's console on a copy that goes when the console is left. */
#include "cli.h"

#include "base/i18n.h"
#include "console/loop.h"
#include "screens/screens.h"

#include <stdio.h>

/* The real file is read only, and not open any more when the console opens. */
static enum status prepare(struct app *app, const char *name, int64_t speed, char workshop[ID_LEN + 1], struct fault *fault)
{
	struct workbook book = { 0 };
	struct rehearsal rehearsal = { 0 };
	enum status st = app_load(app, name, store_reach_audience, &book, fault);

	if (st == ST_OK && app->rehearsal.inside)
		st = fault_set(fault, ST_REFUSED, _("A rehearsal is going on already; “yoriai run” joins it."));
	if (st == ST_OK)
		st = rehearsal_make(app->store, &book, speed, &rehearsal, fault);
	if (st == ST_OK) {
		snprintf(workshop, ID_LEN + 1, "%s", workbook_workshop(&book)->id);
		app->rehearsal = rehearsal;
		st = app_enter_rehearsal(app, STORE_LIVE, fault);
	}
	workbook_done(&book);
	return st;
}

void rehearse_leave(struct app *app, enum exit_code code)
{
	app_close(app);
	if (app->rehearsal.inside && code == EXIT_DONE)
		fprintf(stderr, _("yoriai: that was a rehearsal; nothing of it is kept.\n"));
	rehearsal_leave(&app->rehearsal);
	app->env = &env_system;
}

enum exit_code rehearse(struct app *app, const char *name, int64_t speed)
{
	char workshop[ID_LEN + 1];
	struct fault fault = { "" };

	if (speed < 1 || speed > FASTCLOCK_SPEED_MAX) {
		fprintf(stderr, _("yoriai: --rehearse wants a speed from 1 to %d, not %lld.\n"), FASTCLOCK_SPEED_MAX,
			(long long)speed);
		return EXIT_USAGE;
	}
	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	enum status st = prepare(app, name, speed, workshop, &fault);
	enum exit_code code = st == ST_OK ? console_run(app, cli_front(app), &screen_run, workshop, 0) : app_fail(st, &fault);
	rehearse_leave(app, code);
	return code;
}
