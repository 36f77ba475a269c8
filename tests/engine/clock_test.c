#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* What the machine's clocks do to a running workshop (clock.md 2.1, 2.10, 2.11). */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Intro 10m\n"        \
	"item Case 15m\n"         \
	"item Ideas 20m\n"

static void sleep_is_counted(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 add 5m\n"
			  "sleep 12m\n"
			  "status left=1:00 active=14:00 delta=5:00\n"
			  "13:44:00 slept 12m\n"
			  "status last=slept undoable=adjust left=1:00\n");
}

static void sleep_can_be_counted_as_a_pause(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 add 5m\n"
			  "sleep 12m\n"
			  "13:44:00 slept 12m\n"
			  "13:44:10 excuse 12m\n"
			  "status state=running left=12:50 active=2:10 pauses=12:00 adjust=5:00\n"
			  "13:44:20 undo\n"
			  "status left=0:40 pauses=0:00\n"
			  "13:45:00 excuse 2h\n"
			  "status active=0:00 pauses=15:00\n"
			  "13:45:00 refused excuse 1m\n");
}

static void a_clock_set_forward_moves_no_countdown(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 add 1m\n"
			  "wall 1h\n"
			  "status left=9:00 active=2:00 delta=1:01:00 end=15:16:00\n"
			  "of Intro start=13:30:00 to=14:41:00\n"
			  "14:34:00 next\n"
			  "of Intro active=4:00 stop=14:34:00\n");
}

static void a_clock_set_back_while_paused_moves_no_countdown(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:33:00 pause\n"
			  "13:35:00 refused pause\n"
			  "wall -1h\n"
			  "status state=paused left=7:00 active=3:00 pauses=2:00\n"
			  "12:37:00 resume\n"
			  "status left=7:00 active=3:00 pauses=4:00\n"
			  "12:38:00 next\n"
			  "status item=Case left=15:00 end=13:13:00\n"
			  "of Intro start=13:30:00 stop=13:30:00 active=4:00 pauses=4:00\n"
			  "of Ideas from=12:53:00\n");
}

static void a_reboot_is_bridged_by_the_wall_clock(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 pause\n"
			  "13:33:00 resume\n"
			  "reboot 3m\n"
			  "status left=5:00 active=5:00 pauses=1:00\n"
			  "13:37:00 add 1m\n"
			  "wall -1h\n"
			  "12:38:00 next\n"
			  "of Intro active=7:00\n");
}

static void two_crashes_in_one_run_lose_nothing(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 pause\n"
			  "reboot 2m\n"
			  "status state=paused active=2:00 pauses=2:00\n"
			  "13:35:00 resume\n"
			  "13:37:00 next\n"
			  "reboot 4m\n"
			  "status item=Case left=11:00 active=4:00\n"
			  "13:41:00 excuse 4m\n"
			  "status item=Case left=15:00 active=0:00 pauses=4:00\n"
			  "13:45:00 next\n"
			  "of Intro active=4:00 pauses=3:00\n"
			  "of Case active=4:00 pauses=4:00\n");
}

static void a_crash_can_be_closed_at_the_last_record(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:33:00 pause\n"
			  "13:34:00 resume\n"
			  "reboot 20m\n"
			  "13:54:10 close-at 13:36\n"
			  "status state=running item=- untimed=13:36:00 next=Case\n"
			  "of Intro status=done active=5:00 pauses=1:00 stop=13:36:00\n");
}

static void a_crash_between_end_and_start_leaves_nothing_timed(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:41:00 refused start\n"
			  "row end Intro\n"
			  "status state=running item=- next=Case untimed=13:41:00\n"
			  "13:43:00 next\n"
			  "status item=Case left=15:00\n"
			  "13:43:30 backdate 13:41\n"
			  "status item=Case left=12:30 untimed=-\n");
}

static void a_start_without_an_end_ends_what_ran(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:41:00 refused start\n"
			  "row start Ideas\n"
			  "status item=Ideas next=-\n"
			  "of Intro status=done stop=13:41:00\n"
			  "of Case status=waiting from=- to=-\n");
}

static void machines_whose_clocks_differ_add_the_difference_once(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "machine 40s\n"
			  "13:31:40 pause\n"
			  "machine\n"
			  "13:32:00 resume\n"
			  "status active=1:40 pauses=0:20\n"
			  "machine\n"
			  "13:33:40 pause\n"
			  "machine\n"
			  "13:34:00 resume\n"
			  "13:35:00 add 1\n"
			  "status active=4:20 pauses=0:40\n");
}

static void a_machine_that_is_behind_never_turns_time_back(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "machine -5m\n"
			  "13:26:00 pause\n"
			  "status active=0:00 pauses=0:00\n"
			  "machine\n"
			  "13:32:00 resume\n"
			  "status active=0:00 pauses=2:00\n");
}

static void a_session_over_midnight_counts_straight_on(void **state)
{
	(void)state;
	script_run("plan 23:30 hall 24:45\n"
		   "item Intro 20m\n"
		   "item Night 30m end=24:20\n"
		   "item Rest 20m\n"
		   "status planned-end=0:40:00 slack=5:00\n"
		   "23:31:00 start\n"
		   "23:50:00 pause\n"
		   "00:03:00 resume\n"
		   "status left=1:00 active=19:00 pauses=13:00 delta=14:00\n"
		   "00:05:00 next\n"
		   "status item=Night left=15:00 delta=0:00 end=0:40:00 slack=5:00\n"
		   "00:22:00 next\n"
		   "00:40:00 add 2m\n"
		   "status item=Rest left=4:00 delta=4:00 real=3:00 slack=1:00\n"
		   "00:45:00 next\n"
		   "of Rest start=0:22:00 stop=0:45:00\n"
		   "status state=ended slack=0:00\n");
}

static void a_pause_over_midnight_is_one_pause(void **state)
{
	(void)state;
	script_run("plan 23:30\n"
		   "item Intro 1h\n"
		   "23:30:00 start\n"
		   "23:55:00 pause\n"
		   "00:10:00 refused pause\n"
		   "status state=paused left=35:00 pauses=15:00 delta=15:00 planned-end=0:30:00\n"
		   "00:20:00 resume\n"
		   "status left=35:00 pauses=25:00 active=25:00 end=0:55:00\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sleep_is_counted),
		cmocka_unit_test(sleep_can_be_counted_as_a_pause),
		cmocka_unit_test(a_clock_set_forward_moves_no_countdown),
		cmocka_unit_test(a_clock_set_back_while_paused_moves_no_countdown),
		cmocka_unit_test(a_reboot_is_bridged_by_the_wall_clock),
		cmocka_unit_test(two_crashes_in_one_run_lose_nothing),
		cmocka_unit_test(a_crash_can_be_closed_at_the_last_record),
		cmocka_unit_test(a_crash_between_end_and_start_leaves_nothing_timed),
		cmocka_unit_test(a_start_without_an_end_ends_what_ran),
		cmocka_unit_test(machines_whose_clocks_differ_add_the_difference_once),
		cmocka_unit_test(a_machine_that_is_behind_never_turns_time_back),
		cmocka_unit_test(a_session_over_midnight_counts_straight_on),
		cmocka_unit_test(a_pause_over_midnight_is_one_pause),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
