#include "domain/record.h"

#include "base/mem.h"
#include "domain/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Ids 0000…, 1111…, 2222… */
static void count_up(void *ctx, void *bytes, size_t len)
{
	unsigned char *next = ctx;

	memset(bytes, (*next)++, len);
}

static const struct item sharing = { .id = "i1", .kind = ITEM_KIND_TABLE }, thinking = { .id = "i0", .kind = ITEM_KIND_INDIVIDUAL };
static struct table table = { .id = "t1", .workshop = "w", .number = 1 };
static struct storyline storylines[] = { { .id = "s1", .workshop = "w", .table = "t1", .ending = "", .open_questions = "" } };
static struct step steps[] = {
	{ .id = "p1", .storyline = "s1", .pos = "A" },
	{ .id = "p2", .storyline = "s1", .pos = "B" },
	{ .id = "p3", .storyline = "s1", .pos = "C" },
};
static struct support supports[] = { { .id = "u1", .step = "p2", .pos = "V", .name = "隣の人" } };
static struct offer offers[] = { { .id = "o1", .table = "t1", .pos = "M", .text = "お茶", .merged_into = "" } };
static struct card cards[] = {
	{ .id = "c1", .number = 7, .name = "まるでん", .formality = FORMALITY_INFORMAL },
	{ .id = "c2", .number = 8, .name = "ﾄﾋﾞﾗ", .formality = FORMALITY_FORMAL },
	{ .id = "c3", .number = 9, .name = "みけ" },
	{ .id = "c4", .number = 10, .name = "ミケ" },
};

/* What a test writes with, and into. */
struct desk {
	struct workbook book;
	struct batch batch;
	unsigned char next;
	struct env env;
	struct record record;
};

static void desk_open(struct desk *desk, bool with_storyline)
{
	*desk = (struct desk){ 0 };
	desk->env = (struct env){ .fill_random = count_up, .ctx = &desk->next };
	workbook_set_rows(&desk->book, ENTITY_table, &table, 1);
	workbook_set_rows(&desk->book, ENTITY_offer, offers, COUNT(offers));
	workbook_set_rows(&desk->book, ENTITY_card, cards, COUNT(cards));
	if (with_storyline) {
		workbook_set_rows(&desk->book, ENTITY_storyline, storylines, COUNT(storylines));
		workbook_set_rows(&desk->book, ENTITY_step, steps, COUNT(steps));
		workbook_set_rows(&desk->book, ENTITY_support, supports, COUNT(supports));
	}
	desk->record = (struct record){ &desk->book, &table, { &sharing, 700 }, &desk->env, &desk->batch };
}

static void desk_close(struct desk *desk)
{
	struct fault fault = { "" };

	assert_int_equal(batch_check(&desk->batch, &fault), ST_OK);
	batch_done(&desk->batch);
}

/* The value of a field in one of the batch's facts. */
static struct value said(const struct desk *desk, size_t fact, enum field field)
{
	const struct fact *at = &desk->batch.facts[fact];

	for (size_t i = 0; i < at->changes_len; i++)
		if (at->changes[i].field->field == field)
			return at->changes[i].value;
	fail_msg("fact %zu does not say %s", fact, field_info_of(field)->name);
	return (struct value){ "", 0 };
}

static void an_offer_goes_to_the_end_of_its_tables_list(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	struct id id = record_offer(&desk.record, &(struct offer_said){ .text = "送り迎え", .by = "田中", .scope = SCOPE_TEN,
								.cost = COST_AT_COST, .need = "n1" });
	assert_int_equal(desk.batch.len, 1);
	assert_string_equal(desk.batch.facts[0].id, id.text);
	assert_string_equal(desk.batch.facts[0].workshop, "w");
	assert_string_equal(said(&desk, 0, FIELD_offer_table).text, "t1");
	assert_string_equal(said(&desk, 0, FIELD_offer_text).text, "送り迎え");
	assert_string_equal(said(&desk, 0, FIELD_offer_by).text, "田中");
	assert_string_equal(said(&desk, 0, FIELD_offer_need).text, "n1");
	assert_string_equal(said(&desk, 0, FIELD_offer_item).text, "i1");
	assert_int_equal(said(&desk, 0, FIELD_offer_scope).number, SCOPE_TEN);
	assert_int_equal(said(&desk, 0, FIELD_offer_cost).number, COST_AT_COST);
	assert_true(strcmp(said(&desk, 0, FIELD_offer_pos).text, "M") > 0);
	desk_close(&desk);
}

