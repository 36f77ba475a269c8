/* Steps that come again, tables by name, and what the room's screen shows: as a file says them. */
#include "exchange/template.h"

#include "base/mem.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct template parsed(const char *text)
{
	struct template template = { 0 };
	struct fault fault = { 0 };

	if (template_parse(text, strlen(text), &template, &fault) != ST_OK)
		fail_msg("%s", fault.text);
	return template;
}

static void assert_prints(const struct template *template, const char *text)
{
	struct buf page = { 0 };

	template_print(template, &page);
	assert_string_equal(buf_text(&page), text);
	buf_done(&page);
}

static const char rounds[] = "# T\n\n## 5分 はじめ [全体]\n\n## ラウンド ×3\n\n### 20分 話す [テーブル]\n\nどうぞ。\n\n> 話しましょう。\n"
			     "\n### 3分 移る [席替え、守る、回の間]\n\nホストは残る。\n\n## 9分 結び [全体]\n";

static void a_block_is_unrolled_and_leaves_out_the_last_move(void **state)
{
	(void)state;
	static const struct {
		const char *title;
		int64_t round;
	} steps[] = { { "はじめ", 0 }, { "話す", 1 }, { "移る", 1 }, { "話す", 2 }, { "移る", 2 }, { "話す", 3 }, { "結び", 0 } };
	struct template template = parsed(rounds);

	assert_int_equal(template.len, COUNT(steps));
	for (size_t i = 0; i < COUNT(steps); i++) {
		const struct item *item = &template.items[i];
		assert_string_equal(item->title, steps[i].title);
		assert_int_equal(item->round, steps[i].round);
		assert_int_equal(item->rounds, steps[i].round ? 3 : 0);
		assert_string_equal(item->block, steps[i].round ? "ラウンド" : "");
	}
	assert_string_equal(template.items[5].room, "どうぞ。");
	assert_string_equal(template.items[5].cue, "話しましょう。");
	assert_int_equal(template.items[4].kind, ITEM_KIND_MOVE);
	assert_int_equal(template_total_s(&template), (5 + 3 * 20 + 2 * 3 + 9) * 60);
	template_done(&template);
}

static void a_block_is_printed_once_as_it_was_written(void **state)
{
	(void)state;
	struct template template = parsed(rounds);

	assert_prints(&template, rounds);
	template_done(&template);
}

/* Every way in which people and input methods write the sign. */
static void the_times_of_a_block_are_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *heading, *block;
		int64_t rounds;
	} rows[] = {
		{ "事例 ×2", "事例", 2 },  { "Case x 2", "Case", 2 }, { "Case X2", "Case", 2 }, { "事例×２", "事例", 2 },
		{ "A*B × 2", "A*B", 2 }, { "事例 ×1", "事例", 1 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf page = { 0 };
		buf_addf(&page, "# T\n## %s\n### 10分 a\n", rows[i].heading);
		struct template template = parsed(buf_text(&page));
		assert_int_equal(template.len, rows[i].rounds);
		assert_string_equal(template.items[0].block, rows[i].block);
		assert_int_equal(template.items[0].rounds, rows[i].rounds);
		template_done(&template);
		buf_done(&page);
	}
}

static void a_length_before_the_sign_makes_a_step(void **state)
{
	(void)state;
	struct template template = parsed("# T\n## 24分 発表 ×8\n");

	assert_string_equal(template.items[0].title, "発表 ×8");
	assert_int_equal(template.items[0].rounds, 0);
	template_done(&template);
}

/* One round was given other words: each step then says its round in a mark. */
static void rounds_that_differ_are_printed_one_by_one(void **state)
{
	(void)state;
	struct template template = parsed("# T\n## ラウンド ×2\n### 20分 話す [テーブル]\n### 3分 移る [席替え、回の間]\n");
	static const char apart[] = "# T\n\n## 20分 話す [テーブル、ラウンド 1/2]\n\n## 3分 移る [席替え、ラウンド 1/2]\n\n"
				    "## 20分 話す [テーブル、ラウンド 2/2]\n\n旅のおみやげを。\n";

	template.items[2].room = "旅のおみやげを。";
	assert_prints(&template, apart);
	struct template again = parsed(apart);
	assert_int_equal(again.items[2].round, 2);
	assert_string_equal(again.items[2].block, "ラウンド");
	assert_prints(&again, apart);
	template_done(&again);
	template_done(&template);
}

