/* The scribe's console: an empty sheet, a full one, and each form, at three sizes and in both languages. */
#include "view/scribe.h"

#include "base/mem.h"
#include "fixture.h"
#include "golden.h"
#include "support/dice.h"
#include "view/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	int rows, cols;
	const char *name;
} sizes[] = { { 12, 40, "40x12" }, { 24, 80, "80x24" }, { 36, 120, "120x36" } };

/* --- what table 3 has written --------------------------------------------------------------------------------------------- */

#define ROW(number) .id = (number), .workshop = "w"
static struct offer offers[] = {
	{ ROW("o1"), .table = "t003", .text = "朝の散歩で袋を一つ一緒に出せます", .by = "市民", .need = "n1", .item = "", .merged_into = "" },
	{ ROW("o2"), .table = "t003", .text = "真空管、押し入れにあります", .by = "会社員", .need = "", .item = "", .merged_into = "", .scope = SCOPE_TEN },
	{ ROW("o3"), .table = "t003", .text = "猫の缶詰の安い店、教えます", .by = "", .need = "", .item = "", .merged_into = "" },
};
static struct storyline storylines[] = {
	{ ROW("s1"), .table = "t003", .title = "こわれたラジオ、あります", .lead_support = "ひきこもり相談窓口「とびら」",
	  .ending = "ラジオ病院の奥の席で、直す側に。\n日曜の朝は、喫茶「なぎ」でコーヒー。", .open_questions = "お母さんの夜の見守りはだれが" },
};
static struct step steps[] = {
	{ ROW("p1"), .storyline = "s1", .when_label = "きっかけ", .text = "自治会の回覧板に「あります」と返事", .own_move = "", .need = "",
	  .item = "" },
	{ ROW("p2"), .storyline = "s1", .when_label = "3日後", .item = "", .need = "n2", .own_move = "夜のうちに、箱を中へ入れる",
	  .text = "電器店が預かったラジオを、隣の人が玄関先へ。戸は開かなかったが、箱の上に置いた紙に「木曜に取りに来ます」と書いておく。\n"
		  "木曜、箱は中に入っていた。" },
	{ ROW("p3"), .storyline = "s1", .when_label = "", .text = "とびらの職員は同行だけ、名刺は置かない", .own_move = "", .need = "",
	  .item = "" },
};
/* The card of the first has been deleted since. */
static struct support supports[] = {
	{ ROW("u1"), .step = "p1", .name = "川端三丁目 自治会", .card = "c16", .offer = "", .formality = FORMALITY_INFORMAL, .who_to = "" },
	{ ROW("u2"), .step = "p2", .name = "町の電器店「まるでん」", .card = "c13", .offer = "", .formality = FORMALITY_INFORMAL,
	  .action = SUPPORT_ACTION_CONNECT, .who_to = "" },
	{ ROW("u3"), .step = "p2", .name = "隣の家の人", .card = "", .offer = "", .formality = FORMALITY_UNSAID,
	  .action = SUPPORT_ACTION_WAIT, .who_to = "カズさん" },
	{ ROW("u4"), .step = "p3", .name = "ひきこもり相談窓口「とびら」", .card = "c3", .offer = "", .formality = FORMALITY_FORMAL, .who_to = "" },
	{ ROW("u5"), .step = "p3", .name = "助け合い便「のせてこ」", .card = "c9", .offer = "", .formality = FORMALITY_MIXED,
	  .who_to = "ハルさん" },
};
static struct note notes[] = {
	{ ROW("k1"), .table = "t003", .text = "お母さんの夜の見守りはだれが", .kind = NOTE_KIND_QUESTION, .item = "", .merged_into = "", .from_note = "" },
	{ ROW("k2"), .table = "t003", .text = "夜に使える移動の手段がない", .kind = NOTE_KIND_ISSUE, .item = "", .merged_into = "", .from_note = "" },
};
static struct need needs[] = {
	{ ROW("n1"), .text = "食事とごみ", .category = "" },
	{ ROW("n2"), .text = "ラジオ修理を生かす役割", .category = "" },
};
static struct card cards[] = {
	{ .id = "c3", .number = 3, .name = "ひきこもり相談窓口「とびら」", .kana = "", .strength = "訪問・待つこと", .offers = "", .area = "", .formality = FORMALITY_FORMAL },
	{ .id = "c9", .number = 9, .name = "助け合い便「のせてこ」", .kana = "", .strength = "病院への送迎", .offers = "", .area = "", .formality = FORMALITY_MIXED },
	{ .id = "c13", .number = 13, .name = "町の電器店「まるでん」", .kana = "", .strength = "壊れたラジオを預かる", .offers = "", .area = "", .formality = FORMALITY_INFORMAL },
	{ .id = "c15", .number = 15, .name = "おもちゃ・ラジオ病院(ボランティア)", .kana = "", .strength = "直す人の仲間がいる", .offers = "", .area = "" },
};

