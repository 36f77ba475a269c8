/* Bells: what is planned, what rings, what is only written down, and that two consoles ring once between them. */
#include "engine/bell.h"
#include "support/dice.h"
#include "world.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

enum { SECOND_MS = 1000, MINUTE_MS = 60000, STEPS = 6, LOOKS = 16, SEQUENCES = 5000 };

/* --- the plan --------------------------------------------------------------------------------------------------- */

static const char *print_plan(const struct bell_plan *plan)
{
	static struct buf out;

	buf_clear(&out);
	bell_plan_print(plan, " ", &out);
	return buf_text(&out);
}

static void a_plan_is_read_and_printed(void **state)
{
	static const struct {
		const char *text, *printed; /* NULL: refused */
	} rows[] = {
		{ "5 1 0", "5 1 0" },
		{ "５・１・０", "5 1 0" },
		{ "5分/1分/0分", "5 1 0" },
		{ "10 end", "10 0" },
		{ "3 終了", "3 0" },
		{ "1:30 30s", "1:30 0:30" },
		{ "0", "0" },
		{ "-", "-" },
		{ "90秒", "1:30" },
		{ "", NULL },
		{ "1 5", NULL },
		{ "5 5", NULL },
		{ "4 3 2 1", NULL },
		{ "-5", NULL },
		{ "5 min", NULL },
		{ "soon", NULL },
		{ "1 0 0000000000000000000000000000000000000000", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bell_plan plan;
		enum status st = bell_plan_parse(rows[i].text, &plan);
		assert_int_equal(st, rows[i].printed ? ST_OK : ST_INVALID);
		if (rows[i].printed)
			assert_string_equal(print_plan(&plan), rows[i].printed);
	}
}

static void unsaid_the_usual_bells_ring(void **state)
{
	static const struct {
		enum item_kind kind;
		int64_t planned_s, fixed_end_s;
		enum strictness strictness;
		enum item_face face;
		const char *bells, *plan;
	} rows[] = {
		{ .planned_s = 1800, .bells = "", .plan = "5 1 0" },
		{ .planned_s = 900, .bells = "", .plan = "5 1 0" },
		{ .planned_s = 899, .bells = "", .plan = "1 0" },
		{ .planned_s = 120, .bells = "", .plan = "0" },
		{ .planned_s = 0, .bells = "", .plan = "-" },
		{ .planned_s = 0, .bells = "5 1", .plan = "-" },
		{ .planned_s = 0, .fixed_end_s = 50000, .bells = "", .plan = "5 1 0" },
		{ ITEM_KIND_BREAK, .planned_s = 900, .bells = "", .plan = "0" },
		{ ITEM_KIND_MOVE, .planned_s = 180, .bells = "", .plan = "0" },
		{ ITEM_KIND_INDIVIDUAL, .planned_s = 1200, .bells = "", .plan = "0" },
		{ ITEM_KIND_CASE, .planned_s = 900, .bells = "", .plan = "-" },
		{ ITEM_KIND_LETTER, .planned_s = 900, .bells = "", .plan = "-" },
		{ ITEM_KIND_LETTER, .planned_s = 900, .bells = "1", .plan = "1" },
		{ .planned_s = 1800, .strictness = STRICTNESS_UNHURRIED, .bells = "", .plan = "-" },
		{ .planned_s = 1800, .face = ITEM_FACE_BLANK, .bells = "", .plan = "-" },
		{ .planned_s = 1800, .bells = "10 0", .plan = "10 0" },
		{ .planned_s = 1800, .bells = "-", .plan = "-" },
		{ .planned_s = 1800, .bells = "what nobody can read", .plan = "5 1 0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct item item = { .kind = rows[i].kind,
				     .planned_s = rows[i].planned_s,
				     .fixed_end_s = rows[i].fixed_end_s,
				     .strictness = rows[i].strictness,
				     .face = rows[i].face,
				     .bells = rows[i].bells };
		struct bell_plan plan = bell_plan_of(&item);
		assert_string_equal(print_plan(&plan), rows[i].plan);
	}
}

static void the_cue_may_hold_the_words_of_a_bell(void **state)
{
	static const struct {
		const char *cue;
		int stage;
		const char *words;
	} rows[] = {
		{ "", 1, "5 min left. Let us begin to sum up." },
		{ "", 3, "The time is up. Let us come to a close." },
		{ "", BELL_OVER, "" },
		{ "Welcome.\nbell 1: Scribes, please write.\nbell 3: Thank you.", 1, "Scribes, please write." },
		{ "Welcome.\nbell 1: Scribes, please write.\nbell 3: Thank you.", 2,
		  "1 min left. Let us begin to sum up." },
		{ "1鈴：あと5分です。\n2鈴: あと1分です。", 1, "あと5分です。" },
		{ "1鈴：あと5分です。\n2鈴: あと1分です。", 2, "あと1分です。" },
		{ "11鈴: no", 1, "5 min left. Let us begin to sum up." },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct item item = { .planned_s = 1800, .bells = "", .cue = rows[i].cue };
		struct buf out = { 0 };
		bell_words(&item, rows[i].stage, &out);
		assert_string_equal(buf_text(&out), rows[i].words);
		buf_done(&out);
	}
}

/* --- what rings ------------------------------------------------------------------------------------------------- */

/* One look of one console: writes down what it finds, and says what rang, as it sees it afterwards. */
static int look(struct world *world, bool is_first)
{
	world_fold(world);
	struct act act = world_act(world, &world->run);
	struct bell_look found = bell_look(&world->run, is_first);
	const struct run_row *before = world->run.bells.rung;

	act_bell_look(&act, &found);
	world_commit(world);
	world_fold(world);
	const struct run_row *rung = world->run.bells.rung;
	if (!rung || (before && strcmp(rung->id, before->id) == 0))
		return 0;
	return bell_stage_of(rung);
}

static size_t count_rows(const struct world *world, int stage, const char *text)
{
	const struct run_row_list *rows = &world->book.run_rows;
	size_t count = 0;

	for (size_t i = 0; i < rows->len; i++)
		count +=
			rows->at[i].verb == VERB_BELL && rows->at[i].ms == stage && strcmp(rows->at[i].text, text) == 0;
	return count;
}

#define PRESS(world, call)                                                                                             \
	do {                                                                                                           \
		world_fold(world);                                                                                     \
		struct act act = world_act(world, &(world)->run);                                                      \
		assert_int_equal(call, ST_OK);                                                                         \
		world_commit(world);                                                                                   \
		world_fold(world);                                                                                     \
	} while (0)

static void begin(struct world *world, int64_t planned_s, const char *bells)
{
	world_begin(world);
	world_add_item(world, "Talk", planned_s)->bells = bells;
	world_add_item(world, "Close", planned_s)->bells = "";
	PRESS(world, act_next(&act, NULL));
}

/* So that the clock shows `left_ms`. */
static void go_to(struct world *world, int64_t left_ms)
{
	world_fold(world);
	world_pass_ms(world, run_current(&world->run)->remaining_ms - left_ms);
}

static void each_bell_rings_once_at_its_second(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	assert_int_equal(look(&world, true), 0);
	go_to(&world, 5 * MINUTE_MS + 1);
	assert_int_equal(look(&world, false), 0);
	go_to(&world, 5 * MINUTE_MS);
	assert_int_equal(look(&world, false), 1);
	assert_int_equal(look(&world, false), 0);
	go_to(&world, MINUTE_MS);
	assert_int_equal(look(&world, false), 2);
	go_to(&world, 0);
	assert_int_equal(look(&world, false), 3);
	go_to(&world, -MINUTE_MS + 1);
	assert_int_equal(look(&world, false), 0);
	go_to(&world, -MINUTE_MS);
	assert_int_equal(look(&world, false), BELL_OVER);
	world_pass_ms(&world, 100 * MINUTE_MS);
	assert_int_equal(look(&world, false), 0);
	world_done(&world);
}

static void a_step_never_begins_with_a_bell(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 300, "10 5 0");
	assert_int_equal(look(&world, false), 0);
	go_to(&world, 0);
	assert_int_equal(look(&world, false), 3);
	world_done(&world);
}

