/* The terminal floor on a real terminal: what is typed arrives, and what is painted stands there. */
#include "support/pty.h"

#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct pty *start_with(const char *option, const struct pty_options *options)
{
	const char *const argv[] = { getenv("ECHO_APP"), option, NULL };
	struct pty *pty = pty_start(argv, options);

	pty_expect(pty, "Ctrl-C");
	return pty;
}

static struct pty *start(void)
{
	return start_with(NULL, NULL);
}

static struct pty *start_as(const char *term, const char *colours)
{
	const char *const env[] = { term, colours, NULL };

	return start_with(NULL, &(struct pty_options){ .env = env });
}

static void leave(struct pty *pty)
{
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_expect_restored(pty);
	pty_end(pty);
}

static unsigned hash_of(const char *text)
{
	unsigned hash = 2166136261u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

/* The program counted and hashed all that came, in order. */
static void expect_all(struct pty *pty, const char *text)
{
	char line[64];

	snprintf(line, sizeof line, "bytes %zu hash %08x", strlen(text), hash_of(text));
	pty_expect_row(pty, 2, line);
}

static void japanese_arrives_in_bursts(void **state)
{
	struct pty *pty = start();

	(void)state;
	assert_true(pty_is_alternate(pty));
	assert_true(pty_mode_is_on(pty, 2004));
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	pty_type(pty, "配食の見守り");
	pty_expect_row(pty, 1, "> 配食の見守り");
	pty_expect_cursor(pty, 1, 14);
	pty_expect_row(pty, 3, "text 配食の見守り");
	pty_keys(pty, "a Backspace Left");
	pty_expect_cursor(pty, 1, 12);
	pty_keys(pty, "Backspace");
	pty_expect_row(pty, 1, "> 配食の見り");
	leave(pty);
}

/* A slow line splits characters and sequences; ESCDELAY is what one sets for it. */
static void bytes_one_at_a_time_lose_nothing(void **state)
{
	static const char typed[] = "か𠮷A会議é";
	const char *const env[] = { "ESCDELAY=5000", NULL };
	struct pty *pty = start_with(NULL, &(struct pty_options){ .env = env });

	(void)state;
	pty_type_slowly(pty, typed);
	expect_all(pty, typed);
	pty_type_slowly(pty, "\033OD\033[1;3A\033[200~貼\033[201~");
	pty_expect_row(pty, 1, "> か𠮷A会議貼é");
	pty_expect_row(pty, 3, "paste 貼");
	pty_expect_row(pty, 4, "key Alt-Up");
	pty_expect_row(pty, 5, "key Left");
	pty_type_slowly(pty, "\xFF\xE3\x81" "B");
	pty_expect(pty, "会議貼\uFFFD\uFFFD\uFFFDBé");
	leave(pty);
}

static void keys_come_as_a_keyboard_sends_them(void **state)
{
	static const char *const names[] = {
		"Up", "Shift-Down", "Ctrl-Right", "Alt-Up", "Home", "End", "PageUp", "PageDown", "Delete", "F1", "F5",
		"Tab", "Enter", "Alt-x", "Ctrl-A", "Escape",
	};
	struct pty *pty = start();

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		char line[32];

		snprintf(line, sizeof line, "key %s", names[i]);
		pty_keys(pty, names[i]);
		pty_expect_row(pty, 3, line);
	}
	pty_keys(pty, "Shift-Tab");
	pty_expect_row(pty, 3, "key Shift-Tab");
	leave(pty);
}

static void a_paste_is_one_event_and_no_command(void **state)
{
	struct pty *pty = start();

	(void)state;
	pty_paste(pty, "一\r二\003\032三");
	pty_expect_row(pty, 3, "paste 一␊二三");
	pty_keys(pty, "Ctrl-U");
	leave(pty);
}

