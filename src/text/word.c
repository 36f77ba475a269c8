#include "word.h"

#include "base/mem.h"
#include "point.h"
#include "text/text.h"

#include <unictype.h>

enum script { BLANK, SIGN, LETTER, HIRAGANA, KATAKANA, KANJI };

static const struct {
	int32_t first, last;
	enum script script;
} scripts[] = {
	{ 0x3005, 0x3007, KANJI },    /* 々〆〇 */
	{ 0x3041, 0x309F, HIRAGANA },
	{ 0x30A1, 0x30FA, KATAKANA },
	{ 0x30FC, 0x30FF, KATAKANA }, /* ーヽヾ */
	{ 0xFF66, 0xFF9F, KATAKANA }, /* half-width */
};

static enum script script_at(const char *text, size_t len, size_t at)
{
	const char *next = text + at;
	int32_t point = text_next_code_point(&next, text + len);

	if (point_is_space(point))
		return BLANK;
	for (size_t i = 0; i < COUNT(scripts); i++) {
		if (point >= scripts[i].first && point <= scripts[i].last)
			return scripts[i].script;
	}
	if (point_is_ideograph(point))
		return KANJI;
	return point >= 0 && (point == '_' || uc_is_alnum((ucs4_t)point)) ? LETTER : SIGN;
}

/* Does the cluster of script b go on with the word whose last cluster is of script a? */
static bool continues(enum script a, enum script b)
{
	return a == b || (b == HIRAGANA && (a == KANJI || a == KATAKANA));
}

size_t word_end(const char *text, size_t len, size_t at)
{
	while (at < len && script_at(text, len, at) == BLANK)
		at = text_cluster_end(text, len, at);
	while (at < len) {
		enum script script = script_at(text, len, at);
		at = text_cluster_end(text, len, at);
		if (at < len && !continues(script, script_at(text, len, at)))
			break;
	}
	return at;
}

size_t word_start(const char *text, size_t len, size_t at)
{
	enum script script = BLANK;

	while (at > 0 && script == BLANK) {
		at = text_cluster_start(text, len, at);
		script = script_at(text, len, at);
	}
	while (at > 0) {
		size_t before = text_cluster_start(text, len, at);
		enum script earlier = script_at(text, len, before);
		if (earlier == BLANK || !continues(earlier, script))
			break;
		script = earlier;
		at = before;
	}
	return at;
}
