/* What steps took against their plan; which workshop was the one before, and which step of it is which. */
#include "engine/spent.h"

#include "base/mem.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MOST = 12, MIN_MS = 60000 };

/* An agenda written as titles between spaces; a "break:" before a title is its kind. Every step is done, and took as many
 * minutes as its place, from 1. */
struct agenda {
	char text[400];
	struct item items[MOST];
	struct run_item steps[MOST];
	struct run run;
};

static void agenda_write(struct agenda *agenda, const char *text)
{
	*agenda = (struct agenda){ .run = { .items = agenda->steps } };
	snprintf(agenda->text, sizeof agenda->text, "%s", text);
	for (char *rest = agenda->text, *word; (word = strtok_r(rest, " ", &rest));) {
		size_t i = agenda->run.len++;
		bool is_break = strncmp(word, "break:", 6) == 0;
		agenda->items[i] = (struct item){ .title = is_break ? word + 6 : word };
		agenda->items[i].kind = is_break ? ITEM_KIND_BREAK : ITEM_KIND_PLENARY;
		agenda->steps[i] = (struct run_item){ .item = &agenda->items[i], .status = ITEM_DONE };
		agenda->steps[i].planned_ms = 10 * MIN_MS;
		agenda->steps[i].total_active_ms = ((int64_t)i + 1) * MIN_MS;
	}
}

static void steps_are_matched_by_title_order_and_place(void **state)
{
	static const struct {
		const char *before, *now, *want; /* of each step now: the place of the one it was, or - */
	} cases[] = {
		{ "A B C", "A B C", "1 2 3" },
		{ "", "A B", "- -" },
		{ "A B", "", "" },
		{ "A B C", "A New B C", "1 - 2 3" },       /* inserted */
		{ "A B C", "A C", "1 3" },                 /* removed */
		{ "A B C", "A Beta C", "1 2 3" },          /* renamed: the same place and kind */
		{ "A break:B C", "A Beta C", "1 - 3" },    /* another kind of thing */
		{ "A B C D", "A X Y D", "1 2 3 4" },       /* two renamed */
		{ "A B C D", "A X D", "1 - 4" },           /* one where two were: nobody can say which */
		{ "A B C", "C A B", "3 1 2" },             /* moved */
		{ "A break:P B break:P C", "A break:P B C break:P", "1 2 3 5 4" },
		{ "A break:P B break:P C", "A B break:P C", "1 3 4 5" }, /* of two alike, the one in order */
		{ "事例を読む ﾜｰｸ", "事例を読む ワーク", "1 2" }, /* width and kana do not matter */
		{ "A B", "X Y", "1 2" },
		{ "A B C", "X Y", "- -" },
		{ "A B C", "Z A B C", "- 1 2 3" },
		{ "Z A", "A Z", "2 1" },
	};

	(void)state;
	for (size_t c = 0; c < COUNT(cases); c++) {
		struct agenda before, now;
		struct arena arena = { 0 };
		char got[100] = "";

		agenda_write(&before, cases[c].before);
		agenda_write(&now, cases[c].now);
		struct spent *spent = spent_last_time(&now.run, &before.run, &arena);
		for (size_t i = 0; i < now.run.len; i++) {
			size_t used = strlen(got);
			if (spent[i].state == SPENT_UNKNOWN)
				snprintf(got + used, sizeof got - used, "%s-", i ? " " : "");
			else
				snprintf(got + used, sizeof got - used, "%s%d", i ? " " : "",
					 (int)(spent[i].actual_ms / MIN_MS));
		}
		if (strcmp(got, cases[c].want) != 0)
			fail_msg("“%s” after “%s” is matched %s, not %s", cases[c].now, cases[c].before, got, cases[c].want);
		arena_done(&arena);
	}
}

