#include "text/cell.h"

#include "base/mem.h"
#include "point.h"

#include <unictype.h>
#include <uniwidth.h>

struct range {
	int32_t first, last;
	int cols;
};

/* Where glibc 2.36 and libunistring 1.0 differ on what Unicode 14 assigns; glibc's answer counts, as in tmux and most
 * terminals. An own rule instead of glibc's function, because that one answers -1 outside a UTF-8 locale. */
static const struct range as_in_glibc[] = {
	{ 0x00AD, 0x00AD, 1 },      /* soft hyphen */
	{ 0x0600, 0x0605, 1 },      /* Arabic signs that stand before a number */
	{ 0x06DD, 0x06DD, 1 },
	{ 0x070F, 0x070F, 1 },
	{ 0x0890, 0x0891, 1 },
	{ 0x08E2, 0x08E2, 1 },
	{ 0x0CBF, 0x0CBF, 0 },      /* Kannada */
	{ 0x0CC6, 0x0CC6, 0 },
	{ 0x2028, 0x2029, -1 },     /* line and paragraph separator */
	{ 0x3248, 0x324F, 2 },      /* circled numbers on black squares */
	{ 0x4DC0, 0x4DFF, 2 },      /* hexagrams */
	{ 0x110BD, 0x110BD, 1 },    /* Kaithi signs that stand before a number */
	{ 0x110CD, 0x110CD, 1 },
	{ 0x11A07, 0x11A08, 0 },    /* Zanabazar square */
	{ 0x11C3F, 0x11C3F, 0 },    /* Bhaiksuki */
};

static const struct range ambiguous[] = {
#define AMBIGUOUS(first, last) { first, last, 2 },
#include "ambiguous.def"
#undef AMBIGUOUS
};

static bool ambiguous_wide;

void text_set_ambiguous_wide(bool wide)
{
	ambiguous_wide = wide;
}

bool text_is_ambiguous_wide(void)
{
	return ambiguous_wide;
}

static const struct range *range_find(const struct range *ranges, size_t count, int32_t point)
{
	while (count > 0) {
		const struct range *middle = &ranges[count / 2];
		if (point >= middle->first && point <= middle->last)
			return middle;
		if (point > middle->last) {
			ranges = middle + 1;
			count -= count / 2 + 1;
		} else {
			count /= 2;
		}
	}
	return NULL;
}

static int narrow_cols(int32_t point)
{
	const uint32_t unprintable = UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cs;
	const struct range *own = range_find(as_in_glibc, COUNT(as_in_glibc), point);

	if (own)
		return own->cols;
	if (point == 0)
		return 0;
	if (point < 0 || point > 0x10FFFF || uc_is_general_category_withtable((ucs4_t)point, unprintable))
		return -1;
	return uc_width((ucs4_t)point, "UTF-8");
}

int wcwidth(wchar_t wide)
{
	int32_t point = (int32_t)wide;

	if (point_is_plain(point))
		return point < 0x80 ? 1 : 2;
	if (ambiguous_wide && range_find(ambiguous, COUNT(ambiguous), point))
		return 2;
	return narrow_cols(point);
}
