/* entity.h - the rows of fields.def as structs, and what is known of each field.
 * Floor: domain. Generated names keep the stored name after the prefix, so that grep finds it: ENTITY_offer,
 * FIELD_offer_text, struct offer. Texts are never NULL in a row of a workbook; "" is "not said". */
#ifndef DOMAIN_ENTITY_H
#define DOMAIN_ENTITY_H

#include "domain/codes.h"
#include "domain/stamp.h"

#include <stddef.h>
#include <stdint.h>

enum home { HOME_WORKSHOP, HOME_DIRECTORY };
enum field_type { FIELD_TYPE_TEXT, FIELD_TYPE_LINES, FIELD_TYPE_NUMBER, FIELD_TYPE_MOMENT, FIELD_TYPE_REF, FIELD_TYPE_ORDER, FIELD_TYPE_CODE };
enum reach { REACH_OPEN, REACH_ROOM_ONLY, REACH_PRIVATE, REACH_SEALED };

/* What every row begins with. */
#define ROW_MEMBERS           \
	const char *id;       \
	const char *workshop; \
	struct stamp born;    \
	int64_t gone;

struct row {
	ROW_MEMBERS
};

#define MEMBER_TEXT const char *
#define MEMBER_LINES const char *
#define MEMBER_REF const char *
#define MEMBER_ORDER const char *
#define MEMBER_NUMBER int64_t
#define MEMBER_MOMENT int64_t
#define MEMBER_CODE_OF(list) enum list

#define ENTITY(entity, plural, home, order) \
	struct entity {                     \
		ROW_MEMBERS
#define FIELD(entity, member, type, limit, reach, erasable) MEMBER_##type member;
#define END_ENTITY(entity) };
#include "domain/fields.def"

#define ENTITY(entity, plural, home, order) ENTITY_##entity,
#define FIELD(entity, member, type, limit, reach, erasable)
#define END_ENTITY(entity)
enum entity {
#include "domain/fields.def"
	ENTITY_COUNT
};

/* FIELD_gone stands first: it belongs to every entity. */
#define ENTITY(entity, plural, home, order)
#define FIELD(entity, member, type, limit, reach, erasable) FIELD_##entity##_##member,
#define END_ENTITY(entity)
enum field {
	FIELD_gone,
#include "domain/fields.def"
	FIELD_COUNT
};

struct field_info {
	enum field field;
	const char *name; /* as stored */
	enum field_type type;
	int64_t limit; /* bytes of a text, magnitude of a number; 0: none but the type's own */
	enum reach reach;
	int erasable;
	const struct code_list *codes; /* FIELD_TYPE_CODE only */
	size_t offset;                 /* of the member in the entity's struct */
};

struct entity_info {
	enum entity entity;
	const char *name, *plural;
	enum home home;
	const char *order; /* the field its rows are listed by, then by id; "born" is the stamp */
	const struct field_info *fields;
	size_t fields_len;
	size_t size; /* of the struct */
};

extern const struct entity_info entity_infos[ENTITY_COUNT];

const struct field_info *field_info_of(enum field field);
enum entity field_entity(enum field field);                                         /* not for FIELD_gone */
const struct field_info *entity_field(const struct entity_info *info, const char *name); /* NULL: no such field; knows "gone" */
const struct entity_info *entity_of_name(const char *name);                         /* NULL: no such entity */

/* A field's value, whatever its type: text for texts, refs and orders; number for numbers, moments and codes. */
struct value {
	const char *text;
	int64_t number;
};
int field_type_is_text(enum field_type type);
struct value row_value(const struct row *row, const struct field_info *field); /* borrowed from the row */
void row_set(struct row *row, const struct field_info *field, struct value value);  /* borrows value.text */

#endif
