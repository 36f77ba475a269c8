#include "exchange/settings.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "format/span.h"
#include "text/text.h"

#include <stdint.h>
#include <string.h>

static const char *const hook_names[HOOK_KINDS] = {
	[HOOK_ON_WARNING] = "on_warning",
	[HOOK_ON_END] = "on_end",
	[HOOK_ON_OVER] = "on_over",
};

const char *hook_name(enum hook_kind kind)
{
	return hook_names[kind];
}

struct line {
	size_t number;
	struct span key, value;
	struct fault *fault;
};

static enum status take_bell(struct settings *settings, const struct line *line)
{
	struct excerpt value = span_excerpt(line->value);

	settings->silent = strcmp(value.text, "silent") == 0;
	if (settings->silent || strcmp(value.text, "on") == 0)
		return ST_OK;
	return fault_set(line->fault, ST_INVALID, _("line %zu: bell is “on” or “silent”, not “%s”."), line->number,
			 value.text);
}

static enum status take_hook(struct settings *settings, const struct line *line, enum hook_kind kind)
{
	if (settings->hooks[kind])
		return fault_set(line->fault, ST_INVALID, _("line %zu: %s was set before."), line->number,
				 hook_names[kind]);
	settings->hooks[kind] = span_copy(&settings->arena, line->value);
	return ST_OK;
}

static bool is_key(struct span key, const char *name)
{
	return key.len == strlen(name) && memcmp(key.at, name, key.len) == 0;
}

static enum status take_setting(struct settings *settings, const struct line *line)
{
	if (line->value.len == 0)
		return fault_set(line->fault, ST_INVALID, _("line %zu: nothing stands behind “%s =”."), line->number,
				 span_excerpt(line->key).text);
	if (is_key(line->key, "bell"))
		return take_bell(settings, line);
	for (size_t i = 0; i < HOOK_KINDS; i++)
		if (is_key(line->key, hook_names[i]))
			return take_hook(settings, line, (enum hook_kind)i);
	return fault_set(line->fault, ST_INVALID,
			 _("line %zu: “%s” is not known; there are on_warning, on_end, on_over and bell."),
			 line->number, span_excerpt(line->key).text);
}

/* A command is handed on as it was written: what could not have been typed into it is refused, not mended. */
static bool is_clean(struct span text)
{
	struct buf clean = { 0 };

	text_clean(&clean, text.at, text.len, false);
	bool same = clean.len == text.len && memcmp(buf_text(&clean), text.at, text.len) == 0;
	buf_done(&clean);
	return same;
}

static enum status take_line(struct settings *settings, struct span text, size_t number, struct fault *fault)
{
	struct line line = { .number = number, .fault = fault };

	text = span_trim(text);
	if (text.len == 0 || text.at[0] == '#')
		return ST_OK;
	if (!is_clean(text))
		return fault_set(fault, ST_INVALID, _("line %zu: it holds what no text editor writes."), number);
	const char *sign = memchr(text.at, '=', text.len);
	if (!sign)
		return fault_set(fault, ST_INVALID, _("line %zu: write “key = value”; found “%s”."), number,
				 span_excerpt(text).text);
	size_t before = (size_t)(sign - text.at);
	line.key = span_trim((struct span){ text.at, before });
	line.value = span_trim((struct span){ sign + 1, text.len - before - 1 });
	return take_setting(settings, &line);
}

enum status settings_parse(const char *text, size_t len, struct settings *ret_settings, struct fault *fault)
{
	struct settings settings = { 0 };
	struct span rest = { text, len }, line;
	enum status st = ST_OK;

	for (size_t number = 1; span_take_line(&rest, &line); number++)
		if (take_line(&settings, line, number, fault) != ST_OK)
			st = ST_INVALID;
	settings_done(ret_settings);
	*ret_settings = settings;
	return st;
}

void settings_done(struct settings *settings)
{
	arena_done(&settings->arena);
	*settings = (struct settings){ 0 };
}
