/* hsds_read.h - others' HSDS into a package in memory.
 * Private to exchange. */
#ifndef EXCHANGE_HSDS_READ_H
#define EXCHANGE_HSDS_READ_H

#include "base/status.h"
#include "base/tree.h"
#include "exchange/hsds.h"
#include "package.h"

/* A list of services, a page of one (its "contents"), or a single service. ST_INVALID (no sentence) for anything else. */
MUST_CHECK enum status hsds_read_tree(const struct tree *tree, struct package *package);

/* The tables that a datapackage.json lists, from the files beside it. */
MUST_CHECK enum status hsds_read_files(const char *path, const struct hsds_reader *reader, const char *encoding,
				       struct package *package, struct fault *fault);

#endif
