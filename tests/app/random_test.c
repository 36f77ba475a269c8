/* A scribe who does anything in any order, against a model of what the sheet should hold: after each act the screen shows the
 * model's rows, and after each burst of acts a fresh process reads the same. YORIAI_SEED repeats a run, YORIAI_KEYS=100000
 * makes it longer. */
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

enum { ROWS_MAX = 60, TEXT_LEN = 40, PAST_MAX = 100, SCREEN_ROWS = 80, KEYS = 8000, ACTS_A_BURST = 20 };

/* --- the model: the sheet without its headings, a step's supports behind it ------------------------------------------------ */

enum kind { OFFER, STEP, SUPPORT, NOTE };
struct entry {
	enum kind kind;
	char text[TEXT_LEN];
	int formality;
};
struct sheet {
	struct entry rows[ROWS_MAX];
	size_t len;
};

struct model {
	struct sheet sheet;
	struct sheet past[PAST_MAX + 1], future[PAST_MAX + 1];
	size_t past_len, future_len;
	struct dice dice;
	struct pty *pty;
	size_t keys;
};

/* So many steps can be taken back, no more: the oldest is forgotten. */
static void remember(struct sheet *list, size_t *len, const struct sheet *sheet)
{
	if (*len == PAST_MAX)
		memmove(list, list + 1, (PAST_MAX - 1) * sizeof *list);
	else
		(*len)++;
	list[*len - 1] = *sheet;
}

static void about_to_write(struct model *model)
{
	remember(model->past, &model->past_len, &model->sheet);
	model->future_len = 0;
}

static void insert(struct sheet *sheet, size_t at, struct entry entry)
{
	memmove(&sheet->rows[at + 1], &sheet->rows[at], (sheet->len++ - at) * sizeof entry);
	sheet->rows[at] = entry;
}

/* The rows that go where this one goes: a step takes its supports along. */
static size_t extent(const struct sheet *sheet, size_t at)
{
	size_t end = at + 1;

	while (sheet->rows[at].kind == STEP && end < sheet->len && sheet->rows[end].kind == SUPPORT)
		end++;
	return end - at;
}

static size_t end_of(const struct sheet *sheet, enum kind kind)
{
	size_t end = 0;

	for (size_t i = 0; i < sheet->len; i++)
		if (sheet->rows[i].kind <= kind || (kind == STEP && sheet->rows[i].kind == SUPPORT))
			end = i + 1;
	return end;
}

/* The row before or after it of the same kind and owner; the sheet's length where there is none. */
static size_t sibling(const struct sheet *sheet, size_t at, int by)
{
	enum kind kind = sheet->rows[at].kind;

	if (by > 0)
		at += extent(sheet, at) - 1;
	for (;;) {
		at += (size_t)by;
		if (at >= sheet->len || (kind == SUPPORT && sheet->rows[at].kind != SUPPORT))
			return sheet->len;
		if (sheet->rows[at].kind == kind)
			return at;
		if (kind != STEP || sheet->rows[at].kind != SUPPORT)
			return sheet->len;
	}
}

/* Lets what stands at `at` change places with what follows it at once. */
static void swap_with_next(struct sheet *sheet, size_t at)
{
	struct entry moved[ROWS_MAX];
	size_t first = extent(sheet, at), second = extent(sheet, at + first);

	memcpy(moved, &sheet->rows[at], first * sizeof *moved);
	memmove(&sheet->rows[at], &sheet->rows[at + first], second * sizeof *moved);
	memcpy(&sheet->rows[at + second], moved, first * sizeof *moved);
}

/* At the end of its step's list a support goes on into the next step, which stands behind it; at its beginning into the one
 * before, from under its own. */
