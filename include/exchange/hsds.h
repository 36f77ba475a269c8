/* hsds.h - resource cards as Open Referral HSDS 3.0, for directories elsewhere, and back again.
 * Floor: exchange. Source: openreferral/specification 3.0; field.md 5.1 has the mapping.
 *
 * A card is a service of an organization; a group that has none gets one of its own name. What no column says is an attribute by
 * our own taxonomy (“yoriai 資源分類”). A card keeps its id from export to export, and what came in keeps the one it came with, so
 * a package that is exported, imported and exported again is the same. Numbers of cards are this table's own and stay here.
 * Two forms: JSON (a list of services, each with all that is its own inside), and a tabular data package (a folder with
 * datapackage.json and a CSV file a table). */
#ifndef EXCHANGE_HSDS_H
#define EXCHANGE_HSDS_H

#include "base/buf.h"
#include "base/tree.h"
#include "exchange/import.h"
#include "exchange/profile.h"

/* The cards that may leave: a person's own (kind 人) with their consent only. *ret_withheld says how many stay. What the profile may not
 * see is not there (exchange/veil.h). */
void hsds_write_json(const struct workbook *book, enum profile profile, struct buf *out, size_t *ret_withheld);

/* The files of a data package. Zeroed is a valid empty one. */
struct hsds_file {
	const char *name;
	struct buf bytes;
};
enum { HSDS_FILES_MAX = 16 };
struct hsds_files {
	struct hsds_file at[HSDS_FILES_MAX];
	size_t len;
};
void hsds_write_files(const struct workbook *book, enum profile profile, struct hsds_files *ret_files, size_t *ret_withheld);
void hsds_files_done(struct hsds_files *files);
/* May a file of this name lie in a package's folder? */
bool hsds_knows_file(const char *name);

/* Who reads JSON: the floor of the database does, so the caller brings it (store/json.h). The tree lives in the arena. */
struct hsds_reader {
	enum status (*read)(void *ctx, const char *text, size_t len, struct arena *arena, struct tree *ret_tree,
			    struct fault *fault);
	void *ctx;
};

/* A folder, its datapackage.json, or any other file that is called .json. */
bool hsds_is_package(const char *path);

/* As import_file() does with a spreadsheet of cards; options may name an encoding, and no columns. Refused rows are services: of
 * services.csv, or as the list counts them. What is said and has no field here lies with the card, or is named in `others`. */
MUST_CHECK enum status hsds_import(const char *path, const struct hsds_reader *reader, const struct workbook *book,
				   const struct import_options *options, const struct env *env, struct batch *batch,
				   struct import_result *ret_result, struct fault *fault);

#endif
