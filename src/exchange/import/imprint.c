#include "exchange/imprint.h"

#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t hash_of(const struct field_info *field, struct value value)
{
	char digits[24];
	const char *text = value.text;

	if (field->type == FIELD_TYPE_CODE)
		text = code_text(field->codes, (unsigned)value.number);
	else if (!field_type_is_text(field->type))
		text = (snprintf(digits, sizeof digits, "%" PRId64, value.number), digits);
	uint64_t hash = hash_bytes(HASH_START, text, strlen(text));
	return (uint32_t)(hash ^ hash >> 32);
}

void imprint_take(struct imprint *imprint, const struct entity_info *info, size_t field, struct value value)
{
	imprint->has |= UINT64_C(1) << field;
	imprint->of[field] = hash_of(&info->fields[field], value);
}

bool imprint_is_of(const struct imprint *imprint, const struct entity_info *info, size_t field, struct value value)
{
	return (imprint->has >> field & 1) && imprint->of[field] == hash_of(&info->fields[field], value);
}

/* --- as text -------------------------------------------------------------------------------------------------------------- */

/* Fields are written in their order, so that each is looked for from the one before on. */
static size_t find_field(const struct entity_info *info, size_t from, const char *name, size_t len)
{
	for (size_t i = 0; i < info->fields_len; i++) {
		size_t at = (from + i) % info->fields_len;
		if (strncmp(info->fields[at].name, name, len) == 0 && info->fields[at].name[len] == '\0')
			return at;
	}
	return info->fields_len;
}

struct imprint imprint_of_text(const struct entity_info *info, const char *text)
{
	struct imprint imprint = { 0 };
	size_t field = 0;

	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		size_t len = strcspn(text, " "), name = strcspn(text, "= ");
		char *end;
		field = find_field(info, field % info->fields_len, text, name);
		if (name + 1 < len && field < info->fields_len) {
			uint32_t hash = (uint32_t)strtoul(text + name + 1, &end, 16);
			if (end == text + len) {
				imprint.has |= UINT64_C(1) << field;
				imprint.of[field] = hash;
			}
		}
		text += len;
	}
	return imprint;
}

static void add_hash(struct buf *out, uint32_t hash)
{
	for (int shift = 28; shift >= 0; shift -= 4)
		buf_add_char(out, "0123456789abcdef"[hash >> shift & 15]);
}

void imprint_add_text(const struct imprint *imprint, const struct entity_info *info, struct buf *out)
{
	size_t begin = out->len;

	for (size_t i = 0; i < info->fields_len; i++) {
		if (!(imprint->has >> i & 1))
			continue;
		if (out->len > begin)
			buf_add_char(out, ' ');
		buf_add_text(out, info->fields[i].name);
		buf_add_char(out, '=');
		add_hash(out, imprint->of[i]);
	}
}

static bool is_said(const struct field_info *field, struct value value)
{
	if (field->type == FIELD_TYPE_REF || field->field == FIELD_card_source_said)
		return false;
	return field->type == FIELD_TYPE_CODE || (field_type_is_text(field->type) ? *value.text : value.number != 0);
}

void imprint_of_card(const struct card *card, struct buf *out)
{
	const struct entity_info *info = &entity_infos[ENTITY_card];
	struct imprint imprint = { 0 };

	for (size_t i = 0; i < info->fields_len; i++) {
		struct value value = row_value((const struct row *)(const void *)card, &info->fields[i]);
		if (is_said(&info->fields[i], value))
			imprint_take(&imprint, info, i, value);
	}
	imprint_add_text(&imprint, info, out);
}
