#include "probe.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static char answer[65536];

static const char *ask(const char *sql, const char *json, const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_open(":memory:", &db);

	assert(rc == SQLITE_OK);
	rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
	assert(rc == SQLITE_OK);
	sqlite3_bind_text(stmt, 1, json, -1, SQLITE_STATIC);
	if (path)
		sqlite3_bind_text(stmt, 2, path, -1, SQLITE_STATIC);
	rc = sqlite3_step(stmt);
	assert(rc == SQLITE_ROW);
	(void)rc;
	const char *text = (const char *)sqlite3_column_text(stmt, 0);
	snprintf(answer, sizeof answer, "%s", text ? text : "null");
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return answer;
}

bool probe_is_valid(const char *json)
{
	return strcmp(ask("SELECT json_valid(?1)", json, NULL), "1") == 0;
}

const char *probe_at(const char *json, const char *path)
{
	return ask("SELECT CASE WHEN json_type(?1, ?2) IS NULL THEN 'absent' ELSE json_extract(?1, ?2) END", json,
		   path);
}
