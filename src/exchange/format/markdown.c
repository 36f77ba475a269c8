#include "markdown.h"

#include "text/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Markup wherever they stand, in CommonMark or in what GitHub and pandoc add; a backslash makes any of them plain. */
static const char anywhere[] = "\\`*_[]<>|~&#$^{}";
/* Markup at the start of a line: lists, rules, underlined headings, definitions. */
static const char at_start[] = "-+=:%!";

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* "12." and "12)" at the start of a line would begin a numbered list. */
static size_t list_number_len(const char *line, size_t len)
{
	size_t digits = 0;

	while (digits < len && isdigit((unsigned char)line[digits]))
		digits++;
	return digits > 0 && digits < len && (line[digits] == '.' || line[digits] == ')') ? digits : 0;
}

/* One line without its end. Blanks at both ends would indent or break it. */
static void add_line(struct buf *out, const char *line, size_t len)
{
	while (len > 0 && is_blank(line[len - 1]))
		len--;
	while (len > 0 && is_blank(*line))
		line++, len--;
	size_t number_len = list_number_len(line, len);
	for (size_t i = 0; i < len; i++) {
		bool first = i == 0 && strchr(at_start, line[i]);
		if (strchr(anywhere, line[i]) || first || (number_len > 0 && i == number_len))
			buf_add_char(out, '\\');
		if (!is_blank(line[i]) || !is_blank(line[i - 1]))
			buf_add_char(out, is_blank(line[i]) ? ' ' : line[i]);
	}
}

void markdown_text(struct buf *out, const char *text)
{
	struct buf clean = { 0 };
	size_t len;

	/* Wide spaces at an end would keep bold type from closing. */
	text_clean(&clean, text, strlen(text), false);
	const char *line = text_trim(buf_text(&clean), clean.len, &len);
	add_line(out, line, len);
	buf_done(&clean);
}

static bool has_words(const char *line, size_t len)
{
	while (len > 0 && is_blank(*line))
		line++, len--;
	return len > 0;
}

/* A backslash before a line's end keeps it an end. */
void markdown_lines(struct buf *out, const char *text, const char *indent)
{
	struct buf clean = { 0 };
	bool begun = false, parted = false;

	text_clean(&clean, text, strlen(text), true);
	for (const char *line = buf_text(&clean), *end; *line; line = *end ? end + 1 : end) {
		end = strchrnul(line, '\n');
		if (!has_words(line, (size_t)(end - line))) {
			parted = true;
			continue;
		}
		if (begun) {
			buf_add_text(out, parted ? "\n\n" : "\\\n");
			buf_add_text(out, indent);
		}
		add_line(out, line, (size_t)(end - line));
		begun = true;
		parted = false;
	}
	buf_done(&clean);
}

void markdown_label(struct buf *out, const char *label)
{
	buf_addf(out, "- **%s:** ", label);
}
