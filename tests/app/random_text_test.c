/* A person who edits a text with any keys in any order, against a model of it: after each key the screen shows the model's text
 * and the cursor in its place, and a fresh process reads every text as the model has it. YORIAI_SEED repeats a run,
 * YORIAI_KEYS=100000 makes it longer. */
#include "app/stage.h"

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

enum { CLUSTERS_MAX = 24, PAST_MAX = 200, SCREEN_ROWS = 30, KEYS = 400, KEYS_A_TEXT = 50, TEXT_COL = 12 };

/* What a cursor steps over and an erasing key erases as one, with the columns it takes. */
static const struct cluster {
	const char *text;
	int cols;
} clusters[] = {
	{ "あ", 2 }, { "議", 2 }, { "q", 1 }, { "7", 1 }, { " ", 1 }, { "か\u3099", 2 }, { "ｶﾞ", 2 }, { "𠮷", 2 }, { "辻\U000E0100", 2 },
	{ "👩\u200D🚀", 2 }, { "。", 2 }, { "ｑ", 2 }, { "é", 1 },
};

/* --- the model ------------------------------------------------------------------------------------------------------------------ */

struct text {
	unsigned char at[CLUSTERS_MAX]; /* which clusters */
	size_t len, cursor, mark;
};

/* Keys of one sort that follow one another are taken back together. */
enum run { RUN_NONE, RUN_TYPING, RUN_ERASING };

struct change {
	struct text before, after;
};

struct model {
	struct text now;
	struct change past[PAST_MAX], future[PAST_MAX];
	size_t past_len, future_len;
	enum run run;
	struct text clip; /* only its clusters */
	struct dice dice;
	struct pty *pty;
	size_t keys;
	struct buf told; /* the keys of this text */
	int row; /* of the text on the screen, below the form's title */
};

static size_t first(const struct text *text)
{
	return text->cursor < text->mark ? text->cursor : text->mark;
}

static size_t selected(const struct text *text)
{
	return text->cursor < text->mark ? text->mark - text->cursor : text->cursor - text->mark;
}

/* Puts something else in place of a part. */
static void change(struct model *model, enum run run, size_t at, size_t len, const unsigned char *with, size_t with_len)
{
	struct text *text = &model->now;

	if (run == RUN_NONE || run != model->run)
		model->past[model->past_len++].before = *text;
	model->run = run;
	model->future_len = 0;
	memmove(text->at + at + with_len, text->at + at + len, text->len - at - len);
	if (with_len)
		memcpy(text->at + at, with, with_len);
	text->len += with_len - len;
	text->cursor = text->mark = at + with_len;
	model->past[model->past_len - 1].after = *text;
}

static void change_selected(struct model *model, const unsigned char *with, size_t with_len)
{
	change(model, RUN_NONE, first(&model->now), selected(&model->now), with, with_len);
}

/* --- keys ----------------------------------------------------------------------------------------------------------------------- */

static void press(struct model *model, const char *name)
{
	pty_keys(model->pty, name);
	buf_addf(&model->told, " %s", name);
	model->keys++;
}

static void type(struct model *model, const char *text)
{
	pty_type(model->pty, text);
	buf_addf(&model->told, " %s", text);
	model->keys++;
}

static void insert(struct model *model)
{
	unsigned char which = (unsigned char)dice_below(&model->dice, COUNT(clusters));
	size_t replaced = selected(&model->now);

	if (model->now.len - replaced + 1 > CLUSTERS_MAX)
		return;
	if (replaced)
		model->run = RUN_NONE;
	change(model, RUN_TYPING, first(&model->now), replaced, &which, 1);
	if (strcmp(clusters[which].text, " ") == 0)
		model->run = RUN_NONE;
	type(model, clusters[which].text);
}

static void move_to(struct model *model, size_t to, bool select)
{
	model->now.cursor = to;
	if (!select)
		model->now.mark = to;
	model->run = RUN_NONE;
}

static void step(struct model *model)
{
	bool right = dice_below(&model->dice, 2), select = dice_below(&model->dice, 3) == 0;
	struct text *text = &model->now;
	size_t to = right ? text->cursor + (text->cursor < text->len) : text->cursor - (text->cursor > 0);

	if (!select && selected(text))
		to = right ? first(text) + selected(text) : first(text);
	move_to(model, to, select);
	press(model, select ? (right ? "Shift-Right" : "Shift-Left") : right ? "Right" : "Left");
}

static void leap(struct model *model)
{
	static const char *const ends[] = { "End", "Shift-End", "Ctrl-End", "Shift-Ctrl-End", "PageDown", "Shift-Down" };
	static const char *const starts[] = { "Home", "Shift-Home", "Ctrl-Home", "Shift-Ctrl-Home", "PageUp", "Shift-Up" };
	bool end = dice_below(&model->dice, 2);
	const char *key = (end ? ends : starts)[dice_below(&model->dice, COUNT(ends))];

	move_to(model, end ? model->now.len : 0, strncmp(key, "Shift-", 6) == 0);
	press(model, key);
}

static void select_all(struct model *model)
{
	model->now.mark = 0;
	model->now.cursor = model->now.len;
	model->run = RUN_NONE;
	press(model, "Ctrl-A");
}

