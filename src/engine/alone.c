#include "engine/alone.h"

#include "domain/bundle.h"

#include <string.h>

static const struct run_item *step_of(const struct run *run, const struct offer *offer)
{
	for (size_t i = 0; i < run->len; i++)
		if (strcmp(run->items[i].item->id, offer->item) == 0)
			return &run->items[i];
	return NULL;
}

static bool is_after_end(const struct run_item *step, const struct offer *offer)
{
	return step->status != ITEM_RUNNING && stamp_wall_ms(offer->born) > step->actual_end_ms;
}

bool alone_is_so(const struct run *run, const struct offer *offer)
{
	const struct run_item *step = step_of(run, offer);

	return offer->made_alone && !(step && is_after_end(step, offer));
}

size_t alone_count(const struct workbook *book, const struct run *run, const char *table)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_offer, &arena);
	size_t count = 0;

	for (size_t i = 0; i < book->offers.len; i++) {
		const struct offer *offer = &book->offers.at[i];
		if ((!table || strcmp(offer->table, table) == 0) && bundle_is_head(&bundles, i))
			count += alone_is_so(run, offer);
	}
	arena_done(&arena);
	return count;
}
