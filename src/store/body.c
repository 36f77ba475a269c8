#include "body.h"

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

static bool read_member(const char **at, struct member *member)
{
	if (!read_text(at, &member->key) || *(*at)++ != ':')
		return false;
	member->is_text = **at == '"';
	return member->is_text ? read_text(at, &member->text) : read_number(at, &member->number);
}

bool body_read(const char *body, size_t len, struct member *scratch, member_visit *visit, void *ctx)
{
	const char *at = body, *end = body + len;

	if (strcmp(at, "{}") == 0)
		return len == 2;
	for (char before = '{'; *at == before; before = ',') {
		at++;
		if (!read_member(&at, scratch) || !visit(scratch, ctx))
			return false;
	}
	return *at == '}' && at + 1 == end;
}

static bool accept(const struct member *member, void *ctx)
{
	(void)member;
	(void)ctx;
	return true;
}

bool body_is_ours(const char *body, size_t len)
{
	struct member scratch = { 0 };
	bool is_ours = body_read(body, len, &scratch, accept, NULL);

	member_done(&scratch);
	return is_ours;
}

void member_done(struct member *member)
{
	buf_done(&member->key);
	buf_done(&member->text);
}
