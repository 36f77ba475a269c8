/* How the room meets the end of a step: each stage a step may have, each strictness, and how near the end is, at four
 * sizes and in both languages. Where two of them must look alike, they are compared with one golden. */
#include "base/buf.h"
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"
#include "view/pages.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct audience_support supports[] = {
	{ "川端三丁目 自治会", "", FORMALITY_INFORMAL },
	{ "ひきこもり相談窓口「とびら」", "", FORMALITY_FORMAL },
};

static const struct audience_step steps[] = {
	{ "きっかけ", "自治会の回覧板に「あります」と返事", "", supports, 1 },
	{ "3日後", "電器店が預かったラジオを隣の人が玄関先へ", "", supports, 2 },
};

static const struct audience_stage telling = {
	.heading = "テーブル3", .title = "こわれたラジオ、あります", .page = "", .steps = steps, .steps_len = 2, .steps_in_all = 5
};

/* --- what a step may have on stage -------------------------------------------------------------------------------- */

enum stage { NOTHING, CASE, LETTER, TELLING, STAGES };

static const struct {
	const char *name, *step, *room;
} stages[STAGES] = {
	[NOTHING] = { "step", "個人ワーク", "自分にできることを、ひとつ書いてみましょう。\n\n書けなくても、だいじょうぶです。" },
	[CASE] = { "case", "事例を読む", "" },
	[LETTER] = { "letter", "お手紙", "" },
	[TELLING] = { "telling", "発表", "" },
};

static struct audience_stage stage_of_text(const char *heading, const char *text)
{
	struct page pages[8];
	size_t len = pages_split(text, pages, COUNT(pages));

	return (struct audience_stage){ .heading = heading,
					.title = "",
					.page = text,
					.page_len = pages[0].len,
					.page_number = 1,
					.pages = len };
}

static struct audience_stage stage_of(enum stage stage)
{
	switch (stage) {
	case CASE:
		return stage_of_text("ラジオの音がする家", fixture_case);
	case LETTER:
		return stage_of_text("カズさんから(架空)", fixture_letter);
	case TELLING:
	case NOTHING:
	case STAGES:
		break;
	}
	return telling;
}

/* --- how near its end is ------------------------------------------------------------------------------------------ */

enum nearness { CALM, SOON, OVER, NEARNESSES };
enum { STRICTNESSES = STRICTNESS_UNHURRIED + 1, LOOKS = 5 };

/* As app/screens/room/room.c fills it in: an unhurried step tells no lengths once its end is near. */
static struct audience_view view_of(enum stage stage, enum strictness strictness, enum nearness nearness)
{
	static const int64_t remaining_s[] = { [CALM] = 1295, [SOON] = 299, [OVER] = 0 };
	bool spared = strictness == STRICTNESS_UNHURRIED && nearness != CALM;

	return (struct audience_view){
		.clock = AUDIENCE_RUNNING,
		.workshop = "つむぎ絆サークル 物語づくりの会",
		.step = stages[stage].step,
		.room = stages[stage].room,
		.next = "グループの語り",
		.message = "",
		.strictness = strictness,
		.spared = spared,
		.remaining_s = spared ? 0 : remaining_s[nearness],
		.overtime_s = spared || nearness != OVER ? 0 : 65,
		.whole_s = spared ? 0 : 1800,
	};
}

static const char *name_of(enum strictness strictness, enum nearness nearness)
{
	if (nearness == CALM)
		return "calm";
	if (strictness == STRICTNESS_UNHURRIED)
		return "spared";
	if (nearness == SOON)
		return "soon";
	return strictness == STRICTNESS_STRICT ? "over-strict" : "over";
}

static const struct {
	int rows, cols;
} sizes[] = { { 12, 40 }, { 24, 80 }, { 36, 120 }, { 48, 160 } };

/* --- the goldens -------------------------------------------------------------------------------------------------- */

static void draw(struct canvas *canvas, size_t size, enum stage stage, enum strictness strictness, enum nearness nearness)
{
	struct audience_stage staged = stage_of(stage);
	struct audience_view view = view_of(stage, strictness, nearness);

	view.stage = stage == NOTHING ? NULL : &staged;
	canvas_init(canvas, sizes[size].rows, sizes[size].cols);
	audience_view_draw(canvas, &view);
}

