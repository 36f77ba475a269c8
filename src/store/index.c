#include "index.h"

#include "inside.h"

/* In `meta`. Its number counts the ways in which texts were ever folded, cut and covered: an index that was made in another
 * way has no mark, and is begun anew. */
static const char mark_key[] = "indexed 2";

enum search_shelf search_shelf(enum entity entity)
{
	switch (entity) {
	case ENTITY_workshop:
	case ENTITY_item:
	case ENTITY_table:
	case ENTITY_need:
		return SHELF_WORKSHOPS;
	case ENTITY_case_story:
		return SHELF_CASES;
	case ENTITY_card:
		return SHELF_CARDS;
	case ENTITY_person:
	case ENTITY_invitation:
		return SHELF_PEOPLE;
	case ENTITY_storyline:
		return SHELF_STORIES;
	case ENTITY_step:
	case ENTITY_support:
		return SHELF_STEPS;
	case ENTITY_offer:
		return SHELF_OFFERS;
	case ENTITY_note:
		return SHELF_NOTES;
	case ENTITY_action:
		return SHELF_ACTIONS;
	case ENTITY_letter:
	case ENTITY_run_row:
	case ENTITY_seat:
	case ENTITY_deck_card:
	case ENTITY_mapping:
	case ENTITY_COUNT:
		break;
	}
	return SHELF_COUNT;
}

bool index_covers(const struct field_info *field)
{
	bool is_text = field->type == FIELD_TYPE_TEXT || field->type == FIELD_TYPE_LINES;
	/* What nobody wrote for others to read. */
	bool is_technical = field->field == FIELD_item_bells || field->field == FIELD_workshop_template_name;

	return is_text && !is_technical && field->reach != REACH_SEALED;
}

int index_mark(struct store *store, int64_t *ret_mark)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_META_GET);

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	int rc = sqlite3_bind_text(stmt, 1, mark_key, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	*ret_mark = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
	return sql_end(stmt, rc);
}

int index_keep_mark(struct store *store, int64_t mark)
{
	sqlite3_stmt *stmt = sql_get(store, SQL_META_SET);

	if (stmt) {
		sqlite3_bind_text(stmt, 1, mark_key, -1, SQLITE_STATIC);
		sqlite3_bind_int64(stmt, 2, mark);
	}
	return sql_run(store, stmt);
}

int index_forget(struct store *store)
{
	return index_keep_mark(store, 0);
}

enum { TEXT_KIND, TEXT_KEY, TEXT_VALUE, TEXT_BEGAN };

int index_texts(struct store *store, enum sentence which, int64_t from, int64_t to, text_visit *visit, void *ctx)
{
	sqlite3_stmt *stmt = sql_get(store, which);
	int rc;

	if (!stmt)
		return sqlite3_extended_errcode(store->main.db);
	sqlite3_bind_int64(stmt, 1, from);
	sqlite3_bind_int64(stmt, 2, to);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const struct entity_info *info = entity_of_name(sql_text(stmt, TEXT_KIND));
		enum search_shelf shelf = info ? search_shelf(info->entity) : SHELF_COUNT;
		const struct field_info *field = shelf < SHELF_COUNT ? entity_field(info, sql_text(stmt, TEXT_KEY)) : NULL;
		if (field && index_covers(field))
			visit(ctx, line_make(shelf, sqlite3_column_int64(stmt, TEXT_BEGAN)), sql_text(stmt, TEXT_VALUE));
	}
	return sql_end(stmt, rc);
}
