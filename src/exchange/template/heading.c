#include "heading.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "bell_mark.h"
#include "block.h"
#include "format/words.h"
#include "mark.h"

#include <string.h>

/* Longest first where one begins another. */
static const struct unit {
	const char *word;
	bool japanese;
} units[] = { { "分間", true },  { "分", true },   { "minutes", false }, { "minute", false },
	      { "mins", false }, { "min", false }, { "m", false } };

struct round {
	struct span name;
	int64_t number, of;
};

/* What every step of the parsing needs to complain. */
struct place {
	size_t line;
	struct fault *fault;
};

static bool begins_with_letter(struct span span)
{
	return span.len > 0 && ((span.at[0] | 0x20) >= 'a' && (span.at[0] | 0x20) <= 'z');
}

static const struct unit *take_unit(struct span *rest)
{
	for (size_t i = 0; i < COUNT(units); i++) {
		struct span after = *rest;
		if (!span_take(&after, units[i].word) || (!units[i].japanese && begins_with_letter(after)))
			continue;
		*rest = after;
		return &units[i];
	}
	return NULL;
}

/* Seconds stand right behind the minutes ("10分30秒", "10m30s"): behind a space they would be the title's own
 * ("3秒ルール"). */
static int64_t take_seconds(struct span *rest)
{
	struct span after = *rest;
	int64_t seconds;

	if (!span_take_number(&after, &seconds) || seconds >= 60)
		return 0;
	if (!span_take(&after, "秒") && !(span_take(&after, "s") && !begins_with_letter(after)))
		return 0;
	*rest = after;
	return seconds;
}

/* *ret_unit is NULL where there is a bare number, taken as minutes. */
static bool take_length(struct span *rest, int64_t *ret_s, const struct unit **ret_unit)
{
	struct span after = *rest;
	int64_t minutes;

	if (!span_take_number(&after, &minutes))
		return false;
	struct span before_unit = after;
	after = span_trim(after);
	*ret_unit = take_unit(&after);
	if (!*ret_unit)
		after = before_unit;
	*ret_s = minutes * 60 + (*ret_unit ? take_seconds(&after) : 0);
	*rest = after;
	return true;
}

static enum status parse_length(struct span *rest, const struct place *place, int64_t *ret_s, bool *ret_japanese)
{
	const int64_t most_s = field_info_of(FIELD_item_planned_s)->limit;
	const struct unit *unit = NULL;
	struct span all = *rest;

	if (!take_length(rest, ret_s, &unit) || !unit)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: a step begins with its length, as in “## 10 min Opening [together]”; "
				   "found “%s”."),
				 place->line, span_excerpt(all).text);
	if (*ret_s > most_s)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: a step lasts at most %lld minutes; found “%s”."), place->line,
				 (long long)most_s / 60, span_excerpt(all).text);
	*ret_japanese = unit->japanese;
	return ST_OK;
}

static enum status parse_minimum(struct span value, const struct place *place, struct item *item)
{
	const struct unit *unit = NULL;
	struct span rest = value;

	if (!take_length(&rest, &item->minimum_s, &unit) || rest.len > 0)
		return fault_set(place->fault, ST_INVALID, _("Line %zu: “%s” is not a number of minutes."), place->line,
				 span_excerpt(value).text);
	return ST_OK;
}

/* 0:00 cannot be told from "not fixed"; midnight at the end of the day is 24:00. */
static enum status parse_time(struct span value, const struct place *place, int64_t *ret_s)
{
	struct excerpt time = span_excerpt(value);

	if (calendar_parse_time(time.text, ret_s) != ST_OK || *ret_s == 0)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: “%s” is not a time of day such as 15:30 (after midnight: 24:10)."),
				 place->line, time.text);
	return ST_OK;
}

static enum status parse_kind(struct span word, const struct place *place, struct item *item)
{
	struct buf kinds = { 0 };
	unsigned kind;
	enum status st = ST_OK;

	if (words_code(&codes_item_kind, word, &kind)) {
		item->kind = (enum item_kind)kind;
		return ST_OK;
	}
	words_list(&kinds, &codes_item_kind);
	st = fault_set(place->fault, ST_INVALID,
		       _("Line %zu: “%s” is neither a kind of step (%s) nor a mark (strict, unhurried, protected, "
			 "at least 5 min, from 14:00, until 15:30, bells 5 1 0, no clock, blank screen, picture shown)."),
		       place->line, span_excerpt(word).text, buf_text(&kinds));
	buf_done(&kinds);
	return st;
}

/* "Case 2/4": how a step says which round it is where its block is not written as one. */
static bool take_round(struct span part, struct round *ret_round)
{
	for (size_t at = 1; at < part.len; at++) {
		struct span rest = { part.at + at, part.len - at };
		struct round round = { .name = span_trim((struct span){ part.at, at }) };
		if (!span_take_number(&rest, &round.number) || !(span_take(&rest, "/") || span_take(&rest, "／")) ||
		    !span_take_number(&rest, &round.of) || rest.len > 0)
			continue;
		*ret_round = round;
		return round.number >= 1 && round.number <= round.of && round.of <= BLOCK_ROUNDS_MAX &&
		       block_name_is_plain(round.name);
	}
	return false;
}

static enum status parse_bells(struct span value, const struct place *place, struct arena *arena, struct item *item)
{
	const char *bells = bell_mark_read(value, arena);

