#include "block.h"

#include "base/mem.h"

#include <string.h>

static bool has_any(struct span text, const char *const *words, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (memmem(text.at, text.len, words[i], strlen(words[i])))
			return true;
	return false;
}

bool block_name_is_plain(struct span name)
{
	static const char *const signs[] = { ",", "、", "，", "[", "]", "［", "］" };
	int64_t number;

	return name.len > 0 && name.len <= (size_t)field_info_of(FIELD_item_block)->limit &&
	       !span_take_number(&name, &number) && !has_any(name, signs, COUNT(signs));
}

bool block_take_heading(struct span text, struct span *ret_name, int64_t *ret_rounds)
{
	static const char *const times[] = { "×", "x", "✕", "＊", "*" };
	struct span length = text;
	int64_t number;

	if (span_take_number(&length, &number))
		return false;
	for (size_t at = 1; at < text.len; at++) {
		for (size_t i = 0; i < COUNT(times); i++) {
			struct span rest = { text.at + at, text.len - at };
			if (!span_take(&rest, times[i]))
				continue;
			rest = span_trim(rest);
			if (!span_take_number(&rest, &number) || rest.len > 0)
				continue;
			*ret_name = span_trim((struct span){ text.at, at });
			*ret_rounds = number;
			return true;
		}
	}
	return false;
}

bool block_has_fixed_time(const struct block *block, const struct item *steps)
{
	for (size_t i = 0; i < block->len; i++)
		if (steps[i].fixed_start_s || steps[i].fixed_end_s)
			return true;
	return false;
}

size_t block_len(const struct block *block)
{
	size_t len = (size_t)block->rounds * block->len;

	for (size_t i = 0; i < block->len; i++)
		len -= block->between[i];
	return len;
}

void block_unroll(const struct block *block, const struct item *steps, struct item *items)
{
	size_t len = 0;

	for (int64_t round = 1; round <= block->rounds; round++) {
		for (size_t i = 0; i < block->len; i++) {
			if (block->between[i] && round == block->rounds)
				continue;
			items[len] = steps[i];
			items[len].block = block->name;
			items[len].round = round;
			items[len++].rounds = block->rounds;
		}
	}
}

/* In all that a file says of a step but its round. */
static bool is_same(const struct item *a, const struct item *b)
{
	const struct entity_info *info = &entity_infos[ENTITY_item];

	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		struct value x = row_value((const struct row *)a, field), y = row_value((const struct row *)b, field);
		if (field->field == FIELD_item_pos || field->field == FIELD_item_round)
			continue;
		if (field_type_is_text(field->type) ? strcmp(x.text, y.text) != 0 : x.number != y.number)
			return false;
	}
	return true;
}

/* How many items from there on are of this round of the block. */
static size_t round_len(const struct item *items, size_t len, const struct block *block, int64_t round)
{
	size_t found = 0;

	while (found < len && items[found].round == round && items[found].rounds == block->rounds &&
	       strcmp(items[found].block, block->name) == 0)
		found++;
	return found;
}

static bool is_whole_round(const struct item *steps, const struct item *items, size_t len, const struct block *block)
{
	for (size_t i = 0; len == block->len && i < len; i++)
		if (!is_same(&steps[i], &items[i]))
			return false;
	return len == block->len;
}

/* What the last round leaves out came between the others. */
static bool is_last_round(const struct item *steps, const struct item *items, size_t len, struct block *block)
{
	size_t at = 0;

	for (size_t i = 0; i < block->len; i++) {
		block->between[i] = at >= len || !is_same(&steps[i], &items[at]);
		at += !block->between[i];
	}
	return len > 0 && at == len;
}

bool block_find(const struct item *items, size_t len, size_t at, struct block *ret_block)
{
	const struct item *steps = &items[at];
	struct block block = { .name = steps->block, .rounds = steps->rounds, .first = at };

	if (steps->round != 1 || steps->rounds < 1)
		return false;
	block.len = round_len(steps, len - at, &block, 1);
	if (block.len > TEMPLATE_MAX_STEPS || (block.rounds > 1 && block_has_fixed_time(&block, steps)))
		return false;
	at += block.len;
	for (int64_t round = 2; round <= block.rounds; round++) {
		size_t found = round_len(&items[at], len - at, &block, round);
		if (round < block.rounds ? !is_whole_round(steps, &items[at], found, &block)
					 : !is_last_round(steps, &items[at], found, &block))
			return false;
		at += found;
	}
	*ret_block = block;
	return true;
}
