/* Rows of a sheet that are moved: past their neighbour and into the list beside, and nothing else. */
#include "domain/sheet.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { STEPS = 6, SUPPORTS = 9, STORYLINES = 2 };

/* A table's story as the store would hold it: rows, and the lists in which they are read. */
struct story {
	struct workbook book;
	struct arena arena;
	struct sheet sheet;
	struct step steps[STEPS];
	struct support supports[SUPPORTS];
	struct offer offers[3];
	struct storyline storylines[STORYLINES];
};

static struct table table = { .id = "t1" };

static int by_place(const char *pos, const char *id, const char *other_pos, const char *other_id)
{
	int apart = strcmp(pos, other_pos);

	return apart ? apart : strcmp(id, other_id);
}

static int step_order(const void *a, const void *b)
{
	const struct step *one = a, *other = b;

	return by_place(one->pos, one->id, other->pos, other->id);
}

static int support_order(const void *a, const void *b)
{
	const struct support *one = a, *other = b;

	return by_place(one->pos, one->id, other->pos, other->id);
}

static int offer_order(const void *a, const void *b)
{
	const struct offer *one = a, *other = b;

	return by_place(one->pos, one->id, other->pos, other->id);
}

static void lay_out(struct story *story)
{
	struct arena old = story->arena;

	story->arena = (struct arena){ 0 };
	qsort(story->steps, STEPS, sizeof *story->steps, step_order);
	qsort(story->supports, SUPPORTS, sizeof *story->supports, support_order);
	qsort(story->offers, COUNT(story->offers), sizeof *story->offers, offer_order);
	workbook_set_rows(&story->book, ENTITY_step, story->steps, STEPS);
	workbook_set_rows(&story->book, ENTITY_support, story->supports, SUPPORTS);
	workbook_set_rows(&story->book, ENTITY_offer, story->offers, COUNT(story->offers));
	workbook_set_rows(&story->book, ENTITY_storyline, story->storylines, STORYLINES);
	story->sheet = sheet_of(&story->book, &table, "", &story->arena);
	arena_done(&old);
}

/* Steps a, b, c in the first storyline and d, e, f in the second; three supports in each of a, c and e; three offers. All of a
 * list stand at `places`, one after the other. */
