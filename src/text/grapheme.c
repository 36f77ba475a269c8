#include "grapheme.h"

#include "point.h"
#include "text/text.h"

#include <unigbrk.h>

/* Is there a break between two neighbours, whatever stands around them? For two flag letters and for a joiner
 * before a pictograph that depends, so this says no. (Not u8_grapheme_next(): libunistring 1.0 gets emoji and
 * flags wrong there, and u8_grapheme_breaks() reads the whole text for one answer.) */
static bool always_breaks(int32_t a, int32_t b)
{
	if (a < 0 || b < 0 || (point_is_plain(a) && point_is_plain(b)))
		return true;
	if (point_is_flag_letter(a) && point_is_flag_letter(b))
		return false;
	if (a == POINT_JOINER && point_is_pictograph(b))
		return false;
	return uc_is_grapheme_break((ucs4_t)a, (ucs4_t)b);
}

static bool is_extending(int32_t point)
{
	return uc_graphemeclusterbreak_property((ucs4_t)point) == GBP_EXTEND;
}

bool grapheme_is_plain_at(const char *text, size_t len, size_t at)
{
	int32_t point;

	return at == len || point_plain_len(text + at, text + len, &point);
}

size_t grapheme_end(const char *text, size_t len, size_t at)
{
	const char *next = text + at, *end = text + len;
	int32_t last;
	size_t alone = point_alone_len(next, end, &last);

	if (alone)
		return at + alone;
	last = text_next_code_point(&next, end);
	bool pictograph = point_is_pictograph(last); /* a pictograph and what extends it (GB 11) */
	int flag_letters = point_is_flag_letter(last);

	while (next < end) {
		const char *after = next;
		int32_t point = text_next_code_point(&after, end);
		if (always_breaks(last, point))
			break;
		if (last == POINT_JOINER && point_is_pictograph(point) && !pictograph)
			break;
		if (point_is_flag_letter(point) && flag_letters++ == 2)
			break;
		if (point_is_pictograph(point))
			pictograph = true;
		else if (point != POINT_JOINER && !is_extending(point))
			pictograph = false;
		last = point;
		next = after;
	}
	return (size_t)(next - text);
}

/* The point that ends at `at` (> 0), and where it begins. */
static int32_t point_before(const char *text, size_t at, size_t *ret_start)
{
	size_t start = at - 1;

	while (start > 0 && at - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	const char *next = text + start;
	int32_t point = text_next_code_point(&next, text + at);
	if (next == text + at) {
		*ret_start = start;
		return point;
	}
	*ret_start = at - 1;
	return -1;
}

/* Back to where there is a break in any case, then forward. */
size_t grapheme_start(const char *text, size_t len, size_t at)
{
	size_t start = at;
	int32_t point = point_before(text, at, &start);

	while (start > 0) {
		size_t before;
		int32_t earlier = point_before(text, start, &before);
		if (always_breaks(earlier, point))
			break;
		start = before;
		point = earlier;
	}
	for (size_t end; (end = grapheme_end(text, len, start)) < at; start = end)
		;
	return start;
}