static void nothing_rings_in_a_pause(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 5 * MINUTE_MS + SECOND_MS);
	PRESS(&world, act_pause(&act, NULL));
	world_pass_ms(&world, 20 * MINUTE_MS);
	assert_int_equal(look(&world, false), 0);
	PRESS(&world, act_resume(&act, NULL));
	assert_int_equal(look(&world, false), 0);
	world_pass_ms(&world, SECOND_MS);
	assert_int_equal(look(&world, false), 1);
	world_done(&world);
}

static void after_a_sleep_only_the_latest_rings(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 6 * MINUTE_MS);
	look(&world, false);
	world_sleep_ms(&world, 12 * MINUTE_MS);
	assert_int_equal(look(&world, false), 3);
	assert_int_equal(count_rows(&world, 1, "missed"), 1);
	assert_int_equal(count_rows(&world, 2, "missed"), 1);
	assert_int_equal(count_rows(&world, BELL_OVER, "missed"), 1);
	assert_int_equal(look(&world, false), 0);
	world_done(&world);
}

static void taking_more_than_is_left_rings_the_end_once(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 4 * MINUTE_MS);
	assert_int_equal(look(&world, false), 1);
	PRESS(&world, act_add(&act, -10 * MINUTE_MS, NULL));
	assert_int_equal(look(&world, false), 3);
	assert_int_equal(look(&world, false), 0);
	assert_int_equal(count_rows(&world, 2, "missed"), 1);
	world_done(&world);
}

