#include "point.h"

#include <unictype.h>

bool point_is_invisible(int32_t point)
{
	ucs4_t c = (ucs4_t)point;

	return point >= 0x7F && (uc_is_property_default_ignorable_code_point(c) ||
				 uc_is_general_category(c, UC_FORMAT));
}

bool point_is_selector(int32_t point)
{
	return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

bool point_is_pictograph(int32_t point)
{
	return point >= 0xA9 && uc_is_property_extended_pictographic((ucs4_t)point);
}

bool point_is_emoji(int32_t point)
{
	return point >= 0 && uc_is_property_emoji((ucs4_t)point);
}

bool point_is_skin_tone(int32_t point)
{
	return point >= 0x1F3FB && point <= 0x1F3FF;
}

bool point_is_flag_letter(int32_t point)
{
	return point >= 0x1F1E6 && point <= 0x1F1FF;
}

bool point_is_ideograph(int32_t point)
{
	return point >= 0x3000 && uc_is_property_ideographic((ucs4_t)point);
}

bool point_is_noncharacter(int32_t point)
{
	return point >= 0xFDD0 && ((point & 0xFFFE) == 0xFFFE || point <= 0xFDEF);
}

bool point_is_space(int32_t point)
{
	return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x3000;
}
