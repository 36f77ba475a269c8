#include "base/mem.h"
#include "text/lineedit.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The editor as a text: '|' is the cursor, '^' the selection's other end. */
static void assert_shows(const struct lineedit *edit, const char *wanted)
{
	struct buf shown = { 0 };

	buf_add_text(&shown, lineedit_text(edit));
	if (edit->mark != edit->cursor)
		buf_insert(&shown, edit->mark, "^", 1);
	buf_insert(&shown, edit->cursor + (edit->mark < edit->cursor), "|", 1);
	assert_string_equal(buf_text(&shown), wanted);
	buf_done(&shown);
}

/* Brings an editor into the state that assert_shows() would show. */
static void set_shown(struct lineedit *edit, const char *shown)
{
	struct buf text = { 0 };
	size_t cursor = strcspn(shown, "|");

	buf_add(&text, shown, cursor);
	buf_add_text(&text, shown + cursor + 1);
	lineedit_set(edit, buf_text(&text));
	edit->cursor = edit->mark = cursor;
	buf_done(&text);
}

static void type(struct lineedit *edit, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = 0; at < len;) {
		size_t end = text_cluster_end(text, len, at);
		assert_true(lineedit_insert(edit, text + at, end - at));
		at = end;
	}
}

static void insert(struct lineedit *edit, const char *text)
{
	assert_true(lineedit_insert(edit, text, strlen(text)));
}

static void a_zeroed_editor_is_an_empty_line(void **state)
{
	(void)state;
	struct lineedit edit = { 0 };
	int row = -1, col = -1;

	assert_shows(&edit, "|");
	for (int move = MOVE_LEFT; move <= MOVE_END; move++) {
		lineedit_move(&edit, (enum lineedit_move)move, false);
		lineedit_delete(&edit, (enum lineedit_move)move);
	}
	lineedit_undo(&edit);
	lineedit_redo(&edit);
	lineedit_cut(&edit);
	lineedit_paste(&edit);
	assert_false(lineedit_move_row(&edit, -1, 10, false));
	lineedit_where(&edit, 10, &row, &col);
	assert_int_equal(row, 0);
	assert_int_equal(col, 0);
	assert_shows(&edit, "|");
	lineedit_done(&edit);
	lineedit_done(&edit);
}

