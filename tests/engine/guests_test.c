/* The people of a workshop: who is asked, what is written of them, who came and who did not, and how many. */
#include "engine/attendance.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

enum { PEOPLE = 3, MINUTE_MS = 60000, BEGAN_MS = 1000 * MINUTE_MS };

/* A workshop of three, in the order of the directory, and the simplest store: a fact changes its row. */
struct hall {
	struct workbook book;
	struct workshop workshop;
	struct person people[PEOPLE];
	struct invitation invitations[PEOPLE];
	struct arena arena;
	struct run run;
};

static struct person person(const char *id, enum stance stance, enum reply status)
{
	return (struct person){ .id = id, .workshop = "", .name = id, .kana = id, .affiliation = "", .occupation = "",
				.area = "", .invited_by = "", .note = "", .stance = stance, .status = status, .consent_contact = 1 };
}

static void begin(struct hall *hall, enum reply a, enum reply b, enum reply c)
{
	*hall = (struct hall){ .workshop = { .id = "w", .workshop = "w", .title = "Circle" } };
	hall->people[0] = person("a", STANCE_CITIZEN, a);
	hall->people[1] = person("b", STANCE_CITIZEN, b);
	hall->people[2] = person("c", STANCE_MEDICAL, c);
	workbook_set_rows(&hall->book, ENTITY_workshop, &hall->workshop, 1);
	workbook_set_rows(&hall->book, ENTITY_person, hall->people, PEOPLE);
	workbook_set_rows(&hall->book, ENTITY_invitation, hall->invitations, 0);
	hall->run = (struct run){ .planned_start_ms = BEGAN_MS };
}

static void done(struct hall *hall)
{
	arena_done(&hall->arena);
	workbook_done(&hall->book);
}

static struct guests guests(struct hall *hall)
{
	return guests_of(&hall->book, &hall->arena);
}

static struct invitation *row_of(struct hall *hall, const struct fact *fact)
{
	size_t len = hall->book.invitations.len;

	for (size_t i = 0; i < len; i++)
		if (strcmp(hall->invitations[i].id, fact->id) == 0)
			return &hall->invitations[i];
	assert_true(len < PEOPLE);
	hall->invitations[len] = (struct invitation){ .id = arena_copy(&hall->arena, fact->id), .workshop = "w", .person = "",
						      .invited_by = "", .asked_on = "", .next_on = "", .remark = "" };
	workbook_set_rows(&hall->book, ENTITY_invitation, hall->invitations, len + 1);
	return &hall->invitations[len];
}

/* Writes the batch down: how many facts it had. */
static size_t commit(struct hall *hall, struct batch *batch)
{
	size_t len = batch->len;

	for (size_t i = 0; i < len; i++) {
		const struct fact *fact = &batch->facts[i];
		struct row *row = fact->entity == ENTITY_person
					  ? workbook_find(&hall->book, ENTITY_person, fact->id)
					  : (struct row *)(void *)row_of(hall, fact);
		for (size_t k = 0; k < fact->changes_len; k++) {
			struct change change = fact->changes[k];
			change.value.text = arena_copy(&hall->arena, change.value.text);
			row_set(row, change.field, change.value);
		}
	}
	batch_done(batch);
	return len;
}

static size_t save(struct hall *hall, struct invitation wanted)
{
	struct guests all = guests(hall);
	struct batch batch = { 0 };

	guest_write(&hall->book, &all, &wanted, &batch);
	return commit(hall, &batch);
}

static void whom_the_directory_gives_no_answer_is_not_asked(void **state)
{
	struct hall hall;

	(void)state;
	begin(&hall, REPLY_COMING, REPLY_NOT_ASKED, REPLY_ABSENT);
	struct guests all = guests(&hall);
	assert_false(all.is_written);
	assert_int_equal(all.len, 2);
	assert_string_equal(all.at[0].person->id, "a");
	assert_string_equal(all.at[1].person->id, "c");
	/* Consent is given for one workshop, whatever a list says. */
	assert_int_equal(all.at[0].said.consent_contact, 0);
	done(&hall);
}

