#include "names.h"

#include "base/mem.h"

#include <stdio.h>

#include "curses_private.h"

static const struct {
	const char *capability;
	struct key key;
} capabilities[] = {
	{ "kcuu1", { .code = KEYCODE_UP } },
	{ "kcud1", { .code = KEYCODE_DOWN } },
	{ "kcub1", { .code = KEYCODE_LEFT } },
	{ "kcuf1", { .code = KEYCODE_RIGHT } },
	{ "khome", { .code = KEYCODE_HOME } },
	{ "kend", { .code = KEYCODE_END } },
	{ "kpp", { .code = KEYCODE_PAGE_UP } },
	{ "knp", { .code = KEYCODE_PAGE_DOWN } },
	{ "kdch1", { .code = KEYCODE_DELETE } },
	{ "kent", { .code = KEYCODE_ENTER } },
	{ "kcbt", { .code = KEYCODE_BACKTAB } },
	{ "kri", { .code = KEYCODE_UP, .shift = true } },
	{ "kind", { .code = KEYCODE_DOWN, .shift = true } },
	{ "kf1", { .code = KEYCODE_F1 } },
	{ "kf2", { .code = KEYCODE_F2 } },
	{ "kf3", { .code = KEYCODE_F3 } },
	{ "kf4", { .code = KEYCODE_F4 } },
	{ "kf5", { .code = KEYCODE_F5 } },
	{ "kf6", { .code = KEYCODE_F6 } },
	{ "kf7", { .code = KEYCODE_F7 } },
	{ "kf8", { .code = KEYCODE_F8 } },
	{ "kf9", { .code = KEYCODE_F9 } },
	{ "kf10", { .code = KEYCODE_F10 } },
	{ "kf11", { .code = KEYCODE_F11 } },
	{ "kf12", { .code = KEYCODE_F12 } },
};

/* xterm's extended names: kUP is Shift-Up, kUP3 Alt-Up, to kUP7 for Ctrl-Alt-Up. */
static const struct {
	const char *capability;
	enum keycode code;
} modified[] = {
	{ "kUP", KEYCODE_UP },     { "kDN", KEYCODE_DOWN }, { "kLFT", KEYCODE_LEFT },   { "kRIT", KEYCODE_RIGHT },
	{ "kHOM", KEYCODE_HOME },  { "kEND", KEYCODE_END }, { "kPRV", KEYCODE_PAGE_UP }, { "kNXT", KEYCODE_PAGE_DOWN },
	{ "kDC", KEYCODE_DELETE },
};
enum { FIRST_MODIFIERS = 2, LAST_MODIFIERS = 7 };

/* Single bytes are decoded without the description. */
static void add(struct decode_name *names, size_t *len, const char *capability, struct key key)
{
	const char *bytes = tigetstr(capability);

	if (bytes && bytes != (char *)-1 && bytes[0] == '\033' && bytes[1])
		names[(*len)++] = (struct decode_name){ bytes, key };
}

static void add_modified(struct decode_name *names, size_t *len, const char *capability, enum keycode code)
{
	for (int modifiers = FIRST_MODIFIERS; modifiers <= LAST_MODIFIERS; modifiers++) {
		int bits = modifiers - 1;
		struct key key = { .code = code, .shift = bits & 1, .alt = bits & 2, .ctrl = bits & 4 };
		char name[16];

		snprintf(name, sizeof name, modifiers == FIRST_MODIFIERS ? "%s" : "%s%d", capability, modifiers);
		add(names, len, name, key);
	}
}

struct decode_name *names_read(size_t *ret_len)
{
	struct decode_name *names = mem_new(COUNT(capabilities) + COUNT(modified) * LAST_MODIFIERS, sizeof *names);

	*ret_len = 0;
	for (size_t i = 0; i < COUNT(capabilities); i++)
		add(names, ret_len, capabilities[i].capability, capabilities[i].key);
	for (size_t i = 0; i < COUNT(modified); i++)
		add_modified(names, ret_len, modified[i].capability, modified[i].code);
	return names;
}
