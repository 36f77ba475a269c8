#include "base/buf.h"
#include "base/mem.h"
#include "golden.h"
#include "view/print.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct canvas canvas;
static struct buf out;

static int sample_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 4, 20);
	canvas_text(&canvas, 0, 1, 19, STYLE_TITLE, "A & B <三浦>");
	canvas_text(&canvas, 1, 1, 19, STYLE_OVER, "ｶﾞ か\u309aé");
	canvas_fill(&canvas, (struct rect){ 2, 1, 1, 2 }, STYLE_BIG);
	canvas_text(&canvas, 2, 3, 1, STYLE_PLAIN, "▀");
	canvas_frame(&canvas, (struct rect){ 2, 6, 2, 4 }, STYLE_PLAIN, NULL);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	text_set_ambiguous_wide(false);
	canvas_done(&canvas);
	buf_done(&out);
	return 0;
}

static void text_shows_filled_pixels_and_no_trailing_blanks(void **state)
{
	(void)state;
	canvas_print_text(&canvas, &out);
	assert_string_equal(buf_text(&out), " A & B <三浦>\n ｶﾞ か\u309aé\n ██▀  ┌──┐\n      └──┘\n");
	buf_clear(&out);
	text_set_ambiguous_wide(true);
	canvas_print_text(&canvas, &out);
	assert_non_null(strstr(buf_text(&out), " ##"));
}

static void a_golden_names_size_cursor_and_styles(void **state)
{
	(void)state;
	canvas_cursor(&canvas, 1, 2);
	canvas_print_golden(&canvas, &out);
	assert_string_equal(buf_text(&out), "20x4 cursor 1,2\n"
					    " A & B <三浦>\n ｶﾞ か\u309aé\n ██▀  ┌──┐\n      └──┘\n"
					    "--\n.TTTTTTTTTTTT\n.OOOOOO\n.##\n\n");
}

static void every_style_has_a_letter_of_its_own(void **state)
{
	bool seen[256] = { false };
	const char *letter;

	(void)state;
	canvas_resize(&canvas, 1, STYLE_COUNT);
	for (int style = 0; style < STYLE_COUNT; style++)
		canvas_text(&canvas, 0, style, 1, (enum style)style, "x");
	canvas_print_golden(&canvas, &out);
	letter = strstr(buf_text(&out), "--\n") + 3;
	for (int style = 0; style < STYLE_COUNT; style++, letter++) {
		assert_false(seen[(unsigned char)*letter]);
		seen[(unsigned char)*letter] = true;
	}
	assert_string_equal(letter, "\n");
}

static void ansi_resets_at_the_end_of_each_row(void **state)
{
	(void)state;
	canvas_resize(&canvas, 2, 3);
	canvas_text(&canvas, 0, 0, 3, STYLE_OVER, "漢");
	canvas_print_ansi(&canvas, THEME_PLAIN, &out);
	assert_string_equal(buf_text(&out), "\033[0;1;7m漢\033[0m \033[0m\n\033[0m   \033[0m\n");
	buf_clear(&out);
	canvas_print_ansi(&canvas, THEME_DARK, &out);
	assert_non_null(strstr(buf_text(&out), "\033[0;1;38;2;255;255;255;48;2;204;68;0m漢"));
}

static size_t count_of(const char *part)
{
	size_t count = 0;

	for (const char *at = buf_text(&out); (at = strstr(at, part)) != NULL; at++)
		count++;
	return count;
}

static void svg_escapes_text_and_places_each_wide_glyph(void **state)
{
	(void)state;
	canvas_print_svg(&canvas, THEME_LIGHT, "1 < 2 & \"3\"", &out);
	assert_non_null(strstr(buf_text(&out), "<title>1 &lt; 2 &amp; &quot;3&quot;</title>"));
	assert_non_null(strstr(buf_text(&out), "<tspan x=\"54\">B</tspan><tspan x=\"72\">&lt;</tspan>"));
	assert_non_null(strstr(buf_text(&out), "<tspan x=\"81\" class=\"w\">三</tspan>"
					       "<tspan x=\"99\" class=\"w\">浦</tspan>"));
	assert_non_null(strstr(buf_text(&out), "<tspan x=\"18\" textLength=\"18\">ｶﾞ</tspan>"));
	assert_null(strstr(buf_text(&out), "┌")); /* lines are shapes */
	assert_int_equal(count_of("<text"), count_of("</text>"));
	assert_int_equal(count_of("<tspan"), count_of("</tspan>"));
	assert_int_equal(count_of("<svg"), 1);
	assert_int_equal(count_of("</svg>"), 1);
}

static void canvases_of_no_size_print(void **state)
{
	(void)state;
	canvas_resize(&canvas, 0, 0);
	canvas_print_text(&canvas, &out);
	canvas_print_ansi(&canvas, THEME_DARK, &out);
	assert_string_equal(buf_text(&out), "");
	canvas_print_golden(&canvas, &out);
	assert_string_equal(buf_text(&out), "0x0\n--\n");
	canvas_print_svg(&canvas, THEME_DARK, "", &out);
}

