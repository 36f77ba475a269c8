#include "exchange/template.h"

#include "base/i18n.h"
#include "format/door.h"
#include "template_reader.h"
#include "text/text.h"

static size_t take_heading_marks(struct span *line)
{
	size_t level = 0;

	while (span_take_either(line, "#", "＃"))
		level++;
	return level;
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

static enum status read_line(struct reader *reader, struct span line)
{
	struct span inner = span_trim(line);
	size_t level = take_heading_marks(&inner);

	if (level == 0)
		return span_take_either(&inner, ">", "＞") ? reader_take_cue(reader, inner) : reader_take_text(reader, line);
	inner = span_trim(inner);
	if (level == 1 || !reader->template.title)
		return read_title(reader, inner);
	if (level == 2)
		return reader_take_section(reader, inner);
	if (level == 3)
		return reader_take_block_step(reader, inner);
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
	enum status st = reader_settle(reader);
	return st == ST_OK ? reader_close_block(reader) : st;
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
