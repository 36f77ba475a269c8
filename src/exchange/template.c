#include "exchange/template.h"

#include "base/i18n.h"
#include "block.h"
#include "door.h"
#include "heading.h"
#include "span.h"
#include "template_messages.h"
#include "template_print.h"
#include "template_tables.h"
#include "text/text.h"

#include <string.h>

/* Whose the lines below a heading are. */
enum part { PART_TITLE, PART_STEP, PART_BLOCK, PART_TABLES, PART_MESSAGES };

/* A template half read. What is said to the room and to the facilitator gathers until the next heading settles it. */
struct reader {
	struct template template;
	struct buf room, cue;
	size_t line;
	size_t heading; /* the line of the step being read */
	enum part part;
	struct block block; /* whose steps are being read, from item `first` on; rounds 0: none is */
	size_t block_line;
	struct fault *fault;
};

/* With an input method left on, all of these come out full-width. */
static bool take_either(struct span *span, const char *ascii, const char *wide)
{
	return span_take(span, ascii) || span_take(span, wide);
}

bool template_is_special(struct span text)
{
	return take_either(&text, "#", "＃") || take_either(&text, ">", "＞") || span_take(&text, "\\");
}

static size_t take_heading_marks(struct span *line)
{
	size_t level = 0;

	while (take_either(line, "#", "＃"))
		level++;
	return level;
}

static struct item *newest_item(struct reader *reader)
{
	struct template *template = &reader->template;

	return template->len ? &template->items[template->len - 1] : NULL;
}

static enum status settle_text(struct reader *reader, struct buf *text, enum field field, const char **ret_text)
{
	const int64_t most = field_info_of(field)->limit;
	const char *settled = span_copy_lines(&reader->template.arena, (struct span){ buf_text(text), text->len });

	buf_clear(text);
	if (strlen(settled) > (size_t)most)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the text below this line is too long (%zu bytes; at most %lld)."),
				 reader->heading, strlen(settled), (long long)most);
	*ret_text = settled;
	return ST_OK;
}

static enum status settle(struct reader *reader)
{
	struct item *item = newest_item(reader);

	if (reader->part == PART_TITLE)
		return settle_text(reader, &reader->room, FIELD_workshop_purpose, &reader->template.purpose);
	if (reader->part != PART_STEP)
		return ST_OK;
	enum status st = settle_text(reader, &reader->room, FIELD_item_room, &item->room);
	return st == ST_OK ? settle_text(reader, &reader->cue, FIELD_item_cue, &item->cue) : st;
}

static enum status read_title(struct reader *reader, struct span text)
{
	const int64_t most = field_info_of(FIELD_workshop_title)->limit;
	struct template *template = &reader->template;

	if (template->title)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the title was said before; a step is a heading of two #, and a text that "
				   "begins with # is written “\\#”. Found “%s”."),
				 reader->line, span_excerpt(text).text);
	if (text.len == 0 || text.len > (size_t)most)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the title must have 1 to %lld bytes; it has %zu."), reader->line,
				 (long long)most, text.len);
	template->title = span_copy_line(&template->arena, text);
	reader->heading = reader->line;
	return ST_OK;
}

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

static enum status close_block(struct reader *reader)
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

/* --- lines --------------------------------------------------------------------------------------------------------- */

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
static enum status read_section(struct reader *reader, struct span text)
{
	enum status st = settle(reader);
	struct span name;
	int64_t rounds;

	if (st == ST_OK)
		st = close_block(reader);
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
static enum status read_block_step(struct reader *reader, struct span text)
{
	enum status st = settle(reader);

	if (st == ST_OK && reader->block.rounds == 0)
		st = fault_set(reader->fault, ST_INVALID,
			       _("Line %zu: a step of three # stands below a block, as in “## Case ×3”; a text that "
				 "begins with # is written “\\#”. Found “%s”."),
			       reader->line, span_excerpt(text).text);
	return st == ST_OK ? read_step(reader, text) : st;
}

static enum status read_cue(struct reader *reader, struct span text)
{
	if (reader->part != PART_STEP)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: a cue (“> …”) belongs below the heading of its step; found “%s”."),
				 reader->line, span_excerpt(span_trim(text)).text);
	span_take(&text, " ");
	buf_add(&reader->cue, text.at, text.len);
	buf_add_char(&reader->cue, '\n');
	buf_add_char(&reader->room, '\n');
	return ST_OK;
}

