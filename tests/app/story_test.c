/* A table's story at the scribe's console: its steps and supports in full, how they are put in order and read back, and the
 * cards that lead on from one another. */
#include "app/acts.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* --- the forms ------------------------------------------------------------------------------------------------------------ */

/* Enter passes by what is not said at every step; Tab goes there. */
static void what_the_person_does_and_what_supports_do_is_written_behind_tab(void **state)
{
	static const struct act acts[] = {
		{ "s Enter", "scene one", NULL },
		{ "Enter", NULL, "\"when\":null,\"text\":\"scene one\"" },
		{ NULL, "ann", NULL },
		{ "Enter", NULL, "\"name\":\"ann\",\"formality\":null,\"card\":null,\"offer\":null,\"action\":null,\"to\":null}" },
		{ "Enter s Down Down Enter", "scene two", NULL },
		{ "Tab", "会釈を返す", NULL },
		{ "Enter", NULL, "\"when\":\"the next day\",\"text\":\"scene two\"" },
		{ NULL, "bob", NULL },
		{ "Tab Tab Right Right Tab", "カズさん", NULL },
		{ "Enter", NULL, "\"name\":\"bob\",\"formality\":null,\"card\":null,\"offer\":null,\"action\":\"listen\",\"to\":\"カズさん\"}" },
		{ NULL, NULL, "\"move\":\"会釈を返す\"" },
	};
	static const struct act more[] = {
		{ "Enter e Tab Tab", "Kazu", NULL }, /* at what it does, which no letter changes */
		{ "Right Tab Backspace Backspace Backspace Backspace", "ハルさん", NULL },
		{ "Enter", NULL, "\"action\":\"invite\",\"to\":\"ハルさん\"}" },
		{ "u", NULL, "\"action\":\"listen\",\"to\":\"カズさん\"}" },
		{ "s Up Enter", "scene three", NULL }, /* round to what has been */
		{ "Enter", NULL, "\"when\":\"the next day\",\"text\":\"scene three\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "listens to カズさん");
	pty_expect(pty, "own move: 会釈を返す");
	act_out(pty, more, COUNT(more));
	pty_keys(pty, "Enter");
	stage_leave(pty);
}

static void a_companion_may_be_a_card_and_stays_one_until_other_words_are_typed(void **state)
{
	static const struct act acts[] = {
		{ "c", "３", NULL },
		{ "Enter", NULL, "\"lead_support\":\"相談窓口「とびら」\"" },
		{ "c End", "の人", NULL },
		{ "Enter", NULL, "\"lead_support\":\"相談窓口「とびら」の人\"" },
		{ NULL, NULL, "\"lead_card\":null" },
		{ "u", NULL, "\"lead_support\":\"相談窓口「とびら」\"" },
	};
	struct pty *pty;

	(void)state;
	write_cards();
	pty = open_table(2);
	act_out(pty, acts, COUNT(acts));
	stage_leave(pty);
	assert_string_equal(sql("SELECT count(*) FROM storyline s JOIN card c ON c.id = s.lead_card WHERE c.number = 3"), "1");
}

/* Invariant 7: a support is a card, an offer of the table, or just a name. */
static void a_support_may_be_what_somebody_at_the_table_offered(void **state)
{
	static const struct act acts[] = {
		{ "s Enter", "scene", NULL },
		{ "Enter", NULL, "\"text\":\"scene\"" },
		{ NULL, "トノソト", NULL }, /* kana-blind; but only who goes down to it means it */
		{ "Enter", NULL, "\"name\":\"トノソト\",\"formality\":null,\"card\":null,\"offer\":null" },
		{ NULL, "とのそと", NULL },
		{ "Down", NULL, NULL },
	};
	static const struct act more[] = {
		{ "Enter", NULL, "\"name\":\"とのそとで待てます\",\"formality\":\"informal\",\"card\":null,\"offer\":\"" },
		{ NULL, "ほかのひと", NULL },
		{ "Enter", NULL, "\"name\":\"ほかのひと\",\"formality\":null" },
		{ "Enter Up e Tab Tab Right Enter", NULL, "\"action\":\"meet\"" }, /* and stays it when something else is said */
		{ "e", "、雨でも", NULL },
		{ "Enter", NULL, "\"name\":\"とのそとで待てます、雨でも\",\"formality\":null,\"card\":null,\"offer\":null" },
	};
	struct pty *pty;

	(void)state;
	cli("log --table 2 offer 'とのそとで待てます' --by ann");
	cli("log --table 1 offer 'とのそとはほかのひと'");
	pty = open_table(2);
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, ">     I とのそとで待てます  ann");
	act_out(pty, more, COUNT(more));
	pty_keys(pty, "u");
	expect_told(pty, "show --json", "\"name\":\"とのそとで待てます\"");
	pty_keys(pty, "Tab Tab Down d"); /* the offer is taken away; its name stays */
	pty_expect(pty, "とのそとで待てます  meets  informal  (no longer listed)");
	expect_told(pty, "show --json", "\"name\":\"とのそとで待てます\"");
	stage_leave(pty);
}

/* --- putting in order ------------------------------------------------------------------------------------------------------ */

static void log_story(void)
{
	cli("log --table 2 step one --informal ann --informal bob");
	cli("log --table 2 step two --informal cid");
	cli("log --table 2 step three");
}

static void a_support_is_dragged_on_into_the_next_step_and_each_press_is_taken_back(void **state)
{
	struct pty *pty;

	(void)state;
	log_story();
	pty = open_table(2);
	pty_keys(pty, "Down Down Down Down"); /* offers, story, one, ann, bob */
	pty_expect(pty, ">      I bob");
	pty_keys(pty, "J");
	expect_told(pty, "show --json", "\"text\":\"two\",\"need\":null,\"supports\":[{\"name\":\"bob\"");
	pty_keys(pty, "Alt-Down");
	expect_told(pty, "show --json", "\"supports\":[{\"name\":\"cid\"");
	pty_keys(pty, "J");
	expect_told(pty, "show --json", "\"text\":\"three\",\"need\":null,\"supports\":[{\"name\":\"bob\"");
	pty_keys(pty, "J"); /* there is no further to go */
	pty_keys(pty, "u u u");
	expect_told(pty, "show --json", "\"text\":\"one\",\"need\":null,\"supports\":[{\"name\":\"ann\"");
	expect_told(pty, "show --json", "\"text\":\"two\",\"need\":null,\"supports\":[{\"name\":\"cid\"");
	pty_expect(pty, "Taken back.");
	pty_keys(pty, "Up K");
	expect_told(pty, "show --json", "\"text\":\"one\",\"need\":null,\"supports\":[{\"name\":\"ann\"");
	pty_expect(pty, ">      I ann");
	stage_leave(pty);
}

/* The step that the bar is on goes up so many places, in the database given or in the stage's own. */
static void drag_last_step_up(const char *db, const char *ups)
{
	char words[PATH_MAX];

	snprintf(words, sizeof words, "%s%s%sscribe --table 2", db ? "--db " : "", db ? db : "", db ? " " : "");
	struct pty *pty = stage_open(words, 24, 100, NULL);
	pty_expect(pty, "Notes (0)");
	pty_keys(pty, "Tab Tab Up");
	pty_expect(pty, ">  3 three");
	pty_keys(pty, ups);
	pty_expect_gone(pty, ">  3 three");
	stage_leave(pty);
}

static void expect_order(const char *db, char order[100])
{
	snprintf(order, 100, "%s", cli("%s%s show --json | grep -o '\"position\":[0-9],\"when\":null,\"text\":\"[a-z]*\"' | sed 's/.*://' | tr -d '\"\\n'",
				       db ? "--db " : "", db ? db : ""));
}

/* Invariant 22, and a step that two scribes move at once: one place, the same in both files, and nothing is lost. */
static void a_step_moved_in_two_copies_at_once_ends_at_one_place_in_both(void **state)
{
	char copy[PATH_MAX], own[100], other[100];

	(void)state;
	snprintf(copy, sizeof copy, "%s/copy.db", stage_folder);
	log_story();
	cli("backup '%s'", copy);
	drag_last_step_up(NULL, "K");
	drag_last_step_up(copy, "K K");
	expect_order(NULL, own);
	expect_order(copy, other);
	assert_string_equal(own, "onethreetwo");
	assert_string_equal(other, "threeonetwo");
	cli("merge '%s'", copy);
	cli("--db '%s' merge '%s/data/y.db'", copy, stage_folder);
	expect_order(NULL, own);
	expect_order(copy, other);
	assert_string_equal(own, other);
	assert_string_equal(own, "threeonetwo"); /* the later move stands */
	cli("--db '%s' check", copy);
}

/* --- reading it back ----------------------------------------------------------------------------------------------------- */

static void the_story_is_read_back_page_by_page_while_it_is_still_written(void **state)
{
	struct pty *pty;

	(void)state;
	write_cards();
	for (int i = 1; i <= 4; i++)
		cli("log --table 2 step 'scene %d' --when 'day %d' --move 'nods %d times' --support 16 --action wait --to Kazu", i, i, i);
	pty = open_table(2);
	pty_keys(pty, "p");
	pty_expect(pty, "The story of Table 2");
	pty_expect(pty, "page 1 of 2");
	pty_expect(pty, "own move: nods 1 times");
	pty_expect(pty, "(I) 川端三丁目 自治会: waits for Kazu (informal)");
	pty_keys(pty, "PageDown");
	pty_expect(pty, "page 2 of 2");
	pty_expect_gone(pty, "scene 1");
	cli("log --table 2 step 'scene 5'");
	pty_expect(pty, "scene 5");
	pty_keys(pty, "Home");
	pty_expect(pty, "scene 1");
	pty_keys(pty, "End");
	pty_expect(pty, "scene 5");
	pty_keys(pty, "Escape"); /* and still the scribe, who is known to be there */
	pty_expect(pty, "What we can do (0)");
	pty_keys(pty, "p");
	pty_expect(pty, "page 1 of 2");
	pty_keys(pty, "q");
	pty_expect(pty, "Our story (5)");
	struct pty *run = stage_open("run", 24, 100, NULL);
	pty_expect(run, " here ");
	stage_leave(run);
	stage_leave(pty);
}

static void words_are_looked_for_in_the_story(void **state)
{
	struct pty *pty;

	(void)state;
	write_cards();
	for (int i = 1; i <= 5; i++)
		cli("log --table 2 step '場面 %d' --when 'day %d' --move 'nods %d times' --support 16 --action wait --to Kazu", i, i, i);
	pty = open_table(2);
	pty_keys(pty, "p");
	pty_expect(pty, "page 1 of 2");
	pty_keys(pty, "/");
	pty_type(pty, "nods ５"); /* full-width, and every word */
	pty_expect(pty, "page 2 of 2");
	pty_expect(pty, ">   own move: nods 5 times");
	pty_keys(pty, "Escape");
	pty_expect(pty, "page 1 of 2");
	pty_keys(pty, "/");
	pty_type(pty, "けいじばん");
	pty_expect(pty, "No line holds this.");
	pty_keys(pty, "Ctrl-A Delete");
	pty_type(pty, "場面");
	pty_keys(pty, "Enter Ctrl-P");
	pty_expect(pty, "page 2 of 2");
	pty_keys(pty, "Ctrl-N Ctrl-N");
	pty_expect(pty, "page 1 of 2");
	pty_keys(pty, "PageDown");
	pty_expect(pty, "page 2 of 2");
	pty_keys(pty, "p");
	pty_expect(pty, "Our story (5)");
	stage_leave(pty);
}

/* Somebody clears the cards up while a table is at work: nothing of what was said is lost. */
static void a_card_deleted_meanwhile_leaves_its_name(void **state)
{
	struct pty *pty, *home;

	(void)state;
	write_cards();
	cli("log --table 2 step 'one' --support 13");
	pty = open_table(2);
	pty_keys(pty, "Down Down a");
	pty_type(pty, "まるでん");
	pty_expect(pty, ">  13");
	home = stage_open("--lang en", 24, 100, NULL);
	pty_expect(home, "yoriai: workshops");
	pty_keys(home, "C");
	pty_expect(home, "Resource cards");
	pty_keys(home, "/");
	pty_type(home, "まるでん");
	pty_keys(home, "Enter d");
	pty_expect(home, "Deleted");
	pty_expect(pty, "That card has been deleted");
	pty_keys(pty, "Enter");
	expect_told(pty, "show --json", "\"name\":\"まるでん\"");
	expect_told(pty, "show --json", "\"name\":\"町の電器店「まるでん」\"");
	pty_keys(pty, "Enter");
	pty_keys(home, "q");
	pty_expect(home, "yoriai: workshops");
	stage_leave(home);
	stage_leave(pty);
}

/* --- chains of cards ----------------------------------------------------------------------------------------------------- */

static void from_a_card_one_comes_to_those_that_lead_on_from_it(void **state)
{
	struct pty *pty;

	(void)state;
	write_cards();
	cli("log --table 1 step 'at another table' --support 16");
	cli("log --table 1 step 'and then' --support 13");
	cli("log --table 2 step 'here' --support 16 --informal 'somebody'");
	pty = open_table(2);
	pty_keys(pty, "Down Down Down l");
	pty_expect(pty, "good at: 回覧板・ごみ当番の融通");
	pty_expect(pty, "helps in the tables’ stories: 2 times");
	pty_expect(pty, "I 町の電器店「まるでん」  comes next in a story (1 times)");
	pty_keys(pty, "Enter"); /* as a new support, with its own formality */
	pty_expect(pty, "[informal]");
	pty_keys(pty, "Ctrl-N"); /* and on from there */
	pty_expect(pty, "good at: 壊れたラジオを預かる");
	pty_keys(pty, "1");
	pty_expect_gone(pty, "good at:");
	pty_keys(pty, "Enter");
	expect_told(pty, "show --json", "\"name\":\"川端三丁目 自治会\",\"formality\":\"informal\"");
	expect_told(pty, "show --json", "\"supports\":3,\"formal\":0,\"informal\":3");
	pty_keys(pty, "Enter Up l"); /* a name is no card */
	pty_expect(pty, "Go to a card first");
	stage_leave(pty);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		ON_STAGE(what_the_person_does_and_what_supports_do_is_written_behind_tab),
		ON_STAGE(a_companion_may_be_a_card_and_stays_one_until_other_words_are_typed),
		ON_STAGE(a_support_may_be_what_somebody_at_the_table_offered),
		ON_STAGE(a_support_is_dragged_on_into_the_next_step_and_each_press_is_taken_back),
		ON_STAGE(a_step_moved_in_two_copies_at_once_ends_at_one_place_in_both),
		ON_STAGE(the_story_is_read_back_page_by_page_while_it_is_still_written),
		ON_STAGE(words_are_looked_for_in_the_story),
		ON_STAGE(a_card_deleted_meanwhile_leaves_its_name),
		ON_STAGE(from_a_card_one_comes_to_those_that_lead_on_from_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
