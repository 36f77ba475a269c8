#include "sequence.h"

#include "text/text.h"

enum { ESC = 0x1B, PARAMETERS_MAX = 4, SEQUENCE_MAX = 64 };

static const struct sequence unfinished = { .kind = SEQUENCE_UNFINISHED };

static const enum keycode codes_by_letter[128] = {
	['A'] = KEYCODE_UP, ['B'] = KEYCODE_DOWN, ['C'] = KEYCODE_RIGHT, ['D'] = KEYCODE_LEFT,
	['F'] = KEYCODE_END, ['H'] = KEYCODE_HOME, ['M'] = KEYCODE_ENTER, ['Z'] = KEYCODE_BACKTAB,
	['P'] = KEYCODE_F1, ['Q'] = KEYCODE_F2, ['R'] = KEYCODE_F3, ['S'] = KEYCODE_F4,
};

static const enum keycode codes_by_number[] = {
	[1] = KEYCODE_HOME, [3] = KEYCODE_DELETE, [4] = KEYCODE_END, [5] = KEYCODE_PAGE_UP, [6] = KEYCODE_PAGE_DOWN,
	[7] = KEYCODE_HOME, [8] = KEYCODE_END,
	[11] = KEYCODE_F1, [12] = KEYCODE_F2, [13] = KEYCODE_F3, [14] = KEYCODE_F4, [15] = KEYCODE_F5,
	[17] = KEYCODE_F6, [18] = KEYCODE_F7, [19] = KEYCODE_F8, [20] = KEYCODE_F9, [21] = KEYCODE_F10,
	[23] = KEYCODE_F11, [24] = KEYCODE_F12,
};
enum { NUMBERS = sizeof codes_by_number / sizeof codes_by_number[0] };

static struct sequence as_key(struct key key, size_t len)
{
	return (struct sequence){ .kind = key.code ? SEQUENCE_KEY : SEQUENCE_OTHER, .len = len, .key = key };
}

struct key sequence_control(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n':
		return (struct key){ .code = KEYCODE_ENTER };
	case '\t':
		return (struct key){ .code = KEYCODE_TAB };
	case '\b':
	case 0x7F:
		return (struct key){ .code = KEYCODE_BACKSPACE };
	case 0:
		return (struct key){ .code = KEYCODE_CHAR, .point = ' ', .ctrl = true };
	default: /* Ctrl-A to Ctrl-Z as small letters, then Ctrl-\ ] ^ _ */
		byte |= byte < 0x1B ? 0x60 : 0x40;
		return (struct key){ .code = KEYCODE_CHAR, .point = byte, .ctrl = true };
	}
}

/* What is typed as a character by its number, as xterm and others send keys that have no sequence of their own. */
static struct key key_of_number(unsigned point)
{
	if (point == ESC)
		return (struct key){ .code = KEYCODE_ESCAPE };
	if (point == '\r' || point == '\t' || point == 0x7F)
		return sequence_control((unsigned char)point);
	if (point < ' ' || point > 0x10FFFF)
		return (struct key){ .code = KEYCODE_NONE };
	return (struct key){ .code = KEYCODE_CHAR, .point = point };
}

/* xterm adds 1 to the sum of Shift 1, Alt 2, Ctrl 4, Meta 8. */
static struct key with_modifiers(struct key key, unsigned parameter)
{
	unsigned modifiers = parameter ? parameter - 1 : 0;

	key.alt = modifiers & (2 | 8);
	key.ctrl = modifiers & 4;
	key.shift = (modifiers & 1) && key.code != KEYCODE_CHAR;
	if (key.shift && key.code == KEYCODE_TAB)
		key = (struct key){ .code = KEYCODE_BACKTAB, .alt = key.alt, .ctrl = key.ctrl };
	return key;
}

static struct sequence csi_meaning(char final, const unsigned parameters[PARAMETERS_MAX], size_t len)
{
	unsigned number = parameters[0], modifiers = parameters[1];
	struct key key = { .code = codes_by_letter[final & 0x7F] };

	if (final == 'u')
		return as_key(with_modifiers(key_of_number(number), modifiers), len);
	if (final == '~' && number == 27)
		return as_key(with_modifiers(key_of_number(parameters[2]), modifiers), len);
	if (final == '~' && (number == 200 || number == 201))
		return (struct sequence){ .kind = number == 200 ? SEQUENCE_PASTE : SEQUENCE_OTHER, .len = len };
	if (final == '~')
		key.code = number < NUMBERS ? codes_by_number[number] : KEYCODE_NONE;
	if (final == 'R') {
		key.code = number == 1 ? KEYCODE_F3 : KEYCODE_NONE;
		return (struct sequence){ .kind = SEQUENCE_REPORT, .len = len, .key = with_modifiers(key, modifiers) };
	}
	return as_key(with_modifiers(key, modifiers), len);
}