	if (!bells)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: “%s” names no bells; write up to three, in minutes before the end, as in "
				   "“bells 5 1 0”, or “bells none”."),
				 place->line, span_excerpt(value).text);
	item->bells = bells;
	return ST_OK;
}

static enum status parse_mark(enum mark mark, struct span value, const struct place *place, struct arena *arena,
			      struct item *item, struct heading *heading)
{
	unsigned code = 0;
	struct round round = { 0 };

	switch (mark) {
	case MARK_PROTECTED:
		item->protected = 1;
		return ST_OK;
	case MARK_MINIMUM:
		return parse_minimum(value, place, item);
	case MARK_FROM:
		return parse_time(value, place, &item->fixed_start_s);
	case MARK_UNTIL:
		return parse_time(value, place, &item->fixed_end_s);
	case MARK_STRICTNESS:
		words_code(&codes_strictness, value, &code);
		item->strictness = (enum strictness)code;
		return ST_OK;
	case MARK_FACE:
		words_code(&codes_item_face, value, &code);
		item->face = (enum item_face)code;
		return ST_OK;
	case MARK_BELLS:
		return parse_bells(value, place, arena, item);
	case MARK_BETWEEN:
		heading->between = true;
		return ST_OK;
	case MARK_ROUND:
		take_round(value, &round);
		item->block = span_copy_line(arena, round.name);
		item->round = round.number;
		item->rounds = round.of;
		return ST_OK;
	case MARK_KIND:
		break;
	}
	return parse_kind(value, place, item);
}

/* A round may be called anything; a kind is what nothing else is. */
static enum mark mark_of(struct span part, struct span *ret_value)
{
	const struct mark_word *word;
	struct round round;
	unsigned code;

	*ret_value = part;
	if (take_round(part, &round))
		return MARK_ROUND;
	word = mark_word_of(part, ret_value);
	if (word)
		return word->mark;
	*ret_value = part;
	if (words_code(&codes_strictness, part, &code))
		return MARK_STRICTNESS;
	if (words_code(&codes_item_face, part, &code))
		return MARK_FACE;
	return MARK_KIND;
}

static enum status parse_marks(struct span marks, const struct place *place, struct arena *arena, struct item *item,
			       struct heading *heading)
{
	static const char *const commas[] = { ",", "、", "，" };
	struct span part, value;
	unsigned seen = 0;

	while (span_take_part(&marks, commas, COUNT(commas), &part)) {
		part = span_trim(part);
		if (part.len == 0)
			continue;
		enum mark mark = mark_of(part, &value);
		enum status st = parse_mark(mark, value, place, arena, item, heading);
		if (st != ST_OK)
			return st;
		if (seen & 1u << mark)
			return fault_set(place->fault, ST_INVALID,
					 _("Line %zu: “%s” says what was already said before it."), place->line,
					 span_excerpt(part).text);
		seen |= 1u << mark;
	}
	return ST_OK;
}

/* Brackets anywhere but at the end would silently make marks part of the title. */
static enum status split_brackets(struct span *text, const struct place *place, struct span *ret_marks)
{
	if (span_take_brackets(text, ret_marks))
		return ST_OK;
	if (memmem(text->at, text->len, "[", strlen("[")) || memmem(text->at, text->len, "［", strlen("［")))
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: what stands in [ ] must end the heading; found “%s”."), place->line,
				 span_excerpt(*text).text);
	*ret_marks = (struct span){ text->at + text->len, 0 };
	return ST_OK;
}

static enum status check_sense(const struct item *item, const struct place *place)
{
	if (item->minimum_s > item->planned_s)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: the shortest length is longer than the planned one."), place->line);
	if (item->fixed_start_s && item->fixed_end_s && item->fixed_end_s <= item->fixed_start_s)
		return fault_set(place->fault, ST_INVALID, _("Line %zu: the step ends before it begins."), place->line);
	if (bell_mark_is_early(item))
		return fault_set(place->fault, ST_INVALID, _("Line %zu: the first bell rings before the step begins."),
				 place->line);
	return ST_OK;
}

static enum status parse_title(struct span text, const struct place *place, struct arena *arena, const char **ret_title)
{
	const int64_t most = field_info_of(FIELD_item_title)->limit;
	struct span title = span_trim(text);

	if (title.len == 0)
		return fault_set(place->fault, ST_INVALID, _("Line %zu: the step has a length but no title."),
				 place->line);
	if (title.len > (size_t)most)
		return fault_set(place->fault, ST_INVALID,
				 _("Line %zu: the title is too long (%zu bytes; at most %lld)."), place->line,
				 title.len, (long long)most);
	*ret_title = span_copy_line(arena, title);
	return ST_OK;
}

enum status heading_parse(struct span text, size_t line, struct arena *arena, struct item *item,
			  struct heading *ret_heading, struct fault *fault)
{
	const struct place place = { line, fault };
	struct span rest = span_trim(text), marks;
	struct heading heading = { 0 };
	enum status st = split_brackets(&rest, &place, &marks);

	if (st == ST_OK)
		st = parse_length(&rest, &place, &item->planned_s, &heading.japanese);
	if (st == ST_OK)
		st = parse_title(rest, &place, arena, &item->title);
	if (st == ST_OK)
		st = parse_marks(marks, &place, arena, item, &heading);
	if (st == ST_OK)
		st = check_sense(item, &place);
	if (st == ST_OK)
		*ret_heading = heading;
	return st;
}
