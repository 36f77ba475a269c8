#include "domain/tally.h"

#include "domain/bundle.h"

#include <string.h>

static void tally_supports(const struct workbook *book, const char *step, struct tally *tally)
{
	for (size_t i = workbook_next(book, FIELD_support_step, step, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step, i + 1)) {
		enum formality formality = book->supports.at[i].formality;
		tally->supports++;
		tally->formal += formality == FORMALITY_FORMAL;
		tally->informal += formality == FORMALITY_INFORMAL;
		tally->mixed += formality == FORMALITY_MIXED;
	}
}

static void tally_steps(const struct workbook *book, const char *storyline, struct tally *tally)
{
	for (size_t i = workbook_next(book, FIELD_step_storyline, storyline, 0); i < book->steps.len;
	     i = workbook_next(book, FIELD_step_storyline, storyline, i + 1)) {
		tally->steps++;
		tally_supports(book, book->steps.at[i].id, tally);
	}
}

static bool is_of(const char *owner, const char *table)
{
	return !table || strcmp(owner, table) == 0;
}

static void tally_offers(const struct workbook *book, const char *table, struct tally *tally)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_offer, &arena);

	for (size_t i = 0; i < book->offers.len; i++) {
		const struct offer *offer = &book->offers.at[i];
		if (!is_of(offer->table, table) || !bundle_is_head(&bundles, i))
			continue;
		tally->offers++;
		tally->scope_one += offer->scope == SCOPE_ONE;
		tally->scope_ten += offer->scope == SCOPE_TEN;
		tally->scope_hundred += offer->scope == SCOPE_HUNDRED;
	}
	arena_done(&arena);
}

static void tally_notes(const struct workbook *book, const char *table, struct tally *tally)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_note, &arena);

	for (size_t i = 0; i < book->notes.len; i++)
		tally->notes += is_of(book->notes.at[i].table, table) && bundle_is_head(&bundles, i);
	arena_done(&arena);
}

struct tally tally_of(const struct workbook *book, const char *table)
{
	struct tally tally = { 0 };

	tally_offers(book, table, &tally);
	tally_notes(book, table, &tally);
	for (size_t i = 0; i < book->storylines.len; i++)
		if (is_of(book->storylines.at[i].table, table))
			tally_steps(book, book->storylines.at[i].id, &tally);
	return tally;
}
