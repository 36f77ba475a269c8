#include "view/countdown.h"

#include <stdio.h>

enum { HOUR_MS = 3600 * 1000, SECOND_MS = 1000 };

struct words countdown_digits(int64_t starts_ms, int64_t now_ms, bool late)
{
	int64_t left_ms = starts_ms - now_ms;
	struct words digits = { "" };

	if (!starts_ms || left_ms <= -HOUR_MS || (left_ms <= 0 && !late))
		return digits;
	if (left_ms > HOUR_MS)
		return words_time(starts_ms, 0);
	if (left_ms > 0)
		return words_clock((left_ms + SECOND_MS - 1) / SECOND_MS);
	snprintf(digits.text, sizeof digits.text, "+%.16s", words_clock(-left_ms / SECOND_MS).text);
	return digits;
}

int64_t countdown_next_ms(int64_t starts_ms, int64_t now_ms)
{
	int64_t left_ms = starts_ms - now_ms;
	int64_t part_ms = (left_ms % SECOND_MS + SECOND_MS) % SECOND_MS;

	if (!starts_ms || left_ms <= -HOUR_MS)
		return -1;
	if (left_ms > HOUR_MS)
		return left_ms - HOUR_MS;
	return part_ms ? part_ms : SECOND_MS;
}
