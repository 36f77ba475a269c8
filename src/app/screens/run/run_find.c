/* run_find.c - the facilitator's lists as words are looked for in them: tables, or steps where the day's line is. */
#include "run.h"

#include "engine/rounds.h"

static bool is_lined(const struct console *console)
{
	const struct run_console *state = console->state;

	return state->lined;
}

static size_t len(const struct console *console)
{
	return is_lined(console) ? console->run.len : console->book.tables.len;
}

static size_t bar(const struct console *console)
{
	const struct run_console *state = console->state;

	return state->lined ? state->step : state->bar;
}

static void go_to(struct console *console, size_t row)
{
	struct run_console *state = run_state(console);

	*(state->lined ? &state->step : &state->bar) = row;
}

static void add_table(const struct workbook *book, const struct table *table, struct buf *out)
{
	const struct storyline *storyline = workbook_storyline(book, table->id);

	buf_addf(out, "%d\n%s\n%s\n%s", (int)table->number, table_name(table).text, table_label(table).text, table->headline);
	if (storyline)
		buf_addf(out, "\n%s", storyline->title);
}

static void add_text(const struct console *console, size_t row, struct buf *out)
{
	if (is_lined(console))
		buf_add_text(out, step_name(console->run.items[row].item).text);
	else
		add_table(&console->book, &console->book.tables.at[row], out);
}

const struct find_list run_list = { .len = len, .bar = bar, .go_to = go_to, .add_text = add_text };
