#include "plan.h"

#include "base/i18n.h"
#include "engine/agenda.h"


struct plan *plan_of(const struct console *console)
{
	return console->state;
}

const struct plan_row *plan_row(const struct console *console)
{
	const struct plan *plan = plan_of(console);

	return plan->bar < plan->len ? &plan->rows[plan->bar] : NULL;
}

size_t plan_step(const struct console *console)
{
	const struct plan_row *row = plan_row(console);

	return row && row->kind == PLAN_STEP ? row->step : console->run.len;
}

const struct run_item *plan_item(struct console *console)
{
	size_t step = plan_step(console);

	if (step < console->run.len)
		return &console->run.items[step];
	console_say(console, "%s", _("Go to a step of the agenda first."));
	return NULL;
}

void plan_write(struct console *console, enum writing writing, const char *done)
{
	struct batch *batch = &console->effects.batch;
	struct fault fault = { "" };

	if (!batch->len)
		return;
	if (agenda_check(&console->book, batch, &fault) != ST_OK) {
		batch_done(batch);
		*batch = (struct batch){ 0 };
		console_complain(console, &fault);
		return;
	}
	/* Somebody else may run the clock: it is asked again where it is written. */
	console->effects.guard = agenda_check;
	desk_write(&plan_of(console)->desk, console, writing, done);
}
