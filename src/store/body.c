#include "merge_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* It is written by json_object(). What is spelt otherwise (a blank, a letter as a number) is not ours: so nothing else need
 * be understood, and what is understood need not be written once more to be compared. */

static bool read_letter(const char **at, char *ret_letter)
{
	static const char spelt[] = "\"\\nt", meant[] = "\"\\\n\t";
	const char *which = (*at)[1] ? strchr(spelt, (*at)[1]) : NULL;

	if (!which)
		return false;
	*ret_letter = meant[which - spelt];
	*at += 2;
	return true;
}

static bool read_text(const char **at, struct buf *text)
{
	const char *from = *at;

	buf_clear(text);
	if (*from++ != '"')
		return false;
	while (*from != '"') {
		const char *plain = from;
		char letter;
		while (*from != '"' && *from != '\\' && (unsigned char)*from >= ' ')
			from++;
		buf_add(text, plain, (size_t)(from - plain));
		if (*from == '"')
			break;
		if (*from != '\\' || !read_letter(&from, &letter))
			return false;
		buf_add_char(text, letter);
	}
	*at = from + 1;
	return true;
}

static bool read_number(const char **at, int64_t *ret_number)
{
	char *end, again[24];
	long long number = strtoll(*at, &end, 10);
	int len = snprintf(again, sizeof again, "%lld", number);

	if (end - *at != len || memcmp(*at, again, (size_t)len) != 0)
		return false;
	*ret_number = number;
	*at = end;
	return true;
}

bool member_read(const char **at, struct member *member)
{
	if (!read_text(at, &member->key) || *(*at)++ != ':')
		return false;
	member->is_text = **at == '"';
	return member->is_text ? read_text(at, &member->text) : read_number(at, &member->number);
}

bool body_is_ours(const char *body, size_t len)
{
	struct member member = { 0 };
	const char *at = body;
	bool is_ours = strcmp(body, "{}") != 0;

	for (char before = '{'; is_ours && *at == before; before = ',') {
		at++;
		is_ours = member_read(&at, &member);
	}
	member_done(&member);
	return is_ours ? *at == '}' && at + 1 == body + len : len == strlen("{}") && strcmp(body, "{}") == 0;
}

void member_done(struct member *member)
{
	buf_done(&member->key);
	buf_done(&member->text);
}
