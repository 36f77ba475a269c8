/* template_steps.c - the steps of a template, and the blocks of steps that come again. */
#include "template_reader.h"

#include "base/i18n.h"
#include "heading.h"
#include "template_messages.h"
#include "template_tables.h"

#include <string.h>

static enum status too_many_steps(const struct reader *reader)
{
	return fault_set(reader->fault, ST_INVALID, _("Line %zu: an agenda has at most %d steps."), reader->line,
			 TEMPLATE_MAX_STEPS);
}

/* --- blocks -------------------------------------------------------------------------------------------------------- */

static enum status read_block(struct reader *reader, struct span name, int64_t rounds)
{
	reader->block_line = reader->line;
	reader->part = PART_BLOCK;
	reader->block = (struct block){ .rounds = rounds, .first = reader->template.len };
	if (rounds < 1 || rounds > BLOCK_ROUNDS_MAX)
		return fault_set(reader->fault, ST_INVALID, _("Line %zu: a block comes 1 to %d times, not %lld."),
				 reader->line, BLOCK_ROUNDS_MAX, (long long)rounds);
	if (!block_name_is_plain(name))
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the name of a block has no commas or brackets and is not too long; "
				   "found “%s”."),
				 reader->line, span_excerpt(name).text);
	reader->block.name = span_copy_line(&reader->template.arena, name);
	return ST_OK;
}

/* The step that was just read belongs to the block that is open. */
static enum status add_to_block(struct reader *reader, const struct item *item, const struct heading *heading)
{
	struct block *block = &reader->block;

	if (heading->between && block->rounds < 2)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: “between rounds” is for the steps of a block that comes twice or more."),
				 reader->line);
	if (block->rounds > 1 && (item->fixed_start_s || item->fixed_end_s))
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: a step with a fixed time can come only once, not %lld times."), reader->line,
				 (long long)block->rounds);
	if (block->rounds)
		block->between[block->len++] = heading->between;
	return ST_OK;
}

static bool has_whole_step(const struct block *block)
{
	for (size_t i = 0; i < block->len; i++)
		if (!block->between[i])
			return true;
	return false;
}

enum status reader_close_block(struct reader *reader)
{
	struct template *template = &reader->template;
	struct block *block = &reader->block;

	if (block->rounds == 0)
		return ST_OK;
	if (!has_whole_step(block))
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: below a block stand its steps, as in “### 10 min The case [case "
				   "reading]”; one at least comes in every round."),
				 reader->block_line);
	if (block->first + block_len(block) > TEMPLATE_MAX_STEPS)
		return too_many_steps(reader);
	struct item *steps = arena_new(&template->arena, block->len, sizeof *steps);
	memcpy(steps, &template->items[block->first], block->len * sizeof *steps);
	block_unroll(block, steps, &template->items[block->first]);
	template->len = block->first + block_len(block);
	block->rounds = 0;
	return ST_OK;
}

/* --- headings ------------------------------------------------------------------------------------------------------ */

static enum status read_step(struct reader *reader, struct span text)
{
	struct template *template = &reader->template;
	struct heading heading = { 0 };

	if (template->len == TEMPLATE_MAX_STEPS)
		return too_many_steps(reader);
	reader->heading = reader->line;
	reader->part = PART_STEP;
	struct item *item = &template->items[template->len++];
	*item = (struct item){ .id = "", .workshop = "", .pos = "", .title = "", .bells = "", .block = "", .room = "",
			       .cue = "" };
	enum status st = heading_parse(text, reader->line, &template->arena, item, &heading, reader->fault);
	if (template->len == 1)
		template->japanese = heading.japanese;
	return st == ST_OK ? add_to_block(reader, item, &heading) : st;
}

/* A heading of two #: the tables, the messages, a block, or a step. */
enum status reader_take_section(struct reader *reader, struct span text)
{
	enum status st = reader_settle(reader);
	struct span name;
	int64_t rounds;

	if (st == ST_OK)
		st = reader_close_block(reader);
	if (st != ST_OK)
		return st;
	if (reader->template.len == 0 && tables_take_heading(text)) {
		reader->part = PART_TABLES;
		return ST_OK;
	}
	if (messages_take_heading(text)) {
		reader->part = PART_MESSAGES;
		return ST_OK;
	}
	if (block_take_heading(text, &name, &rounds))
		return read_block(reader, name, rounds);
	return read_step(reader, text);
}

/* A heading of three #. */
enum status reader_take_block_step(struct reader *reader, struct span text)
{
	enum status st = reader_settle(reader);

	if (st == ST_OK && reader->block.rounds == 0)
		st = fault_set(reader->fault, ST_INVALID,
			       _("Line %zu: a step of three # stands below a block, as in “## Case ×3”; a text that "
				 "begins with # is written “\\#”. Found “%s”."),
			       reader->line, span_excerpt(text).text);
	return st == ST_OK ? read_step(reader, text) : st;
}
