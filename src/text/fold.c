#include "text/fold.h"

#include "base/mem.h"
#include "point.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <unicase.h>
#include <uninorm.h>

/* Forms of kanji that people mix in names, and that NFKC keeps apart. In the order of the first. */
static const struct variant {
	char32_t form, usual;
} variants[] = {
	{ U'冨', U'富' }, { U'凜', U'凛' }, { U'區', U'区' },
	{ U'國', U'国' }, { U'圓', U'円' }, { U'增', U'増' },
	{ U'壽', U'寿' }, { U'學', U'学' }, { U'實', U'実' },
	{ U'嶋', U'島' }, { U'嶌', U'島' }, { U'廣', U'広' },
	{ U'彌', U'弥' }, { U'德', U'徳' }, { U'惠', U'恵' },
	{ U'應', U'応' }, { U'斎', U'斉' }, { U'曾', U'曽' },
	{ U'會', U'会' }, { U'條', U'条' }, { U'榮', U'栄' },
	{ U'槇', U'槙' }, { U'檜', U'桧' }, { U'櫻', U'桜' },
	{ U'淺', U'浅' }, { U'澤', U'沢' }, { U'濱', U'浜' },
	{ U'濵', U'浜' }, { U'瀧', U'滝' }, { U'眞', U'真' },
	{ U'緣', U'縁' }, { U'縣', U'県' }, { U'與', U'与' },
	{ U'舘', U'館' }, { U'萬', U'万' }, { U'藏', U'蔵' },
	{ U'豐', U'豊' }, { U'邉', U'辺' }, { U'邊', U'辺' },
	{ U'靜', U'静' }, { U'驛', U'駅' }, { U'髙', U'高' },
	{ U'黑', U'黒' }, { U'齊', U'斉' }, { U'齋', U'斉' },
	{ U'龍', U'竜' }, { U'﨑', U'崎' }, { U'𠮷', U'吉' },
};

static int variant_compare(const void *a, const void *b)
{
	const struct variant *left = a, *right = b;

	return (left->form > right->form) - (left->form < right->form);
}

static int32_t usual_form(int32_t kanji)
{
	const struct variant key = { .form = (char32_t)kanji };
	const struct variant *found = bsearch(&key, variants, COUNT(variants), sizeof *variants, variant_compare);

	return found ? (int32_t)found->usual : kanji;
}

static int32_t folded(int32_t point)
{
	if ((point >= 0x30A1 && point <= 0x30F6) || point == 0x30FD || point == 0x30FE) /* katakana, ヽヾ */
		return point - 0x60;
	if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212) /* hyphens, dashes, minus; ー is a letter */
		return '-';
	if (point == 0x301C) /* 〜; NFKC has made ～ a tilde already */
		return '~';
	return point_is_ideograph(point) ? usual_form(point) : point;
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

/* False, and nothing added, where a character needs its neighbours or is none. */
static bool add_plainly(struct buf *out, const char *text, size_t len)
{
	size_t before = out->len;

	for (const char *at = text, *end = text + len; at < end;) {
		int32_t point = plainly_folded(text_next_code_point(&at, end));
		if (point < 0) {
			buf_remove(out, before, out->len - before);
			return false;
		}
		text_add_code_point(out, point);
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
