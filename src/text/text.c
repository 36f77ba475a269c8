#include "text/text.h"

#include "point.h"

#include <unistr.h>

enum { KANA_LEN = 3 };

/* Kana and kanji: three bytes that can mean nothing else. */
static bool is_kana(const char *at, const char *end)
{
	unsigned char first = (unsigned char)*at;

	return first > 0xE0 && first < 0xED && end - at >= KANA_LEN && (at[1] & 0xC0) == 0x80 && (at[2] & 0xC0) == 0x80;
}

int32_t text_next_code_point(const char **at, const char *end)
{
	ucs4_t point;
	unsigned char first = (unsigned char)**at;

	if (first < 0x80) {
		*at += 1;
		return first;
	}
	if (is_kana(*at, end)) {
		point = (ucs4_t)((first & 0x0F) << 12 | ((*at)[1] & 0x3F) << 6 | ((*at)[2] & 0x3F));
		*at += KANA_LEN;
		return (int32_t)point;
	}
	int len = u8_mbtoucr(&point, (const uint8_t *)*at, (size_t)(end - *at));
	if (len <= 0) {
		*at += 1;
		return -1;
	}
	*at += len;
	return (int32_t)point;
}

void text_add_code_point(struct buf *out, int32_t code_point)
{
	uint8_t bytes[6];
	int len = u8_uctomb(bytes, (ucs4_t)code_point, sizeof bytes);

	if (len > 0)
		buf_add(out, bytes, (size_t)len);
}

/* Cleaning reads one point after the other; what may stay depends on what stayed before it. */
struct wash {
	bool lines;
	int32_t last;    /* what stayed last; and does it end … */
	bool pictograph; /* … an emoji, which a joiner may join to the next? */
	bool keycap;     /* … a digit, # or *, which may get a key around it? */
	bool gap;        /* … a run of line feeds and tabs, as the space that stands for it? */
};

/* A selector that fits nothing is a way to smuggle bytes through a name: it goes. */
static bool selector_fits(int32_t base, int32_t selector)
{
	if (point_is_ideograph(base))
		return true;
	return (selector == 0xFE0E || selector == 0xFE0F) && point_is_emoji(base);
}

static bool is_keycap_base(int32_t point)
{
	return (point >= '0' && point <= '9') || point == '#' || point == '*';
}

static bool is_line_end(int32_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

static int32_t washed_gap(const struct wash *wash, int32_t gap)
{
	if (wash->lines)
		return gap;
	return wash->gap ? 0 : ' ';
}

static int32_t peek(const char *at, const char *end)
{
	return at < end ? text_next_code_point(&at, end) : 0;
}

/* What is to stand for the point: itself, something else, or 0 for nothing. rest is what follows it. */
static int32_t washed(const struct wash *wash, int32_t point, const char *rest, const char *end)
{
	if (point < 0)
		return POINT_REPLACEMENT;
	if (point == '\r' && peek(rest, end) == '\n')
		return 0;
	if (is_line_end(point))
		return washed_gap(wash, '\n');
	if (point == '\t')
		return washed_gap(wash, '\t');
	if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point_is_noncharacter(point))
		return 0;
	if (point_is_selector(point))
		return selector_fits(wash->last, point) ? point : 0;
	if (point == POINT_JOINER)
		return wash->pictograph && point_is_pictograph(peek(rest, end)) ? point : 0;
	if (point == POINT_KEYCAP)
		return wash->keycap ? point : 0;
	return point_is_invisible(point) ? 0 : point;
}

static void wash_remember(struct wash *wash, int32_t stayed)
{
	bool selects = point_is_selector(stayed);

	wash->pictograph = point_is_pictograph(stayed) ||
			   (wash->pictograph && (selects || point_is_skin_tone(stayed)));
	wash->keycap = wash->keycap && selects;
	wash->gap = stayed == ' ';
	wash->last = stayed;
}

/* Washes the next point. Whether it stayed as it was; *ret_stays is what stands for it. */
static bool wash_next(struct wash *wash, const char **at, const char *end, int32_t *ret_stays)
{
	int32_t point = text_next_code_point(at, end);

	if (point_is_plain(point)) {
		*wash = (struct wash){ .lines = wash->lines, .last = point, .keycap = is_keycap_base(point) };
		*ret_stays = point;
		return true;
	}
	int32_t stays = washed(wash, point, *at, end);
	if (stays)
		wash_remember(wash, stays);
	*ret_stays = stays;
	return stays == point && stays != 0;
}

bool text_is_clean(const char *bytes, size_t len, bool lines)
{
	const char *at = bytes, *end = bytes + len;
	struct wash wash = { .lines = lines };
	int32_t stays;

	while (at < end) {
		if (!wash_next(&wash, &at, end, &stays))
			return false;
	}
	return true;
}

void text_clean(struct buf *out, const char *bytes, size_t len, bool lines)
{
	const char *at = bytes, *end = bytes + len, *kept = bytes; /* what stays as it is, from there on */
	struct wash wash = { .lines = lines };

	while (at < end) {
		int32_t stays;
		const char *from = at;
		if (wash_next(&wash, &at, end, &stays))
			continue;
		buf_add(out, kept, (size_t)(from - kept));
		if (stays)
			text_add_code_point(out, stays);
		kept = at;
	}
	buf_add(out, kept, (size_t)(end - kept));
}

const char *text_trim(const char *text, size_t len, size_t *ret_len)
{
	const char *at = text, *end = text + len, *next = text;

	while (at < end && point_is_space(text_next_code_point(&next, end)))
		at = next;
	const char *last = at;
	for (next = at; next < end;) {
		if (!point_is_space(text_next_code_point(&next, end)))
			last = next;
	}
	*ret_len = (size_t)(last - at);
	return at;
}
