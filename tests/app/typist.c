#include "app/typist.h"

#include "base/mem.h"
#include "text/wrap.h"

#include <string.h>

const struct cluster clusters[CLUSTERS] = {
	[LINE_FEED] = { "\n", BLANK, 0, { 0 }, true },
	[SPACE] = { " ", BLANK, 1, { 0 }, false },
	{ "あ", HIRAGANA, 2, { 0x3042 }, false },
	{ "の", HIRAGANA, 2, { 0x306E }, false },
	{ "議", KANJI, 2, { 0x8B70 }, false },
	{ "支", KANJI, 2, { 0x652F }, false },
	{ "q", LETTER, 1, { 'q' }, false },
	{ "7", LETTER, 1, { '7' }, false },
	{ "か\u3099", HIRAGANA, 2, { 0x304C }, false },
	{ "ｶﾞ", KATAKANA, 2, { 0xFF76, 0xFF9E }, false },
	{ "ー", KATAKANA, 2, { 0x30FC }, false },
	{ "𠮷", KANJI, 2, { 0x20BB7 }, false },
	{ "辻\U000E0100", KANJI, 2, { 0x8FBB }, false },
	{ "👩\u200D🚀", SIGN, 2, { 0x1F469 }, false },
	{ "🇯🇵", LETTER, 2, { 'J', 'P' }, true },
	{ "。", SIGN, 2, { 0x3002 }, false },
	{ "「", SIGN, 2, { 0x300C }, false },
	{ "ｑ", LETTER, 2, { 0xFF51 }, false },
	{ "e\u0301", LETTER, 1, { 0xE9 }, false },
	{ "　", BLANK, 2, { 0x3000 }, false },
};

void typist_begin(struct typist *typist)
{
	typist->now = (struct text){ 0 };
	typist->past_len = typist->future_len = 0;
	typist->run = RUN_NONE;
	typist->goal = -1;
}

size_t typist_first(const struct typist *typist)
{
	return typist->now.cursor < typist->now.mark ? typist->now.cursor : typist->now.mark;
}

size_t typist_selected(const struct typist *typist)
{
	const struct text *text = &typist->now;

	return text->cursor < text->mark ? text->mark - text->cursor : text->cursor - text->mark;
}

bool typist_has_room(const struct typist *typist, size_t len)
{
	return typist->now.len - typist_selected(typist) + len <= TYPIST_CLUSTERS_MAX;
}

/* --- changes -------------------------------------------------------------------------------------------------------------------- */

/* Puts something else in place of a part. */
static void change(struct typist *typist, enum run run, size_t at, size_t len, const unsigned char *with, size_t with_len)
{
	struct text *text = &typist->now;

	if (run == RUN_NONE || run != typist->run)
		typist->past[typist->past_len++].before = *text;
	typist->run = run;
	typist->future_len = 0;
	typist->goal = -1;
	memmove(text->at + at + with_len, text->at + at + len, text->len - at - len);
	if (with_len)
		memcpy(text->at + at, with, with_len);
	text->len += with_len - len;
	text->cursor = text->mark = at + with_len;
	typist->past[typist->past_len - 1].after = *text;
}

void typist_insert(struct typist *typist, const unsigned char *added, size_t len, bool typed)
{
	size_t replaced = typist_selected(typist);

	if (!len)
		return;
	if (replaced)
		typist->run = RUN_NONE;
	change(typist, typed && len == 1 ? RUN_TYPING : RUN_NONE, typist_first(typist), replaced, added, len);
	if (added[len - 1] == SPACE || added[len - 1] == LINE_FEED)
		typist->run = RUN_NONE;
}

void typist_move(struct typist *typist, size_t to, bool select)
{
	typist->now.cursor = to;
	if (!select)
		typist->now.mark = to;
	typist->run = RUN_NONE;
	typist->goal = -1;
}

void typist_erase(struct typist *typist, size_t to, bool by_word)
{
	size_t cursor = typist->now.cursor, at = to < cursor ? to : cursor, end = to < cursor ? cursor : to;
	size_t selected = typist_selected(typist);

	if (selected)
		change(typist, RUN_NONE, typist_first(typist), selected, NULL, 0);
	else if (to != cursor)
		change(typist, by_word ? RUN_NONE : RUN_ERASING, at, end - at, NULL, 0);
}

void typist_copy(struct typist *typist, bool cut)
{
	if (!typist_selected(typist))
		return;
	typist->clip.len = typist_selected(typist);
	memcpy(typist->clip.at, typist->now.at + typist_first(typist), typist->clip.len);
	if (cut)
		typist_erase(typist, 0, false);
}

