/* package.h - an HSDS package in memory: rows of the tables of hsds.def, which link to each other by their ids.
 * Private to exchange. The same rows are written as JSON, where they lie inside each other, and as one CSV file a table. */
#ifndef EXCHANGE_PACKAGE_H
#define EXCHANGE_PACKAGE_H

#include "base/arena.h"
#include "import/index.h"

#include <stdbool.h>
#include <stddef.h>

/* Columns are told apart over all tables; a row's cells are counted from its table's first. Behind a table's last comes its end,
 * which is none. */
#define HSDS_TABLE(table, file) HSDS_##table,
#define HSDS_COLUMN(table, column, type, use)
#define HSDS_END(table)
enum hsds_table {
#include "hsds.def"
	HSDS_TABLES
};

#define HSDS_TABLE(table, file)
#define HSDS_COLUMN(table, column, type, use) HSDS_##table##_##column,
#define HSDS_END(table) HSDS_##table##_end,
enum hsds_column {
#include "hsds.def"
	HSDS_COLUMNS
};

enum hsds_type { HSDS_STRING, HSDS_UUID, HSDS_URI, HSDS_NUMBER, HSDS_DATE, HSDS_STATUS, HSDS_PLACE };
enum hsds_use { HSDS_KEY, HSDS_SAID, HSDS_READ };

struct hsds_column_info {
	const char *name;
	enum hsds_table table;
	enum hsds_type type;
	enum hsds_use use;
};
extern const struct hsds_column_info hsds_columns[HSDS_COLUMNS];

struct hsds_table_info {
	const char *name, *file;
	enum hsds_column first, end; /* its columns; the first is its id */
};
extern const struct hsds_table_info hsds_tables[HSDS_TABLES];

/* Where a row lies in JSON: in its parent's member, one or a list. The link is the child's column that bears the parent's id,
 * or, where there is only one, the parent's column that bears the child's. */
struct hsds_nest {
	enum hsds_table parent, child;
	const char *member;
	enum hsds_column link;
	bool many;
};
enum { HSDS_NESTS = 14 };
extern const struct hsds_nest hsds_nests[HSDS_NESTS];

struct hsds_row {
	size_t number; /* in its file as a spreadsheet counts, or in the list; of what is written: 0 */
	const char **cells;
};

/* Zeroed is a valid empty one. Owns everything; cells are never NULL. */
struct package {
	struct arena arena;
	struct package_rows {
		struct hsds_row **at;
		size_t len, room;
	} of[HSDS_TABLES];
	struct index seen;      /* names of what was said and is not understood, each once */
	const char **ignored;
	size_t ignored_len, ignored_room;
};

void package_done(struct package *package);
struct hsds_row *package_add(struct package *package, enum hsds_table table);
void package_set(struct package *package, struct hsds_row *row, enum hsds_column column, const char *text); /* copies */
const char *hsds_cell(const struct hsds_row *row, enum hsds_column column);
const char *hsds_id(const struct hsds_row *row);

/* The column of that name; HSDS_COLUMNS where the table has none that is understood. */
enum hsds_column hsds_column_of(enum hsds_table table, const char *name);
/* The nest of a parent's member, or NULL. */
const struct hsds_nest *hsds_nest_of(enum hsds_table parent, const char *member);

/* Notes once that `what` of `where` said something that is not understood. */
void package_ignore(struct package *package, const char *where, const char *what);

/* A table's rows by their ids; the first of an id counts. */
void package_index(const struct package *package, enum hsds_table table, struct index *index);

#endif
