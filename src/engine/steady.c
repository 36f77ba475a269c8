#include "steady.h"

#include <stddef.h>

/* Where a boot's clock stands on the timeline. Kept for every boot, so that rows of two machines may alternate without
 * carrying the difference of their wall clocks over at each turn. */
struct anchor {
	struct anchor *next;
	int64_t boot_id, boot_ms, steady_ms;
};

static struct anchor *anchor_of(const struct steady *steady, int64_t boot_id)
{
	struct anchor *anchor = steady->anchors;

	while (anchor && anchor->boot_id != boot_id)
		anchor = anchor->next;
	return anchor;
}

static void anchor_add(struct steady *steady, struct moment moment, int64_t at_ms)
{
	struct anchor *anchor = arena_new(steady->arena, 1, sizeof *anchor);

	*anchor = (struct anchor){ steady->anchors, moment.boot_id, moment.boot_ms, at_ms };
	steady->anchors = anchor;
}

static int64_t by_wall(const struct steady *steady, struct moment moment)
{
	if (!steady->begun)
		return moment.wall_ms;
	return steady->newest_ms + moment.wall_ms - steady->newest_wall_ms;
}

int64_t steady_advance(struct steady *steady, struct moment moment)
{
	const struct anchor *anchor = anchor_of(steady, moment.boot_id);
	int64_t at_ms = anchor ? anchor->steady_ms + moment.boot_ms - anchor->boot_ms : by_wall(steady, moment);

	if (steady->begun && at_ms < steady->newest_ms)
		at_ms = steady->newest_ms;
	/* Boot 0 is "the system does not say": such moments compare by wall only. */
	if (!anchor && moment.boot_id)
		anchor_add(steady, moment, at_ms);
	steady->begun = true;
	steady->newest_ms = at_ms;
	steady->newest_wall_ms = moment.wall_ms;
	return at_ms;
}
