#include "ink.h"

#include "palette.h"

#include "curses_private.h"

static struct ink styles[STYLE_COUNT];

struct ink ink_of(enum style style)
{
	return styles[style];
}

static bool is_blank(const struct cell *cell)
{
	return cell->glyph.points[0] == L' ' && !cell->glyph.points[1];
}

/* Of one style with the blank, and not blank: what stands beside it is written in one go with it. */
static bool is_joined(const struct cell *blank, const struct cell *beside)
{
	return beside->style == blank->style && !is_blank(beside);
}

/* A blank looks alike bold or not, and to say which costs as much as another colour: between two words it goes with them,
 * elsewhere with the ground. Reversed, its ink is seen. */
struct ink ink_of_cell(const struct canvas *canvas, int row, int col)
{
	const struct cell *cell = canvas_at(canvas, row, col);
	struct ink ink = styles[cell->style];

	if (!is_blank(cell) || ink.attributes & A_REVERSE)
		return ink;
	if (col == 0 || col + 1 == canvas->cols || !is_joined(cell, cell - 1) || !is_joined(cell, cell + 1))
		ink.attributes &= ~(unsigned)A_BOLD;
	return ink;
}

bool ink_is_same(struct ink a, struct ink b)
{
	return a.attributes == b.attributes && a.pair == b.pair;
}

bool ink_has_colours(void)
{
	if (!has_colors() || start_color() == ERR || COLORS < 8 || COLOR_PAIRS <= STYLE_COUNT)
		return false;
	use_default_colors();
	return true;
}

/* Terminals of eight colours show bold black as grey. */
static bool is_bold(struct look look)
{
	return look.bold && (COLORS >= 16 || palette_nearest(look.ink, COLORS) != COLOR_BLACK);
}

static attr_t attributes_of(struct look look)
{
	return (is_bold(look) ? A_BOLD : A_NORMAL) | (look.reverse ? A_REVERSE : A_NORMAL) |
	       (look.underline ? A_UNDERLINE : A_NORMAL);
}

/* The pair that curses comes back to after all it writes: what is written in it costs no colours, and no second write
 * behind it to take them off. False: on this terminal it cannot be told. */
static bool use_ground(struct look plain)
{
	return assume_default_colors(palette_nearest(plain.ink, COLORS), palette_nearest(plain.paper, COLORS)) == OK;
}

/* The pair of a style before this one that has the same colours; 0: there is none. */
static short pair_before(int style, enum theme theme)
{
	struct look look = style_look((enum style)style, theme);

	for (int other = 0; other < style; other++) {
		struct look before = style_look((enum style)other, theme);
		if (styles[other].pair && before.ink == look.ink && before.paper == look.paper)
			return styles[other].pair;
	}
	return 0;
}

void ink_use_theme(enum theme theme)
{
	struct look plain = style_look(STYLE_PLAIN, theme);

	reset_color_pairs(); /* else curses loses the memory of the former pairs */
	bool has_ground = use_ground(plain);
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = style_look((enum style)style, theme);
		bool is_ground = has_ground && look.ink == plain.ink && look.paper == plain.paper;

		styles[style].attributes = attributes_of(look);
		styles[style].pair = 0;
		if (is_ground || (look.ink < 0 && look.paper < 0))
			continue;
		styles[style].pair = pair_before(style, theme);
		if (styles[style].pair)
			continue;
		styles[style].pair = (short)(style + 1);
		init_pair(styles[style].pair, (short)palette_nearest(look.ink, COLORS),
			  (short)palette_nearest(look.paper, COLORS));
	}
}
