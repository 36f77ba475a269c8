#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* The stretches of the day, as its picture shows them. */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Intro 10m\n"        \
	"item Case 15m\n"         \
	"item Ideas 20m\n"

static void each_step_has_its_stretch(void **state)
{
	(void)state;
	script_run(AGENDA "status spans=-\n"
			  "13:30:00 start\n"
			  "status spans=Intro:13:30:00-\n"
			  "13:42:00 next\n"
			  "13:50:00 skip\n"
			  "14:00:00 end\n"
			  "status spans=Intro:13:30:00-13:42:00,Case:13:42:00-13:50:00,Ideas:13:50:00-14:00:00\n");
}

static void a_pause_lies_within_its_step(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:33:00 pause\n"
			  "status spans=Intro:13:30:00-,pause:13:33:00-\n"
			  "13:35:00 resume\n"
			  "13:40:00 pause\n"
			  "13:44:00 next\n"
			  "status spans=Intro:13:30:00-13:44:00,pause:13:33:00-13:35:00,pause:13:40:00-13:44:00,Case:13:44:00-\n");
}

static void every_attempt_has_its_own(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "13:50:00 back\n"
			  "13:55:00 next\n"
			  "status spans=Intro:13:30:00-13:40:00,Case:13:40:00-13:50:00,Intro:13:50:00-13:55:00,Case:13:55:00-\n"
			  "13:56:00 undo\n"
			  "status spans=Intro:13:30:00-13:40:00,Case:13:40:00-13:50:00,Intro:13:50:00-\n");
}

static void a_start_that_was_moved_moves_the_end_before_it(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:35:00 pause\n"
			  "13:44:00 next\n"
			  "13:46:00 backdate 13:41\n"
			  "status spans=Intro:13:30:00-13:41:00,pause:13:35:00-13:41:00,Case:13:41:00-\n"
			  "13:47:00 next\n"
			  "13:50:00 backdate 13:48\n"
			  "status spans=Intro:13:30:00-13:41:00,pause:13:35:00-13:41:00,Case:13:41:00-13:48:00,Ideas:13:48:00-\n");
}

static void a_wall_clock_set_back_turns_no_stretch_round(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "wall -30m\n"
			  "13:15:00 next\n"
			  "status spans=Intro:13:30:00-13:40:00,Case:13:40:00-13:40:00,Ideas:13:15:00-\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_step_has_its_stretch),
		cmocka_unit_test(a_pause_lies_within_its_step),
		cmocka_unit_test(every_attempt_has_its_own),
		cmocka_unit_test(a_start_that_was_moved_moves_the_end_before_it),
		cmocka_unit_test(a_wall_clock_set_back_turns_no_stretch_round),
	};

	return cmocka_run_group_tests_name("spans", tests, NULL, NULL);
}