static void check(enum stage stage, enum strictness strictness, enum nearness nearness, const char *language)
{
	struct canvas canvases[COUNT(sizes)] = { 0 };
	char name[96];

	fixture_speak(language);
	for (size_t i = 0; i < COUNT(sizes); i++)
		draw(&canvases[i], i, stage, strictness, nearness);
	snprintf(name, sizeof name, "room-%s-%s-%s", stages[stage].name, name_of(strictness, nearness), language);
	golden_check_all(name, canvases, COUNT(sizes));
	for (size_t i = 0; i < COUNT(sizes); i++)
		canvas_done(&canvases[i]);
}

static void every_end_looks_as_its_strictness_says(void **state)
{
	(void)state;
	for (int i = 0; i < STAGES * STRICTNESSES * NEARNESSES; i++) {
		enum stage stage = (enum stage)(i / (STRICTNESSES * NEARNESSES));
		enum strictness strictness = (enum strictness)(i / NEARNESSES % STRICTNESSES);

		check(stage, strictness, (enum nearness)(i % NEARNESSES), "ja");
		check(stage, strictness, (enum nearness)(i % NEARNESSES), "en");
	}
}

/* --- what holds whatever the layout -------------------------------------------------------------------------------- */

static bool has_alarm(const struct canvas *canvas)
{
	for (int i = 0; i < canvas->rows * canvas->cols; i++) {
		switch (canvas->cells[i].style) {
		case STYLE_WARN:
		case STYLE_OVER:
		case STYLE_BIG_WARN:
		case STYLE_BIG_OVER:
		case STYLE_HALF_WARN:
		case STYLE_HALF_OVER:
			return true;
		default:
			break;
		}
	}
	return false;
}

static void print(size_t size, enum stage stage, enum strictness strictness, enum nearness nearness, struct buf *out,
		  bool *ret_alarm)
{
	struct canvas canvas = { 0 };

	draw(&canvas, size, stage, strictness, nearness);
	*ret_alarm = has_alarm(&canvas);
	canvas_print_text(&canvas, out);
	canvas_done(&canvas);
}

static void an_unhurried_end_has_no_digit_no_sign_and_no_alarm(void **state)
{
	(void)state;
	fixture_speak("ja");
	for (size_t size = 0; size < COUNT(sizes); size++) {
		struct buf text = { 0 };
		bool alarm;

		print(size, NOTHING, STRICTNESS_UNHURRIED, OVER, &text, &alarm);
		assert_null(strpbrk(buf_text(&text), "0123456789+-:"));
		assert_false(alarm);
		buf_done(&text);
		print(size, TELLING, STRICTNESS_UNHURRIED, OVER, &text, &alarm);
		assert_false(alarm);
		buf_done(&text);
	}
}

static void compare(size_t size, enum stage stage, size_t a, size_t b)
{
	static const struct {
		enum strictness strictness;
		enum nearness nearness;
	} looks[LOOKS] = { { STRICTNESS_GENTLE, CALM },
			   { STRICTNESS_GENTLE, SOON },
			   { STRICTNESS_GENTLE, OVER },
			   { STRICTNESS_UNHURRIED, OVER },
			   { STRICTNESS_STRICT, OVER } };
	struct buf x = { 0 }, y = { 0 };
	bool alarm;

	print(size, stage, looks[a].strictness, looks[a].nearness, &x, &alarm);
	print(size, stage, looks[b].strictness, looks[b].nearness, &y, &alarm);
	assert_int_equal(strcmp(buf_text(&x), buf_text(&y)) == 0, a == b);
	buf_done(&x);
	buf_done(&y);
}

/* Who sees no colour sees words, shapes and another size. Beside a page there may be no room for more than the digits,
 * which the gentle and the strict end share. */
static void the_words_alone_tell_one_end_from_another(void **state)
{
	(void)state;
	fixture_speak("ja");
	for (size_t i = 0; i < COUNT(sizes) * STAGES; i++) {
		enum stage stage = (enum stage)(i / COUNT(sizes));
		size_t looks = stage == NOTHING ? LOOKS : LOOKS - 1;

		for (size_t pair = 0; pair < looks * looks; pair++)
			compare(i % COUNT(sizes), stage, pair / looks, pair % looks);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_end_looks_as_its_strictness_says),
		cmocka_unit_test(an_unhurried_end_has_no_digit_no_sign_and_no_alarm),
		cmocka_unit_test(the_words_alone_tell_one_end_from_another),
	};

	return cmocka_run_group_tests_name("strictness", tests, NULL, NULL);
}
