#include "typing.h"

#include "base/mem.h"
#include "command/command.h"
#include "text/text.h"

static const struct move_key {
	enum keycode code;
	bool ctrl;
	enum lineedit_move move;
} move_keys[] = {
	{ KEYCODE_LEFT, false, MOVE_LEFT },       { KEYCODE_RIGHT, false, MOVE_RIGHT },
	{ KEYCODE_LEFT, true, MOVE_WORD_LEFT },   { KEYCODE_RIGHT, true, MOVE_WORD_RIGHT },
	{ KEYCODE_HOME, false, MOVE_LINE_START }, { KEYCODE_END, false, MOVE_LINE_END },
	{ KEYCODE_HOME, true, MOVE_START },       { KEYCODE_END, true, MOVE_END },
};

static enum typing take_command(struct lineedit *edit, enum command command)
{
	static void (*const does[CMD_COUNT])(struct lineedit *) = {
		[CMD_edit_undo] = lineedit_undo, [CMD_edit_redo] = lineedit_redo,   [CMD_edit_cut] = lineedit_cut,
		[CMD_edit_copy] = lineedit_copy, [CMD_edit_paste] = lineedit_paste,
	};

	if (!does[command])
		return TYPING_NOTHING;
	does[command](edit);
	return TYPING_TAKEN;
}

static enum typing insert(struct lineedit *edit, const char *text, size_t len)
{
	return lineedit_insert(edit, text, len) ? TYPING_TAKEN : TYPING_TOO_LONG;
}

static enum typing take_key(struct lineedit *edit, struct key key)
{
	struct buf typed = { 0 };

	for (size_t i = 0; i < COUNT(move_keys); i++) {
		if (key.code != move_keys[i].code || key.ctrl != move_keys[i].ctrl)
			continue;
		lineedit_move(edit, move_keys[i].move, key.shift);
		return TYPING_TAKEN;
	}
	if (key.code == KEYCODE_BACKSPACE || key.code == KEYCODE_DELETE) {
		lineedit_delete(edit, key.code == KEYCODE_BACKSPACE ? MOVE_LEFT : MOVE_RIGHT);
		return TYPING_TAKEN;
	}
	if (key.code != KEYCODE_CHAR || key.ctrl || key.alt)
		return take_command(edit, command_of_key(AT_edit, key));
	text_add_code_point(&typed, (int32_t)key.point);
	enum typing typing = insert(edit, buf_text(&typed), typed.len);
	buf_done(&typed);
	return typing;
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
