/* The list of workshops, at three sizes and in both languages. */
#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "view/home.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" } };

static void check(const char *state, const struct workbook *outline, size_t bar)
{
	static const char *const languages[] = { "ja", "en" };
	const char *rehearsed = strcmp(state, "rehearsed") == 0 ? outline->workshops.at[bar].id : "";
	struct outline_line *lines = outline_lines(outline);
	struct home_view view = { outline, lines, bar, fixture_wall_ms(3600), rehearsed, NULL };

	for (size_t l = 0; l < COUNT(languages); l++) {
		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			struct canvas canvas = { 0 };
			char name[96];

			canvas_init(&canvas, sizes[i].rows, sizes[i].cols);
			home_view_draw(&canvas, &view);
			widget_footer(&canvas, AT_home);
			snprintf(name, sizeof name, "home-%s-%s-%s", state, sizes[i].name, languages[l]);
			golden_check(name, &canvas);
			canvas_done(&canvas);
		}
	}
	free(lines);
}

static void an_empty_house_says_how_to_begin(void **state)
{
	const struct workbook outline = { 0 };

	(void)state;
	check("empty", &outline, 0);
}

/* One of each state: over, running, planned, and one with neither date nor tables but a very long title. */
static struct workbook houseful(char *long_title)
{
	static struct workshop workshops[4];
	static struct table tables[12];
	static struct item items[2];
	static struct run_row rows[3];
	const struct workshop blank = {
		.title = "", .series = "", .template_name = "", .venue = "", .purpose = "", .local_context = "", .previous = ""
	};
	struct workbook outline = { 0 };

	for (size_t i = 0; i < COUNT(workshops); i++)
		workshops[i] = blank;
	workshops[0].id = workshops[0].workshop = "a";
	workshops[0].title = "つむぎ絆サークル 第1回";
	workshops[0].start_ms = fixture_wall_ms(-30 * 86400);
	workshops[1].id = workshops[1].workshop = "b";
	workshops[1].title = "つむぎ絆サークル 第2回 物語づくりの会";
	workshops[1].start_ms = fixture_wall_ms(0);
	workshops[2].id = workshops[2].workshop = "c";
	workshops[2].title = "できもちの会 👨‍👩‍👧 か\xe3\x82\x99ｶﾞ";
	workshops[2].start_ms = fixture_wall_ms(30 * 86400);
	workshops[3].id = workshops[3].workshop = "d";
	workshops[3].title = long_title;
	for (size_t i = 0; i < COUNT(tables); i++)
		tables[i] = (struct table){ .id = "t", .workshop = i < 8 ? "b" : "c", .name = "", .headline = "" };
	items[0] = (struct item){ .id = "i", .workshop = "a", .title = "", .room = "", .cue = "", .pos = "", .bells = "" };
	items[1] = (struct item){ .id = "j", .workshop = "b", .title = "", .room = "", .cue = "", .pos = "", .bells = "" };
	rows[0] = (struct run_row){
		.id = "1", .workshop = "a", .verb = VERB_START, .item = "i", .target = "", .text = ""
	};
	rows[1] = (struct run_row){
		.id = "2", .workshop = "a", .verb = VERB_CLOSE, .item = "", .target = "", .text = ""
	};
	rows[2] = (struct run_row){
		.id = "3", .workshop = "b", .verb = VERB_START, .item = "j", .target = "", .text = ""
	};
	workbook_set_rows(&outline, ENTITY_workshop, workshops, COUNT(workshops));
	workbook_set_rows(&outline, ENTITY_table, tables, COUNT(tables));
	workbook_set_rows(&outline, ENTITY_item, items, COUNT(items));
	workbook_set_rows(&outline, ENTITY_run_row, rows, COUNT(rows));
	return outline;
}

static void a_bar_that_moves_leaves_the_house_as_drawn_afresh(void **state)
{
	static char title[401];
	static const size_t bars[] = { 0, 1, 2, 3, 2, 1, 0, 3, 0 };

	(void)state;
	memset(title, 'x', sizeof title - 1);
	struct workbook outline = houseful(title);
	struct outline_line *lines = outline_lines(&outline);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct canvas again = { 0 }, afresh = { 0 };
		struct list_drawn drawn = { false };
		canvas_init(&again, sizes[i].rows, sizes[i].cols);
		canvas_init(&afresh, sizes[i].rows, sizes[i].cols);
		for (size_t step = 0; step < COUNT(bars); step++) {
			struct home_view view = { &outline, lines, bars[step], fixture_wall_ms(3600), "c", &drawn };
			struct list_drawn none = { .top = drawn.top };
			home_view_draw(&again, &view);
			view.drawn = &none;
			canvas_clear(&afresh);
			home_view_draw(&afresh, &view);
			canvas_check_same(&again, &afresh);
		}
		canvas_done(&again);
		canvas_done(&afresh);
	}
	free(lines);
}

static void what_to_do_next_is_said_of_the_workshop_under_the_bar(void **state)
{
	static char title[401];
	struct workbook outline;

	(void)state;
	memset(title, 'x', sizeof title - 1);
	outline = houseful(title);
	check("over", &outline, 0);
	check("running", &outline, 1);
	check("planned", &outline, 2);
	check("rehearsed", &outline, 2);
	/* The circle before it was held for 37 minutes where 30 were planned. */
	outline.workshops.at[2].previous = "a";
	outline.items.at[0].planned_s = 30 * 60;
	outline.run_rows.at[0].at_ms = fixture_wall_ms(-30 * 86400);
	outline.run_rows.at[1].at_ms = fixture_wall_ms(-30 * 86400 + 37 * 60);
	check("last-time", &outline, 2);
	check("long", &outline, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_house_says_how_to_begin),
		cmocka_unit_test(a_bar_that_moves_leaves_the_house_as_drawn_afresh),
		cmocka_unit_test(what_to_do_next_is_said_of_the_workshop_under_the_bar),
	};

	return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}
