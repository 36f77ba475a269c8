#include "script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* What people press: two at once, taking back, stepping back, telling the truth afterwards (clock.md 2.2, 2.7, 2.8). */

#define AGENDA                    \
	"plan 13:30 hall 16:00\n" \
	"item Intro 10m\n"        \
	"item Case 15m\n"         \
	"item Ideas 20m\n"        \
	"item Sharing 45m\n"      \
	"tables 3\n"

static void two_pressing_next_at_once_advance_once(void **state)
{
	(void)state;
	script_run(AGENDA "look\n"
			  "13:30:00 next\n"
			  "13:30:00 late next\n"
			  "status item=Intro\n"
			  "look\n"
			  "13:40:00 next\n"
			  "13:40:01 late next\n"
			  "status item=Case left=14:59\n"
			  "of Case attempts=1\n"
			  "13:41:00 undo\n"
			  "status item=Intro left=+1:00\n"
			  "13:42:00 undo\n"
			  "status state=planned\n");
}

static void a_press_that_comes_much_too_late_is_nothing(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 next\n"
			  "look\n"
			  "13:40:00 next\n"
			  "13:55:00 next\n"
			  "13:55:01 late next\n"
			  "13:55:02 late add 5\n"
			  "13:55:03 late pause\n"
			  "13:55:04 late skip\n"
			  "status state=running item=Ideas left=19:56 adjust=0:00\n"
			  "of Case attempts=1 status=done\n");
}

static void two_pressing_next_at_the_last_item_close_once(void **state)
{
	(void)state;
	script_run("item Only 10m\n"
		   "13:30:00 next\n"
		   "look\n"
		   "13:40:00 next\n"
		   "13:40:01 late next\n"
		   "status state=ended end=13:40:00\n"
		   "13:41:00 undo\n"
		   "status state=running item=Only\n");
}

static void two_pausing_at_once_pause_once(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 next\n"
			  "look\n"
			  "13:35:00 pause\n"
			  "13:35:10 late pause\n"
			  "look\n"
			  "13:36:00 resume\n"
			  "13:36:10 late resume\n"
			  "status state=running pauses=1:00 active=5:10\n");
}

static void two_undoing_at_once_undo_once(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 next\n"
			  "13:31:00 add 1\n"
			  "13:32:00 add 2\n"
			  "look\n"
			  "13:33:00 undo\n"
			  "13:33:01 late undo\n"
			  "status adjust=1:00 undoable=adjust\n");
}

static void an_undo_that_missed_the_other_press_keeps_it_nothing(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 next\n"
			  "look\n"
			  "13:40:00 next\n"
			  "13:40:01 late next\n"
			  "13:40:02 undo\n"
			  "status item=Intro undoable=start\n"
			  "13:41:00 next\n"
			  "status item=Case left=15:00\n");
}

static void undo_takes_back_everything_press_by_press(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:31:00 add 5\n"
			  "13:32:00 pause\n"
			  "13:33:00 resume\n"
			  "13:34:00 next\n"
			  "13:34:30 backdate 13:33:30\n"
			  "13:35:00 skip\n"
			  "13:36:00 back\n"
			  "13:37:00 end\n"
			  "status state=ended undoable=close\n"
			  "13:38:00 undo\n"
			  "status state=running item=Intro undoable=leave\n"
			  "of Intro attempts=2\n"
			  "13:38:00 undo\n"
			  "status item=Ideas undoable=skip active=3:00\n"
			  "13:38:00 undo\n"
			  "status item=Case undoable=backdate active=4:30\n"
			  "13:38:00 undo\n"
			  "status item=Case undoable=end active=4:00\n"
			  "13:38:00 undo\n"
			  "status item=Intro undoable=resume active=7:00 pauses=1:00\n"
			  "13:38:00 undo\n"
			  "status state=paused undoable=pause active=2:00 pauses=6:00\n"
			  "13:38:00 undo\n"
			  "status state=running undoable=adjust active=8:00 left=7:00\n"
			  "13:38:00 undo\n"
			  "status undoable=start left=2:00\n"
			  "13:38:00 undo\n"
			  "status state=planned undoable=- item=- next=Intro began=- last=undo\n"
			  "13:38:00 refused undo\n"
			  "13:39:00 start\n"
			  "status item=Intro left=10:00 began=13:39:00\n");
}

