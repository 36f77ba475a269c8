/* What the room may know of the day: never how late it is. */
#include "engine/room_day.h"

#include "world.h"

#include "base/calendar.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* "Intro- Case* Break@14:05 Rest end@15:00": done, now, about when. */
static void check(struct world *world, const char *want)
{
	static const char *const marks[] = { [ROOM_DAY_DONE] = "-", [ROOM_DAY_NOW] = "*", [ROOM_DAY_COMING] = "" };
	struct arena arena = { 0 };
	char got[400] = "";
	size_t used = 0;

	world_fold(world);
	struct room_day day = room_day_of(&world->run, &arena);
	for (size_t i = 0; i < day.len; i++) {
		struct calendar at = calendar_of(day.steps[i].about_ms);
		used += (size_t)snprintf(got + used, sizeof got - used, "%s%s ", day.steps[i].title, marks[day.steps[i].place]);
		if (day.steps[i].about_ms)
			used += (size_t)snprintf(got + used - 1, sizeof got - used, "@%d:%02d ", at.hour, at.minute) - 1;
	}
	struct calendar end = calendar_of(day.about_end_ms);
	snprintf(got + used, sizeof got - used, "end");
	if (day.about_end_ms)
		snprintf(got + used + 3, sizeof got - used - 3, "@%d:%02d", end.hour, end.minute);
	assert_string_equal(got, want);
	arena_done(&arena);
}

static void press(struct world *world, enum status (*act_on)(const struct act *act, struct fault *fault))
{
	struct fault fault = { "" };

	world_fold(world);
	struct act act = world_act(world, &world->run);
	assert_int_equal(act_on(&act, &fault), ST_OK);
	world_commit(world);
}

/* 13:30, as in world.h and half an hour more. */
static void begin(struct world *world)
{
	world_begin(world);
	world_pass_ms(world, 30 * 60000);
	world->book.workshops.at[0].start_ms = world->now.wall_ms;
	world_add_item(world, "Intro", 600);
	world_add_item(world, "Case", 900);
	world_add_item(world, "Break", 600)->kind = ITEM_KIND_BREAK;
	world_add_item(world, "Rest", 1200);
}

static void it_tells_where_we_are_and_about_when_breaks_and_the_end_come(void **state)
{
	struct world world;

	(void)state;
	begin(&world);
	check(&world, "Intro Case Break@13:55 Rest end@14:25");
	press(&world, act_start);
	world_pass_ms(&world, 12 * 60000);
	check(&world, "Intro* Case Break@13:55 Rest end@14:25");
	world_pass_ms(&world, 60000);
	press(&world, act_next);
	check(&world, "Intro- Case* Break@14:00 Rest end@14:30");
	press(&world, act_next);
	check(&world, "Intro- Case- Break* Rest end@14:15");
	press(&world, act_end);
	check(&world, "Intro- Case- Break- end");
	world_done(&world);
}

static void what_was_skipped_is_no_part_of_the_day(void **state)
{
	struct world world;

	(void)state;
	begin(&world);
	press(&world, act_skip);
	press(&world, act_start);
	check(&world, "Case* Break@13:45 Rest end@14:15");
	world_done(&world);
}

static void nobody_can_say_what_comes_after_a_step_of_open_length(void **state)
{
	struct world world;

	(void)state;
	begin(&world);
	world.book.items.at[1].planned_s = 0;
	check(&world, "Intro Case Break Rest end");
	press(&world, act_start);
	press(&world, act_next);
	check(&world, "Intro- Case* Break Rest end");
	press(&world, act_next);
	check(&world, "Intro- Case- Break* Rest end@14:00");
	world_done(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_tells_where_we_are_and_about_when_breaks_and_the_end_come),
		cmocka_unit_test(what_was_skipped_is_no_part_of_the_day),
		cmocka_unit_test(nobody_can_say_what_comes_after_a_step_of_open_length),
	};

	return cmocka_run_group_tests_name("room_day", tests, NULL, NULL);
}