/* --- looks ------------------------------------------------------------------------------------------------------- */

static const enum theme themes[] = { THEME_DARK, THEME_LIGHT, THEME_PLAIN };

static double channel(int32_t colour, int shift)
{
	double c = (double)(colour >> shift & 0xff) / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1 relative luminance. */
static double luminance(int32_t colour)
{
	return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0);
}

/* With a tenth of the projector's white added to both: the lamps are on. */
static double contrast(struct look look)
{
	double a = luminance(look.ink) + 0.1, b = luminance(look.paper) + 0.1;

	return a > b ? a / b : b / a;
}

static void every_coloured_look_is_read_with_the_lamps_on(void **state)
{
	(void)state;
	for (size_t t = 0; t < 2; t++) {
		for (int style = 0; style < STYLE_COUNT; style++) {
			struct look look = style_look((enum style)style, themes[t]);

			if (contrast(look) < 4.0)
				fail_msg("style %d in theme %zu: contrast %.1f", style, t, contrast(look));
		}
	}
}

/* What stands before the room, in both projector themes: the goldens hold styles, and this is how those look. */
static void the_room_is_read_as_computed(void **state)
{
	static const struct {
		enum style style;
		double dark, light;
	} rows[] = {
		{ STYLE_PLAIN, 11.0, 11.0 },   { STYLE_STRONG, 11.0, 11.0 }, { STYLE_BIG, 11.0, 11.0 },
		{ STYLE_WARN, 8.44, 8.44 },    { STYLE_BIG_WARN, 8.44, 8.44 }, { STYLE_OVER, 4.08, 11.0 },
		{ STYLE_BIG_OVER, 4.08, 11.0 }, { STYLE_TITLE, 5.05, 5.58 },	 { STYLE_LABEL, 5.05, 5.58 },
		{ STYLE_BAR, 5.58, 7.87 },     { STYLE_FOCUS, 11.0, 5.58 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_float_equal(contrast(style_look(rows[i].style, THEME_DARK)), rows[i].dark, 0.01);
		assert_float_equal(contrast(style_look(rows[i].style, THEME_LIGHT)), rows[i].light, 0.01);
	}
}

static struct look shown(enum style style, enum theme theme)
{
	struct look look = style_look(style, theme);
	int32_t ink = look.ink;

	/* For what is plain, any two numbers stand for the terminal's own colours. */
	if (look.reverse) {
		look.ink = theme == THEME_PLAIN ? -2 : look.paper;
		look.paper = ink;
	} else if (theme == THEME_PLAIN) {
		look.paper = -2;
	}
	return look;
}

static void half_pixels_have_the_colours_of_whole_ones(void **state)
{
	static const struct {
		enum style filled, half;
	} pairs[] = {
		{ STYLE_BIG, STYLE_PLAIN },
		{ STYLE_BIG_WARN, STYLE_HALF_WARN },
		{ STYLE_BIG_OVER, STYLE_HALF_OVER },
	};

	(void)state;
	for (size_t t = 0; t < COUNT(themes); t++) {
		for (size_t i = 0; i < COUNT(pairs); i++) {
			struct look filled = shown(pairs[i].filled, themes[t]), half = shown(pairs[i].half, themes[t]);

			assert_int_equal(filled.paper, half.ink);
			assert_int_equal(filled.ink, half.paper);
			assert_false(filled.bold || half.bold);
		}
	}
}

static bool look_equal(struct look a, struct look b)
{
	return a.ink == b.ink && a.paper == b.paper && a.bold == b.bold && a.reverse == b.reverse &&
	       a.underline == b.underline;
}

static void what_must_be_told_apart_looks_different(void **state)
{
	static const enum style groups[][4] = {
		{ STYLE_FORMAL, STYLE_INFORMAL, STYLE_MIXED, STYLE_PLAIN },
		{ STYLE_FOCUS, STYLE_FIELD, STYLE_PLAIN, STYLE_OVER },
		{ STYLE_OVER, STYLE_WARN, STYLE_PLAIN, STYLE_BAR },
	};

	(void)state;
	for (size_t t = 0; t < COUNT(themes); t++) {
		for (size_t g = 0; g < COUNT(groups); g++) {
			for (int a = 0; a < 4; a++) {
				for (int b = 0; b < a; b++)
					assert_false(look_equal(style_look(groups[g][a], themes[t]),
								style_look(groups[g][b], themes[t])));
			}
		}
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, sample_canvas, drop_canvas)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(text_shows_filled_pixels_and_no_trailing_blanks),
		CASE(a_golden_names_size_cursor_and_styles),
		CASE(every_style_has_a_letter_of_its_own),
		CASE(ansi_resets_at_the_end_of_each_row),
		CASE(svg_escapes_text_and_places_each_wide_glyph),
		CASE(canvases_of_no_size_print),
		cmocka_unit_test(every_coloured_look_is_read_with_the_lamps_on),
		cmocka_unit_test(the_room_is_read_as_computed),
		cmocka_unit_test(half_pixels_have_the_colours_of_whole_ones),
		cmocka_unit_test(what_must_be_told_apart_looks_different),
	};

	return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