/* A line of a list, of tables or of messages. */
static enum status read_listed(struct reader *reader, struct span line)
{
	struct fault found = { "" };
	enum status st = reader->part == PART_TABLES ? tables_take_line(line, &reader->template, &found)
						     : messages_take_line(line, &reader->template, &found);

	if (st == ST_OK)
		return ST_OK;
	return fault_set(reader->fault, ST_INVALID, _("Line %zu: %s"), reader->line, found.text);
}

static enum status read_text(struct reader *reader, struct span line)
{
	struct span inner = span_trim(line), bare = inner;

	if (reader->part == PART_TABLES || reader->part == PART_MESSAGES)
		return read_listed(reader, line);
	if (reader->part == PART_BLOCK && inner.len > 0)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: what is said in a block stands below one of its steps; found “%s”."),
				 reader->line, span_excerpt(inner).text);

	if (inner.len > 0 && !reader->template.title)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the file must begin with its title, as in “# A workshop”; found “%s”."),
				 reader->line, span_excerpt(inner).text);
	if (span_take(&bare, "\\") && template_is_special(bare)) {
		buf_add(&reader->room, line.at, (size_t)(inner.at - line.at));
		line = bare;
	}
	buf_add(&reader->room, line.at, line.len);
	buf_add_char(&reader->room, '\n');
	buf_add_char(&reader->cue, '\n');
	return ST_OK;
}

static enum status read_line(struct reader *reader, struct span line)
{
	struct span inner = span_trim(line);
	size_t level = take_heading_marks(&inner);

	if (level == 0)
		return take_either(&inner, ">", "＞") ? read_cue(reader, inner) : read_text(reader, line);
	inner = span_trim(inner);
	if (level == 1 || !reader->template.title)
		return read_title(reader, inner);
	if (level == 2)
		return read_section(reader, inner);
	if (level == 3)
		return read_block_step(reader, inner);
	return fault_set(reader->fault, ST_INVALID,
			 _("Line %zu: only #, ## and ### are known; a text that begins with # is written “\\#”. "
			   "Found “%s”."),
			 reader->line, span_excerpt(inner).text);
}

static enum status read_lines(struct reader *reader, struct span text)
{
	struct span line;

	while (span_take_line(&text, &line)) {
		reader->line++;
		enum status st = read_line(reader, line);
		if (st != ST_OK)
			return st;
	}
	if (!reader->template.title)
		return fault_set(reader->fault, ST_INVALID,
				 _("The file is empty: it must begin with its title, as in “# A workshop”."));
	if (reader->template.len == 0)
		return fault_set(reader->fault, ST_INVALID,
				 _("There is no step in it (%zu lines): a step is a heading such as “## 10 min Opening "
				   "[together]”."),
				 reader->line);
	enum status st = settle(reader);
	return st == ST_OK ? close_block(reader) : st;
}

enum status template_parse(const char *text, size_t len, struct template *ret_template, struct fault *fault)
{
	struct reader reader = { .template = { .purpose = "", .messages = "" }, .fault = fault };
	struct buf clean = { 0 };

	text_clean(&clean, text, len, true);
	reader.template.items = arena_new(&reader.template.arena, TEMPLATE_MAX_STEPS, sizeof *reader.template.items);
	enum status st = read_lines(&reader, (struct span){ buf_text(&clean), clean.len });
	if (st == ST_OK) {
		template_done(ret_template);
		*ret_template = reader.template;
	} else {
		template_done(&reader.template);
	}
	buf_done(&reader.room);
	buf_done(&reader.cue);
	buf_done(&clean);
	return st;
}

enum status template_read(const char *path, struct template *ret_template, struct fault *fault)
{
	struct buf text = { 0 };
	struct fault found = { 0 };
	enum status st = door_read(path, DOOR_PAGE_BYTES, NULL, &text, NULL, fault);

	if (st == ST_OK) {
		st = template_parse(buf_text(&text), text.len, ret_template, &found);
		if (st != ST_OK)
			fault_set(fault, st, "“%s”: %s", path, found.text);
	}
	buf_done(&text);
	return st;
}

void template_done(struct template *template)
{
	arena_done(&template->arena);
	*template = (struct template){ 0 };
}

int64_t template_total_s(const struct template *template)
{
	int64_t total_s = 0;

	for (size_t i = 0; i < template->len; i++)
		total_s += template->items[i].planned_s;
	return total_s;
}