static void what_is_offered_while_each_thinks_alone_was_made_alone(void **state)
{
	static const struct {
		struct record_time time;
		const char *item;
		bool alone;
	} rows[] = { { { &thinking, 65 }, "i0", true }, { { &sharing, 65 }, "i1", false }, { { NULL, 0 }, "", false } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct desk desk;
		desk_open(&desk, true);
		desk.record.time = rows[i].time;
		record_offer(&desk.record, &(struct offer_said){ .text = "散歩" });
		assert_int_equal(said(&desk, 0, FIELD_offer_made_alone).number, rows[i].alone);
		assert_int_equal(said(&desk, 0, FIELD_offer_at_s).number, rows[i].time.at_s);
		assert_string_equal(said(&desk, 0, FIELD_offer_item).text, rows[i].item);
		assert_string_equal(said(&desk, 0, FIELD_offer_by).text, "");
		desk_close(&desk);
	}
}

static void a_note_has_its_kind(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	record_note(&desk.record, &(struct note_said){ .text = "夜に使える移動の手段がない", .kind = NOTE_KIND_ISSUE });
	assert_int_equal(desk.batch.facts[0].entity, ENTITY_note);
	assert_int_equal(said(&desk, 0, FIELD_note_kind).number, NOTE_KIND_ISSUE);
	desk_close(&desk);
}

static void the_first_step_begins_the_storyline(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, false);
	struct id id = record_step(&desk.record, &(struct step_said){ .text = "回覧板を頼む", .when_label = "きっかけ" });
	assert_int_equal(desk.batch.len, 2);
	assert_int_equal(desk.batch.facts[0].entity, ENTITY_storyline);
	assert_string_equal(said(&desk, 0, FIELD_storyline_table).text, "t1");
	assert_string_equal(said(&desk, 1, FIELD_step_storyline).text, desk.batch.facts[0].id);
	assert_string_equal(said(&desk, 1, FIELD_step_when_label).text, "きっかけ");
	assert_string_equal(desk.batch.facts[1].id, id.text);
	desk_close(&desk);
}

static void the_next_step_joins_the_storyline_that_is_there(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	record_step(&desk.record, &(struct step_said){ .text = "半年後" });
	assert_int_equal(desk.batch.len, 1);
	assert_string_equal(said(&desk, 0, FIELD_step_storyline).text, "s1");
	assert_true(strcmp(said(&desk, 0, FIELD_step_pos).text, "C") > 0);
	desk_close(&desk);
}

static void supports_of_one_step_stand_in_the_order_they_were_given(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	for (int i = 0; i < 5; i++)
		record_support(&desk.record, "p2", &(struct support_said){ .name = "だれか", .formality = FORMALITY_MIXED });
	record_support(&desk.record, "p1", &(struct support_said){ .name = "ほか" });
	assert_true(strcmp(said(&desk, 0, FIELD_support_pos).text, "V") > 0);
	for (size_t i = 1; i < 5; i++)
		assert_true(strcmp(said(&desk, i - 1, FIELD_support_pos).text, said(&desk, i, FIELD_support_pos).text) < 0);
	desk_close(&desk);
}

/* field.md 3, invariant 7 */
static void a_card_lends_its_name_and_formality_where_nothing_else_is_said(void **state)
{
	static const struct {
		const char *name;
		const struct card *card;
		enum formality formality;
		const char *name_then, *card_then;
		enum formality formality_then;
	} rows[] = {
		{ "", &cards[0], FORMALITY_UNSAID, "まるでん", "c1", FORMALITY_INFORMAL },
		{ "電器店", &cards[0], FORMALITY_UNSAID, "電器店", "c1", FORMALITY_INFORMAL },
		{ "", &cards[0], FORMALITY_MIXED, "まるでん", "c1", FORMALITY_MIXED },
		{ "隣の人", NULL, FORMALITY_INFORMAL, "隣の人", "", FORMALITY_INFORMAL },
		{ "隣の人", NULL, FORMALITY_UNSAID, "隣の人", "", FORMALITY_UNSAID },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct desk desk;
		desk_open(&desk, true);
		record_support(&desk.record, "p1",
			       &(struct support_said){ .name = rows[i].name, .card = rows[i].card, .formality = rows[i].formality });
		assert_string_equal(said(&desk, 0, FIELD_support_name).text, rows[i].name_then);
		assert_string_equal(said(&desk, 0, FIELD_support_card).text, rows[i].card_then);
		assert_int_equal(said(&desk, 0, FIELD_support_formality).number, rows[i].formality_then);
		desk_close(&desk);
	}
}

