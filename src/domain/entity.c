#include "domain/entity.h"

#include "base/mem.h"

#include <assert.h>
#include <string.h>

enum { OPEN = REACH_OPEN, ROOM_ONLY = REACH_ROOM_ONLY, PRIVATE = REACH_PRIVATE, SEALED = REACH_SEALED };
enum { KEEP = 0, ERASE = 1 };

#define TYPE_TEXT FIELD_TYPE_TEXT, NULL
#define TYPE_LINES FIELD_TYPE_LINES, NULL
#define TYPE_REF FIELD_TYPE_REF, NULL
#define TYPE_ORDER FIELD_TYPE_ORDER, NULL
#define TYPE_NUMBER FIELD_TYPE_NUMBER, NULL
#define TYPE_MOMENT FIELD_TYPE_MOMENT, NULL
#define TYPE_CODE_OF(list) FIELD_TYPE_CODE, &codes_##list

/* TYPE_x says type and code list in one breath; this puts the two where they belong. */
#define INFO(entity, member, reach, erasable, limit, ...) INFO_(entity, member, reach, erasable, limit, __VA_ARGS__)
#define INFO_(entity, member, reach_, erasable, limit, type, codes) \
	{ FIELD_##entity##_##member, #member, type, limit, (enum reach)reach_, erasable, codes, offsetof(struct entity, member) },

#define ENTITY(entity, plural, home, order) static const struct field_info fields_##entity[] = {
#define FIELD(entity, member, type, limit, reach, erasable) INFO(entity, member, reach, erasable, limit, TYPE_##type)
#define END_ENTITY(entity) };
#include "domain/fields.def"

#define ENTITY(entity, plural, home, order)                                                                              \
	{ ENTITY_##entity, #entity, #plural, HOME_##home, #order, fields_##entity, COUNT(fields_##entity), \
	  sizeof(struct entity) },
#define FIELD(entity, member, type, limit, reach, erasable)
#define END_ENTITY(entity)
const struct entity_info entity_infos[ENTITY_COUNT] = {
#include "domain/fields.def"
};

static const struct field_info gone_info = {
	.field = FIELD_gone, .name = "gone", .type = FIELD_TYPE_NUMBER, .limit = 1, .offset = offsetof(struct row, gone),
};

#define ENTITY(entity, plural, home, order)
#define FIELD(entity, member, type, limit, reach, erasable) [FIELD_##entity##_##member] = ENTITY_##entity,
#define END_ENTITY(entity)
static const enum entity entity_of_field[FIELD_COUNT] = {
#include "domain/fields.def"
};

enum entity field_entity(enum field field)
{
	assert(field != FIELD_gone);
	return entity_of_field[field];
}

const struct field_info *field_info_of(enum field field)
{
	if (field == FIELD_gone)
		return &gone_info;
	const struct entity_info *info = &entity_infos[field_entity(field)];
	return &info->fields[field - info->fields[0].field];
}

const struct field_info *entity_field(const struct entity_info *info, const char *name)
{
	if (strcmp(name, gone_info.name) == 0)
		return &gone_info;
	for (size_t i = 0; i < info->fields_len; i++)
		if (info->fields[i].name[0] == *name && strcmp(info->fields[i].name, name) == 0)
			return &info->fields[i];
	return NULL;
}

const struct entity_info *entity_of_name(const char *name)
{
	for (size_t i = 0; i < ENTITY_COUNT; i++)
		if (strcmp(entity_infos[i].name, name) == 0)
			return &entity_infos[i];
	return NULL;
}

int field_type_is_text(enum field_type type)
{
	return type == FIELD_TYPE_TEXT || type == FIELD_TYPE_LINES || type == FIELD_TYPE_REF || type == FIELD_TYPE_ORDER;
}

/* Members are read and written as bytes: their types differ, their sizes are these three. */
static_assert(sizeof(enum verb) == sizeof(unsigned), "a code is kept in an unsigned");

struct value row_value(const struct row *row, const struct field_info *field)
{
	const char *at = (const char *)row + field->offset;
	struct value value = { "", 0 };
	unsigned code;

	if (field_type_is_text(field->type)) {
		memcpy(&value.text, at, sizeof value.text);
	} else if (field->type == FIELD_TYPE_CODE) {
		memcpy(&code, at, sizeof code);
		value.number = code;
	} else {
		memcpy(&value.number, at, sizeof value.number);
	}
	return value;
}

void row_set(struct row *row, const struct field_info *field, struct value value)
{
	char *at = (char *)row + field->offset;
	unsigned code = (unsigned)value.number;

	if (field_type_is_text(field->type))
		memcpy(at, &value.text, sizeof value.text);
	else if (field->type == FIELD_TYPE_CODE)
		memcpy(at, &code, sizeof code);
	else
		memcpy(at, &value.number, sizeof value.number);
}
