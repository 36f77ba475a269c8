#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* How a workshop stands: forecast, ahead and behind, slack (clock.md 2.3 to 2.5). */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Intro 10m\n"        \
	"item Case 15m\n"         \
	"item Ideas 20m\n"        \
	"item Sharing 45m\n"

static void before_it_begins_the_forecast_is_the_plan(void **state)
{
	(void)state;
	script_run(AGENDA
		   "status state=planned item=- next=Intro planned-end=15:00:00 end=15:00:00 delta=0:00 slack=1:00:00\n"
		   "of Case status=waiting left=15:00 plan-from=13:40:00 plan-to=13:55:00 from=13:40:00 to=13:55:00\n"
		   "wall 37m\n"
		   "status state=planned end=15:07:00 delta=7:00 real=0:00 slack=53:00 untimed=- began=-\n");
}

static void late_start_is_late_by_the_clock_and_on_time_since(void **state)
{
	(void)state;
	script_run(AGENDA "13:37:00 start\n"
			  "13:40:00 refused start\n"
			  "status state=running item=Intro left=7:00 active=3:00 delta=7:00 real=0:00\n"
			  "status end=15:07:00 slack=53:00 began=13:37:00\n"
			  "of Intro start=13:37:00 stop=- from=13:37:00 to=13:47:00\n"
			  "of Case from=13:47:00 to=14:02:00\n"
			  "13:49:30 pause\n"
			  "status left=+2:30 delta=9:30 real=2:30\n");
}

static void early_end_goes_to_slack_and_not_to_the_next_item(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:36:00 next\n"
			  "status item=Case left=15:00 delta=-4:00 real=-4:00 slack=1:04:00 end=14:56:00\n"
			  "of Intro status=done left=4:00 active=6:00 start=13:30:00 stop=13:36:00\n"
			  "of Intro from=13:30:00 to=13:36:00\n");
}

static void overtime_moves_everything_later(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:42:30 refused start\n"
			  "status left=+2:30 delta=2:30 end=15:02:30 slack=57:30\n"
			  "of Intro to=13:42:30\n"
			  "13:44:00 next\n"
			  "of Intro status=done left=+4:00 to=13:44:00\n"
			  "status item=Case delta=4:00\n");
}

static void time_added_and_pauses_are_kept_apart(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:32:00 add 2m\n"
			  "13:33:00 pause\n"
			  "13:37:00 refused pause\n"
			  "status state=paused left=9:00 adjust=2:00 pauses=4:00 active=3:00 delta=6:00 end=15:06:00\n"
			  "13:38:00 add -1m\n"
			  "13:38:00 resume\n"
			  "13:40:00 refused resume\n"
			  "status state=running left=6:00 adjust=1:00 pauses=5:00 active=5:00 delta=6:00\n");
}

static void five_minutes_more_in_overtime_count_from_zero(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:42:00 add 5\n"
			  "status left=3:00 adjust=5:00 delta=5:00\n"
			  "13:46:00 add 5\n"
			  "status left=4:00 adjust=10:00\n");
}

static void taking_more_than_is_left_leaves_zero(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:36:00 add -10\n"
			  "status state=running item=Intro left=0:00 adjust=-4:00 delta=-4:00\n"
			  "13:37:00 refused add -1\n"
			  "status left=+1:00\n"
			  "13:37:00 add 5\n"
			  "status left=4:00 adjust=1:00\n"
			  "13:37:00 refused add 0\n");
}

static void skipped_items_keep_their_plan_and_take_no_time(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 skip\n"
			  "status state=planned next=Case delta=-10:00 end=14:50:00 planned-end=15:00:00\n"
			  "13:30:00 start\n"
			  "status item=Case delta=-10:00\n"
			  "13:40:00 skip\n"
			  "status item=Ideas left=20:00 end=14:45:00\n"
			  "of Case status=skipped active=10:00 start=13:30:00 stop=13:40:00\n"
			  "of Case plan-to=13:55:00 from=- to=-\n"
			  "of Intro status=skipped plan-from=13:30:00 plan-to=13:40:00 from=- to=-\n");
}

static void a_fixed_start_is_waited_for_and_never_forecast_earlier(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Intro 10m\n"
		   "item Guest 15m start=14:00\n"
		   "item Rest 10m\n"
		   "status planned-end=14:25:00 slack=0:00\n"
		   "of Guest plan-from=14:00:00 plan-to=14:15:00\n"
		   "13:45:00 start\n"
		   "status delta=15:00 end=14:25:00 slack=0:00\n"
		   "of Guest from=14:00:00\n"
		   "14:05:00 add 1m\n"
		   "of Guest from=14:05:00 to=14:20:00\n"
		   "status slack=-5:00\n");
}

static void a_fixed_end_counts_down_to_the_clock_through_pauses(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Intro 10m\n"
		   "item Break 15m end=14:00\n"
		   "item Rest 10m\n"
		   "of Break plan-from=13:40:00 plan-to=14:00:00 to=14:00:00 squeezed=no\n"
		   "13:30:00 start\n"
		   "13:36:00 next\n"
		   "status left=24:00 delta=0:00 end=14:10:00\n"
		   "13:46:00 pause\n"
		   "13:50:00 next\n"
		   "of Break left=10:00 pauses=4:00 active=10:00\n"
		   "13:50:00 back\n"
		   "13:51:00 pause\n"
		   "13:55:00 add 2m\n"
		   "status state=paused left=7:00 pauses=4:00 delta=2:00 end=14:12:00\n"
		   "13:59:00 add -10\n"
		   "status left=0:00 adjust=-1:00 delta=-1:00\n"
		   "14:03:00 resume\n"
		   "status left=+4:00 delta=3:00 end=14:13:00\n");
}

