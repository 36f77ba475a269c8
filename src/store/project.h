/* project.h - the tables as folds of the log.
 * Private to store. Of each row's field the greatest (stamp, value) wins, whatever order the facts came in. */
#ifndef STORE_PROJECT_H
#define STORE_PROJECT_H

#include "lineage.h"
#include "row.h"

struct store;

/* Writes all tables anew. Inside the caller's transaction, as are the next two. */
int project_rebuild(struct store *store);

/* The row of which this was said. */
int project_row(struct store *store, const struct lineage *lineage);

/* A row of which nothing else has been said so far. */
int project_new(struct store *store, const struct fact *fact);

/* How many rows are not what their facts say, with the first one's table; 0: all is well. */
int project_compare(struct store *store, int64_t *ret_wrong, const char **ret_table);

/* The sentence of an entity, ready to be bound; NULL on failure. */
sqlite3_stmt *row_get(struct store *store, const struct entity_info *info, enum row_sentence which);

#endif
