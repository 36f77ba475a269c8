#include "exchange/report.h"

#include "base/mem.h"
#include "exchange/veil.h"
#include "golden.h"
#include "probe.h"
#include "small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void render(const struct small *small, const char *format, enum profile profile, struct buf *out)
{
	buf_clear(out);
	report_render(&small->book, &small->run, report_format_of_name(format), profile, out);
}

/* The whole workshop as planned, but for two minutes more at the opening. */
static void hold(struct small *small)
{
	static const int64_t minutes[] = { 12, 30, 5, 5 };

	small_press(small, act_start);
	for (size_t i = 0; i < COUNT(minutes); i++) {
		small_go(small, minutes[i] * 60000);
		small_press(small, act_next);
	}
}

static void the_public_report_reads_as_it_was_looked_at(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	render(&small, "md", PROFILE_PUBLIC, &out);
	golden_check("report_before.md", &out);
	hold(&small);
	render(&small, "md", PROFILE_PUBLIC, &out);
	golden_check("report_public.md", &out);
	render(&small, "html", PROFILE_PUBLIC, &out);
	buf_remove(&out, 0, (size_t)(strstr(buf_text(&out), "<body") - buf_text(&out)));
	golden_check("report_public.html", &out);
	render(&small, "json", PROFILE_PUBLIC, &out);
	assert_true(probe_is_valid(buf_text(&out)));
	golden_check("report_public.json", &out);
	buf_done(&out);
	small_done(&small);
}

static void the_other_reports_read_as_they_were_looked_at(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	hold(&small);
	render(&small, "md", PROFILE_PARTNERS, &out);
	golden_check("report_partners.md", &out);
	render(&small, "json", PROFILE_INTERNAL, &out);
	assert_true(probe_is_valid(buf_text(&out)));
	golden_check("report_internal.json", &out);
	buf_done(&out);
	small_done(&small);
}

/* --- what a profile may not see --- */

static void check_holds(const struct buf *out, const char *words, bool holds)
{
	if ((strstr(buf_text(out), words) != NULL) != holds)
		fail_msg("“%s” is %s the report:\n%s", words, holds ? "not in" : "in", buf_text(out));
}

/* In every format: all of `shown`, none of `hidden`. */
static void check_reach(const struct small *small, enum profile profile, const char *const shown[],
			const char *const hidden[])
{
	for (size_t f = 0; f < report_formats_len; f++) {
		struct buf out = { 0 };
		render(small, report_formats[f].name, profile, &out);
		for (size_t i = 0; shown[i]; i++)
			check_holds(&out, shown[i], true);
		for (size_t i = 0; hidden[i]; i++)
			check_holds(&out, hidden[i], false);
		buf_done(&out);
	}
}

static void the_public_sees_open_fields_only(void **state)
{
	struct small small;

	(void)state;
	small_init(&small);
	small_plant_markers(&small);
	check_reach(&small, PROFILE_PUBLIC, (const char *[]){ "OPEN-offer-text", "OPEN-case", NULL },
		    (const char *[]){ "ROOM-", "PRIVATE-", "SEALED-", NULL });
	hold(&small);
	check_reach(&small, PROFILE_PUBLIC, (const char *[]){ "OPEN-offer-text", "SEALED-letter-body", NULL },
		    (const char *[]){ "ROOM-", "PRIVATE-", NULL });
	small_done(&small);
}

static void partners_see_who_offered_and_nothing_private(void **state)
{
	struct small small;

	(void)state;
	small_init(&small);
	small_plant_markers(&small);
	check_reach(&small, PROFILE_PARTNERS, (const char *[]){ "ROOM-offer-by", NULL },
		    (const char *[]){ "PRIVATE-", "SEALED-", NULL });
	small_done(&small);
}

static void check_open_fields_only(const struct workbook *book, const struct entity_info *info)
{
	for (size_t i = 0; i < workbook_len(book, info->entity); i++) {
		for (size_t k = 0; k < info->fields_len; k++) {
			struct value value = row_value(workbook_row(book, info->entity, i), &info->fields[k]);
			if (info->fields[k].reach == REACH_OPEN)
				continue;
			assert_string_equal(value.text, "");
			assert_int_equal(value.number, 0);
		}
	}
}

/* The copy itself is looked at, field by field: what renderers of tomorrow may be given. */
static void a_veiled_workbook_holds_nothing_beyond_its_reach(void **state)
{
	struct small small;
	struct workbook veiled;

	(void)state;
	small_init(&small);
	small_plant_markers(&small);
	veil_book(&small.book, &small.run, PROFILE_PUBLIC, &veiled);
	for (size_t e = 0; e < ENTITY_COUNT; e++) {
		const struct entity_info *info = &entity_infos[e];
		assert_int_equal(workbook_len(&veiled, info->entity), workbook_len(&small.book, info->entity));
		check_open_fields_only(&veiled, info);
	}
	workbook_done(&veiled);
	small_done(&small);
}

