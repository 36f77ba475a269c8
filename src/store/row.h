/* row.h - one row of any entity on its way into SQL: the sentences made from fields.def, and what is bound to them.
 * Private to store. Names come from the list only; values are always bound. */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "base/buf.h"
#include "domain/fact.h"

#include <sqlite3.h>

/* Every sentence takes ?1 id, ?2 workshop, ?3 stamp, and from ?4 on `gone` and the fields in their order, NULL for
 * unsaid. */
enum row_sentence {
	ROW_FACT, /* appends the fact */
	ROW_FOLD, /* folds it into the entity's table */
	ROW_PUT,  /* puts the row whole in the place of what the table had of it */
	ROW_SET,  /* the same where the table has it already; else nothing */
	ROW_KEPT, /* 1 if fact and table now say what was said */
	ROW_SAME, /* 1 if the table holds exactly this row, born with this stamp */
	ROW_SENTENCES
};
void row_sql(const struct entity_info *info, enum row_sentence which, struct buf *sql);

/* FNV-1a of a fact's body: tells two bodies of one stamp apart. No secret, no proof. In SQL, fact_hash(body). */
int64_t fact_hash(const char *body, size_t len);

/* Columns after id, workshop and born: `gone` is 0, then the fields. */
size_t row_columns(const struct entity_info *info);
const struct field_info *row_column(const struct entity_info *info, size_t column);
size_t row_column_of(const struct entity_info *info, const struct field_info *field);
bool column_is_text(const struct field_info *field);        /* codes are kept as their text */
const char *column_default(const struct field_info *field); /* as SQL */

/* The member of a fact's body that says what its writer knew (lineage.h), beside the fields; in ROW_FACT, its parameter. */
#define KNEW "knew"
int row_knew_parameter(const struct entity_info *info);

enum { ROW_COLUMNS_MAX = 32 };
struct cell {
	enum { CELL_UNSAID, CELL_TEXT, CELL_NUMBER } kind;
	const char *text; /* borrowed */
	int64_t number;
};
struct cells {
	const char *id, *workshop; /* borrowed */
	struct stamp stamp;
	struct cell at[ROW_COLUMNS_MAX];
};

/* A row of the entity `workshop` is its own workshop, whatever the fact says. */
struct cells cells_of_fact(const struct fact *fact);
int cells_bind(const struct cells *cells, const struct entity_info *info, sqlite3_stmt *stmt); /* the result code */

#endif