static bool crosses_step(const struct sheet *sheet, size_t at, int by)
{
	size_t other = at + (size_t)by;

	if (sheet->rows[at].kind != SUPPORT || other >= sheet->len || sheet->rows[other].kind != STEP)
		return false;
	return by > 0 || (other > 0 && (sheet->rows[other - 1].kind == STEP || sheet->rows[other - 1].kind == SUPPORT));
}

static void swap_rows(struct sheet *sheet, size_t a, size_t b)
{
	struct entry entry = sheet->rows[a];

	sheet->rows[a] = sheet->rows[b];
	sheet->rows[b] = entry;
}

/* --- how the model looks ------------------------------------------------------------------------------------------------------ */

static void add_heading(struct buf *out, const char *title, size_t number, const char *key)
{
	buf_addf(out, number ? "%s (%zu)\n" : "%s (%zu)  press %s to write the first\n", title, number, key);
}

static size_t count(const struct sheet *sheet, enum kind kind, int formality)
{
	size_t number = 0;

	for (size_t i = 0; i < sheet->len; i++)
		number += sheet->rows[i].kind == kind && (formality < 0 || sheet->rows[i].formality == formality);
	return number;
}

static void add_rows(struct buf *out, const struct sheet *sheet, enum kind first, enum kind last)
{
	static const char marks[] = "?FIM", *const words[] = { "unsaid", "formal", "informal", "mixed" };
	size_t number = 0;

	for (size_t i = 0; i < sheet->len; i++) {
		const struct entry *row = &sheet->rows[i];
		if (row->kind < first || row->kind > last)
			continue;
		if (row->kind == OFFER)
			buf_addf(out, "  %s\n", row->text);
		else if (row->kind == STEP)
			buf_addf(out, "%2zu %s\n", ++number, row->text);
		else if (row->kind == SUPPORT)
			buf_addf(out, "     %c %s  %s\n", marks[row->formality], row->text, words[row->formality]);
		else
			buf_addf(out, "  [idea] %s\n", row->text);
	}
}

static void look_of(const struct sheet *sheet, struct buf *out)
{
	size_t steps = count(sheet, STEP, -1), supports = count(sheet, SUPPORT, -1);

	add_heading(out, "What we can do", count(sheet, OFFER, -1), "o");
	add_rows(out, sheet, OFFER, OFFER);
	if (supports)
		buf_addf(out, "Our story (%zu)  F%zu I%zu M%zu\n", steps, count(sheet, SUPPORT, 1), count(sheet, SUPPORT, 2),
			 count(sheet, SUPPORT, 3));
	else
		add_heading(out, "Our story", steps, "s");
	add_rows(out, sheet, STEP, SUPPORT);
	add_heading(out, "Notes", count(sheet, NOTE, -1), "n");
	add_rows(out, sheet, NOTE, NOTE);
}

/* Behind a name that came up before stands what can be made of it. */
static bool ends_there(const char *rest, size_t have)
{
	static const char uses[] = "  used ";

	return strspn(rest, " ") >= have || strncmp(rest, uses, strlen(uses)) == 0;
}

/* Lines of a screen below its header, without the bar's mark, as many as the model has. */
static bool is_on_screen(const char *screen, const char *look)
{
	const char *line = strchr(screen, '\n');

	for (; line && *look; look += strcspn(look, "\n") + 1) {
		size_t len = strcspn(look, "\n");
		size_t have = strcspn(++line, "\n");
		if (have < 2 + len || strncmp(line + 2, look, len) != 0 || !ends_there(line + 2 + len, have - 2 - len))
			return false;
		line = strchr(line, '\n');
	}
	return line != NULL;
}

static bool shows_model(struct pty *pty, const void *look)
{
	return is_on_screen(pty_screen(pty), look);
}

static void expect_screen(struct model *model)
{
	struct buf look = { 0 };

	look_of(&model->sheet, &look);
	if (!pty_wait(model->pty, shows_model, buf_text(&look))) {
		fprintf(stderr, "the model:\n%s", buf_text(&look));
		pty_dump(model->pty);
		fail();
	}
	buf_done(&look);
}