static void adding_time_arms_those_ahead_again(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 0);
	look(&world, false);
	world_pass_ms(&world, 30 * SECOND_MS);
	PRESS(&world, act_add(&act, 5 * MINUTE_MS, NULL)); /* 4:30 are left */
	go_to(&world, MINUTE_MS);
	assert_int_equal(look(&world, false), 2);
	go_to(&world, 0);
	assert_int_equal(look(&world, false), 3);
	assert_int_equal(count_rows(&world, 1, "rung"), 0);
	world_done(&world);
}

static void undo_arms_what_it_gives_back(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 6 * MINUTE_MS);
	PRESS(&world, act_add(&act, -5 * MINUTE_MS - 30 * SECOND_MS, NULL));
	assert_int_equal(look(&world, false), 2);
	PRESS(&world, act_undo(&act, NULL));
	go_to(&world, 5 * MINUTE_MS);
	assert_int_equal(look(&world, false), 1);
	PRESS(&world, act_add(&act, MINUTE_MS, NULL));
	PRESS(&world, act_undo(&act, NULL)); /* a later undo forgets nothing of the first */
	go_to(&world, MINUTE_MS);
	assert_int_equal(look(&world, false), 2);
	world_done(&world);
}

static void a_restart_writes_down_what_was_due_and_rings_nothing(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 5 * MINUTE_MS);
	look(&world, false);
	go_to(&world, -10 * MINUTE_MS);
	assert_int_equal(look(&world, true), 0);
	assert_int_equal(count_rows(&world, 1, "missed"), 0);
	assert_int_equal(count_rows(&world, 2, "missed"), 1);
	assert_int_equal(count_rows(&world, 3, "missed"), 1);
	assert_int_equal(look(&world, false), 0);
	world_done(&world);
}

/* The console has just been opened when the bell is due: another one may be about to ring it, or nobody. */
static void who_comes_at_the_very_second_rings(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, -SECOND_MS);
	assert_int_equal(look(&world, true), 3);
	world_done(&world);
}

static void of_two_consoles_the_first_to_write_rings(void **state)
{
	struct world world;
	struct arena folds = { 0 };
	struct run other;

	(void)state;
	begin(&world, 1800, "");
	go_to(&world, 0);
	run_fold(&world.book, world.now, &folds, &other); /* looks, and is slow to write */
	struct bell_look found = bell_look(&other, false);
	assert_int_equal(found.ring, 3);
	assert_int_equal(look(&world, false), 3);
	size_t first = world.book.run_rows.len - 1;
	struct act act = world_act(&world, &other);
	act_bell_look(&act, &found);
	world_commit(&world);
	world_fold(&world);
	assert_ptr_equal(world.run.bells.rung, &world.book.run_rows.at[first]);
	arena_done(&folds);
	world_done(&world);
}

static void a_fixed_end_rings_by_the_clock_on_the_wall(void **state)
{
	struct world world;

	(void)state;
	world_begin(&world); /* 13:00 */
	struct item *item = world_add_item(&world, "Talk", 3600);
	item->bells = "";
	item->fixed_end_s = (13 * 60 + 30) * 60;
	PRESS(&world, act_next(&act, NULL));
	world_pass_ms(&world, 25 * MINUTE_MS);
	assert_int_equal(look(&world, false), 1);
	PRESS(&world, act_pause(&act, NULL));
	world_pass_ms(&world, 6 * MINUTE_MS);
	assert_int_equal(look(&world, false), 0);
	PRESS(&world, act_resume(&act, NULL));
	assert_int_equal(look(&world, false), 3);
	world_done(&world);
}

