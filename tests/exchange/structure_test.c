/* Random texts in every place that a person can write to: the documents keep their structure. */
#include "exchange/report.h"

#include "base/mem.h"
#include "probe.h"
#include "small.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 300, PIECES_MAX = 12 };

static const char *const pieces[] = {
	"\\", "`", "*", "_", "[", "]", "(", ")", "<", ">", "|", "~", "&", "#", "$", "{", "}", "-", "+", "=", ":", "!", "\"",
	"1. ", "\n", "\n\n", "\t", " ", "　", "```", "---", "<b>", "a", "あ", "👩‍👩‍👧", "\033[2J", "\xE2\x80\xAE", "\xFF", "\xE3\x81",
};

static void add_random(struct buf *out, struct dice *dice)
{
	/* Never empty, and never twice the same: what is empty is left out, a name met twice is listed, and both are another
	 * structure. */
	static unsigned drawn;

	buf_clear(out);
	buf_addf(out, "x%u", drawn++);
	for (size_t count = dice_below(dice, PIECES_MAX); count > 0; count--)
		buf_add_text(out, pieces[dice_below(dice, COUNT(pieces))]);
}

static void scribble_on(struct batch *batch, const struct entity_info *info, const struct row *row, struct dice *dice)
{
	struct buf text = { 0 };

	batch_add(batch, info->entity, row->workshop, row->id);
	for (size_t k = 0; k < info->fields_len; k++) {
		if (info->fields[k].type != FIELD_TYPE_TEXT && info->fields[k].type != FIELD_TYPE_LINES)
			continue;
		add_random(&text, dice);
		batch_set_text(batch, info->fields[k].field, buf_text(&text));
	}
	buf_done(&text);
}

/* Every text of every row becomes a random one. */
static void scribble(struct small *small, struct dice *dice)
{
	struct batch batch = { 0 };

	for (size_t e = 0; e < ENTITY_COUNT; e++) {
		const struct entity_info *info = &entity_infos[e];
		for (size_t i = 0; i < workbook_len(&small->book, info->entity); i++)
			if (info->entity != ENTITY_run_row)
				scribble_on(&batch, info, workbook_row(&small->book, info->entity, i), dice);
	}
	fold_batch(&small->book, &batch);
	small_go(small, 0);
}

static size_t count_unescaped(const char *line, const char *end, char wanted)
{
	size_t count = 0;

	for (; line < end; line++) {
		if (*line == '\\')
			line++;
		else
			count += *line == wanted;
	}
	return count;
}

struct structure {
	size_t headings, rows, items;
};

static struct structure structure_of(const char *text)
{
	struct structure structure = { 0 };

	for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
		end = strchrnul(line, '\n');
		const char *word = line + strspn(line, " ");
		structure.headings += *word == '#';
		structure.items += strncmp(word, "- ", 2) == 0;
		if (*word == '|') {
			structure.rows++;
			assert_int_equal(count_unescaped(line, end, '|'), 7);
		}
		/* Nothing of a text is markup: what would be is escaped, and no bytes are left that should not be. */
		assert_int_equal(count_unescaped(line, end, '<'), 0);
		assert_int_equal(count_unescaped(line, end, '['), 0);
		assert_int_equal(count_unescaped(line, end, '`'), 0);
		assert_int_equal(count_unescaped(line, end, '*') % 2, 0);
		assert_null(memchr(line, '\033', (size_t)(end - line)));
	}
	return structure;
}

static void no_text_changes_the_structure_of_a_report(void **state)
{
	struct dice dice = dice_take("no_text_changes_the_structure_of_a_report");
	struct buf out = { 0 };
	struct small small;

	(void)state;
	small_init(&small);
	small_press(&small, act_start);
	small_press(&small, act_end);
	for (int round = 0; round < ROUNDS; round++) {
		static struct structure first;
		scribble(&small, &dice);
		buf_clear(&out);
		report_render(&small.book, &small.run, report_format_of_name("md"), PROFILE_INTERNAL, &out);
		struct structure structure = structure_of(buf_text(&out));
		if (round == 0)
			first = structure;
		assert_memory_equal(&structure, &first, sizeof first);
		buf_clear(&out);
		report_render(&small.book, &small.run, report_format_of_name("json"), PROFILE_INTERNAL, &out);
		assert_true(probe_is_valid(buf_text(&out)));
	}
	buf_done(&out);
	small_done(&small);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_text_changes_the_structure_of_a_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
