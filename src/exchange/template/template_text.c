/* template_text.c - what a template says below its headings: to the room, to the facilitator, and in its lists. */
#include "template_reader.h"

#include "base/i18n.h"
#include "template_messages.h"
#include "template_print.h"
#include "template_tables.h"

#include <string.h>

bool template_is_special(struct span text)
{
	return span_take_either(&text, "#", "＃") || span_take_either(&text, ">", "＞") || span_take(&text, "\\");
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

enum status reader_settle(struct reader *reader)
{
	struct item *item = newest_item(reader);

	if (reader->part == PART_TITLE)
		return settle_text(reader, &reader->room, FIELD_workshop_purpose, &reader->template.purpose);
	if (reader->part != PART_STEP)
		return ST_OK;
	enum status st = settle_text(reader, &reader->room, FIELD_item_room, &item->room);
	return st == ST_OK ? settle_text(reader, &reader->cue, FIELD_item_cue, &item->cue) : st;
}

enum status reader_take_cue(struct reader *reader, struct span text)
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

enum status reader_take_text(struct reader *reader, struct span line)
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
