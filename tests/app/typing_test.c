/* What is typed and pasted into a text, key by key: what stands on disk afterwards, and where the cursor is meanwhile. */
#include "app/stage.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCREEN_ROWS = 80, STEPS_MAX = 8 };

static struct pty *open_table(void)
{
	struct pty *pty = stage_open("scribe --table 2", SCREEN_ROWS, 100, NULL);

	pty_expect(pty, "Notes (0)");
	return pty;
}

/* A note: what its steps are is told by the first character: > keys by name, = typed, + pasted, ! bytes as they are. And what a
 * fresh process reads of it, as JSON has it; or, in `gone`, what nobody may read anywhere. */
struct note {
	const char *steps[STEPS_MAX], *text, *gone;
};

static void take_step(struct pty *pty, const char *step)
{
	switch (*step) {
	case '>':
		pty_keys(pty, step + 1);
		break;
	case '=':
		pty_type(pty, step + 1);
		break;
	case '+':
		pty_paste(pty, step + 1);
		break;
	case '!':
		pty_type_slowly(pty, step + 1);
		break;
	}
	pty_settle(pty); /* what comes in one go is one step for undo */
}

static void write_note(struct pty *pty, const struct note *note, size_t number)
{
	char heading[40];

	pty_keys(pty, "n");
	pty_expect(pty, "A note");
	for (size_t i = 0; i < STEPS_MAX && note->steps[i]; i++)
		take_step(pty, note->steps[i]);
	pty_keys(pty, "Enter");
	snprintf(heading, sizeof heading, "Notes (%zu)", number);
	pty_expect(pty, heading);
}

static void write_notes(const struct note *notes, size_t len)
{
	struct pty *pty = open_table();
	bool held = true;

	for (size_t i = 0; i < len; i++)
		write_note(pty, &notes[i], i + 1);
	stage_leave(pty);
	const char *shown = cli("show --json");
	for (size_t i = 0; i < len; i++) {
		char wanted[400];
		snprintf(wanted, sizeof wanted, "\"text\":\"%s\"", notes[i].text);
		bool is_there = strstr(shown, wanted) && !(notes[i].gone && strstr(shown, notes[i].gone));
		if (!is_there)
			fprintf(stderr, "note %zu is not %s\n", i, wanted);
		held = held && is_there;
	}
	if (held)
		return;
	fprintf(stderr, "%s\n", shown);
	fail();
}

/* --- the editor --------------------------------------------------------------------------------------------------------------- */

static void keys_move_select_and_erase_as_people_expect(void **state)
{
	static const struct note notes[] = {
		/* by cluster: a kana with its mark, an emoji of three, a flag, a name's own form of a kanji, half-width kana */
		{ { "=会議か\u3099です", ">Left Left Left", "=1" }, "会議1か\u3099です", NULL },
		{ { "=2👨‍👩‍👧🇯🇵辻\U000E0100ｶﾞ", ">Backspace Backspace" }, "2👨‍👩‍👧🇯🇵", NULL },
		{ { "=👨‍👩‍👧🇯🇵3", ">Left Backspace Backspace" }, "3", NULL },
		{ { "=4か\u3099x", ">Home Right Delete" }, "4x", NULL },
		/* by word */
		{ { "=支援の方針を共有した5", ">Ctrl-Left Ctrl-Left", "=、" }, "支援の方針を、共有した5", NULL },
		{ { "=支援の方針を共有した6", ">Home Alt-Right", "=|" }, "支援の|方針を共有した6", NULL },
		{ { "=支援の方針を共有した7", ">Ctrl-W Ctrl-W" }, "支援の方針を", NULL },
		{ { "=支援の方針を 8", ">Home Ctrl-Delete" }, "方針を 8", NULL },
		{ { "=支援の方針9を", ">Alt-Backspace Alt-Backspace" }, "支援の方針", NULL },
		/* by line and text */
		{ { "=bc", ">Home", "=a", ">End", "=d10" }, "abcd10", NULL },
		{ { "=一", ">Alt-Enter", "=二", ">Up", "=1", ">End", "=1" }, "一11\\n二", NULL },
		{ { "=一", ">Alt-Enter", "=二", ">Ctrl-Home", "=12", ">Ctrl-End", "=z" }, "12一\\n二z", NULL },
		{ { "=1", ">Alt-Enter", "=2", ">Alt-Enter", "=3", ">Alt-Enter", "=4", ">PageUp" }, "1\\n2\\n3\\n4", NULL },
		/* selected */
		{ { "=会議です14", ">Home Shift-Right Shift-Right", "=対話" }, "対話です14", NULL },
		{ { "=支援の方針15", ">Ctrl-Shift-Left Ctrl-Shift-Left Ctrl-X Home Ctrl-V" }, "方針15支援の", NULL },
		{ { "=一二", ">Alt-Enter", "=三四", ">Left Shift-Up Delete" }, "一四", NULL },
		{ { "=17ab", ">Ctrl-A Ctrl-C End Ctrl-V" }, "17ab17ab", NULL },
		{ { "=18", ">Alt-Enter", "=x", ">Shift-Home Backspace", "=y" }, "18\\ny", NULL },
		/* what was cut in one note is pasted into the next */
		{ { "=cut here19", ">Shift-Home Ctrl-X", "=19 is gone" }, "19 is gone", NULL },
		{ { "=20 ", ">Ctrl-V" }, "20 cut here19", NULL },
		/* taken back and done again, a burst at a time */
		{ { "=21a", "=bc", ">Ctrl-Z" }, "21a", NULL },
		{ { "=22a", "=bc", ">Ctrl-Z Ctrl-Z Ctrl-Y Ctrl-Y" }, "22abc", NULL },
		{ { "=2", "=3", "=x", "=y", ">Backspace Backspace Ctrl-Z" }, "23xy", NULL },
		{ { "+24\nab", ">Ctrl-Z", "=24 undone" }, "24 undone", "24\\nab" },
		/* letters, however wide, are letters here, and full-width digits stay as they are */
		{ { "=ｑｄｕ１２？：/25" }, "ｑｄｕ１２？：/25", NULL },
	};

	(void)state;
	write_notes(notes, COUNT(notes));
}

