#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* What the facilitator puts before the room. */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Intro 10m\n"        \
	"item Case 15m\n"         \
	"tables 3\n"

static void the_room_sees_what_the_stage_shows(void **state)
{
	(void)state;
	script_run(AGENDA "status shutter=no page=0 table=0 message=-\n"
			  "13:30:00 shutter open\n"
			  "13:30:00 start\n"
			  "13:31:00 message Welcome\n"
			  "13:31:00 turn 1 3\n"
			  "status shutter=yes page=1 message=Welcome message-at=13:31:00\n"
			  "13:31:00 turn 5 3\n"
			  "status page=2\n"
			  "13:31:00 refused turn 1 3\n"
			  "13:31:00 turn -1 3\n"
			  "status page=1\n"
			  "13:40:00 next\n"
			  "status page=0 shutter=yes message=Welcome\n"
			  "13:41:00 undo\n"
			  "status page=1\n"
			  "13:41:00 message\n"
			  "status message=- message-at=-\n"
			  "13:42:00 refused turn 1 2\n"
			  "13:42:00 shutter closed\n"
			  "status shutter=no undoable=shutter\n"
			  "13:42:00 undo\n"
			  "status shutter=yes\n");
}

static void the_day_is_shown_until_the_next_step_begins(void **state)
{
	(void)state;
	script_run(AGENDA "status day=no\n"
			  "13:20:00 day shown\n"
			  "status day=yes undoable=day\n"
			  "13:30:00 start\n"
			  "status day=no\n"
			  "13:31:00 day shown\n"
			  "13:32:00 day away\n"
			  "status day=no undoable=day\n"
			  "13:32:00 undo\n"
			  "status day=yes\n"
			  "13:40:00 next\n"
			  "status day=no\n");
}

static void a_story_is_told_step_by_step(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 refused present 9\n"
			  "13:31:00 present 2\n"
			  "status table=2 step=0\n"
			  "13:31:00 refused turn -1 2\n"
			  "13:31:00 turn 1 2\n"
			  "look\n"
			  "13:31:00 turn 1 2\n"
			  "13:31:00 late turn 1 2\n"
			  "status step=2 page=0\n"
			  "13:31:00 refused turn 1 2\n"
			  "13:32:00 present 3\n"
			  "13:32:00 late turn 1 2\n"
			  "status table=3 step=0\n"
			  "13:33:00 present\n"
			  "status table=0\n"
			  "13:33:00 undo\n"
			  "status table=3\n"
			  "13:40:00 next\n"
			  "status table=0 step=0\n");
}

static void tables_say_how_far_they_are_and_undo_leaves_them(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 table 2 ready\n"
			  "13:31:00 table 3 more\n"
			  "status state-of-1=preparing state-of-2=ready state-of-3=more\n"
			  "status undoable=start last=table_state\n"
			  "13:32:00 undo\n"
			  "status state=planned state-of-2=ready\n");
}

static void what_the_facilitator_says_of_a_table_is_undone_alone(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 table 2 talking\n"
			  "13:31:30 set-table 2 ready\n"
			  "13:31:40 table 3 more\n"
			  "status state-of-2=ready undoable=table_state\n"
			  "13:32:00 undo\n"
			  "status state=running item=Intro state-of-2=talking state-of-3=more undoable=start\n");
}

static void a_dark_room_stays_dark_until_it_is_lit(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 blackout off\n"
			  "status dark=no undoable=start\n"
			  "13:31:00 blackout on\n"
			  "13:31:01 blackout on\n"
			  "status dark=yes undoable=blackout\n"
			  "13:40:00 next\n"
			  "reboot 1m\n"
			  "status dark=yes item=Case\n"
			  "13:45:00 blackout off\n"
			  "status dark=no\n"
			  "13:45:00 undo\n"
			  "status dark=yes\n");
}

/* Two who darken at once do it once. */
static void a_second_press_at_the_same_moment_is_nothing(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "look\n"
			  "13:31:00 blackout on\n"
			  "13:31:00 late blackout on\n"
			  "13:31:00 undo\n"
			  "status dark=no\n"
			  "look\n"
			  "13:32:00 freeze on\n"
			  "13:32:00 late freeze on\n"
			  "13:32:00 undo\n"
			  "status frozen=no\n");
}

