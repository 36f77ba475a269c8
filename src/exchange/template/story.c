#include "exchange/story.h"

#include "base/i18n.h"
#include "format/door.h"
#include "format/span.h"
#include "format/words.h"
#include "text/text.h"

/* What a case and a letter differ in. */
struct form {
	enum field title, body;
	bool has_kind;
};
static const struct form case_form = { FIELD_case_story_title, FIELD_case_story_body, true };
static const struct form letter_form = { FIELD_letter_sender, FIELD_letter_body, false };

static struct span without_blank_lines(struct span text)
{
	struct span rest = text, line;

	while (span_take_line(&rest, &line) && span_trim(line).len == 0)
		text = rest;
	return span_trim_end(text);
}

static bool take_heading(struct span *text, struct span *ret_title)
{
	struct span rest = *text, line;

	if (!span_take_line(&rest, &line))
		return false;
	line = span_trim(line);
	if (!(span_take(&line, "#") || span_take(&line, "＃")) || span_take(&line, "#") || span_take(&line, "＃"))
		return false;
	*ret_title = span_trim(line);
	*text = without_blank_lines(rest);
	return true;
}

static enum status take_kind(struct span *title, enum case_kind *ret_kind, struct fault *fault)
{
	struct span inside;
	struct buf kinds = { 0 };
	unsigned kind = CASE_KIND_FICTIONAL;

	if (!span_take_brackets(title, &inside))
		return ST_OK;
	if (words_code(&codes_case_kind, inside, &kind)) {
		*ret_kind = (enum case_kind)kind;
		return ST_OK;
	}
	words_list(&kinds, &codes_case_kind);
	fault_set(fault, ST_INVALID, _("“%s” is not a kind of case; the brackets behind the title may hold: %s."),
		  span_excerpt(inside).text, buf_text(&kinds));
	buf_done(&kinds);
	return ST_INVALID;
}

static enum status check_length(const struct span text, enum field field, struct fault *fault)
{
	const int64_t most = field_info_of(field)->limit;

	if (text.len > (size_t)most)
		return fault_set(fault, ST_INVALID, _("The text “%s” is too long (%zu bytes; at most %lld)."),
				 span_excerpt(text).text, text.len, (long long)most);
	return ST_OK;
}

static enum status read_clean(struct span text, const struct form *form, struct story *ret_story, struct fault *fault)
{
	enum case_kind kind = CASE_KIND_FICTIONAL;
	struct span title = { "", 0 }, body = without_blank_lines(text);
	enum status st = ST_OK;

	if (take_heading(&body, &title) && form->has_kind)
		st = take_kind(&title, &kind, fault);
	if (st == ST_OK && body.len == 0)
		st = fault_set(fault, ST_INVALID, _("There is no text in it."));
	if (st == ST_OK)
		st = check_length(title, form->title, fault);
	if (st == ST_OK)
		st = check_length(body, form->body, fault);
	if (st != ST_OK)
		return st;

	struct story story = { .kind = kind };
	story.title = span_copy_line(&story.arena, title);
	story.body = span_copy(&story.arena, body);
	story_done(ret_story);
	*ret_story = story;
	return ST_OK;
}

static enum status parse(const char *text, size_t len, const struct form *form, struct story *ret_story,
			 struct fault *fault)
{
	struct buf clean = { 0 };

	text_clean(&clean, text, len, true);
	enum status st = read_clean((struct span){ buf_text(&clean), clean.len }, form, ret_story, fault);
	buf_done(&clean);
	return st;
}

static enum status read_file(const char *path, const struct form *form, struct story *ret_story, struct fault *fault)
{
	struct buf text = { 0 };
	struct fault found = { 0 };
	enum status st = door_read(path, DOOR_PAGE_BYTES, NULL, &text, NULL, fault);

	if (st == ST_OK) {
		st = parse(buf_text(&text), text.len, form, ret_story, &found);
		if (st != ST_OK)
			fault_set(fault, st, "“%s”: %s", path, found.text);
	}
	buf_done(&text);
	return st;
}

enum status story_parse_case(const char *text, size_t len, struct story *ret_story, struct fault *fault)
{
	return parse(text, len, &case_form, ret_story, fault);
}

enum status story_parse_letter(const char *text, size_t len, struct story *ret_story, struct fault *fault)
{
	return parse(text, len, &letter_form, ret_story, fault);
}

enum status story_read_case(const char *path, struct story *ret_story, struct fault *fault)
{
	return read_file(path, &case_form, ret_story, fault);
}

enum status story_read_letter(const char *path, struct story *ret_story, struct fault *fault)
{
	return read_file(path, &letter_form, ret_story, fault);
}

void story_done(struct story *story)
{
	arena_done(&story->arena);
	*story = (struct story){ 0 };
}

static void set_case(const struct story *story, struct batch *batch)
{
	batch_set_text(batch, FIELD_case_story_title, story->title);
	batch_set_number(batch, FIELD_case_story_kind, story->kind);
	batch_set_text(batch, FIELD_case_story_body, story->body);
}

static void set_letter(const struct story *story, struct batch *batch)
{
	batch_set_text(batch, FIELD_letter_sender, story->title);
	batch_set_text(batch, FIELD_letter_body, story->body);
}

void story_add_case(const struct story *story, int64_t number, const char *workshop, const struct env *env,
		    struct batch *batch)
{
	struct id id;

	batch_add_new(batch, ENTITY_case_story, workshop, env, &id);
	set_case(story, batch);
	batch_set_number(batch, FIELD_case_story_number, number);
}

void story_add_letter(const struct story *story, const char *workshop, const struct env *env, struct batch *batch)
{
	struct id id;

	batch_add_new(batch, ENTITY_letter, workshop, env, &id);
	set_letter(story, batch);
}

void story_put_case(const struct story *story, const struct row *there, const char *workshop, const struct env *env,
		    struct batch *batch)
{
	if (!there) {
		story_add_case(story, 0, workshop, env, batch);
		return;
	}
	batch_add(batch, ENTITY_case_story, workshop, there->id);
	set_case(story, batch);
}

void story_put_letter(const struct story *story, const struct row *there, const char *workshop, const struct env *env,
		      struct batch *batch)
{
	if (!there) {
		story_add_letter(story, workshop, env, batch);
		return;
	}
	batch_add(batch, ENTITY_letter, workshop, there->id);
	set_letter(story, batch);
}
