#include "exchange/json.h"

#include "base/mem.h"
#include "probe.h"
#include "small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check_at(const struct buf *json, const char *path, const char *expected)
{
	const char *found = probe_at(buf_text(json), path);

	if (strcmp(found, expected) != 0)
		fail_msg("%s is %s, not %s, in %s", path, found, expected, buf_text(json));
}

struct expected {
	const char *path, *value;
};

static void check_all(const struct buf *json, const struct expected *rows, size_t len)
{
	if (!probe_is_valid(buf_text(json)))
		fail_msg("not JSON: %s", buf_text(json));
	for (size_t i = 0; i < len; i++)
		check_at(json, rows[i].path, rows[i].value);
}

static void write_everything(struct json *json)
{
	json_object(json);
	json_put_text(json, "text", "a");
	json_name(json, "empty");
	json_array(json);
	json_array_end(json);
	json_name(json, "list");
	json_array(json);
	json_number(json, -1);
	json_bool(json, true);
	json_null(json);
	json_object(json);
	json_object_end(json);
	json_text(json, "");
	json_array_end(json);
	json_put_seconds(json, "seconds", -1999);
	json_put_moment(json, "moment", 0);
	json_put_known(json, "unknown", "");
	json_object_end(json);
}

static void values_stand_between_commas_and_nowhere_else(void **state)
{
	struct buf out = { 0 };
	struct json json = { .out = &out };

	(void)state;
	write_everything(&json);
	assert_string_equal(buf_text(&out), "{\"text\":\"a\",\"empty\":[],\"list\":[-1,true,null,{},\"\"],"
					    "\"seconds\":-1,\"moment\":null,\"unknown\":null}");
	assert_int_equal(json.depth, 0);
	buf_done(&out);
}

static void an_airy_document_says_the_same(void **state)
{
	struct buf plain = { 0 }, airy = { 0 };

	(void)state;
	write_everything(&(struct json){ .out = &plain });
	write_everything(&(struct json){ .out = &airy, .airy = true });
	assert_true(probe_is_valid(buf_text(&airy)));
	assert_string_equal(probe_at(buf_text(&airy), "$"), buf_text(&plain));
	assert_non_null(strstr(buf_text(&airy), "\n  \"list\": [\n    -1,\n"));
	buf_done(&plain);
	buf_done(&airy);
}

static void texts_come_back_as_they_were(void **state)
{
	static const struct {
		const char *text, *back;
	} rows[] = {
		{ "", "" },
		{ "回覧板の余白", "回覧板の余白" },
		{ "\"quoted\" \\ /", "\"quoted\" \\ /" },
		{ "two\nlines\tand a tab", "two\nlines\tand a tab" },
		{ "ends in a colon:", "ends in a colon:" },
		{ "[", "[" },
		{ "</script>&<!--", "</script>&<!--" },
		{ "escape \033[31m, bell \a, delete \177", "escape [31m, bell , delete " },
		{ "broken \xE3\x81", "broken \xEF\xBF\xBD\xEF\xBF\xBD" },
		{ "turned \xE2\x80\xAE over", "turned  over" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = { 0 };
		struct json json = { .out = &out };
		json_array(&json);
		json_text(&json, rows[i].text);
		json_text(&json, "next");
		json_array_end(&json);
		check_all(&out, (struct expected[]){ { "$[0]", rows[i].back }, { "$[1]", "next" } }, 2);
		buf_done(&out);
	}
}

static void a_planned_clock_has_no_item(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$.workshop", "w" },
		{ "$.state", "planned" },
		{ "$.item", "null" },
		{ "$.forecast_end", "2026-11-22T14:20:00+09:00" },
	};

	(void)state;
	small_init(&small);
	json_clock_status(&small.book, &small.run, &out);
	check_all(&out, rows, COUNT(rows));
	assert_int_equal(buf_text(&out)[out.len - 1], '\n');
	assert_null(memchr(buf_text(&out), '\n', out.len - 1));
	buf_done(&out);
	small_done(&small);
}

