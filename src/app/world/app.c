#include "app.h"

#include "base/i18n.h"
#include "engine/outline.h"
#include "store/local.h"
#include "text/fold.h"
#include "text/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum status store_opener(const char *path, enum store_mode mode, const struct env *env, struct store **ret_store,
				 struct fault *fault);

static enum status open_by(store_opener *open_store, struct app *app, enum store_mode mode)
{
	struct fault fault = { "" };

	if (!app->rehearsal.inside)
		rehearsal_find(app->db, &app->rehearsal);
	enum status st = open_store(app->db, mode, app->env, &app->store, &fault);
	app->mode = mode;

	if (st != ST_OK)
		app_fail(st, &fault);
	else if (store_warning(app->store))
		fprintf(stderr, "yoriai: %s\n", store_warning(app->store));
	return st;
}

enum status app_open(struct app *app, enum store_mode mode)
{
	return open_by(store_open, app, mode);
}

enum status app_open_soon(struct app *app, enum store_mode mode)
{
	return open_by(store_open_soon, app, mode);
}

static bool is_writable(const char *path)
{
	const char *slash = strrchr(path, '/');
	char folder[PATH_MAX];

	snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1, slash ? path : ".");
	return access(path, W_OK) == 0 && access(folder, W_OK) == 0;
}

enum status app_open_to_read(struct app *app)
{
	bool is_there = access(app->db, F_OK) == 0;

	return app_open(app, is_there && !is_writable(app->db) ? STORE_READ : STORE_WRITE);
}

void app_close(struct app *app)
{
	store_close(app->store);
	app->store = NULL;
}

enum status app_enter_rehearsal(struct app *app, enum store_mode mode, struct fault *fault)
{
	app_close(app);
	rehearsal_enter(&app->rehearsal, app->db);
	app->env = &app->rehearsal.env;
	app->mode = mode;
	return store_open(app->db, mode, app->env, &app->store, fault);
}

void app_stay_out_of_rehearsal(struct app *app)
{
	app->rehearsal = (struct rehearsal){ 0 };
}

enum status app_append(struct app *app, struct batch *batch, struct fault *fault)
{
	/* Before anybody is told: who looks then must not find that no time passes. */
	rehearsal_heed(&app->rehearsal, batch);
	return store_append(app->store, batch, fault);
}

enum status app_append_if(struct app *app, struct batch *batch, const char *workshop,
			  bool (*holds)(const struct workbook *book, void *ctx), void *ctx, struct fault *fault)
{
	rehearsal_heed(&app->rehearsal, batch);
	return store_append_if(app->store, batch, workshop, holds, ctx, fault);
}

enum exit_code app_fail(enum status st, const struct fault *fault)
{
	if (st == ST_OK)
		return EXIT_DONE;
	struct buf clean = { 0 };
	const char *text = fault->text[0] ? fault->text : _("that did not work, for no reason that could be found.");

	/* A file's name may hold anything. */
	text_clean(&clean, text, strlen(text), true);
	fprintf(stderr, "yoriai: %s\n", buf_text(&clean));
	buf_done(&clean);
	return EXIT_REFUSED;
}

enum exit_code app_fail_soon(struct app *app, enum status st, const struct fault *fault)
{
	struct fault damage = { "" };

	if (st == ST_IO && app->store && !store_is_settled(app->store) && store_settle(app->store, &damage) != ST_OK)
		fault = &damage;
	return app_fail(st, fault);
}

/* Without a name: the running one, else the one being rehearsed, else the next planned, else the newest. Lists come oldest
 * first. A room full of people comes before a rehearsal. */
static const struct workshop *default_workshop(const struct workbook *outline, const struct app *app)
{
	const struct workshop *running = NULL, *rehearsed = NULL, *planned = NULL, *newest = NULL;
	struct outline_line *lines = outline_lines(outline);
	int64_t now_ms = env_now(app->env).wall_ms;

	for (size_t i = 0; i < outline->workshops.len; i++) {
		const struct workshop *workshop = &outline->workshops.at[i];
		newest = workshop;
		if (strcmp(workshop->id, app->rehearsal.workshop) == 0)
			rehearsed = workshop;
		switch (lines[i].state) {
		case RUN_RUNNING:
		case RUN_PAUSED:
			running = workshop;
			break;
		case RUN_PLANNED:
			if (!planned || (planned->start_ms < now_ms && workshop->start_ms >= now_ms) ||
			    (workshop->start_ms >= now_ms && workshop->start_ms < planned->start_ms))
				planned = workshop;
			break;
		case RUN_ENDED:
			break;
		}
	}
	free(lines);
	if (running || rehearsed)
		return running ? running : rehearsed;
	return planned ? planned : newest;
}

