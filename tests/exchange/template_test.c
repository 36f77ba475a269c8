#include "exchange/template.h"

#include "base/file.h"
#include "base/mem.h"
#include "support/dice.h"
#include "text/cell.h"
#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct template parsed(const char *text)
{
	struct template template = { 0 };
	struct fault fault = { 0 };

	if (template_parse(text, strlen(text), &template, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	return template;
}

static void assert_same(const struct template *a, const struct template *b)
{
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->purpose, b->purpose);
	assert_string_equal(a->messages, b->messages);
	assert_int_equal(a->japanese, b->japanese);
	assert_int_equal(a->len, b->len);
	for (size_t i = 0; i < a->len; i++) {
		const struct item *x = &a->items[i], *y = &b->items[i];
		assert_string_equal(x->title, y->title);
		assert_string_equal(x->room, y->room);
		assert_string_equal(x->cue, y->cue);
		assert_int_equal(x->kind, y->kind);
		assert_int_equal(x->planned_s, y->planned_s);
		assert_int_equal(x->minimum_s, y->minimum_s);
		assert_int_equal(x->protected, y->protected);
		assert_int_equal(x->strictness, y->strictness);
		assert_int_equal(x->fixed_start_s, y->fixed_start_s);
		assert_int_equal(x->fixed_end_s, y->fixed_end_s);
		assert_int_equal(x->face, y->face);
		assert_int_equal(x->round, y->round);
		assert_int_equal(x->rounds, y->rounds);
		assert_string_equal(x->block, y->block);
	}
}

static void assert_reads_back(const struct template *template)
{
	struct buf page = { 0 };
	template_print(template, &page);
	struct template again = parsed(buf_text(&page));

	assert_same(template, &again);
	template_done(&again);
	buf_done(&page);
}

/* In the order in which they are shown, and as long as the field has them, step by step; basic and the family's are ours. */
static const struct {
	const char *name;
	int total, len;
	int minutes[16];
} agendas[] = {
	{ "basic", 90, 7, { 5, 10, 10, 10, 25, 20, 10 } },
	{ "dekimochi", 180, 12, { 10, 5, 15, 15, 15, 30, 10, 30, 30, 5, 10, 5 } },
	{ "kizuna", 120, 12, { 10, 10, 5, 5, 10, 5, 5, 30, 5, 5, 24, 6 } },
	{ "two-themes", 90, 8, { 10, 5, 5, 20, 8, 25, 12, 5 } },
	{ "coordinator", 120, 9, { 10, 10, 20, 20, 5, 15, 25, 10, 5 } },
	{ "reading", 120, 8, { 10, 5, 20, 15, 25, 20, 15, 10 } },
	{ "care-review", 30, 4, { 5, 5, 15, 5 } },
	{ "care-individual", 90, 7, { 5, 10, 20, 15, 25, 10, 5 } },
	{ "support-meeting", 60, 6, { 5, 5, 20, 10, 15, 5 } },
	{ "whiteboard", 90, 5, { 10, 40, 20, 15, 5 } },
	{ "mieru", 90, 5, { 5, 45, 15, 20, 5 } },
	{ "world-cafe", 120, 8, { 15, 20, 3, 20, 3, 20, 30, 9 } },
	{ "open-space", 180, 6, { 20, 20, 45, 45, 30, 20 } },
	{ "family-group", 90, 3, { 45, 0, 45 } },
	{ "wraparound", 60, 5, { 10, 10, 10, 20, 10 } },
};

static void built_in_agendas_sum_as_printed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas) * 2; i++) {
		struct template template = parsed(template_builtin(agendas[i / 2].name, i % 2));
		assert_int_equal(template.len, agendas[i / 2].len);
		for (size_t k = 0; k < template.len; k++)
			assert_int_equal(template.items[k].planned_s, agendas[i / 2].minutes[k] * 60);
		assert_int_equal(template_total_s(&template), agendas[i / 2].total * 60);
		assert_int_equal(template.japanese, i % 2);
		template_done(&template);
	}
}

static void built_in_agendas_print_byte_for_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas) * 2; i++) {
		const char *text = template_builtin(agendas[i / 2].name, i % 2);
		struct template template = parsed(text);
		struct buf page = { 0 };
		template_print(&template, &page);
		assert_string_equal(buf_text(&page), text);
		buf_done(&page);
		template_done(&template);
	}
}