static void only_what_was_done_is_compared(void **state)
{
	static const struct {
		enum item_status status;
		int64_t planned_min, actual_s;
		bool open_ended;
		const char *difference, *last_time; /* "": nothing to say */
		int64_t plan_min; /* what to plan the next time */
	} cases[] = {
		{ ITEM_DONE, 15, 19 * 60, false, "+4 min", "last time planned 15 min, took 19 min", 19 },
		{ ITEM_DONE, 15, 12 * 60 + 10, false, "-3 min", "last time planned 15 min, took 12 min", 12 },
		{ ITEM_DONE, 15, 15 * 60 + 29, false, "0 min", "last time 15 min, as planned", 15 },
		{ ITEM_DONE, 15, 15 * 60 + 30, false, "+1 min", "last time planned 15 min, took 16 min", 16 },
		{ ITEM_DONE, 5, 29, false, "", "", 5 }, /* passed through */
		{ ITEM_DONE, 5, 30, false, "-4 min", "last time planned 5 min, took 1 min", 1 },
		{ ITEM_DONE, 0, 1140, true, "", "last time 19 min", 0 },
		{ ITEM_SKIPPED, 15, 0, false, "", "skipped last time", 15 },
		{ ITEM_SKIPPED, 15, 600, false, "", "skipped last time", 15 },
		{ ITEM_WAITING, 15, 0, false, "", "", 15 },
		{ ITEM_RUNNING, 15, 600, false, "", "", 15 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct run_item item = { .status = cases[i].status, .open_ended = cases[i].open_ended };

		item.planned_ms = cases[i].planned_min * MIN_MS;
		item.total_active_ms = cases[i].actual_s * 1000;
		struct spent spent = spent_of(&item);
		assert_string_equal(spent_difference(&spent).text, cases[i].difference);
		assert_string_equal(spent_last_time_words(&spent).text, cases[i].last_time);
		assert_int_equal(spent_plan_s(&spent, cases[i].planned_min * 60), cases[i].plan_min * 60);
	}
}

static void what_has_only_a_fixed_end_was_planned_until_then(void **state)
{
	struct run_item item = { .status = ITEM_DONE, .planned_start_ms = 100 * MIN_MS, .planned_end_ms = 120 * MIN_MS };
	int64_t ms;

	(void)state;
	item.total_active_ms = 23 * MIN_MS;
	struct spent spent = spent_of(&item);
	assert_true(spent_difference_ms(&spent, &ms));
	assert_int_equal(ms, 3 * MIN_MS);
}

/* --- which workshop was the one before ------------------------------------------------------------------------------ */

/* A shelf of workshops in one line: "id start series from how", a semicolon between; how: held, rehearsed or planned. */
struct shelf {
	struct workbook outline;
	char text[600];
};

static void blank(enum entity entity, void *row, const char *id)
{
	const struct entity_info *info = &entity_infos[entity];

	for (size_t i = 0; i < info->fields_len; i++)
		row_set(row, &info->fields[i], (struct value){ "", 0 });
	((struct row *)row)->id = ((struct row *)row)->workshop = id;
}

static void shelf_add(struct shelf *shelf, char *line)
{
	char *words[5], *rest = line;
	struct workshop *workshop = &shelf->outline.workshops.at[shelf->outline.workshops.len++];
	struct run_row *row = &shelf->outline.run_rows.at[shelf->outline.run_rows.len];
	struct item *item = &shelf->outline.items.at[shelf->outline.items.len++];

	for (size_t i = 0; i < COUNT(words); i++)
		assert_non_null(words[i] = strtok_r(rest, " ", &rest));
	blank(ENTITY_workshop, workshop, words[0]);
	blank(ENTITY_item, item, words[0]);
	blank(ENTITY_run_row, row, words[0]);
	workshop->start_ms = (words[1][0] - '0') * 1000;
	workshop->series = strcmp(words[2], "-") == 0 ? "" : words[2];
	workshop->previous = strcmp(words[3], "-") == 0 ? "" : words[3];
	workshop->rehearse_speed = strcmp(words[4], "rehearsed") == 0;
	row->verb = VERB_START;
	row->item = words[0];
	shelf->outline.run_rows.len += strcmp(words[4], "planned") != 0;
}

static void shelf_fill(struct shelf *shelf, const char *text)
{
	struct arena *arena = &shelf->outline.arena;

	*shelf = (struct shelf){ 0 };
	workbook_set_rows(&shelf->outline, ENTITY_workshop, arena_new(arena, MOST, sizeof(struct workshop)), 0);
	workbook_set_rows(&shelf->outline, ENTITY_run_row, arena_new(arena, MOST, sizeof(struct run_row)), 0);
	workbook_set_rows(&shelf->outline, ENTITY_item, arena_new(arena, MOST, sizeof(struct item)), 0);
	snprintf(shelf->text, sizeof shelf->text, "%s", text);
	for (char *rest = shelf->text, *line; (line = strtok_r(rest, ";", &rest));)
		shelf_add(shelf, line);
}

static void the_one_before_is_the_one_it_was_made_from_else_of_its_series(void **state)
{
	static const struct {
		const char *shelf, *want; /* of the workshop z; "": none */
	} cases[] = {
		{ "a 1 - - held; z 5 - a planned", "a" },
		{ "a 1 - - held; z 5 - - planned", "" },
		{ "a 1 S - held; b 3 S - held; c 4 T - held; z 5 S - planned", "b" },
		{ "a 1 S - held; b 3 S - held; z 5 S a planned", "a" },          /* what was said wins */
		{ "a 1 S - held; b 3 S - planned; z 5 S - planned", "a" },       /* what was never held has no times */
		{ "a 1 S - held; b 3 S - rehearsed; z 5 S - planned", "a" },
		{ "a 1 S - held; b 9 S - held; z 5 S - planned", "a" },          /* later ones are not before */
		{ "a 1 - - held; b 3 - a planned; z 5 - b planned", "a" },       /* along the chain to one that was held */
		{ "a 1 - b planned; b 3 - a planned; z 5 - b planned", "" },     /* a circle ends */
		{ "a 1 S - held; b 3 S - planned; z 5 - b planned", "a" },       /* as the one it was made from looks back */
		{ "a 1 S - held; b 3 - - planned; z 5 S b planned", "a" },
		{ "z 5 - z planned", "" },
		{ "z 5 - z held", "" },
		{ "a 1 S - held; z 5 S gone planned", "a" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct shelf shelf;

		shelf_fill(&shelf, cases[i].shelf);
		const struct workshop *previous = spent_previous(&shelf.outline, "z");
		if (strcmp(previous ? previous->id : "", cases[i].want) != 0)
			fail_msg("“%s”: %s", cases[i].shelf, previous ? previous->id : "none");
		workbook_done(&shelf.outline);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_matched_by_title_order_and_place),
		cmocka_unit_test(only_what_was_done_is_compared),
		cmocka_unit_test(what_has_only_a_fixed_end_was_planned_until_then),
		cmocka_unit_test(the_one_before_is_the_one_it_was_made_from_else_of_its_series),
	};

	return cmocka_run_group_tests_name("spent", tests, NULL, NULL);
}