static void blocks_come_as_often_as_asked(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		bool read_cases;
		int64_t rounds;
		int len, total;
	} rows[] = {
		{ "care-review", true, 1, 4, 30 },      { "care-review", true, 6, 24, 180 },
		{ "care-individual", true, 3, 17, 250 }, { "world-cafe", false, 4, 10, 143 },
		{ "world-cafe", false, 1, 4, 74 },
	};

	for (size_t i = 0; i < COUNT(rows) * 2; i++) {
		struct template template = parsed(template_builtin(rows[i / 2].name, i % 2));
		assert_int_equal(template_count_blocks(&template, rows[i / 2].read_cases), 1);
		assert_int_equal(template_count_blocks(&template, !rows[i / 2].read_cases), 0);
		assert_int_equal(template_repeat(&template, rows[i / 2].read_cases, rows[i / 2].rounds, NULL), ST_OK);
		assert_int_equal(template.len, rows[i / 2].len);
		assert_int_equal(template_total_s(&template), rows[i / 2].total * 60);
		template_done(&template);
	}
}

static void too_many_rounds_are_refused(void **state)
{
	(void)state;
	struct template template = parsed(template_builtin("care-review", true));
	struct fault fault = { "" };

	assert_int_equal(template_repeat(&template, true, 76, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "300"));
	assert_int_equal(template_repeat(&template, true, 0, &fault), ST_INVALID);
	assert_int_equal(template_repeat(&template, true, 75, &fault), ST_OK);
	assert_int_equal(template.len, 300);
	template_done(&template);
	template = parsed("# T\n## 事例 ×1\n### 1分 a [事例、15:30まで]\n");
	fault = (struct fault){ "" };
	assert_int_equal(template_repeat(&template, true, 2, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "only once"));
	assert_int_equal(template_repeat(&template, true, 1, &fault), ST_OK);
	template_done(&template);
}

static void the_family_has_a_blank_screen_and_no_end(void **state)
{
	(void)state;
	for (int japanese = 0; japanese < 2; japanese++) {
		struct template template = parsed(template_builtin("family-group", japanese));
		assert_int_equal(template.items[1].face, ITEM_FACE_BLANK);
		assert_int_equal(template.items[1].planned_s, 0);
		assert_int_equal(template.items[1].protected, 1);
		template_done(&template);
	}
}

static void tables_have_themes_and_rooms(void **state)
{
	(void)state;
	static const char text[] = "# T\n\nために。\n\n## テーブル\n\n- ふりかえる → さくら\n- 希望\n- → もみじ\n-\n\n## 5分 a [全体]\n";
	static const char *const said[][2] = { { "ふりかえる", "さくら" }, { "希望", "" }, { "", "もみじ" }, { "", "" } };
	struct template template = parsed(text);

	assert_string_equal(template.purpose, "ために。");
	assert_int_equal(template.tables_len, COUNT(said));
	for (size_t i = 0; i < COUNT(said); i++) {
		assert_string_equal(template.tables[i].theme, said[i][0]);
		assert_string_equal(template.tables[i].room, said[i][1]);
	}
	assert_prints(&template, text);
	template_done(&template);
	template = parsed("# T\n## Tables\n* Hopes -> Maple\n## 5 min a\n");
	assert_string_equal(template.tables[0].theme, "Hopes");
	assert_string_equal(template.tables[0].room, "Maple");
	template_done(&template);
}

