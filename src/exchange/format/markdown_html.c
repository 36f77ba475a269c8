#include "markdown_html.h"

#include "html.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { DEPTH_MAX = 8, COLUMNS_MAX = 16, HEADING_MAX = 6 };

/* A list that is open, with an item in it. */
struct list {
	size_t indent, content; /* columns of its markers, and of what stands behind them */
	bool is_numbered;
};

struct reader {
	struct buf *out;
	struct list lists[DEPTH_MAX];
	size_t depth;
	bool in_paragraph; /* a <p> is open */
	bool in_table;
	bool is_broken;    /* the line before ended in a backslash: this one goes on with it */
	bool right[COLUMNS_MAX];
};

/* One line without its end. */
struct text {
	const char *at;
	size_t len;
};

/* --- within a line ---------------------------------------------------------------------------------------------------- */

static void add_plain(struct buf *out, struct buf *plain)
{
	html_text(out, buf_text(plain));
	buf_clear(plain);
}

static void add_inline(struct buf *out, struct text text)
{
	struct buf plain = { 0 };
	bool is_strong = false;

	for (size_t i = 0; i < text.len; i++) {
		bool has_next = i + 1 < text.len;
		if (text.at[i] == '\\' && has_next && ispunct((unsigned char)text.at[i + 1])) {
			buf_add_char(&plain, text.at[++i]);
		} else if (text.at[i] == '*' && has_next && text.at[i + 1] == '*') {
			add_plain(out, &plain);
			buf_add_text(out, is_strong ? "</b>" : "<b>");
			is_strong = !is_strong;
			i++;
		} else {
			buf_add_char(&plain, text.at[i]);
		}
	}
	add_plain(out, &plain);
	if (is_strong)
		buf_add_text(out, "</b>");
	buf_done(&plain);
}

/* A backslash at the end that is not escaped itself. */
static bool ends_broken(struct text text)
{
	size_t slashes = 0;

	while (slashes < text.len && text.at[text.len - 1 - slashes] == '\\')
		slashes++;
	return slashes % 2;
}

/* --- blocks ----------------------------------------------------------------------------------------------------------- */

static void close_paragraph(struct reader *reader)
{
	if (reader->in_paragraph)
		buf_add_text(reader->out, "</p>\n");
	if (reader->in_table)
		buf_add_text(reader->out, "</table>\n");
	reader->in_paragraph = reader->in_table = false;
}

static void close_list(struct reader *reader)
{
	close_paragraph(reader);
	buf_add_text(reader->out, reader->lists[--reader->depth].is_numbered ? "</li>\n</ol>\n" : "</li>\n</ul>\n");
}

static void close_all(struct reader *reader)
{
	close_paragraph(reader);
	while (reader->depth)
		close_list(reader);
}

static void add_line(struct reader *reader, struct text text)
{
	reader->is_broken = ends_broken(text);
	add_inline(reader->out, (struct text){ text.at, text.len - reader->is_broken });
	if (reader->is_broken)
		buf_add_text(reader->out, "<br>\n");
}

static bool add_heading(struct reader *reader, struct text line)
{
	size_t level = 0;

	while (level < line.len && line.at[level] == '#')
		level++;
	if (level == 0 || level > HEADING_MAX || level == line.len || line.at[level] != ' ')
		return false;
	close_all(reader);
	buf_addf(reader->out, "<h%zu>", level);
	add_inline(reader->out, (struct text){ line.at + level + 1, line.len - level - 1 });
	buf_addf(reader->out, "</h%zu>\n", level);
	return true;
}

/* --- tables ----------------------------------------------------------------------------------------------------------- */

/* The next cell of a row, from behind the bar at *at; false: there is none. */
static bool next_cell(struct text line, size_t *at, struct text *ret_cell)
{
	size_t from = *at + 1, to = from;

	while (to < line.len && line.at[to] != '|')
		to += line.at[to] == '\\' ? 2 : 1;
	if (to >= line.len)
		return false;
	*at = to;
	while (from < to && line.at[from] == ' ')
		from++;
	while (to > from && line.at[to - 1] == ' ')
		to--;
	*ret_cell = (struct text){ line.at + from, to - from };
	return true;
}

/* Which columns are numbers says the row below the headings: "---:". */
static void read_sides(struct reader *reader, struct text line)
{
	struct text cell;
	size_t at = 0;

	for (size_t i = 0; i < COLUMNS_MAX && next_cell(line, &at, &cell); i++)
		reader->right[i] = cell.len && cell.at[cell.len - 1] == ':';
}

