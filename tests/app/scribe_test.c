/* The scribe's console on a terminal: what is written stands on disk, whatever others do meanwhile and however it ends. */
#include "app/stage.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define expect_shown(pty, text) expect_told(pty, "show --json", text)

static struct pty *open_table(int number)
{
	char words[40];

	snprintf(words, sizeof words, "scribe --table %d", number);
	struct pty *pty = stage_open(words, 24, 100, NULL);
	pty_expect(pty, "Notes (");
	return pty;
}

/* What a person does: keys by name, or characters as they are; then what a fresh process reads. */
struct act {
	const char *keys, *typed, *shown;
};

static void act_out(struct pty *pty, const struct act *acts, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (acts[i].keys)
			pty_keys(pty, acts[i].keys);
		if (acts[i].typed)
			pty_type(pty, acts[i].typed);
		if (acts[i].shown)
			expect_shown(pty, acts[i].shown);
	}
}

/* A lone Escape is one only when nothing comes behind it. */
static void escape(struct pty *pty)
{
	pty_keys(pty, "Escape");
	pty_expect(pty, "story step");
}

/* --- writing -------------------------------------------------------------------------------------------------------------- */

static void every_kind_of_row_is_written_and_said_to_be_saved(void **state)
{
	static const struct act acts[] = {
		{ "o", "朝の散歩で袋を出せます", NULL },
		{ "Enter", "quiet student", NULL },
		{ "Enter", NULL, "\"text\":\"朝の散歩で袋を出せます\"" },
		{ "s", "3日後", NULL },
		{ "Enter", "隣の人が玄関先へ", NULL },
		{ "Enter", NULL, "\"when\":\"3日後\",\"text\":\"隣の人が玄関先へ\"" },
		{ NULL, "自治会", NULL },
		{ "Enter", NULL, "\"name\":\"自治会\"" },
		{ "Ctrl-T Ctrl-T", "民生委員", NULL },
		{ "Enter", NULL, "\"name\":\"民生委員\",\"formality\":\"informal\"" },
		{ "Enter n Ctrl-T", "夜の移動", NULL },
		{ "Enter", NULL, "\"kind\":\"barrier\",\"text\":\"夜の移動\"" },
		{ "h", "ラジオの席", NULL },
		{ "Enter", NULL, "\"headline\":\"ラジオの席\"" },
		{ "t", "こわれたラジオ", NULL },
		{ "Enter", NULL, "\"title\":\"こわれたラジオ\"" },
		{ "c", "とびら", NULL },
		{ "Enter", NULL, "\"lead_support\":\"とびら\"" },
		{ ":", "ending", NULL },
		{ "Enter", "直す側に", NULL },
		{ "Enter", NULL, "\"ending\":\"直す側に\"" },
		{ ":", "questions", NULL },
		{ "Enter", "夜はだれが", NULL },
		{ "Enter", NULL, "\"open_questions\":\"夜はだれが\"" },
		{ "g 2", NULL, "\"state\":\"talking\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "[talking]");
	pty_keys(pty, "n x Enter");
	pty_expect(pty, "Saved.");
	stage_leave(pty);
}

/* A bundle is one line on the sheet; its lines are shown, and stand alone again. */
static void lines_that_say_the_same_are_bundled_and_taken_apart(void **state)
{
	static const struct act acts[] = {
		{ "n", "no bus at night", NULL },   { "Enter", NULL, "no bus at night" },
		{ "n", "nights without bus", NULL }, { "Enter", NULL, "nights without bus" },
		{ "b Up", "ｂ", "\"merged_into\":\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "Notes (1)");
	pty_expect(pty, "no bus at night  ×2");
	expect_shown(pty, "\"notes\":1}");
	pty_keys(pty, "Space");
	pty_expect(pty, "-  [idea] nights without bus");
	pty_keys(pty, "u");
	pty_expect(pty, "Notes (2)");
	pty_keys(pty, "r");
	pty_expect(pty, "Notes (1)");
	pty_keys(pty, "B");
	pty_expect(pty, "Notes (2)");
	pty_keys(pty, "B");
	pty_expect(pty, "Nothing is bundled here.");
	stage_leave(pty);
}

/* Keys of the way there; the line that is under the bar then. */
static void expect_bar_after(struct pty *pty, const char *keys, const char *typed, const char *line)
{
	char bar[200];

	if (keys)
		pty_keys(pty, keys);
	if (typed)
		pty_type(pty, typed);
	snprintf(bar, sizeof bar, "> %s", line);
	pty_expect(pty, bar);
}

static struct pty *open_table_with_lines(void)
{
	struct pty *pty = open_table(2);

	pty_type(pty, "o朝の散歩で袋を出せます\r\ro自動車で送れます\r\ro昼の電話ができます\r\r");
	pty_expect(pty, "What we can do (3)");
	pty_type(pty, "n夜のバスがない\rn夜のタクシーも少ない\rnラジオの席\r");
	pty_expect(pty, "Notes (3)");
	return pty;
}

/* Blind to width and kana; all of the words, in any order; what is erased takes the bar back, and so does Escape. */
static void words_are_found_on_the_sheet_as_they_are_typed(void **state)
{
	struct pty *pty = open_table_with_lines();

	(void)state;
	pty_keys(pty, "Tab");
	expect_bar_after(pty, NULL, "／ジドウシャ", "What we can do (3)");
	pty_expect(pty, "No line holds this.");
	expect_bar_after(pty, "Ctrl-A", "自動", "  自動車で送れます");
	expect_bar_after(pty, "Ctrl-A", "できマス", "  昼の電話ができます");
	expect_bar_after(pty, "Ctrl-A", "少ナイ　ﾀｸｼｰ", "  [idea] 夜のタクシーも少ない");
	expect_bar_after(pty, "Escape", NULL, "What we can do (3)");
	stage_leave(pty);
}

static void what_was_found_is_gone_on_from(void **state)
{
	struct pty *pty = open_table_with_lines();

	(void)state;
	pty_keys(pty, "Tab Ctrl-N");
	pty_expect(pty, "Nothing has been searched for yet.");
	expect_bar_after(pty, "/", "夜", "  [idea] 夜のバスがない");
	expect_bar_after(pty, "Down", NULL, "  [idea] 夜のタクシーも少ない");
	pty_keys(pty, "Enter");
	expect_bar_after(pty, "Ctrl-N", NULL, "  [idea] 夜のバスがない");
	expect_bar_after(pty, "Ctrl-P", NULL, "  [idea] 夜のタクシーも少ない");
	pty_keys(pty, "d");
	pty_expect(pty, "Notes (2)");
	expect_bar_after(pty, "Ctrl-N", NULL, "  [idea] 夜のバスがない");
	pty_keys(pty, "Ctrl-N");
	pty_expect(pty, "No other line holds “夜”.");
	stage_leave(pty);
}

/* The line that stands for them is where the bar goes; once they are shown, each is a line of its own. */
static void lines_of_a_bundle_are_found_in_it(void **state)
{
	struct pty *pty = open_table_with_lines();

	(void)state;
	expect_bar_after(pty, "/", "タクシー", "  [idea] 夜のタクシーも少ない");
	pty_keys(pty, "Enter b Up b");
	pty_expect(pty, "夜のバスがない  ×2");
	pty_keys(pty, "Tab");
	expect_bar_after(pty, "/", "たくしー", "  [idea] 夜のバスがない  ×2");
	pty_keys(pty, "Enter Space Up");
	expect_bar_after(pty, "Ctrl-N", NULL, "  -  [idea] 夜のタクシーも少ない");
	stage_leave(pty);
}

/* A worry, what is to be done about it, how soon, and its row in the plan: one key each. */
static void a_worry_leads_to_the_plan(void **state)
{
	static const struct act acts[] = {
		{ "n Ctrl-T Ctrl-T Ctrl-T Ctrl-T", "no bus at night", NULL },
		{ "Enter", NULL, "\"kind\":\"worry\"" },
		{ "w", "ask the taxis", NULL },
		{ "Enter", NULL, "\"kind\":\"todo\"" },
		{ "i 2", NULL, "\"priority\":2" },
		{ "w", "so that nobody gives up the doctor", NULL },
		{ "Enter", "Aya", NULL },
		{ "Enter", "before the festival", NULL },
		{ "Enter", "one call", NULL },
		{ "Enter", NULL, "\"text\":\"ask the taxis\",\"why\":\"so that nobody gives up the doctor\",\"who\":\"Aya\"" },
		{ NULL, NULL, "\"until\":\"before the festival\",\"first_step\":\"one call\",\"priority\":2,\"state\":\"open\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "Action plan (1)");
	pty_expect(pty, "→ 1 to do");
	pty_expect(pty, "← no bus at night");
	stage_leave(pty);
	assert_non_null(strstr(cli("report --format md"), "1. ask the taxis (Table 2 · priority 2)"));
	assert_non_null(strstr(cli("report --format md --profile partners"), "- who: Aya"));
}

/* A name that comes up twice may become a card, which both supports then are; or nobody asks again. */
static void a_name_that_comes_up_twice_becomes_a_card(void **state)
{
	static const struct act acts[] = {
		{ "s Enter", "scene", NULL },
		{ "Enter", "the baker", "\"text\":\"scene\"" },
		{ "Enter", "The Baker", "\"name\":\"the baker\"" },
		{ "Enter", NULL, "\"unlisted\":[{\"name\":\"the baker\",\"uses\":2}]" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "Saved. That name comes up again");
	escape(pty);
	pty_expect(pty, "used 2 times: y makes it a card");
	pty_keys(pty, "y");
	expect_shown(pty, "\"unlisted\":[]");
	assert_non_null(strstr(cli("export cards --format csv"), "The Baker"));
	assert_non_null(strstr(cli("export cards --format csv"), "found"));
	pty_keys(pty, "u");
	expect_shown(pty, "\"uses\":2");
	pty_keys(pty, "Y");
	pty_expect(pty, "nobody is asked again");
	stage_leave(pty);
}

/* Who deletes the line that stands for others does not delete those. */
static void what_a_deleted_line_stood_for_stays(void **state)
{
	static const struct act acts[] = {
		{ "o", "tea", NULL },    { "Enter Enter", NULL, "\"text\":\"tea\"" },
		{ "o", "coffee", NULL }, { "Enter Enter", NULL, "\"text\":\"coffee\"" },
		{ "o", "cakes", NULL },  { "Enter Enter", NULL, "\"text\":\"cakes\"" },
		{ "b Up b", NULL, "\"offers\":2" },
		{ "b Up b", NULL, "\"offers\":1" },
		{ "d", NULL, "\"offers\":1" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "coffee  ×2");
	pty_keys(pty, "u");
	pty_expect(pty, "tea  ×3");
	stage_leave(pty);
}

static void full_width_letters_are_commands_and_letters_in_a_field_are_not(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_type(pty, "ｏ");
	pty_expect(pty, "What somebody can do");
	pty_type(pty, "quit d u r L T ? :");
	pty_keys(pty, "Enter Enter");
	expect_shown(pty, "\"text\":\"quit d u r L T ? :\"");
	pty_type(pty, "ｊ");
	pty_type(pty, "ｑ");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

static void write_cards(void)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/cards.csv", stage_folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("number,name,kana,formality,strength\n3,相談窓口「とびら」,ソウダンマドグチ,formal,待つこと\n"
	      "13,町の電器店「まるでん」,,informal,壊れたラジオ\n15,ラジオ病院,,mixed,直す仲間\n", file);
	assert_int_equal(fclose(file), 0);
	cli("import cards '%s'", path);
}

/* field.md 3, invariant 7 */
/* As they are counted on the screen; and what is typed where one chooses is not swallowed without a word. */
static void what_is_chosen_is_chosen_by_number_too(void **state)
{
	static const struct act acts[] = {
		{ "n", "worry seven", NULL },
		{ "Tab 7 Tab 3 Enter", NULL, "\"kind\":\"issue\",\"text\":\"worry seven\"" },
		{ "o", "offer two", NULL },
		{ "Enter Tab ２ Tab 1 Enter", NULL, "\"text\":\"offer two\",\"by\":null,\"scope\":10,\"need\":null,\"cost\":\"free\"" },
		{ "e Tab Tab Tab 3 0 9 Enter", NULL, "\"text\":\"offer two\",\"by\":null,\"scope\":10,\"need\":null,\"cost\":null" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	expect_shown(pty, "\"priority\":3");
	pty_keys(pty, "n Tab");
	pty_type(pty, "会議");
	pty_expect(pty, "Here one chooses");
	pty_keys(pty, "4");
	pty_expect_gone(pty, "Here one chooses");
	pty_paste(pty, "a page");
	pty_expect(pty, "Here one chooses");
	escape(pty);
	stage_leave(pty);
}

static void expect_bar_at(struct pty *pty, const char *keys, const char *line)
{
	pty_keys(pty, keys);
	pty_expect(pty, line);
}

static void the_bar_goes_by_pages_and_to_the_ends(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	for (int i = 1; i <= 14; i++)
		cli("log --table 2 note 'line %d'", i);
	pty_expect(pty, "Notes (14)");
	expect_bar_at(pty, "End", ">   [idea] line 14");
	expect_bar_at(pty, "PageUp", ">   [idea] line 4");
	expect_bar_at(pty, "PageUp", "> What we can do");
	expect_bar_at(pty, "PageDown", ">   [idea] line 8");
	expect_bar_at(pty, "PageDown", ">   [idea] line 14");
	expect_bar_at(pty, "Home", "> What we can do");
	stage_leave(pty);
}

/* Letters are text there: it has a key of its own, and what is being written stays. */
static void a_form_tells_its_keys(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_keys(pty, "n");
	pty_type(pty, "half a line?");
	pty_expect(pty, "F1  help");
	pty_keys(pty, "F1");
	pty_expect(pty, "Erase the word before the cursor.");
	pty_keys(pty, "Escape");
	pty_expect(pty, "half a line?");
	pty_type(pty, " and the other");
	pty_keys(pty, "Enter");
	expect_shown(pty, "\"text\":\"half a line? and the other\"");
	stage_leave(pty);
}

/* Who finds it open does not know what it was for, and types keys into it. */
static void a_form_in_which_nothing_is_typed_does_not_come_back(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_keys(pty, "s Enter");
	pty_type(pty, "a scene");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Who or what helps in this step");
	expect_shown(pty, "\"text\":\"a scene\"");
	pty_signal(pty, SIGKILL);
	pty_expect_exit(pty, 128 + SIGKILL);
	pty_end(pty);
	pty = open_table(2);
	pty_expect(pty, "Our story (1)");
	pty_expect_gone(pty, "Who or what helps in this step");
	stage_leave(pty);
}

static void who_leaves_is_told_how_to_come_back(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_keys(pty, "q");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_expect(pty, "give the same command again");
	pty_end(pty);
}

static void a_card_lends_its_formality_at_once_and_another_may_be_said(void **state)
{
	static const struct act acts[] = {
		{ "s Enter", "scene", NULL },
		{ "Enter", NULL, "\"text\":\"scene\"" },
		{ NULL, "マルデン", NULL }, /* kana-blind */
	};
	static const struct act more[] = {
		{ "Enter", NULL, "\"name\":\"町の電器店「まるでん」\",\"formality\":\"informal\",\"card\":\"" },
		{ NULL, "１５", NULL }, /* by number, however wide */
		{ "Ctrl-T Ctrl-T Enter", NULL, "\"name\":\"ラジオ病院\",\"formality\":\"formal\",\"card\":\"" },
		{ NULL, "待つ", NULL }, /* what it is good at only suggests it */
		{ "Down Enter", NULL, "\"name\":\"相談窓口「とびら」\",\"formality\":\"formal\"" },
		{ NULL, "そうだん", NULL }, /* by its reading, but as it is typed */
		{ "Up Enter", NULL, "\"name\":\"そうだん\",\"formality\":null,\"card\":null" },
	};
	struct pty *pty;

	(void)state;
	write_cards();
	pty = open_table(2);
	act_out(pty, acts, COUNT(acts));
	pty_expect(pty, "[informal]");
	act_out(pty, more, COUNT(more));
	pty_keys(pty, "Enter f");
	expect_shown(pty, "\"name\":\"そうだん\",\"formality\":\"formal\",\"card\":null");
	stage_leave(pty);
}

/* --- changing ------------------------------------------------------------------------------------------------------------- */

static void rows_move_among_their_own_and_come_back_when_taken_back(void **state)
{
	static const struct act acts[] = {
		{ "o", "one", NULL },
		{ "Enter Enter", NULL, NULL },
		{ "o", "two", NULL },
		{ "Enter Enter", NULL, "\"text\":\"two\"" },
		{ "s Enter", "first", NULL },
		{ "Enter", "ann", NULL },
		{ "Enter", "bob", NULL },
		{ "Enter Enter K", NULL, "\"to\":null},{\"name\":\"ann\"" },
		{ "J", NULL, "\"to\":null},{\"name\":\"bob\"" },
		{ "s Enter", "second", NULL },
		{ "Enter Enter Alt-Up", NULL, "\"position\":2,\"when\":null,\"text\":\"first\"" },
		{ "u", NULL, "\"position\":1,\"when\":null,\"text\":\"first\"" },
		{ "Ctrl-R", NULL, "\"position\":2,\"when\":null,\"text\":\"first\"" },
		{ "d", NULL, "\"steps\":1," },
		{ "u", NULL, "\"steps\":2," },
		{ "Tab Tab Down d", NULL, "\"offers\":1," },
		{ "u", NULL, "\"offers\":2," },
		{ "e + Enter Enter", NULL, "\"text\":\"one+\"" },
		{ "u", NULL, "\"text\":\"one\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	for (int i = 0; i < 12; i++)
		pty_keys(pty, "u");
	pty_expect(pty, "What we can do (0)");
	pty_expect(pty, "Our story (0)");
	pty_expect(pty, "There is nothing to take back.");
	stage_leave(pty);
}

static void a_text_of_several_lines_stays_one_when_it_is_changed(void **state)
{
	static const struct act acts[] = {
		{ "n", "line", NULL },
		{ "Alt-Enter", "two", NULL },
		{ "Enter", NULL, "\"text\":\"line\\ntwo\"" },
		{ "e Up End", "s", NULL },
		{ "Enter", NULL, "\"text\":\"lines\\ntwo\"" },
	};
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	stage_leave(pty);
}

/* Nothing else is drawn again, and no colour is told: over ssh that is what makes it quick. */
static void a_character_typed_costs_its_own_bytes(void **state)
{
	struct pty *pty = open_table(3);
	size_t before, after;

	(void)state;
	pty_keys(pty, "n");
	pty_type(pty, "会");
	pty_expect(pty, "会");
	pty_settle(pty);
	pty_sent(pty, &before);
	pty_type(pty, "議");
	pty_expect(pty, "会議");
	pty_settle(pty);
	pty_sent(pty, &after);
	assert_int_equal(after - before, strlen("議"));
	escape(pty);
	stage_leave(pty);
}

static void a_page_pasted_stays_text_and_too_much_is_refused_whole(void **state)
{
	char page[3 * 9000 + 1];
	struct pty *pty = open_table(2);

	(void)state;
	for (size_t i = 0; i + 3 < sizeof page; i += 3)
		memcpy(page + i, "ん", 4);
	pty_keys(pty, "o");
	pty_paste(pty, "first\nq\nsecond");
	pty_keys(pty, "Tab");
	pty_paste(pty, "one\nline");
	pty_paste(pty, page);
	pty_expect(pty, "Too long for this field");
	pty_keys(pty, "Enter");
	expect_shown(pty, "\"text\":\"first\\nq\\nsecond\"");
	pty_expect(pty, "(one line)");
	stage_leave(pty);
}

/* Escape also ends a conversion of the input method; one too many costs nothing. */
static void what_was_typed_in_a_form_that_is_left_is_taken_up_again(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_keys(pty, "o");
	pty_type(pty, "買い物の荷物を運びます");
	pty_keys(pty, "Enter");
	pty_type(pty, "高校生");
	escape(pty);
	pty_expect(pty, "Not saved; u takes up again what you typed.");
	pty_keys(pty, "n");
	pty_expect(pty, "A note");
	escape(pty);
	pty_type(pty, "ｕ");
	pty_expect(pty, "買い物の荷物を運びます");
	pty_type(pty, "たち");
	pty_keys(pty, "Enter");
	expect_shown(pty, "\"text\":\"買い物の荷物を運びます\",\"by\":\"高校生たち\"");
	pty_keys(pty, "u"); /* what is saved is taken back as ever */
	expect_shown(pty, "\"offers\":[]");
	stage_leave(pty);
}

/* Or the next key would speak to another part of the sheet. */
static void where_a_line_goes_the_bar_stays_in_its_part(void **state)
{
	struct pty *pty;

	(void)state;
	cli("log --table 2 step 'one' --informal bob");
	pty = open_table(2);
	pty_keys(pty, "Tab Down Down d");
	pty_expect_gone(pty, "bob");
	pty_expect(pty, ">  1 one");
	pty_keys(pty, "a");
	pty_type(pty, "ann");
	pty_keys(pty, "Enter");
	expect_shown(pty, "\"name\":\"ann\"");
	pty_keys(pty, "Enter");
	stage_leave(pty);
}

static void an_empty_line_is_not_saved_over_a_full_one(void **state)
{
	static const struct act acts[] = { { "n", "kept", NULL }, { "Enter", NULL, "\"text\":\"kept\"" } };
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_keys(pty, "e Backspace Backspace Backspace Backspace Enter");
	pty_expect(pty, "An empty line is not saved.");
	escape(pty);
	expect_shown(pty, "\"text\":\"kept\"");
	stage_leave(pty);
}

/* --- drafts --------------------------------------------------------------------------------------------------------------- */

static void expect_draft(struct pty *pty, const char *text)
{
	char statement[200];

	snprintf(statement, sizeof statement, "SELECT count(*) FROM draft WHERE body LIKE '%%%s%%'", text);
	for (int64_t end_ms = pty_now_ms() + 20000; strcmp(sql(statement), "1") != 0; pty_pump(pty, 20))
		assert_true(pty_now_ms() < end_ms);
}

/* The row that was being changed is changed in the next life, not written once more. */
static void a_line_being_changed_survives_a_kill(void **state)
{
	static const struct act acts[] = { { "n", "a note", NULL }, { "Enter", NULL, "\"text\":\"a note\"" } };
	struct pty *pty = open_table(2);

	(void)state;
	act_out(pty, acts, COUNT(acts));
	pty_keys(pty, "e");
	pty_type(pty, " of\xe3\x80\x80old");
	expect_draft(pty, "of");
	pty_signal(pty, SIGKILL);
	pty_expect_exit(pty, 128 + SIGKILL);
	pty_end(pty);
	pty = open_table(2);
	pty_expect(pty, "Here is what you were writing.");
	pty_type(pty, " days");
	pty_keys(pty, "Enter");
	expect_shown(pty, "\"text\":\"a note of\xe3\x80\x80old days\"");
	expect_shown(pty, "\"notes\":1}");
	stage_leave(pty);
	assert_string_equal(sql("SELECT count(*) FROM draft"), "0");
}

static void a_line_survives_a_terminal_that_goes_away(void **state)
{
	struct pty *pty = open_table(2);

	(void)state;
	pty_keys(pty, "s Enter");
	pty_type(pty, "half a scene");
	pty_expect(pty, "half a scene");
	pty_hang_up(pty);
	pty_expect_exit(pty, 128 + SIGHUP);
	pty_end(pty);
	pty = open_table(2);
	pty_expect(pty, "half a scene");
	escape(pty);
	stage_leave(pty);
	assert_string_equal(sql("SELECT count(*) FROM draft"), "0");
}

/* Nobody is shown, or loses, what somebody else at the table is still writing. */
static void two_scribes_of_one_table_keep_their_own_drafts(void **state)
{
	struct pty *one = open_table(2), *two;

	(void)state;
	pty_keys(one, "n");
	pty_type(one, "mine");
	expect_draft(one, "mine");
	two = open_table(2);
	pty_keys(two, "o");
	pty_type(two, "yours");
	expect_draft(two, "yours");
	pty_expect_gone(two, "mine");
	escape(two);
	expect_draft(one, "mine");
	pty_keys(one, "Enter");
	pty_expect(two, "mine");
	stage_leave(two);
	stage_leave(one);
}

/* --- together ------------------------------------------------------------------------------------------------------------- */

struct pair {
	struct pty *one, *two;
};

/* Two consoles at one table, both with the bar on the same note. */
static struct pair open_pair(void)
{
	struct pair pair = { open_table(2), NULL };

	pty_keys(pair.one, "n");
	pty_type(pair.one, "shared");
	pty_keys(pair.one, "Enter");
	pty_expect(pair.one, "Saved.");
	pair.two = open_table(2);
	pty_keys(pair.two, "Tab Tab Down");
	pty_expect(pair.two, ">   [idea] shared");
	return pair;
}

static void close_pair(struct pair *pair)
{
	stage_leave(pair->one);
	stage_leave(pair->two);
}

static void a_line_deleted_elsewhere_while_it_is_changed_can_be_brought_back(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.two, "e");
	pty_type(pair.two, " wisdom");
	pty_keys(pair.one, "d");
	pty_expect(pair.two, "Somebody else has deleted the line you were at.");
	pty_keys(pair.two, "Enter");
	pty_expect(pair.two, "Enter brings it back");
	expect_shown(pair.two, "\"notes\":0}");
	pty_keys(pair.two, "Enter");
	expect_shown(pair.two, "\"text\":\"shared wisdom\"");
	pty_expect(pair.one, "shared wisdom");
	close_pair(&pair);
}

static void a_step_deleted_elsewhere_comes_back_with_its_new_support(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.one, "s Enter");
	pty_type(pair.one, "scene");
	pty_keys(pair.one, "Enter Enter");
	pty_expect(pair.two, "scene");
	pty_keys(pair.two, "Up Up a");
	pty_type(pair.two, "ann");
	pty_keys(pair.one, "d");
	expect_shown(pair.one, "\"steps\":0,");
	pty_expect_gone(pair.two, " 1 scene");
	pty_keys(pair.two, "Enter");
	pty_expect(pair.two, "has deleted this step");
	pty_keys(pair.two, "Enter");
	expect_shown(pair.two, "\"text\":\"scene\",\"need\":null,\"supports\":[{\"name\":\"ann\"");
	pty_keys(pair.two, "Enter");
	close_pair(&pair);
}

/* Both type in the same line, and both save: pair.two the later. */
static void write_both(struct pair *pair)
{
	pty_keys(pair->two, "e");
	pty_type(pair->two, " mine");
	pty_keys(pair->one, "e");
	pty_type(pair->one, " theirs");
	pty_keys(pair->one, "Enter");
	pty_expect(pair->two, "Somebody else saved it too");
	pty_type(pair->two, "!");
	pty_keys(pair->two, "Enter");
	pty_expect(pair->two, "Somebody else wrote it too: v shows both");
	expect_shown(pair->two, "\"text\":\"shared mine!\"");
}

static void who_types_on_while_somebody_else_saves_keeps_both(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	write_both(&pair);
	pty_expect(pair.one, "shared mine! [other version: v]");
	expect_shown(pair.one, "\"value\":\"shared mine!\",\"stands\":true");
	expect_shown(pair.one, "\"value\":\"shared theirs\",\"stands\":false");
	pty_keys(pair.one, "Tab v");
	pty_expect(pair.one, "at this computer, table 2: shared mine!");
	pty_expect(pair.one, "here: shared theirs");
	pty_keys(pair.one, "2");
	expect_shown(pair.one, "\"text\":\"shared theirs\"");
	pty_expect_gone(pair.two, "[other version: v]");
	pty_keys(pair.one, "u");
	pty_expect(pair.two, "shared mine! [other version: v]");
	pty_keys(pair.one, "r");
	pty_expect_gone(pair.two, "[other version: v]");
	close_pair(&pair);
}

static void the_other_version_outlives_the_consoles(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	write_both(&pair);
	close_pair(&pair);
	struct pty *pty = open_table(2);
	pty_expect(pty, "[other version: v]");
	pty_keys(pty, "v Down Enter");
	pty_expect(pty, "Chosen; u takes it back.");
	expect_shown(pty, "\"text\":\"shared theirs\"");
	pty_keys(pty, "v");
	pty_expect(pty, "Nothing here was written twice.");
	stage_leave(pty);
}

/* Another screen was over this console, and it writes under its own name again. */
static void whoever_read_the_story_back_is_still_known_by_what_they_wrote(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.two, "p");
	pty_expect(pair.two, "The story of");
	pty_keys(pair.two, "p");
	pty_expect(pair.two, ">   [idea] shared");
	write_both(&pair);
	pty_keys(pair.two, "v");
	pty_expect(pair.two, "here: shared mine!");
	pty_keys(pair.two, "Escape");
	close_pair(&pair);
}

static void a_choice_is_of_what_was_shown(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	write_both(&pair);
	pty_keys(pair.one, "v");
	pty_expect(pair.one, "which stays?");
	pty_keys(pair.two, "v 2");
	expect_shown(pair.two, "\"text\":\"shared theirs\"");
	pty_keys(pair.one, "1");
	pty_expect(pair.one, "Somebody else has changed this meanwhile");
	expect_shown(pair.one, "\"text\":\"shared theirs\"");
	close_pair(&pair);
}

static void a_form_in_which_nothing_is_typed_shows_what_others_save(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.two, "e");
	pty_expect(pair.two, "A note");
	pty_keys(pair.one, "e");
	pty_type(pair.one, " theirs");
	pty_keys(pair.one, "Enter");
	pty_expect(pair.two, "[idea] shared theirs");
	pty_type(pair.two, ", mine");
	pty_keys(pair.two, "Enter");
	expect_shown(pair.two, "\"text\":\"shared theirs, mine\"");
	pty_keys(pair.two, "v");
	pty_expect(pair.two, "Nothing here was written twice.");
	close_pair(&pair);
}

static void two_people_change_two_fields_of_one_line(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.two, "e Ctrl-T"); /* its kind */
	pty_keys(pair.one, "e");
	pty_type(pair.one, " more");
	pty_keys(pair.one, "Enter");
	expect_shown(pair.one, "\"text\":\"shared more\"");
	pty_expect(pair.two, "[idea] shared more");
	pty_keys(pair.two, "Enter");
	expect_shown(pair.two, "\"kind\":\"barrier\",\"text\":\"shared more\"");
	close_pair(&pair);
}

static void nothing_is_taken_back_that_somebody_else_has_changed(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.two, "e");
	pty_type(pair.two, "!");
	pty_keys(pair.two, "Enter");
	pty_expect(pair.one, "shared!");
	pty_keys(pair.one, "u");
	pty_expect(pair.one, "Somebody else has changed this since");
	expect_shown(pair.one, "\"text\":\"shared!\"");
	close_pair(&pair);
}

/* The one who comes second does not delete the line below. */
static void a_line_is_deleted_once_where_two_delete_it(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.one, "n");
	pty_type(pair.one, "next");
	pty_keys(pair.one, "Enter");
	pty_expect(pair.two, "next");
	pty_keys(pair.one, "Up d");
	pty_expect(pair.two, "Somebody else has deleted the line you were at.");
	pty_keys(pair.two, "d");
	pty_expect(pair.two, "Somebody else has deleted that line already.");
	expect_shown(pair.two, "\"text\":\"next\"");
	pty_keys(pair.two, "d");
	pty_expect(pair.two, "Deleted; u brings it back.");
	close_pair(&pair);
}

/* Both begin the story at the same moment: neither scene is lost. */
static void a_step_taken_back_leaves_the_steps_of_others(void **state)
{
	struct pair pair = open_pair();

	(void)state;
	pty_keys(pair.one, "s Enter");
	pty_type(pair.one, "first");
	pty_keys(pair.one, "Enter Enter");
	pty_expect(pair.two, " 1 first");
	pty_keys(pair.two, "s Enter");
	pty_type(pair.two, "second");
	pty_keys(pair.two, "Enter Enter");
	pty_expect(pair.one, " 2 second");
	pty_keys(pair.one, "u");
	expect_shown(pair.one, "\"position\":1,\"when\":null,\"text\":\"second\"");
	pty_expect(pair.one, " 1 second");
	close_pair(&pair);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		ON_STAGE(every_kind_of_row_is_written_and_said_to_be_saved),
		ON_STAGE(lines_that_say_the_same_are_bundled_and_taken_apart),
		ON_STAGE(what_a_deleted_line_stood_for_stays),
		ON_STAGE(words_are_found_on_the_sheet_as_they_are_typed),
		ON_STAGE(what_was_found_is_gone_on_from),
		ON_STAGE(lines_of_a_bundle_are_found_in_it),
		ON_STAGE(a_worry_leads_to_the_plan),
		ON_STAGE(a_name_that_comes_up_twice_becomes_a_card),
		ON_STAGE(full_width_letters_are_commands_and_letters_in_a_field_are_not),
		ON_STAGE(what_is_chosen_is_chosen_by_number_too),
		ON_STAGE(the_bar_goes_by_pages_and_to_the_ends),
		ON_STAGE(who_leaves_is_told_how_to_come_back),
		ON_STAGE(a_form_tells_its_keys),
		ON_STAGE(a_form_in_which_nothing_is_typed_does_not_come_back),
		ON_STAGE(a_card_lends_its_formality_at_once_and_another_may_be_said),
		ON_STAGE(rows_move_among_their_own_and_come_back_when_taken_back),
		ON_STAGE(a_text_of_several_lines_stays_one_when_it_is_changed),
		ON_STAGE(a_character_typed_costs_its_own_bytes),
		ON_STAGE(a_page_pasted_stays_text_and_too_much_is_refused_whole),
		ON_STAGE(what_was_typed_in_a_form_that_is_left_is_taken_up_again),
		ON_STAGE(where_a_line_goes_the_bar_stays_in_its_part),
		ON_STAGE(an_empty_line_is_not_saved_over_a_full_one),
		ON_STAGE(a_line_being_changed_survives_a_kill),
		ON_STAGE(a_line_survives_a_terminal_that_goes_away),
		ON_STAGE(two_scribes_of_one_table_keep_their_own_drafts),
		ON_STAGE(a_line_deleted_elsewhere_while_it_is_changed_can_be_brought_back),
		ON_STAGE(a_step_deleted_elsewhere_comes_back_with_its_new_support),
		ON_STAGE(who_types_on_while_somebody_else_saves_keeps_both),
		ON_STAGE(the_other_version_outlives_the_consoles),
		ON_STAGE(whoever_read_the_story_back_is_still_known_by_what_they_wrote),
		ON_STAGE(a_choice_is_of_what_was_shown),
		ON_STAGE(a_form_in_which_nothing_is_typed_shows_what_others_save),
		ON_STAGE(two_people_change_two_fields_of_one_line),
		ON_STAGE(nothing_is_taken_back_that_somebody_else_has_changed),
		ON_STAGE(a_line_is_deleted_once_where_two_delete_it),
		ON_STAGE(a_step_taken_back_leaves_the_steps_of_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
