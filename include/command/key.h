/* key.h - one key as the terminal's input floor understood it, and its name.
 * Floor: command. */
#ifndef COMMAND_KEY_H
#define COMMAND_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Not KEY_…: those names are ncurses macros. */
enum keycode {
	KEYCODE_NONE,
	KEYCODE_CHAR, /* a character; see point */
	KEYCODE_ENTER, KEYCODE_ESCAPE, KEYCODE_TAB, KEYCODE_BACKTAB, KEYCODE_BACKSPACE, KEYCODE_DELETE,
	KEYCODE_UP, KEYCODE_DOWN, KEYCODE_LEFT, KEYCODE_RIGHT,
	KEYCODE_HOME, KEYCODE_END, KEYCODE_PAGE_UP, KEYCODE_PAGE_DOWN,
	KEYCODE_F1, KEYCODE_F2, KEYCODE_F3, KEYCODE_F4, KEYCODE_F5, KEYCODE_F6,
	KEYCODE_F7, KEYCODE_F8, KEYCODE_F9, KEYCODE_F10, KEYCODE_F11, KEYCODE_F12,
	KEYCODE_COUNT
};

struct key {
	enum keycode code;
	uint32_t point; /* Unicode, KEYCODE_CHAR only; Ctrl-A is { 'a', ctrl } */
	bool ctrl, alt, shift; /* shift with named keys only */
};

/* "n", "Space", "Enter", "Ctrl-S", "Alt-Up", "F1", "?"; a character that cannot be shown is "U+001B". Parse and print
 * round-trip. The name is NUL-ended. */
bool key_parse(const char *name, size_t len, struct key *ret_key);
enum { KEY_NAME_LEN = 32 };
void key_print(struct key key, char name[KEY_NAME_LEN]);
bool key_equal(struct key a, struct key b);

/* It writes itself: in a text field no command is called by it. */
static inline bool key_is_character(struct key key)
{
	return key.code == KEYCODE_CHAR && !key.ctrl && !key.alt;
}

/* The ASCII key that a full-width one stands for (１ ｑ U+3000, and 「 」 ー for [ ] -): the IME is often left on. Others
 * unchanged. */
struct key key_narrow(struct key key);
/* The key with which an input method makes a kana by itself (あ of a, ん of n): of a key that comes alone, not within a text. Others
 * unchanged. */
struct key key_of_kana(struct key key);

#endif
