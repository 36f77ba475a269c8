/* A table's story as pages: what they look like, and that nothing is left out of them at any size. */
#include "view/story.h"

#include "base/buf.h"
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define ROW(row_id) .id = row_id, .workshop = "w", .pos = ""
#define SUPPORT(row_id, of_step, row_name, how, does, whom) \
	{ ROW(row_id), .step = of_step, .name = row_name, .card = "", .offer = "", .formality = how, .action = does, .who_to = whom }

static struct storyline storylines[] = {
	{ ROW("s1"), .table = "t003", .title = "こわれたラジオ、あります", .lead_support = "ひきこもり相談窓口「とびら」",
	  .lead_card = "", .ending = "ラジオ病院の奥の席で、直す側に。\n日曜の朝は、喫茶「なぎ」でコーヒー。",
	  .open_questions = "お母さんの夜の見守りはだれが" },
};
static struct step steps[] = {
	{ ROW("p1"), .storyline = "s1", .when_label = "きっかけ", .text = "自治会の回覧板に「あります」と返事", .need = "n1", .item = "",
	  .own_move = "回覧板の余白に、小さく「こわれたラジオ、ありますか」と書く" },
	{ ROW("p2"), .storyline = "s1", .when_label = "3日後", .own_move = "夜のうちに、箱を中へ入れる", .need = "", .item = "",
	  .text = "電器店が預かったラジオを、隣の人が玄関先へ。戸は開かなかったが、箱の上に置いた紙に「木曜に取りに来ます」と書いておく。\n"
		  "木曜、箱は中に入っていた。" },
	{ ROW("p3"), .storyline = "s1", .when_label = "", .text = "とびらの職員は同行だけ、名刺は置かない", .own_move = "", .need = "",
	  .item = "" },
	{ ROW("p4"), .storyline = "s1", .when_label = "退院前", .text = "相談室と病院で封筒と暮らしの段取り、通院は送迎で",
	  .own_move = "封筒の束を、自分で机から持ってくる", .need = "", .item = "" },
	{ ROW("p5"), .storyline = "s1", .when_label = "3か月後", .text = "ラジオ病院の奥の席で直す側に", .own_move = "", .need = "", .item = "" },
};
static struct support supports[] = {
	SUPPORT("u1", "p1", "川端三丁目 自治会", FORMALITY_INFORMAL, SUPPORT_ACTION_LISTEN, "カズさん"),
	SUPPORT("u2", "p2", "町の電器店「まるでん」", FORMALITY_INFORMAL, SUPPORT_ACTION_CONNECT, ""),
	SUPPORT("u3", "p2", "隣の家の人", FORMALITY_UNSAID, SUPPORT_ACTION_WAIT, "カズさん"),
	SUPPORT("u4", "p3", "ひきこもり相談窓口「とびら」", FORMALITY_FORMAL, SUPPORT_ACTION_MEET, "カズさん"),
	SUPPORT("u5", "p4", "つむぎ市 くらし相談室(自立相談支援)", FORMALITY_FORMAL, SUPPORT_ACTION_CONNECT, "ハルさん"),
	SUPPORT("u6", "p4", "助け合い便「のせてこ」", FORMALITY_MIXED, SUPPORT_ACTION_CONTINUE, "ハルさん"),
	SUPPORT("u7", "p5", "おもちゃ・ラジオ病院(ボランティア)", FORMALITY_INFORMAL, SUPPORT_ACTION_INVITE, "カズさん"),
};
static struct need needs[] = { { ROW("n1"), .text = "ラジオ修理を生かす役割", .category = "" } };

static const struct {
	int rows, cols;
} sizes[] = { { 12, 40 }, { 24, 80 }, { 36, 120 } };

static void tell(struct fixture *fixture, bool written)
{
	fixture_begin(fixture);
	if (!written)
		return;
	workbook_set_rows(&fixture->book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&fixture->book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&fixture->book, ENTITY_support, supports, COUNT(supports));
	workbook_set_rows(&fixture->book, ENTITY_need, needs, COUNT(needs));
	fixture->book.tables.at[2].headline = "返事をひとつ書くところから";
}

static void check(const char *state, bool written, size_t page)
{
	static const char *const languages[] = { "ja", "en" };

	for (size_t i = 0; i < COUNT(languages) * COUNT(sizes); i++) {
		struct fixture fixture;
		struct canvas canvas = { 0 };
		char name[96];
		fixture_speak(languages[i % 2]);
		tell(&fixture, written);
		struct story_view view = { .book = &fixture.book, .table = workbook_table(&fixture.book, 3), .page = page };
		canvas_init(&canvas, sizes[i / 2].rows, sizes[i / 2].cols);
		canvas_clear(&canvas);
		story_view_draw(&canvas, &view);
		snprintf(name, sizeof name, "story-%s-%dx%d-%s", state, sizes[i / 2].cols, sizes[i / 2].rows, languages[i % 2]);
		golden_check(name, &canvas);
		canvas_done(&canvas);
		fixture_done(&fixture);
	}
}

static void the_first_page_and_the_last(void **state)
{
	(void)state;
	check("first", true, 0);
	check("last", true, 99);
}

static void a_table_that_only_talked_is_told_that_this_is_fine(void **state)
{
	(void)state;
	check("empty", false, 0);
}

/* Ink without spaces: lines are broken anywhere. */
static void add_ink(struct buf *out, const char *text)
{
	for (; *text; text++)
		if (*text != ' ' && *text != '\n')
			buf_add_char(out, *text);
}

static void expect_all_told(const struct story_view *view, int rows, int cols)
{
	struct buf told = { 0 };
	struct story_view at = *view;
	size_t pages = 1;

	for (at.page = 0; at.page < pages; at.page++) {
		struct canvas canvas = { 0 };
		struct buf page = { 0 };
		canvas_init(&canvas, rows, cols);
		canvas_clear(&canvas);
		pages = story_view_draw(&canvas, &at).pages;
		canvas_print_text(&canvas, &page);
		add_ink(&told, buf_text(&page));
		buf_done(&page);
		canvas_done(&canvas);
	}
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct buf scene = { 0 };
		add_ink(&scene, steps[i].text);
		/* A scene that is longer than a page has the next page's title in it. */
		if (rows > 16)
			assert_non_null(strstr(buf_text(&told), buf_text(&scene)));
		buf_done(&scene);
	}
	for (size_t i = 0; i < COUNT(supports) && cols > 60; i++) {
		struct buf name = { 0 };
		add_ink(&name, supports[i].name);
		assert_non_null(strstr(buf_text(&told), buf_text(&name)));
		buf_done(&name);
	}
	assert_true(pages < 40);
	buf_done(&told);
}

static void every_size_has_pages_that_tell_all_of_it(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_speak("ja");
	tell(&fixture, true);
	struct story_view view = { .book = &fixture.book, .table = workbook_table(&fixture.book, 3) };
	for (int rows = 10; rows < 60; rows += 3)
		for (int cols = 40; cols < 140; cols += 7)
			expect_all_told(&view, rows, cols);
	fixture_done(&fixture);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_page_and_the_last),
		cmocka_unit_test(a_table_that_only_talked_is_told_that_this_is_fine),
		cmocka_unit_test(every_size_has_pages_that_tell_all_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
