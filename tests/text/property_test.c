/* The laws of text, tried on thousands of random ones. */
#include "base/mem.h"
#include "laws.h"
#include "nasty.h"
#include "text/lineedit.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXTS = 10000, PIECES = 24, EDITORS = 400, STEPS = 40 };

static uint64_t first_seed;

/* Tries the law on many texts: raw bytes, or cleaned. */
static void for_texts(bool cleaned, law *holds)
{
	uint64_t seed = first_seed;

	for (int i = 0; i < TEXTS; i++) {
		struct buf raw = { 0 }, clean = { 0 };
		nasty_add(&raw, &seed, PIECES);
		text_clean(&clean, buf_text(&raw), raw.len, true);
		const struct buf *text = cleaned ? &clean : &raw;
		/* A copy of the exact size, so that reading beyond its end is noticed. */
		char *copy = malloc(text->len + !text->len);
		assert_non_null(copy);
		memcpy(copy, buf_text(text), text->len);
		holds(copy, text->len, &seed);
		free(copy);
		buf_done(&raw);
		buf_done(&clean);
	}
}

static void cleaning_twice_is_cleaning_once(void **state)
{
	(void)state;
	for_texts(false, law_cleaning);
}

static void any_bytes_are_walked_alike_in_both_directions(void **state)
{
	(void)state;
	for_texts(false, law_walks);
}

static void every_glyph_can_be_sent_to_a_terminal(void **state)
{
	(void)state;
	for_texts(false, law_glyphs);
}

static void clean_texts_have_the_clusters_of_uax_29(void **state)
{
	(void)state;
	for_texts(true, law_clusters);
}

static void fitting_never_exceeds_its_columns_or_splits_a_cluster(void **state)
{
	(void)state;
	for_texts(true, law_fitting);
}

static void wrapped_lines_cover_the_text_within_their_columns(void **state)
{
	(void)state;
	for_texts(true, law_wrapping);
}

static void do_anything(struct lineedit *edit, uint64_t *seed)
{
	enum lineedit_move move = (enum lineedit_move)nasty_below(seed, MOVE_END + 1);
	bool select = nasty_below(seed, 2);
	struct buf burst = { 0 };

	switch (nasty_below(seed, 10)) {
	case 0: case 1: case 2:
		nasty_add(&burst, seed, 4);
		lineedit_insert(edit, buf_text(&burst), burst.len);
		break;
	case 3: lineedit_move(edit, move, select); break;
	case 4: lineedit_delete(edit, move); break;
	case 5: lineedit_copy(edit); break;
	case 6: lineedit_cut(edit); break;
	case 7: lineedit_paste(edit); break;
	case 8: select ? lineedit_undo(edit) : lineedit_redo(edit); break;
	case 9: lineedit_move_row(edit, (int)nasty_below(seed, 5) - 2, 1 + (int)nasty_below(seed, 9), select); break;
	}
	buf_done(&burst);
}

static void an_editor_stays_whole_whatever_is_done(void **state)
{
	(void)state;
	uint64_t seed = first_seed;

	for (int i = 0; i < EDITORS; i++) {
		struct lineedit edit = { .lines = nasty_below(&seed, 2), .max_bytes = nasty_below(&seed, 2) ? 200 : 0 };
		for (int step = 0; step < STEPS; step++) {
			do_anything(&edit, &seed);
			law_editing(&edit, &seed);
		}
		for (int step = 0; step < STEPS; step++)
			lineedit_redo(&edit);
		char *last = mem_copy(lineedit_text(&edit));
		for (int step = 0; step < 2 * STEPS; step++)
			lineedit_undo(&edit);
		assert_string_equal(lineedit_text(&edit), "");
		for (int step = 0; step < 2 * STEPS; step++)
			lineedit_redo(&edit);
		assert_string_equal(lineedit_text(&edit), last);
		free(last);
		lineedit_done(&edit);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(cleaning_twice_is_cleaning_once),
		cmocka_unit_test(clean_texts_have_the_clusters_of_uax_29),
		cmocka_unit_test(any_bytes_are_walked_alike_in_both_directions),
		cmocka_unit_test(every_glyph_can_be_sent_to_a_terminal),
		cmocka_unit_test(fitting_never_exceeds_its_columns_or_splits_a_cluster),
		cmocka_unit_test(wrapped_lines_cover_the_text_within_their_columns),
		cmocka_unit_test(an_editor_stays_whole_whatever_is_done),
	};

	first_seed = nasty_seed();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
