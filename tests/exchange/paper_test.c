#include "exchange/paper.h"

#include "base/mem.h"
#include "engine/guests.h"
#include "golden.h"
#include "small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void write_paper(const struct small *small, const char *name, struct buf *out)
{
	struct fault fault = { "" };

	buf_clear(out);
	if (paper_write(&small->book, &small->run, paper_kind_of_name(name), out, &fault) != ST_OK)
		fail_msg("%s: %s", name, fault.text);
}

static void check_holds(const char *name, const struct buf *out, const char *words, bool holds)
{
	if ((strstr(buf_text(out), words) != NULL) != holds)
		fail_msg("%s: “%s” is %s the paper:\n%s", name, words, holds ? "not in" : "in", buf_text(out));
}

static size_t count(const struct buf *out, const char *words)
{
	size_t count = 0;

	for (const char *at = buf_text(out); (at = strstr(at, words)); at += strlen(words))
		count++;
	return count;
}

static struct value number(int64_t number)
{
	return (struct value){ .text = "", .number = number };
}

static struct value text(const char *text)
{
	return (struct value){ .text = text };
}

/* --- as they were looked at ------------------------------------------------------------------------------------------- */

/* The person is asked to the workshop, comes, sits at table 1, and agrees to be got in touch with. */
static void invite(struct small *small, int64_t consent)
{
	struct id id = guest_id("w", "p1");

	small_set(small, FIELD_invitation_person, id.text, text("p1"));
	small_set(small, FIELD_invitation_status, id.text, number(REPLY_COMING));
	small_set(small, FIELD_invitation_role, id.text, number(PERSON_ROLE_SCRIBE));
	small_set(small, FIELD_invitation_consent_contact, id.text, number(consent));
}

/* Styles may change; what stands on the paper is what is kept. */
static void every_paper_reads_as_it_was_looked_at(void **state)
{
	struct small small;
	struct buf out = { 0 }, body = { 0 };
	char name[64];

	(void)state;
	small_init(&small);
	invite(&small, 1);
	for (size_t i = 0; i < paper_kinds_len; i++) {
		write_paper(&small, paper_kinds[i].name, &out);
		buf_clear(&body);
		buf_add_text(&body, strstr(buf_text(&out), "<body"));
		snprintf(name, sizeof name, "paper_%s.html", paper_kinds[i].name);
		golden_check(name, &body);
	}
	buf_done(&body);
	buf_done(&out);
	small_done(&small);
}

static void a_paper_stands_alone(void **state)
{
	static const char *const never[] = { "<script", "<link", "<img", "src=", "url(", "@import", "http:", "https:" };
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	invite(&small, 1);
	small_set(&small, FIELD_case_story_body, "c1", text("<script src=\"evil\"></script>"));
	small_set(&small, FIELD_card_name, "k1", text("</h2><img onerror=1>"));
	for (size_t i = 0; i < paper_kinds_len; i++) {
		write_paper(&small, paper_kinds[i].name, &out);
		for (size_t k = 0; k < COUNT(never); k++)
			check_holds(paper_kinds[i].name, &out, strcmp(never[k], "src=") ? never[k] : " src=\"", false);
		assert_non_null(strstr(buf_text(&out), "Content-Security-Policy"));
	}
	buf_done(&out);
	small_done(&small);
}

/* --- who may see what ------------------------------------------------------------------------------------------------- */

static void a_paper_holds_nothing_beyond_its_reader(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	invite(&small, 1);
	small_plant_markers(&small);
	for (size_t i = 0; i < paper_kinds_len; i++) {
		const struct paper_kind *kind = &paper_kinds[i];
		write_paper(&small, kind->name, &out);
		check_holds(kind->name, &out, "SEALED-", kind->is_sealed);
		if (kind->profile != PROFILE_INTERNAL)
			check_holds(kind->name, &out, "PRIVATE-", false);
		if (kind->profile == PROFILE_PUBLIC)
			check_holds(kind->name, &out, "ROOM-", false);
	}
	write_paper(&small, "agenda", &out);
	check_holds("agenda", &out, "PRIVATE-item-cue", true);
	write_paper(&small, "people", &out);
	check_holds("people", &out, "PRIVATE-person-name", true);
	check_holds("people", &out, "PRIVATE-invitation-remark", false);
	buf_done(&out);
	small_done(&small);
}

static void only_who_agreed_is_on_the_list_of_contacts(void **state)
{
	struct small small;
	struct buf out = { 0 };
	struct fault fault = { "" };

	(void)state;
	small_init(&small);
	small_set(&small, FIELD_person_consent_contact, "p1", number(1));
	invite(&small, 0);
	assert_int_equal(paper_write(&small.book, &small.run, paper_kind_of_name("contacts"), &out, &fault), ST_NOT_FOUND);
	assert_int_equal(out.len, 0);
	assert_true(*fault.text);
	invite(&small, 1);
	write_paper(&small, "contacts", &out);
	check_holds("contacts", &out, "佐伯 みのり", true);
	buf_done(&out);
	small_done(&small);
}

static void who_will_not_come_is_not_looked_for_at_the_door(void **state)
{
	struct small small;
	struct buf out = { 0 };
	struct id id = guest_id("w", "p1");

	(void)state;
	small_init(&small);
	invite(&small, 0);
	write_paper(&small, "people", &out);
	check_holds("people", &out, "No seat yet", true);
	small_set(&small, FIELD_invitation_status, id.text, number(REPLY_ABSENT));
	assert_int_equal(paper_write(&small.book, &small.run, paper_kind_of_name("people"), &out, NULL), ST_NOT_FOUND);
	buf_done(&out);
	small_done(&small);
}

