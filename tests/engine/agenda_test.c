/* The agenda is changed: what follows moves along, what has been stays. */
#include "engine/agenda.h"

#include "base/calendar.h"
#include "base/mem.h"
#include "domain/order.h"
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MIN_S = 60 };

/* Opening 10, Talk 20, Break 5, Stories 30; from 13:30. */
struct stage {
	struct world world;
	struct act act;
};

static struct item *add(struct stage *stage, const char *title, int64_t minutes, const char *before)
{
	struct item *item = world_add_item(&stage->world, title, minutes * MIN_S);
	char key[ORDER_LEN];

	order_between(before, "", key);
	item->pos = arena_copy(&stage->world.book.arena, key);
	item->block = "";
	return item;
}

static void fold(struct stage *stage)
{
	world_fold(&stage->world);
	stage->act = world_act(&stage->world, &stage->world.run);
}

static int set_up(void **state)
{
	static const struct {
		const char *title;
		int64_t minutes;
	} steps[] = { { "Opening", 10 }, { "Talk", 20 }, { "Break", 5 }, { "Stories", 30 } };
	struct stage *stage = mem_new(1, sizeof *stage);
	const char *before = "";

	world_begin(&stage->world);
	stage->world.book.workshops.at[0].start_ms = world_midnight_ms(&stage->world) + 27 * 1800 * 1000;
	for (size_t i = 0; i < COUNT(steps); i++)
		before = add(stage, steps[i].title, steps[i].minutes, before)->pos;
	fold(stage);
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	world_done(&stage->world);
	free(stage);
	return 0;
}

static void press(struct stage *stage, enum status (*act_on)(const struct act *act, struct fault *fault))
{
	struct fault fault = { "" };

	assert_int_equal(act_on(&stage->act, &fault), ST_OK);
	world_commit(&stage->world);
	world_pass_ms(&stage->world, 60000);
	fold(stage);
}

/* The steps in their order, as they would be once the batch is written: "Opening 10, Talk 20". */
static void written(struct stage *stage, char *text, size_t size)
{
	struct row_of {
		char key[ORDER_LEN], title[40];
		int64_t minutes, gone;
	} rows[12] = { 0 };
	size_t len = stage->world.run.len, used = 0;

	for (size_t i = 0; i < len; i++) {
		const struct item *item = stage->world.run.items[i].item;
		snprintf(rows[i].key, ORDER_LEN, "%s", item->pos);
		snprintf(rows[i].title, sizeof rows[i].title, "%s", item->title);
		rows[i].minutes = item->planned_s / MIN_S;
	}
	for (size_t f = 0; f < stage->world.batch.len; f++) {
		const struct fact *fact = &stage->world.batch.facts[f];
		size_t at = 0;
		while (at < len && (at >= stage->world.run.len || strcmp(stage->world.run.items[at].item->id, fact->id) != 0))
			at++;
		len += at == len;
		for (size_t c = 0; c < fact->changes_len; c++) {
			struct value value = fact->changes[c].value;
			switch ((int)fact->changes[c].field->field) {
			case FIELD_item_pos: snprintf(rows[at].key, ORDER_LEN, "%s", value.text); break;
			case FIELD_item_title: snprintf(rows[at].title, sizeof rows[at].title, "%s", value.text); break;
			case FIELD_item_planned_s: rows[at].minutes = value.number / MIN_S; break;
			case FIELD_gone: rows[at].gone = value.number; break;
			}
		}
	}
	*text = '\0';
	for (const char *last = "";;) {
		const struct row_of *next = NULL;
		for (size_t i = 0; i < len; i++)
			if (strcmp(rows[i].key, last) > 0 && (!next || strcmp(rows[i].key, next->key) < 0))
				next = &rows[i];
		if (!next)
			break;
		last = next->key;
		if (!next->gone)
			used += (size_t)snprintf(text + used, size - used, "%s%s %d", used ? ", " : "", next->title, (int)next->minutes);
	}
}

enum edit { ADD, DUPLICATE, REMOVE, UP, DOWN, MORE, LESS };