struct desk {
	struct fixture fixture;
	struct arena arena;
	struct scribe_view view;
	struct lineedit edits[FORM_FIELDS_MAX];
	struct form_view form;
	struct card_finder finder;
	struct card_found found[FORM_CARDS_MAX];
};

static void open_desk(struct desk *desk, bool written)
{
	*desk = (struct desk){ 0 };
	fixture_begin(&desk->fixture);
	struct workbook *book = &desk->fixture.book;
	workbook_set_rows(book, ENTITY_card, cards, COUNT(cards));
	if (written) {
		workbook_set_rows(book, ENTITY_offer, offers, COUNT(offers));
		workbook_set_rows(book, ENTITY_storyline, storylines, COUNT(storylines));
		workbook_set_rows(book, ENTITY_step, steps, COUNT(steps));
		workbook_set_rows(book, ENTITY_support, supports, COUNT(supports));
		workbook_set_rows(book, ENTITY_note, notes, COUNT(notes));
		workbook_set_rows(book, ENTITY_need, needs, COUNT(needs));
		book->tables.at[2].headline = "ラジオがつなぐ";
		fixture_start(&desk->fixture, 45 * 60, FIXTURE_STORIES);
		fixture_press(&desk->fixture, 46 * 60, VERB_TABLE_STATE, FIXTURE_ITEMS, TABLE_STATE_TALKING, "t003");
	}
	fixture_fold(&desk->fixture, 50 * 60 + 12);
	desk->view = (struct scribe_view){ .book = book, .run = &desk->fixture.run, .table = workbook_table(book, 3) };
	desk->view.sheet = sheet_of(book, desk->view.table, "", &desk->arena);
}

static void close_desk(struct desk *desk)
{
	for (size_t i = 0; i < FORM_FIELDS_MAX; i++)
		lineedit_done(&desk->edits[i]);
	card_finder_forget(&desk->finder);
	arena_done(&desk->arena);
	fixture_done(&desk->fixture);
}

static void put_bar_on(struct desk *desk, enum sheet_kind kind, const char *id)
{
	desk->view.bar = sheet_find(&desk->view.sheet, kind, id);
	assert_true(desk->view.bar < desk->view.sheet.len);
}

static struct form_field_view *add_field(struct desk *desk, const char *label, const char *text)
{
	struct form_view *form = &desk->form;
	struct lineedit *edit = &desk->edits[form->len];

	edit->lines = true;
	lineedit_set(edit, text);
	desk->view.form = form;
	form->fields[form->len] = (struct form_field_view){ .label = label, .edit = edit };
	return &form->fields[form->len++];
}

static void check(const char *state, const struct desk *desk)
{
	static const char *const languages[] = { "ja", "en" };

	for (size_t i = 0; i < COUNT(languages) * COUNT(sizes); i++) {
		size_t size = i / COUNT(languages);
		const char *language = languages[i % COUNT(languages)];
		struct canvas canvas = { 0 };
		char name[96];

		fixture_speak(language);
		canvas_init(&canvas, sizes[size].rows, sizes[size].cols);
		scribe_view_draw(&canvas, &desk->view);
		widget_footer(&canvas, desk->view.form ? AT_edit : AT_scribe);
		snprintf(name, sizeof name, "scribe-%s-%s-%s", state, sizes[size].name, language);
		golden_check(name, &canvas);
		canvas_done(&canvas);
	}
}

/* --- the sheet ------------------------------------------------------------------------------------------------------------ */

static void an_empty_sheet_says_what_to_press(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, false);
	check("empty", &desk);
	close_desk(&desk);
}

static void the_row_under_the_bar_is_read_in_full(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	put_bar_on(&desk, SHEET_STEP, "p2");
	check("long-row", &desk);
	put_bar_on(&desk, SHEET_NOTE, "k2");
	check("last-row", &desk);
	close_desk(&desk);
}