/* --- cards ------------------------------------------------------------------------------------------------------------ */

static void eight_cards_are_on_a_sheet(void **state)
{
	static const struct {
		size_t cards, sheets;
	} rows[] = { { 1, 1 }, { 8, 1 }, { 9, 2 }, { 100, 13 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct small small;
		struct buf out = { 0 };
		char id[16];
		small_init(&small);
		for (size_t k = 2; k <= rows[i].cards; k++) {
			snprintf(id, sizeof id, "k%zu", k);
			small_set(&small, FIELD_card_name, id, text("もう一枚"));
		}
		write_paper(&small, "cards", &out);
		assert_int_equal(count(&out, "<article class=\"card"), rows[i].cards);
		assert_int_equal(count(&out, "<section class=\"sheet\">"), rows[i].sheets);
		assert_int_equal(count(&out, "</section>"), rows[i].sheets);
		buf_done(&out);
		small_done(&small);
	}
}

/* So that cards can be told on any printer, and by who does not see colours. */
static void a_card_says_how_formal_it_is_by_letter(void **state)
{
	static const struct {
		enum formality formality;
		const char *band;
	} rows[] = {
		{ FORMALITY_FORMAL, "<article class=\"card formal\">\n<header><b>F</b>" },
		{ FORMALITY_INFORMAL, "<article class=\"card informal\">\n<header><b>I</b>" },
		{ FORMALITY_MIXED, "<article class=\"card mixed\">\n<header><b>M</b>" },
		{ FORMALITY_UNSAID, "<article class=\"card \">\n<header><b>–</b>" },
	};
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	for (size_t i = 0; i < COUNT(rows); i++) {
		small_set(&small, FIELD_card_formality, "k1", number(rows[i].formality));
		write_paper(&small, "cards", &out);
		buf_add_text(&out, "\n");
		check_holds("cards", &out, rows[i].band, true);
	}
	buf_done(&out);
	small_done(&small);
}

static void what_has_closed_down_is_on_no_card(void **state)
{
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	small_set(&small, FIELD_card_state, "k1", number(CARD_STATE_RESTING));
	write_paper(&small, "cards", &out);
	check_holds("cards", &out, "resting", true);
	small_set(&small, FIELD_card_state, "k1", number(CARD_STATE_ENDED));
	assert_int_equal(paper_write(&small.book, &small.run, paper_kind_of_name("cards"), &out, NULL), ST_NOT_FOUND);
	buf_done(&out);
	small_done(&small);
}

/* --- the rest --------------------------------------------------------------------------------------------------------- */

static void a_case_that_is_not_invented_is_collected_again(void **state)
{
	static const struct {
		enum case_kind kind;
		bool collected;
	} rows[] = { { CASE_KIND_FICTIONAL, false }, { CASE_KIND_ANONYMISED, true }, { CASE_KIND_REAL, true } };
	struct small small;
	struct buf out = { 0 };

	(void)state;
	small_init(&small);
	for (size_t i = 0; i < COUNT(rows); i++) {
		small_set(&small, FIELD_case_story_kind, "c1", number(rows[i].kind));
		write_paper(&small, "case", &out);
		check_holds("case", &out, "collected at the end", rows[i].collected);
	}
	buf_done(&out);
	small_done(&small);
}

static void a_long_letter_takes_the_sheets_it_needs(void **state)
{
	struct small small;
	struct buf out = { 0 }, body = { 0 };

	(void)state;
	small_init(&small);
	write_paper(&small, "letter", &out);
	assert_int_equal(count(&out, "the body of the letter"), 2);
	for (int i = 0; i < 100; i++)
		buf_add_text(&body, "長いお手紙です。");
	small_set(&small, FIELD_letter_body, "l1", text(buf_text(&body)));
	write_paper(&small, "letter", &out);
	assert_int_equal(count(&out, "<article>"), 1);
	buf_done(&body);
	buf_done(&out);
	small_done(&small);
}

static void without_a_workshop_there_is_nothing_to_print(void **state)
{
	struct workbook book = { 0 };
	struct arena arena = { 0 };
	struct run run;

	(void)state;
	run_fold(&book, (struct moment){ .wall_ms = 1000 }, &arena, &run);
	for (size_t i = 0; i < paper_kinds_len; i++) {
		struct buf out = { 0 };
		struct fault fault = { "" };
		assert_int_equal(paper_write(&book, &run, &paper_kinds[i], &out, &fault), ST_NOT_FOUND);
		assert_true(*fault.text);
		assert_int_equal(out.len, 0);
	}
	assert_null(paper_kind_of_name("poster"));
	arena_done(&arena);
	workbook_done(&book);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_paper_reads_as_it_was_looked_at),
		cmocka_unit_test(a_paper_stands_alone),
		cmocka_unit_test(a_paper_holds_nothing_beyond_its_reader),
		cmocka_unit_test(only_who_agreed_is_on_the_list_of_contacts),
		cmocka_unit_test(who_will_not_come_is_not_looked_for_at_the_door),
		cmocka_unit_test(eight_cards_are_on_a_sheet),
		cmocka_unit_test(a_card_says_how_formal_it_is_by_letter),
		cmocka_unit_test(what_has_closed_down_is_on_no_card),
		cmocka_unit_test(a_case_that_is_not_invented_is_collected_again),
		cmocka_unit_test(a_long_letter_takes_the_sheets_it_needs),
		cmocka_unit_test(without_a_workshop_there_is_nothing_to_print),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