static void the_letter_opens_with_its_step_and_with_nothing_else(void **state)
{
	struct small small;
	const char *const letter[] = { "the body of the letter", NULL }, *const nothing[] = { NULL };

	(void)state;
	small_init(&small);
	small_press(&small, act_start);
	small_press(&small, act_next);
	check_reach(&small, PROFILE_INTERNAL, nothing, letter);
	small_press(&small, act_next);
	check_reach(&small, PROFILE_PUBLIC, letter, nothing);
	small_done(&small);

	small_init(&small);
	small_press(&small, act_start);
	small_press(&small, act_end);
	check_reach(&small, PROFILE_INTERNAL, nothing, letter);
	small_press(&small, act_back);
	small_press(&small, act_next);
	small_press(&small, act_next);
	check_reach(&small, PROFILE_PUBLIC, letter, nothing);
	small_press(&small, act_end);
	check_reach(&small, PROFILE_PUBLIC, letter, nothing);
	small_press(&small, act_undo);
	small_press(&small, act_undo);
	check_reach(&small, PROFILE_INTERNAL, nothing, letter);
	small_done(&small);
}

static void a_skipped_letter_stays_closed(void **state)
{
	struct small small;
	const char *const letter[] = { "the body of the letter", NULL }, *const nothing[] = { NULL };

	(void)state;
	small_init(&small);
	small_press(&small, act_skip);
	small_press(&small, act_skip);
	small_press(&small, act_skip);
	check_reach(&small, PROFILE_INTERNAL, nothing, letter);
	small_done(&small);
}

static void a_real_case_is_not_for_the_public(void **state)
{
	struct small small;
	const char *const told[] = { "川端の古い家", "食事とごみ", "the body of the letter", NULL }, *const nothing[] = { NULL };

	(void)state;
	small_init(&small);
	hold(&small);
	check_reach(&small, PROFILE_PUBLIC, told, nothing);
	small_set(&small, FIELD_case_story_kind, "c1", (struct value){ .text = "", .number = CASE_KIND_ANONYMISED });
	check_reach(&small, PROFILE_PUBLIC, told, nothing);
	small_set(&small, FIELD_case_story_kind, "c1", (struct value){ .text = "", .number = CASE_KIND_REAL });
	check_reach(&small, PROFILE_PUBLIC, nothing, told);
	check_reach(&small, PROFILE_PUBLIC, nothing, (const char *[]){ "ラジオ_の_家", "ラジオ\\_の\\_家", NULL });
	check_reach(&small, PROFILE_PARTNERS, told, nothing);
	small_done(&small);
}

static void names_and_numbers_in_texts_give_way(void **state)
{
	static const struct {
		const char *text, *veiled;
	} rows[] = {
		{ "佐伯 みのりさんと", "〇〇さんと" },
		{ "佐伯みのりさんと", "〇〇さんと" },
		{ "佐伯さんと", "佐伯さんと" },
		{ "佐伯 みのりと佐伯みのり、佐佐伯みのり", "〇〇と〇〇、佐〇〇" },
		{ "電話は090-1234-5678です", "電話は〇〇です" },
		{ "0774(12)3456へ", "〇〇へ" },
		{ "+81 90 1234 5678 まで", "〇〇 まで" },
		{ "０９０－１２３４－５６７８", "〇〇" },
		{ "mail a.b+c@example.co.jp, please", "mail 〇〇, please" },
		{ "〒617-0001 つむぎ市", "〒〇〇 つむぎ市" },
		{ "2026-11-22 13:30 に 120 人", "2026-11-22 13:30 に 120 人" },
		{ "30分300円、1-2-3", "30分300円、1-2-3" },
		{ "a@b", "a@b" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct small small;
		struct workbook veiled;
		small_init(&small);
		small_set(&small, FIELD_note_text, "no1", (struct value){ .text = rows[i].text });
		veil_book(&small.book, &small.run, PROFILE_PUBLIC, &veiled);
		assert_string_equal(veiled.notes.at[0].text, rows[i].veiled);
		workbook_done(&veiled);
		veil_book(&small.book, &small.run, PROFILE_PARTNERS, &veiled);
		assert_string_equal(veiled.notes.at[0].text, rows[i].text);
		workbook_done(&veiled);
		small_done(&small);
	}
}

/* A search that began again at every byte would take hours on such texts. */
static void long_texts_are_veiled_in_one_pass(void **state)
{
	static const char pieces[] = { 'a', '1', '0', '-', '@', '+', ' ' };
	enum { LONG = 65000 };
	char *text = mem_new(LONG + 1, 1);

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct small small;
		struct workbook veiled;
		for (size_t k = 0; k < LONG; k++)
			text[k] = k % 2 ? '-' : pieces[i];
		small_init(&small);
		small_set(&small, FIELD_case_story_body, "c1", (struct value){ .text = text });
		veil_book(&small.book, &small.run, PROFILE_PUBLIC, &veiled);
		workbook_done(&veiled);
		small_done(&small);
	}
	free(text);
}

