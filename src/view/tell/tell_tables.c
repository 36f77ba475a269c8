/* tell_tables.c - the tables in sentences: how far they are, who writes for them, whose turn it is to tell. */
#include "base/i18n.h"
#include "engine/plenary.h"
#include "engine/words.h"
#include "run/readiness.h"
#include "tell_private.h"

#include <stdio.h>
#include <string.h>

static int number_of(const struct run_view *view, size_t table)
{
	return (int)view->book->tables.at[table].number;
}

/* "1, 3, 4" */
static void add_number(struct buf *out, int number, bool is_first)
{
	char text[16];

	snprintf(text, sizeof text, "%d", number);
	if (!is_first)
		buf_add_text(out, C_("between numbers", ", "));
	buf_add_text(out, text);
}

static void tell_turns(const struct plenary *plenary, enum turn turn, const char *sentence, struct buf *out)
{
	struct buf numbers = { 0 };

	for (size_t i = 0; i < plenary->len; i++)
		if (plenary->turns[i].turn == turn)
			add_number(&numbers, (int)plenary->turns[i].table->number, numbers.len == 0);
	if (numbers.len)
		buf_addf(out, sentence, buf_text(&numbers));
	buf_done(&numbers);
}

/* Those still to tell stand in their order. */
static void tell_order(const struct plenary *plenary, struct buf *out)
{
	tell_turns(plenary, TURN_WAITING, _("Tables still to tell, in this order: %s.\n"), out);
}

static void tell_states(const struct run_view *view, struct buf *out)
{
	for (unsigned state = 0; state < codes_table_state.len; state++) {
		struct buf numbers = { 0 };
		for (size_t i = 0; i < view->book->tables.len; i++)
			if (view->run->table_states[i] == (enum table_state)state)
				add_number(&numbers, number_of(view, i), numbers.len == 0);
		if (numbers.len)
			buf_addf(out, _("Tables, %s: %s.\n"), code_label(&codes_table_state, state), buf_text(&numbers));
		buf_done(&numbers);
	}
}

void tell_board(const struct run_view *view, struct buf *out)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);

	if (plenary.len) {
		tell_turns(&plenary, TURN_DONE, _("Tables that have told: %s.\n"), out);
		tell_turns(&plenary, TURN_NOW, _("Telling now: table %s.\n"), out);
		tell_order(&plenary, out);
		tell_turns(&plenary, TURN_PASSED, _("Tables that pass: %s.\n"), out);
	} else {
		tell_states(view, out);
	}
	arena_done(&arena);
}

void tell_scribes(const struct run_view *view, struct buf *out)
{
	struct buf numbers = { 0 };

	for (size_t i = 0; i < view->scribes_len; i++)
		add_number(&numbers, (int)view->scribes[i], i == 0);
	if (numbers.len)
		buf_addf(out, _("Scribes sit at the tables %s.\n"), buf_text(&numbers));
	buf_done(&numbers);
}

void tell_table(const struct run_view *view, size_t table, struct buf *out)
{
	const struct table *it = &view->book->tables.at[table];
	char state[READINESS_LEN];
	bool has_scribe = false;

	for (size_t i = 0; i < view->scribes_len; i++)
		has_scribe = has_scribe || view->scribes[i] == it->number;
	readiness_say_state(view->run, table, state);
	buf_addf(out, _("Table %d: %s."), (int)it->number, state);
	if (*it->name)
		buf_addf(out, _(" It is “%s”."), it->name);
	buf_add_text(out, has_scribe ? _(" A scribe is there.") : _(" No scribe is there."));
	buf_add_char(out, '\n');
}

static size_t count_ready(const struct told *is)
{
	size_t ready = 0;

	for (size_t i = 0; i < is->tables_len; i++)
		ready += is->tables[i].state == TABLE_STATE_READY;
	return ready;
}

static void tell_state(const struct told *is, const struct run_view *view, size_t table, struct buf *out)
{
	buf_addf(out, _("Table %d: %s."), number_of(view, table), code_label(&codes_table_state, is->tables[table].state));
	if (is->tables[table].state == TABLE_STATE_READY)
		buf_addf(out, _(" %zu of %zu are ready."), count_ready(is), is->tables_len);
	buf_add_char(out, '\n');
}

static void tell_turn(const struct run_view *view, size_t table, struct buf *out)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);

	buf_addf(out, _("Table %d tells its story."), number_of(view, table));
	if (plenary.now < plenary.len && plenary.timed)
		buf_addf(out, _(" It has %s."), words_length(plenary_remaining_s(&plenary)).text);
	if (plenary.waiting && plenary.timed)
		buf_addf(out, _(" After it come %zu, with %s each."), plenary.waiting, words_length(plenary.each_ms / 1000).text);
	buf_add_char(out, '\n');
	arena_done(&arena);
}

/* A step that begins sets all tables back: nobody needs to hear that of each. */
static void tell_one_table(const struct told *before, const struct told *is, const struct run_view *view, size_t table,
			   struct buf *out)
{
	const struct told_table *was = &before->tables[table];
	bool changes_step = strcmp(before->item, is->item) != 0;
	const struct told_table *now = &is->tables[table];

	if (was->has_scribe != now->has_scribe)
		buf_addf(out, now->has_scribe ? _("A scribe has come to table %d.\n") : _("The scribe of table %d has gone.\n"),
			 number_of(view, table));
	if (was->state != now->state && !changes_step)
		tell_state(is, view, table, out);
	if (was->turn != now->turn && now->turn == TURN_PASSED)
		buf_addf(out, _("Table %d passes its turn to tell.\n"), number_of(view, table));
}

static void tell_suggestion(const struct run_view *view, struct buf *out)
{
	const struct progress progress = progress_of(view->run, view->book->tables.len);
	char text[READINESS_LEN];

	readiness_say_suggestion(&progress, text);
	if (*text)
		buf_addf(out, "%s\n", text);
}

/* Whoever waits stands elsewhere among those who do: not because a turn was taken or passed. */
static bool is_swapped(const struct told *was, const struct told *is)
{
	bool is_swapped = false;

	for (size_t i = 0; i < is->tables_len; i++) {
		if (was->tables[i].turn != is->tables[i].turn)
			return false;
		is_swapped = is_swapped || was->tables[i].place != is->tables[i].place;
	}
	return is_swapped;
}

static void tell_swap(const struct told *was, const struct told *is, const struct run_view *view, struct buf *out)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);

	if (strcmp(was->item, is->item) == 0 && was->tables_len == is->tables_len && is_swapped(was, is))
		tell_order(&plenary, out);
	arena_done(&arena);
}

void tell_table_news(const struct told *was, const struct told *is, const struct run_view *view, struct buf *out)
{
	for (size_t i = 0; i < is->tables_len && i < was->tables_len; i++) {
		if (strcmp(was->tables[i].id, is->tables[i].id) == 0)
			tell_one_table(was, is, view, i, out);
	}
	tell_swap(was, is, view, out);
	if (was->suggestion != is->suggestion)
		tell_suggestion(view, out);
	for (size_t i = 0; i < is->tables_len; i++) {
		if (strcmp(was->story, is->story) != 0 && strcmp(is->tables[i].id, is->story) == 0)
			tell_turn(view, i, out);
	}
	if (*was->story && !*is->story && strcmp(was->item, is->item) == 0)
		buf_addf(out, "%s\n", _("No table tells a story now."));
}