static bool is_meant(const struct workshop *workshop, size_t number, const char *name, const char *folded)
{
	char *end;

	if (strncmp(workshop->id, name, strlen(name)) == 0)
		return true;
	if (strtoul(name, &end, 10) == number && !*end)
		return true;
	return text_holds(workshop->title, folded);
}

/* An exact number, id or title wins over titles that happen to hold the same words. */
static bool is_exact(const struct workshop *workshop, size_t number, const char *name)
{
	char *end;

	return strcmp(workshop->id, name) == 0 || strcmp(workshop->title, name) == 0 || (strtoul(name, &end, 10) == number && !*end);
}

static enum status named_workshop(const struct workbook *outline, const char *name, const struct workshop **ret_found,
				  struct fault *fault)
{
	struct buf folded = { 0 }, candidates = { 0 };
	size_t found = 0;

	text_fold(&folded, name, strlen(name));
	for (size_t i = 0; i < outline->workshops.len; i++) {
		const struct workshop *workshop = &outline->workshops.at[i];
		if (!is_meant(workshop, i + 1, name, buf_text(&folded)))
			continue;
		*ret_found = workshop;
		if (is_exact(workshop, i + 1, name)) {
			found = 1;
			break;
		}
		found++;
		buf_addf(&candidates, "%s%zu %s", found > 1 ? ", " : "", i + 1, workshop->title);
	}
	enum status st = ST_OK;
	if (found == 0)
		st = fault_set(fault, ST_NOT_FOUND, _("There is no workshop “%s”; yoriai list shows them all."), name);
	else if (found > 1)
		st = fault_set(fault, ST_INVALID, _("“%s” could be any of these: %s. Say its number."), name, buf_text(&candidates));
	buf_done(&folded);
	buf_done(&candidates);
	return st;
}

/* Who asks for the workshop that is being rehearsed means the rehearsal. */
static bool is_rehearsed(const struct app *app, const struct workshop *workshop)
{
	return !app->rehearsal.inside && strcmp(workshop->id, app->rehearsal.workshop) == 0;
}

enum status app_find_workshop(struct app *app, const char *name, char ret_id[ID_LEN + 1], struct fault *fault)
{
	struct workbook outline = { 0 };
	const struct workshop *workshop = NULL;
	enum status st = store_load_outline(app->store, &outline, fault);

	if (st != ST_OK)
		goto out;
	if (name)
		st = named_workshop(&outline, name, &workshop, fault);
	else if (!(workshop = default_workshop(&outline, app)))
		st = fault_set(fault, ST_NOT_FOUND, _("There is no workshop yet; make one with: yoriai new TITLE"));
	if (st == ST_OK && is_rehearsed(app, workshop))
		st = app_enter_rehearsal(app, app->mode, fault);
	if (st == ST_OK)
		snprintf(ret_id, ID_LEN + 1, "%s", workshop->id);
out:
	workbook_done(&outline);
	return st;
}

enum status app_load(struct app *app, const char *name, struct store_reach reach, struct workbook *ret_book,
		     struct fault *fault)
{
	char workshop[ID_LEN + 1];
	enum status st = app_find_workshop(app, name, workshop, fault);

	return st == ST_OK ? store_load(app->store, workshop, reach, ret_book, fault) : st;
}

enum status app_find_table(const struct workbook *book, int64_t number, const struct table **ret_table,
			   struct fault *fault)
{
	*ret_table = workbook_table(book, number);
	if (*ret_table)
		return ST_OK;
	return fault_set(fault, ST_NOT_FOUND, _("There is no table %" PRId64 "; this workshop has %zu tables."), number,
			 book->tables.len);
}

void app_see_shutter(const struct app *app, const char *workshop, struct run *run)
{
	int64_t moved_ms = stamp_wall_ms(run->stage.shutter);
	bool is_seen = projector_stands(app->store, workshop, 0, moved_ms);
	bool is_not_seen = projector_stands(app->store, workshop, moved_ms + 1, INT64_MAX);

	run->stage.open = run->stage.open && (is_seen || !is_not_seen);
}