static void open_story(struct story *story, const char *const places[3])
{
	static const char *const ids[] = { "a", "b", "c", "d", "e", "f" };
	static const char *const helps[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
	static const char *const offers[] = { "x", "y", "z" };

	*story = (struct story){ .storylines = { { .id = "s1", .table = "t1", .ending = "", .open_questions = "" },
						 { .id = "s2", .table = "t1", .ending = "", .open_questions = "" } } };
	for (size_t i = 0; i < STEPS; i++)
		story->steps[i] = (struct step){ .id = ids[i], .storyline = i < 3 ? "s1" : "s2", .pos = places[i % 3] };
	for (size_t i = 0; i < SUPPORTS; i++)
		story->supports[i] = (struct support){ .id = helps[i], .step = ids[i / 3 * 2], .pos = places[i % 3] };
	for (size_t i = 0; i < COUNT(offers); i++)
		story->offers[i] = (struct offer){ .merged_into = "", .id = offers[i], .table = "t1", .pos = places[i] };
	lay_out(story);
}

static void close_story(struct story *story)
{
	arena_done(&story->arena);
	arena_done(&story->book.arena);
}

/* The ids in the order of the sheet: steps as letters, supports as figures behind theirs. */
static void read_order(const struct story *story, char order[STEPS + SUPPORTS + 4])
{
	size_t len = 0;

	for (size_t i = 0; i < story->sheet.len; i++)
		if (story->sheet.rows[i].row)
			order[len++] = story->sheet.rows[i].row->id[0];
	order[len] = '\0';
}

/* False, and nothing is changed: it cannot be moved. */
static bool move(struct story *story, size_t index, int by)
{
	const struct sheet_row *at = &story->sheet.rows[index];
	const struct sheet_kind_info *info = sheet_kind_info(at->kind);
	struct sheet_place place;

	if (!sheet_move(&story->book, &story->sheet, index, by, &place))
		return false;
	struct row *row = workbook_find(&story->book, info->entity, at->row->id);
	row_set(row, field_info_of(info->owner), (struct value){ .text = arena_copy(&story->book.arena, place.owner) });
	row_set(row, field_info_of(info->pos), (struct value){ .text = arena_copy(&story->book.arena, place.key) });
	lay_out(story);
	return true;
}

static size_t index_of(const struct story *story, char id)
{
	size_t i = 0;

	while (!story->sheet.rows[i].row || story->sheet.rows[i].row->id[0] != id)
		i++;
	return i;
}

static const char *const apart[3] = { "A", "B", "C" };

static void a_row_passes_its_neighbour_and_goes_on_into_the_list_beside(void **state)
{
	static const struct {
		char id;
		int by;
		const char *order; /* NULL: it cannot move */
	} rows[] = {
		{ 'x', -1, NULL },		  { 'x', 1, "yxza123bc456de789f" },  { 'z', 1, NULL },
		{ 'a', -1, NULL },		  { 'a', 1, "xyzba123c456de789f" },  { 'c', -1, "xyza123c456bde789f" },
		{ 'c', 1, "xyza123bc456de789f" }, /* to the beginning of the second storyline */
		{ 'd', -1, "xyza123bc456de789f" }, { 'f', 1, NULL },
		{ '2', -1, "xyza213bc456de789f" }, { '1', -1, NULL },	     { '3', 1, "xyza12b3c456de789f" },
		{ '4', -1, "xyza123b4c56de789f" }, { '7', -1, "xyza123bc456d7e89f" }, { '9', 1, "xyza123bc456de78f9" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct story story;
		char order[STEPS + SUPPORTS + 4];
		open_story(&story, apart);
		assert_int_equal(move(&story, index_of(&story, rows[i].id), rows[i].by), rows[i].order != NULL);
		read_order(&story, order);
		assert_string_equal(order, rows[i].order ? rows[i].order : "xyza123bc456de789f");
		close_story(&story);
	}
}

static void a_step_that_crosses_belongs_to_the_other_storyline(void **state)
{
	struct story story;

	(void)state;
	open_story(&story, apart);
	assert_true(move(&story, index_of(&story, 'c'), 1));
	assert_string_equal(((const struct step *)(const void *)workbook_find(&story.book, ENTITY_step, "c"))->storyline, "s2");
	close_story(&story);
}

/* Two people who moved rows to one place at once leave them there, in the order of their ids; both can go on from there. */
static void rows_that_a_merge_left_at_one_place_can_be_moved_apart(void **state)
{
	static const char *const equal[3] = { "B", "B", "C" };
	struct story story;
	char order[STEPS + SUPPORTS + 4];

	(void)state;
	open_story(&story, equal);
	assert_true(move(&story, index_of(&story, 'z'), -1));
	assert_true(move(&story, index_of(&story, 'b'), -1));
	read_order(&story, order);
	assert_string_equal(order, "zxyba123c456de789f");
	close_story(&story);
}

/* What is moved is no longer between its neighbours; all the others stand to one another as before, none is lost or doubled,
 * and positions are counted without a gap. */
static void expect_only_moved(const char *before, const char *after, char moved)
{
	char rest[2][STEPS + SUPPORTS + 4];
	const char *const orders[2] = { before, after };

	assert_string_not_equal(before, after);
	for (size_t i = 0; i < 2; i++) {
		size_t len = 0;
		for (const char *at = orders[i]; *at; at++)
			if (*at != moved)
				rest[i][len++] = *at;
		assert_int_equal(len + 1, strlen(orders[i]));
		rest[i][len] = '\0';
	}
	assert_string_equal(rest[0], rest[1]);
}

static void expect_dense(const struct story *story)
{
	size_t steps = 0, supports = 0;

	for (size_t i = 0; i < story->sheet.len; i++) {
		const struct sheet_row *at = &story->sheet.rows[i];
		if (at->kind == SHEET_STEP) {
			assert_int_equal(at->number, ++steps);
			supports = 0;
		} else if (at->kind == SHEET_SUPPORT) {
			assert_int_equal(at->number, ++supports);
		}
	}
	assert_int_equal(steps, STEPS);
}

/* Supports follow their step, so a step's move is seen among the steps; one that only crosses into the other storyline is not. */
static void moves_at_random_change_one_rows_place_and_nothing_else(void **state)
{
	struct dice dice = dice_take("moves_at_random");
	struct story story;

	(void)state;
	open_story(&story, apart);
	for (int i = 0; i < 20000; i++) {
		char before[STEPS + SUPPORTS + 4], after[STEPS + SUPPORTS + 4];
		size_t index = dice_below(&dice, story.sheet.len);
		const struct row *row = story.sheet.rows[index].row;
		enum sheet_kind kind = story.sheet.rows[index].kind;
		char id = row ? row->id[0] : '-';
		read_order(&story, before);
		bool moved = move(&story, index, dice_below(&dice, 2) ? 1 : -1);
		read_order(&story, after);
		expect_dense(&story);
		assert_int_equal(strlen(after), strlen(before));
		if (moved && kind != SHEET_STEP)
			expect_only_moved(before, after, id);
		else if (!moved)
			assert_string_equal(before, after);
	}
	close_story(&story);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_passes_its_neighbour_and_goes_on_into_the_list_beside),
		cmocka_unit_test(a_step_that_crosses_belongs_to_the_other_storyline),
		cmocka_unit_test(rows_that_a_merge_left_at_one_place_can_be_moved_apart),
		cmocka_unit_test(moves_at_random_change_one_rows_place_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
