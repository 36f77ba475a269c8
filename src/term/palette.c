#include "palette.h"

enum { BASIC = 16, CUBE = 16, CUBE_SIDE = 6, GREYS = 232, ALL = 256 };

static const int32_t basic[BASIC] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

/* xterm's 6x6x6 cube and 24 greys. */
static int32_t rgb_of(int colour)
{
	static const int32_t steps[CUBE_SIDE] = { 0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff };
	int place = colour - CUBE;

	if (colour < BASIC)
		return basic[colour];
	if (colour >= GREYS)
		return (8 + 10 * (colour - GREYS)) * 0x010101;
	return steps[place / 36] << 16 | steps[place / 6 % 6] << 8 | steps[place % 6];
}

static int32_t distance(int32_t a, int32_t b)
{
	int32_t sum = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int32_t difference = (a >> shift & 0xff) - (b >> shift & 0xff);
		sum += difference * difference;
	}
	return sum;
}

int palette_nearest(int32_t rgb, int colours)
{
	int first = colours >= ALL ? CUBE : 0;
	int end = colours >= ALL ? ALL : colours < BASIC ? 8 : BASIC;
	int nearest = first;

	if (rgb < 0)
		return -1;
	for (int colour = first + 1; colour < end; colour++) {
		if (distance(rgb_of(colour), rgb) < distance(rgb_of(nearest), rgb))
			nearest = colour;
	}
	return nearest;
}