static void a_running_clock_tells_its_item_in_seconds(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$.state", "paused" },          { "$.item.position", "1" },
		{ "$.item.title", "Opening | welcome" }, { "$.item.kind", "plenary" },
		{ "$.item.planned_s", "600" },    { "$.item.adjust_s", "0" },
		{ "$.item.active_s", "240" },     { "$.item.pauses_s", "60" },
		{ "$.item.remaining_s", "360" },  { "$.item.overtime_s", "0" },
		{ "$.delta_s", "60" },            { "$.slack_s", "-60" },
		{ "$.forecast_end", "2026-11-22T14:21:00+09:00" },
	};

	(void)state;
	small_init(&small);
	small_press(&small, act_start);
	small_go(&small, 240000);
	small_press(&small, act_pause);
	small_go(&small, 60000);
	json_clock_status(&small.book, &small.run, &out);
	check_all(&out, rows, COUNT(rows));
	buf_done(&out);
	small_done(&small);
}

static void a_step_of_open_length_has_nothing_left_to_tell(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$.state", "running" },          { "$.item.planned_s", "0" },  { "$.item.active_s", "2400" },
		{ "$.item.remaining_s", "null" },  { "$.item.overtime_s", "0" }, { "$.delta_s", "0" },
	};

	(void)state;
	small_init(&small);
	small.book.items.at[0].planned_s = 0;
	small_press(&small, act_start);
	small_go(&small, 2400000);
	json_clock_status(&small.book, &small.run, &out);
	check_all(&out, rows, COUNT(rows));
	buf_done(&out);
	small_done(&small);
}

static void a_refit_tells_before_and_after(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$.deficit_s", "300" },          { "$.overrun_s", "0" },        { "$.items[0].position", "2" },
		{ "$.items[0].before_s", "1800" }, { "$.items[0].after_s", "1560" }, { "$.items[0].minimum_s", "900" },
		{ "$.items[0].protected", "0" },   { "$.items[1].protected", "1" }, { "$.items[1].after_s", "300" },
		{ "$.items[2].after_s", "240" },   { "$.items[3]", "absent" },
	};

	(void)state;
	small_init(&small);
	small_go(&small, 300000);
	small_press(&small, act_start);
	struct refit refit = refit_of(&small.run, &small.arena);
	json_refit(&small.run, &refit, &out);
	check_all(&out, rows, COUNT(rows));
	buf_done(&out);
	small_done(&small);
}

static void an_agenda_has_actual_times_for_those_who_were_there(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected there[] = {
		{ "$.total_s", "3000" },
		{ "$.items[0].status", "done" },
		{ "$.items[0].actual_end", "2026-11-22T13:42:00+09:00" },
		{ "$.items[1].status", "running" },
		{ "$.items[1].planned_start", "2026-11-22T13:40:00+09:00" },
		{ "$.items[1].forecast_end", "2026-11-22T14:12:00+09:00" },
		{ "$.items[1].actual_end", "null" },
		{ "$.items[3].position", "4" },
		{ "$.items[3].actual_start", "null" },
		{ "$.items[4]", "absent" },
	};
	static const struct expected elsewhere[] = {
		{ "$.items[0].status", "done" },
		{ "$.items[0].planned_s", "600" },
		{ "$.items[0].actual_start", "absent" },
		{ "$.items[0].actual_end", "absent" },
	};

	(void)state;
	small_init(&small);
	small_press(&small, act_start);
	small_go(&small, 720000);
	small_press(&small, act_next);
	json_agenda(&small.book, &small.run, NULL, PROFILE_INTERNAL, &out);
	check_all(&out, there, COUNT(there));
	buf_clear(&out);
	json_agenda(&small.book, &small.run, NULL, PROFILE_PUBLIC, &out);
	check_all(&out, elsewhere, COUNT(elsewhere));
	buf_done(&out);
	small_done(&small);
}

static void a_list_counts_each_workshops_own_tables(void **state)
{
	struct small small;
	struct batch batch = { 0 };
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$[0].id", "w" },    { "$[0].number", "1" }, { "$[0].start", "2026-11-22T13:30:00+09:00" },
		{ "$[0].tables", "3" }, { "$[0].state", "running" }, { "$[1].id", "w2" },
		{ "$[1].number", "2" }, { "$[1].start", "null" },    { "$[1].tables", "1" },
		{ "$[1].state", "planned" },
	};

	(void)state;
	small_init(&small);
	small_press(&small, act_start);
	batch_add(&batch, ENTITY_workshop, "w2", "w2");
	batch_set_text(&batch, FIELD_workshop_title, "Another");
	batch_add(&batch, ENTITY_table, "w2", "t21");
	batch_set_number(&batch, FIELD_table_number, 1);
	fold_batch(&small.book, &batch);
	json_list(&small.book, &out);
	check_all(&out, rows, COUNT(rows));
	buf_done(&out);
	small_done(&small);
}