/* --- what comes through the door ---------------------------------------------------------------------------------------------- */

static void what_may_not_be_kept_stays_outside_and_all_else_comes_in(void **state)
{
#define BAD_9 "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" /* one for each byte */
	static const struct note notes[] = {
		/* escape sequences: pasted they lose their teeth, typed they are keys that mean nothing */
		{ { "+0\033]0;owned\a!\033[2J\033[31mred" }, "0]0;owned![2J[31mred", "\\u001b" },
		{ { "=1", "!\033]0;owned\a", "!\033[31m", "=a" }, "1a", "owned\\u" },
		{ { "+2\xC2\x9B" "31mx\xC2\x9D" "0;y\xC2\x9C" }, "231mx0;y", NULL },
		{ { "+3\b\x7F\001\003x" }, "3x", NULL },
		/* directions, and what shows nothing */
		{ { "=4a\u202Eb\u2066c\u2069\u200Fd" }, "4abcd", NULL },
		{ { "+5a\u202Db\u202Cc\u061C" }, "5abc", NULL },
		{ { "=6a\u200Bb\u200Cc\u2060\uFEFFd\u00ADe" }, "6abcde", NULL },
		{ { "=7a\u200Db\u200D" }, "7ab", NULL },
		{ { "=8👩\u200D🚀a\uFE0F❤\uFE0F" }, "8👩\u200D🚀a❤\uFE0F", NULL },
		{ { "=9辻\U000E0100神\uFE00い\U000E0100" }, "9辻\U000E0100神\uFE00い", NULL },
		/* as it was typed: nothing is composed, nothing made full-width, no other form of a kanji */
		{ { "=10か\u3099ハ\u309Aｶﾞﾊﾟ髙﨑塚神" }, "10か\u3099ハ\u309Aｶﾞﾊﾟ髙﨑塚神", NULL },
		{ { "=11\u3000①㈱〜～−－𠮷" }, "11\u3000①㈱〜～−－𠮷", NULL },
		/* lines */
		{ { "+12a\r\nb\rc\nd\u2028e\xC2\x85" "f\tg" }, "12a\\nb\\nc\\nd\\ne\\nf\\tg", NULL },
		/* bytes that are no text, one at a time */
		{ { "!13か\xFF" "A\xE3\x81" "B\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80𠮷" }, "13か\uFFFDA\uFFFD\uFFFDB" BAD_9 "𠮷", NULL },
	};

	(void)state;
	write_notes(notes, COUNT(notes));
}

