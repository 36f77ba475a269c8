/* A person who edits a text with any keys in any order, against a model of it: after each key the screen shows the model's rows, and
 * the cursor in its place, while a clock ticks above; and a fresh process reads every text as the model has it. Texts grow past a
 * row, wrap and scroll; what is typed comes whole, in a paste, or a byte at a time; and the window changes its size.
 * YORIAI_SEED repeats a run, YORIAI_KEYS=100000 makes it longer. */
#include "app/stage.h"
#include "app/typist.h"

#include "base/buf.h"
#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS = 600, KEYS_A_TEXT = 200, FIELD_COL = 12, PASTE_MAX = 80 };

struct person {
	struct typist typist;
	struct dice dice;
	struct pty *pty;
	size_t keys;
	int screen_rows, screen_cols;
	struct buf told; /* the keys of this text */
};

/* Of the field: its last column is the cursor's behind a full row. */
static int text_cols_of(const struct person *person)
{
	return person->screen_cols - FIELD_COL - 1;
}

static size_t field_rows_of(const struct person *person)
{
	return person->screen_rows > 20 ? (size_t)person->screen_rows / 5 : 4;
}

static bool one_in(struct person *person, size_t many)
{
	return dice_below(&person->dice, many) == 0;
}

/* --- keys ----------------------------------------------------------------------------------------------------------------------- */

static void press(struct person *person, const char *name)
{
	pty_keys(person->pty, name);
	buf_addf(&person->told, " %s", name);
	person->keys++;
}

static void insert(struct person *person)
{
	unsigned char which = (unsigned char)dice_below(&person->dice, CLUSTERS);
	const struct cluster *cluster = &clusters[which];

	if (!typist_has_room(&person->typist, 1))
		return;
	typist_insert(&person->typist, &which, 1, true);
	if (which == LINE_FEED) {
		press(person, "Alt-Enter");
		return;
	}
	if (!cluster->comes_whole && one_in(person, 3))
		pty_type_slowly(person->pty, cluster->text);
	else
		pty_type(person->pty, cluster->text);
	buf_addf(&person->told, " %s", cluster->text);
	person->keys++;
}

static void paste_from_elsewhere(struct person *person)
{
	struct text pasted = { .len = 1 + dice_below(&person->dice, PASTE_MAX) };
	struct buf bytes = { 0 };

	if (!typist_has_room(&person->typist, pasted.len))
		return;
	for (size_t i = 0; i < pasted.len; i++)
		pasted.at[i] = (unsigned char)dice_below(&person->dice, CLUSTERS);
	typist_add(&pasted, 0, pasted.len, &bytes);
	pty_paste(person->pty, buf_text(&bytes));
	buf_addf(&person->told, " pasted(%s)", buf_text(&bytes));
	typist_insert(&person->typist, pasted.at, pasted.len, true);
	person->keys++;
	buf_done(&bytes);
}

static void step(struct person *person)
{
	bool right = one_in(person, 2), select = one_in(person, 3);
	const struct text *text = &person->typist.now;
	size_t first = typist_first(&person->typist), selected = typist_selected(&person->typist);
	size_t to = right ? text->cursor + (text->cursor < text->len) : text->cursor - (text->cursor > 0);

	if (!select && selected)
		to = right ? first + selected : first;
	typist_move(&person->typist, to, select);
	press(person, select ? (right ? "Shift-Right" : "Shift-Left") : right ? "Right" : "Left");
}

static void go_by_word(struct person *person)
{
	bool right = one_in(person, 2), select = one_in(person, 3);

	typist_move(&person->typist, typist_word(&person->typist, right), select);
	press(person, select ? (right ? "Shift-Ctrl-Right" : "Shift-Ctrl-Left") : right ? "Ctrl-Right" : "Alt-Left");
}

static void go_to_end(struct person *person)
{
	bool end = one_in(person, 2), of_text = one_in(person, 2), select = one_in(person, 3);
	const char *key = end ? "End" : "Home";
	char name[24];
	size_t to = of_text ? (end ? person->typist.now.len : 0) : typist_line(&person->typist, end);

	snprintf(name, sizeof name, "%s%s%s", select ? "Shift-" : "", of_text ? "Ctrl-" : "", key);
	typist_move(&person->typist, to, select);
	press(person, name);
}

