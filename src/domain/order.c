#include "domain/order.h"

#include <stdbool.h>
#include <string.h>

enum { BASE = 62, GROUP = 4 };
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/* A key as a fraction: zeros go on for ever behind its last digit. */
struct fraction {
	int digit[ORDER_LEN - 1];
};

static const struct fraction middle = { { BASE / 2 } };

static struct fraction fraction_of(const char *key)
{
	struct fraction fraction = { { 0 } };

	for (int i = 0; i < ORDER_LEN - 1 && key[i]; i++) {
		const char *found = strchr(digits, key[i]);
		fraction.digit[i] = found ? (int)(found - digits) : 0;
	}
	return fraction;
}

static void write_key(const struct fraction *fraction, int len, char ret_key[ORDER_LEN])
{
	while (len > 0 && fraction->digit[len - 1] == 0)
		len--;
	for (int i = 0; i < len; i++)
		ret_key[i] = digits[fraction->digit[i]];
	ret_key[len] = '\0';
}

/* Adds `by` (1 or -1) to the last of so many digits, and carries. False where the carry falls off the front. */
static bool add_unit(struct fraction *fraction, int len, int by)
{
	for (int i = len - 1; i >= 0; i--) {
		fraction->digit[i] += by;
		if (fraction->digit[i] >= 0 && fraction->digit[i] < BASE)
			return true;
		fraction->digit[i] -= by * BASE;
	}
	return false;
}

/* Appending is the common case, and prepending comes next: counting up (down) in a group of digits keeps the keys of a long
 * list short, where halving would add a digit every six rows. */
static void step_from(const char *key, int by, char ret_key[ORDER_LEN])
{
	for (int len = GROUP; len < ORDER_LEN; len += GROUP) {
		struct fraction fraction = fraction_of(key);
		if (!add_unit(&fraction, len, by))
			continue;
		write_key(&fraction, len, ret_key);
		if (*ret_key)
			return;
	}
	write_key(&middle, 1, ret_key);
}

/* Digit by digit: copy while the two agree, halve the first gap wide enough; once a smaller digit than `after`'s has been
 * copied, the rest only has to stay above `before`. */
static void halve(const char *before, const char *after, char ret_key[ORDER_LEN])
{
	struct fraction low = fraction_of(before), high = fraction_of(after);
	bool bounded = true;

	for (int i = 0; i < ORDER_LEN - 1; i++) {
		int top = bounded ? high.digit[i] : BASE;
		int between = (low.digit[i] + top) / 2;
		if (between > low.digit[i]) {
			low.digit[i] = between;
			write_key(&low, i + 1, ret_key);
			return;
		}
		if (low.digit[i] < top)
			bounded = false;
	}
	write_key(&low, ORDER_LEN - 1, ret_key);
}

static void key_right_after(const char *before, char ret_key[ORDER_LEN])
{
	struct fraction fraction = fraction_of(before);
	int len = (int)strlen(before);

	if (len < ORDER_LEN - 1)
		fraction.digit[len++] = BASE / 2;
	write_key(&fraction, len < ORDER_LEN ? len : ORDER_LEN - 1, ret_key);
}

void order_between(const char *before, const char *after, char ret_key[ORDER_LEN])
{
	if (!*before && !*after)
		write_key(&middle, 1, ret_key);
	else if (!*after)
		step_from(before, 1, ret_key);
	else if (!*before)
		step_from(after, -1, ret_key);
	else if (strcmp(before, after) < 0)
		halve(before, after, ret_key);
	else
		key_right_after(before, ret_key);
}