static void erase(struct model *model)
{
	bool back = dice_below(&model->dice, 2);
	struct text *text = &model->now;

	press(model, back ? "Backspace" : "Delete");
	if (selected(text))
		change_selected(model, NULL, 0);
	else if (back ? text->cursor > 0 : text->cursor < text->len)
		change(model, RUN_ERASING, text->cursor - back, 1, NULL, 0);
}

static void copy(struct model *model)
{
	bool cut = dice_below(&model->dice, 2);
	struct text *text = &model->now;

	press(model, cut ? "Ctrl-X" : "Ctrl-C");
	if (!selected(text))
		return;
	model->clip.len = selected(text);
	memcpy(model->clip.at, text->at + first(text), model->clip.len);
	if (cut)
		change_selected(model, NULL, 0);
}

static void paste(struct model *model)
{
	struct text *text = &model->now;
	const struct text *clip = &model->clip;

	if (text->len - selected(text) + clip->len > CLUSTERS_MAX)
		return;
	press(model, "Ctrl-V");
	if (clip->len)
		change_selected(model, clip->at, clip->len);
}

static void take_back(struct model *model)
{
	press(model, "Ctrl-Z");
	if (!model->past_len)
		return;
	model->run = RUN_NONE;
	model->future[model->future_len++] = model->past[--model->past_len];
	model->now = model->future[model->future_len - 1].before;
}

static void do_again(struct model *model)
{
	press(model, "Ctrl-Y");
	if (!model->future_len)
		return;
	model->run = RUN_NONE;
	model->past[model->past_len++] = model->future[--model->future_len];
	model->now = model->past[model->past_len - 1].after;
}

static void do_anything(struct model *model)
{
	static void (*const acts[])(struct model *model) = {
		insert, insert, insert, insert, insert, insert, step, step, step, leap, select_all, erase, erase, erase, copy, paste, paste,
		take_back, take_back, do_again,
	};

	acts[dice_below(&model->dice, COUNT(acts))](model);
}

/* --- what is seen --------------------------------------------------------------------------------------------------------------- */

static void add_text(struct buf *out, const struct text *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		buf_add_text(out, clusters[text->at[i]].text);
}

static int cols_of(const struct text *text, size_t len)
{
	int cols = 0;

	for (size_t i = 0; i < len; i++)
		cols += clusters[text->at[i]].cols;
	return cols;
}

/* Cell by cell: a terminal composes some marks and is not sent what shows nothing, so of each cluster the first columns count. */
static bool shows_model(struct pty *pty, const void *arg)
{
	const struct model *model = arg;
	const struct text *text = &model->now;
	int col = TEXT_COL;

	for (size_t i = 0; i < text->len; col += clusters[text->at[i++]].cols) {
		bool blank = pty_cell(pty, model->row, col).points[0] <= ' ';
		if (blank != (strcmp(clusters[text->at[i]].text, " ") == 0))
			return false;
	}
	return pty_cell(pty, model->row, col).points[0] <= ' ' && pty_cell(pty, model->row, col + 1).points[0] <= ' ';
}

static void expect_screen(struct model *model)
{
	struct buf text = { 0 };
	int at = cols_of(&model->now, model->now.cursor);

	add_text(&text, &model->now, model->now.len);
	if (!pty_wait(model->pty, shows_model, model)) {
		fprintf(stderr, "the model: “%s” after%s\n", buf_text(&text), buf_text(&model->told));
		pty_dump(model->pty);
		fail();
	}
	pty_expect_cursor(model->pty, model->row, TEXT_COL + at);
	buf_done(&text);
}

/* --- a run ---------------------------------------------------------------------------------------------------------------------- */

static void write_text(struct model *model, struct buf *expected)
{
	size_t end = model->keys + KEYS_A_TEXT;
	char mark[24];

	model->now = (struct text){ 0 };
	buf_clear(&model->told);
	model->past_len = model->future_len = 0;
	model->run = RUN_NONE;
	press(model, "n");
	pty_expect(model->pty, "A note");
	assert_true(pty_find(model->pty, "A note", &model->row, NULL));
	model->row++;
	while (model->keys < end && model->past_len < PAST_MAX - 1 && model->future_len < PAST_MAX - 1) {
		do_anything(model);
		expect_screen(model);
	}
	/* What is blank would not be saved; and each text can be told from the others. */
	press(model, "Ctrl-End");
	int number = snprintf(mark, sizeof mark, "#%zu", model->keys);
	type(model, mark);
	press(model, "Enter");
	pty_expect(model->pty, "story step");
	buf_add_text(expected, "\"text\":\"");
	add_text(expected, &model->now, model->now.len);
	buf_addf(expected, "%.*s\"\n", number, mark);
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
	struct model *model = mem_new(1, sizeof *model);
	struct buf expected = { 0 };

	(void)state;
	model->dice = dice_take("app-random_text");
	model->pty = stage_open("scribe --table 2", SCREEN_ROWS, 100, NULL);
	pty_expect(model->pty, "Notes (0)");
	while (model->keys < most)
		write_text(model, &expected);
	stage_leave(model->pty);
	expect_file(&expected);
	buf_done(&expected);
	buf_done(&model->told);
	free(model);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(whatever_keys_are_pressed_the_text_is_what_it_should_be, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