static void undoing_an_undo_does_it_again(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "13:42:00 undo\n"
			  "status item=Intro\n"
			  "redo\n"
			  "status item=Case left=13:00 undoable=end\n"
			  "of Intro status=done stop=13:40:00\n");
}

static void stepping_back_makes_a_new_attempt_and_totals_add_up(void **state)
{
	(void)state;
	script_run(AGENDA "13:20:00 refused back\n"
			  "13:30:00 start\n"
			  "13:31:00 refused back\n"
			  "13:32:00 add 3\n"
			  "13:40:00 next\n"
			  "13:41:00 back\n"
			  "status item=Intro left=10:00 active=0:00 adjust=0:00 next=Case attempts=2\n"
			  "of Case status=waiting attempts=1 active=1:00 total=1:00 left=15:00 from=13:51:00\n"
			  "13:45:00 next\n"
			  "of Intro total=14:00 active=4:00 start=13:30:00 stop=13:45:00 status=done\n"
			  "status item=Case left=15:00 attempts=2\n"
			  "13:50:00 next\n"
			  "of Case total=6:00 active=5:00 start=13:40:00 stop=13:50:00\n");
}

static void an_item_can_be_restarted_after_a_rest(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:34:00 close-at 13:33\n"
			  "13:36:00 back\n"
			  "status item=Intro left=10:00 attempts=2 floor=13:33:00\n"
			  "13:37:00 refused backdate 13:32\n"
			  "13:37:00 backdate 13:35\n"
			  "status left=8:00\n"
			  "of Intro total=5:00 start=13:30:00 active=2:00\n");
}

static void stepping_back_passes_over_what_was_skipped(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 close-at 13:40\n"
			  "13:40:00 skip\n"
			  "13:40:00 start\n"
			  "status item=Ideas\n"
			  "13:41:00 back\n"
			  "status item=Intro next=Ideas\n"
			  "13:42:00 end\n"
			  "13:43:00 back\n"
			  "status item=Intro next=Ideas\n"
			  "of Intro attempts=3\n");
}

static void stepping_back_reopens_a_workshop_that_ended(void **state)
{
	(void)state;
	script_run("item Intro 10m\n"
		   "item Case 15m\n"
		   "13:30:00 next\n"
		   "13:40:00 next\n"
		   "13:55:00 next\n"
		   "14:00:00 back\n"
		   "status state=running item=Case attempts=2 undoable=reopen\n"
		   "14:01:00 undo\n"
		   "status state=ended end=13:55:00\n");
}

static void a_backdated_start_moves_the_end_before_it(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:43:00 next\n"
			  "13:45:00 backdate 13:40\n"
			  "status item=Case left=10:00 active=5:00 delta=0:00\n"
			  "of Intro stop=13:40:00 active=10:00 left=0:00\n"
			  "of Case start=13:40:00\n"
			  "13:46:00 backdate 13:44\n"
			  "status left=13:00\n"
			  "of Intro stop=13:44:00 active=14:00\n"
			  "13:46:00 refused backdate 13:29\n"
			  "13:46:00 refused backdate 13:47\n"
			  "13:46:00 backdate 13:30\n"
			  "of Intro active=0:00 start=13:30:00 stop=13:30:00\n"
			  "13:47:00 undo\n"
			  "13:47:00 undo\n"
			  "13:47:00 undo\n"
			  "of Intro stop=13:43:00 active=13:00\n"
			  "status item=Case left=11:00\n");
}

static void a_start_after_a_rest_is_not_moved_before_the_rest(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:41:00 close-at 13:38\n"
			  "13:45:00 next\n"
			  "status floor=13:38:00\n"
			  "13:46:00 refused backdate 13:37\n"
			  "13:46:00 as-planned\n"
			  "of Case start=13:40:00 left=9:00\n"
			  "of Intro stop=13:38:00 active=8:00\n"
			  "status delta=0:00\n");
}

static void a_backdate_that_comes_too_late_stops_at_the_end_before(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "look\n"
			  "13:42:00 close-at 13:41\n"
			  "13:43:00 back\n"
			  "status item=Case floor=13:41:00\n"
			  "13:44:00 late backdate 13:35\n"
			  "status item=Case active=3:00\n"
			  "of Intro stop=13:40:00 active=10:00\n");
}