static void a_paste_whose_end_never_comes_is_given_after_two_seconds(void **state)
{
	struct pty *pty = start();

	(void)state;
	pty_type(pty, "\033[200~途中");
	pty_expect_row(pty, 3, "paste-cut 途中");
	leave(pty);
}

/* A burst of 300 KB: all arrives, and the screen is painted a few times, not a thousand. */
static void a_great_paste_is_whole(void **state)
{
	struct pty *pty = start();
	struct buf text = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_add_text(&text, i % 40 ? "貼" : "\n");
	pty_paste(pty, buf_text(&text));
	expect_all(pty, buf_text(&text));
	buf_done(&text);
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	pty_end(pty);
}

static void a_wide_character_at_the_edge_is_whole_or_not_there(void **state)
{
	struct pty *pty = start_with(NULL, &(struct pty_options){ .rows = 6, .cols = 21 });

	(void)state;
	pty_type(pty, "一二三四五六七八");
	pty_expect_row(pty, 1, "> 一二三四五六七八");
	pty_expect_cursor(pty, 1, 18);
	pty_resize(pty, 6, 20);
	pty_expect_row(pty, 0, "echo 20x6 narrow");
	pty_expect_row(pty, 3, "text 一二三四五六七…");
	pty_resize(pty, 6, 19);
	pty_expect_row(pty, 3, "text 一二三四五六…");
	leave(pty);
}

static void a_resized_screen_is_laid_out_anew(void **state)
{
	struct pty *pty = start();

	(void)state;
	pty_type(pty, "配食の見守りを月曜に");
	pty_expect(pty, "月曜に");
	pty_resize(pty, 24, 30);
	pty_expect_row(pty, 0, "echo 30x24 narrow");
	pty_expect_row(pty, 1, "> 配食の見守りを月曜に");
	pty_expect_row(pty, 23, "①→─│ Ctrl-C");
	pty_resize(pty, 40, 120);
	pty_expect_row(pty, 0, "echo 120x40 narrow");
	pty_expect_row(pty, 39, "①→─│ Ctrl-C");
	pty_expect_row(pty, 23, "");
	leave(pty);
}

static void tiny_terminals_are_survived(void **state)
{
	static const struct {
		int rows, cols;
	} sizes[] = { { 5, 20 }, { 1, 80 }, { 24, 1 }, { 1, 1 }, { 2, 3 }, { 5, 20 } };
	struct pty *pty = start_with(NULL, &(struct pty_options){ .rows = 5, .cols = 20 });

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		pty_resize(pty, sizes[i].rows, sizes[i].cols);
		pty_type(pty, "字");
		pty_settle(pty);
	}
	pty_expect_row(pty, 0, "echo 20x5 narrow");
	pty_expect_row(pty, 1, "> 字字字字字字");
	leave(pty);
}

/* A terminal may say of itself what it likes, also from afar; each of its cells would take memory. */
static void of_a_terminal_that_says_it_is_huge_only_a_part_is_used(void **state)
{
	struct pty *pty = start_with(NULL, &(struct pty_options){ .rows = 30, .cols = 9000 });

	(void)state;
	pty_expect_row(pty, 0, "echo 1000x30 narrow");
	pty_resize(pty, 24, 80);
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	pty_resize(pty, 9000, 30);
	pty_expect_row(pty, 0, "echo 30x500 narrow");
	pty_resize(pty, 24, 80);
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	leave(pty);
}

/* While bytes stream in, the size changes a thousand times a second and a timer interrupts every wait. */
static void no_byte_is_lost_in_a_storm_of_signals(void **state)
{
	struct pty *pty = start_with("--alarm", NULL);
	struct buf text = { 0 };

	(void)state;
	while (text.len < 8000)
		buf_addf(&text, "会議%zu", text.len);
	for (size_t at = 0; at < text.len; at += 8) {
		pty_send(pty, text.bytes + at, text.len - at < 8 ? text.len - at : 8);
		pty_resize(pty, 24, at % 16 ? 80 : 79);
		pty_pump(pty, 1);
	}
	pty_resize(pty, 24, 80);
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	expect_all(pty, buf_text(&text));
	buf_done(&text);
	leave(pty);
}

