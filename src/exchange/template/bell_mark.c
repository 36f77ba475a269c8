#include "bell_mark.h"

#include "engine/bell.h"

#include <string.h>

static const char *canonical(const struct bell_plan *plan, struct arena *arena)
{
	struct buf text = { 0 };

	bell_plan_print(plan, " ", &text);
	const char *kept = arena_copy(arena, buf_text(&text));
	buf_done(&text);
	return kept;
}

const char *bell_mark_read(struct span value, struct arena *arena)
{
	const char *text = span_copy_line(arena, value);
	struct bell_plan plan = { .len = 0 };

	if (strcmp(text, "none") == 0 || strcmp(text, "なし") == 0)
		return canonical(&plan, arena);
	if (strcmp(text, "-") == 0 || bell_plan_parse(text, &plan) != ST_OK)
		return NULL;
	return canonical(&plan, arena);
}

void bell_mark_print(const char *bells, bool japanese, struct buf *out)
{
	struct bell_plan plan;

	if (bell_plan_parse(bells, &plan) != ST_OK)
		return;
	if (plan.len)
		bell_plan_print(&plan, japanese ? "・" : " ", out);
	else
		buf_add_text(out, japanese ? "なし" : "none");
}

bool bell_mark_is_early(const struct item *item)
{
	struct bell_plan plan;

	return item->planned_s && !item->fixed_end_s && bell_plan_parse(item->bells, &plan) == ST_OK && plan.len &&
	       plan.before_ms[0] >= item->planned_s * 1000;
}

const char *bell_mark_plain(const struct item *item, struct arena *arena)
{
	struct bell_plan plan;

	return !bell_mark_is_early(item) && bell_plan_parse(item->bells, &plan) == ST_OK ? canonical(&plan, arena) : "";
}