static void a_bell_by_hand_takes_no_other_away(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	struct act act = world_act(&world, &world.run);
	act_bell(&act, 3);
	world_commit(&world);
	world_fold(&world);
	assert_int_equal(bell_event_of(&world.book, world.run.bells.rung), BELL_EVENT_HAND);
	go_to(&world, 0);
	assert_int_equal(look(&world, false), 3);
	assert_int_equal(bell_event_of(&world.book, world.run.bells.rung), BELL_EVENT_END);
	world_done(&world);
}

static void what_is_asked_from_outside_rings_once_or_never(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	PRESS(&world, act_bell_ask(&act, 2, NULL));
	assert_int_equal(look(&world, false), 2);
	assert_int_equal(bell_event_of(&world.book, world.run.bells.rung), BELL_EVENT_HAND);
	assert_int_equal(look(&world, false), 0);
	PRESS(&world, act_bell_ask(&act, 1, NULL));
	world_pass_ms(&world, 5 * SECOND_MS); /* no console was open */
	assert_int_equal(look(&world, false), 0);
	world_fold(&world);
	struct act act = world_act(&world, &world.run);
	assert_int_equal(act_bell_ask(&act, 4, NULL), ST_REFUSED);
	assert_int_equal(act_bell_ask(&act, 0, NULL), ST_REFUSED);
	assert_int_equal(world.batch.len, 0);
	world_done(&world);
}

static void silence_is_a_fact_and_can_be_undone(void **state)
{
	struct world world;

	(void)state;
	begin(&world, 1800, "");
	assert_false(world.run.bells.silent);
	struct act quietly = world_act(&world, &world.run);
	act_silence(&quietly, true);
	world_commit(&world);
	world_fold(&world);
	assert_true(world.run.bells.silent);
	go_to(&world, 5 * MINUTE_MS);
	assert_int_equal(look(&world, false), 1); /* it is still seen */
	PRESS(&world, act_undo(&act, NULL));      /* of the silence: a bell is no press */
	assert_false(world.run.bells.silent);
	world_done(&world);
}

/* --- whatever is pressed ---------------------------------------------------------------------------------------- */

/* What the rule says (clock.md 2.9), kept beside the log: a bell is due when the time left was above it since it rang
 * last. */
struct model {
	bool above[BELL_OVER + 1];
};

static void model_see(struct model *model, const struct run *run)
{
	const struct run_item *item = run_current(run);

	if (!item)
		return;
	struct bell_plan plan = bell_plan_of(item->item);
	for (int stage = 1; stage <= BELL_OVER; stage++) {
		bool is_planned = stage == BELL_OVER ? plan.len > 0 : (size_t)stage <= plan.len;
		if (is_planned && item->remaining_ms > bell_before_ms(&plan, stage))
			model->above[stage] = true;
	}
}

static int model_ring(struct model *model, const struct run *run)
{
	const struct run_item *item = run_current(run);
	struct bell_plan plan = bell_plan_of(item->item);
	int ring = 0;

	for (int stage = 1; stage <= BELL_OVER; stage++) {
		if (!model->above[stage] || item->remaining_ms > bell_before_ms(&plan, stage))
			continue;
		model->above[stage] = false;
		if (stage < BELL_OVER || !ring)
			ring = stage;
	}
	return ring;
}

static void random_press(struct world *world, struct dice *dice, struct model *model)
{
	size_t current = world->run.current;
	struct act act = world_act(world, &world->run);
	enum status st = ST_OK;

	switch (dice_below(dice, 11)) {
	case 0:
		st = act_pause(&act, NULL);
		break;
	case 1:
	case 2:
		st = act_resume(&act, NULL);
		break;
	case 3:
		st = act_add(&act, ((int64_t)dice_below(dice, 21) - 10) * MINUTE_MS / 2, NULL);
		break;
	case 4:
		st = act_next(&act, NULL);
		break;
	case 5:
		st = act_back(&act, NULL);
		break;
	case 6:
		st = act_excuse(&act, (int64_t)dice_below(dice, 300) * SECOND_MS, NULL);
		break;
	case 7:
		st = act_backdate(&act, world->now.wall_ms - (int64_t)dice_below(dice, 600) * SECOND_MS, NULL);
		break;
	default:
		return;
	}
	assert_true(st == ST_OK || world->batch.len == 0);
	bool started = false;
	for (size_t i = 0; i < world->batch.len; i++)
		started = started || world->batch.facts[i].changes[0].value.number == VERB_START;
	world_commit(world);
	world_fold(world);
	if (world->run.current != current || started)
		*model = (struct model){ 0 };
	model_see(model, &world->run);
}