static void what_somebody_offered_helps_informally_under_the_first_line_of_its_words(void **state)
{
	struct offer offer = { .id = "o9", .merged_into = "", .text = "お茶を出す\n日曜の朝に" };
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	record_support(&desk.record, "p1", &(struct support_said){ .offer = &offer });
	record_support(&desk.record, "p1", &(struct support_said){ .offer = &offer, .formality = FORMALITY_FORMAL });
	assert_string_equal(said(&desk, 0, FIELD_support_name).text, "お茶を出す");
	assert_string_equal(said(&desk, 0, FIELD_support_offer).text, "o9");
	assert_int_equal(said(&desk, 0, FIELD_support_formality).number, FORMALITY_INFORMAL);
	assert_int_equal(said(&desk, 1, FIELD_support_formality).number, FORMALITY_FORMAL);
	desk_close(&desk);
}

/* A name holds 400 bytes: 133 kana, and no part of one. */
static void a_long_offer_gives_a_name_that_ends_between_characters(void **state)
{
	char text[3 * 200 + 1];
	struct offer offer = { .id = "o9", .merged_into = "", .text = text };
	struct desk desk;

	(void)state;
	for (size_t i = 0; i + 3 < sizeof text; i += 3)
		memcpy(text + i, "ん", 4);
	desk_open(&desk, true);
	record_support(&desk.record, "p1", &(struct support_said){ .offer = &offer });
	assert_int_equal(strlen(said(&desk, 0, FIELD_support_name).text), 3 * 133);
	desk_close(&desk);
}

static void a_support_says_what_it_does_and_to_whom_and_a_step_what_the_person_does(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	record_step(&desk.record, &(struct step_said){ .text = "玄関先で", .own_move = "会釈を返す" });
	record_support(&desk.record, "p1",
		       &(struct support_said){ .name = "隣の人", .action = SUPPORT_ACTION_WAIT, .who_to = "カズさん" });
	assert_string_equal(said(&desk, 0, FIELD_step_own_move).text, "会釈を返す");
	assert_int_equal(said(&desk, 1, FIELD_support_action).number, SUPPORT_ACTION_WAIT);
	assert_string_equal(said(&desk, 1, FIELD_support_who_to).text, "カズさん");
	desk_close(&desk);
}

static void an_offer_is_meant_by_its_id_or_by_all_of_its_words(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	assert_ptr_equal(record_offer_meant(&desk.book, "o1"), &offers[0]);
	assert_ptr_equal(record_offer_meant(&desk.book, "オ茶"), &offers[0]);
	assert_null(record_offer_meant(&desk.book, "お"));
	assert_null(record_offer_meant(&desk.book, ""));
	desk_close(&desk);
}

static void a_card_is_meant_by_its_number_or_by_its_name_however_it_is_typed(void **state)
{
	static const struct {
		const char *words, *id; /* NULL: none, or not clear which */
	} rows[] = {
		{ "7", "c1" },	   { "１０", "c4" },   { "まるでん", "c1" }, { "マルデン", "c1" }, { "とびら", "c2" },
		{ "みけ", NULL }, { "まる", NULL },   { "99", NULL },	    { "", NULL },	  { "7x", NULL },
	};
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct card *card = record_card(&desk.book, rows[i].words);
		if ((card != NULL) != (rows[i].id != NULL))
			fail_msg("“%s” means %s", rows[i].words, card ? card->id : "no card");
		if (card)
			assert_string_equal(card->id, rows[i].id);
	}
	desk_close(&desk);
}

static void a_sheet_lists_offers_then_the_story_then_notes(void **state)
{
	static const struct {
		enum sheet_kind kind;
		const char *id; /* NULL: a heading */
		size_t number;
	} rows[] = {
		{ SHEET_OFFERS, NULL, 1 }, { SHEET_OFFER, "o1", 1 }, { SHEET_STORY, NULL, 3 }, { SHEET_STEP, "p1", 1 },
		{ SHEET_STEP, "p2", 2 },   { SHEET_SUPPORT, "u1", 1 }, { SHEET_STEP, "p3", 3 }, { SHEET_NOTES, NULL, 0 },
	};
	struct arena arena = { 0 };
	struct desk desk;

	(void)state;
	desk_open(&desk, true);
	struct sheet sheet = sheet_of(&desk.book, &table, "", &arena);
	assert_int_equal(sheet.len, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(sheet.rows[i].kind, rows[i].kind);
		assert_int_equal(sheet.rows[i].number, rows[i].number);
		assert_int_equal(sheet_is_heading(sheet.rows[i].kind), rows[i].id == NULL);
		if (rows[i].id)
			assert_string_equal(sheet.rows[i].row->id, rows[i].id);
	}
	arena_done(&arena);
	desk_close(&desk);
}

