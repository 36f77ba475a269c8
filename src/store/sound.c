#include "sound.h"

#include "backup.h"
#include "base/i18n.h"
#include "inside.h"

#include <stdlib.h>
#include <string.h>

static void add_problem(struct buf *problems, const char *problem)
{
	if (problems->len)
		buf_add_text(problems, "; ");
	for (; *problem; problem++)
		buf_add_char(problems, *problem == '\n' ? ' ' : *problem);
}

static int note_problem(void *ctx, int columns, char **values, char **names)
{
	static const char heading[] = "*** in database main ***\n";
	const char *problem = values[0];

	(void)columns;
	(void)names;
	if (!problem || strcmp(problem, "ok") == 0)
		return 0;
	if (strncmp(problem, heading, sizeof heading - 1) == 0)
		problem += sizeof heading - 1;
	add_problem(ctx, problem);
	return 0;
}

int sound_read(struct connection *connection, bool thorough, struct buf *problems)
{
	const char *look = thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)";
	int rc = sqlite3_exec(connection->db, look, note_problem, problems, NULL);

	/* A page that could not be read for want of memory stands among the problems too, with that code. */
	if (strstr(buf_text(problems), "error code=7"))
		return SQLITE_NOMEM;
	if ((rc & 0xff) != SQLITE_CORRUPT && (rc & 0xff) != SQLITE_NOTADB)
		return rc;
	add_problem(problems, sqlite3_errstr(rc));
	return SQLITE_OK;
}

enum status sound_look(struct store *store, bool thorough, struct buf *problems, struct fault *fault)
{
	return store_fault(store, sound_read(&store->main, thorough, problems), fault);
}

enum status sound_refuse(struct store *store, const char *problem, struct fault *fault)
{
	char *aside = backup_set_aside(store->path);
	enum status st = aside ? fault_set(fault, ST_IO,
					   _("The database “%s” is damaged (%s). It was left as it is, and a copy is "
					     "in “%s”; restore the newest backup, then take in what the copy still holds: "
					     "yoriai merge --damaged FILE"),
					   store->path, problem, aside)
			       : fault_set(fault, ST_IO,
					   _("The database “%s” is damaged (%s). It was left as it is; restore the "
					     "newest backup."),
					   store->path, problem);
	free(aside);
	return st;
}

enum status sound_judge(struct store *store, int rc, const struct buf *problems, struct fault *fault)
{
	if (rc == SQLITE_OK && problems->len)
		return sound_refuse(store, buf_text(problems), fault);
	return store_fault(store, rc, fault);
}

enum status sound_check(struct store *store, struct fault *fault)
{
	struct buf problems = { 0 };
	int rc = sound_read(&store->main, store->mode == STORE_LIVE, &problems);
	enum status st = sound_judge(store, rc, &problems, fault);

	buf_done(&problems);
	return st;
}
