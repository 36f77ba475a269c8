#include "reading.h"

#include "base/file.h"
#include "base/i18n.h"

#include <stdio.h>

static void fold(struct app *app, struct reading *reading)
{
	run_fold(&reading->book, env_now(app->env), &reading->arena, &reading->run);
}

/* The letter is read from the file only once its step has begun: what is printed cannot hold it before. */
static enum status open_letter(struct app *app, struct store_reach reach, struct reading *reading, struct fault *fault)
{
	char workshop[ID_LEN + 1];

	fold(app, reading);
	if (!reach.unsealed || !run_letter_is_open(&reading->run))
		return ST_OK;
	snprintf(workshop, sizeof workshop, "%s", workbook_workshop(&reading->book)->id);
	enum status st = store_load(app->store, workshop, reach, &reading->book, fault);
	if (st == ST_OK)
		fold(app, reading);
	return st;
}

enum status reading_find(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
			 struct reading *reading, struct fault *fault)
{
	enum status st = mode == STORE_READ ? app_open_to_read(app) : app_open(app, mode);

	if (st != ST_OK)
		return st;
	st = app_load(app, name, (struct store_reach){ .reach = reach.reach, .goes_out = reach.goes_out }, &reading->book, fault);
	if (st == ST_OK)
		st = open_letter(app, reach, reading, fault);
	if (st == ST_OK && app->rehearsal.inside)
		fprintf(stderr, _("yoriai: this is a rehearsal (×%d); nothing of it is kept.\n"), (int)app->rehearsal.clock.speed);
	return st;
}

enum status reading_open(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
			 struct reading *reading)
{
	struct fault fault = { "" };
	enum status st = reading_find(app, mode, name, reach, reading, &fault);

	if (*fault.text)
		app_fail(st, &fault);
	return st;
}

enum status reading_prepare(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
			    struct reading *reading)
{
	struct fault fault = { "" };
	enum status st = mode == STORE_READ ? app_open_to_read(app) : app_open(app, mode);

	if (st != ST_OK)
		return st;
	app_stay_out_of_rehearsal(app);
	st = app_load(app, name, reach, &reading->book, &fault);
	if (st == ST_OK)
		fold(app, reading);
	else
		app_fail(st, &fault);
	return st;
}

enum status reading_again(struct app *app, struct reading *reading, struct fault *fault)
{
	char workshop[ID_LEN + 1];

	snprintf(workshop, sizeof workshop, "%s", workbook_workshop(&reading->book)->id);
	enum status st = store_load(app->store, workshop, (struct store_reach){ .reach = REACH_PRIVATE }, &reading->book, fault);
	if (st == ST_OK)
		fold(app, reading);
	return st;
}

enum exit_code reading_print(struct reading *reading, const char *path)
{
	struct fault fault = { "" };
	enum status st = ST_OK;

	if (path)
		st = file_replace(path, buf_text(&reading->out), reading->out.len, &fault);
	else
		fwrite(buf_text(&reading->out), 1, reading->out.len, stdout);
	reading_done(reading);
	return app_fail(st, &fault);
}

void reading_done(struct reading *reading)
{
	buf_done(&reading->out);
	arena_done(&reading->arena);
	workbook_done(&reading->book);
	*reading = (struct reading){ 0 };
}