static void add_row(struct reader *reader, struct text line, const char *tag)
{
	struct text cell;
	size_t at = 0;

	buf_add_text(reader->out, "<tr>");
	for (size_t i = 0; next_cell(line, &at, &cell); i++) {
		buf_addf(reader->out, "<%s%s>", tag, i < COLUMNS_MAX && reader->right[i] ? " class=\"number\"" : "");
		add_inline(reader->out, cell);
		buf_addf(reader->out, "</%s>", tag);
	}
	buf_add_text(reader->out, "</tr>\n");
}

/* `next` is the line behind it. */
static bool add_table_row(struct reader *reader, struct text line, struct text next)
{
	if (!line.len || line.at[0] != '|')
		return false;
	if (reader->in_table) {
		if (strncmp(line.at, "| ---", 5) != 0)
			add_row(reader, line, "td");
		return true;
	}
	close_all(reader);
	read_sides(reader, next);
	buf_add_text(reader->out, "<table>\n");
	reader->in_table = true;
	add_row(reader, line, "th");
	return true;
}

/* --- lists ------------------------------------------------------------------------------------------------------------ */

/* How long the marker of an item is, with the blank behind it; 0: it is none. */
static size_t marker_len(struct text text, bool *ret_numbered)
{
	size_t digits = 0;

	if (text.len > 1 && text.at[0] == '-' && text.at[1] == ' ') {
		*ret_numbered = false;
		return 2;
	}
	while (digits < text.len && isdigit((unsigned char)text.at[digits]))
		digits++;
	*ret_numbered = true;
	return digits && digits + 1 < text.len && text.at[digits] == '.' && text.at[digits + 1] == ' ' ? digits + 2 : 0;
}

static void open_item(struct reader *reader, size_t indent, size_t marker, bool is_numbered)
{
	while (reader->depth && reader->lists[reader->depth - 1].indent > indent)
		close_list(reader);
	struct list *top = reader->depth ? &reader->lists[reader->depth - 1] : NULL;
	if (top && top->indent == indent && top->is_numbered == is_numbered) {
		close_paragraph(reader);
		buf_add_text(reader->out, "</li>\n<li>");
		top->content = indent + marker;
		return;
	}
	if (top && top->indent == indent)
		close_list(reader);
	close_paragraph(reader);
	if (reader->depth == DEPTH_MAX)
		close_list(reader);
	reader->lists[reader->depth++] = (struct list){ indent, indent + marker, is_numbered };
	buf_add_text(reader->out, is_numbered ? "<ol>\n<li>" : "<ul>\n<li>");
}

static bool add_item(struct reader *reader, struct text line, size_t indent)
{
	struct text text = { line.at + indent, line.len - indent };
	bool is_numbered;
	size_t marker = marker_len(text, &is_numbered);

	if (!marker)
		return false;
	open_item(reader, indent, marker, is_numbered);
	add_line(reader, (struct text){ text.at + marker, text.len - marker });
	return true;
}

static void add_paragraph(struct reader *reader, struct text line, size_t indent)
{
	while (reader->depth && indent < reader->lists[reader->depth - 1].content)
		close_list(reader);
	if (reader->in_table)
		close_paragraph(reader);
	buf_add_text(reader->out, reader->in_paragraph ? "\n" : "<p>");
	reader->in_paragraph = true;
	add_line(reader, (struct text){ line.at + indent, line.len - indent });
}

static void add_block(struct reader *reader, struct text line, struct text next)
{
	size_t indent = 0;

	while (indent < line.len && line.at[indent] == ' ')
		indent++;
	if (indent == line.len)
		close_paragraph(reader);
	else if (reader->is_broken)
		add_line(reader, (struct text){ line.at + indent, line.len - indent });
	else if (!add_heading(reader, line) && !add_table_row(reader, line, next) && !add_item(reader, line, indent))
		add_paragraph(reader, line, indent);
}

void markdown_to_html(struct buf *out, const char *markdown)
{
	struct reader reader = { .out = out };

	for (const char *line = markdown, *end; *line; line = *end ? end + 1 : end) {
		end = strchrnul(line, '\n');
		const char *next = *end ? end + 1 : end;
		add_block(&reader, (struct text){ line, (size_t)(end - line) }, (struct text){ next, strcspn(next, "\n") });
	}
	close_all(&reader);
}