static void edit(struct stage *stage, enum edit what, size_t step)
{
	struct id id;

	switch (what) {
	case ADD:
		batch_add_new(&stage->world.batch, ENTITY_item, "w", &stage->world.env, &id);
		batch_set_text(&stage->world.batch, FIELD_item_title, "New");
		batch_set_number(&stage->world.batch, FIELD_item_planned_s, 10 * MIN_S);
		agenda_put_after(&stage->act, step);
		break;
	case DUPLICATE:
		agenda_duplicate(&stage->act, step);
		break;
	case REMOVE:
		agenda_remove(&stage->act, step);
		break;
	case UP:
	case DOWN:
		agenda_move(&stage->act, step, what == UP ? -1 : 1);
		break;
	case MORE:
	case LESS:
		agenda_lengthen(&stage->act, step, what == MORE ? 5 * MIN_S : -7 * MIN_S);
		break;
	}
}

static void each_change_does_what_it_says(void **state)
{
	static const struct {
		enum edit what;
		size_t step;
		const char *want;
	} cases[] = {
		{ ADD, 0, "Opening 10, New 10, Talk 20, Break 5, Stories 30" },
		{ ADD, 3, "Opening 10, Talk 20, Break 5, Stories 30, New 10" },
		{ ADD, 99, "Opening 10, Talk 20, Break 5, Stories 30, New 10" },
		{ DUPLICATE, 1, "Opening 10, Talk 20, Talk 20, Break 5, Stories 30" },
		{ REMOVE, 1, "Opening 10, Break 5, Stories 30" },
		{ UP, 1, "Talk 20, Opening 10, Break 5, Stories 30" },
		{ UP, 0, "Opening 10, Talk 20, Break 5, Stories 30" },
		{ UP, 3, "Opening 10, Talk 20, Stories 30, Break 5" },
		{ DOWN, 0, "Talk 20, Opening 10, Break 5, Stories 30" },
		{ DOWN, 2, "Opening 10, Talk 20, Stories 30, Break 5" },
		{ DOWN, 3, "Opening 10, Talk 20, Break 5, Stories 30" },
		{ MORE, 1, "Opening 10, Talk 25, Break 5, Stories 30" },
		{ LESS, 1, "Opening 10, Talk 13, Break 5, Stories 30" },
		{ LESS, 2, "Opening 10, Talk 20, Break 1, Stories 30" }, /* a minute is the least */
	};
	struct stage *stage = *state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		char got[200];
		struct fault fault = { "" };
		edit(stage, cases[i].what, cases[i].step);
		assert_int_equal(agenda_check(&stage->world.book, &stage->world.batch, &fault), ST_OK);
		written(stage, got, sizeof got);
		assert_string_equal(got, cases[i].want);
		batch_done(&stage->world.batch);
	}
}

