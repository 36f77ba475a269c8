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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_room_sees_what_the_stage_shows),
		cmocka_unit_test(a_story_is_told_step_by_step),
		cmocka_unit_test(tables_say_how_far_they_are_and_undo_leaves_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