/* Every byte of it in a read of its own, in every way to part it in two. */
static void bytes_that_come_apart_are_put_together(void **state)
{
	static const char bytes[] = "あ𠮷é\xE3\x82い\xFFう";
	struct pty *pty = open_table();
	size_t len = sizeof bytes - 1;

	(void)state;
	for (size_t cut = 1; cut < len; cut++) {
		char heading[40];
		pty_keys(pty, "n");
		pty_expect(pty, "A note");
		pty_send(pty, bytes, cut);
		pty_settle(pty);
		pty_send(pty, bytes + cut, len - cut);
		pty_keys(pty, "Enter");
		snprintf(heading, sizeof heading, "Notes (%zu)", cut);
		pty_expect(pty, heading);
	}
	stage_leave(pty);
	const char *shown = cli("show --json");
	for (size_t cut = 1; cut < len; cut++) {
		shown = strstr(shown, "\"text\":\"あ𠮷é\uFFFD\uFFFDい\uFFFDう\"");
		assert_non_null(shown);
		shown++;
	}
}

/* --- pages -------------------------------------------------------------------------------------------------------------------- */

static char *page_of(size_t lines, char name)
{
	struct buf page = { 0 };

	for (size_t line = 1; line <= lines; line++)
		buf_addf(&page, "%c%zu行目、木曜に箱を取りに来てもらうことにした。d q u :\n", name, line);
	return buf_steal(&page);
}

/* The lines as JSON has them, without the last line's end. */
static char *page_as_json(const char *page)
{
	struct buf json = { 0 };

	for (; *page; page++)
		buf_add(&json, *page == '\n' ? "\\n" : page, *page == '\n' ? 2 : 1);
	return buf_steal(&json);
}

/* Announced by the terminal or not, in a form or on the sheet: it is one text, no line of it a command, taken back in one step. */
static void a_page_is_one_text_wherever_it_is_pasted(void **state)
{
	static const struct {
		bool in_form, announced;
	} cases[] = { { true, true }, { false, true }, { true, false }, { false, false } };
	struct pty *pty = open_table();
	struct buf shown = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *page = page_of(20, (char)('A' + i)), last[40], heading[40];
		snprintf(last, sizeof last, "%c20行目", (char)('A' + i));
		snprintf(heading, sizeof heading, "Notes (%zu)", i + 1);
		if (cases[i].in_form)
			pty_keys(pty, "n");
		pty_settle(pty);
		if (cases[i].announced)
			pty_paste(pty, page);
		else
			pty_send(pty, page, strlen(page));
		pty_expect(pty, last);
		pty_keys(pty, "Ctrl-Z");
		pty_expect_gone(pty, last);
		pty_keys(pty, "Ctrl-Y Enter");
		pty_expect(pty, heading);
		free(page);
	}
	stage_leave(pty);
	buf_add_text(&shown, cli("show --json"));
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *page = page_of(20, (char)('A' + i)), *json = page_as_json(page);
		assert_non_null(strstr(buf_text(&shown), json));
		free(page);
		free(json);
	}
	buf_done(&shown);
}

/* More than fits is told and changes nothing: neither the text nor what was typed before it. */
static void more_than_a_text_holds_is_told_and_changes_nothing(void **state)
{
	struct pty *pty = open_table();
	char *page = page_of(900, 'A'); /* some 64 KiB */

	(void)state;
	pty_keys(pty, "n");
	pty_type(pty, "before");
	pty_paste(pty, page);
	pty_expect(pty, "Too long for this field");
	pty_expect(pty, "before");
	pty_type(pty, " and after");
	pty_expect_gone(pty, "Too long for this field");
	pty_send(pty, page, strlen(page));
	pty_expect(pty, "Too long for this field");
	pty_keys(pty, "Enter");
	expect_told(pty, "show --json", "\"text\":\"before and after\"");
	pty_expect(pty, "Notes (1)");
	stage_leave(pty);
	free(page);
}

/* --- where nothing is asked for --------------------------------------------------------------------------------------------------- */

/* With the input method on, before any form is open: whole sentences come in, and single kana are the keys they were made with. */
static void what_is_written_on_the_sheet_is_a_note_and_no_command(void **state)
{
	static const struct {
		const char *typed, *form, *shown;
	} cases[] = {
		{ "会議の前に", "A note", "会議の前に" }, { "会", "A note", "会" }, { "ＤＶの相談", "A note", "ＤＶの相談" },
		{ "おととい", "A note", "おととい" },     { "か", "A note", "か" },  { "o朝の散歩", "What somebody can do", "朝の散歩" },
		{ "お", "What somebody can do", NULL },   { "ん", "A note", NULL },   { "ｏ", "What somebody can do", NULL },
	};
	struct pty *pty = open_table();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		pty_type(pty, cases[i].typed);
		pty_expect(pty, cases[i].form);
		if (cases[i].shown)
			pty_expect(pty, cases[i].shown);
		else
			assert_false(pty_find(pty, cases[i].typed, NULL, NULL));
		pty_keys(pty, "Ctrl-A Delete Escape");
		pty_expect_gone(pty, cases[i].form);
	}
	stage_leave(pty);
}

