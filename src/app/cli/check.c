#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/json.h"
#include "store/care.h"
#include "store/search.h"
#include "world/config.h"
#include "world/options.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { ROOM_MB = 50 };

static void say(struct check *check, const char *name, bool ok, const char *detail)
{
	check->name = name;
	check->ok = ok;
	snprintf(check->detail, sizeof check->detail, "%s", ok ? "" : detail);
}

static void check_config(struct check *check)
{
	struct settings settings = { 0 };
	struct fault fault = { "" };
	bool ok = config_read(&settings, &fault) == ST_OK;

	say(check, N_("configuration"), ok, fault.text);
	settings_done(&settings);
}

/* What the computer must have besides the file. */
static size_t check_computer(const struct app *app, struct check *checks)
{
	struct statvfs disk;
	const char *term = getenv("TERM");
	size_t len = 0;
	char folder[PATH_MAX];

	say(&checks[len++], N_("locale"), strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
	    _("The locale is not UTF-8; set one, for example LC_ALL=C.UTF-8."));
	say(&checks[len++], N_("terminal"), term && *term && strcmp(term, "dumb") != 0,
	    _("TERM names no terminal that can show a full screen; try TERM=xterm-256color."));
	say(&checks[len++], N_("font"), access("/usr/share/unifont/unifont_jp.hex", R_OK) == 0,
	    _("Giant kanji need the font package; install it with: apt install unifont"));
	check_config(&checks[len++]);
	snprintf(folder, sizeof folder, "%s", app->db);
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	bool known = statvfs(slash ? folder : ".", &disk) == 0;
	say(&checks[len++], N_("space"), !known || disk.f_bavail * disk.f_frsize >> 20 >= ROOM_MB,
	    _("There is hardly any room left on the disk of the database; make room before the day."));
	return len;
}

static void print_json(const struct check *checks, size_t len, bool ok)
{
	struct buf out = { 0 };
	struct json json = json_line(&out);

	json_put_bool(&json, "ok", ok);
	json_name(&json, "checks");
	json_array(&json);
	for (size_t i = 0; i < len; i++) {
		json_object(&json);
		json_put_text(&json, "name", checks[i].name);
		json_put_bool(&json, "ok", checks[i].ok);
		json_put_text(&json, "detail", checks[i].detail);
		json_object_end(&json);
	}
	json_array_end(&json);
	json_line_end(&json);
	fputs(buf_text(&out), stdout);
	buf_done(&out);
}

/* The font only makes things prettier, and what is wrong in the configuration is left out: without them all works. */
static bool is_needed(const struct check *check)
{
	return strcmp(check->name, "font") != 0 && strcmp(check->name, "configuration") != 0 &&
	       strcmp(check->name, "terminal") != 0;
}

static enum status rebuild_index(struct app *app)
{
	struct fault fault = { "" };
	enum status st = app_open(app, STORE_WRITE);

	if (st == ST_OK && (st = index_rebuild(app->store, &fault)) != ST_OK)
		app_fail(st, &fault);
	return st;
}

enum exit_code cli_check(struct app *app, int argc, char **argv)
{
	enum { COMPUTER = 5 };
	bool index = false;
	const struct option_row rows[] = { { "index", 0, OPTION_FLAG, &index } };
	struct check checks[COMPUTER + CHECK_MAX];
	struct arguments words;
	bool ok = true;

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len)
		return usage_tell(app, SUBCOMMAND_check);
	if ((index ? rebuild_index(app) : app_open_to_read(app)) != ST_OK)
		return EXIT_REFUSED;
	size_t len = check_computer(app, checks);
	len += store_check(app->store, checks + len, CHECK_MAX);
	for (size_t i = 0; i < len; i++)
		ok = ok && (checks[i].ok || !is_needed(&checks[i]));
	if (app->json) {
		print_json(checks, len, ok);
	} else {
		for (size_t i = 0; i < len; i++)
			printf("%s  %s%s%s\n", checks[i].ok ? _("ok ") : _("LOOK"), _(checks[i].name), *checks[i].detail ? ": " : "",
			       checks[i].detail);
	}
	return ok ? EXIT_DONE : EXIT_REFUSED;
}