static void the_first_invitation_writes_down_what_the_directory_said(void **state)
{
	struct hall hall;

	(void)state;
	begin(&hall, REPLY_COMING, REPLY_NOT_ASKED, REPLY_ABSENT);
	assert_int_equal(save(&hall, guest_new(&hall.people[1])), 3);
	struct guests all = guests(&hall);
	assert_true(all.is_written);
	assert_int_equal(all.len, 3);
	assert_int_equal(all.at[0].said.status, REPLY_COMING);
	assert_int_equal(all.at[1].said.status, REPLY_NOT_ASKED);
	assert_int_equal(all.at[2].said.status, REPLY_ABSENT);
	assert_int_equal(all.at[0].row->consent_contact, 0);
	done(&hall);
}

static void only_what_differs_is_written(void **state)
{
	struct hall hall;

	(void)state;
	begin(&hall, REPLY_NOT_ASKED, REPLY_NOT_ASKED, REPLY_NOT_ASKED);
	struct invitation wanted = guest_new(&hall.people[0]);
	assert_int_equal(save(&hall, wanted), 1);
	assert_int_equal(save(&hall, wanted), 0);
	wanted.status = REPLY_COMING;
	struct guests all = guests(&hall);
	struct batch batch = { 0 };
	guest_write(&hall.book, &all, &wanted, &batch);
	assert_int_equal(batch.len, 1);
	assert_int_equal(batch.facts[0].changes_len, 1);
	assert_int_equal(batch.facts[0].changes[0].field->field, FIELD_invitation_status);
	commit(&hall, &batch);
	done(&hall);
}

static void two_who_invite_the_same_person_write_one_row(void **state)
{
	(void)state;
	assert_string_equal(guest_id("w", "a").text, guest_id("w", "a").text);
	assert_string_not_equal(guest_id("w", "a").text, guest_id("w", "b").text);
	assert_string_not_equal(guest_id("w", "a").text, guest_id("v", "a").text);
}

static void who_is_taken_off_leaves_no_consent_behind(void **state)
{
	struct hall hall;
	struct batch batch = { 0 };

	(void)state;
	begin(&hall, REPLY_NOT_ASKED, REPLY_NOT_ASKED, REPLY_NOT_ASKED);
	struct invitation wanted = guest_new(&hall.people[0]);
	wanted.consent_contact = wanted.consent_photo = 1;
	wanted.status = REPLY_COMING;
	wanted.presence = PRESENCE_CAME;
	wanted.came_ms = BEGAN_MS;
	save(&hall, wanted);
	struct guests all = guests(&hall);
	guest_take_off(&hall.book, &all, &all.at[0], &batch);
	commit(&hall, &batch);
	assert_int_equal(hall.invitations[0].gone, 1);
	assert_int_equal(hall.invitations[0].consent_contact, 0);
	assert_int_equal(hall.invitations[0].consent_photo, 0);
	assert_int_equal(hall.invitations[0].presence, PRESENCE_UNSAID);
	assert_int_equal(hall.invitations[0].came_ms, 0);
	assert_int_equal(hall.invitations[0].status, REPLY_NOT_ASKED);
	done(&hall);
}

/* --- on the day ------------------------------------------------------------------------------------------------------- */

