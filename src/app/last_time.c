#include "last_time.h"

void last_time_done(struct last_time *last_time)
{
	arena_done(&last_time->arena);
	workbook_done(&last_time->before);
	workbook_done(&last_time->outline);
	*last_time = (struct last_time){ 0 };
}

enum status last_time_load(struct app *app, const char *workshop, struct last_time *ret_last_time, struct fault *fault)
{
	struct workbook outline = { 0 };
	enum status st = store_load_outline(app->store, &outline, fault);

	if (st != ST_OK)
		return st;
	last_time_done(ret_last_time);
	ret_last_time->outline = outline;
	const struct workshop *before = spent_previous(&ret_last_time->outline, workshop);
	if (!before)
		return ST_OK;
	workbook_part(&ret_last_time->outline, before->id, &ret_last_time->before);
	run_fold(&ret_last_time->before, env_now(app->env), &ret_last_time->arena, &ret_last_time->run);
	ret_last_time->is_known = true;
	return ST_OK;
}

const struct spent *last_time_of(const struct last_time *last_time, const struct run *run, struct arena *arena)
{
	return last_time->is_known ? spent_last_time(run, &last_time->run, arena) : NULL;
}