/* Two people may begin the story at the same moment, each with a storyline of their own. */
static void a_sheet_shows_a_second_storyline_and_how_stories_end(void **state)
{
	static struct storyline both[] = {
		{ .id = "s1", .table = "t1", .title = "", .ending = "半年後も歩く", .open_questions = "" },
		{ .id = "s2", .table = "t1", .title = "", .ending = "", .open_questions = "だれが声をかける" },
	};
	static struct step two[] = { { .id = "p1", .storyline = "s1" }, { .id = "p2", .storyline = "s2" } };
	static const struct {
		enum sheet_kind kind;
		const char *id;
		size_t number;
	} rows[] = {
		{ SHEET_OFFERS, NULL, 0 }, { SHEET_STORY, NULL, 2 }, { SHEET_STEP, "p1", 1 }, { SHEET_ENDING, "s1", 1 },
		{ SHEET_STEP, "p2", 2 },   { SHEET_QUESTIONS, "s2", 1 }, { SHEET_NOTES, NULL, 0 },
	};
	struct workbook book = { 0 };
	struct arena arena = { 0 };

	(void)state;
	workbook_set_rows(&book, ENTITY_storyline, both, COUNT(both));
	workbook_set_rows(&book, ENTITY_step, two, COUNT(two));
	struct sheet sheet = sheet_of(&book, &table, "", &arena);
	assert_int_equal(sheet.len, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(sheet.rows[i].kind, rows[i].kind);
		assert_int_equal(sheet.rows[i].number, rows[i].number);
		if (rows[i].id)
			assert_int_equal(sheet_find(&sheet, rows[i].kind, rows[i].id), i);
	}
	assert_int_equal(sheet_find(&sheet, SHEET_STEP, "p9"), sheet.len);
	assert_int_equal(sheet_find(&sheet, SHEET_NOTES, ""), 6);
	arena_done(&arena);
}

static void every_entity_of_a_sheet_is_seen_as_some_kind_of_row(void **state)
{
	static const struct {
		enum entity entity;
		enum sheet_kind kind;
	} rows[] = {
		{ ENTITY_offer, SHEET_OFFER }, { ENTITY_step, SHEET_STEP }, { ENTITY_support, SHEET_SUPPORT }, { ENTITY_note, SHEET_NOTE },
		{ ENTITY_storyline, SHEET_STORY }, { ENTITY_table, SHEET_KINDS }, { ENTITY_card, SHEET_KINDS },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(sheet_kind_of(rows[i].entity), rows[i].kind);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_offer_goes_to_the_end_of_its_tables_list),
		cmocka_unit_test(what_is_offered_while_each_thinks_alone_was_made_alone),
		cmocka_unit_test(a_note_has_its_kind),
		cmocka_unit_test(the_first_step_begins_the_storyline),
		cmocka_unit_test(the_next_step_joins_the_storyline_that_is_there),
		cmocka_unit_test(supports_of_one_step_stand_in_the_order_they_were_given),
		cmocka_unit_test(a_card_lends_its_name_and_formality_where_nothing_else_is_said),
		cmocka_unit_test(what_somebody_offered_helps_informally_under_the_first_line_of_its_words),
		cmocka_unit_test(a_long_offer_gives_a_name_that_ends_between_characters),
		cmocka_unit_test(a_support_says_what_it_does_and_to_whom_and_a_step_what_the_person_does),
		cmocka_unit_test(an_offer_is_meant_by_its_id_or_by_all_of_its_words),
		cmocka_unit_test(a_card_is_meant_by_its_number_or_by_its_name_however_it_is_typed),
		cmocka_unit_test(a_sheet_lists_offers_then_the_story_then_notes),
		cmocka_unit_test(a_sheet_shows_a_second_storyline_and_how_stories_end),
		cmocka_unit_test(every_entity_of_a_sheet_is_seen_as_some_kind_of_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