static void the_first_start_can_be_moved_anywhere(void **state)
{
	(void)state;
	script_run(AGENDA "13:37:00 start\n"
			  "status floor=-\n"
			  "13:38:00 as-planned\n"
			  "status left=2:00 began=13:30:00 real=0:00 delta=0:00\n"
			  "13:38:00 backdate 13:00\n"
			  "status left=+28:00 began=13:00:00\n"
			  "13:39:00 refused backdate 13:50\n");
}

/* The room began, and nobody pressed the key. */
static void what_nobody_pressed_is_started_afterwards(void **state)
{
	(void)state;
	script_run(AGENDA "13:37:00 refused start-at 13:38\n"
			  "13:37:00 start-at 13:32\n"
			  "status item=Intro left=5:00 undoable=start\n"
			  "13:37:10 refused start-at 13:33\n"
			  "13:38:00 undo\n"
			  "status state=planned\n"
			  "13:39:00 start-as-planned\n"
			  "status item=Intro left=1:00\n"
			  "13:44:00 close-at 13:43\n"
			  "13:46:00 refused start-at 13:42\n"
			  "13:46:00 start-as-planned\n" /* planned for 13:40; the step before ended at 13:43 */
			  "status item=Case left=12:00\n"
			  "13:47:00 undo\n"
			  "look\n"
			  "13:47:00 start-at 13:45\n"
			  "13:47:05 late start-at 13:44\n" /* two people at once: the first one's time counts */
			  "status item=Case left=12:55 undoable=start\n"
			  "13:48:00 end\n"
			  "13:48:40 refused start-at 13:48\n"
			  "status state=ended\n");
}

static void a_paused_item_is_backdated_without_losing_its_pause(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:40:00 next\n"
			  "13:44:00 pause\n"
			  "13:46:00 backdate 13:38\n"
			  "status state=paused active=6:00 pauses=2:00\n"
			  "13:47:00 backdate 13:46\n"
			  "status active=0:00 pauses=3:00\n"
			  "of Case start=13:44:00\n"
			  "of Intro active=14:00\n");
}

static void a_pause_ends_with_its_item(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:35:00 pause\n"
			  "13:37:00 next\n"
			  "status state=running item=Case left=15:00\n"
			  "of Intro active=5:00 pauses=2:00\n"
			  "13:38:00 backdate 13:36\n"
			  "of Intro active=5:00 pauses=1:00 stop=13:36:00\n");
}

static void start_resumes_what_is_paused(void **state)
{
	(void)state;
	script_run(AGENDA "13:30:00 start\n"
			  "13:35:00 pause\n"
			  "13:37:00 start\n"
			  "status state=running item=Intro pauses=2:00\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_pressing_next_at_once_advance_once),
		cmocka_unit_test(a_press_that_comes_much_too_late_is_nothing),
		cmocka_unit_test(two_pressing_next_at_the_last_item_close_once),
		cmocka_unit_test(two_pausing_at_once_pause_once),
		cmocka_unit_test(two_undoing_at_once_undo_once),
		cmocka_unit_test(an_undo_that_missed_the_other_press_keeps_it_nothing),
		cmocka_unit_test(undo_takes_back_everything_press_by_press),
		cmocka_unit_test(undoing_an_undo_does_it_again),
		cmocka_unit_test(stepping_back_makes_a_new_attempt_and_totals_add_up),
		cmocka_unit_test(an_item_can_be_restarted_after_a_rest),
		cmocka_unit_test(stepping_back_passes_over_what_was_skipped),
		cmocka_unit_test(stepping_back_reopens_a_workshop_that_ended),
		cmocka_unit_test(a_backdated_start_moves_the_end_before_it),
		cmocka_unit_test(a_start_after_a_rest_is_not_moved_before_the_rest),
		cmocka_unit_test(a_backdate_that_comes_too_late_stops_at_the_end_before),
		cmocka_unit_test(the_first_start_can_be_moved_anywhere),
		cmocka_unit_test(what_nobody_pressed_is_started_afterwards),
		cmocka_unit_test(a_paused_item_is_backdated_without_losing_its_pause),
		cmocka_unit_test(a_pause_ends_with_its_item),
		cmocka_unit_test(start_resumes_what_is_paused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
