#include "domain/codes.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>
#include <strings.h>

#define CODES(list) static const struct code rows_##list[] = {
#define CODE(LIST, NAME, code, label, alias) { code, label, alias },
#define END_CODES(list) };
#include "domain/codes.def"

#define CODES(list) const struct code_list codes_##list = { #list, rows_##list, COUNT(rows_##list) };
#define CODE(LIST, NAME, code, label, alias)
#define END_CODES(list)
#include "domain/codes.def"

static const struct code *row_at(const struct code_list *list, unsigned value)
{
	return &list->codes[value < list->len ? value : 0];
}

const char *code_text(const struct code_list *list, unsigned value)
{
	return row_at(list, value)->code;
}

const char *code_label(const struct code_list *list, unsigned value)
{
	return _(row_at(list, value)->label);
}

bool code_of_text(const struct code_list *list, const char *text, unsigned *ret_value)
{
	*ret_value = 0;
	for (size_t i = 0; i < list->len; i++) {
		if (strcmp(list->codes[i].code, text) != 0)
			continue;
		*ret_value = (unsigned)i;
		return true;
	}
	return false;
}

bool code_of_words(const struct code_list *list, const char *words, unsigned *ret_value)
{
	*ret_value = 0;
	for (size_t i = 0; i < list->len; i++) {
		const struct code *row = &list->codes[i];
		if (strcasecmp(row->code, words) != 0 && strcasecmp(row->label, words) != 0 &&
		    strcmp(row->alias, words) != 0 && strcasecmp(_(row->label), words) != 0)
			continue;
		*ret_value = (unsigned)i;
		return true;
	}
	return false;
}