static void built_in_agendas_differ_only_in_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas); i++) {
		struct template ja = parsed(template_builtin(agendas[i].name, true));
		struct template en = parsed(template_builtin(agendas[i].name, false));
		assert_int_equal(ja.len, en.len);
		for (size_t k = 0; k < ja.len; k++) {
			assert_int_equal(ja.items[k].kind, en.items[k].kind);
			assert_int_equal(ja.items[k].minimum_s, en.items[k].minimum_s);
			assert_int_equal(ja.items[k].protected, en.items[k].protected);
			assert_int_equal(ja.items[k].face, en.items[k].face);
			assert_int_equal(ja.items[k].round, en.items[k].round);
			assert_int_equal(ja.items[k].rounds, en.items[k].rounds);
			assert_int_equal(ja.items[k].strictness, en.items[k].strictness);
		}
		template_done(&ja);
		template_done(&en);
	}
}

static void every_built_in_step_speaks_to_room_and_facilitator(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas) * 2; i++) {
		struct template template = parsed(template_builtin(agendas[i / 2].name, i % 2));
		assert_true(strlen(template.purpose) > 0);
		for (size_t k = 0; k < template.len; k++) {
			assert_true(strlen(template.items[k].room) > 0);
			assert_true(strlen(template.items[k].cue) > 0);
		}
		template_done(&template);
	}
}

/* From the back of the room, at 80 columns: a few short lines, each on one row. */
static void what_the_room_reads_is_short(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas) * 2; i++) {
		struct template template = parsed(template_builtin(agendas[i / 2].name, i % 2));
		for (size_t k = 0; k < template.len; k++) {
			const char *line = template.items[k].room;
			int lines = 1;
			for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1, lines++)
				assert_true(text_cols(line, (size_t)(end - line)) <= 76);
			assert_true(text_cols(line, strlen(line)) <= 76);
			assert_true(lines <= 6);
		}
		template_done(&template);
	}
}

/* On a console of 80x24, beside its label. */
static void what_is_read_out_stands_on_the_console_in_full(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas) * 2; i++) {
		struct template template = parsed(template_builtin(agendas[i / 2].name, i % 2));
		for (size_t k = 0; k < template.len; k++) {
			const char *cue = template.items[k].cue;
			if (text_wrap(cue, strlen(cue), i % 2 ? 68 : 70, NULL, 0) > 8)
				fail_msg("%s: “%s”", agendas[i / 2].name, cue);
		}
		template_done(&template);
	}
}

static void letters_breaks_and_closings_are_never_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(agendas); i++) {
		struct template template = parsed(template_builtin(agendas[i].name, true));
		for (size_t k = 0; k < template.len; k++) {
			const struct item *item = &template.items[k];
			if (item->kind == ITEM_KIND_LETTER || k + 1 == template.len)
				assert_int_equal(item->protected, 1);
			if (item->kind == ITEM_KIND_BREAK)
				assert_true(item->protected || item->minimum_s > 0);
		}
		template_done(&template);
	}
}

static void built_in_names_are_all_there_and_no_others(void **state)
{
	(void)state;
	size_t len;
	const char *const *names = template_builtin_names(&len);

	assert_int_equal(len, COUNT(agendas));
	for (size_t i = 0; i < len; i++)
		assert_string_equal(names[i], agendas[i].name);
	assert_null(template_builtin("basic.en", true));
	assert_null(template_builtin("../demo/case", true));
	assert_null(template_builtin("", false));
}