static void a_fixed_end_reached_late_is_squeezed(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Intro 10m\n"
		   "item Break 15m end=14:00 min=5m\n"
		   "item Rest 10m\n"
		   "13:30:00 start\n"
		   "13:54:00 add 1m\n"
		   "of Break from=13:54:00 to=14:00:00 squeezed=no\n"
		   "13:56:00 next\n"
		   "of Break left=4:00 squeezed=yes\n"
		   "status delta=0:00 slack=0:00\n"
		   "13:56:30 undo\n"
		   "14:02:00 add 1m\n"
		   "of Break from=14:02:00 to=14:02:00 squeezed=yes\n"
		   "14:03:00 next\n"
		   "status left=+3:00 delta=3:00 slack=-3:00\n");
}

static void without_a_planned_start_the_actual_one_counts(void **state)
{
	(void)state;
	script_run("item Intro 10m\n"
		   "item Case 15m\n"
		   "status planned-end=- end=13:25:00 delta=0:00 slack=0:00\n"
		   "of Case plan-from=- from=13:10:00 to=13:25:00\n"
		   "13:37:00 start\n"
		   "13:40:00 add 2m\n"
		   "status planned-end=14:02:00 end=14:04:00 delta=2:00 real=2:00 slack=-2:00\n"
		   "of Case plan-from=13:47:00\n");
}

static void nothing_timed_is_told_since_when(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "status untimed=-\n"
			  "13:45:00 close-at 13:42\n"
			  "13:50:00 refused pause\n"
			  "status state=running item=- next=Case untimed=13:42:00 delta=10:00 end=15:10:00\n"
			  "of Intro status=done stop=13:42:00 active=12:00\n"
			  "13:51:00 start\n"
			  "status item=Case untimed=- delta=11:00\n"
			  "13:52:00 refused close-at 13:50\n"
			  "13:52:00 refused close-at 13:53\n");
}

static void closing_ends_what_runs(void **state)
{
	(void)state;
	script_run(AGENDA "13:20:00 refused end\n"
			  "13:30:00 start\n"
			  "13:50:00 pause\n"
			  "13:55:00 end\n"
			  "status state=ended item=- next=- end=13:55:00 untimed=- delta=-1:05:00 slack=2:05:00\n"
			  "of Intro status=done stop=13:55:00 pauses=5:00 active=20:00\n"
			  "14:00:00 refused start\n"
			  "14:00:00 refused next\n"
			  "14:00:00 refused skip\n"
			  "14:00:00 refused add 5\n"
			  "14:00:00 refused end\n"
			  "status state=ended end=13:55:00\n");
}

static void next_after_the_last_item_closes(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "item Intro 10m\n"
		   "item Case 15m\n"
		   "13:30:00 next\n"
		   "13:40:00 next\n"
		   "13:57:00 next\n"
		   "status state=ended item=- next=- end=13:57:00 delta=2:00 slack=-2:00 undoable=end\n"
		   "of Case stop=13:57:00 status=done\n"
		   "14:30:00 undo\n"
		   "status state=running item=Case left=+35:00\n"
		   "14:30:00 skip\n"
		   "status state=ended\n"
		   "of Case status=skipped\n");
}

static void an_empty_agenda_has_nothing_to_start(void **state)
{
	(void)state;
	script_run("plan 13:30\n"
		   "status state=planned planned-end=13:30:00 end=13:30:00 delta=0:00\n"
		   "13:30:00 refused start\n"
		   "13:30:00 refused next\n"
		   "13:30:00 refused skip\n"
		   "13:30:00 refused back\n"
		   "13:30:00 refused undo\n"
		   "13:30:00 refused as-planned\n"
		   "13:30:00 refused excuse 1m\n");
}

static void shown_seconds_change_when_promised(void **state)
{
	(void)state;
	script_run(AGENDA "status change=60000\n"
			  "13:30:00 start\n"
			  "status change=1000\n"
			  "13:31:00 pause\n"
			  "status change=1000\n"
			  "13:32:00 end\n"
			  "status change=-1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_it_begins_the_forecast_is_the_plan),
		cmocka_unit_test(late_start_is_late_by_the_clock_and_on_time_since),
		cmocka_unit_test(early_end_goes_to_slack_and_not_to_the_next_item),
		cmocka_unit_test(overtime_moves_everything_later),
		cmocka_unit_test(time_added_and_pauses_are_kept_apart),
		cmocka_unit_test(five_minutes_more_in_overtime_count_from_zero),
		cmocka_unit_test(taking_more_than_is_left_leaves_zero),
		cmocka_unit_test(skipped_items_keep_their_plan_and_take_no_time),
		cmocka_unit_test(a_fixed_start_is_waited_for_and_never_forecast_earlier),
		cmocka_unit_test(a_fixed_end_counts_down_to_the_clock_through_pauses),
		cmocka_unit_test(a_fixed_end_reached_late_is_squeezed),
		cmocka_unit_test(without_a_planned_start_the_actual_one_counts),
		cmocka_unit_test(nothing_timed_is_told_since_when),
		cmocka_unit_test(closing_ends_what_runs),
		cmocka_unit_test(next_after_the_last_item_closes),
		cmocka_unit_test(an_empty_agenda_has_nothing_to_start),
		cmocka_unit_test(shown_seconds_change_when_promised),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
