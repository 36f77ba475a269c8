#include "domain/stamp.h"

#include <string.h>

static void put_big_endian(uint8_t *bytes, int len, uint64_t number)
{
	for (int i = len - 1; i >= 0; i--) {
		bytes[i] = (uint8_t)number;
		number >>= 8;
	}
}

static uint64_t get_big_endian(const uint8_t *bytes, int len)
{
	uint64_t number = 0;

	for (int i = 0; i < len; i++)
		number = number << 8 | bytes[i];
	return number;
}

/* Wall and counter read as one 64-bit number: adding one to a full counter carries into the milliseconds, which is what
 * the hybrid clock wants. */
struct stamp stamp_next(struct stamp last, int64_t wall_ms, uint64_t node)
{
	uint64_t now = wall_ms > 0 ? (uint64_t)wall_ms << 16 : 0;
	uint64_t after = get_big_endian(last.bytes, 8) + 1;
	struct stamp next;

	put_big_endian(next.bytes, 8, now > after ? now : after);
	put_big_endian(next.bytes + 8, 8, node);
	return next;
}

int stamp_compare(struct stamp a, struct stamp b)
{
	return memcmp(a.bytes, b.bytes, STAMP_LEN);
}

int64_t stamp_wall_ms(struct stamp stamp)
{
	return (int64_t)get_big_endian(stamp.bytes, 6);
}

uint64_t stamp_node(struct stamp stamp)
{
	return get_big_endian(stamp.bytes + 8, 8);
}

static const char hex_digits[] = "0123456789abcdef";

void stamp_to_hex(struct stamp stamp, char ret_hex[STAMP_HEX_LEN + 1])
{
	for (size_t i = 0; i < STAMP_LEN; i++) {
		ret_hex[2 * i] = hex_digits[stamp.bytes[i] >> 4];
		ret_hex[2 * i + 1] = hex_digits[stamp.bytes[i] & 15];
	}
	ret_hex[STAMP_HEX_LEN] = '\0';
}

bool stamp_of_hex(const char *hex, struct stamp *ret_stamp)
{
	struct stamp stamp;

	if (strspn(hex, hex_digits) < STAMP_HEX_LEN)
		return false;
	for (size_t i = 0; i < STAMP_LEN; i++) {
		size_t high = (size_t)(strchr(hex_digits, hex[2 * i]) - hex_digits);
		size_t low = (size_t)(strchr(hex_digits, hex[2 * i + 1]) - hex_digits);
		stamp.bytes[i] = (uint8_t)(high << 4 | low);
	}
	*ret_stamp = stamp;
	return true;
}