static void moves_go_by_cluster_word_line_and_text(void **state)
{
	(void)state;
	static const struct {
		const char *before;
		enum lineedit_move move;
		const char *after;
	} rows[] = {
		{ "あ|い", MOVE_LEFT, "|あい" },
		{ "|あい", MOVE_LEFT, "|あい" },
		{ "|か\u3099い", MOVE_RIGHT, "か\u3099|い" },
		{ "|👨\u200D👩\u200D👧x", MOVE_RIGHT, "👨\u200D👩\u200D👧|x" },
		{ "🇯🇵🇺🇸|", MOVE_LEFT, "🇯🇵|🇺🇸" },
		{ "葛\U000E0100|", MOVE_LEFT, "|葛\U000E0100" },
		{ "ｶﾞ|", MOVE_LEFT, "|ｶﾞ" },
		{ "ab|", MOVE_RIGHT, "ab|" },
		{ "|支援計画を立てる", MOVE_WORD_RIGHT, "支援計画を|立てる" },
		{ "支援計画を|立てる", MOVE_WORD_RIGHT, "支援計画を立てる|" },
		{ "支援計画を立てる|", MOVE_WORD_LEFT, "支援計画を|立てる" },
		{ "支援計|画を立てる", MOVE_WORD_LEFT, "|支援計画を立てる" },
		{ "|センターへ行く", MOVE_WORD_RIGHT, "センターへ|行く" },
		{ "|佐々木さん、今日", MOVE_WORD_RIGHT, "佐々木さん|、今日" },
		{ "佐々木さん|、今日", MOVE_WORD_RIGHT, "佐々木さん、|今日" },
		{ "one  two|", MOVE_WORD_LEFT, "one  |two" },
		{ "one  |two", MOVE_WORD_LEFT, "|one  two" },
		{ "|one  two", MOVE_WORD_RIGHT, "one|  two" },
		{ "one|　two", MOVE_WORD_RIGHT, "one　two|" },
		{ "1,000|円", MOVE_WORD_LEFT, "1,|000円" },
		{ "ab\ncd|\nef", MOVE_LINE_START, "ab\n|cd\nef" },
		{ "ab\n|cd\nef", MOVE_LINE_END, "ab\ncd|\nef" },
		{ "ab\n|\nef", MOVE_LINE_END, "ab\n|\nef" },
		{ "ab\n|\nef", MOVE_LINE_START, "ab\n|\nef" },
		{ "ab\nc|d", MOVE_START, "|ab\ncd" },
		{ "ab\nc|d", MOVE_END, "ab\ncd|" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct lineedit edit = { .lines = true };
		set_shown(&edit, rows[i].before);
		lineedit_move(&edit, rows[i].move, false);
		assert_shows(&edit, rows[i].after);
		lineedit_done(&edit);
	}
}

static void deleting_takes_whole_clusters(void **state)
{
	(void)state;
	static const struct {
		const char *before;
		enum lineedit_move move;
		const char *after;
	} rows[] = {
		{ "あい|う", MOVE_LEFT, "あ|う" },
		{ "あ|いう", MOVE_RIGHT, "あ|う" },
		{ "|あ", MOVE_LEFT, "|あ" },
		{ "か\u3099|", MOVE_LEFT, "|" },
		{ "👍🏽|", MOVE_LEFT, "|" },
		{ "x👨\u200D👩\u200D👧|", MOVE_LEFT, "x|" },
		{ "支援計画を立てる|", MOVE_WORD_LEFT, "支援計画を|" },
		{ "one two |three", MOVE_WORD_LEFT, "one |three" },
		{ "ab\ncd|ef", MOVE_LINE_START, "ab\n|ef" },
		{ "ab|cd\nef", MOVE_LINE_END, "ab|\nef" },
		{ "a\n|\u0301b", MOVE_LEFT, "a\u0301|b" },       /* what is joined is one cluster: the cursor goes after it */
		{ "🇯x|🇵", MOVE_LEFT, "🇯🇵|" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct lineedit edit = { .lines = true };
		set_shown(&edit, rows[i].before);
		lineedit_delete(&edit, rows[i].move);
		assert_shows(&edit, rows[i].after);
		lineedit_undo(&edit);
		assert_shows(&edit, rows[i].before);
		lineedit_done(&edit);
	}
}

static void what_is_inserted_is_clean(void **state)
{
	(void)state;
	static const struct {
		const char *before, *burst;
		bool lines;
		const char *after;
	} rows[] = {
		{ "a|b", "漢字", false, "a漢字|b" },
		{ "a|b", "x\r\ny\tz", false, "ax y z|b" },
		{ "a|b", "x\r\ny\tz", true, "ax\ny\tz|b" },
		{ "a|b", "\x1b[A\x03", false, "a[A|b" },
		{ "a|b", "\u202E\u200B", false, "a|b" },
		{ "葛|飾", "\U000E0100", false, "葛\U000E0100|飾" }, /* a selector in a burst of its own */
		{ "あ|い", "\U000E0100", false, "あ|い" },
		{ "か|い", "\u3099", false, "か\u3099|い" },
		{ "|", "\u3099", false, "\u3099|" },
		{ "|🇵", "🇯", false, "🇯🇵|" },
		{ "1|", "\uFE0F\u20E3", false, "1\uFE0F\u20E3|" },
		{ "a|", "\xe3\x81", false, "a\uFFFD\uFFFD|" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct lineedit edit = { .lines = rows[i].lines };
		set_shown(&edit, rows[i].before);
		insert(&edit, rows[i].burst);
		assert_shows(&edit, rows[i].after);
		lineedit_done(&edit);
	}
}

static void a_selection_is_replaced_copied_cut_and_left(void **state)
{
	(void)state;
	struct lineedit edit = { 0 };

	set_shown(&edit, "one |two");
	lineedit_move(&edit, MOVE_WORD_RIGHT, true);
	assert_shows(&edit, "one ^two|");
	lineedit_copy(&edit);
	insert(&edit, "2");
	assert_shows(&edit, "one 2|");
	lineedit_paste(&edit);
	assert_shows(&edit, "one 2two|");
	lineedit_move(&edit, MOVE_START, true);
	assert_shows(&edit, "|one 2two^");
	lineedit_cut(&edit);
	assert_shows(&edit, "|");
	lineedit_paste(&edit);
	lineedit_move(&edit, MOVE_WORD_LEFT, true);
	assert_shows(&edit, "one |2two^");
	lineedit_move(&edit, MOVE_RIGHT, false);
	assert_shows(&edit, "one 2two|");
	lineedit_move(&edit, MOVE_WORD_LEFT, true);
	lineedit_move(&edit, MOVE_LEFT, false);
	assert_shows(&edit, "one |2two");
	lineedit_copy(&edit);
	assert_string_equal(buf_text(&edit.cut), "one 2two");
	lineedit_move(&edit, MOVE_END, true);
	lineedit_delete(&edit, MOVE_LEFT);
	assert_shows(&edit, "one |");
	lineedit_undo(&edit);
	assert_shows(&edit, "one ^2two|");
	lineedit_done(&edit);
}

static void undo_goes_by_sensible_steps(void **state)
{
	(void)state;
	static const char *const steps[] = { "one |", "one two|", "one two支援計画|", "one two支援計画x|", "one |", "one !|" };
	struct lineedit edit = { 0 };

	type(&edit, "one two");         /* typed: a step a word */
	insert(&edit, "支援計画");      /* committed by an input method: a step */
	type(&edit, "x");
	for (int i = 0; i < 8; i++)     /* a run of single deletions: a step */
		lineedit_delete(&edit, MOVE_LEFT);
	type(&edit, "!");
	for (size_t i = COUNT(steps); i-- > 0;) {
		assert_shows(&edit, steps[i]);
		lineedit_undo(&edit);
	}
	assert_shows(&edit, "|");
	lineedit_undo(&edit);
	assert_shows(&edit, "|");
	for (size_t i = 0; i < COUNT(steps); i++) {
		lineedit_redo(&edit);
		assert_shows(&edit, steps[i]);
	}
	lineedit_redo(&edit);
	assert_shows(&edit, "one !|");
	lineedit_undo(&edit);
	insert(&edit, "?");
	lineedit_redo(&edit); /* a new change: the old future is gone */
	assert_shows(&edit, "one ?|");
	lineedit_done(&edit);
}

static void a_move_ends_a_run_of_typing(void **state)
{
	(void)state;
	struct lineedit edit = { 0 };

	type(&edit, "ab");
	lineedit_move(&edit, MOVE_LEFT, false);
	lineedit_move(&edit, MOVE_RIGHT, false);
	type(&edit, "cd");
	lineedit_undo(&edit);
	assert_shows(&edit, "ab|");
	type(&edit, "ef");
	lineedit_undo(&edit);
	assert_shows(&edit, "ab|");
	lineedit_done(&edit);
}

static void deletions_both_ways_are_one_run(void **state)
{
	(void)state;
	struct lineedit edit = { 0 };

	set_shown(&edit, "あいう|えおか");
	lineedit_delete(&edit, MOVE_LEFT);
	lineedit_delete(&edit, MOVE_RIGHT);
	lineedit_delete(&edit, MOVE_LEFT);
	lineedit_delete(&edit, MOVE_RIGHT);
	assert_shows(&edit, "あ|か");
	lineedit_undo(&edit);
	assert_shows(&edit, "あいう|えおか");
	lineedit_redo(&edit);
	assert_shows(&edit, "あ|か");
	lineedit_done(&edit);
}

static void what_is_too_long_is_refused_whole(void **state)
{
	(void)state;
	struct lineedit edit = { .max_bytes = 7 };

	insert(&edit, "あい");
	assert_false(lineedit_insert(&edit, "う", 3));
	assert_shows(&edit, "あい|");
	insert(&edit, "x");
	lineedit_move(&edit, MOVE_START, true);
	insert(&edit, "うえx"); /* what it replaces makes room */
	assert_shows(&edit, "うえx|");
	lineedit_move(&edit, MOVE_START, true);
	lineedit_copy(&edit);
	lineedit_move(&edit, MOVE_END, false);
	lineedit_paste(&edit);
	assert_shows(&edit, "うえx|");
	lineedit_done(&edit);
}

static void setting_and_clearing_forget_the_past(void **state)
{
	(void)state;
	struct lineedit edit = { 0 };

	type(&edit, "ab");
	lineedit_set(&edit, "c\nd\x1b");
	assert_shows(&edit, "c d|");
	lineedit_undo(&edit);
	assert_shows(&edit, "c d|");
	type(&edit, "e");
	lineedit_clear(&edit);
	lineedit_undo(&edit);
	assert_shows(&edit, "|");
	lineedit_done(&edit);
}

static void rows_are_those_of_the_wrapped_text(void **state)
{
	(void)state;
	static const struct {
		const char *shown;
		int row, col; /* in six columns */
	} rows[] = {
		{ "|", 0, 0 },
		{ "あ|い", 0, 2 },
		{ "あいう|", 0, 6 },       /* a full last row: the cursor is beyond */
		{ "あいう|え", 1, 0 },     /* a full row: the cursor is on the next */
		{ "あいうえ|", 1, 2 },
		{ "abc |", 0, 4 },         /* white space counts where one types */
		{ "abc     |", 0, 6 },     /* and hangs */
		{ "abc  |  defg", 0, 5 },
		{ "abc    |defg", 1, 0 },
		{ "ab\n|", 1, 0 },
		{ "ab|\n", 0, 2 },
		{ "ab\n\n|c", 2, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct lineedit edit = { .lines = true };
		int row, col;
		set_shown(&edit, rows[i].shown);
		lineedit_where(&edit, 6, &row, &col);
		assert_int_equal(row, rows[i].row);
		assert_int_equal(col, rows[i].col);
		lineedit_done(&edit);
	}
}

static void moving_by_row_keeps_its_column(void **state)
{
	(void)state;
	struct lineedit edit = { .lines = true };

	set_shown(&edit, "あいう|え\nx\nabcdefgh"); /* あいうえ / x / abcdefgh */
	assert_true(lineedit_move_row(&edit, 1, 8, false));
	assert_shows(&edit, "あいうえ\nx|\nabcdefgh");
	assert_true(lineedit_move_row(&edit, 1, 8, false));
	assert_shows(&edit, "あいうえ\nx\nabcdef|gh");
	assert_false(lineedit_move_row(&edit, 1, 8, false));
	assert_true(lineedit_move_row(&edit, -2, 8, true));
	assert_shows(&edit, "あいう|え\nx\nabcdef^gh");
	assert_false(lineedit_move_row(&edit, -1, 8, false));
	lineedit_move(&edit, MOVE_LEFT, false); /* out of the selection; forgets the column */
	lineedit_move(&edit, MOVE_LEFT, false);
	assert_true(lineedit_move_row(&edit, 9, 8, false)); /* as far as there are any */
	assert_shows(&edit, "あいうえ\nx\nabcd|efgh");

	set_shown(&edit, "abcdefg|hijkl"); /* abcdefgh / ijkl */
	assert_true(lineedit_move_row(&edit, 1, 8, false));
	assert_shows(&edit, "abcdefghijkl|");
	assert_true(lineedit_move_row(&edit, -1, 8, false));
	assert_shows(&edit, "abcdefg|hijkl");
	set_shown(&edit, "あいうえa|b"); /* in five columns: あい / うえ / ab; column 1 is inside a character */
	assert_true(lineedit_move_row(&edit, -1, 5, false));
	assert_shows(&edit, "あい|うえab");
	lineedit_done(&edit);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_zeroed_editor_is_an_empty_line),
		cmocka_unit_test(moves_go_by_cluster_word_line_and_text),
		cmocka_unit_test(deleting_takes_whole_clusters),
		cmocka_unit_test(what_is_inserted_is_clean),
		cmocka_unit_test(a_selection_is_replaced_copied_cut_and_left),
		cmocka_unit_test(undo_goes_by_sensible_steps),
		cmocka_unit_test(a_move_ends_a_run_of_typing),
		cmocka_unit_test(deletions_both_ways_are_one_run),
		cmocka_unit_test(what_is_too_long_is_refused_whole),
		cmocka_unit_test(setting_and_clearing_forget_the_past),
		cmocka_unit_test(rows_are_those_of_the_wrapped_text),
		cmocka_unit_test(moving_by_row_keeps_its_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