static void a_bundle_shows_one_line_and_opens(void **state)
{
	struct offer bundled[COUNT(offers)];
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	memcpy(bundled, offers, sizeof bundled);
	bundled[2].merged_into = "o1";
	bundled[1].merged_into = "o3";
	bundled[0].cost = COST_FREE;
	bundled[0].made_alone = 1;
	bundled[0].item = desk.fixture.book.items.at[0].id;
	bundled[0].at_s = 11 * 60 + 40;
	workbook_set_rows(&desk.fixture.book, ENTITY_offer, bundled, COUNT(bundled));
	desk.view.sheet = sheet_of(&desk.fixture.book, desk.view.table, "", &desk.arena);
	put_bar_on(&desk, SHEET_OFFER, "o1");
	check("bundle", &desk);
	desk.view.sheet = sheet_of(&desk.fixture.book, desk.view.table, "o1", &desk.arena);
	desk.view.taken = "k1";
	put_bar_on(&desk, SHEET_OFFER, "o3");
	check("bundle-open", &desk);
	close_desk(&desk);
}

/* From a worry to what is to be done, and to the plan. */
static void what_came_of_a_worry_is_seen_beside_it(void **state)
{
	static struct note chain[] = {
		{ ROW("k1"), .table = "t003", .text = "夜に出られる足がない", .kind = NOTE_KIND_WORRY, .item = "", .merged_into = "", .from_note = "" },
		{ ROW("k2"), .table = "t003", .text = "夜の足を調べる", .kind = NOTE_KIND_TODO, .priority = PRIORITY_1, .item = "",
		  .merged_into = "", .from_note = "k1" },
	};
	static struct action actions[] = {
		{ ROW("a1"), .table = "t003", .note = "k2", .text = "夜の足を調べる", .why = "夜の受診をあきらめないために", .who = "千種 恵",
		  .until = "来月の集まり", .first_step = "タクシー会社に電話する", .state = ACTION_STATE_BEGUN },
	};
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	workbook_set_rows(&desk.fixture.book, ENTITY_note, chain, COUNT(chain));
	workbook_set_rows(&desk.fixture.book, ENTITY_action, actions, COUNT(actions));
	desk.view.sheet = sheet_of(&desk.fixture.book, desk.view.table, "", &desk.arena);
	put_bar_on(&desk, SHEET_ACTION, "a1");
	check("plan", &desk);
	close_desk(&desk);
}

/* --- the forms ------------------------------------------------------------------------------------------------------------ */

static void a_step_is_typed_and_may_answer_a_need(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	put_bar_on(&desk, SHEET_STEP, "p2");
	add_field(&desk, "when", steps[1].when_label);
	add_field(&desk, "scene", steps[1].text);
	add_field(&desk, "own move", steps[1].own_move);
	add_field(&desk, "need", "")->needs = &desk.fixture.book.needs;
	desk.form.fields[3].choice = 2;
	desk.form.title = "A step of the story";
	desk.form.focus = 1;
	check("form-step", &desk);
	close_desk(&desk);
}

static void words_for_when_stand_below_the_form(void **state)
{
	static const char *const words[] = { "1週間後", "1か月後", "3か月後", "半年後", "1年後", "退院前", "きっかけ", "翌日", "3日後" };
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	add_field(&desk, "when", "半年後");
	add_field(&desk, "scene", "");
	add_field(&desk, "own move", "");
	desk.form.title = "A step of the story";
	desk.form.words = words;
	desk.form.words_len = COUNT(words);
	desk.form.word_bar = 3;
	check("form-when", &desk);
	close_desk(&desk);
}

static void an_offer_has_a_reach(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	add_field(&desk, "what", "回覧板を一緒に配れます");
	add_field(&desk, "who", "");
	add_field(&desk, "reach", "")->codes = &codes_scope;
	add_field(&desk, "need", "")->needs = &desk.fixture.book.needs;
	desk.form.title = "What somebody can do";
	desk.form.focus = 2;
	check("form-offer", &desk);
	close_desk(&desk);
}

static void a_note_has_one_of_many_kinds(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	add_field(&desk, "note", "");
	add_field(&desk, "kind", "")->codes = &codes_note_kind;
	desk.form.fields[1].choice = NOTE_KIND_ISSUE;
	desk.form.title = "A note";
	check("form-note", &desk);
	close_desk(&desk);
}

