#include "typing.h"

#include "base/mem.h"
#include "command/command.h"
#include "text/text.h"

/* Where keys go, or erase to: with Ctrl (on some keyboards Alt) further than alone. */
static const struct move_key {
	enum keycode code;
	bool erases;
	enum lineedit_move near, far;
} move_keys[] = {
	{ KEYCODE_LEFT, false, MOVE_LEFT, MOVE_WORD_LEFT },     { KEYCODE_RIGHT, false, MOVE_RIGHT, MOVE_WORD_RIGHT },
	{ KEYCODE_HOME, false, MOVE_LINE_START, MOVE_START },   { KEYCODE_END, false, MOVE_LINE_END, MOVE_END },
	{ KEYCODE_BACKSPACE, true, MOVE_LEFT, MOVE_WORD_LEFT }, { KEYCODE_DELETE, true, MOVE_RIGHT, MOVE_WORD_RIGHT },
};

/* What was cut or copied last, in whatever field that was. */
static struct buf clip;

void typing_forget(void)
{
	buf_done(&clip);
}

static void copy_buf(struct buf *to, const struct buf *from)
{
	buf_clear(to);
	buf_add(to, buf_text(from), from->len);
}

static enum typing take_copy(struct lineedit *edit)
{
	lineedit_copy(edit);
	if (edit->cursor != edit->mark)
		copy_buf(&clip, &edit->cut);
	return TYPING_TAKEN;
}

static enum typing take_cut(struct lineedit *edit)
{
	take_copy(edit);
	lineedit_cut(edit);
	return TYPING_TAKEN;
}

static enum typing take_paste(struct lineedit *edit)
{
	copy_buf(&edit->cut, &clip);
	return lineedit_paste(edit) ? TYPING_TAKEN : TYPING_TOO_LONG;
}

static enum typing take_undo(struct lineedit *edit)
{
	lineedit_undo(edit);
	return TYPING_TAKEN;
}

static enum typing take_redo(struct lineedit *edit)
{
	lineedit_redo(edit);
	return TYPING_TAKEN;
}

static enum typing take_all(struct lineedit *edit)
{
	lineedit_move(edit, MOVE_START, false);
	lineedit_move(edit, MOVE_END, true);
	return TYPING_TAKEN;
}

static enum typing take_word(struct lineedit *edit)
{
	lineedit_delete(edit, MOVE_WORD_LEFT);
	return TYPING_TAKEN;
}

static enum typing take_command(struct lineedit *edit, enum command command)
{
	static enum typing (*const takes[CMD_COUNT])(struct lineedit *) = {
		[CMD_edit_undo] = take_undo, [CMD_edit_redo] = take_redo,   [CMD_edit_cut] = take_cut,
		[CMD_edit_copy] = take_copy, [CMD_edit_paste] = take_paste, [CMD_edit_select_all] = take_all,
		[CMD_edit_erase_word] = take_word,
	};

	return takes[command] ? takes[command](edit) : TYPING_NOTHING;
}

static enum typing insert(struct lineedit *edit, const char *text, size_t len)
{
	return lineedit_insert(edit, text, len) ? TYPING_TAKEN : TYPING_TOO_LONG;
}

static enum typing take_character(struct lineedit *edit, uint32_t point)
{
	struct buf typed = { 0 };

	text_add_code_point(&typed, (int32_t)point);
	enum typing typing = insert(edit, buf_text(&typed), typed.len);
	buf_done(&typed);
	return typing;
}

static enum typing take_key(struct lineedit *edit, struct key key)
{
	if (key_is_character(key))
		return take_character(edit, key.point);
	for (size_t i = 0; i < COUNT(move_keys); i++) {
		enum lineedit_move move = key.ctrl || key.alt ? move_keys[i].far : move_keys[i].near;
		if (key.code != move_keys[i].code)
			continue;
		if (move_keys[i].erases)
			lineedit_delete(edit, move);
		else
			lineedit_move(edit, move, key.shift);
		return TYPING_TAKEN;
	}
	return take_command(edit, command_of_key(AT_edit, key));
}

enum typing typing_take(struct lineedit *edit, const struct input_event *event)
{
	if (event->type == INPUT_KEY)
		return take_key(edit, event->key);
	if (event->type != INPUT_TEXT && event->type != INPUT_PASTE)
		return TYPING_NOTHING;
	/* Half a page is worse than none: what was cut off would not be missed until much later. */
	return event->cut ? TYPING_TOO_LONG : insert(edit, event->text, event->len);
}
