#include "engine/refit.h"

#include "base/number.h"

enum { MINUTE_MS = 60000 };

/* What is taken of each item: whole minutes. */
struct share {
	int64_t spare_min, cut_min;
	int64_t remainder; /* by how much the cut falls short of the exact share, in parts of a minute */
};

struct work {
	const struct refit *refit;
	struct share *shares; /* one an item of the refit */
};

static int64_t minutes_up(int64_t ms)
{
	return (ms + MINUTE_MS - 1) / MINUTE_MS;
}

static int64_t minimum_ms(const struct run_item *it)
{
	if (it->item->minimum_s > 0)
		return smaller(it->item->minimum_s * 1000, it->planned_ms);
	return smaller(minutes_up(it->planned_ms / 2) * MINUTE_MS, it->planned_ms);
}

static bool is_kept(const struct run_item *it)
{
	return run_is_never_shortened(it) || it->fixed_end_ms;
}

static struct refit_item item_of(const struct run_item *it)
{
	int64_t before_ms = it->planned_ms + it->adjust_ms;

	return (struct refit_item){
		.item = it,
		.before_ms = before_ms,
		.after_ms = before_ms,
		.minimum_ms = minimum_ms(it),
		.kept = is_kept(it),
	};
}

static int64_t spare_min(const struct refit_item *item)
{
	return item->kept ? 0 : larger(item->before_ms - item->minimum_ms, 0) / MINUTE_MS;
}

/* How much earlier what comes after the item begins, at most, if all before it is done earlier: a gap before it, or its
 * own fixed end, swallows the rest. */
static int64_t winnable_ms(const struct refit_item *item)
{
	const struct run_item *it = item->item;
	int64_t winnable = INT64_MAX;

	if (it->fixed_start_ms)
		winnable = it->forecast_start_ms - it->fixed_start_ms;
	if (it->fixed_end_ms)
		winnable = smaller(winnable, larger(it->forecast_start_ms - it->fixed_end_ms - it->adjust_ms, 0));
	return winnable;
}

/* By how much earlier the walk comes to item `last`, as cut so far. */
static int64_t gain_ms(const struct work *work, size_t last)
{
	int64_t gain = 0;

	for (size_t i = 0; i < last; i++)
		gain = smaller(gain, winnable_ms(&work->refit->items[i])) + work->shares[i].cut_min * MINUTE_MS;
	return gain;
}

static int64_t cut_between(const struct work *work, size_t first, size_t last)
{
	int64_t cut_min = 0;

	for (size_t i = first; i < last; i++)
		cut_min += work->shares[i].cut_min;
	return cut_min;
}

/* The minutes that the whole parts left over go to those who fall short by most, the earlier first. */
static void share_remainders(struct work *work, size_t first, size_t last, int64_t left_min)
{
	while (left_min-- > 0) {
		struct share *most = &work->shares[first];
		for (size_t i = first; i < last; i++)
			if (work->shares[i].remainder > most->remainder)
				most = &work->shares[i];
		most->cut_min++;
		most->remainder = 0;
	}
}

static void share_in_proportion(struct work *work, size_t first, size_t last, int64_t wanted_min)
{
	int64_t total_min = 0;

	for (size_t i = first; i < last; i++)
		total_min += work->shares[i].spare_min;
	wanted_min = smaller(larger(wanted_min, 0), total_min);
	for (size_t i = first; i < last; i++) {
		struct share *share = &work->shares[i];
		share->cut_min = total_min ? wanted_min * share->spare_min / total_min : 0;
		share->remainder = total_min ? wanted_min * share->spare_min % total_min : 0;
	}
	share_remainders(work, first, last, wanted_min - cut_between(work, first, last));
}

/* The last item before which a whole minute is taken in vain; `last`: none. */
static size_t wasteful_gap(const struct work *work, size_t first, size_t last)
{
	for (size_t i = last; i-- > first;) {
		int64_t winnable = winnable_ms(&work->refit->items[i]);
		if (winnable < INT64_MAX && gain_ms(work, i) >= winnable + MINUTE_MS && cut_between(work, first, i) > 0)
			return i;
	}
	return last;
}

/* Cuts the items from `first` on, so that the walk comes to `last` earlier by `goal_ms`, or as near to it as it can. */
static void share_out(struct work *work, size_t first, size_t last, int64_t goal_ms)
{
	int64_t gained_ms = 0;

	if (first < last)
		gained_ms = smaller(gain_ms(work, first), winnable_ms(&work->refit->items[first]));
	share_in_proportion(work, first, last, minutes_up(goal_ms - gained_ms));
	size_t gap = wasteful_gap(work, first, last);
	if (gap == last)
		return;
	share_out(work, first, gap, winnable_ms(&work->refit->items[gap]));
	share_out(work, gap, last, goal_ms);
}

/* What stands before an item that its fixed end leaves too little comes first: nothing of it helps what comes after, but
 * what the item itself hands on. */
static void share_out_all(struct work *work)
{
	size_t first = 0;

	for (size_t i = 0; i < work->refit->len; i++) {
		const struct run_item *it = work->refit->items[i].item;
		if (!run_lack_ms(it))
			continue;
		int64_t due_end_ms = it->forecast_start_ms + run_due_ms(it);
		share_out(work, first, i, due_end_ms - it->fixed_end_ms - it->adjust_ms);
		first = i;
	}
	share_out(work, first, work->refit->len, work->refit->deficit_ms);
}

/* Of what an item lacks, what stays where the walk comes to it earlier by `gain`. */
static int64_t lack_left_ms(const struct run_item *it, int64_t gain)
{
	int64_t beyond_ms = larger(it->forecast_start_ms - it->fixed_end_ms - it->adjust_ms, 0);
	int64_t lack_ms = run_lack_ms(it);

	return larger(lack_ms - larger(gain - beyond_ms, 0), 0);
}

static void propose(struct refit *refit, struct arena *arena)
{
	struct work work = { refit, arena_new(arena, refit->len, sizeof *work.shares) };

	for (size_t i = 0; i < refit->len; i++)
		work.shares[i] = (struct share){ .spare_min = spare_min(&refit->items[i]) };
	share_out_all(&work);
	for (size_t i = 0; i < refit->len; i++)
		refit->lack_left_ms += lack_left_ms(refit->items[i].item, gain_ms(&work, i));
	for (size_t i = 0; i < refit->len; i++)
		refit->items[i].after_ms -= work.shares[i].cut_min * MINUTE_MS;
	refit->overrun_ms = larger(refit->deficit_ms - gain_ms(&work, refit->len), 0);
}

struct refit refit_of(const struct run *run, struct arena *arena)
{
	struct refit refit = { .items = arena_new(arena, run->len, sizeof *refit.items) };

	for (size_t i = run->next; i < run->len; i++)
		if (run->items[i].status == ITEM_WAITING)
			refit.items[refit.len++] = item_of(&run->items[i]);
	if (run->state != RUN_ENDED)
		refit.deficit_ms = larger(-run->slack_ms, 0);
	for (size_t i = 0; i < refit.len && run->state != RUN_ENDED; i++)
		refit.lack_ms += run_lack_ms(refit.items[i].item);
	if (refit.deficit_ms > 0 || refit.lack_ms > 0)
		propose(&refit, arena);
	return refit;
}

bool refit_item_is_cut(const struct refit_item *item)
{
	return item->after_ms < item->before_ms;
}

bool refit_is_needed(const struct refit *refit)
{
	for (size_t i = 0; i < refit->len; i++)
		if (refit_item_is_cut(&refit->items[i]))
			return true;
	return false;
}
