/* scribe_sheet.c - a table's sheet and the bar on it. */
#include "scribe.h"

#include "base/i18n.h"

#include <stdio.h>

struct scribe *scribe_of(const struct console *console)
{
	return console->state;
}

const struct table *scribe_table(const struct console *console)
{
	return workbook_table(&console->book, console->table);
}

const struct sheet_row *scribe_row(const struct console *console)
{
	const struct scribe *scribe = scribe_of(console);

	return &scribe->sheet.rows[scribe->bar];
}

void scribe_write(struct console *console, enum writing writing, const char *done)
{
	desk_write(&scribe_of(console)->desk, console, writing, done);
}

void scribe_open_form(struct console *console, enum form_kind kind, const struct row *row, const char *owner)
{
	form_open(&scribe_of(console)->desk.form, form_spec(kind), row, owner, &console->book);
}

struct scribe_view scribe_view_of(const struct console *console)
{
	const struct scribe *scribe = scribe_of(console);

	return (struct scribe_view){
		.book = &console->book,
		.run = &console->run,
		.table = scribe_table(console),
		.sheet = scribe->sheet,
		.bar = scribe->bar,
		.taken = scribe->taken.kind == SHEET_KINDS ? NULL : scribe->taken.id,
		.layout = scribe->layout,
	};
}

/* --- the bar ------------------------------------------------------------------------------------------------------------ */

void scribe_aim(struct scribe *scribe, enum sheet_kind kind, const char *id)
{
	if (kind == SHEET_KINDS)
		return;
	scribe->spot.kind = kind;
	snprintf(scribe->spot.id, sizeof scribe->spot.id, "%s", sheet_is_heading(kind) ? "" : id);
}

void scribe_aim_at_fact(struct scribe *scribe, const struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++) {
		enum sheet_kind kind = sheet_kind_of(batch->facts[i].entity);
		if (kind == SHEET_KINDS)
			continue;
		scribe_aim(scribe, kind, batch->facts[i].id);
		return;
	}
}

void scribe_go_to(struct scribe *scribe, size_t bar)
{
	const struct sheet_row *at = &scribe->sheet.rows[bar];

	scribe->bar = bar;
	scribe->is_lost = false;
	scribe_aim(scribe, at->kind, at->row ? at->row->id : "");
}

/* Where the row is, or the one that it was bundled under. */
static size_t find_spot(const struct console *console)
{
	const struct scribe *scribe = scribe_of(console);
	size_t found = sheet_find(&scribe->sheet, scribe->spot.kind, scribe->spot.id);

	if (found < scribe->sheet.len)
		return found;
	const struct row *shown = sheet_shown(&console->book, scribe->spot.kind, scribe->spot.id);
	return shown ? sheet_find(&scribe->sheet, scribe->spot.kind, shown->id) : found;
}

/* Where its row has gone, the bar stays in the part of the sheet in which it was: the heading below begins the next one. */
static size_t bar_left(const struct scribe *scribe)
{
	size_t last = scribe->sheet.len - 1;

	if (scribe->bar > last)
		return last;
	return scribe->bar && sheet_is_heading(scribe->sheet.rows[scribe->bar].kind) ? scribe->bar - 1 : scribe->bar;
}

void scribe_lay_out(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	bool is_own = scribe->reloads_own || scribe->sheet.len == 0;

	arena_done(&scribe->arena);
	scribe->sheet = sheet_of(&console->book, scribe_table(console), scribe->open, &scribe->arena);
	size_t found = find_spot(console);
	if (found < scribe->sheet.len) {
		scribe_go_to(scribe, found);
	} else {
		scribe_go_to(scribe, bar_left(scribe));
		scribe->is_lost = !is_own;
	}
	if (scribe->is_lost)
		console_say(console, _("Somebody else has deleted the line you were at."));
	scribe->reloads_own = false;
}

/* What the sheet has no row of its own for leaves the bar where it is. */
void scribe_show_row(struct console *console, enum entity entity, const char *id)
{
	struct scribe *scribe = scribe_of(console);

	scribe_aim(scribe, sheet_kind_of(entity), id);
	size_t found = find_spot(console);
	scribe_go_to(scribe, found < scribe->sheet.len ? found : scribe->bar);
}

static size_t next_heading(const struct scribe *scribe)
{
	size_t bar = scribe->bar;

	do
		bar = (bar + 1) % scribe->sheet.len;
	while (!sheet_is_heading(scribe->sheet.rows[bar].kind));
	return bar;
}

bool scribe_move_bar(struct scribe *scribe, enum command command)
{
	/* More lines than any sheet has. */
	enum { PAGE = 10, ALL = 1 << 30 };
	static const int moves[CMD_COUNT] = {
		[CMD_scribe_up] = -1,          [CMD_scribe_down] = 1,         [CMD_scribe_page_up] = -PAGE,
		[CMD_scribe_page_down] = PAGE, [CMD_scribe_first] = -ALL,     [CMD_scribe_last] = ALL,
	};
	int64_t bar = (int64_t)scribe->bar + moves[command], last = (int64_t)scribe->sheet.len - 1;

	if (command == CMD_scribe_pane)
		bar = (int64_t)next_heading(scribe);
	else if (!moves[command])
		return false;
	scribe_go_to(scribe, (size_t)(bar < 0 ? 0 : bar < last ? bar : last));
	return true;
}