static void only_rows_that_changed_are_written(void **state)
{
	struct pty *pty = start();
	size_t before, after;

	(void)state;
	pty_keys(pty, "a");
	pty_expect(pty, "> a");
	pty_settle(pty);
	pty_sent(pty, &before);
	pty_keys(pty, "Ctrl-G"); /* rings, and notes a key */
	pty_expect(pty, "key Ctrl-G");
	pty_sent(pty, &after);
	assert_in_range(after - before, 1, 120);
	assert_int_equal(pty_bells(pty), 1);
	pty_keys(pty, "Ctrl-L");
	pty_expect(pty, "key Ctrl-L");
	pty_sent(pty, &before);
	assert_true(before - after > 200);
	leave(pty);
}

static void a_burst_is_painted_once(void **state)
{
	struct pty *pty = start();
	struct buf text = { 0 };
	int paints = -1;

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_add_text(&text, i % 2 ? "\033[A" : "x");
	pty_type(pty, buf_text(&text));
	pty_expect(pty, "bytes 500");
	pty_keys(pty, "Ctrl-C");
	pty_expect_exit(pty, 0);
	sscanf(strstr(pty_screen(pty), "paints"), "paints %d", &paints);
	assert_in_range(paints, 2, 20);
	buf_done(&text);
	pty_end(pty);
}

static void the_theme_changes_at_once(void **state)
{
	struct pty *pty = start();

	(void)state;
	assert_int_equal(pty_cell(pty, 2, 0).paper, 0x000000);
	assert_int_equal(pty_cell(pty, 2, 79).paper, 0x000000);
	pty_keys(pty, "Ctrl-T");
	pty_expect(pty, "key Ctrl-T");
	assert_int_equal(pty_cell(pty, 2, 0).paper, 0xffffff);
	assert_int_equal(pty_cell(pty, 2, 79).paper, 0xffffff);
	assert_int_equal(pty_cell(pty, 2, 0).ink, 0x000000);
	assert_true(pty_cell(pty, 0, 0).bold);
	leave(pty);
}

static void colours_are_left_out_where_they_are_not_wanted(void **state)
{
	static const char *const cases[][3] = {
		{ "TERM=xterm-256color", "NO_COLOR=1", NULL },
		{ "TERM=xterm-256color", "NO_COLOR=", "--no-colour" },
		{ "TERM=vt100", "NO_COLOR=", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *const env[] = { cases[i][0], cases[i][1], NULL };
		struct pty *pty = start_with(cases[i][2], &(struct pty_options){ .env = env });

		assert_int_equal(pty_cell(pty, 0, 0).ink, PTY_COLOUR_DEFAULT);
		assert_int_equal(pty_cell(pty, 23, 0).paper, PTY_COLOUR_DEFAULT);
		assert_true(pty_cell(pty, 0, 0).bold);
		assert_true(pty_cell(pty, 23, 0).reverse);
		pty_keys(pty, "Ctrl-C");
		pty_expect_exit(pty, 0);
		pty_end(pty);
	}
}

static void it_works_on_other_terminals(void **state)
{
	static const char *const terms[] = {
		"TERM=screen-256color", "TERM=tmux-256color", "TERM=linux", "TERM=vt100", "TERM=xterm", "TERM=screen",
		"TERM=rxvt-unicode-256color",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		struct pty *pty = start_as(terms[i], "NO_COLOR=");

		pty_type(pty, "日本語");
		pty_expect_row(pty, 1, "> 日本語");
		pty_keys(pty, "Up");
		pty_expect_row(pty, 3, "key Up");
		pty_keys(pty, "Left Backspace");
		pty_expect_row(pty, 1, "> 日語");
		pty_keys(pty, "Ctrl-C");
		pty_expect_exit(pty, 0);
		assert_false(pty_mode_is_on(pty, 2004));
		pty_end(pty);
	}
}

static void the_width_of_ambiguous_characters_is_asked_for(void **state)
{
	struct pty *pty;

	(void)state;
	pty = start_with(NULL, &(struct pty_options){ .answers = PTY_ANSWERS_WIDE });
	pty_expect_row(pty, 0, "echo 80x24 wide");
	leave(pty);
	pty = start_with(NULL, &(struct pty_options){ .answers = PTY_ANSWERS_NEVER });
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	leave(pty);
	pty = start_with("--wide", NULL);
	pty_expect_row(pty, 0, "echo 80x24 wide");
	leave(pty);
	pty = start_with("--narrow", &(struct pty_options){ .answers = PTY_ANSWERS_WIDE });
	pty_expect_row(pty, 0, "echo 80x24 narrow");
	leave(pty);
}

static void what_was_typed_early_is_not_lost(void **state)
{
	static const enum pty_answers answers[] = { PTY_ANSWERS, PTY_ANSWERS_WIDE, PTY_ANSWERS_NEVER };

	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		struct pty *pty = start_with(NULL, &(struct pty_options){ .answers = answers[i], .early = "早い字" });

		expect_all(pty, "早い字");
		leave(pty);
	}
}