static void headings_are_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *heading, *title;
		struct item item;
	} rows[] = {
		{ "## 10分 開会 [全体]", "開会", { .planned_s = 600 } },
		{ "## 10 min Opening [together]", "Opening", { .planned_s = 600 } },
		{ "## 10分 開会", "開会", { .planned_s = 600 } },
		{ "##１０分　開会　［全体］", "開会", { .planned_s = 600 } },
		{ "＃＃ 10分間 開会", "開会", { .planned_s = 600 } },
		{ "  ## 10分開会", "開会", { .planned_s = 600 } },
		{ "## 10m Opening", "Opening", { .planned_s = 600 } },
		{ "## 10 MINUTES Opening", "Opening", { .planned_s = 600 } },
		{ "## 1 min minutes of last time", "minutes of last time", { .planned_s = 60 } },
		{ "## 10分30秒 開会", "開会", { .planned_s = 630 } },
		{ "## 10m30s Opening", "Opening", { .planned_s = 630 } },
		{ "## 10分 30秒ルール", "30秒ルール", { .planned_s = 600 } },
		{ "## 10分3つの約束", "3つの約束", { .planned_s = 600 } },
		{ "## 5 min 5 seconds each", "5 seconds each", { .planned_s = 300 } },
		{ "## 0分 話し合い [table]", "話し合い", { .kind = ITEM_KIND_TABLE } },
		{ "## 5分 お手紙 [お手紙、守る]", "お手紙",
		  { .planned_s = 300, .kind = ITEM_KIND_LETTER, .protected = 1 } },
		{ "## 5 min x [Letter, PROTECTED]", "x",
		  { .planned_s = 300, .kind = ITEM_KIND_LETTER, .protected = 1 } },
		{ "## 30分 x [最短20分，テーブル]", "x",
		  { .planned_s = 1800, .kind = ITEM_KIND_TABLE, .minimum_s = 1200 } },
		{ "## 30分 x [min 20]", "x", { .planned_s = 1800, .minimum_s = 1200 } },
		{ "## 30 min x [minimum 20 min]", "x", { .planned_s = 1800, .minimum_s = 1200 } },
		{ "## 30 min x [at least 90m30s]", NULL, { 0 } },
		{ "## 30分 x [14:00から、14:30まで]", "x",
		  { .planned_s = 1800, .fixed_start_s = 50400, .fixed_end_s = 52200 } },
		{ "## 30 min x [until 24:10, from 23:40]", "x",
		  { .planned_s = 1800, .fixed_start_s = 85200, .fixed_end_s = 87000 } },
		{ "## 30分 [第1部] はじめに [発表]", "[第1部] はじめに",
		  { .planned_s = 1800, .kind = ITEM_KIND_PRESENTATION } },
		{ "## 20分 x [個人、見守る]", "x",
		  { .planned_s = 1200, .kind = ITEM_KIND_INDIVIDUAL, .strictness = STRICTNESS_UNHURRIED } },
		{ "## 20 min x [Unhurried, individual]", "x",
		  { .planned_s = 1200, .kind = ITEM_KIND_INDIVIDUAL, .strictness = STRICTNESS_UNHURRIED } },
		{ "## 5分 x [厳守、守る]", "x",
		  { .planned_s = 300, .strictness = STRICTNESS_STRICT, .protected = 1 } },
		{ "## 5 min x [gentle]", "x", { .planned_s = 300 } },
		{ "## 30分 x []", "x", { .planned_s = 1800 } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[200];
		struct template template = { 0 };
		snprintf(text, sizeof text, "# T\n%s\n", rows[i].heading);
		enum status st = template_parse(text, strlen(text), &template, NULL);
		assert_int_equal(st, rows[i].title ? ST_OK : ST_INVALID);
		if (st != ST_OK)
			continue;
		const struct item *item = template.items;
		assert_string_equal(item->title, rows[i].title);
		assert_int_equal(item->kind, rows[i].item.kind);
		assert_int_equal(item->planned_s, rows[i].item.planned_s);
		assert_int_equal(item->minimum_s, rows[i].item.minimum_s);
		assert_int_equal(item->protected, rows[i].item.protected);
		assert_int_equal(item->strictness, rows[i].item.strictness);
		assert_int_equal(item->fixed_start_s, rows[i].item.fixed_start_s);
		assert_int_equal(item->fixed_end_s, rows[i].item.fixed_end_s);
		assert_reads_back(&template);
		template_done(&template);
	}
}

