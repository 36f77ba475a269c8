/* told.c - what was said last, as a copy that outlives the run it was folded from. */
#include "tell_private.h"

#include <string.h>

void told_done(struct told *told)
{
	arena_done(&told->arena);
	*told = (struct told){ 0 };
}

static bool has_scribe(const struct run_view *view, int64_t number)
{
	for (size_t i = 0; i < view->scribes_len; i++) {
		if (view->scribes[i] == number)
			return true;
	}
	return false;
}

static void note_tables(const struct run_view *view, struct told *told)
{
	const struct table_list *tables = &view->book->tables;

	told->tables_len = tables->len;
	told->suggestion = progress_of(view->run, tables->len).suggestion;
	told->tables = arena_new(&told->arena, tables->len, sizeof *told->tables);
	for (size_t i = 0; i < tables->len; i++) {
		told->tables[i] = (struct told_table){
			.id = arena_copy(&told->arena, tables->at[i].id),
			.state = view->run->table_states[i],
			.turn = view->run->turns[i],
			.has_scribe = has_scribe(view, tables->at[i].number),
		};
	}
	for (size_t place = 0; place < tables->len; place++)
		told->tables[view->run->order[place]].place = place;
}

/* The lengths of what waits: time added to what runs leaves them as they are. */
static int64_t waiting_ms(const struct run *run)
{
	int64_t sum_ms = 0;

	for (size_t i = 0; i < run->len; i++) {
		if (run->items[i].status == ITEM_WAITING)
			sum_ms += run->items[i].adjust_ms;
	}
	return sum_ms;
}

static void note_bells(const struct run_view *view, struct told *told)
{
	const struct run_row *rung = view->run->bells.rung;

	told->bell = arena_copy(&told->arena, rung ? rung->id : "");
	told->say = arena_copy(&told->arena, view->say);
}

static void note_stage(const struct run *run, struct told *told)
{
	const struct run_stage *stage = &run->stage;
	const struct run_sight sight = run_room_sight(run);

	told->open = stage->open;
	told->dark = stage->dark;
	told->frozen = stage->frozen;
	told->day = sight.day;
	told->picture = sight.picture && stage->open && !sight.day;
	told->message = arena_copy(&told->arena, stage->message);
	told->story = arena_copy(&told->arena, stage->table ? stage->table->id : "");
	told->page = stage->page;
	told->step = stage->step;
}

void told_note(const struct run_view *view, struct told *ret_told)
{
	const struct run *run = view->run;
	const struct run_item *item = run_current(run);
	struct told told = { .begun = true, .state = run->state, .waiting_ms = waiting_ms(run), .item = "" };

	told.to_start_ms = run->planned_start_ms - run->now.wall_ms;
	if (item) {
		told.item = arena_copy(&told.arena, item->item->id);
		told.attempts = item->attempts;
		told.length_ms = item->planned_ms + item->adjust_ms;
		told.start_ms = item->actual_start_ms;
		told.left_ms = item->open_ended ? -item->active_ms : item->remaining_ms;
	}
	note_stage(run, &told);
	note_bells(view, &told);
	note_tables(view, &told);
	*ret_told = told;
}
