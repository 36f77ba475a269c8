/* project.h - the tables as folds of the log.
 * Private to store. Of each row's field the greatest (stamp, value) wins, whatever order the facts came in. */
#ifndef STORE_PROJECT_H
#define STORE_PROJECT_H

#include "row.h"

struct store;

/* Folds every row afresh from all its facts, in the order of ids, and hands it to `visit`, every column said. Stops at
 * the first code that is not SQLITE_OK. What the program does not know (a newer one wrote it) is passed over. */
typedef int project_visit(struct store *store, const struct entity_info *info, const struct cells *cells, void *ctx);
int project_each(struct store *store, project_visit *visit, void *ctx);

/* Writes all tables anew. Inside the caller's transaction. */
int project_rebuild(struct store *store);

/* The same for the rows whose ids stand in the temporary table `touched`. */
int project_touched(struct store *store);

/* A row of which nothing else has been said so far. */
int project_new(struct store *store, const struct fact *fact);

/* How many rows are not what their facts say, with the first one's table; 0: all is well. */
int project_compare(struct store *store, int64_t *ret_wrong, const char **ret_table);

/* The sentence of an entity, ready to be bound; NULL on failure. */
sqlite3_stmt *row_get(struct store *store, const struct entity_info *info, enum row_sentence which);

#endif
