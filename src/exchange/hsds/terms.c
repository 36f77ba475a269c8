#include "terms.h"

#include "base/mem.h"
#include "exchange/import.h"

#include <stdio.h>

const char terms_taxonomy_name[] = "yoriai 資源分類";
const char terms_taxonomy_description[] = "地域の社会資源カードを、寄り合いの場で見分けるための分類";

static const enum field fields[] = {
	FIELD_card_kind, FIELD_card_formality, FIELD_card_state, FIELD_card_consent, FIELD_card_kana, FIELD_card_offers, FIELD_card_url,
	FIELD_card_verified_on, FIELD_card_source, FIELD_card_note, FIELD_card_source_key, FIELD_card_extra,
};

static size_t terms_of_field(const struct field_info *field)
{
	return field->codes ? field->codes->len : 1;
}

bool terms_at(size_t at, struct term *ret_term)
{
	for (size_t i = 0; i < COUNT(fields); i++) {
		const struct field_info *field = field_info_of(fields[i]);
		if (at < terms_of_field(field)) {
			*ret_term = (struct term){ field, (unsigned)at };
			return true;
		}
		at -= terms_of_field(field);
	}
	return false;
}

bool terms_of_card(const struct card *card, enum field field, struct term *ret_term)
{
	const struct field_info *info = field_info_of(field);
	struct value value = row_value((const struct row *)card, info);

	*ret_term = (struct term){ info, info->codes ? (unsigned)value.number : 0 };
	return field_type_is_text(info->type) ? value.text[0] != '\0' : value.number != 0;
}

struct uuid terms_taxonomy(void)
{
	return uuid_of("taxonomy", terms_taxonomy_name);
}

void terms_code(const struct term *term, char ret_code[TERM_CODE_LEN])
{
	const char *code = term->field->codes ? code_text(term->field->codes, term->code) : NULL;

	snprintf(ret_code, TERM_CODE_LEN, "%s%s%s", term->field->name, code ? ":" : "", code ? code : "");
}

struct uuid terms_uuid(const struct term *term)
{
	char code[TERM_CODE_LEN];

	terms_code(term, code);
	return uuid_of("term", code);
}

const char *terms_name(const struct term *term)
{
	return term->field->codes ? term->field->codes->codes[term->code].alias : import_label(term->field);
}
