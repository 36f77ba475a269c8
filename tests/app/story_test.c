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

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		ON_STAGE(what_the_person_does_and_what_supports_do_is_written_behind_tab),
		ON_STAGE(a_companion_may_be_a_card_and_stays_one_until_other_words_are_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