static void expect_file(const struct model *model)
{
	struct buf look = { 0 };

	look_of(&model->sheet, &look);
	const char *screen = cli("screen scribe --table 2 --size 100x%d", SCREEN_ROWS);
	if (!is_on_screen(screen, buf_text(&look)))
		fail_msg("a fresh process shows\n%s\ninstead of\n%s", screen, buf_text(&look));
	buf_done(&look);
}

/* --- keys --------------------------------------------------------------------------------------------------------------------- */

static void keys(struct model *model, const char *names)
{
	for (const char *c = names; *c; c++)
		model->keys += *c == ' ';
	model->keys++;
	pty_keys(model->pty, names);
}

/* Anything that would be a command outside a field. */
static const char *typed(struct model *model, char text[TEXT_LEN])
{
	static const char *const words[] = { "os", "n", "adq", "urKJ", "猫", "ラジオ", "fg ht", "?", ":", "隣の人", "が", "1" };
	size_t len = 0;

	for (size_t i = 1 + dice_below(&model->dice, 3); i > 0; i--)
		len += (size_t)snprintf(text + len, TEXT_LEN - len, "%s", words[dice_below(&model->dice, COUNT(words))]);
	pty_type(model->pty, text);
	model->keys += len;
	return text;
}

/* A lone Escape is one only when nothing comes behind it: so the form must be there before, and gone behind it. */
static void escape(struct model *model)
{
	pty_expect(model->pty, "Escape  cancel");
	keys(model, "Escape");
	pty_expect(model->pty, "story step");
}

/* On the screen the three headings stand among the rows. */
static void go_to(struct model *model, size_t at)
{
	enum kind kind = model->sheet.rows[at].kind;
	size_t down = at + 1 + (kind > OFFER) + (kind == NOTE);

	/* The bar may be anywhere. */
	for (size_t i = 0; i < model->sheet.len + 2; i++)
		keys(model, "k");
	for (size_t i = 0; i < down; i++)
		keys(model, dice_below(&model->dice, 2) ? "j" : "Down");
}

/* --- acts --------------------------------------------------------------------------------------------------------------------- */

static void add_support(struct model *model, size_t step)
{
	struct entry entry = { .kind = SUPPORT };

	typed(model, entry.text);
	about_to_write(model);
	insert(&model->sheet, step + extent(&model->sheet, step), entry);
	keys(model, "Enter");
}

static void write_offer(struct model *model, size_t at)
{
	struct entry entry = { .kind = OFFER };

	(void)at;
	keys(model, "o");
	typed(model, entry.text);
	about_to_write(model);
	insert(&model->sheet, end_of(&model->sheet, OFFER), entry);
	keys(model, "Enter Enter");
}

static void write_note(struct model *model, size_t at)
{
	struct entry entry = { .kind = NOTE };

	(void)at;
	keys(model, "n");
	typed(model, entry.text);
	about_to_write(model);
	insert(&model->sheet, model->sheet.len, entry);
	keys(model, "Enter");
}

static void write_step(struct model *model, size_t at)
{
	struct entry entry = { .kind = STEP };
	size_t step = end_of(&model->sheet, STEP);

	(void)at;
	keys(model, "s Enter");
	typed(model, entry.text);
	about_to_write(model);
	insert(&model->sheet, step, entry);
	keys(model, "Enter");
	for (size_t i = dice_below(&model->dice, 3); i > 0; i--)
		add_support(model, step);
	escape(model);
}

static void write_support(struct model *model, size_t at)
{
	while (model->sheet.rows[at].kind == SUPPORT)
		at--;
	if (model->sheet.rows[at].kind != STEP)
		return;
	keys(model, "a");
	add_support(model, at);
	keys(model, "Enter");
}

