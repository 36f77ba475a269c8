#include "nasty.h"

#include "base/mem.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static const char *const alphabet[] = {
	"a", "Z", "0", "7", "#", " ", "  ", "-", "word", "\n", "\t", "\r", "\r\n", "\x1b[31m", "\x7f", "\x01",
	"あ", "か", "っ", "ー", "ガ", "セン", "漢", "字", "々", "𠮷", "髙", "\uFA10", "、", "。", "「", "」", "　", "・",
	"０", "１", "：", "Ａ", "ｶ", "ﾞ", "ﾟ", "\u3099", "\u309A", "゛", "e", "\u0301", "\u0308", "\u034F",
	"①", "…", "─", "○", "“", "”", "㉈", "䷀", "\uE000", "\uFFFD",
	"\u200D", "\uFE0E", "\uFE0F", "\uFE00", "\U000E0100", "\U000E01EF", "\u20E3", "1\uFE0F\u20E3",
	"👨", "👩", "❤", "🏽", "🏿", "👨\u200D👩\u200D👧", "🏳\uFE0F\u200D🌈", "⌚", "\u3297", "🇯", "🇵", "🇺🇸", "\U0001FAE8",
	"\u202E", "\u2066", "\u200B", "\u200F", "\u2060", "\uFEFF", "\u00AD", "\u2028", "\u2029", "\xc2\x85", "\xc2\x9b",
	"\u00A0", "\U000E0067", "\U000E007F", "\uFDD0", "\U0010FFFF", "\u3164", "\u115F",
	"\u1112", "\u1161", "\u11AB", "한", "क", "\u093F", "\u094D", "\u0600", "\u0E33", "א", "\u0CC6",
	"\xe3", "\xe3\x81", "\x81", "\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf0\x9f\x98", "\xf8",
};

uint64_t nasty_seed(void)
{
	const char *wish = getenv("YORIAI_SEED");
	uint64_t seed = wish ? strtoull(wish, NULL, 10) : 0;

	if (!wish && getrandom(&seed, sizeof seed, 0) != (ssize_t)sizeof seed)
		abort();
	seed += seed == 0;
	printf("YORIAI_SEED=%" PRIu64 "\n", seed);
	return seed;
}

/* xorshift64* */
uint32_t nasty_below(uint64_t *seed, uint32_t limit)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (uint32_t)((*seed * UINT64_C(0x2545F4914F6CDD1D)) >> 32) % limit;
}

void nasty_add(struct buf *out, uint64_t *seed, uint32_t pieces)
{
	for (uint32_t i = nasty_below(seed, pieces + 1); i > 0; i--)
		buf_add_text(out, alphabet[nasty_below(seed, COUNT(alphabet))]);
}
