#include "base/calendar.h"

#include "base/file.h"
#include "base/mem.h"
#include "cli.h"
#include "console/loop.h"
#include "console/picture.h"
#include "exchange/report.h"
#include "screens/screens.h"
#include "stage_set.h"
#include "world/options.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SPEED_DEFAULT = 20, SPEED_MAX = 1000, MINUTE_MS = 60000 };

/* --- for a person at a terminal: the tables fill by themselves in another process ------------------------------------ */

static void feed(struct stage_set *set, int64_t speed)
{
	struct demo demo = { 0 };
	struct fault fault = { "" };
	int64_t start_ms;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (app_open(set->app, STORE_WRITE) != ST_OK || stage_set_reload(set, &fault) != ST_OK)
		_exit(EXIT_REFUSED);
	demo_open(&demo);
	start_ms = env_now(set->app->env).boot_ms;
	while (demo.next < demo.len) {
		int64_t elapsed_ms = (env_now(set->app->env).boot_ms - start_ms) * speed;
		int64_t wait_ms = (demo.lines[demo.next].due_s * 1000 - elapsed_ms) / speed;
		if (wait_ms > 0) {
			poll(NULL, 0, wait_ms > MINUTE_MS ? MINUTE_MS : (int)wait_ms + 1);
			continue;
		}
		fault = (struct fault){ "" };
		/* Entries are stamped with the step that runs now. */
		if (stage_set_reload(set, &fault) != ST_OK || stage_set_play(set, &demo, elapsed_ms / 1000, &fault) != ST_OK)
			break;
	}
	demo_done(&demo);
	app_close(set->app);
	_exit(EXIT_DONE);
}

static enum exit_code show_live(struct stage_set *set, int64_t speed)
{
	/* Each process opens the file for itself: a connection does not survive a fork. */
	app_close(set->app);
	pid_t feeder = fork();
	if (feeder == 0)
		feed(set, speed);
	enum exit_code code = EXIT_REFUSED;
	if (app_open(set->app, STORE_LIVE) == ST_OK)
		code = console_run(set->app, &front_full, &screen_run, set->workshop.text, 0);
	if (feeder > 0) {
		kill(feeder, SIGTERM);
		waitpid(feeder, NULL, 0);
	}
	return code;
}

/* --- without a terminal: its screens and its report, once ------------------------------------------------------------- */

struct show {
	struct stage_set *set;
	const char *pictures; /* a folder for SVG files; NULL: text on standard output */
	struct fault *fault;
};

/* command: given to the screen before it is drawn; CMD_NONE: none. */
static enum status show_screen(const struct show *show, const char *name, const struct screen *screen, int64_t table,
			       enum command command)
{
	struct picture picture = {
		.screen = screen,
		.workshop = screen->outline ? "" : show->set->workshop.text,
		.table = table,
		.command = command,
		.rows = 24,
		.cols = 80,
		.format = picture_format_of_name(show->pictures ? "svg" : "text"),
	};
	struct buf out = { 0 };
	char path[PATH_MAX];
	enum status st = picture_print(show->set->app, &picture, &out, show->fault);

	if (st == ST_OK && show->pictures) {
		snprintf(path, sizeof path, "%s/%s.svg", show->pictures, name);
		st = file_replace(path, buf_text(&out), out.len, show->fault);
	} else if (st == ST_OK) {
		printf("=== %s ===\n%s\n", name, buf_text(&out));
	}
	buf_done(&out);
	return st;
}

static enum status show_report(const struct show *show)
{
	struct buf out = { 0 };

	if (show->pictures)
		return ST_OK;
	report_render(&show->set->book, &show->set->run, report_format_of_name("md"), PROFILE_PUBLIC, &out);
	printf("=== report ===\n%s", buf_text(&out));
	buf_done(&out);
	return ST_OK;
}

static enum status open_shutter(const struct act *act, struct fault *fault)
{
	(void)fault;
	act_shutter(act, true);
	return ST_OK;
}

static enum status tell_next_step(const struct act *act, struct fault *fault)
{
	return act_turn(act, 1, (int64_t)act->book->steps.len, fault);
}

static enum status draw_the_picture(const struct act *act, struct fault *fault)
{
	return act_picture(act, true, fault);
}

static enum status present_third(const struct act *act, struct fault *fault)
{
	return act_present(act, workbook_table(act->book, 3)->id, fault);
}

/* The weeks before. */
static enum status show_preparations(const struct show *show)
{
	static const struct {
		const char *name;
		const struct screen *screen;
	} screens[] = {
		{ "home", &screen_home }, { "plan", &screen_plan }, { "people", &screen_people }, { "cards", &screen_cards },
		{ "needs", &screen_needs },
	};
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < COUNT(screens); i++)
		st = show_screen(show, screens[i].name, screens[i].screen, 0, CMD_NONE);
	return st;
}

