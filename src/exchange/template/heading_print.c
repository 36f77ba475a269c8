#include "heading.h"

#include "bell_mark.h"
#include "mark.h"

static void print_length(int64_t length_s, bool japanese, struct buf *out)
{
	long long minutes = length_s / 60, seconds = length_s % 60;

	buf_addf(out, japanese ? "%lld分" : seconds ? "%lldm" : "%lld min", minutes);
	if (seconds)
		buf_addf(out, japanese ? "%lld秒" : "%llds", seconds);
}

static void print_time(int64_t time_s, struct buf *out)
{
	buf_addf(out, "%lld:%02lld", (long long)time_s / 3600, (long long)time_s / 60 % 60);
}

static void print_mark(enum mark mark, int64_t value_s, bool japanese, struct buf *out)
{
	const struct mark_word *word = mark_word_in(mark, japanese);

	if (value_s == 0)
		return;
	buf_addf(out, "%s%s", japanese ? "、" : ", ", word->before);
	if (mark == MARK_MINIMUM)
		print_length(value_s, japanese, out);
	else if (mark == MARK_FROM || mark == MARK_UNTIL)
		print_time(value_s, out);
	buf_add_text(out, word->after);
}

/* The first code of a list goes without saying. */
static void print_code(const struct code_list *list, unsigned value, bool japanese, struct buf *out)
{
	const struct code *code = &list->codes[value];

	if (value)
		buf_addf(out, "%s%s", japanese ? "、" : ", ", japanese ? code->alias : code->label);
}

static void print_bells(const struct item *item, bool japanese, struct buf *out)
{
	if (!*item->bells)
		return;
	buf_add_text(out, japanese ? "、鈴" : ", bells ");
	bell_mark_print(item->bells, japanese, out);
}

static void print_round(const struct item *item, bool japanese, struct buf *out)
{
	if (item->round)
		buf_addf(out, "%s%s %lld/%lld", japanese ? "、" : ", ", item->block, (long long)item->round,
			 (long long)item->rounds);
}

void heading_print(const struct item *item, const struct heading *heading, struct buf *out)
{
	const bool japanese = heading->japanese;
	const struct code *kind = &codes_item_kind.codes[item->kind];

	print_length(item->planned_s, japanese, out);
	buf_addf(out, " %s [%s", item->title, japanese ? kind->alias : kind->label);
	print_code(&codes_strictness, item->strictness, japanese, out);
	print_mark(MARK_PROTECTED, item->protected, japanese, out);
	print_mark(MARK_MINIMUM, item->minimum_s, japanese, out);
	print_mark(MARK_FROM, item->fixed_start_s, japanese, out);
	print_mark(MARK_UNTIL, item->fixed_end_s, japanese, out);
	print_bells(item, japanese, out);
	print_code(&codes_item_face, item->face, japanese, out);
	print_mark(MARK_BETWEEN, heading->between, japanese, out);
	if (!heading->in_block)
		print_round(item, japanese, out);
	buf_add_char(out, ']');
}