static void a_held_picture_stays_while_others_are_looked_up(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 turn 1 5\n"
			  "13:31:00 freeze on\n"
			  "13:31:30 turn 1 5\n"
			  "13:31:30 turn 1 5\n"
			  "status frozen=yes held-page=1 page=3\n"
			  "13:32:00 freeze on\n"
			  "status held-page=1 undoable=page\n"
			  "13:33:00 present 2\n"
			  "13:33:00 turn 2 4\n"
			  "status held-page=1 held-step=0 table=2 step=2\n"
			  "13:40:00 next\n"
			  "status held-page=1 page=0 item=Case\n"
			  "13:41:00 freeze off\n"
			  "status frozen=no page=0\n"
			  "13:41:00 undo\n"
			  "status frozen=yes held-page=1\n");
}

static void a_message_with_a_life_time_goes_by_itself(void **state)
{
	(void)state;
	script_run(AGENDA "13:20:00 message Soon 2m\n"
			  "13:20:30 message Soon 2m\n"
			  "status message=Soon message-at=13:20:30 message-until=13:22:30 change=30000\n"
			  "13:22:00 refused pause\n"
			  "status message=Soon change=30000\n"
			  "13:22:30 refused pause\n"
			  "status message=- message-at=- message-until=-\n"
			  "13:30:00 start\n"
			  "13:31:00 message Long\n"
			  "13:31:30 message Short 1m\n"
			  "13:32:00 undo\n"
			  "status message=Long message-until=-\n"
			  "13:33:00 message Again 1m\n"
			  "13:33:30 message\n"
			  "13:33:40 undo\n"
			  "status message=Again\n"
			  "wall 1h\n"
			  "status message=Again\n"
			  "sleep 1m\n"
			  "status message=-\n");
}

static void a_message_goes_at_its_time_also_where_no_clock_runs(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 end\n"
			  "13:31:00 message Bye 3m\n"
			  "status state=ended change=180000\n"
			  "13:34:00 refused pause\n"
			  "status message=- change=-1\n");
}

static void paragraphs_appear_one_by_one_and_pages_turn_behind_them(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "status shown=0\n"
			  "13:31:00 one-by-one on\n"
			  "13:31:00 one-by-one on\n"
			  "status shown=1 page=0\n"
			  "13:31:00 paragraph 1 3 2\n"
			  "13:31:00 paragraph 1 3 2\n"
			  "status shown=3 page=0\n"
			  "13:31:00 paragraph 1 3 2\n"
			  "status shown=1 page=1\n"
			  "13:31:00 refused paragraph 1 1 2\n"
			  "13:31:00 paragraph -1 1 2\n"
			  "status page=0 shown=1000000\n"
			  "13:31:00 paragraph -1 3 2\n"
			  "status page=0 shown=2\n"
			  "13:31:00 paragraph -1 3 2\n"
			  "13:31:00 refused paragraph -1 3 2\n"
			  "13:31:30 undo\n"
			  "status shown=2\n"
			  "13:40:00 next\n"
			  "status shown=1 page=0\n"
			  "13:41:00 one-by-one off\n"
			  "status shown=0\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_room_sees_what_the_stage_shows),
		cmocka_unit_test(the_day_is_shown_until_the_next_step_begins),
		cmocka_unit_test(a_story_is_told_step_by_step),
		cmocka_unit_test(tables_say_how_far_they_are_and_undo_leaves_them),
		cmocka_unit_test(what_the_facilitator_says_of_a_table_is_undone_alone),
		cmocka_unit_test(a_dark_room_stays_dark_until_it_is_lit),
		cmocka_unit_test(a_second_press_at_the_same_moment_is_nothing),
		cmocka_unit_test(a_held_picture_stays_while_others_are_looked_up),
		cmocka_unit_test(a_message_with_a_life_time_goes_by_itself),
		cmocka_unit_test(a_message_goes_at_its_time_also_where_no_clock_runs),
		cmocka_unit_test(paragraphs_appear_one_by_one_and_pages_turn_behind_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
