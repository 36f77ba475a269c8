#include "exchange/demo.h"

#include "base/mem.h"
#include "domain/tally.h"
#include "engine/run.h"
#include "exchange/report.h"
#include "fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const int64_t start_ms = 1795321800000; /* 22 November 2026, 13:30 in Japan */

/* The town, and its script played into it. */
struct town {
	struct fold_env env;
	struct workbook book;
	struct arena arena;
	struct run run;
	struct demo demo;
};

static void town_init(struct town *town)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct id workshop;

	*town = (struct town){ 0 };
	fold_env_init(&town->env, start_ms);
	if (demo_fill(&batch, &town->env.env, start_ms, &workshop, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	if (batch_check(&batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	fold_batch(&town->book, &batch);
	run_fold(&town->book, town->env.now, &town->arena, &town->run);
	demo_open(&town->demo);
}

static void town_done(struct town *town)
{
	demo_done(&town->demo);
	arena_done(&town->arena);
	workbook_done(&town->book);
}

/* Plays up to `lines` of the script as one batch. */
static void town_play(struct town *town, size_t lines)
{
	struct batch batch = { 0 };
	struct fault fault = { "" };
	struct act act = { &town->book, &town->run, &town->env.env, &batch };

	for (; lines > 0 && town->demo.next < town->demo.len; lines--)
		demo_play(&town->demo, &act);
	if (batch_check(&batch, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	fold_batch(&town->book, &batch);
	run_fold(&town->book, town->env.now, &town->arena, &town->run);
}

static void fifty_two_people_stand_where_they_were_counted(void **state)
{
	static const struct {
		enum stance stance;
		size_t people;
	} split[] = {
		{ STANCE_WELFARE, 14 }, { STANCE_CITIZEN, 11 },  { STANCE_BUSINESS, 8 },  { STANCE_GOVERNMENT, 6 },
		{ STANCE_MEDICAL, 5 },  { STANCE_VOLUNTEER, 4 }, { STANCE_EDUCATION, 2 },
	};
	struct town town;
	size_t people[32] = { 0 };

	(void)state;
	town_init(&town);
	assert_int_equal(town.book.people.len, 52);
	for (size_t i = 0; i < town.book.people.len; i++)
		people[town.book.people.at[i].stance]++;
	for (size_t i = 0; i < COUNT(split); i++)
		assert_int_equal(people[split[i].stance], split[i].people);
	assert_int_equal(people[STANCE_PERSON_CONCERNED] + people[STANCE_FAMILY], 2);
	town_done(&town);
}

static size_t count_cards(const struct workbook *book, enum formality formality)
{
	size_t cards = 0;

	for (size_t i = 0; i < book->cards.len; i++)
		cards += book->cards.at[i].formality == formality;
	return cards;
}

static void twenty_cards_are_as_printed(void **state)
{
	struct town town;

	(void)state;
	town_init(&town);
	assert_int_equal(town.book.cards.len, 20);
	assert_int_equal(count_cards(&town.book, FORMALITY_FORMAL), 8);
	assert_int_equal(count_cards(&town.book, FORMALITY_MIXED), 3);
	assert_int_equal(count_cards(&town.book, FORMALITY_INFORMAL), 9);
	for (size_t i = 0; i < town.book.cards.len; i++) {
		const struct card *card = &town.book.cards.at[i];
		char phone[32];
		assert_int_equal(card->number, i + 1);
		snprintf(phone, sizeof phone, "000-000-00%02zu", i + 1);
		assert_string_equal(card->phone, phone);
		assert_int_not_equal(card->kind, CARD_KIND_UNSAID);
	}
	assert_string_equal(town.book.cards.at[2].name, "ひきこもり相談窓口「とびら」");
	assert_string_equal(town.book.cards.at[17].area, "川端・みどり町(圏域外)");
	town_done(&town);
}

static void the_frame_is_a_case_a_letter_eight_needs_and_eight_tables(void **state)
{
	struct town town;

	(void)state;
	town_init(&town);
	const struct case_story *story = workbook_case(&town.book);
	assert_string_equal(story->title, "ラジオの音がする家");
	assert_int_equal(story->kind, CASE_KIND_FICTIONAL);
	assert_non_null(strstr(story->body, "「こわれたラジオ、ありますか」"));
	assert_non_null(strstr(workbook_letter(&town.book)->body, "久しぶりに、お茶を出しました。"));
	assert_int_equal(town.book.needs.len, 8);
	assert_string_equal(town.book.needs.at[4].text, "夜でない時間に安心して話せる相手");
	assert_int_equal(town.book.needs.at[5].kind, NEED_KIND_WISH);
	assert_int_equal(town.book.tables.len, DEMO_TABLES);
	town_done(&town);
}

static void the_agenda_is_two_hours_and_ends_after_the_letter(void **state)
{
	struct town town;
	int64_t planned_s = 0;

	(void)state;
	town_init(&town);
	for (size_t i = 0; i < town.book.items.len; i++)
		planned_s += town.book.items.at[i].planned_s;
	assert_int_equal(planned_s, 120 * 60);
	assert_int_equal(town.book.items.len, 13);
	assert_int_equal(town.book.items.at[11].kind, ITEM_KIND_LETTER);
	assert_string_equal(workbook_workshop(&town.book)->template_name, "kizuna");
	assert_true(town.run.slack_ms > 0);
	town_done(&town);
}

static void the_third_table_tells_the_story_as_printed(void **state)
{
	static const char *const whens[] = { "きっかけ", "3日後", "1週間後", "退院前", "3か月後" };
	struct town town;

	(void)state;
	town_init(&town);
	town_play(&town, SIZE_MAX);
	const char *table = workbook_table(&town.book, 3)->id;
	const struct storyline *storyline = workbook_storyline(&town.book, table);
	struct tally tally = tally_of(&town.book, table);
	assert_string_equal(storyline->title, "こわれたラジオ、あります");
	assert_string_equal(storyline->lead_support, town.book.cards.at[2].name);
	assert_string_equal(storyline->open_questions, "お母さんの夜の見守りはだれが");
	assert_int_equal(tally.formal, 5);
	assert_int_equal(tally.informal, 4);
	assert_int_equal(tally.mixed, 1);
	assert_int_equal(tally.steps, COUNT(whens));
	assert_string_equal(storyline->lead_card, town.book.cards.at[2].id);
	size_t step = workbook_next(&town.book, FIELD_step_storyline, storyline->id, 0);
	for (size_t i = 0; i < COUNT(whens); i++) {
		assert_string_equal(town.book.steps.at[step].when_label, whens[i]);
		assert_int_equal(*town.book.steps.at[step].own_move != '\0', i != 2); /* for once he is asked nothing */
		size_t support = workbook_next(&town.book, FIELD_support_step, town.book.steps.at[step].id, 0);
		assert_true(town.book.supports.at[support].action != SUPPORT_ACTION_UNSAID);
		assert_true(*town.book.supports.at[support].who_to);
		step = workbook_next(&town.book, FIELD_step_storyline, storyline->id, step + 1);
	}
	town_done(&town);
}

static bool is_somebody(const struct workbook *book, const char *name)
{
	for (size_t i = 0; i < book->people.len; i++)
		if (strcmp(book->people.at[i].name, name) == 0)
			return true;
	return false;
}

static void every_table_has_offers_of_people_and_a_story_of_its_own(void **state)
{
	struct town town;

	(void)state;
	town_init(&town);
	town_play(&town, SIZE_MAX);
	for (int64_t number = 1; number <= DEMO_TABLES; number++) {
		const struct table *table = workbook_table(&town.book, number);
		struct tally tally = tally_of(&town.book, table->id);
		bool is_unfinished = number == 8;
		assert_true(*table->headline);
		assert_in_range(tally.offers, 4, 7);
		assert_true(tally.notes >= 2);
		assert_int_equal(tally.supports, tally.formal + tally.informal + tally.mixed);
		assert_int_equal(town.run.table_states[number - 1],
				 is_unfinished ? TABLE_STATE_MORE : TABLE_STATE_READY);
		if (is_unfinished)
			continue;
		assert_in_range(tally.steps, 4, 6);
		assert_true(tally.formal > 0 && tally.informal > 0);
		assert_true(*workbook_storyline(&town.book, table->id)->title);
	}
	for (size_t i = 0; i < town.book.offers.len; i++) {
		assert_true(is_somebody(&town.book, town.book.offers.at[i].by));
		assert_true(*town.book.offers.at[i].need);
	}
	town_done(&town);
}

/* A support in the script says its formality and its card: the two agree, as the card was printed. */
static void supports_from_cards_are_what_their_cards_are(void **state)
{
	struct town town;
	size_t from_cards = 0, free_texts = 0;

	(void)state;
	town_init(&town);
	town_play(&town, SIZE_MAX);
	for (size_t i = 0; i < town.book.supports.len; i++) {
		const struct support *support = &town.book.supports.at[i];
		const struct card *card = workbook_card(&town.book, support->card);
		assert_true(*support->name);
		free_texts += card == NULL;
		from_cards += card != NULL;
		if (!card)
			continue;
		assert_string_equal(support->name, card->name);
		assert_int_equal(support->formality, card->formality);
	}
	assert_true(from_cards > 0 && free_texts > 0);
	town_done(&town);
}

static void the_script_fills_an_hour_and_all_tables_speak_by_turns(void **state)
{
	struct town town;
	int64_t last_s[DEMO_TABLES] = { 0 };

	(void)state;
	town_init(&town);
	assert_true(town.demo.len > 200);
	for (size_t i = 0; i < town.demo.len; i++) {
		const struct demo_line *line = &town.demo.lines[i];
		assert_in_range(line->due_s, 0, 3600);
		assert_true(i == 0 || line->due_s >= line[-1].due_s);
		/* No table says two things at once. */
		assert_true(line->due_s > last_s[line->table - 1]);
		last_s[line->table - 1] = line->due_s;
	}
	for (int64_t i = 0; i < DEMO_TABLES; i++)
		assert_true(last_s[i] > 50 * 60);
	town_done(&town);
}

static void check_same(const struct workbook *one, const struct workbook *other, enum field field)
{
	const struct field_info *info = field_info_of(field);
	enum entity entity = field_entity(field);

	assert_int_equal(workbook_len(one, entity), workbook_len(other, entity));
	for (size_t i = 0; i < workbook_len(one, entity); i++)
		assert_string_equal(row_value(workbook_row(one, entity, i), info).text,
				    row_value(workbook_row(other, entity, i), info).text);
}

static void one_batch_or_hundreds_give_the_same_town(void **state)
{
	struct town at_once, one_by_one;
	static const struct report_format *format;
	struct buf first = { 0 }, second = { 0 };

	(void)state;
	town_init(&at_once);
	town_init(&one_by_one);
	town_play(&at_once, SIZE_MAX);
	while (one_by_one.demo.next < one_by_one.demo.len)
		town_play(&one_by_one, 1);
	format = report_format_of_name("md");
	report_render(&at_once.book, &at_once.run, format, PROFILE_INTERNAL, &first);
	report_render(&one_by_one.book, &one_by_one.run, format, PROFILE_INTERNAL, &second);
	assert_string_equal(buf_text(&first), buf_text(&second));
	check_same(&at_once.book, &one_by_one.book, FIELD_support_pos);
	buf_done(&first);
	buf_done(&second);
	town_done(&at_once);
	town_done(&one_by_one);
}

/* Somebody sits at table 3 with a scribe's console while the tables fill by themselves. */
static void what_people_write_meanwhile_stands_beside_it(void **state)
{
	struct town town;
	struct batch batch = { 0 };

	(void)state;
	town_init(&town);
	const char *workshop = workbook_workshop(&town.book)->id;
	batch_add(&batch, ENTITY_storyline, workshop, "mine");
	batch_set_text(&batch, FIELD_storyline_table, workbook_table(&town.book, 3)->id);
	batch_add(&batch, ENTITY_table, workshop, workbook_table(&town.book, 5)->id);
	batch_set_number(&batch, FIELD_gone, 1);
	fold_batch(&town.book, &batch);
	town_play(&town, SIZE_MAX);
	const struct storyline *storyline = workbook_storyline(&town.book, workbook_table(&town.book, 3)->id);
	assert_string_equal(storyline->id, "mine");
	assert_string_equal(storyline->title, "こわれたラジオ、あります");
	assert_int_equal(town.book.storylines.len, DEMO_TABLES - 1);
	town_done(&town);
}

static void nobody_of_the_town_is_named_in_its_public_report(void **state)
{
	struct town town;
	struct buf out = { 0 };

	(void)state;
	town_init(&town);
	town_play(&town, SIZE_MAX);
	for (size_t f = 0; f < report_formats_len; f++) {
		buf_clear(&out);
		report_render(&town.book, &town.run, &report_formats[f], PROFILE_PUBLIC, &out);
		for (size_t i = 0; i < town.book.people.len; i++)
			assert_null(strstr(buf_text(&out), town.book.people.at[i].name));
		assert_null(strstr(buf_text(&out), "000-000-"));
		assert_null(strstr(buf_text(&out), "ラジオを直しました"));
	}
	report_render(&town.book, &town.run, report_format_of_name("md"), PROFILE_PARTNERS, &out);
	assert_non_null(strstr(buf_text(&out), town.book.people.at[0].name));
	buf_done(&out);
	town_done(&town);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fifty_two_people_stand_where_they_were_counted),
		cmocka_unit_test(twenty_cards_are_as_printed),
		cmocka_unit_test(the_frame_is_a_case_a_letter_eight_needs_and_eight_tables),
		cmocka_unit_test(the_agenda_is_two_hours_and_ends_after_the_letter),
		cmocka_unit_test(the_third_table_tells_the_story_as_printed),
		cmocka_unit_test(every_table_has_offers_of_people_and_a_story_of_its_own),
		cmocka_unit_test(supports_from_cards_are_what_their_cards_are),
		cmocka_unit_test(the_script_fills_an_hour_and_all_tables_speak_by_turns),
		cmocka_unit_test(one_batch_or_hundreds_give_the_same_town),
		cmocka_unit_test(what_people_write_meanwhile_stands_beside_it),
		cmocka_unit_test(nobody_of_the_town_is_named_in_its_public_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
