#include "exchange/template.h"

#include "base/i18n.h"
#include "door.h"
#include "heading.h"
#include "span.h"
#include "text/text.h"

#include <string.h>

/* A template half read. What is said to the room and to the facilitator gathers until the next heading settles it. */
struct reader {
	struct template template;
	struct buf room, cue;
	size_t line;
	size_t heading; /* the line of the step being read */
	struct fault *fault;
};

/* With an input method left on, all of these come out full-width. */
static bool take_either(struct span *span, const char *ascii, const char *wide)
{
	return span_take(span, ascii) || span_take(span, wide);
}

static bool is_special(struct span text)
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

	if (!item)
		return settle_text(reader, &reader->room, FIELD_workshop_purpose, &reader->template.purpose);
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

static enum status read_step(struct reader *reader, struct span text)
{
	struct template *template = &reader->template;
	enum status st = settle(reader);
	bool japanese = false;

	if (st != ST_OK)
		return st;
	if (template->len == TEMPLATE_MAX_STEPS)
		return fault_set(reader->fault, ST_INVALID, _("Line %zu: an agenda has at most %d steps."),
				 reader->line, TEMPLATE_MAX_STEPS);
	reader->heading = reader->line;
	struct item *item = &template->items[template->len++];
	*item = (struct item){ .id = "", .workshop = "", .pos = "", .title = "", .room = "", .cue = "" };
	st = heading_parse(text, reader->line, &template->arena, item, &japanese, reader->fault);
	if (template->len == 1)
		template->japanese = japanese;
	return st;
}

static enum status read_cue(struct reader *reader, struct span text)
{
	if (reader->template.len == 0)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: a cue (“> …”) belongs below the heading of its step; found “%s”."),
				 reader->line, span_excerpt(span_trim(text)).text);
	span_take(&text, " ");
	buf_add(&reader->cue, text.at, text.len);
	buf_add_char(&reader->cue, '\n');
	buf_add_char(&reader->room, '\n');
	return ST_OK;
}

static enum status read_text(struct reader *reader, struct span line)
{
	struct span inner = span_trim(line), bare = inner;

	if (inner.len > 0 && !reader->template.title)
		return fault_set(reader->fault, ST_INVALID,
				 _("Line %zu: the file must begin with its title, as in “# A workshop”; found “%s”."),
				 reader->line, span_excerpt(inner).text);
	if (span_take(&bare, "\\") && is_special(bare)) {
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
		return read_step(reader, inner);
	return fault_set(reader->fault, ST_INVALID,
			 _("Line %zu: only # (title) and ## (step) are known; a text that begins with # is written "
			   "“\\#”. Found “%s”."),
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
	return settle(reader);
}

enum status template_parse(const char *text, size_t len, struct template *ret_template, struct fault *fault)
{
	struct reader reader = { .template = { .purpose = "" }, .fault = fault };
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

static void print_text(const char *text, struct buf *out)
{
	struct span rest = span_of(text), line;

	if (rest.len > 0)
		buf_add_char(out, '\n');
	while (span_take_line(&rest, &line)) {
		struct span inner = span_trim(line);
		buf_add(out, line.at, (size_t)(inner.at - line.at));
		if (is_special(inner))
			buf_add_char(out, '\\');
		buf_add(out, inner.at, inner.len);
		buf_add_char(out, '\n');
	}
}

static void print_cue(const char *text, struct buf *out)
{
	struct span rest = span_of(text), line;

	if (rest.len > 0)
		buf_add_char(out, '\n');
	while (span_take_line(&rest, &line))
		buf_addf(out, line.len ? "> %.*s\n" : ">\n", (int)line.len, line.at);
}

void template_print(const struct template *template, struct buf *out)
{
	buf_addf(out, "# %s\n", template->title);
	print_text(template->purpose, out);
	for (size_t i = 0; i < template->len; i++) {
		const struct item *item = &template->items[i];
		buf_add_text(out, "\n## ");
		heading_print(item, template->japanese, out);
		buf_add_char(out, '\n');
		print_text(item->room, out);
		print_cue(item->cue, out);
	}
}

int64_t template_total_s(const struct template *template)
{
	int64_t total_s = 0;

	for (size_t i = 0; i < template->len; i++)
		total_s += template->items[i].planned_s;
	return total_s;
}
