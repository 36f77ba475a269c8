#include "view/print.h"

#include <assert.h>

/* Colours that stay legible with a tenth of ambient light added (terminal.md 4), and near enough to one of the eight or
 * sixteen that every terminal has. */
enum {
	OWN = -1,
	BLACK = 0x000000,
	WHITE = 0xffffff,
	CHARCOAL = 0x303030,
	PAPER_GREY = 0xd8d8d8,
	YELLOW = 0xf0e442,
	SKY = 0x56b4e9,
	DEEP_BLUE = 0x005a9c,
	VERMILION = 0xcc4400,
	ORANGE = 0xe69f00,
	BROWN = 0x804000,
	MINT = 0x7fe0b0,
	DEEP_GREEN = 0x00603f,
	ROSE = 0xe8a8d0,
	PLUM = 0x7a1f5c,
};

enum { BOLD = 1, REVERSE = 2, UNDERLINE = 4 };

struct paint {
	int32_t ink, paper;
	int attributes;
};

/* Columns: dark, light, plain. A half pixel's ink must be its filled pixel's paper: PLAIN and BIG, HALF_WARN and BIG_WARN,
 * HALF_OVER and BIG_OVER go together in each column. None of them is bold: terminals of 8 colours show bold ink brighter
 * than paper of the same colour. */
static const struct paint paints[STYLE_COUNT][3] = {
	[STYLE_PLAIN] = { { WHITE, BLACK, 0 }, { BLACK, WHITE, 0 }, { OWN, OWN, 0 } },
	[STYLE_STRONG] = { { WHITE, BLACK, BOLD }, { BLACK, WHITE, BOLD }, { OWN, OWN, BOLD } },
	[STYLE_TITLE] = { { SKY, BLACK, BOLD }, { DEEP_BLUE, WHITE, BOLD }, { OWN, OWN, BOLD } },
	[STYLE_LABEL] = { { SKY, BLACK, 0 }, { DEEP_BLUE, WHITE, 0 }, { OWN, OWN, 0 } },
	[STYLE_BAR] = { { WHITE, DEEP_BLUE, 0 }, { BLACK, PAPER_GREY, 0 }, { OWN, OWN, REVERSE } },
	[STYLE_FOCUS] = { { BLACK, WHITE, 0 }, { WHITE, DEEP_BLUE, 0 }, { OWN, OWN, REVERSE } },
	[STYLE_FIELD] = { { WHITE, CHARCOAL, UNDERLINE }, { BLACK, PAPER_GREY, UNDERLINE }, { OWN, OWN, UNDERLINE } },
	[STYLE_GOOD] = { { MINT, BLACK, 0 }, { DEEP_GREEN, WHITE, 0 }, { OWN, OWN, 0 } },
	[STYLE_WARN] = { { YELLOW, BLACK, BOLD }, { BLACK, YELLOW, BOLD }, { OWN, OWN, BOLD } },
	[STYLE_OVER] = { { WHITE, VERMILION, BOLD }, { WHITE, BLACK, BOLD }, { OWN, OWN, BOLD | REVERSE } },
	[STYLE_FORMAL] = { { SKY, BLACK, 0 }, { DEEP_BLUE, WHITE, 0 }, { OWN, OWN, BOLD } },
	[STYLE_INFORMAL] = { { ORANGE, BLACK, 0 }, { BROWN, WHITE, 0 }, { OWN, OWN, UNDERLINE } },
	[STYLE_MIXED] = { { ROSE, BLACK, 0 }, { PLUM, WHITE, 0 }, { OWN, OWN, BOLD | UNDERLINE } },
	[STYLE_BIG] = { { BLACK, WHITE, 0 }, { WHITE, BLACK, 0 }, { OWN, OWN, REVERSE } },
	[STYLE_BIG_WARN] = { { BLACK, YELLOW, 0 }, { YELLOW, BLACK, 0 }, { OWN, OWN, REVERSE } },
	[STYLE_BIG_OVER] = { { VERMILION, WHITE, 0 }, { BLACK, WHITE, 0 }, { OWN, OWN, 0 } },
	[STYLE_HALF_WARN] = { { YELLOW, BLACK, 0 }, { BLACK, YELLOW, 0 }, { OWN, OWN, 0 } },
	[STYLE_DARK] = { { WHITE, BLACK, 0 }, { WHITE, BLACK, 0 }, { OWN, OWN, 0 } },
	[STYLE_HALF_OVER] = { { WHITE, VERMILION, 0 }, { WHITE, BLACK, 0 }, { OWN, OWN, REVERSE } },
};

struct look style_look(enum style style, enum theme theme)
{
	const struct paint *paint;

	assert(style < STYLE_COUNT && theme <= THEME_PLAIN);
	paint = &paints[style][theme];
	return (struct look){
		.ink = paint->ink,
		.paper = paint->paper,
		.bold = paint->attributes & BOLD,
		.reverse = paint->attributes & REVERSE,
		.underline = paint->attributes & UNDERLINE,
	};
}
