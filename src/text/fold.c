#include "text/fold.h"

#include "base/mem.h"
#include "point.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <unicase.h>
#include <uninorm.h>

enum { PLAIN_AT_ONCE = 256, PLAIN_LEN_MAX = 3 };

static int32_t usual_form(int32_t kanji)
{
	switch ((char32_t)kanji) {
#define VARIANT(form, usual) case form: return usual;
#include "variants.def"
#undef VARIANT
	default:
		return kanji;
	}
}

static int32_t folded(int32_t point)
{
	if ((point >= 0x30A1 && point <= 0x30F6) || point == 0x30FD || point == 0x30FE) /* katakana, ヽヾ */
		return point - 0x60;
	if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) /* hyphens, dashes, minus; ー is a letter */
		return '-';
	if (point == 0x301C) /* 〜; NFKC has made ～ a tilde already */
		return '~';
	return usual_form(point);
}

/* What everyday Japanese is made of folds character by character: into what, or -1 where that is not so simple. */
static int32_t plainly_folded(int32_t point)
{
	if (point >= 0xFF01 && point <= 0xFF5E) /* full-width ASCII */
		point -= 0xFEE0;
	if (point >= 'A' && point <= 'Z')
		return point + ('a' - 'A');
	if ((point >= ' ' && point <= '~') || point == '\n' || point == '\t')
		return point;
	if ((point >= 0x3041 && point <= 0x3096) || (point >= 0x3001 && point <= 0x3011)) /* hiragana, 、。々「」 */
		return point;
	if ((point >= 0x30A1 && point <= 0x30FE) || (point >= 0x4E00 && point <= 0x9FFF)) /* katakana, kanji */
		return folded(point);
	return point == 0x3000 ? ' ' : -1;
}

/* As UTF-8; plainly folded points have no more than 16 bits. Returns its end. */
static char *put_plain(char *at, int32_t point)
{
	if (point < 0x80) {
		*at++ = (char)point;
		return at;
	}
	*at++ = (char)(0xE0 | point >> 12);
	*at++ = (char)(0x80 | (point >> 6 & 0x3F));
	*at++ = (char)(0x80 | (point & 0x3F));
	return at;
}

/* False, and nothing added, where a character needs its neighbours or is none. */
static bool add_plainly(struct buf *out, const char *text, size_t len)
{
	char some[PLAIN_AT_ONCE], *to = some;
	size_t before = out->len;

	for (const char *at = text, *end = text + len; at < end;) {
		int32_t point = plainly_folded(text_next_code_point(&at, end));
		if (point < 0) {
			buf_remove(out, before, out->len - before);
			return false;
		}
		to = put_plain(to, point);
		if (to > some + sizeof some - PLAIN_LEN_MAX || at == end) {
			buf_add(out, some, (size_t)(to - some));
			to = some;
		}
	}
	return true;
}

/* Before NFKC, which would make ゛ and ゜ a space and a mark; and without what would part a mark from its base. */
static void add_prepared(struct buf *out, const char *text, size_t len)
{
	for (const char *at = text, *end = text + len; at < end;) {
		int32_t point = text_next_code_point(&at, end);
		if (point == 0x309B || point == 0x309C)
			text_add_code_point(out, point - 2);
		else if (!point_is_invisible(point))
			text_add_code_point(out, point < 0 ? POINT_REPLACEMENT : point);
	}
}

void text_fold(struct buf *out, const char *text, size_t len)
{
	struct buf prepared = { 0 };
	size_t key_len = 0;

	if (add_plainly(out, text, len))
		return;
	add_prepared(&prepared, text, len);
	const uint8_t *bytes = (const uint8_t *)buf_text(&prepared);
	uint8_t *key = u8_casefold(bytes, prepared.len, "ja", UNINORM_NFKC, NULL, &key_len);
	const char *at = (const char *)key, *end = at + key_len;
	while (at < end)
		text_add_code_point(out, folded(text_next_code_point(&at, end)));
	free(key);
	buf_done(&prepared);
}

bool text_holds(const char *text, const char *folded_part)
{
	struct buf key = { 0 };

	text_fold(&key, text, strlen(text));
	bool holds = strstr(buf_text(&key), folded_part) != NULL;
	buf_done(&key);
	return holds;
}

bool text_holds_words(const char *text, const char *folded_words)
{
	struct buf key = { 0 };
	bool holds = true;

	text_fold(&key, text, strlen(text));
	for (const char *at = folded_words + strspn(folded_words, " "); holds && *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		holds = memmem(buf_text(&key), key.len, at, len) != NULL;
		at += len;
	}
	buf_done(&key);
	return holds;
}