/* The Linux console's F1 to F5: ESC [ [ A to E. */
static struct sequence read_linux_key(const char *bytes, size_t len)
{
	struct key key = { 0 };

	if (len < 4)
		return unfinished;
	if (bytes[3] >= 'A' && bytes[3] <= 'E')
		key.code = KEYCODE_F1 + (enum keycode)(bytes[3] - 'A');
	return as_key(key, 4);
}

/* Private ones (ESC [ ? …) are answers to questions that nobody asked. */
static struct sequence read_csi(const char *bytes, size_t len)
{
	unsigned parameters[PARAMETERS_MAX] = { 0 };
	size_t n = 0, at = 2;

	if (len > 2 && bytes[2] == '[')
		return read_linux_key(bytes, len);
	for (; at < len && bytes[at] >= 0x20 && bytes[at] < 0x40; at++) {
		if (bytes[at] == ';')
			n++;
		else if (bytes[at] >= '0' && bytes[at] <= '9' && n < PARAMETERS_MAX && parameters[n] < 0x110000)
			parameters[n] = parameters[n] * 10 + (unsigned)(bytes[at] - '0');
	}
	if (at > SEQUENCE_MAX)
		return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at };
	if (at == len)
		return unfinished;
	if (bytes[at] < 0x40 || bytes[at] > 0x7E) /* broken off: the byte belongs to what follows */
		return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at };
	if (bytes[2] >= '<' && bytes[2] <= '?')
		return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at + 1 };
	return csi_meaning(bytes[at], parameters, at + 1);
}

size_t sequence_character(const char *bytes, size_t len)
{
	unsigned char lead = (unsigned char)bytes[0];
	size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
	size_t have = 1;

	while (have < whole && have < len && ((unsigned char)bytes[have] & 0xC0) == 0x80)
		have++;
	return have < whole && have == len ? 0 : have;
}

static struct sequence read_alt(const char *bytes, size_t len)
{
	const char *at = bytes + 1;
	size_t taken = sequence_character(at, len - 1);
	unsigned char first = (unsigned char)*at;
	struct key key;

	if (!taken)
		return unfinished;
	if (first < ' ' || first == 0x7F) {
		key = sequence_control(first);
	} else {
		int32_t point = text_next_code_point(&at, at + taken);
		key = (struct key){ .code = point < 0 ? KEYCODE_NONE : KEYCODE_CHAR, .point = (uint32_t)point };
	}
	key.alt = true;
	return as_key(key, taken + 1);
}

/* Cursor and function keys in application mode, and the numeric keypad: j to y stand for * to 9. */
static struct sequence read_ss3(const char *bytes, size_t len)
{
	struct key key = { 0 };

	if (len < 3)
		return unfinished;
	if (bytes[2] < ' ')
		return read_alt(bytes, 2);
	if (bytes[2] >= 'j' && bytes[2] <= 'y')
		key = (struct key){ .code = KEYCODE_CHAR, .point = (uint32_t)(bytes[2] - 'j' + '*') };
	else
		key.code = codes_by_letter[(unsigned char)bytes[2]];
	return as_key(key, 3);
}

/* A terminal's answer: a string up to BEL or ESC \. Any other control breaks it off: then it was no answer. */
static struct sequence read_string(const char *bytes, size_t len)
{
	size_t at = 2;

	while (at < len && ((unsigned char)bytes[at] >= ' '))
		at++;
	if (at < len && bytes[at] == '\a')
		return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at + 1 };
	if (at == len || (bytes[at] == ESC && at + 1 == len))
		return unfinished;
	if (bytes[at] == ESC && bytes[at + 1] == '\\')
		return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at + 2 };
	return (struct sequence){ .kind = SEQUENCE_OTHER, .len = at };
}

/* Alt with a named key, as rxvt sends it; else the first ESC was the key Escape. */
static struct sequence read_escape_twice(const char *bytes, size_t len)
{
	struct sequence inner = sequence_read(bytes + 1, len - 1);

	if (inner.kind == SEQUENCE_UNFINISHED)
		return unfinished;
	if (inner.kind != SEQUENCE_KEY || inner.len < 3)
		return as_key((struct key){ .code = KEYCODE_ESCAPE }, 1);
	inner.key.alt = true;
	inner.len++;
	return inner;
}

struct sequence sequence_read(const char *bytes, size_t len)
{
	if (len < 2)
		return unfinished;
	switch (bytes[1]) {
	case '[':
		return read_csi(bytes, len);
	case 'O':
		return read_ss3(bytes, len);
	case ']': /* OSC, DCS, APC, PM, SOS */
	case 'P':
	case '_':
	case '^':
	case 'X':
		return read_string(bytes, len);
	case ESC:
		return read_escape_twice(bytes, len);
	default:
		return read_alt(bytes, len);
	}
}
