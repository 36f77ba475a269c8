#include "reading.h"

#include "base/file.h"
#include "base/i18n.h"

#include <stdio.h>

enum status reading_open(struct app *app, enum store_mode mode, const char *name, struct store_reach reach,
			 struct reading *reading)
{
	struct fault fault = { "" };
	enum status st = mode == STORE_READ ? app_open_to_read(app) : app_open(app, mode);

	if (st != ST_OK)
		return st;
	st = app_load(app, name, reach, &reading->book, &fault);
	if (st == ST_OK)
		run_fold(&reading->book, env_now(app->env), &reading->arena, &reading->run);
	else
		app_fail(st, &fault);
	if (st == ST_OK && app->rehearsal.inside)
		fprintf(stderr, _("yoriai: this is a rehearsal (×%d); nothing of it is kept.\n"), (int)app->rehearsal.clock.speed);
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