/* --- what it says --- */

static void formats_are_found_by_name(void **state)
{
	(void)state;
	assert_string_equal(report_format_of_name("md")->name, "md");
	assert_string_equal(report_format_of_name("json")->name, "json");
	assert_null(report_format_of_name("MD"));
	assert_null(report_format_of_name(""));
}

static void a_room_counts_what_its_tables_count(void **state)
{
	struct small small;
	struct buf out = { 0 };
	static const char *const fields[] = {
		"offers", "by_one", "by_ten", "by_hundred", "supports", "formal", "informal", "mixed",
	};

	(void)state;
	small_init(&small);
	render(&small, "json", PROFILE_PUBLIC, &out);
	for (size_t i = 0; i < COUNT(fields); i++) {
		char path[64];
		int room, tables = 0, most = 0;
		snprintf(path, sizeof path, "$.counts.%s", fields[i]);
		room = atoi(probe_at(buf_text(&out), path));
		for (int table = 0; table < 3; table++) {
			snprintf(path, sizeof path, "$.tables[%d].counts.%s", table, fields[i]);
			int count = atoi(probe_at(buf_text(&out), path));
			tables += count;
			most = count > most ? count : most;
		}
		assert_int_equal(room, tables);
		assert_true(room >= most);
	}
	assert_string_equal(probe_at(buf_text(&out), "$.tables[0].counts.offers"), "4");
	assert_string_equal(probe_at(buf_text(&out), "$.counts.offers"), "5");
	buf_done(&out);
	small_done(&small);
}

static void a_step_of_open_length_has_no_planned_minutes(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	small.book.items.at[0].planned_s = 0;
	small_press(&small, act_start);
	small_go(&small, 2520000);
	render(&small, "md", PROFILE_INTERNAL, &out);
	check_holds(&out, " | open length | 42 min |", true);
	check_holds(&out, "0 min | 42 min", false);
	buf_done(&out);
	small_done(&small);
}

static void an_empty_table_is_told_gently(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	render(&small, "md", PROFILE_PUBLIC, &out);
	check_holds(&out,
		    "### Table 2\n\nNothing was written down here, and that is fine: the talk itself was the work.\n",
		    true);
	buf_done(&out);
	small_done(&small);
}

static void a_workshop_without_anything_still_has_a_report(void **state)
{
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct arena arena = { 0 };
	struct buf out = { 0 };
	struct run run;

	(void)state;
	for (int workshops = 0; workshops < 2; workshops++) {
		run_fold(&book, (struct moment){ .wall_ms = 1000 }, &arena, &run);
		for (size_t f = 0; f < report_formats_len; f++)
			report_render(&book, &run, &report_formats[f], PROFILE_PUBLIC, &out);
		batch_add(&batch, ENTITY_workshop, "w", "w");
		fold_batch(&book, &batch);
	}
	check_holds(&out, "# \n", true);
	buf_done(&out);
	arena_done(&arena);
	workbook_done(&book);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_public_report_reads_as_it_was_looked_at),
		cmocka_unit_test(the_other_reports_read_as_they_were_looked_at),
		cmocka_unit_test(the_public_sees_open_fields_only),
		cmocka_unit_test(partners_see_who_offered_and_nothing_private),
		cmocka_unit_test(a_veiled_workbook_holds_nothing_beyond_its_reach),
		cmocka_unit_test(the_letter_opens_with_its_step_and_with_nothing_else),
		cmocka_unit_test(a_skipped_letter_stays_closed),
		cmocka_unit_test(a_real_case_is_not_for_the_public),
		cmocka_unit_test(names_and_numbers_in_texts_give_way),
		cmocka_unit_test(long_texts_are_veiled_in_one_pass),
		cmocka_unit_test(formats_are_found_by_name),
		cmocka_unit_test(a_room_counts_what_its_tables_count),
		cmocka_unit_test(a_step_of_open_length_has_no_planned_minutes),
		cmocka_unit_test(an_empty_table_is_told_gently),
		cmocka_unit_test(a_workshop_without_anything_still_has_a_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
