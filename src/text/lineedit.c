#include "text/lineedit.h"

#include "text/text.h"
#include "undo.h"
#include "word.h"

#include <string.h>

static size_t lower(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t apart(size_t a, size_t b)
{
	return a < b ? b - a : a - b;
}

static size_t selected_at(const struct lineedit *edit)
{
	return lower(edit->cursor, edit->mark);
}

static size_t selected_len(const struct lineedit *edit)
{
	return apart(edit->cursor, edit->mark);
}

static void put_cursor(struct lineedit *edit, size_t at)
{
	edit->cursor = edit->mark = at;
	edit->goal_cols = 0;
}

/* A change may join what was apart: two halves of a flag, a mark and its base. The cursor goes after what they
 * became. */
static size_t boundary_from(const struct lineedit *edit, size_t at)
{
	const char *text = lineedit_text(edit);

	return at ? text_cluster_end(text, edit->text.len, text_cluster_start(text, edit->text.len, at)) : 0;
}

static void change(struct lineedit *edit, size_t at, size_t len, const struct buf *added, enum run run)
{
	undo_record(edit, at, len, added, run);
	buf_remove(&edit->text, at, len);
	buf_insert(&edit->text, at, buf_text(added), added->len);
	put_cursor(edit, boundary_from(edit, at + added->len));
	edit->past->after = edit->cursor;
}

void lineedit_clear(struct lineedit *edit)
{
	buf_clear(&edit->text);
	undo_forget(edit);
	put_cursor(edit, 0);
}

void lineedit_set(struct lineedit *edit, const char *text)
{
	struct buf clean = { 0 };

	text_clean(&clean, text, strlen(text), edit->lines);
	lineedit_clear(edit);
	buf_add(&edit->text, buf_text(&clean), clean.len);
	put_cursor(edit, edit->text.len);
	buf_done(&clean);
}

void lineedit_done(struct lineedit *edit)
{
	lineedit_clear(edit);
	buf_done(&edit->text);
	buf_done(&edit->cut);
}

const char *lineedit_text(const struct lineedit *edit)
{
	return buf_text(&edit->text);
}

/* Cleaned as what follows the cluster before it: a selector may arrive in a burst of its own. */
static void clean_burst(const struct lineedit *edit, size_t at, const char *bytes, size_t len, struct buf *ret_clean)
{
	const char *text = lineedit_text(edit);
	size_t context = at - text_cluster_start(text, edit->text.len, at);
	struct buf raw = { 0 };

	buf_add(&raw, text + at - context, context);
	buf_add(&raw, bytes, len);
	text_clean(ret_clean, buf_text(&raw), raw.len, edit->lines);
	buf_remove(ret_clean, 0, context);
	buf_done(&raw);
}

static bool ends_run(const struct buf *added)
{
	return added->bytes[added->len - 1] == ' ' || added->bytes[added->len - 1] == '\n';
}

static bool insert(struct lineedit *edit, const char *bytes, size_t len, bool typed)
{
	size_t at = selected_at(edit), removed = selected_len(edit);
	struct buf added = { 0 };

	clean_burst(edit, at, bytes, len, &added);
	bool fits = !edit->max_bytes || edit->text.len - removed + added.len <= edit->max_bytes;
	if (fits && added.len) {
		bool single = typed && text_cluster_end(added.bytes, added.len, 0) == added.len;
		change(edit, at, removed, &added, single ? RUN_TYPING : RUN_NONE);
		if (ends_run(&added))
			undo_end_run(edit);
	}
	buf_done(&added);
	return fits;
}

bool lineedit_insert(struct lineedit *edit, const char *bytes, size_t len)
{
	return insert(edit, bytes, len, true);
}

static size_t line_start(const struct lineedit *edit)
{
	const char *text = lineedit_text(edit);
	const char *feed = memrchr(text, '\n', edit->cursor);

	return feed ? (size_t)(feed - text) + 1 : 0;
}

static size_t line_end(const struct lineedit *edit)
{
	const char *text = lineedit_text(edit);
	const char *feed = memchr(text + edit->cursor, '\n', edit->text.len - edit->cursor);

	return feed ? (size_t)(feed - text) : edit->text.len;
}

static size_t target(const struct lineedit *edit, enum lineedit_move move)
{
	const char *text = lineedit_text(edit);
	size_t len = edit->text.len, at = edit->cursor;

	switch (move) {
	case MOVE_LEFT:       return text_cluster_start(text, len, at);
	case MOVE_RIGHT:      return text_cluster_end(text, len, at);
	case MOVE_WORD_LEFT:  return word_start(text, len, at);
	case MOVE_WORD_RIGHT: return word_end(text, len, at);
	case MOVE_LINE_START: return line_start(edit);
	case MOVE_LINE_END:   return line_end(edit);
	case MOVE_START:      return 0;
	case MOVE_END:        return len;
	}
	return at;
}

void lineedit_move(struct lineedit *edit, enum lineedit_move move, bool select)
{
	size_t at = target(edit, move), mark = edit->mark;

	/* A step to the side out of a selection only leaves it. */
	if (!select && move == MOVE_LEFT && selected_len(edit))
		at = selected_at(edit);
	else if (!select && move == MOVE_RIGHT && selected_len(edit))
		at = selected_at(edit) + selected_len(edit);
	put_cursor(edit, at);
	if (select)
		edit->mark = mark;
	undo_end_run(edit);
}

static void remove_between(struct lineedit *edit, size_t a, size_t b, enum run run)
{
	if (a != b)
		change(edit, lower(a, b), apart(a, b), &(struct buf){ 0 }, run);
}

void lineedit_delete(struct lineedit *edit, enum lineedit_move move)
{
	bool single = move == MOVE_LEFT || move == MOVE_RIGHT;

	if (selected_len(edit))
		remove_between(edit, edit->cursor, edit->mark, RUN_NONE);
	else
		remove_between(edit, edit->cursor, target(edit, move), single ? RUN_ERASING : RUN_NONE);
}

void lineedit_copy(struct lineedit *edit)
{
	if (!selected_len(edit))
		return;
	buf_clear(&edit->cut);
	buf_add(&edit->cut, lineedit_text(edit) + selected_at(edit), selected_len(edit));
}

void lineedit_cut(struct lineedit *edit)
{
	lineedit_copy(edit);
	remove_between(edit, edit->cursor, edit->mark, RUN_NONE);
}

bool lineedit_paste(struct lineedit *edit)
{
	return insert(edit, buf_text(&edit->cut), edit->cut.len, false);
}
