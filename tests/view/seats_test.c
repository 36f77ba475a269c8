/* The screen of seats: somebody taken up, somebody fixed, those without a seat; at four sizes, in both languages. */
#include "base/mem.h"
#include "engine/seat_plan.h"
#include "fixture.h"
#include "golden.h"
#include "view/seats.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" }, { 48, 160, "160x48" } };

enum { PEOPLE = 36, SEATED = 33 };

/* Somebody whose name is wide, long, or no one's business. */
static const char *const names[] = { "森田 花子", "Bo", "👩‍👩‍👧 一家", "勅使河原 権左衛門之丞 ながいなまえ", "佐藤 一郎", "ｶﾄｳ" };

static struct person people[PEOPLE];
static struct seat seats[PEOPLE + 2];
static char ids[PEOPLE][ID_LEN + 1];

static void seat_all(struct fixture *fixture)
{
	for (size_t i = 0; i < PEOPLE; i++) {
		snprintf(ids[i], sizeof ids[i], "p%zu", i);
		people[i] = (struct person){
			.id = ids[i], .name = names[i % COUNT(names)], .kana = i % 3 ? "" : "かな", .affiliation = i % 2 ? "社協" : "",
			.occupation = "", .area = "", .invited_by = "", .note = "", .stance = (enum stance)(i % 5),
			.field = (enum person_field)(i % 4),
		};
		seats[i] = (struct seat){
			.id = ids[i], .round = 1, .person = ids[i], .table = fixture->book.tables.at[i % FIXTURE_TABLES].id,
			.fixed = i == 8, .workshop = "",
		};
	}
	fixture->book.people = (struct person_list){ people, PEOPLE };
	fixture->book.seats = (struct seat_list){ seats, SEATED };
}

static void check(const char *state, const struct fixture *fixture, size_t group, size_t place, const char *held)
{
	static const char *const languages[] = { "ja", "en" };
	static const int64_t met[PEOPLE] = { 0, 0, 2 };
	struct arena arena = { 0 };
	struct seat_sheet sheet = seat_sheet_of(&fixture->book, 1, &arena);
	struct seats_view view = { &fixture->book, &fixture->run, &sheet, 1, 3, group, place, held, met };

	for (size_t l = 0; l < COUNT(languages); l++) {
		struct canvas canvases[COUNT(sizes)] = { 0 };
		char name[96];

		fixture_speak(languages[l]);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			canvas_init(&canvases[i], sizes[i].rows, sizes[i].cols);
			seats_view_draw(&canvases[i], &view);
			widget_footer(&canvases[i], AT_seats);
			canvas_check(&canvases[i]);
		}
		snprintf(name, sizeof name, "seats-%s-%s", state, languages[l]);
		golden_check_all(name, canvases, COUNT(sizes));
		for (size_t i = 0; i < COUNT(sizes); i++)
			canvas_done(&canvases[i]);
	}
	arena_done(&arena);
}

static void names_stand_at_their_tables(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	seat_all(&fixture);
	fixture_fold(&fixture, -600);
	check("planned", &fixture, 0, 1, "");
	fixture_start(&fixture, 0, FIXTURE_STORIES);
	fixture_fold(&fixture, 300);
	check("running", &fixture, FIXTURE_TABLES, 2, "p10");
	fixture_done(&fixture);
}

static void an_empty_room_says_how_to_begin(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture);
	seat_all(&fixture);
	fixture.book.seats.len = 0;
	fixture_fold(&fixture, -600);
	check("empty", &fixture, FIXTURE_TABLES, 0, "");
	fixture_done(&fixture);
}

/* It is drawn whatever the size, and whoever sits wherever. */
static void any_size_is_drawn(void **state)
{
	struct fixture fixture;
	struct arena arena = { 0 };
	const int64_t met[PEOPLE] = { 0 };

	(void)state;
	fixture_begin(&fixture);
	seat_all(&fixture);
	fixture_fold(&fixture, 0);
	struct seat_sheet sheet = seat_sheet_of(&fixture.book, 1, &arena);
	for (int rows = 1; rows < 30; rows += 4) {
		for (int cols = 1; cols < 90; cols += 11) {
			for (size_t group = 0; group < sheet.len; group++) {
				struct seats_view view = { &fixture.book, &fixture.run, &sheet, 1, 1, group, 0, "p3", met };
				struct canvas canvas = { 0 };
				canvas_init(&canvas, rows, cols);
				seats_view_draw(&canvas, &view);
				canvas_check(&canvas);
				canvas_done(&canvas);
			}
		}
	}
	arena_done(&arena);
	fixture_done(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stand_at_their_tables),
		cmocka_unit_test(an_empty_room_says_how_to_begin),
		cmocka_unit_test(any_size_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
