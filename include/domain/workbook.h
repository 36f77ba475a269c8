/* workbook.h - everything recorded of one workshop, read into memory: what screens, clocks and reports are folded from.
 * Floor: domain. Filled by the store; owns its rows. Deleted rows are left out; lists are in their order (fields.def).
 * Every function borrows; a returned row is borrowed from the workbook, NULL where there is none. */
#ifndef DOMAIN_WORKBOOK_H
#define DOMAIN_WORKBOOK_H

#include "base/arena.h"
#include "domain/entity.h"
#include "domain/fact.h"

#include <stdbool.h>
#include <stddef.h>

#define ENTITY(entity, plural, home, order) \
	struct entity##_list {              \
		struct entity *at;          \
		size_t len;                 \
	};
#define FIELD(entity, member, type, limit, reach, erasable)
#define END_ENTITY(entity)
#include "domain/fields.def"

/* What people wrote into one field of a row without knowing of each other, and nobody has chosen from so far. The versions of a
 * field stand together: the one that stands, then the others, newest first. */
enum version_place { VERSION_THIS_CONSOLE, VERSION_THIS_COMPUTER, VERSION_ELSEWHERE };
struct version {
	const char *id;
	const struct field_info *field;
	struct value value;
	struct stamp stamp;
	enum version_place place;
	char role[12]; /* the console's screen, as store_sign() was told; "" : not known */
	int64_t table; /* its table; 0: none, or not known */
};
struct version_list {
	struct version *at;
	size_t len;
};

struct workbook {
	struct arena arena;
	int64_t seen; /* how far the file's log was read: batch.seen */
	struct version_list versions;
	size_t room[ENTITY_COUNT]; /* rows there is room for, where there is more than it was read with */
	size_t worn;               /* rows that were put in since it was read: what they took the place of is still in the arena */
#define ENTITY(entity, plural, home, order) struct entity##_list plural;
#define FIELD(entity, member, type, limit, reach, erasable)
#define END_ENTITY(entity)
#include "domain/fields.def"
};

void workbook_done(struct workbook *book);

/* The list of an entity, whatever it is, as rows of entity_infos[entity].size bytes. */
size_t workbook_len(const struct workbook *book, enum entity entity);
struct row *workbook_row(const struct workbook *book, enum entity entity, size_t index);
void workbook_set_rows(struct workbook *book, enum entity entity, void *rows, size_t len); /* rows live in book->arena */
struct row *workbook_find(const struct workbook *book, enum entity entity, const char *id);

const struct workshop *workbook_workshop(const struct workbook *book);
const struct item *workbook_item(const struct workbook *book, const char *id);
const struct table *workbook_table(const struct workbook *book, int64_t number);
const struct table *workbook_table_by_id(const struct workbook *book, const char *id);
const struct card *workbook_card(const struct workbook *book, const char *id);
const struct storyline *workbook_storyline(const struct workbook *book, const char *table); /* a table's first */
const struct case_story *workbook_case(const struct workbook *book); /* the first */
/* What a step of the agenda reads: the case of its round; in a step that comes once, the first. */
const struct case_story *workbook_case_of(const struct workbook *book, const struct item *item);
const struct letter *workbook_letter(const struct workbook *book);

/* The rows of a list whose REF field `field` is `id`, from index `from` on: the index, or the list's length.
 * for (size_t i = workbook_next(book, FIELD_step_storyline, id, 0); i < book->steps.len; i = workbook_next(…, i + 1)) */
size_t workbook_next(const struct workbook *book, enum field field, const char *id, size_t from);

/* The versions of a row's field, *ret_len of them; NULL: there is but one. */
const struct version *workbook_versions(const struct workbook *book, const char *id, enum field field, size_t *ret_len);

/* Adds the new rows of a batch that has been written, as reading the file again would show them. It may change no row that
 * the workbook holds already. */
void workbook_take(struct workbook *book, const struct batch *batch);

/* The row as it stands now takes the place of the one with its id, and stands where the order of its list has it. Its texts live in
 * book->arena. What is dropped need not be there. */
void workbook_put_row(struct workbook *book, enum entity entity, const struct row *row);
void workbook_drop_row(struct workbook *book, enum entity entity, const char *id);

/* One workshop's own rows out of an outline of many: *ret_part borrows the outline's texts, and is freed before it. */
void workbook_part(const struct workbook *outline, const char *workshop, struct workbook *ret_part);

/* All of them in one pass: at[i] is of outline->workshops.at[i], and is not freed by itself. */
struct parts {
	struct arena arena;
	struct workbook *at;
	size_t len;
};
void workbook_parts(const struct workbook *outline, struct parts *ret_parts);
void parts_done(struct parts *parts);

#endif
