/* The room's view in every state, at three sizes and in both languages, as it stands on the wall. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"
#include "view/pages.h"
#include "view/unifont.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct audience_support supports[] = {
	{ "ひきこもり相談窓口「とびら」", "カズさんに会う", FORMALITY_FORMAL },
	{ "川端三丁目 自治会", "", FORMALITY_INFORMAL },
	{ "助け合い便「のせてこ」", "ハルさんへ", FORMALITY_MIXED },
	{ "隣の家の人", "カズさんを待つ", FORMALITY_UNSAID },
};

static const struct audience_step steps[] = {
	{ "きっかけ", "自治会の回覧板に「あります」と返事", "余白に小さく「ありますか」と書く", supports + 1, 1 },
	{ "3日後", "電器店が預かったラジオを隣の人が玄関先へ", "", supports + 1, 2 },
	{ "1週間後", "とびらの職員は同行だけ、名刺は置かない", "", supports, 3 },
	{ "退院前", "相談室と病院で封筒と暮らしの段取り、通院は送迎で。話すのはラジオのことだけ。",
	  "封筒の束を、机から自分で持ってくる", supports, 4 },
	{ "3か月後", "ラジオ病院の奥の席で直す側に", "", supports + 1, 1 },
};

static struct audience_stage stage_of_page(const char *heading, const char *text, size_t number)
{
	struct page pages[8];
	size_t len = pages_split(text, pages, COUNT(pages));

	return (struct audience_stage){ .heading = heading,
					.title = "",
					.page = text + pages[number - 1].at,
					.page_len = pages[number - 1].len,
					.page_number = number,
					.pages = len };
}

static struct audience_view running(void)
{
	return (struct audience_view){
		.clock = AUDIENCE_RUNNING,
		.workshop = "つむぎ絆サークル 第2回 物語づくりの会",
		.step = "物語づくり",
		.room = "だれが集まり・どう関わり・どう支えたか。\n\nきっかけは? その次は? 半年後は?",
		.next = "発表準備",
		.message = "",
		.remaining_s = 1295,
		.whole_s = 1800,
		.now_ms = fixture_wall_ms(0),
		.starts_ms = fixture_wall_ms(0),
	};
}

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" } };

/* Giant kanji come from a package that may be missing where the tests run: the goldens do without. */
static void check(const char *state, const struct audience_view *view)
{
	static const char *const languages[] = { "ja", "en" };

	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			audience_view_draw(&canvas, view);
			snprintf(name, sizeof name, "audience-%s-%s-%s", state, sizes[i].name, languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
}

static void a_running_step_has_name_clock_and_what_to_do(void **state)
{
	struct audience_view view = running();

	(void)state;
	check("running", &view);
}

static void the_end_comes_near_in_words_too(void **state)
{
	struct audience_view view = running();

	(void)state;
	view.remaining_s = 299;
	check("soon", &view);
	view.remaining_s = 45;
	check("warn", &view);
	view.remaining_s = 0;
	view.overtime_s = 65;
	check("over", &view);
}

static void a_pause_and_a_message_are_seen_from_the_back(void **state)
{
	struct audience_view view = running();

	(void)state;
	view.clock = AUDIENCE_PAUSED;
	view.message = "休憩は 14:55 までです。お茶は受付の横にあります。落とし物の手袋を預かっています。";
	check("paused", &view);
}

static void where_nothing_is_timed_calm_words_stand(void **state)
{
	struct audience_view view = running();

	(void)state;
	view.clock = AUDIENCE_PLANNED;
	view.now_ms = fixture_wall_ms(-754);
	check("planned", &view);
	view.now_ms = fixture_wall_ms(-86400);
	check("planned-day-before", &view);
	view.now_ms = fixture_wall_ms(30);
	check("planned-late", &view);
	view.clock = AUDIENCE_IDLE;
	check("idle", &view);
	view.clock = AUDIENCE_ENDED;
	check("ended", &view);
}

static void a_step_of_open_length_counts_up_and_is_never_late(void **state)
{
	struct audience_view view = running();

	(void)state;
	view.open_ended = true;
	view.elapsed_s = 754;
	view.remaining_s = view.whole_s = 0;
	check("open-length", &view);
}

static void a_page_is_read_beside_a_small_clock(void **state)
{
	struct audience_stage stage = stage_of_page("ラジオの音がする家", fixture_case, 1);
	struct audience_view view = running();

	(void)state;
	view.step = "事例を読む";
	view.stage = &stage;
	check("case", &view);
	stage = stage_of_page("ラジオの音がする家", fixture_case, 2);
	view.remaining_s = 30;
	check("case-last-page", &view);
	stage = stage_of_page("カズさんから(架空)", fixture_letter, 1);
	check("letter", &view);
}

static void a_dark_room_sees_nothing_at_all(void **state)
{
	struct audience_view view = running();

	(void)state;
	view.dark = true;
	view.message = "休憩は 14:55 までです。";
	check("dark", &view);
}

/* A page of which so many paragraphs are shown. */
static struct audience_stage revealed(size_t paragraphs)
{
	struct audience_stage stage = stage_of_page("ラジオの音がする家", fixture_case, 1);

	stage.paragraphs = page_paragraphs(stage.page, stage.page_len);
	stage.page_len = page_first_paragraphs(stage.page, stage.page_len, paragraphs);
	return stage;
}

static void a_page_is_revealed_paragraph_by_paragraph(void **state)
{
	struct audience_stage stage = revealed(2);
	struct audience_view view = running();

	(void)state;
	view.stage = &stage;
	check("revealed", &view);
}

static void draw_at(struct canvas *canvas, int rows, int cols, const struct audience_view *view)
{
	canvas_init(canvas, rows, cols);
	audience_view_draw(canvas, view);
}

/* Row by row, what has ink in `before` stands in `after` just so. */
static void check_nothing_moved(const struct canvas *before, const struct canvas *after)
{
	for (int row = 0; row < before->rows; row++) {
		bool inked = false;
		for (int col = 0; col < before->cols; col++)
			inked = inked || canvas_at(before, row, col)->glyph.points[0] != L' ';
		assert_true(!inked || canvas_row_equal(before, after, row));
	}
}

static void what_is_revealed_stays_where_it_is(void **state)
{
	static const int frames[][2] = { { 24, 80 }, { 36, 120 }, { 50, 132 } };

	(void)state;
	fixture_speak("ja");
	for (size_t i = 0; i < COUNT(frames); i++) {
		struct audience_stage stage = revealed(1);
		struct audience_view view = running();
		struct canvas before = { 0 }, after = { 0 };

		view.stage = &stage;
		draw_at(&before, frames[i][0], frames[i][1], &view);
		for (size_t shown = 2; shown <= stage.paragraphs; shown++) {
			stage = revealed(shown);
			draw_at(&after, frames[i][0], frames[i][1], &view);
			check_nothing_moved(&before, &after);
			canvas_done(&before);
			before = after;
			after = (struct canvas){ 0 };
		}
		canvas_done(&before);
	}
}

static void a_story_shows_what_was_told_last(void **state)
{
	struct audience_stage stage = {
		.heading = "テーブル3", .title = "こわれたラジオ、あります", .page = "", .steps = steps
	};
	struct audience_view view = running();

	(void)state;
	view.step = "発表";
	view.stage = &stage;
	stage.steps_in_all = COUNT(steps);
	check("story-begins", &view);
	stage.steps_len = 2;
	check("story", &view);
	stage.steps_len = 4;
	check("story-later", &view);
	stage.steps_len = COUNT(steps);
	view.overtime_s = 65;
	view.remaining_s = 0;
	check("story-told", &view);
}

static char *repeated(const char *part, size_t times)
{
	char *text = mem_new(strlen(part) * times + 1, 1);

	for (char *at = text; times--;)
		at = stpcpy(at, part);
	return text;
}

static void names_of_any_length_and_script_are_cut_not_spilt(void **state)
{
	char *name = repeated("家族👨‍👩‍👧か\xe3\x82\x99ｶﾞ", 12),
	     *words = repeated("とても長い話です。", 200);
	const struct audience_support long_support[] = { { name, name, FORMALITY_INFORMAL }, { name, "", FORMALITY_MIXED } };
	const struct audience_step long_steps[] = { { name, words, "", long_support, 2 },
						    { name, words, words, long_support, 2 } };
	struct audience_stage stage = {
		.heading = name, .title = name, .page = "", .steps = long_steps, .steps_len = 2, .steps_in_all = 3
	};
	struct audience_view view = running();

	(void)state;
	view.workshop = view.step = view.next = name;
	view.message = view.room = words;
	view.remaining_s = 36061;
	check("long", &view);
	view.stage = &stage;
	check("long-story", &view);
	stage = stage_of_page(name, words, 1);
	stage.page = words;
	stage.page_len = strlen(words);
	check("long-page", &view);
	free(name);
	free(words);
}

/* Whatever the size, nothing is drawn outside and nothing is left in half. */
static void any_size_will_do(void **state)
{
	struct audience_stage story = { .heading = "テーブル3",
					.title = "あります",
					.page = "",
					.steps = steps,
					.steps_len = 4,
					.steps_in_all = 5 };
	struct audience_stage page = stage_of_page("家", fixture_case, 1),
			      none = { .heading = "家", .title = "", .page = "" };
	const struct audience_stage *stages[] = { NULL, &story, &page, &none };
	struct unifont font = { 0 };
	struct glyph_source glyphs = unifont_source(&font);
	struct audience_view view = running();

	(void)state;
	view.message = "休憩は 14:55 までです。";
	view.glyphs = &glyphs;
	for (int size = 0; size < 70 * 4; size++) {
		struct canvas canvas = { 0 };
		canvas_init(&canvas, size / 4, size % 7 * size / 4);
		view.stage = stages[size % 4];
		view.clock = (enum audience_clock)(size % 5);
		audience_view_draw(&canvas, &view);
		canvas_check(&canvas);
		canvas_done(&canvas);
	}
	unifont_done(&font);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_running_step_has_name_clock_and_what_to_do),
		cmocka_unit_test(the_end_comes_near_in_words_too),
		cmocka_unit_test(a_pause_and_a_message_are_seen_from_the_back),
		cmocka_unit_test(where_nothing_is_timed_calm_words_stand),
		cmocka_unit_test(a_step_of_open_length_counts_up_and_is_never_late),
		cmocka_unit_test(a_page_is_read_beside_a_small_clock),
		cmocka_unit_test(a_dark_room_sees_nothing_at_all),
		cmocka_unit_test(a_page_is_revealed_paragraph_by_paragraph),
		cmocka_unit_test(what_is_revealed_stays_where_it_is),
		cmocka_unit_test(a_story_shows_what_was_told_last),
		cmocka_unit_test(names_of_any_length_and_script_are_cut_not_spilt),
		cmocka_unit_test(any_size_will_do),
	};

	return cmocka_run_group_tests_name("audience", tests, NULL, NULL);
}
