#include "transaction.h"

#include "base/i18n.h"
#include "inside.h"
#include "settle.h"

/* Some failures have already rolled back by themselves. */
void transaction_give_up(struct store *store)
{
	if (!sqlite3_get_autocommit(store->main.db))
		sql_run(store, sql_get(store, SQL_ROLLBACK));
}

/* The way back is made ready first: when memory is short, it must not need any. */
static enum status begin(struct store *store, enum sentence how, struct fault *fault)
{
	if (!sql_get(store, SQL_ROLLBACK))
		return store_fault(store, sqlite3_extended_errcode(store->main.db), fault);
	transaction_give_up(store);
	return store_fault(store, sql_run(store, sql_get(store, how)), fault);
}

/* What is written into a file without its name is gone with the last program that has it open; SQLite minds that only
 * where it keeps no log beside the file. */
static bool has_moved(struct store *store)
{
	int moved = 0;

	return sqlite3_file_control(store->main.db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

enum status transaction_begin(struct store *store, struct fault *fault)
{
	if (store->mode == STORE_READ)
		return fault_set(fault, ST_REFUSED, _("“%s” was opened for reading only."), store->path);
	if (has_moved(store))
		return fault_set(fault, ST_IO,
				 _("“%s” was moved, deleted or replaced. Nothing more is saved until it is back under its name."),
				 store->path);
	enum status st = settle_to_write(store, fault);
	return st == ST_OK ? begin(store, SQL_BEGIN, fault) : st;
}

enum status transaction_begin_read(struct store *store, struct fault *fault)
{
	return begin(store, SQL_BEGIN_READ, fault);
}

enum status transaction_end(struct store *store, enum status st, struct fault *fault)
{
	if (st == ST_OK)
		st = store_fault(store, sql_run(store, sql_get(store, SQL_COMMIT)), fault);
	if (st != ST_OK)
		transaction_give_up(store);
	return st;
}