/* Scenes: what the facilitator does, how long it lasts, and what is then looked at. */
static enum status show_case(const struct show *show, struct handclock *clock)
{
	enum status st = stage_set_go_on_to(show->set, clock, ITEM_KIND_CASE, show->fault);

	if (st == ST_OK)
		st = stage_set_perform(show->set, open_shutter, show->fault);
	handclock_go(clock, 2 * MINUTE_MS);
	return st == ST_OK ? show_screen(show, "audience-case", &screen_audience, 0, CMD_NONE) : st;
}

/* All that the tables have to give is written in the step in which they make their stories. */
static enum status show_tables(const struct show *show, struct handclock *clock)
{
	struct demo demo = { 0 };
	enum status st = stage_set_perform(show->set, act_next, show->fault);

	if (st == ST_OK)
		st = stage_set_perform(show->set, act_next, show->fault);
	demo_open(&demo);
	if (st == ST_OK)
		st = stage_set_play(show->set, &demo, INT64_MAX, show->fault);
	demo_done(&demo);
	handclock_go(clock, 8 * MINUTE_MS + 25000);
	if (st == ST_OK)
		st = show_screen(show, "run", &screen_run, 0, CMD_NONE);
	if (st == ST_OK)
		st = show_screen(show, "line", &screen_run, 0, CMD_run_line);
	if (st == ST_OK)
		st = show_screen(show, "audience", &screen_audience, 0, CMD_NONE);
	return st == ST_OK ? show_screen(show, "scribe", &screen_scribe, 3, CMD_NONE) : st;
}

static enum status show_plenary(const struct show *show, struct handclock *clock)
{
	enum status st = stage_set_go_on_to(show->set, clock, ITEM_KIND_PRESENTATION, show->fault);

	if (st == ST_OK)
		st = stage_set_perform(show->set, present_third, show->fault);
	for (int step = 0; st == ST_OK && step < 3; step++)
		st = stage_set_perform(show->set, tell_next_step, show->fault);
	handclock_go(clock, MINUTE_MS);
	if (st == ST_OK)
		st = show_screen(show, "audience-story", &screen_audience, 0, CMD_NONE);
	if (st == ST_OK)
		st = stage_set_perform(show->set, draw_the_picture, show->fault);
	return st == ST_OK ? show_screen(show, "audience-picture", &screen_audience, 0, CMD_NONE) : st;
}

static enum status show_scenes(const struct show *show, struct handclock *clock)
{
	struct stage_set *set = show->set;
	enum status st = show_preparations(show);

	if (st == ST_OK)
		st = show_case(show, clock);
	if (st == ST_OK)
		st = show_tables(show, clock);
	if (st == ST_OK)
		st = show_plenary(show, clock);
	while (st == ST_OK && set->run.state != RUN_ENDED) {
		handclock_go(clock, run_current(&set->run) ? run_current(&set->run)->remaining_ms : 0);
		st = stage_set_perform(set, act_next, show->fault);
	}
	return st == ST_OK ? show_report(show) : st;
}

/* So that the same pictures come out whenever they are made. */
static int64_t made_up_day_ms(void)
{
	int64_t wall_ms = 0;

	return calendar_parse("2026-11-22 13:30", &wall_ms) == ST_OK ? wall_ms : 0;
}

enum exit_code cli_demo(struct app *app, int argc, char **argv)
{
	int64_t speed = SPEED_DEFAULT;
	const char *pictures = NULL;
	const struct option_row rows[] = {
		{ "speed", 0, OPTION_NUMBER, &speed },
		{ "pictures", 0, OPTION_TEXT, &pictures },
	};
	struct arguments words;
	struct stage_set set = { .app = app };
	struct handclock clock;
	struct fault fault = { "" };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len || speed < 1 || speed > SPEED_MAX)
		return usage_tell(app, SUBCOMMAND_demo);
	bool live = !pictures && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	handclock_set(&clock, live ? env_now(app->env).wall_ms : made_up_day_ms());
	enum status st = stage_set_find_room(&set, &fault);
	if (st != ST_OK)
		return app_fail(st, &fault);
	enum exit_code code = EXIT_REFUSED;
	app->env = &clock.env;
	if (app_open(app, STORE_WRITE) == ST_OK) {
		struct show show = { &set, pictures, &fault };
		st = stage_set_fill(&set, clock.now.wall_ms, &fault);
		if (st == ST_OK && live)
			st = stage_set_open_now(&set, &clock, &fault);
		else if (st == ST_OK)
			st = show_scenes(&show, &clock);
		app->env = &env_system;
		code = st == ST_OK && live ? show_live(&set, speed) : app_fail(st, &fault);
	}
	app->env = &env_system;
	stage_set_strike(&set);
	return code;
}
