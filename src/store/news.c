/* news.c - a workbook is brought to where the log ends: the rows of which it has spoken since are read again, and no others. */
#include "load.h"

#include "inside.h"
#include "versions.h"

#include <string.h>

/* Beyond that reading everything is no dearer, and leaves nothing behind in the arena. */
enum { FEW_FACTS = 256 };

struct touched {
	const struct entity_info *info;
	const char *id;
	struct row *row;     /* as it is now; NULL: it is not in the list */
	bool has_versions;   /* or had some */
};

struct news {
	struct touched at[FEW_FACTS];
	size_t len;
};

static bool is_worn(const struct workbook *book)
{
	size_t rows = 0;

	for (size_t i = 0; i < ENTITY_COUNT; i++)
		rows += workbook_len(book, (enum entity)i);
	return book->worn > rows + FEW_FACTS;
}

static bool has_versions(const struct workbook *book, const char *id)
{
	for (size_t i = 0; i < book->versions.len; i++)
		if (strcmp(book->versions.at[i].id, id) == 0)
			return true;
	return false;
}

enum { SINCE_KIND, SINCE_ENTITY, SINCE_CONTESTED };

static void note_touched(struct news *news, sqlite3_stmt *stmt, struct workbook *book)
{
	const struct entity_info *info = entity_of_name(sql_text(stmt, SINCE_KIND));
	const char *id = sql_text(stmt, SINCE_ENTITY);

	/* Each was touched by a fact of its own, and these are few. */
	if (!info || news->len == FEW_FACTS)
		return;
	news->at[news->len++] = (struct touched){
		.info = info,
		.id = arena_copy(&book->arena, id),
		.has_versions = sqlite3_column_int64(stmt, SINCE_CONTESTED) || has_versions(book, id),
	};
}

static int list_touched(struct store *store, struct workbook *book, struct news *news)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_ROWS_SINCE);
	int rc = stmt ? sqlite3_bind_int64(stmt, 1, book->seen) : sqlite3_extended_errcode(store->main.db);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		note_touched(news, stmt, book);
		rc = SQLITE_OK;
	}
	return stmt ? sql_end(stmt, rc) : rc;
}

static int read_touched(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
			struct news *news)
{
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < news->len; i++) {
		struct touched *touched = &news->at[i];
		rc = load_row(store, touched->info, workshop, touched->id, reach, &book->arena, &touched->row);
	}
	return rc;
}

/* From here on nothing of it can fail. Returns whether there are versions to be read again. */
static bool put_touched(struct workbook *book, const struct news *news)
{
	bool is_contested = false;

	for (size_t i = 0; i < news->len; i++) {
		const struct touched *touched = &news->at[i];
		if (touched->row)
			workbook_put_row(book, touched->info->entity, touched->row);
		else
			workbook_drop_row(book, touched->info->entity, touched->id);
		is_contested |= touched->has_versions;
	}
	book->worn += news->len;
	return is_contested;
}

static int read_news(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book)
{
	struct news news = { .len = 0 };
	int rc = list_touched(store, book, &news);

	if (rc == SQLITE_OK)
		rc = read_touched(store, workshop, reach, book, &news);
	if (rc == SQLITE_OK && put_touched(book, &news) && reach.reach >= REACH_ROOM_ONLY)
		rc = versions_load(store, workshop, reach, book);
	return rc;
}

static enum status load_news(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
			     struct fault *fault)
{
	int64_t end = 0;
	int rc = sql_number(store, SQL_LOG_END, &end);

	if (rc != SQLITE_OK)
		return store_fault(store, rc, fault);
	if (!book->seen || end < book->seen || end - book->seen > FEW_FACTS || is_worn(book))
		return load_rows(store, workshop, reach, book, fault);
	if (end > book->seen)
		rc = read_news(store, workshop, reach, book);
	if (rc == SQLITE_OK)
		book->seen = end;
	return store_fault(store, rc, fault);
}

enum status store_reload(struct store *store, const char *workshop, struct store_reach reach, struct workbook *book,
			 struct fault *fault)
{
	return load_consistent(store, workshop, reach, load_news, book, fault);
}