static void a_wrong_block_is_told_by_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *says[2];
	} rows[] = {
		{ "# T\n## 事例 ×0\n### 1分 a\n", { "Line 2:", "1 to 99 times" } },
		{ "# T\n## 事例 ×100\n### 1分 a\n", { "Line 2:", "1 to 99 times" } },
		{ "# T\n## 事例、会 ×2\n### 1分 a\n", { "Line 2:", "no commas" } },
		{ "# T\n## 事例 ×2\n## 1分 a\n", { "Line 2:", "below a block stand its steps" } },
		{ "# T\n## 1分 a\n## 事例 ×2\n", { "Line 3:", "below a block stand its steps" } },
		{ "# T\n## 事例 ×2\n### 1分 a [回の間]\n", { "Line 2:", "in every round" } },
		{ "# T\n## 事例 ×1\n### 1分 a\n### 1分 b [回の間]\n", { "Line 4:", "twice or more" } },
		{ "# T\n## 1分 b [between rounds]\n", { "Line 2:", "twice or more" } },
		{ "# T\n## 事例 ×2\n\ntext\n### 1分 a\n", { "Line 4:", "“text”" } },
		{ "# T\n## 事例 ×2\n> cue\n### 1分 a\n", { "Line 3:", "“cue”" } },
		{ "# T\n## 事例 ×2\n### 1分 a [15:30まで]\n", { "Line 3:", "only once, not 2 times" } },
		{ "# T\n## 1分 a [ラウンド 3/2]\n", { "Line 2:", "“ラウンド 3/2”" } },
		{ "# T\n## 1分 a [画面なし、no clock]\n", { "Line 2:", "already said" } },
		{ "# T\n## テーブル\nさくら\n## 1分 a\n", { "Line 3:", "“さくら”" } },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct template template = { 0 };
		struct fault fault = { "" };
		assert_int_equal(template_parse(rows[i].text, strlen(rows[i].text), &template, &fault), ST_INVALID);
		for (size_t k = 0; k < COUNT(rows[i].says); k++)
			if (!strstr(fault.text, rows[i].says[k]))
				fail_msg("row %zu says “%s”, not “%s”", i, fault.text, rows[i].says[k]);
	}
}

/* Blocks of any shape, one after the other: printed and read again they are the same steps. */
static void any_blocks_read_back_as_printed(void **state)
{
	(void)state;
	struct dice dice = dice_take(__func__);

	for (int turn = 0; turn < 500; turn++) {
		struct buf page = { 0 }, once = { 0 }, twice = { 0 };
		buf_add_text(&page, "# T\n");
		for (size_t blocks = 1 + dice_below(&dice, 4); blocks > 0; blocks--) {
			size_t times = 1 + dice_below(&dice, 4);
			buf_addf(&page, "## 事例 ×%zu\n### 1分 a\n", times);
			for (size_t steps = dice_below(&dice, 4); steps > 0; steps--)
				buf_addf(&page, "### %zu分 a%s\n", 1 + dice_below(&dice, 2),
					 times > 1 && dice_below(&dice, 2) ? " [回の間]" : "");
		}
		struct template first = parsed(buf_text(&page));
		template_print(&first, &once);
		struct template second = parsed(buf_text(&once));
		template_print(&second, &twice);
		assert_string_equal(buf_text(&once), buf_text(&twice));
		assert_int_equal(first.len, second.len);
		for (size_t i = 0; i < first.len; i++) {
			assert_int_equal(first.items[i].planned_s, second.items[i].planned_s);
			assert_int_equal(first.items[i].round, second.items[i].round);
		}
		template_done(&first);
		template_done(&second);
		buf_done(&page);
		buf_done(&once);
		buf_done(&twice);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_is_unrolled_and_leaves_out_the_last_move),
		cmocka_unit_test(a_block_is_printed_once_as_it_was_written),
		cmocka_unit_test(the_times_of_a_block_are_read_as_people_write_them),
		cmocka_unit_test(a_length_before_the_sign_makes_a_step),
		cmocka_unit_test(rounds_that_differ_are_printed_one_by_one),
		cmocka_unit_test(blocks_come_as_often_as_asked),
		cmocka_unit_test(too_many_rounds_are_refused),
		cmocka_unit_test(the_family_has_a_blank_screen_and_no_end),
		cmocka_unit_test(tables_have_themes_and_rooms),
		cmocka_unit_test(a_wrong_block_is_told_by_line),
		cmocka_unit_test(any_blocks_read_back_as_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
