#include "html.h"

#include "base/i18n.h"
#include "text/markup.h"
#include "text/text.h"

#include <stdbool.h>
#include <string.h>

void html_text(struct buf *out, const char *text)
{
	struct buf clean = { 0 };

	text_clean(&clean, text, strlen(text), false);
	markup_add(out, buf_text(&clean), clean.len);
	buf_done(&clean);
}

void html_lines(struct buf *out, const char *text)
{
	struct buf clean = { 0 };
	bool open = false;
	size_t len;

	text_clean(&clean, text, strlen(text), true);
	for (const char *line = buf_text(&clean), *end; *line; line = *end ? end + 1 : end) {
		end = strchrnul(line, '\n');
		const char *words = text_trim(line, (size_t)(end - line), &len);
		if (len) {
			buf_add_text(out, open ? "<br>\n" : "<p>");
			markup_add(out, words, len);
		} else if (open) {
			buf_add_text(out, "</p>\n");
		}
		open = len > 0;
	}
	if (open)
		buf_add_text(out, "</p>\n");
	buf_done(&clean);
}

static void add_tag(struct buf *out, const char *tag, const char *class)
{
	buf_addf(out, "<%s", tag);
	if (*class)
		buf_addf(out, " class=\"%s\"", class);
	buf_add_char(out, '>');
}

void html_put(struct buf *out, const char *tag, const char *class, const char *text)
{
	if (!*text)
		return;
	add_tag(out, tag, class);
	html_text(out, text);
	buf_addf(out, "</%s>\n", tag);
}

/* A text inside a style sheet: what could end the string, or the style, is written by its number. */
static void add_style_text(struct buf *out, const char *text)
{
	struct buf clean = { 0 };

	text_clean(&clean, text, strlen(text), false);
	for (size_t i = 0; i < clean.len; i++) {
		if (strchr("\"\\<>&", clean.bytes[i]))
			buf_addf(out, "\\%x ", (unsigned)clean.bytes[i]);
		else
			buf_add_char(out, clean.bytes[i]);
	}
	buf_done(&clean);
}

static void add_foot(struct buf *out, const char *foot)
{
	if (!*foot)
		return;
	buf_add_text(out, "@page {\n\t@bottom-left { content: \"");
	add_style_text(out, foot);
	buf_add_text(out, "\" }\n\t@bottom-right { content: counter(page) \" / \" counter(pages) }\n}\n");
}

/* The policy says to the browser what is true anyway: nothing is fetched, nothing runs. */
void html_begin(struct buf *out, const struct html_head *head)
{
	buf_addf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", i18n_is_japanese() ? "ja" : "en");
	buf_add_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
			  "<meta name=\"viewport\" content=\"width=device-width\">\n");
	html_put(out, "title", "", head->title);
	buf_add_text(out, "<style>\n");
	for (const char *const *style = head->styles; *style; style++)
		buf_add_text(out, *style);
	add_foot(out, head->foot);
	buf_add_text(out, "</style>\n</head>\n");
	add_tag(out, "body", head->class);
	buf_add_char(out, '\n');
}

void html_end(struct buf *out)
{
	buf_add_text(out, "</body>\n</html>\n");
}
