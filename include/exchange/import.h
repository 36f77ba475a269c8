/* import.h - people and cards from spreadsheets (CSV), again and again without doubles.
 * Floor: exchange. Fills a batch; writes nothing itself, so a dry run is a batch thrown away.
 *
 * Columns are the fields of fields.def by name, or by their Japanese labels, in any order; only the name is needed.
 * Headers are compared by their fold key without spaces, _ and -. Columns that mean nothing here are told; a
 * card keeps what they say as its `extra`. An empty cell says nothing: it never blanks what is recorded. Codes are taken as code, label or Japanese word,
 * or one of the words between ・; consent only from a clear yes (1, yes, はい, ○ …), no (0, no, いいえ, × …) or empty,
 * which is no.
 *
 * Data sets as Japanese municipalities and ministries publish them are taken as they are (field.md 5.2): their headers in old
 * and new form, a field in several columns (an address in pieces, days and hours), their rows known again by what the source
 * knows them by (dataset.h).
 *
 * What somebody said of the columns (import_map) is kept where our guess is another, for all files of the same header row, and
 * read by again. What is said anew of a field or a column goes before what was kept of it.
 *
 * Which recorded row is meant, by fold key, the surest way first for the whole file:
 * 1. a card by its number;
 * 2. a card by the key of its source;
 * 3. a row without either by its name and place (a card's area, a person's affiliation);
 * 4. a row that says no place by its name alone; a row that says one may also be the row of its name that has none
 *    yet, or that stood there until its place was changed here; and a card with a new number or key the one that had none.
 * What was changed here since a source said it stays, and is told (field.md 3, invariant 19): a card remembers what was said of
 * each field last, and what stands there now is either still that, and follows the source, or somebody's own. Where a card does
 * not remember (it was written here, or imported by an older program), what is said fills empty fields only; what is the
 * same is remembered from then on. An export of ours says in a column of its own what stood when it was written: who edits it in a
 * spreadsheet changes whatever nobody has changed here meanwhile.
 *
 * Else it is new. If all that is said stands so already, the row is the same. Where more than one is meant, or two rows
 * of the file say different things of one, the row is refused. The same file imported again therefore adds and changes
 * nothing. Good rows all go into the batch, bad ones are refused by number, never half a row. */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>

/* --map FIELD=COLUMN: the field by its name or label, the column by its header; "": no column says the field. */
struct import_map {
	const char *field, *column;
};

/* What was said of the same header row before: is followed and kept up; is forgotten; or does not matter, since the columns are
 * ours. */
enum import_memory { IMPORT_REMEMBERS, IMPORT_FORGETS, IMPORT_KNOWS };

struct import_options {
	const char *encoding; /* NULL: find out */
	const struct import_map *maps;
	size_t maps_len;
	enum import_memory memory;
	bool overwrites; /* cards: what was changed here becomes what the file says, too */
	bool invites; /* people: to the book's workshop (engine/guests.h); what they answered and do there is said of the invitation */
};

/* Of which columns a field is read. */
struct import_mapping {
	const struct field_info *field;
	const char *column; /* its header; several joined by " + " */
};

/* What becomes of a row. */
enum import_fate { IMPORT_SAME, IMPORT_ADDED, IMPORT_CHANGED, IMPORT_INVITED, IMPORT_REFUSED };
const char *import_fate_words(enum import_fate fate); /* in the user's language */
struct import_row {
	size_t row; /* as the spreadsheet numbers it */
	const char *name;
	enum import_fate fate;
};
enum { IMPORT_ROWS_TOLD = 100 };

/* A field of a card that stays as it was changed here, though the file says something else. */
struct import_kept {
	size_t row;
	const char *name; /* of the card, as the file says it */
	const struct field_info *field;
};

struct import_refusal {
	size_t row;         /* as the spreadsheet numbers it */
	const char *reason; /* a sentence */
};

/* Zeroed is a valid empty one. Owns its texts. */
struct import_result {
	struct arena arena;
	size_t added, changed, same; /* rows; who is only newly invited is changed */
	size_t invited;
	size_t removed; /* steps of an agenda; nothing else is ever removed */
	struct import_kept *kept;
	size_t kept_len;
	struct import_refusal *refused;
	size_t refused_len;
	struct import_mapping *mapping;
	size_t mapping_len;
	bool remembered; /* some columns are read as was said for an earlier file */
	struct import_row *rows; /* the first IMPORT_ROWS_TOLD */
	size_t rows_len;
	struct import_refusal *namesakes; /* rows that were added beside somebody of the same name */
	size_t namesakes_len;
	const char **others; /* headers of columns that no field is read from */
	size_t others_len;
	bool others_kept;    /* with the card, as its `extra` */
	const char *dataset; /* the published data set that the file is one of; NULL: none that is known */
	const char *encoding; /* what the file turned out to be; NULL from import_rows() */
};

void import_result_done(struct import_result *result);

/* entity is ENTITY_person or ENTITY_card; book holds the directory as it stands, and the workshop to invite to. ST_INVALID where the file as a whole
 * cannot be read (not text, quotation marks, no column for the name, a mapping that names no field or no column): batch
 * and result are unchanged then. */
MUST_CHECK enum status import_rows(const char *text, size_t len, enum entity entity, const struct workbook *book,
				   const struct import_options *options, const struct env *env, struct batch *batch,
				   struct import_result *ret_result, struct fault *fault);
MUST_CHECK enum status import_file(const char *path, enum entity entity, const struct workbook *book,
				   const struct import_options *options, const struct env *env, struct batch *batch,
				   struct import_result *ret_result, struct fault *fault);

/* The agenda of the book's workshop becomes what the file says (exchange/template.h; its title and purpose are not
 * taken). Steps are known again by their titles; one that the file leaves out is deleted. The tables that it names take
 * their themes and rooms from it, by their numbers. ST_REFUSED once a step has
 * been started: what was timed must not move. */
MUST_CHECK enum status import_agenda(const char *path, const struct workbook *book,
				     const struct import_options *options, const struct env *env, struct batch *batch,
				     struct import_result *ret_result, struct fault *fault);

/* What the columns of a file are headed, in the arena; "" where one is not. */
MUST_CHECK enum status import_headers(const char *path, struct arena *arena, const char ***ret_headers, size_t *ret_len,
				      struct fault *fault);

/* The Japanese header of a person's or card's field, as exports write it; its name where there is none. */
const char *import_label(const struct field_info *field);

#endif
