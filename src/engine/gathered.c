#include "engine/gathered.h"

#include "domain/bundle.h"

#include <string.h>

static struct gathered_part *part_of(const struct workbook *book, struct gathered *gathered, const char *need)
{
	const struct need *found = (const struct need *)workbook_find(book, ENTITY_need, need);

	return found ? &gathered->needs[found - book->needs.at] : &gathered->other;
}

static void count_offer(struct gathered_part *part, enum scope scope)
{
	part->offers++;
	part->by_scope[scope]++;
}

static void count_support(struct gathered_part *part, enum formality formality)
{
	part->supports++;
	part->by_formality[formality]++;
}

static void count_supports(const struct workbook *book, const struct step *step, struct gathered *gathered)
{
	struct gathered_part *part = part_of(book, gathered, step->need);

	for (size_t i = workbook_next(book, FIELD_support_step, step->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step->id, i + 1)) {
		count_support(part, book->supports.at[i].formality);
		count_support(&gathered->all, book->supports.at[i].formality);
	}
}

struct gathered gathered_of(const struct workbook *book, struct arena *arena)
{
	struct gathered gathered = { .all.need = "", .other.need = "", .needs_len = book->needs.len };

	gathered.needs = arena_new(arena, gathered.needs_len, sizeof *gathered.needs);
	for (size_t i = 0; i < gathered.needs_len; i++)
		gathered.needs[i].need = book->needs.at[i].text;
	struct bundles bundles = bundles_of(book, ENTITY_offer, arena);
	for (size_t i = 0; i < book->offers.len; i++) {
		const struct offer *offer = &book->offers.at[i];
		if (!bundle_is_head(&bundles, i))
			continue;
		count_offer(part_of(book, &gathered, offer->need), offer->scope);
		count_offer(&gathered.all, offer->scope);
	}
	/* A step outlives its storyline in the file, but not on any sheet. */
	for (size_t i = 0; i < book->steps.len; i++)
		if (workbook_find(book, ENTITY_storyline, book->steps.at[i].storyline))
			count_supports(book, &book->steps.at[i], &gathered);
	return gathered;
}