static void no_workshops_are_an_empty_list(void **state)
{
	struct workbook outline = { 0 };
	struct buf out = { 0 };

	(void)state;
	json_list(&outline, &out);
	assert_string_equal(buf_text(&out), "[]\n");
	buf_done(&out);
}

static void show_tells_tables_stories_supports_and_counts(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const struct expected rows[] = {
		{ "$.id", "w" },
		{ "$.tables[0].number", "1" },
		{ "$.tables[0].name", "null" },
		{ "$.tables[0].state", "preparing" },
		{ "$.tables[0].offers[0].text", "朝の散歩で袋を一つ\n一緒に出せます" },
		{ "$.tables[0].offers[0].by", "somebody’s name" },
		{ "$.tables[0].offers[0].scope", "1" },
		{ "$.tables[0].offers[0].need", "n1" },
		{ "$.tables[0].offers[3].scope", "100" },
		{ "$.tables[0].offers[3].need", "null" },
		{ "$.tables[0].storylines[0].title", "こわれたラジオ、あります" },
		{ "$.tables[0].storylines[0].steps[0].position", "1" },
		{ "$.tables[0].storylines[0].steps[0].when", "きっかけ" },
		{ "$.tables[0].storylines[0].steps[1].when", "null" },
		{ "$.tables[0].storylines[0].steps[0].supports[0].name", "川端三丁目 自治会" },
		{ "$.tables[0].storylines[0].steps[0].supports[0].formality", "informal" },
		{ "$.tables[0].storylines[0].steps[0].supports[0].card", "k1" },
		{ "$.tables[0].storylines[0].steps[1].supports[2].formality", "null" },
		{ "$.tables[0].notes[1].kind", "insight" },
		{ "$.tables[0].counts.formal", "2" },
		{ "$.tables[1].offers", "[]" },
		{ "$.tables[1].storylines", "[]" },
		{ "$.tables[1].notes", "[]" },
		{ "$.tables[2].headline", "One offer is plenty" },
		{ "$.tables[2].counts.by_one", "1" },
		{ "$.counts.offers", "5" },
		{ "$.counts.by_one", "3" },
		{ "$.counts.by_ten", "1" },
		{ "$.counts.by_hundred", "1" },
		{ "$.counts.steps", "2" },
		{ "$.counts.supports", "5" },
		{ "$.counts.formal", "2" },
		{ "$.counts.informal", "1" },
		{ "$.counts.mixed", "1" },
		{ "$.counts.notes", "3" },
	};

	(void)state;
	small_init(&small);
	json_show(&small.book, &small.run, PROFILE_INTERNAL, &out);
	check_all(&out, rows, COUNT(rows));
	buf_clear(&out);
	json_show(&small.book, &small.run, PROFILE_PUBLIC, &out);
	check_at(&out, "$.tables[0].offers[0].by", "absent");
	buf_done(&out);
	small_done(&small);
}

static void an_empty_workbook_is_still_json(void **state)
{
	struct workbook book = { 0 };
	struct arena arena = { 0 };
	struct run run;
	struct buf out = { 0 };

	(void)state;
	run_fold(&book, (struct moment){ 0 }, &arena, &run);
	json_clock_status(&book, &run, &out);
	json_agenda(&book, &run, NULL, PROFILE_PUBLIC, &out);
	json_show(&book, &run, PROFILE_PUBLIC, &out);
	for (const char *line = buf_text(&out), *end; *line; line = end + 1) {
		char copy[2048];
		end = strchr(line, '\n');
		snprintf(copy, sizeof copy, "%.*s", (int)(end - line), line);
		assert_true(probe_is_valid(copy));
	}
	buf_done(&out);
	arena_done(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_stand_between_commas_and_nowhere_else),
		cmocka_unit_test(an_airy_document_says_the_same),
		cmocka_unit_test(texts_come_back_as_they_were),
		cmocka_unit_test(a_planned_clock_has_no_item),
		cmocka_unit_test(a_running_clock_tells_its_item_in_seconds),
		cmocka_unit_test(a_step_of_open_length_has_nothing_left_to_tell),
		cmocka_unit_test(a_refit_tells_before_and_after),
		cmocka_unit_test(an_agenda_has_actual_times_for_those_who_were_there),
		cmocka_unit_test(a_list_counts_each_workshops_own_tables),
		cmocka_unit_test(no_workshops_are_an_empty_list),
		cmocka_unit_test(show_tells_tables_stories_supports_and_counts),
		cmocka_unit_test(an_empty_workbook_is_still_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
