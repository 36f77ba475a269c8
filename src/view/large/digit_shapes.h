/* digit_shapes.h - how the digits of a clock look, at any size.
 * Floor: view, private. A shape is five rows of up to five columns that stretch by themselves: thick ones are as wide
 * as a stroke, those between share what is left. So strokes are even at every size, which a scaled bitmap's are not.
 * '#' filled, a b c d: filled with the outer corner rounded (top left, top right, bottom left, bottom right). */
#ifndef VIEW_DIGIT_SHAPES_H
#define VIEW_DIGIT_SHAPES_H

enum { SHAPE_ROWS = 5, SHAPE_COLS = 5 };

struct digit_shape {
	char character;
	const char *thick_rows, *thick_cols; /* 's' a stroke, '-' between; as many as there are */
	const char *rows[SHAPE_ROWS];
};

#define DIGIT "s-s-s", "s-s-s"
static const struct digit_shape digit_shapes[] = {
	{ '0', DIGIT, { "a###b",
			"#...#",
			"#...#",
			"#...#",
			"c###d" } },
	{ '1', DIGIT, { "###..",
			"..#..",
			"..#..",
			"..#..",
			"#####" } },
	{ '2', DIGIT, { "####b",
			"....#",
			"a###d",
			"#....",
			"#####" } },
	{ '3', DIGIT, { "####b",
			"....#",
			".####",
			"....#",
			"####d" } },
	{ '4', DIGIT, { "#...#",
			"#...#",
			"c####",
			"....#",
			"....#" } },
	{ '5', DIGIT, { "#####",
			"#....",
			"####b",
			"....#",
			"####d" } },
	{ '6', DIGIT, { "a####",
			"#....",
			"####b",
			"#...#",
			"c###d" } },
	{ '7', DIGIT, { "####b",
			"....#",
			"....#",
			"....#",
			"....#" } },
	{ '8', DIGIT, { "a###b",
			"#...#",
			"#####",
			"#...#",
			"c###d" } },
	{ '9', DIGIT, { "a###b",
			"#...#",
			"c####",
			"....#",
			"####d" } },
	{ '+', DIGIT, { ".....",
			"..#..",
			"#####",
			"..#..",
			"....." } },
	{ '-', DIGIT, { ".....",
			".....",
			"#####",
			".....",
			"....." } },
	{ ':', "-s-s-", "s", { ".", "#", ".", "#", "." } },
	{ ' ', "-s-s-", "s", { ".", ".", ".", ".", "." } },
};
#undef DIGIT

#endif
