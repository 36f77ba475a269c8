#include "laws.h"

#include "base/mem.h"
#include "nasty.h"
#include "text/cell.h"
#include "text/text.h"
#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>
#include <unistr.h>

#include <cmocka.h>

void law_cleaning(const char *text, size_t len, uint64_t *seed)
{
	bool lines = nasty_below(seed, 2);
	struct buf once = { 0 }, twice = { 0 };

	text_clean(&once, text, len, lines);
	text_clean(&twice, buf_text(&once), once.len, lines);
	assert_string_equal(buf_text(&once), buf_text(&twice));
	assert_true(text_is_clean(buf_text(&once), once.len, lines));
	assert_int_equal(text_is_clean(text, len, lines),
			 once.len == len && memcmp(buf_text(&once), text, len) == 0);
	assert_null(u8_check((const uint8_t *)buf_text(&once), once.len));
	buf_done(&once);
	buf_done(&twice);
}

/* Between two cursor stops there is no boundary of UAX 29, and every stop is one. */
void law_clusters(const char *text, size_t len, uint64_t *seed)
{
	(void)seed;
	char *breaks = calloc(len + 1, 1);

	assert_non_null(breaks);
	u8_grapheme_breaks((const uint8_t *)text, len, breaks);
	breaks[len] = 1;
	for (size_t at = 0; at < len;) {
		size_t end = text_cluster_end(text, len, at);
		assert_true(end > at && end <= len);
		assert_int_equal(text_cluster_start(text, len, end), at);
		assert_true(breaks[end]);
		assert_null(memchr(breaks + at + 1, 1, end - at - 1));
		assert_true(text_cols(text + at, end - at) > 0);
		at = end;
	}
	free(breaks);
}

void law_walks(const char *text, size_t len, uint64_t *seed)
{
	(void)seed;
	int cols = 0;

	for (size_t at = 0; at < len;) {
		size_t end = text_cluster_end(text, len, at);
		assert_true(end > at && end <= len);
		assert_int_equal(text_cluster_start(text, len, end), at);
		cols += text_cols(text + at, end - at);
		at = end;
	}
	assert_int_equal(text_cols(text, len), cols);
}

void law_glyphs(const char *text, size_t len, uint64_t *seed)
{
	struct glyph_walk walk = { .text = text, .len = len };
	struct glyph glyph;
	size_t at = 0;

	text_set_ambiguous_wide(nasty_below(seed, 2));
	while (glyph_next(&walk, &glyph)) {
		assert_true(walk.at >= at && walk.end > walk.at && walk.end <= len);
		at = walk.at;
		assert_in_range(glyph.cols, 1, 2);
		assert_int_equal(wcwidth(glyph.points[0]), glyph.cols);
		for (int i = 1; i <= GLYPH_MAX && glyph.points[i]; i++)
			assert_int_equal(wcwidth(glyph.points[i]), 0);
		for (int i = 0; i < GLYPH_MAX && glyph.points[i]; i++) {
			struct buf point = { 0 };
			text_add_code_point(&point, (int32_t)glyph.points[i]);
			/* A mark of its own is clean; a joiner or a selector would not be. */
			assert_true(text_is_clean(point.bytes, point.len, false));
			buf_done(&point);
		}
		assert_int_equal(glyph.points[GLYPH_MAX], 0);
	}
	text_set_ambiguous_wide(false);
}

static bool is_stop(const char *text, size_t len, size_t at)
{
	return at == 0 || text_cluster_end(text, len, text_cluster_start(text, len, at)) == at;
}

void law_fitting(const char *text, size_t len, uint64_t *seed)
{
	int cols = (int)nasty_below(seed, 24);

	text_set_ambiguous_wide(nasty_below(seed, 2));
	size_t fit = text_fit(text, len, cols);
	assert_true(fit <= len && is_stop(text, len, fit));
	assert_true(text_cols(text, fit) <= cols);
	if (fit < len)
		assert_true(text_cols(text, text_cluster_end(text, len, fit)) > cols);
	text_set_ambiguous_wide(false);
}

static void check_hanging(const char *text, size_t from, size_t to)
{
	for (size_t at = from; at < to;) {
		const char *next = text + at;
		int32_t point = text_next_code_point(&next, text + to);
		assert_true(point == ' ' || point == '\t' || point == '\n' || point == 0x3000);
		at = (size_t)(next - text);
	}
}

void law_wrapping(const char *text, size_t len, uint64_t *seed)
{
	int cols = 1 + (int)nasty_below(seed, 24);
	size_t count = text_wrap(text, len, cols, NULL, 0), at = 0;
	struct line *lines = mem_new(count, sizeof *lines);

	assert_int_equal(text_wrap(text, len, cols, lines, count), count);
	for (size_t i = 0; i < count; i++) {
		const struct line *line = &lines[i];
		assert_true(line->at >= at && line->at + line->len <= len);
		check_hanging(text, at, line->at);
		assert_true(is_stop(text, len, line->at) && is_stop(text, len, line->at + line->len));
		assert_null(memchr(text + line->at, '\n', line->len));
		if (text_cols(text + line->at, line->len) > cols)
			assert_int_equal(text_cluster_end(text, len, line->at), line->at + line->len);
		at = line->at + line->len;
	}
	check_hanging(text, at, len);
	free(lines);
}

void law_editing(const struct lineedit *edit, uint64_t *seed)
{
	const char *text = lineedit_text(edit);
	int cols = 1 + (int)nasty_below(seed, 9), row, col;

	assert_true(edit->cursor <= edit->text.len && is_stop(text, edit->text.len, edit->cursor));
	assert_true(edit->mark <= edit->text.len && is_stop(text, edit->text.len, edit->mark));
	assert_true(text_is_clean(text, edit->text.len, edit->lines));
	assert_true(!edit->max_bytes || edit->text.len <= edit->max_bytes);
	lineedit_where(edit, cols, &row, &col);
	assert_true(row >= 0 && (size_t)row < text_wrap(text, edit->text.len, cols, NULL, 0));
	assert_in_range(col, 0, cols);
}
