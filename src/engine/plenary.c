#include "engine/plenary.h"

#include "base/number.h"

enum { ROUNDED_MS = 10000 };

static int64_t changes_ms(size_t left)
{
	return left ? (int64_t)(left - 1) * PLENARY_CHANGE_MS : 0;
}

int64_t plenary_share_ms(int64_t remaining_ms, size_t left)
{
	int64_t share = left ? larger((remaining_ms - changes_ms(left)) / (int64_t)left, 0) : 0;

	return share - share % ROUNDED_MS;
}

static int64_t up_to_second(int64_t ms)
{
	int64_t part_ms = (ms % 1000 + 1000) % 1000;

	return part_ms ? ms - part_ms + 1000 : ms;
}

/* What is kept for those who wait is whole seconds, so that this turn's digits change together with the step's. */
static int64_t own_left_ms(const struct run *run, size_t waiting)
{
	int64_t remaining_ms = run_current(run)->remaining_ms;
	int64_t at_start_ms = remaining_ms + run->turn_spent_ms;

	return remaining_ms - up_to_second(at_start_ms - plenary_share_ms(at_start_ms, waiting + 1));
}

static void take_turns(const struct workbook *book, const struct run *run, struct arena *arena, struct plenary *plenary)
{
	plenary->len = plenary->now = plenary->next = book->tables.len;
	plenary->turns = arena_new(arena, plenary->len, sizeof *plenary->turns);
	for (size_t i = plenary->len; i-- > 0;) {
		size_t table = run->order[i];
		enum turn turn = run->turns[table];
		plenary->turns[i] = (struct plenary_turn){ &book->tables.at[table], turn };
		plenary->waiting += turn == TURN_WAITING;
		if (turn == TURN_WAITING)
			plenary->next = i;
		if (turn == TURN_NOW)
			plenary->now = i;
	}
}

struct plenary plenary_of(const struct workbook *book, const struct run *run, struct arena *arena)
{
	const struct run_item *item = run_current(run);
	struct plenary plenary = { 0 };

	if (!item || item->item->kind != ITEM_KIND_PRESENTATION)
		return plenary;
	take_turns(book, run, arena, &plenary);
	plenary.timed = !item->open_ended;
	if (!plenary.timed)
		return plenary;
	if (plenary.now < plenary.len)
		plenary.left_ms = own_left_ms(run, plenary.waiting);
	plenary.each_ms = plenary_share_ms(item->remaining_ms, plenary.waiting);
	plenary.is_short = plenary.waiting > 0 && plenary.each_ms < PLENARY_LEAST_MS;
	return plenary;
}

int64_t plenary_remaining_s(const struct plenary *plenary)
{
	return plenary->left_ms > 0 ? (plenary->left_ms + 999) / 1000 : 0;
}

int64_t plenary_overtime_s(const struct plenary *plenary)
{
	return plenary->left_ms < 0 ? -plenary->left_ms / 1000 : 0;
}

int64_t plenary_lack_ms(const struct plenary *plenary, const struct run *run)
{
	if (!plenary->is_short)
		return 0;
	int64_t wanted_ms = (int64_t)plenary->waiting * PLENARY_LEAST_MS + changes_ms(plenary->waiting);
	return wanted_ms - run_current(run)->remaining_ms;
}
