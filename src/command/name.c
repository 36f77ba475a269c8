/* name.c - finding the command that a typed line begins with. */
#include "command/name.h"

#include "base/buf.h"
#include "base/mem.h"
#include "text/fold.h"
#include "text/text.h"

#include <string.h>

enum { NAME_WORDS_MAX = 8 }; /* no name and no hint has more */

static void fold_name(struct buf *out, const char *name, size_t len)
{
	text_fold(out, name, len);
	for (size_t i = 0; i < out->len; i++)
		if (out->bytes[i] == '_')
			out->bytes[i] = ' ';
}

/* --- one command ------------------------------------------------------------------------------------------------------ */

enum fit { FITS_NOT, FITS_BEGINNING, FITS_WHOLE };

/* How the folded words stand to one of a command's names. */
static enum fit fit_name(const char *name, size_t len, const char *words)
{
	struct buf folded = { 0 };
	size_t words_len = strlen(words);

	fold_name(&folded, name, len);
	enum fit fit = strncmp(buf_text(&folded), words, words_len) ? FITS_NOT : folded.len == words_len ? FITS_WHOLE : FITS_BEGINNING;
	buf_done(&folded);
	return fit;
}

static enum fit better(enum fit a, enum fit b)
{
	return a > b ? a : b;
}

static enum fit fit_command(enum command command, const char *words)
{
	static const char typed[] = "_typed";
	const char *whole = command_infos[command].name, *name = strchr(whole, '.') + 1;
	const char *hint = command_hint(command), *english = command_infos[command].hint;
	size_t len = strlen(name), typed_len = strlen(typed);
	enum fit fit = fit_name(name, len, words);

	fit = better(fit, fit_name(hint, strlen(hint), words));
	fit = better(fit, fit_name(english, strlen(english), words));
	if (len > typed_len && strcmp(name + len - typed_len, typed) == 0)
		fit = better(fit, fit_name(name, len - typed_len, words));
	return fit_name(whole, strlen(whole), words) == FITS_WHOLE ? FITS_WHOLE : fit;
}

/* --- the commands of a scope ------------------------------------------------------------------------------------------ */

static size_t find_in_scope(enum command_scope scope, const char *words, enum fit least, enum command *found, size_t max)
{
	size_t len = 0;

	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
		if (command_infos[command].scope == scope && fit_command(command, words) >= least && len < max)
			found[len++] = command;
	return len;
}

/* Whole names count in the first scope that has one; beginnings must be alone in all of them. */
static size_t find(enum command_scope scope, const char *words, enum fit least, enum command *found, size_t max)
{
	size_t len = find_in_scope(scope, words, least, found, max);

	while (scope_parent(scope) != scope && (len == 0 || least != FITS_WHOLE)) {
		scope = scope_parent(scope);
		len += find_in_scope(scope, words, least, found + len, max - len);
	}
	return len;
}

/* --- the line --------------------------------------------------------------------------------------------------------- */

static bool is_blank(int32_t point)
{
	return point == ' ' || point == '\t' || point == 0x3000;
}

/* Where the line's first words end. */
static size_t split(const char *line, const char *ends[NAME_WORDS_MAX])
{
	const char *at = line, *end = line + strlen(line);
	size_t len = 0;
	bool inside = false;

	while (at < end && len < NAME_WORDS_MAX) {
		const char *before = at;
		bool blank = is_blank(text_next_code_point(&at, end));
		if (inside && blank)
			ends[len++] = before;
		inside = !blank;
	}
	if (inside && len < NAME_WORDS_MAX)
		ends[len++] = end;
	return len;
}

static size_t find_words(enum command_scope scope, const char *line, const char *end, enum fit least, enum command *found,
			 size_t max)
{
	struct buf words = { 0 };

	fold_name(&words, line, (size_t)(end - line));
	size_t len = find(scope, buf_text(&words), least, found, max);
	buf_done(&words);
	return len;
}

static enum command command_of_character(enum command_scope scope, const char *line, const char *end)
{
	const char *at = line;
	struct key key = { .code = KEYCODE_CHAR, .point = (uint32_t)text_next_code_point(&at, end) };

	return at == end ? command_of_key(scope, key) : CMD_NONE;
}

/* A number by itself answers something that is perhaps no longer asked: it must not ring a bell. */
static bool is_number(const char *line, const char *end)
{
	struct buf word = { 0 };

	text_fold(&word, line, (size_t)(end - line));
	bool is_one = strspn(buf_text(&word), "0123456789") == word.len;
	buf_done(&word);
	return is_one;
}

static const char *after_blanks(const char *text)
{
	size_t len;

	return text_trim(text, strlen(text), &len);
}

size_t command_of_line(enum command_scope scope, const char *line, enum command *found, size_t max, const char **ret_words)
{
	const char *ends[NAME_WORDS_MAX];

	line = after_blanks(line);
	size_t words = split(line, ends), len = 0, used = words;
	*ret_words = "";
	if (words > 0 && is_number(line, ends[0]))
		return 0;
	while (used > 0 && !(len = find_words(scope, line, ends[used - 1], FITS_WHOLE, found, max)))
		used--;
	if (len == 0 && words > 0 && (found[0] = command_of_character(scope, line, ends[0])) != CMD_NONE)
		len = used = 1;
	for (; len == 0 && words > 0; words--) {
		used = words;
		len = find_words(scope, line, ends[words - 1], FITS_BEGINNING, found, max);
	}
	if (len == 1)
		*ret_words = after_blanks(ends[used - 1]);
	return len;
}

bool command_is_named(enum command command, const char *line)
{
	struct buf words = { 0 };

	fold_name(&words, line, strlen(line));
	bool is = fit_command(command, buf_text(&words)) == FITS_WHOLE;
	buf_done(&words);
	return is;
}