static void change(struct model *model, size_t at)
{
	static const char *const opens[] = { [OFFER] = "e", [STEP] = "Enter Tab", [SUPPORT] = "e", [NOTE] = "Enter" };
	static const char *const saves[] = { [OFFER] = "Enter Enter", [STEP] = "Enter", [SUPPORT] = "Enter", [NOTE] = "Enter" };
	struct entry *row = &model->sheet.rows[at];

	if (strlen(row->text) + 2 > TEXT_LEN)
		return;
	keys(model, opens[row->kind]);
	pty_type(model->pty, "+");
	/* Who leaves it changes nothing, and may take it up again. */
	if (dice_below(&model->dice, 4) == 0) {
		escape(model);
		expect_screen(model);
		keys(model, "u");
	}
	about_to_write(model);
	strcat(row->text, "+");
	keys(model, saves[row->kind]);
}

static void delete(struct model *model, size_t at)
{
	struct sheet *sheet = &model->sheet;
	size_t len = extent(sheet, at);

	about_to_write(model);
	memmove(&sheet->rows[at], &sheet->rows[at + len], (sheet->len - at - len) * sizeof *sheet->rows);
	sheet->len -= len;
	keys(model, "d");
}

static void move(struct model *model, size_t at)
{
	int by = dice_below(&model->dice, 2) ? 1 : -1;
	size_t other = sibling(&model->sheet, at, by);
	bool crosses = crosses_step(&model->sheet, at, by);

	keys(model, by > 0 ? "J" : "Alt-Up");
	if (other == model->sheet.len && !crosses)
		return;
	about_to_write(model);
	if (crosses)
		swap_rows(&model->sheet, at, at + (size_t)by);
	else
		swap_with_next(&model->sheet, by > 0 ? at : other);
}

static void turn_formality(struct model *model, size_t at)
{
	struct entry *row = &model->sheet.rows[at];

	keys(model, "f");
	if (row->kind != SUPPORT)
		return;
	about_to_write(model);
	row->formality = row->formality % 3 + 1;
}

static void take_back(struct model *model, size_t at)
{
	(void)at;
	keys(model, "u");
	if (model->past_len == 0)
		return;
	remember(model->future, &model->future_len, &model->sheet);
	model->sheet = model->past[--model->past_len];
}

static void do_again(struct model *model, size_t at)
{
	(void)at;
	keys(model, "r");
	if (model->future_len == 0)
		return;
	remember(model->past, &model->past_len, &model->sheet);
	model->sheet = model->future[--model->future_len];
}

static void do_anything(struct model *model)
{
	static void (*const acts[])(struct model *model, size_t at) = {
		write_offer, write_note, write_step, write_support, write_support, change, change, delete, delete, move, move, move,
		turn_formality, take_back, take_back, take_back, do_again, do_again,
	};
	size_t act = dice_below(&model->dice, COUNT(acts)), at = 0;

	if (model->sheet.len + 4 > ROWS_MAX)
		act = 7; /* room for others */
	if (model->sheet.len == 0) {
		act = dice_below(&model->dice, 3);
	} else {
		at = dice_below(&model->dice, model->sheet.len);
		go_to(model, at);
	}
	acts[act](model, at);
}

static void whatever_is_done_the_sheet_is_what_it_should_be(void **state)
{
	const char *length = getenv("YORIAI_KEYS");
	size_t most = length ? strtoul(length, NULL, 10) : KEYS;
	struct model *model = mem_new(1, sizeof *model);

	(void)state;
	model->dice = dice_take("app-random");
	model->pty = stage_open("scribe --table 2", SCREEN_ROWS, 100, NULL);
	expect_screen(model);
	while (model->keys < most) {
		for (int i = 0; i < ACTS_A_BURST; i++) {
			do_anything(model);
			expect_screen(model);
		}
		expect_file(model);
	}
	stage_leave(model->pty);
	expect_file(model);
	free(model);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(whatever_is_done_the_sheet_is_what_it_should_be, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
