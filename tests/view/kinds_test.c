/* What the room sees of the kinds of steps: rounds, changes of seats, who goes where, and steps with no clock or next to
 * nothing on the wall. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
} sizes[] = { { 12, 40 }, { 24, 80 }, { 36, 120 }, { 1, 1 } };

static void check(const char *name, const struct audience_view *view)
{
	struct canvas canvases[COUNT(sizes)] = { 0 };

	fixture_speak("ja");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		canvas_init(&canvases[i], sizes[i].rows, sizes[i].cols);
		audience_view_draw(&canvases[i], view);
	}
	golden_check_all(name, canvases, COUNT(sizes));
	for (size_t i = 0; i < COUNT(sizes); i++)
		canvas_done(&canvases[i]);
}

static struct audience_view talking(void)
{
	return (struct audience_view){
		.clock = AUDIENCE_RUNNING,
		.workshop = "ワールドカフェの会",
		.step = "席で話す",
		.room = "思いつくままに。短く話して、よく聴く。\n\n前の席の話を持ちより、つなげる。",
		.next = "席を移る（ラウンド 2/3）",
		.message = "",
		.round = "ラウンド 2/3",
		.remaining_s = 1200,
		.whole_s = 1200,
	};
}

static void a_round_stands_above_its_step(void **state)
{
	(void)state;
	struct audience_view view = talking();

	check("kind-round", &view);
}

static void a_change_of_seats_tells_who_stays_and_what_comes(void **state)
{
	(void)state;
	struct audience_view view = talking();

	view.step = "席を移る";
	view.room = "ホストは残る。ほかの人は、別々のテーブルへ。";
	view.round = "次：ラウンド 3/3";
	view.remaining_s = view.whole_s = 180;
	check("kind-move", &view);
}

static void groups_see_where_they_go(void **state)
{
	(void)state;
	struct audience_view view = talking();

	view.round = NULL;
	view.places = "ふりかえる → ブレイクアウトルーム「さくら」\n希望と展望 → ブレイクアウトルーム「もみじ」\n希望と展望 → テーブル3";
	check("kind-places", &view);
}

static void a_case_says_which_one_it_is(void **state)
{
	(void)state;
	struct audience_view view = talking();
	const struct audience_stage stage = { .heading = "ラジオの音がする家", .title = "", .page = "川端地区の古い家。", .page_len = 27,
					      .page_number = 1, .pages = 2 };

	view.round = "事例 2/4";
	view.stage = &stage;
	check("kind-case", &view);
}

static void a_still_step_has_its_words_and_no_clock(void **state)
{
	(void)state;
	struct audience_view view = talking();

	view.face = ITEM_FACE_STILL;
	view.remaining_s = 0;
	view.overtime_s = 65;
	check("kind-still", &view);
	view.clock = AUDIENCE_PAUSED;
	check("kind-still", &view);
}

static void the_family_sees_a_calm_word_and_nothing_else(void **state)
{
	(void)state;
	struct audience_view view = { .clock = AUDIENCE_RUNNING, .workshop = "", .step = "どうぞ、ゆっくり。", .room = "", .next = "",
				      .message = "", .open_ended = true, .elapsed_s = 4000, .face = ITEM_FACE_BLANK };

	check("kind-blank", &view);
	view.clock = AUDIENCE_PAUSED;
	check("kind-blank", &view);
	view.message = "お茶が入りました。";
	check("kind-blank-message", &view);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_round_stands_above_its_step),
		cmocka_unit_test(a_change_of_seats_tells_who_stays_and_what_comes),
		cmocka_unit_test(groups_see_where_they_go),
		cmocka_unit_test(a_case_says_which_one_it_is),
		cmocka_unit_test(a_still_step_has_its_words_and_no_clock),
		cmocka_unit_test(the_family_sees_a_calm_word_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
