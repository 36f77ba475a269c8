#include "plan.h"

#include <stdio.h>
#include <string.h>

void plan_aim(struct plan *plan, const char *id)
{
	snprintf(plan->barred, sizeof plan->barred, "%s", id);
	plan->barred_field = FIELD_gone;
}

void plan_go_to(struct plan *plan, size_t bar)
{
	plan->bar = bar;
	plan_aim(plan, plan->rows[bar].row ? plan->rows[bar].row->id : "");
	plan->barred_field = plan->rows[bar].field;
}

void plan_step_bar(struct plan *plan, int by)
{
	size_t at = plan->bar;

	while (by < 0 ? at > 0 : at + 1 < plan->len) {
		at += (size_t)by;
		if (plan->rows[at].kind != PLAN_HEADING) {
			plan_go_to(plan, at);
			return;
		}
	}
}

static bool is_barred(const struct plan *plan, const struct plan_row *row)
{
	bool is_field = plan->barred_field == FIELD_gone || plan->barred_field == row->field;

	return row->row && is_field && strcmp(row->row->id, plan->barred) == 0;
}

void plan_follow_bar(struct plan *plan)
{
	size_t at = 0;

	while (at < plan->len && !is_barred(plan, &plan->rows[at]))
		at++;
	if (at == plan->len)
		at = plan->bar < plan->len ? plan->bar : plan->len - 1;
	plan_go_to(plan, at);
	if (plan->rows[at].kind == PLAN_HEADING)
		plan_step_bar(plan, at + 1 < plan->len ? 1 : -1);
}