static void cards_are_found_below_the_name(void **state)
{
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	put_bar_on(&desk, SHEET_STEP, "p2");
	add_field(&desk, "name", "らじお");
	add_field(&desk, "kind", "")->codes = &codes_formality;
	desk.form.fields[1].choice = FORMALITY_INFORMAL;
	add_field(&desk, "does", "")->codes = &codes_support_action;
	desk.form.fields[2].choice = SUPPORT_ACTION_INVITE;
	add_field(&desk, "to whom", "カズさん");
	desk.form.title = "Who helps in this step";
	desk.form.cards = desk.found;
	desk.form.cards_len = card_finder_find(&desk.finder, &desk.fixture.book, "", "らじお", desk.found, FORM_CARDS_MAX);
	desk.form.cards_in_all = desk.form.cards_len + 7;
	desk.form.card_bar = 1;
	check("form-support", &desk);
	close_desk(&desk);
}

/* --- the layout at every size --------------------------------------------------------------------------------------------- */

static bool shows(const struct canvas *canvas, wchar_t point)
{
	for (int i = 0; i < canvas->rows * canvas->cols; i++)
		if (canvas->cells[i].glyph.points[0] == point)
			return true;
	return false;
}

static void at_every_size_the_bar_is_in_sight_and_no_cell_is_torn(void **state)
{
	struct desk desk;

	(void)state;
	fixture_speak("ja");
	open_desk(&desk, true);
	for (int rows = SCREEN_MIN_ROWS; rows < 40; rows += 3) {
		for (int cols = SCREEN_MIN_COLS; cols < 140; cols += 7) {
			for (desk.view.bar = 0; desk.view.bar < desk.view.sheet.len; desk.view.bar++) {
				struct canvas canvas = { 0 };
				canvas_init(&canvas, rows, cols);
				desk.view.layout = scribe_view_draw(&canvas, &desk.view);
				canvas_check(&canvas);
				assert_true(shows(&canvas, L'>'));
				canvas_done(&canvas);
			}
		}
	}
	close_desk(&desk);
}

static void a_list_scrolls_only_when_it_must(void **state)
{
	struct canvas canvas = { 0 };
	struct desk desk;

	(void)state;
	open_desk(&desk, true);
	canvas_init(&canvas, 12, 109); /* one column, and few rows are wrapped */
	desk.view.bar = desk.view.sheet.len - 1;
	desk.view.layout = scribe_view_draw(&canvas, &desk.view);
	size_t top = desk.view.layout.tops[0];
	assert_true(top > 0);
	for (desk.view.bar--; desk.view.bar > top; desk.view.bar--) {
		desk.view.layout = scribe_view_draw(&canvas, &desk.view);
		assert_int_equal(desk.view.layout.tops[0], top);
	}
	desk.view.bar = top - 1;
	desk.view.layout = scribe_view_draw(&canvas, &desk.view);
	assert_int_equal(desk.view.layout.tops[0], top - 1);
	canvas_done(&canvas);
	close_desk(&desk);
}

/* --- drawing only what has changed -------------------------------------------------------------------------------------------- */

static void expect_as_drawn_whole(const struct canvas *canvas, struct desk *desk)
{
	struct canvas whole = { 0 };

	canvas_init(&whole, canvas->rows, canvas->cols);
	struct scribe_layout layout = scribe_view_draw(&whole, &desk->view);
	for (int row = 0; row < canvas->rows; row++)
		assert_true(canvas_row_equal(canvas, &whole, row));
	assert_int_equal(canvas->cursor_row, whole.cursor_row);
	assert_int_equal(canvas->cursor_col, whole.cursor_col);
	assert_int_equal(memcmp(layout.tops, desk->view.layout.tops, sizeof layout.tops), 0);
	canvas_done(&whole);
}

/* What it says it drew is all that differs from before. */
static void expect_outside_as_before(const struct canvas *before, const struct canvas *canvas, struct rect area)
{
	for (int row = 0; row < canvas->rows; row++)
		if (row < area.row || row >= area.row + area.rows)
			assert_true(canvas_row_equal(before, canvas, row));
}

/* Draws the part; all of it where that is refused. Returns 1 for a part. */
static size_t draw_change(struct canvas *canvas, struct desk *desk, const struct lineedit *typed)
{
	struct canvas before = { 0 };
	struct rect area;

	canvas_init(&before, canvas->rows, canvas->cols);
	canvas_copy(&before, canvas_whole(canvas), canvas, 0, 0);
	bool is_part = typed ? scribe_view_draw_field(canvas, typed, &desk->view.layout, &area)
			     : scribe_view_draw_bar(canvas, &desk->view, &desk->view.layout, &area);
	if (is_part) {
		expect_outside_as_before(&before, canvas, area);
	} else {
		canvas_clear(canvas);
		desk->view.layout = scribe_view_draw(canvas, &desk->view);
	}
	canvas_done(&before);
	return is_part;
}

