/* point.h - what single code points are, as far as this floor asks.
 * Floor: text, private. -1 (an invalid byte, text.h) may be asked about everything and is nothing. */
#ifndef TEXT_POINT_H
#define TEXT_POINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	POINT_JOINER = 0x200D, /* ZWJ */
	POINT_KEYCAP = 0x20E3,
	POINT_REPLACEMENT = 0xFFFD,
};

/* Most of every text: points that never join a neighbour of the same sort, are never ambiguous, and are one column
 * wide below U+0080 and two above. A short cut, never a rule of its own: everything said here follows from
 * Unicode's tables, too. */
static inline bool point_is_plain(int32_t point)
{
	return (point >= 0x20 && point <= 0x7E) ||     /* ASCII */
	       (point >= 0x3041 && point <= 0x3096) || /* hiragana without its marks */
	       (point >= 0x30A0 && point <= 0x30FF) || /* katakana */
	       (point >= 0x4E00 && point <= 0x9FFF) || /* kanji */
	       (point >= 0x3000 && point <= 0x3029) || /* 、。「」 and so on */
	       (point >= 0xFF01 && point <= 0xFF60);   /* ！ to ｠ */
}

/* The bytes of the plain point that begins at `at`; 0: none does. What is typed is measured and drawn at every key, so plain
 * points are read here, and the library has the word on all others: of three bytes, the plain ones begin with E3 to EF, where any
 * two that go on make a valid sequence but after ED, and what that gives is not plain. */
static inline size_t point_plain_len(const char *at, const char *end, int32_t *ret_point)
{
	const unsigned char *bytes = (const unsigned char *)at;

	*ret_point = at < end ? bytes[0] : -1;
	if (at == end)
		return 0;
	if (bytes[0] < 0x80)
		return point_is_plain(*ret_point);
	if (end - at < 3 || bytes[0] < 0xE3 || bytes[0] > 0xEF || (bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80)
		return 0;
	*ret_point = (bytes[0] & 0x0F) << 12 | (bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
	return point_is_plain(*ret_point) ? 3 : 0;
}

/* The same where the end or another plain point comes behind it: such a point is a grapheme, a cluster and a glyph of its own. */
static inline size_t point_alone_len(const char *at, const char *end, int32_t *ret_point)
{
	size_t len = point_plain_len(at, end, ret_point);
	int32_t next;

	return len && (at + len == end || point_plain_len(at + len, end, &next)) ? len : 0;
}

static inline int point_plain_cols(int32_t plain)
{
	return plain < 0x80 ? 1 : 2;
}

/* Shows nothing by itself: format characters (Cf) and all else that is Default_Ignorable, selectors included. */
bool point_is_invisible(int32_t point);

bool point_is_selector(int32_t point);    /* VS1 to VS256: chooses a form of the character before it */
bool point_is_pictograph(int32_t point);  /* Extended_Pictographic: what a joiner may join */
bool point_is_emoji(int32_t point);       /* Emoji: also 0-9 # *, the bases of keycaps */
bool point_is_skin_tone(int32_t point);
bool point_is_flag_letter(int32_t point); /* a regional indicator, half a flag */
bool point_is_ideograph(int32_t point);
bool point_is_noncharacter(int32_t point);
bool point_is_space(int32_t point);       /* ASCII white space, U+3000, NBSP: what a person calls blank */

#endif