static void a_wrong_file_is_told_by_line_and_nothing_is_made(void **state)
{
	(void)state;
	static const struct {
		const char *text, *says[3];
	} rows[] = {
		{ "", { "empty", "# A workshop" } },
		{ "\n \n", { "empty" } },
		{ "# T\n\ntext\n", { "no step", "3 lines", "## 10 min" } },
		{ "text\n# T\n", { "Line 1:", "must begin with its title", "“text”" } },
		{ "## 10分 a\n# T\n## 10分 b\n", { "Line 2:", "said before" } },
		{ "#\n## 10分 a\n", { "Line 1:", "title" } },
		{ "# T\n## 10分 a\n# U\n", { "Line 3:", "said before", "“U”" } },
		{ "# T\n\n## 開会 10分\n", { "Line 3:", "“## 10 min Opening [together]”", "“開会 10分”" } },
		{ "# T\n## 10 Opening\n", { "Line 2:", "begins with its length", "“10 Opening”" } },
		{ "# T\n## 10人でできること\n", { "Line 2:", "begins with its length" } },
		{ "# T\n## 10 meetings\n", { "Line 2:", "begins with its length" } },
		{ "# T\n## 1時間 a\n", { "Line 2:", "begins with its length" } },
		{ "# T\n## 1234567890123分 a\n", { "Line 2:", "begins with its length" } },
		{ "# T\n## 1441分 a\n", { "Line 2:", "at most 1440 minutes" } },
		{ "# T\n## 10分 [全体]\n", { "Line 2:", "no title" } },
		{ "# T\n## 10分\n", { "Line 2:", "no title" } },
		{ "# T\n## 10分 a [全体会]\n",
		  { "Line 2:", "“全体会” is neither a kind of step (together, case reading,", "protected" } },
		{ "# T\n## 10分 a [全体] 守る\n", { "Line 2:", "must end the heading" } },
		{ "# T\n## 10分 a [全体、休憩]\n", { "Line 2:", "“休憩”", "already said" } },
		{ "# T\n## 10分 a [守る、protected]\n", { "Line 2:", "already said" } },
		{ "# T\n## 10分 a [厳守、gentle]\n", { "Line 2:", "“gentle”", "already said" } },
		{ "# T\n## 10分 a [最短15分]\n", { "Line 2:", "shortest length is longer" } },
		{ "# T\n## 10分 a [最短x分]\n", { "Line 2:", "“x分” is not a number of minutes" } },
		{ "# T\n## 10分 a [25:70まで]\n", { "Line 2:", "“25:70” is not a time of day" } },
		{ "# T\n## 10分 a [from 0:00]\n", { "Line 2:", "“0:00” is not a time of day" } },
		{ "# T\n## 10分 a [from 15:00, until 14:00]\n", { "Line 2:", "ends before it begins" } },
		{ "# T\n### 10分 a\n", { "Line 2:", "below a block", "“10分 a”" } },
		{ "# T\n#### 10分 a\n", { "Line 2:", "only #, ## and ###" } },
		{ "# T\n> cue\n## 10分 a\n", { "Line 2:", "below the heading of its step", "“cue”" } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct template template = { .title = "as it was" };
		struct fault fault = { 0 };
		assert_int_equal(template_parse(rows[i].text, strlen(rows[i].text), &template, &fault), ST_INVALID);
		for (size_t k = 0; k < COUNT(rows[i].says) && rows[i].says[k]; k++)
			if (!strstr(fault.text, rows[i].says[k]))
				fail_msg("row %zu says “%s”, not “%s”", i, fault.text, rows[i].says[k]);
		assert_string_equal(template.title, "as it was");
	}
}

static void texts_that_are_too_long_are_refused_by_the_line_they_stand_under(void **state)
{
	(void)state;
	static const struct {
		const char *before, *line;
		size_t len;
	} rows[] = {
		{ "# ", "Line 1:", 401 },
		{ "# T\n\n", "Line 1:", 8001 },
		{ "# T\n## 1分 ", "Line 2:", 401 },
		{ "# T\n## 1分 a\n\n", "Line 2:", 4001 },
		{ "# T\n## 1分 a\n## 2分 b\n\n> ", "Line 3:", 4001 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf text = { 0 };
		struct template template = { 0 };
		struct fault fault = { 0 };
		buf_add_text(&text, rows[i].before);
		for (size_t k = 0; k < rows[i].len; k++)
			buf_add_char(&text, 'x');
		buf_add_text(&text, "\n## 3分 c\n");
		assert_int_equal(template_parse(buf_text(&text), text.len, &template, &fault), ST_INVALID);
		assert_non_null(strstr(fault.text, rows[i].line));
		buf_done(&text);
	}
}

static void three_hundred_steps_are_enough(void **state)
{
	(void)state;
	struct buf text = { 0 };
	struct template template = { 0 };
	struct fault fault = { 0 };

	buf_add_text(&text, "# T\n");
	for (int i = 0; i < TEMPLATE_MAX_STEPS; i++)
		buf_add_text(&text, "## 1分 a\n");
	assert_int_equal(template_parse(buf_text(&text), text.len, &template, NULL), ST_OK);
	assert_int_equal(template.len, TEMPLATE_MAX_STEPS);
	buf_add_text(&text, "## 1分 a\n");
	assert_int_equal(template_parse(buf_text(&text), text.len, &template, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "Line 302:"));
	assert_int_equal(template.len, TEMPLATE_MAX_STEPS);
	template_done(&template);
	buf_done(&text);
}

static void room_and_cue_are_told_apart(void **state)
{
	(void)state;
	struct template template = parsed("# T\r\n\r\nfor\r\nwhat  \r\n\r\n\r\nthis\r\n## 5分 a\r\n\r\n"
					  "one\r\n> c1\r\n>c2\r\ntwo\r\n\r\n"
					  "\\# three\r\n\\> four\r\n\\\\five\r\n\\six\r\n"
					  "　七\r\n＞ c3\r\n>\r\n> > c4\r\n");

	assert_string_equal(template.purpose, "for\nwhat\n\nthis");
	assert_string_equal(template.items[0].room, "one\n\ntwo\n\n# three\n> four\n\\five\n\\six\n　七");
	assert_string_equal(template.items[0].cue, "c1\nc2\n\nc3\n\n> c4");
	assert_reads_back(&template);
	template_done(&template);
}

static void what_may_not_be_kept_is_dropped_at_the_door(void **state)
{
	(void)state;
	struct template template = parsed("# a\x1b[31m\tb\n## 5分 x\ty\xe2\x80\xae [全体]\n"
					  "r\x07oom\n> c\xe2\x80\x8bue\n");

	assert_string_equal(template.title, "a[31m b");
	assert_string_equal(template.items[0].title, "x y");
	assert_string_equal(template.items[0].room, "room");
	assert_string_equal(template.items[0].cue, "cue");
	template_done(&template);
}

static void steps_become_items_in_order(void **state)
{
	(void)state;
	struct batch batch = { 0 };
	struct template template = parsed(template_builtin("kizuna", true));
	const char *last = "";

	template_add_to_batch(&template, "w1", &env_system, &batch);
	assert_int_equal(batch.len, template.len);
	assert_int_equal(batch_check(&batch, NULL), ST_OK);
	for (size_t i = 0; i < batch.len; i++) {
		const struct fact *fact = &batch.facts[i];
		struct item item = { 0 };
		assert_int_equal(fact->entity, ENTITY_item);
		assert_string_equal(fact->workshop, "w1");
		for (size_t k = 0; k < fact->changes_len; k++)
			row_set((struct row *)&item, fact->changes[k].field, fact->changes[k].value);
		assert_true(strcmp(last, item.pos) < 0);
		assert_string_equal(item.title, template.items[i].title);
		assert_int_equal(item.planned_s, template.items[i].planned_s);
		assert_int_equal(item.kind, template.items[i].kind);
		assert_string_equal(item.cue, template.items[i].cue);
		last = item.pos;
	}
	batch_done(&batch);
	template_done(&template);
}

static void a_workshop_prints_as_the_template_it_was_made_from(void **state)
{
	(void)state;
	const char *text = template_builtin("dekimochi", true);
	struct template made = parsed(text), again = { 0 };
	struct workbook book = { 0 };
	struct workshop workshop = { .id = "w1", .title = made.title, .purpose = made.purpose, .messages = "" };
	struct buf page = { 0 };

	assert_int_equal(template_of_workbook(&book, true, &again, NULL), ST_REFUSED);
	workbook_set_rows(&book, ENTITY_workshop, &workshop, 1);
	assert_int_equal(template_of_workbook(&book, true, &again, NULL), ST_REFUSED);
	workbook_set_rows(&book, ENTITY_item, made.items, made.len);
	assert_int_equal(template_of_workbook(&book, true, &again, NULL), ST_OK);
	template_print(&again, &page);
	assert_string_equal(buf_text(&page), text);
	buf_done(&page);
	template_done(&again);
	template_done(&made);
	workbook_done(&book);
}

static void an_agenda_changed_by_hand_still_reads_back(void **state)
{
	(void)state;
	struct item items[] = {
		{ .id = "1", .title = "", .room = "\n\n#x\n\n\n>y \n", .cue = " \n# z\n", .planned_s = 61,
		  .minimum_s = 90, .fixed_start_s = 50459, .pos = "1", .bells = "what is this" },
		{ .id = "2", .title = " a [b] ", .room = "", .cue = "", .kind = ITEM_KIND_BREAK,
		  .protected = 1, .pos = "2", .bells = "0" },
	};
	struct workshop workshop = { .id = "w1", .title = "", .purpose = "> p", .messages = "" };

	for (int japanese = 0; japanese < 2; japanese++) {
		struct workbook book = { 0 };
		struct template template = { 0 };
		workbook_set_rows(&book, ENTITY_workshop, &workshop, 1);
		workbook_set_rows(&book, ENTITY_item, items, COUNT(items));
		assert_int_equal(template_of_workbook(&book, japanese, &template, NULL), ST_OK);
		assert_int_equal(template.items[0].minimum_s, 61);
		assert_reads_back(&template);
		template_done(&template);
		workbook_done(&book);
	}
}

/* What may stand in a text, rich in everything that means something to the parser. */
static const char *random_text(struct dice *dice, struct buf *buf, bool lines)
{
	static const char *const pieces[] = { "#", "＃", ">", "＞", "\\", " ", "　", "[", "]", "全体", "10分", "min 5", "守る",
					      ",", "、", "あ", "x", "\n", "\n\n", "👩‍👩‍👧", "…", "1", "１", "まで", ":" };
	size_t len = dice_below(dice, 12);

	buf_clear(buf);
	buf_add_text(buf, lines ? "" : "t");
	for (size_t i = 0; i < len; i++) {
		const char *piece = pieces[dice_below(dice, COUNT(pieces))];
		buf_add_text(buf, *piece == '\n' && !lines ? "-" : piece);
	}
	return buf_text(buf);
}

static void any_agenda_reads_back_as_printed(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	static const char *const plans[] = { "", "-", "0", "5 1 0", "90 1:30", "１０分・終了" };

	for (int round = 0; round < 2000; round++) {
		struct buf texts[3 + 3 * 4] = { 0 };
		struct workshop workshop = { .id = "w" };
		struct item items[4] = { 0 };
		size_t len = 1 + dice_below(&dice, COUNT(items)), b = 0;
		struct workbook book = { 0 };
		struct template template = { 0 };

		workshop.title = random_text(&dice, &texts[b++], false);
		workshop.purpose = random_text(&dice, &texts[b++], true);
		workshop.messages = random_text(&dice, &texts[b++], true);
		for (size_t i = 0; i < len; i++) {
			struct item *item = &items[i];
			item->title = random_text(&dice, &texts[b++], false);
			item->room = random_text(&dice, &texts[b++], true);
			item->cue = random_text(&dice, &texts[b++], true);
			item->kind = (enum item_kind)dice_below(&dice, codes_item_kind.len);
			item->planned_s = (int64_t)dice_below(&dice, 86401);
			item->minimum_s = (int64_t)dice_below(&dice, (size_t)item->planned_s + 1);
			item->protected = (int64_t)dice_below(&dice, 2);
			item->strictness = (enum strictness)dice_below(&dice, codes_strictness.len);
			item->face = (enum item_face)dice_below(&dice, codes_item_face.len);
			item->block = texts[b - 1 - dice_below(&dice, 3)].bytes;
			item->bells = dice_below(&dice, 2) ? buf_text(&texts[b - 1]) : plans[dice_below(&dice, COUNT(plans))];
			item->rounds = (int64_t)dice_below(&dice, 4);
			item->round = (int64_t)dice_below(&dice, 4);
			item->fixed_start_s = 60 * (int64_t)dice_below(&dice, 900);
			item->fixed_end_s = 60 * (int64_t)(900 + dice_below(&dice, 900));
		}
		workbook_set_rows(&book, ENTITY_workshop, &workshop, 1);
		workbook_set_rows(&book, ENTITY_item, items, len);
		assert_int_equal(template_of_workbook(&book, dice_below(&dice, 2), &template, NULL), ST_OK);
		assert_reads_back(&template);
		template_done(&template);
		workbook_done(&book);
		for (size_t i = 0; i < COUNT(texts); i++)
			buf_done(&texts[i]);
	}
}

static void damaged_files_are_read_or_refused_with_a_sentence(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);
	const char *text = template_builtin("kizuna", true);
	size_t len = strlen(text);

	for (int round = 0; round < 1000; round++) {
		struct buf bad = { 0 };
		struct template template = { 0 };
		struct fault fault = { 0 };
		buf_add(&bad, text, len);
		for (size_t i = 1 + dice_below(&dice, 4); i > 0; i--) {
			size_t at = dice_below(&dice, bad.len), by = dice_below(&dice, bad.len - at);
			if (dice_below(&dice, 2))
				buf_remove(&bad, at, by < 400 ? by : 400);
			else
				bad.bytes[at] = "#>[]\n \\\xff"[dice_below(&dice, 8)];
		}
		if (template_parse(buf_text(&bad), bad.len, &template, &fault) == ST_OK)
			assert_reads_back(&template);
		else
			assert_true(strlen(fault.text) > 0);
		template_done(&template);
		buf_done(&bad);
	}
}

/* Every ```markdown block of docs/templates.md is a template, printed just as it stands there. */
static void the_document_shows_what_the_parser_reads(void **state)
{
	(void)state;
	static const char fence[] = "```markdown\n";
	char path[4096];
	struct buf page = { 0 };
	int blocks = 0;

	snprintf(path, sizeof path, "%s/docs/templates.md", getenv("YORIAI_SOURCE"));
	assert_int_equal(file_read(path, FILE_MAX_BYTES, &page, NULL), ST_OK);
	for (const char *at = buf_text(&page); (at = strstr(at, fence)) != NULL; blocks++) {
		struct template template = { 0 };
		struct fault fault = { 0 };
		struct buf printed = { 0 };
		at += strlen(fence);
		const char *end = strstr(at, "```\n");
		if (template_parse(at, (size_t)(end - at), &template, &fault) != ST_OK)
			fail_msg("%s", fault.text);
		template_print(&template, &printed);
		assert_int_equal(printed.len, end - at);
		assert_memory_equal(buf_text(&printed), at, printed.len);
		buf_done(&printed);
		template_done(&template);
		at = end;
	}
	assert_int_equal(blocks, 4);
	buf_done(&page);
}

static void a_file_is_read_in_its_encoding_and_blamed_by_name(void **state)
{
	(void)state;
	/* 「# 会」 and 「## 10分 家 [全体]」 in CP932, as Notepad saves them; then a step without its length. */
	static const char *const texts[] = { "# \x89\xEF\r\n\r\n## 10\x95\xAA \x89\xC6 [\x91\x53\x91\xCC]\r\n",
					     "# T\n\n## a\n" };
	struct template template = { 0 };

	for (size_t i = 0; i < COUNT(texts); i++) {
		char path[] = "/tmp/yoriai-template-XXXXXX";
		struct fault fault = { 0 };
		int fd = mkstemp(path);
		assert_true(fd >= 0);
		assert_int_equal(write(fd, texts[i], strlen(texts[i])), (ssize_t)strlen(texts[i]));
		close(fd);
		assert_int_equal(template_read(path, &template, &fault), i ? ST_INVALID : ST_OK);
		assert_true(i == 0 || (strstr(fault.text, path) && strstr(fault.text, "Line 3:")));
		unlink(path);
	}
	assert_string_equal(template.title, "会");
	assert_string_equal(template.items[0].title, "家");
	template_done(&template);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(built_in_agendas_sum_as_printed),
		cmocka_unit_test(built_in_agendas_print_byte_for_byte),
		cmocka_unit_test(built_in_agendas_differ_only_in_words),
		cmocka_unit_test(every_built_in_step_speaks_to_room_and_facilitator),
		cmocka_unit_test(what_the_room_reads_is_short),
		cmocka_unit_test(what_is_read_out_stands_on_the_console_in_full),
		cmocka_unit_test(letters_breaks_and_closings_are_never_cut),
		cmocka_unit_test(built_in_names_are_all_there_and_no_others),
		cmocka_unit_test(headings_are_read_as_people_write_them),
		cmocka_unit_test(a_wrong_file_is_told_by_line_and_nothing_is_made),
		cmocka_unit_test(texts_that_are_too_long_are_refused_by_the_line_they_stand_under),
		cmocka_unit_test(three_hundred_steps_are_enough),
		cmocka_unit_test(room_and_cue_are_told_apart),
		cmocka_unit_test(what_may_not_be_kept_is_dropped_at_the_door),
		cmocka_unit_test(steps_become_items_in_order),
		cmocka_unit_test(a_workshop_prints_as_the_template_it_was_made_from),
		cmocka_unit_test(an_agenda_changed_by_hand_still_reads_back),
		cmocka_unit_test(any_agenda_reads_back_as_printed),
		cmocka_unit_test(the_document_shows_what_the_parser_reads),
		cmocka_unit_test(a_file_is_read_in_its_encoding_and_blamed_by_name),
		cmocka_unit_test(damaged_files_are_read_or_refused_with_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