/* --- where the cursor is ------------------------------------------------------------------------------------------------------ */

/* An input method opens its window at the real cursor: also after a tick, and after somebody else has written. */
static void the_cursor_stays_at_the_text_whatever_else_is_drawn(void **state)
{
	struct pty *pty = stage_open("scribe --table 2", 24, 80, NULL);
	int row, col;

	(void)state;
	pty_expect(pty, "Notes (0)");
	cli("clock start");
	pty_keys(pty, "n");
	pty_type(pty, "会議の");
	pty_expect(pty, "会議の");
	pty_keys(pty, "Left");
	pty_settle(pty);
	assert_true(pty_find(pty, "会議の", &row, &col));
	pty_expect_cursor(pty, row, col + 4);
	cli("log --table 2 offer 'somebody else wrote this'");
	pty_expect(pty, "somebody else wrote this");
	pty_expect_cursor(pty, row, col + 4);
	cli("clock pause");
	pty_expect(pty, "paused");
	pty_expect_cursor(pty, row, col + 4);
	cli("clock start");
	pty_expect_gone(pty, "paused");
	for (int64_t end_ms = pty_now_ms() + 1300; pty_now_ms() < end_ms; pty_pump(pty, 20))
		assert_true(pty_cursor_is_visible(pty));
	pty_expect_cursor(pty, row, col + 4);
	assert_string_equal(pty_row(pty, row + 1), ""); /* the candidates' row */
	pty_resize(pty, 30, 100);
	pty_settle(pty);
	assert_true(pty_find(pty, "会議の", &row, &col));
	pty_expect_cursor(pty, row, col + 4);
	pty_keys(pty, "Escape");
	stage_leave(pty);
}

/* --- what stands in the file ---------------------------------------------------------------------------------------------------- */

/* What never came through a door of ours is harmless on every way out; pty_end() looks at each byte that was drawn. */
static void a_hostile_text_in_the_file_reaches_no_terminal(void **state)
{
	static const char *const words[] = { "show", "show --json", "report", "report --format json", "screen scribe --table 2",
					     "screen scribe --table 2 --format ansi" };
	struct pty *pty = open_table();

	(void)state;
	pty_keys(pty, "n");
	pty_type(pty, "hostile");
	pty_keys(pty, "Enter");
	pty_expect(pty, "Notes (1)");
	stage_leave(pty);
	sql("UPDATE note SET text = 'x' || char(27) || ']0;owned' || char(7) || char(155) || '31m' || char(8238) || 'y' || char(8203) || 'z'");
	pty = stage_open("scribe --table 2", 24, 80, NULL);
	pty_expect(pty, "Notes (1)");
	pty_expect(pty, "owned");
	pty_keys(pty, "Tab Tab Down e");
	pty_expect(pty, "A note");
	pty_keys(pty, "End Left Left Escape");
	stage_leave(pty);
	for (size_t i = 0; i < COUNT(words); i++) {
		const char *told = cli("%s", words[i]);
		assert_null(strstr(told, "\033]"));
		assert_null(strstr(told, "\a"));
		assert_null(strstr(told, "\xC2\x9B"));
		assert_null(strstr(told, "\u202E"));
		assert_null(strstr(told, "\u200B"));
	}
	sql("UPDATE note SET text = 'hostile'"); /* as its facts have it */
}

int main(void)
{
#define STAGED(test) cmocka_unit_test_setup_teardown(test, stage_setup, stage_teardown)
	static const struct CMUnitTest tests[] = {
		STAGED(keys_move_select_and_erase_as_people_expect),
		STAGED(what_may_not_be_kept_stays_outside_and_all_else_comes_in),
		STAGED(bytes_that_come_apart_are_put_together),
		STAGED(a_page_is_one_text_wherever_it_is_pasted),
		STAGED(more_than_a_text_holds_is_told_and_changes_nothing),
		STAGED(what_is_written_on_the_sheet_is_a_note_and_no_command),
		STAGED(the_cursor_stays_at_the_text_whatever_else_is_drawn),
		STAGED(a_hostile_text_in_the_file_reaches_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
