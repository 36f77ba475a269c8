#include "engine/bell.h"

#include "base/i18n.h"
#include "press.h"

#include <inttypes.h>

static struct id bell_row(const struct act *act, int stage, const char *what)
{
	const struct run_item *current = run_current(act->run);
	struct press press = press_begin(act);

	press_add_ms(&press, VERB_BELL, current ? current->item : NULL, stage);
	batch_set_text(act->batch, FIELD_run_row_text, what);
	return press.first;
}

struct id act_bell_look(const struct act *act, const struct bell_look *look)
{
	struct id ring = { "" };

	for (int stage = 1; stage <= BELL_OVER; stage++) {
		if (stage == look->ring)
			ring = bell_row(act, stage, "rung");
		else if (look->missed & 1u << stage)
			bell_row(act, stage, "missed");
	}
	if (look->by_hand)
		batch_set_text(act->batch, FIELD_run_row_target, act->run->bells.asked->id);
	return ring;
}

struct id act_bell(const struct act *act, int stage)
{
	return bell_row(act, stage, "hand");
}

enum status act_bell_ask(const struct act *act, int64_t stage, struct fault *fault)
{
	if (stage < 1 || stage > BELL_STAGES)
		return fault_set(fault, ST_REFUSED,
				 _("There are bells 1 to %d; there is none with the number %" PRId64 "."), BELL_STAGES,
				 stage);
	bell_row(act, (int)stage, "asked");
	return ST_OK;
}

void act_silence(const struct act *act, bool silent)
{
	struct press press = press_begin(act);

	press_add_ms(&press, VERB_SILENT, NULL, silent);
}
