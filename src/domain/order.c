#include "domain/order.h"

#include <assert.h>
#include <string.h>

enum { BASE = 62 };
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int digit_at(const char *key, int i, int len, int beyond)
{
	if (i >= len)
		return beyond;
	const char *found = strchr(digits, key[i]);
	return found ? (int)(found - digits) : 0;
}

/* Digit by digit: copy while the two agree, halve the first gap wide enough; once a smaller digit than `after`'s has been
 * copied, the rest only has to stay above `before`. */
void order_between(const char *before, const char *after, char ret_key[ORDER_LEN])
{
	int before_len = (int)strlen(before), after_len = (int)strlen(after);
	int bounded = after_len > 0 && strcmp(before, after) < 0;
	int i = 0;

	for (; i < ORDER_LEN - 2; i++) {
		int low = digit_at(before, i, before_len, 0);
		int high = bounded ? digit_at(after, i, after_len, 0) : BASE;
		/* Appending is the common case: step by one instead of halving, and keys stay short. */
		int middle = !bounded && i < before_len ? low + 1 : (low + high) / 2;
		if (middle > low && middle < high && middle < BASE) {
			ret_key[i++] = digits[middle];
			break;
		}
		ret_key[i] = digits[low];
		if (low < high)
			bounded = 0;
	}
	ret_key[i] = '\0';
}