static void what_has_begun_stays(void **state)
{
	static const struct {
		size_t presses; /* of next, after the start */
		enum edit what;
		size_t step;
		const char *refusal; /* part of it; NULL: it may be so */
	} cases[] = {
		{ 1, MORE, 0, "“Opening” is over" },   { 1, REMOVE, 0, "“Opening” is over" },
		{ 1, DOWN, 0, "“Opening” is over" },   { 1, MORE, 1, "+ and -" },
		{ 1, REMOVE, 1, "“Talk” is running" }, { 1, DOWN, 1, "“Talk” is running" },
		{ 1, UP, 2, "“Talk” has begun" },      { 1, UP, 3, NULL },
		{ 1, MORE, 2, NULL },		       { 1, REMOVE, 3, NULL },
		{ 1, ADD, 0, NULL },		       { 1, DUPLICATE, 0, NULL },
		{ 1, ADD, 3, NULL },		       { 4, MORE, 3, "has ended" },
		{ 4, ADD, 3, "has ended" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fault fault = { "" };
		set_up(state);
		struct stage *stage = *state;
		press(stage, act_start);
		for (size_t n = 0; n < cases[i].presses; n++)
			press(stage, act_next);
		edit(stage, cases[i].what, cases[i].step);
		enum status st = agenda_check(&stage->world.book, &stage->world.batch, &fault);
		if (cases[i].refusal ? st != ST_REFUSED || !strstr(fault.text, cases[i].refusal) : st != ST_OK)
			fail_msg("case %zu: “%s”", i, fault.text);
		tear_down(state);
	}
	set_up(state);
}

static void a_step_added_early_comes_behind_what_has_begun(void **state)
{
	struct stage *stage = *state;
	char got[200];

	press(stage, act_start);
	press(stage, act_next);
	assert_int_equal(agenda_open_from(&stage->world.run), 2);
	edit(stage, ADD, 0);
	written(stage, got, sizeof got);
	assert_string_equal(got, "Opening 10, Talk 20, New 10, Break 5, Stories 30");
}

static void words_of_what_runs_may_be_changed(void **state)
{
	struct stage *stage = *state;
	struct fault fault = { "" };

	press(stage, act_start);
	batch_add(&stage->world.batch, ENTITY_item, "w", stage->world.run.items[0].item->id);
	batch_set_text(&stage->world.batch, FIELD_item_room, "Welcome!");
	assert_int_equal(agenda_check(&stage->world.book, &stage->world.batch, &fault), ST_OK);
}

static void the_sum_is_said_against_the_hall(void **state)
{
	static const struct {
		int64_t hall_min; /* after the midnight before; 0: not said */
		bool too_long;
		const char *words;
	} cases[] = {
		{ 0, false, "In all 65 min, until 14:35." },
		{ 15 * 60, false, "In all 65 min, until 14:35. The hall is ours until 15:00: 25 min to spare." },
		{ 14 * 60 + 35, false, "In all 65 min, until 14:35. That is just when the hall closes." },
		{ 14 * 60, true, "In all 65 min, until 14:35. That is 35 min longer than the hall is ours (until 14:00)." },
	};
	struct stage *stage = *state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t hall_ms = cases[i].hall_min ? world_midnight_ms(&stage->world) + cases[i].hall_min * 60000 : 0;
		stage->world.book.workshops.at[0].hall_end_ms = hall_ms;
		fold(stage);
		struct agenda_sum sum = agenda_sum_of(&stage->world.run);
		assert_int_equal(agenda_is_too_long(&sum), cases[i].too_long);
		assert_string_equal(agenda_sum_words(&stage->world.run).text, cases[i].words);
	}
	stage->world.book.items.at[0].planned_s = 0;
	fold(stage);
	assert_non_null(strstr(agenda_sum_words(&stage->world.run).text, "of open length"));
}

static void times_ripple_and_clashes_are_told(void **state)
{
	struct stage *stage = *state;
	struct item *items = stage->world.book.items.at;
	const struct run *run = &stage->world.run;

	items[0].planned_s = 25 * MIN_S;
	fold(stage);
	assert_string_equal(words_time(agenda_start_ms(run, &run->items[3]), 0).text, "14:20");
	assert_string_equal(words_time(agenda_end_ms(run, &run->items[3]), 0).text, "14:50");
	items[1].fixed_start_s = 14 * 3600; /* five minutes after the opening */
	items[2].fixed_start_s = 14 * 3600;
	items[3].fixed_end_s = 14 * 3600 + 40 * 60;
	items[3].minimum_s = 20 * MIN_S;
	fold(stage);
	assert_string_equal(agenda_clash_words(run, 0).text, "");
	assert_string_equal(agenda_clash_words(run, 1).text, "5 min free before it");
	assert_string_equal(agenda_clash_words(run, 2).text, "20 min later than fixed");
	assert_string_equal(agenda_clash_words(run, 3).text, "5 min short of its time");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_change_does_what_it_says, set_up, tear_down),
		cmocka_unit_test_teardown(what_has_begun_stays, tear_down),
		cmocka_unit_test_setup_teardown(a_step_added_early_comes_behind_what_has_begun, set_up, tear_down),
		cmocka_unit_test_setup_teardown(words_of_what_runs_may_be_changed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_sum_is_said_against_the_hall, set_up, tear_down),
		cmocka_unit_test_setup_teardown(times_ripple_and_clashes_are_told, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
