/* schema.h - the tables: made, recognised, and brought up to date.
 * Private to store. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "connection.h"

#include "base/buf.h"
#include "base/status.h"
#include "domain/entity.h"

struct store;

enum {
	SCHEMA_APPLICATION = 0x796f7269, /* "yori" in the file's header */
	/* fields.def only ever grows (old facts speak of every field there ever was), so its length tells which of two
	 * programs is the newer one; the thousands count the changes of the tables that are written by hand below. */
	SCHEMA_VERSION = 3000 + FIELD_COUNT,
};

enum kinship {
	KINSHIP_EMPTY, /* nothing in it yet */
	KINSHIP_OURS,  /* made by this version */
	KINSHIP_OLDER,
	KINSHIP_NEWER,
	KINSHIP_FOREIGN,
};
int schema_recognise(struct connection *connection, enum kinship *ret_kinship);

/* Refuses, in a sentence, what another program or a newer yoriai wrote; and what is empty, for those who only read. */
enum status schema_check_kinship(enum kinship kinship, const char *path, struct fault *fault);
enum status schema_refuse_empty(const char *path, struct fault *fault);

/* Makes what is missing and folds every table afresh where the file was older, in one transaction. */
int schema_bring_up_to_date(struct store *store);

/* Is `name` a table or index of ours? */
bool schema_has(const char *name);

#endif