static void who_came_how_late_and_who_did_not(void **state)
{
	static const struct {
		enum reply status;
		enum presence presence;
		int64_t came_min; /* after the planned start; the clock began 10 minutes after it */
		enum run_state run;
		bool came, stayed_away, walked_in;
		int64_t late_min;
	} cases[] = {
		{ REPLY_COMING, PRESENCE_UNSAID, 0, RUN_PLANNED, false, false, false, 0 },
		{ REPLY_COMING, PRESENCE_UNSAID, 0, RUN_ENDED, false, true, false, 0 },
		{ REPLY_ASKED, PRESENCE_UNSAID, 0, RUN_ENDED, false, false, false, 0 },
		{ REPLY_COMING, PRESENCE_NO_SHOW, 0, RUN_RUNNING, false, true, false, 0 },
		{ REPLY_COMING, PRESENCE_CAME, -5, RUN_RUNNING, true, false, false, 0 },
		{ REPLY_COMING, PRESENCE_CAME, 10, RUN_RUNNING, true, false, false, 0 },
		{ REPLY_COMING, PRESENCE_CAME, 25, RUN_RUNNING, true, false, false, 15 },
		{ REPLY_NOT_ASKED, PRESENCE_CAME, 0, RUN_RUNNING, true, false, true, 0 },
		{ REPLY_ABSENT, PRESENCE_LEFT, 0, RUN_ENDED, true, false, true, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct guest guest = { .said = { .status = cases[i].status, .presence = cases[i].presence,
						       .came_ms = BEGAN_MS + cases[i].came_min * MINUTE_MS } };
		const struct run run = { .state = cases[i].run, .planned_start_ms = BEGAN_MS,
					 .actual_start_ms = BEGAN_MS + 10 * MINUTE_MS };
		assert_int_equal(guest_came(&guest), cases[i].came);
		assert_int_equal(guest_stayed_away(&guest, &run), cases[i].stayed_away);
		assert_int_equal(guest_walked_in(&guest), cases[i].walked_in);
		assert_int_equal(guest_late_min(&guest, &run), cases[i].late_min);
	}
}

static void who_has_not_answered_is_due_on_the_day_and_after_it(void **state)
{
	static const struct {
		enum reply status;
		const char *next_on;
		bool is_due;
	} cases[] = {
		{ REPLY_NOT_ASKED, "", false },		  { REPLY_NOT_ASKED, "2026-11-23", false },
		{ REPLY_NOT_ASKED, "2026-11-22", true },  { REPLY_ASKED, "2026-11-01", true },
		{ REPLY_UNDECIDED, "2025-12-31", true },  { REPLY_COMING, "2026-11-01", false },
		{ REPLY_ABSENT, "2026-11-01", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct guest guest = { .said = { .status = cases[i].status, .next_on = cases[i].next_on } };
		assert_int_equal(guest_is_due(&guest, "2026-11-22"), cases[i].is_due);
	}
}

static void heads_are_counted_by_stance(void **state)
{
	struct hall hall;

	(void)state;
	begin(&hall, REPLY_COMING, REPLY_UNDECIDED, REPLY_COMING);
	struct guests all = guests(&hall);
	struct invitation came = all.at[0].said;
	came.presence = PRESENCE_CAME;
	came.came_ms = BEGAN_MS + 3 * MINUTE_MS;
	save(&hall, came);
	hall.run.state = RUN_ENDED;
	struct attendance counted = attendance_of(&hall.book, &hall.run, &hall.arena);
	assert_true(counted.is_counted);
	assert_int_equal(counted.all.invited, 3);
	assert_int_equal(counted.all.coming, 2);
	assert_int_equal(counted.all.waiting, 1);
	assert_int_equal(counted.all.came, 1);
	assert_int_equal(counted.all.late, 1);
	assert_int_equal(counted.all.stayed_away, 1);
	assert_int_equal(counted.by_stance[STANCE_CITIZEN].invited, 2);
	assert_int_equal(counted.by_stance[STANCE_CITIZEN].came, 1);
	assert_int_equal(counted.by_stance[STANCE_MEDICAL].stayed_away, 1);
	assert_int_equal(counted.by_field[PERSON_FIELD_UNSAID].invited, 3);
	done(&hall);
}

static void who_had_a_seat_was_there_where_nobody_stood_at_the_door(void **state)
{
	struct hall hall;
	struct seat seats[] = { { .id = "1", .person = "c", .table = "t", .round = 1 }, { .id = "2", .person = "c", .table = "t", .round = 2 } };

	(void)state;
	begin(&hall, REPLY_COMING, REPLY_COMING, REPLY_COMING);
	workbook_set_rows(&hall.book, ENTITY_seat, seats, COUNT(seats));
	assert_false(attendance_of(&hall.book, &hall.run, &hall.arena).is_counted);
	hall.run.state = RUN_ENDED;
	struct attendance counted = attendance_of(&hall.book, &hall.run, &hall.arena);
	assert_true(counted.is_counted);
	assert_int_equal(counted.all.came, 1);
	assert_int_equal(counted.by_stance[STANCE_MEDICAL].came, 1);
	done(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whom_the_directory_gives_no_answer_is_not_asked),
		cmocka_unit_test(the_first_invitation_writes_down_what_the_directory_said),
		cmocka_unit_test(only_what_differs_is_written),
		cmocka_unit_test(two_who_invite_the_same_person_write_one_row),
		cmocka_unit_test(who_is_taken_off_leaves_no_consent_behind),
		cmocka_unit_test(who_came_how_late_and_who_did_not),
		cmocka_unit_test(who_has_not_answered_is_due_on_the_day_and_after_it),
		cmocka_unit_test(heads_are_counted_by_stance),
		cmocka_unit_test(who_had_a_seat_was_there_where_nobody_stood_at_the_door),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
