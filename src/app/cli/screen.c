#include "cli.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "console/picture.h"
#include "screens/screens.h"
#include "world/handclock.h"
#include "world/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLS_MAX = 1000, ROWS_MAX = 500 };

static const struct picture_name {
	const char *name;
	const struct screen *screen;
	enum command command; /* given to it before it is drawn */
} names[] = {
	{ "home", &screen_home, CMD_NONE },         { "run", &screen_run, CMD_NONE },
	{ "line", &screen_run, CMD_run_line },      { "audience", &screen_audience, CMD_NONE },
	{ "scribe", &screen_scribe, CMD_NONE },     { "story", &screen_story, CMD_NONE },
	{ "seats", &screen_seats, CMD_NONE },       { "people", &screen_people, CMD_NONE },
	{ "cards", &screen_cards, CMD_NONE },       { "needs", &screen_needs, CMD_NONE },
	{ "search", &screen_search, CMD_NONE },     { "plan", &screen_plan, CMD_NONE },
	{ "help", &screen_run, CMD_everywhere_help },
};

static const struct picture_name *find_name(const char *name)
{
	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return &names[i];
	fprintf(stderr, _("yoriai: there is no screen “%s”; there are:"), name);
	for (size_t i = 0; i < COUNT(names); i++)
		fprintf(stderr, " %s", names[i].name);
	fputc('\n', stderr);
	return NULL;
}

static bool read_size(const char *text, struct picture *picture)
{
	char end;

	if (sscanf(text, "%4dx%4d%c", &picture->cols, &picture->rows, &end) == 2 && picture->cols > 0 && picture->rows > 0 &&
	    picture->cols <= COLS_MAX && picture->rows <= ROWS_MAX)
		return true;
	fprintf(stderr, _("yoriai: --size wants columns and rows like 80x24, not “%s”.\n"), text);
	return false;
}

/* HH:MM:SS, or HH:MM, of the workshop's day. */
static bool read_time(const char *text, int64_t *ret_s)
{
	char minutes[8] = "";
	int seconds = 0, used = 0;

	if (sscanf(text, "%5[0-9:]%n", minutes, &used) != 1)
		return false;
	if (text[used] && (sscanf(text + used, ":%2d", &seconds) != 1 || seconds > 59 || strlen(text) != (size_t)used + 3))
		return false;
	if (calendar_parse_time(minutes, ret_s) != ST_OK)
		return false;
	*ret_s += seconds;
	return true;
}

static bool has_table(const struct screen *screen)
{
	return screen == &screen_scribe || screen == &screen_story;
}

/* What is shared by all workshops is shown without any, where none is named. */
static bool needs_workshop(const struct screen *screen, const char *name)
{
	return !screen->outline && (name || !screen->is_shared);
}

static enum exit_code print(struct app *app, struct picture *picture, const char *name, int64_t at_s)
{
	struct workbook book = { 0 };
	const struct table *found;
	struct handclock clock;
	struct buf out = { 0 };
	struct fault fault = { "" };
	bool has_workshop = needs_workshop(picture->screen, name);
	enum status st = ST_OK;

	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	if (has_workshop)
		st = app_load(app, name, store_reach_audience, &book, &fault);
	if (st == ST_OK && has_workshop)
		picture->workshop = workbook_workshop(&book)->id;
	if (!has_table(picture->screen))
		picture->table = 0;
	else if (st == ST_OK)
		st = app_find_table(&book, picture->table, &found, &fault);
	if (st == ST_OK && at_s >= 0) {
		int64_t day_ms = has_workshop ? workbook_workshop(&book)->start_ms : env_now(app->env).wall_ms;
		app->as_of_ms = calendar_midnight_ms(day_ms) + at_s * 1000;
		handclock_set(&clock, app->as_of_ms);
		clock.now.boot_id = 0; /* of no boot: lengths are those of the wall clock */
		app->env = &clock.env;
	}
	if (st == ST_OK)
		st = picture_print(app, picture, &out, &fault);
	app->env = &env_system;
	if (st == ST_OK)
		fwrite(buf_text(&out), 1, out.len, stdout);
	buf_done(&out);
	workbook_done(&book);
	return app_fail(st, &fault);
}

enum exit_code cli_screen(struct app *app, int argc, char **argv)
{
	const char *size = "80x24", *at = NULL, *format = "text";
	struct picture picture = { .workshop = "", .table = 1 };
	const struct option_row rows[] = {
		{ "table", 0, OPTION_NUMBER, &picture.table },
		{ "size", 0, OPTION_TEXT, &size },
		{ "at", 0, OPTION_TEXT, &at },
		{ "format", 0, OPTION_TEXT, &format },
		{ "find", 0, OPTION_TEXT, &picture.find },
	};
	struct arguments words;
	int64_t at_s = -1;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len < 1 || words.len > 2)
		return usage_tell(app, SUBCOMMAND_screen);
	const struct picture_name *name = find_name(words.at[0]);
	if (!name || !read_size(size, &picture))
		return EXIT_USAGE;
	if (at && !read_time(at, &at_s)) {
		fprintf(stderr, _("yoriai: --at wants a time like 14:05:30, not “%s”.\n"), at);
		return EXIT_USAGE;
	}
	picture.format = picture_format_of_name(format);
	if (!picture.format) {
		fprintf(stderr, _("yoriai: there is no format “%s”; there are text, ansi and svg.\n"), format);
		return EXIT_USAGE;
	}
	if (picture.find && name->screen != &screen_search) {
		fprintf(stderr, _("yoriai: --find is for the screen “search” only, not for “%s”.\n"), name->name);
		return EXIT_USAGE;
	}
	picture.screen = name->screen;
	picture.command = name->command;
	return print(app, &picture, words.len > 1 ? words.at[1] : NULL, at_s);
}