/* Up from the first row and down from the last would leave the field. */
static void go_by_rows(struct person *person)
{
	static const struct {
		const char *name;
		int by;
		bool select;
	} moves[] = { { "Up", -1, false },     { "Down", 1, false },    { "Shift-Up", -1, true },
		      { "Shift-Down", 1, true }, { "PageUp", -3, false }, { "PageDown", 3, false } };
	size_t move = dice_below(&person->dice, COUNT(moves));
	struct shown_rows rows;

	typist_rows(&person->typist.now, text_cols_of(person), &rows);
	if ((move == 0 && rows.cursor_row == 0) || (move == 1 && rows.cursor_row + 1 == rows.len))
		return;
	typist_move_rows(&person->typist, moves[move].by, text_cols_of(person), moves[move].select);
	press(person, moves[move].name);
}

static void select_all(struct person *person)
{
	typist_move(&person->typist, 0, false);
	typist_move(&person->typist, person->typist.now.len, true);
	press(person, "Ctrl-A");
}

static void erase(struct person *person)
{
	bool back = one_in(person, 2);
	const struct text *text = &person->typist.now;
	size_t to = back ? text->cursor - (text->cursor > 0) : text->cursor + (text->cursor < text->len);

	typist_erase(&person->typist, to, false);
	press(person, back ? "Backspace" : "Delete");
}

static void erase_word(struct person *person)
{
	bool back = one_in(person, 2);

	typist_erase(&person->typist, typist_word(&person->typist, !back), true);
	press(person, back ? (one_in(person, 2) ? "Ctrl-W" : "Alt-Backspace") : "Ctrl-Delete");
}

static void copy(struct person *person)
{
	bool cut = one_in(person, 2);

	typist_copy(&person->typist, cut);
	press(person, cut ? "Ctrl-X" : "Ctrl-C");
}

static void paste(struct person *person)
{
	const struct text *clip = &person->typist.clip;

	if (!typist_has_room(&person->typist, clip->len))
		return;
	typist_insert(&person->typist, clip->at, clip->len, false);
	press(person, "Ctrl-V");
}

static void take_back(struct person *person)
{
	typist_undo(&person->typist);
	press(person, "Ctrl-Z");
}

static void do_again(struct person *person)
{
	typist_redo(&person->typist);
	press(person, "Ctrl-Y");
}

static void resize(struct person *person)
{
	person->screen_rows = 18 + (int)dice_below(&person->dice, 45);
	person->screen_cols = 40 + (int)dice_below(&person->dice, 90);
	pty_resize(person->pty, person->screen_rows, person->screen_cols);
	buf_addf(&person->told, " resize(%dx%d)", person->screen_cols, person->screen_rows);
}

static void do_anything(struct person *person)
{
	static void (*const acts[])(struct person *person) = {
		insert, insert, insert, insert, insert, insert, insert, insert, insert, insert, insert, insert, paste_from_elsewhere, paste,
		step, step, step, go_by_word, go_by_word, go_to_end, go_by_rows, go_by_rows, go_by_rows, go_by_rows, erase, erase, erase,
		erase_word, copy, copy, take_back, take_back, take_back, do_again, do_again,
	};

	if (one_in(person, 60))
		resize(person);
	else if (one_in(person, 100))
		select_all(person);
	else
		acts[dice_below(&person->dice, COUNT(acts))](person);
}

/* --- what is seen --------------------------------------------------------------------------------------------------------------- */

static bool is_blank(uint32_t point)
{
	return point <= ' ' || point == 0x3000;
}

/* Cell by cell, to the row's edge. Blanks at its end need not be drawn. */
static bool shows_row(struct pty *pty, int row, int cols, const struct text *text, const struct shown_row *shown)
{
	int col = 0;

	for (size_t i = shown->from; i < shown->to; i++) {
		const struct cluster *cluster = &clusters[text->at[i]];
		for (int cell = 0; cell < CELLS_MAX && cluster->cells[cell]; cell++)
			if (pty_cell(pty, row, FIELD_COL + col + cell).points[0] != cluster->cells[cell])
				return false;
		col += cluster->cols;
	}
	for (; col < cols; col++)
		if (!is_blank(pty_cell(pty, row, FIELD_COL + col).points[0]))
			return false;
	return true;
}

