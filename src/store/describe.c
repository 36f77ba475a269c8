#include "store/care.h"

#include "row.h"

static const char *type_word(const struct field_info *field)
{
	static const char *const words[] = {
		[FIELD_TYPE_TEXT] = "text",     [FIELD_TYPE_LINES] = "lines", [FIELD_TYPE_NUMBER] = "number",
		[FIELD_TYPE_MOMENT] = "moment", [FIELD_TYPE_REF] = "id",      [FIELD_TYPE_ORDER] = "place in the list",
		[FIELD_TYPE_CODE] = "code",
	};

	return words[field->type];
}

static const char *reach_word(const struct field_info *field)
{
	static const char *const words[] = {
		[REACH_OPEN] = "open",
		[REACH_ROOM_ONLY] = "the room",
		[REACH_PRIVATE] = "facilitators",
		[REACH_SEALED] = "sealed until its step",
	};

	return words[field->reach];
}

static void describe_field(const struct field_info *field, struct buf *out)
{
	buf_addf(out, "| `%s` | %s", field->name, type_word(field));
	for (size_t i = 0; field->codes && i < field->codes->len; i++)
		buf_addf(out, "%s`%s`", i ? ", " : ": ", field->codes->codes[i].code);
	if (field->limit && field_type_is_text(field->type))
		buf_addf(out, ", at most %lld bytes", (long long)field->limit);
	else if (field->limit)
		buf_addf(out, ", at most %lld", (long long)field->limit);
	buf_addf(out, " | %s | %s |\n", reach_word(field), field->erasable ? "yes" : "");
}

void store_describe(struct buf *out)
{
	for (size_t i = 0; i < ENTITY_COUNT; i++) {
		const struct entity_info *info = &entity_infos[i];
		buf_addf(out, "%s## %s\n\n%s, listed by `%s`.\n\n", i ? "\n" : "", info->name,
			 info->home == HOME_DIRECTORY ? "Shared by all workshops" : "Of one workshop", info->order);
		buf_add_text(out, "| field | type | who may see it | erasable |\n|---|---|---|---|\n");
		for (size_t k = 0; k < info->fields_len; k++)
			describe_field(&info->fields[k], out);
	}
}
