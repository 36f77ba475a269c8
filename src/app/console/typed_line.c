/* typed_line.c - what is typed behind a command, taken by whatever asks for it. */
#include "console.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

const char *typed_line_take(struct typed_line *typed)
{
	const char *rest = typed->is_one ? typed->rest : "";

	typed->rest = "";
	return rest;
}

/* The end of the first word; full-width blanks part words, too. */
static const char *word_end(const char *text)
{
	const char *end = text + strlen(text), *at = text;

	while (at < end) {
		const char *before = at;
		int32_t point = text_next_code_point(&at, end);
		if (point == ' ' || point == '\t' || point == 0x3000)
			return before;
	}
	return end;
}

bool typed_line_take_number(struct typed_line *typed, int64_t *ret_number)
{
	const char *end = word_end(typed->rest);
	struct buf word = { 0 };
	char *after;
	size_t len;

	text_fold(&word, typed->rest, (size_t)(end - typed->rest));
	long long number = strtoll(buf_text(&word), &after, 10);
	bool is_number = word.len > 0 && !*after;
	buf_done(&word);
	if (!is_number)
		return false;
	typed->rest = text_trim(end, strlen(end), &len);
	*ret_number = number;
	return true;
}
