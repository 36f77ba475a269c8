#include "support/pty_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Through libvterm's keyboard, which knows the cursor key mode; Tab and Enter are single bytes on every terminal. */
static const struct {
	const char *name;
	VTermKey key;
} named_keys[] = {
	{ "Escape", VTERM_KEY_ESCAPE },  { "Backspace", VTERM_KEY_BACKSPACE }, { "Enter", VTERM_KEY_ENTER },
	{ "Tab", VTERM_KEY_TAB },        { "Up", VTERM_KEY_UP },               { "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },      { "Right", VTERM_KEY_RIGHT },         { "Insert", VTERM_KEY_INS },
	{ "Delete", VTERM_KEY_DEL },     { "Home", VTERM_KEY_HOME },           { "End", VTERM_KEY_END },
	{ "PageUp", VTERM_KEY_PAGEUP },  { "PageDown", VTERM_KEY_PAGEDOWN },
};

static VTermKey key_named(const char *name)
{
	int number;

	for (size_t i = 0; i < sizeof named_keys / sizeof named_keys[0]; i++) {
		if (!strcmp(name, named_keys[i].name))
			return named_keys[i].key;
	}
	if (sscanf(name, "F%2d", &number) == 1 && number >= 1 && number <= 12)
		return (VTermKey)VTERM_KEY_FUNCTION(number);
	return VTERM_KEY_NONE;
}

static const char *read_modifiers(const char *name, VTermModifier *ret_modifiers)
{
	static const struct {
		const char *prefix;
		VTermModifier modifier;
	} prefixes[] = { { "Ctrl-", VTERM_MOD_CTRL }, { "Alt-", VTERM_MOD_ALT }, { "Shift-", VTERM_MOD_SHIFT } };
	int modifiers = VTERM_MOD_NONE;

	for (size_t i = 0; i < 3; i++) {
		size_t len = strlen(prefixes[i].prefix);

		if (strncmp(name, prefixes[i].prefix, len) || !name[len])
			continue;
		modifiers |= (int)prefixes[i].modifier;
		name += len;
		i = (size_t)-1; /* the prefixes may come in any order */
	}
	*ret_modifiers = (VTermModifier)modifiers;
	return name;
}

/* As terminals encode them: ESC before the character for Alt, the low five bits for Ctrl. */
static void add_character(struct pty *pty, const char *character, VTermModifier modifiers)
{
	if (modifiers & VTERM_MOD_ALT)
		buf_add_char(&pty->outgoing, '\033');
	if (modifiers & VTERM_MOD_CTRL)
		buf_add_char(&pty->outgoing, (char)(character[0] & 0x1F));
	else
		buf_add_text(&pty->outgoing, character);
}

static void press(struct pty *pty, const char *whole_name)
{
	VTermModifier modifiers;
	const char *name = read_modifiers(whole_name, &modifiers);
	VTermKey key = key_named(name);

	if (key != VTERM_KEY_NONE)
		vterm_keyboard_key(pty->vterm, key, modifiers);
	else
		add_character(pty, strcmp(name, "Space") ? name : " ", modifiers);
	pty_flush(pty);
	if (key == VTERM_KEY_ESCAPE)
		pty_settle(pty); /* a key right behind it would mean Alt */
}

void pty_keys(struct pty *pty, const char *names)
{
	char *copy = strdup(names);
	char *rest = NULL;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
		press(pty, name);
	free(copy);
}

void pty_paste(struct pty *pty, const char *text)
{
	vterm_keyboard_start_paste(pty->vterm);
	buf_add_text(&pty->outgoing, text);
	vterm_keyboard_end_paste(pty->vterm);
	pty_flush(pty);
}
