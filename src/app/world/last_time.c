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

static enum status count_heads(struct app *app, const char *workshop, struct arena *arena, struct attendance *ret_attendance,
			       struct fault *fault)
{
	struct workbook book = { 0 };
	struct arena runs = { 0 };
	struct run run;
	enum status st = store_load(app->store, workshop, store_reach_all, &book, fault);

	if (st == ST_OK) {
		run_fold(&book, env_now(app->env), &runs, &run);
		*ret_attendance = attendance_of(&book, &run, arena);
	}
	arena_done(&runs);
	workbook_done(&book);
	return st;
}

enum status last_time_attendance(struct app *app, const char *workshop, struct arena *arena, struct attendance *ret_attendance,
				 bool *ret_is_known, struct fault *fault)
{
	struct workbook outline = { 0 };
	enum status st = store_load_outline(app->store, &outline, fault);
	const struct workshop *before = st == ST_OK ? spent_previous(&outline, workshop) : NULL;

	if (before)
		st = count_heads(app, before->id, arena, ret_attendance, fault);
	if (st == ST_OK)
		*ret_is_known = before != NULL;
	workbook_done(&outline);
	return st;
}
