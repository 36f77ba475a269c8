#include "command/key.h"

#include "base/mem.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const code_names[KEYCODE_COUNT] = {
	[KEYCODE_NONE] = "None",
	[KEYCODE_ENTER] = "Enter",
	[KEYCODE_ESCAPE] = "Escape",
	[KEYCODE_TAB] = "Tab",
	[KEYCODE_BACKTAB] = "Shift-Tab", /* as it stands on keyboards */
	[KEYCODE_BACKSPACE] = "Backspace",
	[KEYCODE_DELETE] = "Delete",
	[KEYCODE_UP] = "Up",
	[KEYCODE_DOWN] = "Down",
	[KEYCODE_LEFT] = "Left",
	[KEYCODE_RIGHT] = "Right",
	[KEYCODE_HOME] = "Home",
	[KEYCODE_END] = "End",
	[KEYCODE_PAGE_UP] = "PageUp",
	[KEYCODE_PAGE_DOWN] = "PageDown",
	[KEYCODE_F1] = "F1",
	[KEYCODE_F2] = "F2",
	[KEYCODE_F3] = "F3",
	[KEYCODE_F4] = "F4",
	[KEYCODE_F5] = "F5",
	[KEYCODE_F6] = "F6",
	[KEYCODE_F7] = "F7",
	[KEYCODE_F8] = "F8",
	[KEYCODE_F9] = "F9",
	[KEYCODE_F10] = "F10",
	[KEYCODE_F11] = "F11",
	[KEYCODE_F12] = "F12",
};

static bool is_letter(uint32_t point)
{
	return (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
}

/* Takes a modifier off the front. What is left must not be empty: "Ctrl-" alone names nothing. */
static bool take_modifier(const char **name, size_t *len, const char *modifier)
{
	size_t modifier_len = strlen(modifier);

	if (*len <= modifier_len || memcmp(*name, modifier, modifier_len) != 0)
		return false;
	*name += modifier_len;
	*len -= modifier_len;
	return true;
}

static enum keycode code_of_name(const char *name, size_t len)
{
	for (enum keycode code = KEYCODE_ENTER; code < KEYCODE_COUNT; code++)
		if (strlen(code_names[code]) == len && memcmp(code_names[code], name, len) == 0)
			return code;
	return KEYCODE_NONE;
}

/* "U+001B": how a character without a face of its own is written. */
static bool parse_hex_point(const char *name, size_t len, uint32_t *ret_point)
{
	char digits[9] = "", *end;

	if (len < 6 || len >= 2 + sizeof digits || memcmp(name, "U+", 2) != 0)
		return false;
	memcpy(digits, name + 2, len - 2);
	if (strspn(digits, "0123456789ABCDEFabcdef") != len - 2)
		return false;
	*ret_point = (uint32_t)strtoul(digits, &end, 16);
	return *ret_point <= 0x10FFFF;
}

static bool parse_point(const char *name, size_t len, uint32_t *ret_point)
{
	const char *at = name, *end = name + len;

	if (len == 5 && memcmp(name, "Space", 5) == 0) {
		*ret_point = ' ';
		return true;
	}
	if (parse_hex_point(name, len, ret_point))
		return true;
	if (len == 0 || *name == ' ' || !text_is_clean(name, len, false))
		return false;
	*ret_point = (uint32_t)text_next_code_point(&at, end);
	return at == end;
}

bool key_parse(const char *name, size_t len, struct key *ret_key)
{
	struct key key = { 0 };

	for (;;) {
		if (!key.ctrl && take_modifier(&name, &len, "Ctrl-"))
			key.ctrl = true;
		else if (!key.alt && take_modifier(&name, &len, "Alt-"))
			key.alt = true;
		else if (!key.shift && take_modifier(&name, &len, "Shift-"))
			key.shift = true;
		else
			break;
	}
	key.code = code_of_name(name, len);
	if (key.code == KEYCODE_TAB && key.shift)
		key = (struct key){ .code = KEYCODE_BACKTAB, .ctrl = key.ctrl, .alt = key.alt };
	if (key.code == KEYCODE_NONE) {
		/* A shifted character is another character. */
		if (key.shift || !parse_point(name, len, &key.point))
			return false;
		key.code = KEYCODE_CHAR;
		if (key.ctrl && is_letter(key.point))
			key.point |= 0x20;
	}
	*ret_key = key;
	return true;
}

static void add_point(struct buf *out, const struct key *key)
{
	uint32_t point = key->ctrl && is_letter(key->point) ? key->point & ~0x20u : key->point;
	size_t at = out->len;

	if (point == ' ') {
		buf_add_text(out, "Space");
		return;
	}
	text_add_code_point(out, (int32_t)point);
	if (text_is_clean(buf_text(out) + at, out->len - at, false))
		return;
	buf_remove(out, at, out->len - at);
	buf_addf(out, "U+%04X", (unsigned)point);
}

void key_print(struct key key, char name[KEY_NAME_LEN])
{
	struct buf out = { 0 };

	if (key.ctrl)
		buf_add_text(&out, "Ctrl-");
	if (key.alt)
		buf_add_text(&out, "Alt-");
	if (key.shift)
		buf_add_text(&out, "Shift-");
	if (key.code == KEYCODE_CHAR)
		add_point(&out, &key);
	else
		buf_add_text(&out, code_names[key.code]);
	snprintf(name, KEY_NAME_LEN, "%s", buf_text(&out));
	buf_done(&out);
}

bool key_equal(struct key a, struct key b)
{
	return a.code == b.code && (a.code != KEYCODE_CHAR || a.point == b.point) && a.ctrl == b.ctrl && a.alt == b.alt &&
	       a.shift == b.shift;
}

/* What an input method in kana mode writes for the keys of ASCII punctuation. */
static const struct {
	uint32_t wide, narrow;
} wide_marks[] = {
	{ 0x3000, ' ' },
	{ 0x3001, ',' }, /* 、 */
	{ 0x3002, '.' }, /* 。 */
	{ 0x300C, '[' }, /* 「 */
	{ 0x300D, ']' }, /* 」 */
	{ 0x301C, '~' }, /* 〜 */
	{ 0x30FB, '/' }, /* ・ */
	{ 0x30FC, '-' }, /* ー */
	{ 0x2212, '-' }, /* − */
	{ 0xFFE5, '\\' }, /* ￥ */
};

static const struct {
	uint32_t kana, key;
} kana_keys[] = {
	{ 0x3042, 'a' }, { 0x3044, 'i' }, { 0x3046, 'u' }, { 0x3048, 'e' }, { 0x304A, 'o' }, { 0x3093, 'n' }, /* あいうえおん */
};

struct key key_of_kana(struct key key)
{
	for (size_t i = 0; i < COUNT(kana_keys); i++)
		if (key.code == KEYCODE_CHAR && key.point == kana_keys[i].kana)
			key.point = kana_keys[i].key;
	return key;
}

struct key key_narrow(struct key key)
{
	if (key.code != KEYCODE_CHAR)
		return key;
	if (key.point >= 0xFF01 && key.point <= 0xFF5E)
		key.point -= 0xFF01 - '!';
	for (size_t i = 0; i < COUNT(wide_marks); i++)
		if (key.point == wide_marks[i].wide)
			key.point = wide_marks[i].narrow;
	return key;
}