static void set_up(struct world *world, struct dice *dice)
{
	static const char *const plans[] = { "", "5 1 0", "10 3", "0", "-", "1:30 0:10" };

	world_begin(world);
	for (size_t i = 0; i < STEPS; i++)
		world_add_item(world, "x", 60 * (int64_t)(1 + dice_below(dice, 30)))->bells =
			plans[dice_below(dice, COUNT(plans))];
	PRESS(world, act_next(&act, NULL));
}

static void pass_time(struct world *world, struct dice *dice)
{
	int64_t ms = (int64_t)dice_below(dice, dice_below(dice, 8) ? 90 * SECOND_MS : 20 * MINUTE_MS);

	if (dice_below(dice, 10))
		world_pass_ms(world, ms);
	else
		world_sleep_ms(world, ms);
	world_fold(world);
}

static void play(struct dice *dice)
{
	struct model model = { 0 };
	struct world world;

	set_up(&world, dice);
	model_see(&model, &world.run);
	for (int i = 0; i < LOOKS && world.run.state != RUN_ENDED; i++) {
		random_press(&world, dice, &model);
		pass_time(&world, dice);
		int expected =
			world.run.state == RUN_RUNNING && run_current(&world.run) ? model_ring(&model, &world.run) : 0;
		assert_int_equal(look(&world, false), expected);
		assert_int_equal(look(&world, dice_below(dice, 2)), 0);
	}
	world_done(&world);
}

static void whatever_is_pressed_each_arming_rings_once(void **state)
{
	struct dice dice = dice_take("whatever_is_pressed_each_arming_rings_once");

	(void)state;
	for (int i = 0; i < SEQUENCES; i++)
		play(&dice);
}

/* Undo may bring back any step as it would stand now: what it crossed rings, and still nothing rings twice. */
static void play_with_undo(struct dice *dice)
{
	struct model seen[STEPS] = { 0 }, unused = { 0 };
	struct world world;

	set_up(&world, dice);
	for (int i = 0; i < LOOKS; i++) {
		struct act act = world_act(&world, &world.run);
		for (size_t k = 0; k < STEPS; k++)
			if (world.run.current == k)
				model_see(&seen[k], &world.run);
		if (dice_below(dice, 3) == 0 && act_undo(&act, NULL) == ST_OK)
			world_commit(&world);
		else
			random_press(&world, dice, &unused);
		world_fold(&world);
		size_t current = world.run.current;
		if (current < STEPS)
			model_see(&seen[current], &world.run);
		pass_time(&world, dice);
		int stage = look(&world, false);
		assert_true(!stage || (current < STEPS && seen[current].above[stage]));
		if (stage)
			seen[current].above[stage] = false;
	}
	world_done(&world);
}

static void undo_never_makes_a_bell_ring_twice(void **state)
{
	struct dice dice = dice_take("undo_never_makes_a_bell_ring_twice");

	(void)state;
	for (int i = 0; i < SEQUENCES; i++)
		play_with_undo(&dice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plan_is_read_and_printed),
		cmocka_unit_test(unsaid_the_usual_bells_ring),
		cmocka_unit_test(the_cue_may_hold_the_words_of_a_bell),
		cmocka_unit_test(each_bell_rings_once_at_its_second),
		cmocka_unit_test(a_step_never_begins_with_a_bell),
		cmocka_unit_test(nothing_rings_in_a_pause),
		cmocka_unit_test(after_a_sleep_only_the_latest_rings),
		cmocka_unit_test(taking_more_than_is_left_rings_the_end_once),
		cmocka_unit_test(adding_time_arms_those_ahead_again),
		cmocka_unit_test(undo_arms_what_it_gives_back),
		cmocka_unit_test(a_restart_writes_down_what_was_due_and_rings_nothing),
		cmocka_unit_test(who_comes_at_the_very_second_rings),
		cmocka_unit_test(of_two_consoles_the_first_to_write_rings),
		cmocka_unit_test(a_fixed_end_rings_by_the_clock_on_the_wall),
		cmocka_unit_test(a_bell_by_hand_takes_no_other_away),
		cmocka_unit_test(what_is_asked_from_outside_rings_once_or_never),
		cmocka_unit_test(silence_is_a_fact_and_can_be_undone),
		cmocka_unit_test(whatever_is_pressed_each_arming_rings_once),
		cmocka_unit_test(undo_never_makes_a_bell_ring_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