void typist_undo(struct typist *typist)
{
	if (!typist->past_len)
		return;
	typist->run = RUN_NONE;
	typist->goal = -1;
	typist->future[typist->future_len++] = typist->past[--typist->past_len];
	typist->now = typist->future[typist->future_len - 1].before;
}

void typist_redo(struct typist *typist)
{
	if (!typist->future_len)
		return;
	typist->run = RUN_NONE;
	typist->goal = -1;
	typist->past[typist->past_len++] = typist->future[--typist->future_len];
	typist->now = typist->past[typist->past_len - 1].after;
}

/* --- words and lines ------------------------------------------------------------------------------------------------------------ */

static enum script script_at(const struct text *text, size_t at)
{
	return clusters[text->at[at]].script;
}

/* Are the cluster before and the one at this place of one word? A run of blanks, of signs or of one script is one, and to kanji or
 * katakana belongs the hiragana behind it. */
static bool is_inside_word(const struct text *text, size_t at)
{
	enum script before = script_at(text, at - 1), here = script_at(text, at);

	return before == here || (here == HIRAGANA && (before == KANJI || before == KATAKANA));
}

size_t typist_word(const struct typist *typist, bool right)
{
	const struct text *text = &typist->now;
	size_t at = text->cursor;

	if (right) {
		while (at < text->len && script_at(text, at) == BLANK)
			at++;
		for (at += at < text->len; at < text->len && is_inside_word(text, at); at++)
			;
		return at;
	}
	while (at > 0 && script_at(text, at - 1) == BLANK)
		at--;
	for (at -= at > 0; at > 0 && script_at(text, at) != BLANK && is_inside_word(text, at); at--)
		;
	return at;
}

size_t typist_line(const struct typist *typist, bool end)
{
	const struct text *text = &typist->now;
	size_t at = text->cursor;

	while (end ? at < text->len && text->at[at] != LINE_FEED : at > 0 && text->at[at - 1] != LINE_FEED)
		at += end ? 1 : (size_t)-1;
	return at;
}

void typist_add(const struct text *text, size_t from, size_t len, struct buf *out)
{
	for (size_t i = from; i < from + len; i++)
		buf_add_text(out, clusters[text->at[i]].text);
}

/* --- rows ----------------------------------------------------------------------------------------------------------------------- */

/* How many clusters stand before a byte of the text. */
static size_t clusters_before(const struct text *text, size_t byte)
{
	size_t at = 0;

	for (size_t bytes = 0; bytes < byte && at < text->len; at++)
		bytes += strlen(clusters[text->at[at]].text);
	return at;
}

static int cols_between(const struct text *text, size_t from, size_t to)
{
	int cols = 0;

	for (size_t i = from; i < to; i++)
		cols += clusters[text->at[i]].cols;
	return cols;
}

void typist_rows(const struct text *text, int cols, struct shown_rows *ret_rows)
{
	struct line lines[TYPIST_ROWS_MAX];
	struct buf bytes = { 0 };

	typist_add(text, 0, text->len, &bytes);
	ret_rows->len = text_wrap(buf_text(&bytes), bytes.len, cols, lines, TYPIST_ROWS_MAX);
	for (size_t i = 0; i < ret_rows->len; i++) {
		struct shown_row *row = &ret_rows->at[i];
		bool is_last = i + 1 == ret_rows->len;
		row->from = clusters_before(text, lines[i].at);
		row->to = clusters_before(text, lines[i].at + lines[i].len);
		row->last = is_last ? text->len : clusters_before(text, lines[i + 1].at) - 1;
		if (text->cursor >= row->from)
			ret_rows->cursor_row = i;
	}
	ret_rows->cursor_col = cols_between(text, ret_rows->at[ret_rows->cursor_row].from, text->cursor);
	buf_done(&bytes);
}

static size_t cluster_at_col(const struct text *text, const struct shown_row *row, int goal)
{
	size_t at = row->from;

	while (at < row->last && cols_between(text, row->from, at + 1) <= goal)
		at++;
	return at;
}

void typist_move_rows(struct typist *typist, int by, int cols, bool select)
{
	struct shown_rows rows;

	typist_rows(&typist->now, cols, &rows);
	long wanted = (long)rows.cursor_row + by;
	size_t to = wanted < 0 ? 0 : (size_t)wanted < rows.len ? (size_t)wanted : rows.len - 1;
	if (to == rows.cursor_row) {
		typist_move(typist, by < 0 ? 0 : typist->now.len, select);
		return;
	}
	int goal = typist->goal >= 0 ? typist->goal : rows.cursor_col < cols ? rows.cursor_col : cols;
	typist_move(typist, cluster_at_col(&typist->now, &rows.at[to], goal), select);
	typist->goal = goal;
}
