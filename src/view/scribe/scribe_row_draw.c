/* scribe_row_draw.c - how a row of the sheet is drawn: on one line, or wrapped. */
#include "scribe_rich.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/wrap.h"
#include "view/widgets.h"
#include "widgets/hints.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two people wrote this without knowing of each other; "" : they did not. */
struct versions_label {
	char text[80];
};

static struct versions_label versions_label(const struct scribe_view *view, size_t index)
{
	struct versions_label label = { "" };
	char key[HINT_KEYS_LEN];
	size_t len;

	if (!sheet_versions(view->book, view->table, &view->sheet.rows[index], &len))
		return label;
	hint_keys(CMD_scribe_versions, true, key);
	snprintf(label.text, sizeof label.text, _("[other version: %s]"), key);
	return label;
}

/* The whole of a row, however long. */
static void build_whole(struct rich *rich, const struct scribe_view *view, size_t index)
{
	struct versions_label label = versions_label(view, index);

	sheet_row_build(rich, view, index);
	if (!label.text[0])
		return;
	rich_put(rich, STYLE_PLAIN, " ");
	rich_put(rich, STYLE_WARN, label.text);
}

/* --- how they are drawn --------------------------------------------------------------------------------------------------- */

/* Draws some bytes of it; what is cut off is shown by canvas_text(). */
static void draw_bytes(struct canvas *canvas, struct rect at, const struct rich *rich, size_t from, size_t len)
{
	const char *text = buf_text(&rich->text);
	size_t begin = 0, to = from + len;

	for (size_t i = 0; i < rich->len && at.cols > 0; begin = rich->parts[i++].end) {
		size_t start = begin > from ? begin : from, end = rich->parts[i].end < to ? rich->parts[i].end : to;
		if (start >= end)
			continue;
		int used = canvas_text_len(canvas, at.row, at.col, at.cols, rich->parts[i].style, text + start, end - start);
		at.col += used;
		at.cols -= used;
	}
}

/* On one line a line feed is a wider gap; bytes stay as many, so the parts' ends hold. */
static void flatten(struct rich *rich)
{
	for (size_t i = 0; i < rich->text.len; i++)
		if (rich->text.bytes[i] == '\n' || rich->text.bytes[i] == '\t')
			rich->text.bytes[i] = ' ';
}

/* That there is another version is not cut off with the rest. */
static int draw_versions_label(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index)
{
	struct versions_label label = versions_label(view, index);
	int cols = text_cols(label.text, strlen(label.text));

	if (!cols || cols + 1 >= area.cols)
		return 0;
	canvas_text(canvas, area.row, area.col + area.cols - cols, cols, STYLE_WARN, label.text);
	return cols + 1;
}

void sheet_row_draw(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index)
{
	struct rich rich = { 0 };

	area.cols -= draw_versions_label(canvas, area, view, index);
	sheet_row_build(&rich, view, index);
	flatten(&rich);
	const char *text = buf_text(&rich.text);
	const char *more = text_is_ambiguous_wide() ? ".." : "…";
	int cols = area.cols;
	bool fits = text_cols(text, rich.text.len) <= cols;
	if (!fits)
		cols -= text_cols(more, strlen(more));
	size_t len = text_fit(text, rich.text.len, cols);
	draw_bytes(canvas, (struct rect){ area.row, area.col, 1, cols }, &rich, 0, len);
	if (!fits)
		canvas_text(canvas, area.row, area.col + text_cols(text, len), area.cols - text_cols(text, len), STYLE_PLAIN, more);
	buf_done(&rich.text);
}

/* Lines of what follows the mark; returns how many there are in all. */
static size_t wrap(const struct rich *rich, int cols, struct line *lines, size_t max)
{
	int mark_cols = text_cols(buf_text(&rich->text), rich->mark_len);

	return text_wrap(buf_text(&rich->text) + rich->mark_len, rich->text.len - rich->mark_len, cols - mark_cols, lines, max);
}

int sheet_row_rows(const struct scribe_view *view, size_t index, int cols)
{
	struct rich rich = { .is_whole = true };

	build_whole(&rich, view, index);
	int rows = (int)wrap(&rich, cols, NULL, 0);
	buf_done(&rich.text);
	return rows;
}

void sheet_row_draw_wrapped(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index, enum style bar)
{
	struct rich rich = { .is_whole = true };
	struct line *lines = mem_new((size_t)area.rows, sizeof *lines);

	build_whole(&rich, view, index);
	size_t len = wrap(&rich, area.cols, lines, (size_t)area.rows);
	int mark_cols = text_cols(buf_text(&rich.text), rich.mark_len);
	draw_bytes(canvas, (struct rect){ area.row, area.col, 1, mark_cols }, &rich, 0, rich.mark_len);
	for (int i = 0; i < area.rows && (size_t)i < len; i++) {
		struct rect at = { area.row + i, area.col + mark_cols, 1, area.cols - mark_cols };
		bool is_cut = i + 1 == area.rows && (size_t)i + 1 < len;
		if (is_cut)
			canvas_text_right(canvas, at.row, at.col, at.cols--, bar, text_is_ambiguous_wide() ? ".." : "…");
		draw_bytes(canvas, at, &rich, rich.mark_len + lines[i].at, lines[i].len);
	}
	canvas_restyle(canvas, area, bar);
	free(lines);
	buf_done(&rich.text);
}
