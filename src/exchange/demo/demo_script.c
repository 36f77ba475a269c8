#include "exchange/demo.h"

#include "base/mem.h"
#include "exchange/csv.h"
#include "format/asset.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The columns of demo/table1.csv and its neighbours. */
enum { COLUMN_TIME, COLUMN_ENTRY, COLUMN_TEXT, COLUMN_ASIDE, COLUMN_CARD, COLUMN_NEED };

/* What an entry is called in the script: a word of its own, or a word of one of these lists. */
static const struct {
	const char *word;
	enum demo_verb verb;
} words[] = {
	{ "様子", DEMO_STATE },  { "題", DEMO_TITLE },     { "伴走", DEMO_LEAD },         { "場面", DEMO_STEP },
	{ "本人の動き", DEMO_MOVE },
	{ "特色", DEMO_HEADLINE }, { "結び", DEMO_ENDING }, { "残された問い", DEMO_OPEN },
	{ "計画", DEMO_PLAN },
};

static const struct {
	const struct code_list *list;
	enum demo_verb verb;
} lists[] = {
	{ &codes_scope, DEMO_OFFER },
	{ &codes_formality, DEMO_SUPPORT },
	{ &codes_note_kind, DEMO_NOTE },
};

/* Behind the entry stands what an offer costs, what a support does, or how soon something is to be done: "1人・実費",
 * "フォーマル・会う", "やること・1". */
static const char *take_second(const char *entry, struct arena *arena, struct demo_line *line)
{
	static const char mark[] = "・";
	const char *at = strstr(entry, mark);
	unsigned cost = COST_UNSAID, action = SUPPORT_ACTION_UNSAID, priority = PRIORITY_UNSAID;
	bool known = !at || code_of_words(&codes_cost, at + strlen(mark), &cost) ||
		     code_of_words(&codes_support_action, at + strlen(mark), &action) ||
		     code_of_words(&codes_priority, at + strlen(mark), &priority);

	assert(known);
	(void)known;
	line->cost = (enum cost)cost;
	line->action = (enum support_action)action;
	line->priority = (enum priority)priority;
	return at ? arena_copy_len(arena, entry, (size_t)(at - entry)) : entry;
}

static bool find_verb(const char *word, struct demo_line *line)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		line->verb = words[i].verb;
		if (strcmp(words[i].word, word) == 0)
			return line->verb != DEMO_STATE || code_of_words(&codes_table_state, line->text, &line->code);
	}
	for (size_t i = 0; i < COUNT(lists); i++) {
		line->verb = lists[i].verb;
		if (code_of_words(lists[i].list, word, &line->code))
			return true;
	}
	return false;
}

static int64_t seconds_of(const char *text)
{
	int minutes = 0, seconds = 0;

	sscanf(text, "%d:%d", &minutes, &seconds);
	return minutes * 60 + seconds;
}

static struct demo_line read_line(struct arena *arena, const struct csv *csv, size_t row, int64_t table)
{
	struct demo_line line = {
		.due_s = seconds_of(csv_cell(csv, row, COLUMN_TIME)),
		.table = table,
		.text = arena_copy(arena, csv_cell(csv, row, COLUMN_TEXT)),
		.aside = arena_copy(arena, csv_cell(csv, row, COLUMN_ASIDE)),
		.card = atoi(csv_cell(csv, row, COLUMN_CARD)),
		.need = atoi(csv_cell(csv, row, COLUMN_NEED)),
	};
	bool known = find_verb(take_second(csv_cell(csv, row, COLUMN_ENTRY), arena, &line), &line);

	assert(known);
	(void)known;
	return line;
}

static void read_table(int64_t number, struct csv *ret_csv)
{
	char name[32];

	snprintf(name, sizeof name, "demo/table%d.csv", (int)number);
	const char *text = asset_text(name);
	enum status st = csv_parse(text, strlen(text), ',', ret_csv, NULL);
	assert(st == ST_OK);
	(void)st;
}

/* At one second, tables speak in their order; no table says two things in one second. */
static int by_time(const void *a, const void *b)
{
	const struct demo_line *one = a, *other = b;
	int64_t apart = one->due_s != other->due_s ? one->due_s - other->due_s : one->table - other->table;

	return (apart > 0) - (apart < 0);
}

void demo_open(struct demo *demo)
{
	struct csv tables[DEMO_TABLES] = { 0 };
	size_t len = 0;

	for (int64_t i = 0; i < DEMO_TABLES; i++) {
		read_table(i + 1, &tables[i]);
		len += tables[i].rows_len - 1;
	}
	*demo = (struct demo){ 0 };
	demo->lines = arena_new(&demo->arena, len, sizeof *demo->lines);
	for (int64_t i = 0; i < DEMO_TABLES; i++) {
		for (size_t row = 1; row < tables[i].rows_len; row++)
			demo->lines[demo->len++] = read_line(&demo->arena, &tables[i], row, i + 1);
		csv_done(&tables[i]);
	}
	qsort(demo->lines, demo->len, sizeof *demo->lines, by_time);
}

void demo_done(struct demo *demo)
{
	arena_done(&demo->arena);
	*demo = (struct demo){ 0 };
}
