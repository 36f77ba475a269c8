/* codes.h - the code lists of codes.def as enums, and their words.
 * Floor: domain. `enum formality` has FORMALITY_FORMAL and so on; value 0 is the list's first row, which an empty or unknown
 * text means. */
#ifndef DOMAIN_CODES_H
#define DOMAIN_CODES_H

#include <stdbool.h>
#include <stddef.h>

#define CODES(list) enum list {
#define CODE(LIST, NAME, code, label, alias) LIST##_##NAME,
#define END_CODES(list) };
#include "domain/codes.def"

struct code {
	const char *code;  /* as stored, and in CSV and JSON: "formal" */
	const char *label; /* English, the catalogue's key: show _(label) */
	const char *alias; /* Japanese, as spreadsheets write it */
};

struct code_list {
	const char *name;
	const struct code *codes;
	size_t len;
};

#define CODES(list) extern const struct code_list codes_##list;
#define CODE(LIST, NAME, code, label, alias)
#define END_CODES(list)
#include "domain/codes.def"

const char *code_text(const struct code_list *list, unsigned value);  /* "formal"; of the first row where out of range */
const char *code_label(const struct code_list *list, unsigned value); /* in the user's language */

/* A stored code. False, and 0, where the list has no such row (a newer program may have written it). */
bool code_of_text(const struct code_list *list, const char *text, unsigned *ret_value);

/* As people write it: the code, its label in any interface language, or its alias, without regard to ASCII case. */
bool code_of_words(const struct code_list *list, const char *words, unsigned *ret_value);

#endif
