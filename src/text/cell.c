#include "text/cell.h"

#include "base/mem.h"
#include "grapheme.h"
#include "point.h"
#include "text/text.h"

#include <string.h>
#include <uninorm.h>

/* A base and its marks before they are composed. Marks beyond are not shown: no terminal could. */
enum { PIECE_MAX = 16 };
struct piece {
	uint32_t points[PIECE_MAX];
	size_t len;
};

/* The black-square numbers have no agreed width: spelled out. */
static const char *spelled(int32_t point)
{
	static const char *const tens[] = { "(10)", "(20)", "(30)", "(40)", "(50)", "(60)", "(70)", "(80)" };

	return point >= 0x3248 && point <= 0x324F ? tens[point - 0x3248] : NULL;
}

/* What stands for the point on every terminal alike: mostly itself. */
static int32_t shown(int32_t point)
{
	if (point == '\t')
		return ' ';
	if (point >= 0 && point < 0x20)
		return 0x2400 + point;
	if (point == 0x7F)
		return 0x2421;
	if (point_is_flag_letter(point))
		return 'A' + (point - 0x1F1E6);
	if (point < 0 || (point >= 0x4DC0 && point <= 0x4DFF) || wcwidth((wchar_t)point) < 0)
		return '?';
	return point;
}

/* Within a cluster a pictograph or skin tone that is not the first was joined to it: the first stands for all. */
static bool is_hidden(int32_t point, bool is_first)
{
	if (point < 0x300)
		return point == 0xAD;
	if (point == POINT_KEYCAP || point_is_invisible(point))
		return true;
	return !is_first && (point_is_skin_tone(point) || point_is_pictograph(point));
}

static void glyph_of_piece(struct glyph *glyph, const struct piece *piece)
{
	uint32_t composed[3 * PIECE_MAX];
	size_t len = COUNT(composed);

	u32_normalize(UNINORM_NFC, piece->points, piece->len, composed, &len);
	if (len > GLYPH_MAX)
		len = GLYPH_MAX;
	*glyph = (struct glyph){ 0 };
	for (size_t i = 0; i < len; i++)
		glyph->points[i] = (wchar_t)composed[i];
	glyph->cols = (uint8_t)wcwidth(glyph->points[0]);
}

static void glyph_of_plain(struct glyph *glyph, int32_t point)
{
	*glyph = (struct glyph){ .points = { (wchar_t)point }, .cols = (uint8_t)point_plain_cols(point) };
}

static void glyph_of_point(struct glyph *glyph, int32_t point)
{
	*glyph = (struct glyph){ .points = { (wchar_t)point }, .cols = (uint8_t)wcwidth((wchar_t)point) };
}

static bool take_spelled(struct glyph_walk *walk, struct glyph *ret_glyph)
{
	glyph_of_point(ret_glyph, *walk->spelled++);
	return true;
}

/* Adds the marks that follow in the cluster, stepping over what is hidden. */
static void take_marks(struct glyph_walk *walk, struct piece *piece)
{
	while (walk->next < walk->end) {
		const char *next = walk->text + walk->next;
		int32_t point = text_next_code_point(&next, walk->text + walk->end);
		if (!is_hidden(point, false)) {
			if (wcwidth((wchar_t)point) != 0)
				return;
			if (piece->len < PIECE_MAX)
				piece->points[piece->len++] = (uint32_t)point;
		}
		walk->next = (size_t)(next - walk->text);
	}
}

/* The next glyph of the cluster; false if its next point shows nothing. */
static bool take_glyph(struct glyph_walk *walk, struct glyph *ret_glyph)
{
	const char *next = walk->text + walk->next;
	int32_t point = text_next_code_point(&next, walk->text + walk->end);
	bool hidden = is_hidden(point, !walk->shows);
	int32_t base = shown(point);

	/* A mark without a base would land on the cell before it, even across the screen's edge: it gets a blank. */
	if (!hidden && wcwidth((wchar_t)base) == 0)
		base = ' ';
	else
		walk->next = (size_t)(next - walk->text);
	if (hidden)
		return false;
	walk->shows = true;
	walk->spelled = spelled(point);
	if (walk->spelled)
		return take_spelled(walk, ret_glyph);
	struct piece piece = { .points = { (uint32_t)base }, .len = 1 };
	take_marks(walk, &piece);
	if (piece.len == 1)
		glyph_of_point(ret_glyph, base);
	else
		glyph_of_piece(ret_glyph, &piece);
	return true;
}

/* Goes on to the next grapheme. True if it is a point that stands alone, and so is its glyph. */
static bool take_alone(struct glyph_walk *walk, struct glyph *ret_glyph)
{
	int32_t point;
	size_t alone = point_alone_len(walk->text + walk->end, walk->text + walk->len, &point);

	walk->at = walk->end;
	walk->end = alone ? walk->at + alone : grapheme_end(walk->text, walk->len, walk->at);
	walk->shows = alone;
	if (!alone)
		return false;
	walk->next = walk->end;
	glyph_of_plain(ret_glyph, point);
	return true;
}

bool glyph_next(struct glyph_walk *walk, struct glyph *ret_glyph)
{
	if (walk->spelled && *walk->spelled)
		return take_spelled(walk, ret_glyph);
	do {
		if (walk->next == walk->end) {
			if (walk->end == walk->len)
				return false;
			if (take_alone(walk, ret_glyph))
				return true;
		}
	} while (!take_glyph(walk, ret_glyph));
	return true;
}

int text_cols(const char *text, size_t len)
{
	struct glyph_walk walk = { .text = text, .len = len };
	struct glyph glyph;
	int cols = 0;

	while (glyph_next(&walk, &glyph))
		cols += glyph.cols;
	return cols;
}
