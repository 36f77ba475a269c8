/* 1人・10人・100人 on the wall: at four sizes, in both languages, with little and with much. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/audience.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NEEDS_MOST = 30 };

static struct gathered_part part(const char *need, size_t one, size_t ten, size_t hundred, size_t formal,
				 size_t informal, size_t mixed)
{
	return (struct gathered_part){ .need = need,
				       .offers = one + ten + hundred,
				       .by_scope = { one, ten, hundred },
				       .supports = formal + informal + mixed,
				       .by_formality = { 0, formal, informal, mixed } };
}

static void add_part(struct gathered_part *all, const struct gathered_part *more)
{
	all->offers += more->offers;
	all->supports += more->supports;
	for (size_t i = 0; i < GATHERED_SCOPES; i++)
		all->by_scope[i] += more->by_scope[i];
	for (size_t i = 0; i < GATHERED_FORMALITIES; i++)
		all->by_formality[i] += more->by_formality[i];
}

static struct gathered gathered(struct gathered_part *needs, size_t len, struct gathered_part other)
{
	struct gathered gathered = { .all.need = "", .other = other, .needs = needs, .needs_len = len };

	add_part(&gathered.all, &other);
	for (size_t i = 0; i < len; i++)
		add_part(&gathered.all, &needs[i]);
	return gathered;
}

static struct audience_view showing(const struct audience_stage *stage)
{
	return (struct audience_view){
		.clock = AUDIENCE_RUNNING,
		.workshop = "つむぎ市 できることもちよりワークショップ",
		.step = "全体共有",
		.room = "",
		.next = "お手紙",
		.message = "",
		.remaining_s = 1295,
		.whole_s = 1800,
		.now_ms = fixture_wall_ms(0),
		.starts_ms = fixture_wall_ms(0),
		.stage = stage,
	};
}

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" }, { 48, 160, "160x48" } };

static void check(const char *state, const struct gathered *picture)
{
	static const char *const languages[] = { "ja", "en" };
	const struct audience_stage stage = { .heading = "", .title = "", .page = "", .picture = picture };
	struct audience_view view = showing(&stage);

	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			audience_view_draw(&canvas, &view);
			canvas_check(&canvas);
			snprintf(name, sizeof name, "picture-%s-%s-%s", state, sizes[i].name, languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
}

static void a_room_sees_what_it_has_brought_together(void **state)
{
	struct gathered_part needs[] = {
		part("食事とごみ", 12, 3, 0, 2, 4, 1),
		part("税・年金の封筒を一緒に開ける", 5, 2, 0, 4, 0, 0),
		part("母の退院後の暮らし", 7, 4, 1, 6, 1, 1),
		part("病院に行く足", 4, 1, 0, 0, 1, 2),
		part("夜でない時間に安心して話せる相手", 9, 3, 1, 1, 5, 0),
		part("ラジオ修理を生かす役割", 6, 3, 2, 0, 3, 0),
		part("体と歯の不調", 0, 0, 0, 0, 0, 0),
		part("猫の世話を続けたい", 3, 1, 1, 0, 2, 0),
	};
	struct gathered picture = gathered(needs, COUNT(needs), part("", 2, 0, 0, 0, 0, 0));

	(void)state;
	check("room", &picture);
}

static void an_empty_room_is_told_how_it_begins(void **state)
{
	struct gathered picture = gathered(NULL, 0, part("", 0, 0, 0, 0, 0, 0));

	(void)state;
	check("empty", &picture);
}

static void one_offer_is_seen(void **state)
{
	struct gathered_part needs[] = { part("食事とごみ", 1, 0, 0, 0, 0, 0), part("病院に行く足", 0, 0, 0, 0, 0, 0) };
	struct gathered picture = gathered(needs, COUNT(needs), part("", 0, 0, 0, 0, 0, 0));

	(void)state;
	check("one", &picture);
}

static void many_needs_with_long_names_are_cut_and_counted(void **state)
{
	struct gathered_part needs[NEEDS_MOST];

	(void)state;
	for (size_t i = 0; i < NEEDS_MOST; i++)
		needs[i] = part("隣の人が気になりながらも声をかけられずにいること、そのための小さなきっかけを👨‍👩‍👧みんなで", i, 15, i % 3, 7 + i, i / 2, 1);
	struct gathered picture = gathered(needs, NEEDS_MOST, part("", 14, 1, 0, 0, 3, 0));
	picture.other.supports += picture.other.by_formality[FORMALITY_UNSAID] = 2;
	picture.all.supports += picture.all.by_formality[FORMALITY_UNSAID] = 2;
	check("many", &picture);
}

static void any_size_and_any_number_will_do(void **state)
{
	struct gathered_part needs[] = { part("家", 1, 0, 0, 1, 1, 1), part("足", 120345, 98765, 43210, 65432, 1, 1) };
	struct gathered picture = gathered(needs, COUNT(needs), part("", 0, 0, 0, 0, 1, 0));
	const struct audience_stage stage = { .heading = "", .title = "", .page = "", .picture = &picture };
	struct audience_view view = showing(&stage);

	(void)state;
	for (int size = 0; size < 70 * 4; size++) {
		struct canvas canvas = { 0 };
		picture.needs_len = (size_t)size % 3;
		canvas_init(&canvas, size / 4, size % 7 * size / 4);
		audience_view_draw(&canvas, &view);
		canvas_check(&canvas);
		canvas_done(&canvas);
	}
}

/* So it is read in the dark, in the light, and by those who see no colours: the text alone says as much. */
static void letters_and_words_say_what_colours_say(void **state)
{
	struct gathered_part needs[] = { part("食事とごみ", 3, 0, 0, 2, 1, 1) };
	struct gathered picture = gathered(needs, 1, part("", 0, 0, 0, 0, 0, 0));
	const struct audience_stage stage = { .heading = "", .title = "", .page = "", .picture = &picture };
	struct audience_view view = showing(&stage);
	struct canvas canvas = { 0 };
	struct buf text = { 0 };

	(void)state;
	fixture_speak("en");
	canvas_init(&canvas, 24, 80);
	audience_view_draw(&canvas, &view);
	canvas_print_text(&canvas, &text);
	assert_non_null(strstr(buf_text(&text), "FFIM"));
	assert_non_null(strstr(buf_text(&text), "F formal 2   I informal 1   M mixed 1"));
	buf_done(&text);
	canvas_done(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_room_sees_what_it_has_brought_together),
		cmocka_unit_test(an_empty_room_is_told_how_it_begins),
		cmocka_unit_test(one_offer_is_seen),
		cmocka_unit_test(many_needs_with_long_names_are_cut_and_counted),
		cmocka_unit_test(any_size_and_any_number_will_do),
		cmocka_unit_test(letters_and_words_say_what_colours_say),
	};

	return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
