#include "visit.h"

#include "base/i18n.h"

#include <string.h>

static enum status make_rehearsal(struct console *host, struct rehearsal *rehearsal, struct fault *fault)
{
	const struct effects *effects = &host->effects;
	struct workbook book = { 0 };
	enum status st = store_load(host->app->store, effects->open_workshop, store_reach_audience, &book, fault);

	if (st == ST_OK)
		st = rehearsal_make(host->app->store, &book, effects->rehearse_speed, rehearsal, fault);
	workbook_done(&book);
	return st;
}

enum status visit_begin(struct console *host, struct app *ret_guest, struct fault *fault)
{
	struct rehearsal rehearsal = { 0 };
	enum status st = ST_OK;

	*ret_guest = *host->app;
	/* Who is at a workshop stays there; the guest of a rehearsal is in it as well, and leaves it to its host. */
	if (host->app->rehearsal.inside || !host->screen->outline)
		return ST_OK;
	if (host->effects.rehearse_speed)
		st = make_rehearsal(host, &rehearsal, fault);
	else if (!rehearsal_find(host->app->db, &rehearsal) || strcmp(rehearsal.workshop, host->effects.open_workshop) != 0)
		return ST_OK;
	if (st != ST_OK)
		return st;
	/* The host's stays open. */
	ret_guest->store = NULL;
	ret_guest->rehearsal = rehearsal;
	st = app_enter_rehearsal(ret_guest, STORE_LIVE, fault);
	if (st != ST_OK)
		rehearsal_leave(&ret_guest->rehearsal);
	return st;
}

void visit_end(struct console *host, struct app *guest)
{
	host->app->theme = guest->theme;
	if (!guest->rehearsal.inside || host->app->rehearsal.inside)
		return;
	app_close(guest);
	rehearsal_leave(&guest->rehearsal);
	console_say(host, "%s", _("That was a rehearsal; nothing of it is kept."));
}