/* A row is drawn in any state of the rows around it; see paint_test.c for all kinds of rows. */
static void a_cleared_field_leaves_nothing_behind(void **state)
{
	struct pty *pty = start();

	(void)state;
	pty_type(pty, "あいうえお");
	pty_expect_row(pty, 1, "> あいうえお");
	pty_keys(pty, "Ctrl-U");
	pty_expect_row(pty, 1, ">");
	pty_type(pty, "xあ");
	pty_expect_row(pty, 1, "> xあ");
	leave(pty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(japanese_arrives_in_bursts, pty_end_all),
		cmocka_unit_test_teardown(bytes_one_at_a_time_lose_nothing, pty_end_all),
		cmocka_unit_test_teardown(keys_come_as_a_keyboard_sends_them, pty_end_all),
		cmocka_unit_test_teardown(a_paste_is_one_event_and_no_command, pty_end_all),
		cmocka_unit_test_teardown(a_paste_whose_end_never_comes_is_given_after_two_seconds, pty_end_all),
		cmocka_unit_test_teardown(a_great_paste_is_whole, pty_end_all),
		cmocka_unit_test_teardown(a_wide_character_at_the_edge_is_whole_or_not_there, pty_end_all),
		cmocka_unit_test_teardown(a_resized_screen_is_laid_out_anew, pty_end_all),
		cmocka_unit_test_teardown(tiny_terminals_are_survived, pty_end_all),
		cmocka_unit_test_teardown(of_a_terminal_that_says_it_is_huge_only_a_part_is_used, pty_end_all),
		cmocka_unit_test_teardown(no_byte_is_lost_in_a_storm_of_signals, pty_end_all),
		cmocka_unit_test_teardown(only_rows_that_changed_are_written, pty_end_all),
		cmocka_unit_test_teardown(a_burst_is_painted_once, pty_end_all),
		cmocka_unit_test_teardown(the_theme_changes_at_once, pty_end_all),
		cmocka_unit_test_teardown(colours_are_left_out_where_they_are_not_wanted, pty_end_all),
		cmocka_unit_test_teardown(it_works_on_other_terminals, pty_end_all),
		cmocka_unit_test_teardown(the_width_of_ambiguous_characters_is_asked_for, pty_end_all),
		cmocka_unit_test_teardown(what_was_typed_early_is_not_lost, pty_end_all),
		cmocka_unit_test_teardown(a_cleared_field_leaves_nothing_behind, pty_end_all),
	};

	return cmocka_run_group_tests_name("term screen", tests, NULL, NULL);
}