/* In a text of more rows than are shown one below the cursor's is seen, while there is one. */
static size_t first_shown(const struct person *person, const struct shown_rows *rows)
{
	size_t end = rows->cursor_row + 2, most = field_rows_of(person);

	if (rows->len <= most || end <= most)
		return 0;
	return (end < rows->len ? end : rows->len) - most;
}

static bool shows_model(struct pty *pty, const void *arg)
{
	const struct person *person = arg;
	struct shown_rows rows;
	int title;

	typist_rows(&person->typist.now, text_cols_of(person), &rows);
	size_t top = first_shown(person, &rows), most = field_rows_of(person), len = rows.len < most ? rows.len : most;
	if (!pty_find(pty, "A note", &title, NULL))
		return false;
	for (size_t i = 0; i < len; i++)
		if (!shows_row(pty, title + 1 + (int)i, text_cols_of(person), &person->typist.now, &rows.at[top + i]))
			return false;
	int last = text_cols_of(person), col = rows.cursor_col < last ? rows.cursor_col : last;
	return pty_cursor_is_at(pty, title + 1 + (int)(rows.cursor_row - top), FIELD_COL + col);
}

static void expect_screen(struct person *person)
{
	struct buf text = { 0 };

	if (pty_wait(person->pty, shows_model, person))
		return;
	typist_add(&person->typist.now, 0, person->typist.now.len, &text);
	fprintf(stderr, "the model: “%s”, cursor behind %zu after%s\n", buf_text(&text), person->typist.now.cursor,
		buf_text(&person->told));
	pty_dump(person->pty);
	fail();
}

/* --- a run ---------------------------------------------------------------------------------------------------------------------- */

static void add_as_json(const struct text *text, struct buf *out)
{
	for (size_t i = 0; i < text->len; i++)
		buf_add_text(out, text->at[i] == LINE_FEED ? "\\n" : clusters[text->at[i]].text);
}

/* Blanks at either end are not kept, and a blank text would not be saved; and each text can be told from the others. */
static void save_text(struct person *person, struct buf *expected)
{
	char mark[24];
	int number = snprintf(mark, sizeof mark, "#%zu", person->keys);

	press(person, "Ctrl-Home");
	pty_type(person->pty, "#");
	press(person, "Ctrl-End");
	pty_type(person->pty, mark);
	press(person, "Enter");
	pty_expect(person->pty, "o  offer");
	buf_add_text(expected, "\"text\":\"#");
	add_as_json(&person->typist.now, expected);
	buf_addf(expected, "%.*s\"\n", number, mark);
}

static void write_text(struct person *person, struct buf *expected)
{
	const struct typist *typist = &person->typist;
	size_t end = person->keys + KEYS_A_TEXT;

	typist_begin(&person->typist);
	buf_clear(&person->told);
	press(person, "n");
	while (person->keys < end && typist->past_len < TYPIST_PAST_MAX - 1 && typist->future_len < TYPIST_PAST_MAX - 1) {
		expect_screen(person);
		do_anything(person);
	}
	expect_screen(person);
	save_text(person, expected);
}

static void expect_file(const struct buf *expected)
{
	const char *shown = cli("show --json");

	for (char *line = strtok(expected->bytes, "\n"); line; line = strtok(NULL, "\n"))
		if (!strstr(shown, line))
			fail_msg("a fresh process does not read %s", line);
}

static void whatever_keys_are_pressed_the_text_is_what_it_should_be(void **state)
{
	const char *length = getenv("YORIAI_KEYS");
	size_t most = length ? strtoul(length, NULL, 10) : KEYS;
	struct person *person = mem_new(1, sizeof *person);
	struct buf expected = { 0 };

	(void)state;
	cli("clock start");
	person->dice = dice_take("app-random_text");
	person->screen_rows = 30;
	person->screen_cols = 100;
	person->pty = stage_open("scribe --table 2", person->screen_rows, person->screen_cols, NULL);
	pty_expect(person->pty, "Notes (0)");
	while (person->keys < most)
		write_text(person, &expected);
	stage_leave(person->pty);
	expect_file(&expected);
	buf_done(&expected);
	buf_done(&person->told);
	free(person);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(whatever_keys_are_pressed_the_text_is_what_it_should_be, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
