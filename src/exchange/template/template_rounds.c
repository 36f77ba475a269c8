/* template_rounds.c - how often the blocks of a template come. */
#include "exchange/template.h"

#include "base/i18n.h"
#include "block.h"

#include <string.h>

static bool reads_case(const struct template *template, const struct block *block)
{
	for (size_t i = 0; i < block->len; i++)
		if (template->items[block->first + i].kind == ITEM_KIND_CASE)
			return true;
	return false;
}

size_t template_count_blocks(const struct template *template, bool read_cases)
{
	struct block block;
	size_t found = 0, at = 0;

	while (at < template->len) {
		bool is_block = block_find(template->items, template->len, at, &block);
		found += is_block && reads_case(template, &block) == read_cases;
		at += is_block ? block_len(&block) : 1;
	}
	return found;
}

static enum status too_many(struct fault *fault)
{
	return fault_set(fault, ST_INVALID, _("An agenda has at most %d steps."), TEMPLATE_MAX_STEPS);
}

enum status template_repeat(struct template *template, bool read_cases, int64_t rounds, struct fault *fault)
{
	struct item *items = arena_new(&template->arena, TEMPLATE_MAX_STEPS, sizeof *items);
	struct block block;
	size_t len = 0, at = 0;

	if (rounds < 1 || rounds > BLOCK_ROUNDS_MAX)
		return fault_set(fault, ST_INVALID, _("The steps of a block come from 1 to %d times, not %lld."),
				 BLOCK_ROUNDS_MAX, (long long)rounds);
	while (at < template->len) {
		bool is_block = block_find(template->items, template->len, at, &block);
		size_t old = is_block ? block_len(&block) : 1;
		bool is_meant = is_block && reads_case(template, &block) == read_cases;
		if (is_meant && rounds > 1 && block_has_fixed_time(&block, &template->items[at]))
			return fault_set(fault, ST_INVALID, _("A step with a fixed time can come only once, not %lld times."),
					 (long long)rounds);
		if (is_meant)
			block.rounds = rounds;
		size_t wanted = is_block ? block_len(&block) : 1;
		if (len + wanted > TEMPLATE_MAX_STEPS)
			return too_many(fault);
		if (is_block)
			block_unroll(&block, &template->items[at], &items[len]);
		else
			items[len] = template->items[at];
		len += wanted;
		at += old;
	}
	template->items = items;
	template->len = len;
	return ST_OK;
}