static void move_at_random(struct canvas *canvas, struct desk *desk, struct dice *dice)
{
	enum { MOVES = 300 };
	size_t parts = 0;

	canvas_clear(canvas);
	desk->view.layout = scribe_view_draw(canvas, &desk->view);
	for (int i = 0; i < MOVES; i++) {
		size_t by = dice_below(dice, 8) ? 1 : 4;
		size_t below = desk->view.bar + by < desk->view.sheet.len ? desk->view.bar + by : desk->view.sheet.len - 1;
		size_t above = desk->view.bar > by ? desk->view.bar - by : 0;
		desk->view.bar = dice_below(dice, 2) ? below : above;
		parts += draw_change(canvas, desk, NULL);
		expect_as_drawn_whole(canvas, desk);
	}
	assert_true(parts > MOVES / 4);
}

static void a_bar_that_moves_leaves_the_screen_as_though_all_were_drawn(void **state)
{
	static const struct {
		int rows, cols;
	} screens[] = { { 12, 60 }, { 24, 80 }, { 13, 109 }, { 24, 110 }, { 36, 120 }, { 60, 200 } };
	struct dice dice = dice_take("view-scribe");

	(void)state;
	for (size_t i = 0; i < COUNT(screens); i++) {
		struct canvas canvas = { 0 };
		struct desk desk;
		open_desk(&desk, true);
		canvas_init(&canvas, screens[i].rows, screens[i].cols);
		move_at_random(&canvas, &desk, &dice);
		canvas_done(&canvas);
		close_desk(&desk);
	}
}

static void a_field_typed_in_leaves_the_screen_as_though_all_were_drawn(void **state)
{
	static const char *const typed[] = { "あ", "x", " ", "\n", "ラジオ", "👨‍👩‍👧", "か\u3099", "。", "(", "10人" };
	struct dice dice = dice_take("view-scribe");
	struct canvas canvas = { 0 };
	struct desk desk;
	size_t parts = 0;

	(void)state;
	open_desk(&desk, true);
	add_field(&desk, "note", "");
	add_field(&desk, "kind", "")->codes = &codes_note_kind;
	desk.form.title = "A note";
	desk.view.form = &desk.form;
	struct lineedit *edit = &desk.edits[0];
	edit->lines = true;
	canvas_init(&canvas, 24, 60);
	desk.view.layout = scribe_view_draw(&canvas, &desk.view);
	for (int i = 0; i < 600; i++) {
		const char *text = typed[dice_below(&dice, COUNT(typed))];
		if (dice_below(&dice, 3))
			lineedit_insert(edit, text, strlen(text));
		else if (dice_below(&dice, 3))
			lineedit_delete(edit, dice_below(&dice, 2) ? MOVE_LEFT : MOVE_WORD_LEFT);
		else
			lineedit_move(edit, (enum lineedit_move)dice_below(&dice, MOVE_END + 1), dice_below(&dice, 2));
		parts += draw_change(&canvas, &desk, edit);
		expect_as_drawn_whole(&canvas, &desk);
	}
	assert_true(parts > 300);
	canvas_done(&canvas);
	close_desk(&desk);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_sheet_says_what_to_press),
		cmocka_unit_test(the_row_under_the_bar_is_read_in_full),
		cmocka_unit_test(a_bundle_shows_one_line_and_opens),
		cmocka_unit_test(what_came_of_a_worry_is_seen_beside_it),
		cmocka_unit_test(a_step_is_typed_and_may_answer_a_need),
		cmocka_unit_test(words_for_when_stand_below_the_form),
		cmocka_unit_test(an_offer_has_a_reach),
		cmocka_unit_test(a_note_has_one_of_many_kinds),
		cmocka_unit_test(cards_are_found_below_the_name),
		cmocka_unit_test(at_every_size_the_bar_is_in_sight_and_no_cell_is_torn),
		cmocka_unit_test(a_list_scrolls_only_when_it_must),
		cmocka_unit_test(a_bar_that_moves_leaves_the_screen_as_though_all_were_drawn),
		cmocka_unit_test(a_field_typed_in_leaves_the_screen_as_though_all_were_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
