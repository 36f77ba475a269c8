#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Steps of open length: the family's own time, which nobody may hurry. */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Telling 10m\n"      \
	"item Family 0s\n"        \
	"item Plan 20m\n"

static void only_a_step_of_no_length_and_without_an_end_is_open(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item A 10m\n"
		   "item B 0s\n"
		   "item C 0s end=14:00\n"
		   "item D 0s start=13:50\n"
		   "of A open=no\n"
		   "of B open=yes left=0:00\n"
		   "of C open=no\n"
		   "of D open=yes plan-from=14:00:00\n");
}

static void it_counts_up_and_is_never_over(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "status state=running item=Family left=0:00 active=0:00\n"
			  "13:41:15 refused start\n"
			  "status left=1:15 active=1:15 change=1000\n"
			  "14:55:00 refused start\n"
			  "status left=1:15:00 active=1:15:00\n"
			  "14:56:00 next\n"
			  "of Family status=done left=1:16:00 from=13:40:00 to=14:56:00\n");
}

static void nobody_is_late_by_it_and_the_hall_still_closes(void **state)
{
	(void)state;
	script_run(AGENDA "status end=14:00:00 slack=2:00:00\n"
			  "13:33:00 start\n"
			  "13:43:00 next\n"
			  "status delta=3:00 real=0:00 end=14:03:00 slack=1:57:00\n"
			  "14:23:00 refused start\n"
			  "status delta=3:00 real=0:00 end=14:43:00 slack=1:17:00\n"
			  "of Plan plan-from=14:20:00 from=14:23:00 to=14:43:00\n"
			  "14:23:00 next\n"
			  "status item=Plan delta=3:00 real=0:00 planned-end=14:40:00\n"
			  "14:43:00 end\n"
			  "status state=ended delta=3:00\n");
}

static void a_pause_in_it_delays_nobody(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "13:50:00 pause\n"
			  "13:55:00 refused pause\n"
			  "status state=paused left=10:00 active=10:00 pauses=5:00 delta=0:00\n"
			  "14:00:00 resume\n"
			  "14:10:00 next\n"
			  "of Family active=20:00 pauses=10:00\n"
			  "status delta=0:00\n");
}

static void taken_up_again_it_counts_afresh_and_its_plan_holds_both(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "14:00:00 next\n"
			  "14:00:00 back\n"
			  "14:15:00 refused start\n"
			  "status item=Family left=15:00 delta=0:00\n"
			  "of Family total=35:00 attempts=2\n"
			  "of Plan plan-from=14:15:00 from=14:15:00\n");
}

static void it_has_no_time_to_give_or_take(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "13:45:00 refused add 5\n"
			  "13:45:00 refused add -1\n"
			  "status left=5:00 adjust=0:00\n"
			  "13:45:00 backdate 13:38\n"
			  "status left=7:00\n");
}

static void a_start_told_by_the_clock_waits_for_it(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Telling 10m\n"
		   "item Family 0s\n"
		   "item Plan 20m start=15:00\n"
		   "13:30:00 start\n"
		   "13:40:00 next\n"
		   "14:40:00 refused start\n"
		   "status delta=0:00 end=15:20:00\n"
		   "of Plan plan-from=15:00:00 from=15:00:00\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_step_of_no_length_and_without_an_end_is_open),
		cmocka_unit_test(it_counts_up_and_is_never_over),
		cmocka_unit_test(nobody_is_late_by_it_and_the_hall_still_closes),
		cmocka_unit_test(a_pause_in_it_delays_nobody),
		cmocka_unit_test(taken_up_again_it_counts_afresh_and_its_plan_holds_both),
		cmocka_unit_test(it_has_no_time_to_give_or_take),
		cmocka_unit_test(a_start_told_by_the_clock_waits_for_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
