/* Words looked for in everything: nothing typed yet, found, and found deep inside a long text; in both languages. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
} sizes[] = { { 12, 40 }, { 24, 80 }, { 36, 120 } };

/* The word stands at the beginning, far inside, in the second line, and in other kana. */
static const struct search_row rows[] = {
	{ "事例", "ラジオの音がする家", "", "つむぎ絆サークル" },
	{ "カード", "壊れたラジオを預かる", "町の電器店「まるでん」", "" },
	{ "できること", "動かないラジオを預かる棚を一段空けて、だれの物か聞かずに置いておけますので、いつでもどうぞ。らじおに限りません。",
	  "テーブル6", "つむぎ絆サークル" },
	{ "できること", "日曜の朝は店を開けています。\n裏の作業場で、直したラジオの試し聞きができます。", "テーブル4", "つむぎ絆サークル" },
	{ "メモ", "夜になると、二階の奥の部屋から、小さな音でらじおが鳴っているのが、通りを歩く人みんなに聞こえる。", "テーブル1", "つむぎ絆サークル" },
};

static void check(const char *state, const char *typed, const char *word, size_t len, bool done)
{
	static const char *const languages[] = { "ja", "en" };
	struct lineedit edit = { 0 };

	lineedit_set(&edit, typed);
	for (size_t l = 0; l < COUNT(languages); l++) {
		struct canvas canvases[COUNT(sizes)] = { { 0 } };
		struct search_view view = { .edit = &edit, .word = word, .rows = rows, .len = len, .bar = len ? 2 : 0, .done = done };
		char name[64];

		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			canvas_init(&canvases[i], sizes[i].rows, sizes[i].cols);
			canvas_clear(&canvases[i]);
			search_view_draw(&canvases[i], &view);
			canvas_check(&canvases[i]);
		}
		snprintf(name, sizeof name, "search-%s-%s", state, languages[l]);
		golden_check_all(name, canvases, COUNT(sizes));
		for (size_t i = 0; i < COUNT(sizes); i++)
			canvas_done(&canvases[i]);
	}
	lineedit_done(&edit);
}

static void before_anything_is_typed_it_says_what_to_do(void **state)
{
	(void)state;
	check("empty", "", "", 0, true);
}

static void each_row_shows_the_part_in_which_the_word_stands(void **state)
{
	(void)state;
	check("found", "ラジオ", "らじお", COUNT(rows), true);
}

static void that_nothing_is_found_is_said_only_when_all_was_looked_through(void **state)
{
	(void)state;
	check("looking", "無い言葉", "無い言葉", 0, false);
	check("nothing", "無い言葉", "無い言葉", 0, true);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_anything_is_typed_it_says_what_to_do),
		cmocka_unit_test(each_row_shows_the_part_in_which_the_word_stands),
		cmocka_unit_test(that_nothing_is_found_is_said_only_when_all_was_looked_through),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
