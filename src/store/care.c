#include "store/care.h"

#include "backup.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "index.h"
#include "inside.h"
#include "live.h"
#include "merge_parts.h"
#include "place.h"
#include "project.h"
#include "schema.h"
#include "sound.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void say(struct check *check, const struct fault *fault)
{
	check->ok = false;
	snprintf(check->detail, sizeof check->detail, "%s", fault->text);
}

static void check_file(struct store *store, struct check *check)
{
	struct buf problems = { 0 };
	struct fault fault = { "" };

	if (sound_look(store, true, &problems, &fault) != ST_OK)
		say(check, &fault);
	else if (problems.len)
		snprintf(check->detail, sizeof check->detail, _("SQLite reports damage: %s."), buf_text(&problems));
	check->ok = check->detail[0] == '\0';
	buf_done(&problems);
}

static int note_stranger(void *ctx, int columns, char **values, char **names)
{
	struct buf *strangers = ctx;

	(void)columns;
	(void)names;
	if (values[0] && !schema_has(values[0]))
		buf_addf(strangers, "%s%s", strangers->len ? ", " : "", values[0]);
	return 0;
}

static void check_schema(struct store *store, struct check *check)
{
	struct buf strangers = { 0 };
	struct fault fault = { "" };
	int rc = sqlite3_exec(store->main.db, "SELECT name FROM sqlite_schema ORDER BY name", note_stranger, &strangers,
			      NULL);

	if (store_fault(store, rc, &fault) != ST_OK)
		say(check, &fault);
	else if (strangers.len)
		snprintf(check->detail, sizeof check->detail, _("Something in the file is not yoriai’s: %s."),
			 buf_text(&strangers));
	check->ok = check->detail[0] == '\0';
	buf_done(&strangers);
}

static void check_facts(struct store *store, struct check *check)
{
	int64_t wrong = 0;
	struct fault fault = { "" };
	int rc = connection_number(
		&store->main,
		"SELECT count(*) FROM fact WHERE NOT erased AND (NOT json_valid(body) OR hash <> fact_hash(body)"
		" OR length(stamp) <> 16 OR stamp > (SELECT value FROM meta WHERE key = 'stamp'))",
		&wrong);

	if (store_fault(store, rc, &fault) != ST_OK)
		say(check, &fault);
	else if (wrong)
		snprintf(check->detail, sizeof check->detail, _("%lld facts of the log were changed from outside."),
			 (long long)wrong);
	check->ok = check->detail[0] == '\0';
}

static void check_tables(struct store *store, struct check *check)
{
	int64_t wrong = 0;
	const char *table = "";
	struct fault fault = { "" };

	if (store_fault(store, project_compare(store, &wrong, &table), &fault) != ST_OK)
		say(check, &fault);
	else if (wrong)
		snprintf(check->detail, sizeof check->detail,
			 _("%lld rows are not what the log says, the first in “%s”."), (long long)wrong, table);
	check->ok = check->detail[0] == '\0';
}

static void check_index(struct store *store, struct check *check)
{
	bool same = false;
	struct fault fault = { "" };
	int rc = index_compare(store, &same);

	if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_CORRUPT && store_fault(store, rc, &fault) != ST_OK)
		say(check, &fault);
	else if (rc != SQLITE_OK || !same)
		snprintf(check->detail, sizeof check->detail, "%s",
			 _("Some texts may not be found by what they say. Run: yoriai check --index"));
	check->ok = check->detail[0] == '\0';
}

static void check_privacy(struct store *store, struct check *check)
{
	struct stat info;

	if (stat(store->path, &info) == 0 && (info.st_mode & (S_IRWXG | S_IRWXO)))
		snprintf(check->detail, sizeof check->detail,
			 _("Others on this computer may open “%s”. Run: chmod 600 “%s”"), store->path, store->path);
	check->ok = check->detail[0] == '\0';
}

size_t store_check(struct store *store, struct check *checks, size_t max)
{
	static const struct {
		const char *name;
		void (*make)(struct store *, struct check *);
	} kinds[] = {
		{ N_("file"), check_file },     { N_("schema"), check_schema },   { N_("log"), check_facts },
		{ N_("tables"), check_tables }, { N_("index"), check_index },
		{ N_("privacy"), check_privacy },
	};
	size_t made = 0;

	for (; made < COUNT(kinds) && made < max; made++) {
		checks[made] = (struct check){ .name = kinds[made].name };
		kinds[made].make(store, &checks[made]);
	}
	return made;
}

enum status store_check_copy(struct store *store, const char *path, struct fault *fault)
{
	struct source source;
	struct told told;
	struct known known;
	bool is_here = true;
	int rc = known_open(&known, store), read = SQLITE_OK;
	enum status st = source_open(&source, store, path, NULL);

	while (rc == SQLITE_OK && st == ST_OK && is_here && source_next(&source, &told, &read))
		is_here = known_take(&known, &told, &rc);
	source_close(&source);
	known_close(&known);
	if (rc != SQLITE_OK)
		return store_fault(store, rc, fault);
	if (!is_here)
		return fault_set(fault, ST_REFUSED,
				 _("“%s” holds entries that are not here. Take it in first (yoriai merge), or choose another name."), path);
	if (st != ST_OK || read != SQLITE_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is there already, and cannot be read. Choose another name."), path);
	return ST_OK;
}

/* Only one's own may be written over, and only where nobody has it open and nothing is lost. */
static enum status check_target(struct store *store, const char *path, struct fault *fault)
{
	struct connection target;
	enum kinship kinship = KINSHIP_FOREIGN;
	bool has_log = place_has(path, "-wal");

	if (!place_has(path, ""))
		return ST_OK;
	int rc = connection_open(&target, path, ACCESS_WRITE);
	if (rc == SQLITE_OK)
		rc = schema_recognise(&target, &kinship);
	connection_let_go(&target, has_log);
	if (rc != SQLITE_OK || kinship == KINSHIP_FOREIGN)
		return fault_set(fault, ST_REFUSED,
				 _("“%s” is there already and is no yoriai database. Choose another name."), path);
	if (has_log)
		return fault_set(fault, ST_REFUSED, _("“%s” is in use. Choose another name."), path);
	return kinship == KINSHIP_EMPTY ? ST_OK : store_check_copy(store, path, fault);
}

enum status store_backup(struct store *store, const char *path, struct fault *fault)
{
	char *target = NULL;
	enum status st = place_resolve(path, true, &target, fault);

	if (st == ST_OK && strcmp(target, store->path) == 0)
		st = fault_set(fault, ST_REFUSED, _("The copy needs another name than “%s”."), path);
	if (st == ST_OK)
		st = check_target(store, target, fault);
	if (st == ST_OK)
		st = backup_write(store, target, fault);
	free(target);
	return st;
}
