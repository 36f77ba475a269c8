/* scribe_bundle.c - lines that say the same: bundled, opened, and taken apart again. */
#include "scribe.h"

#include "base/i18n.h"
#include "domain/bundle.h"

#include <stdio.h>
#include <string.h>

/* The bundles of the kind of row under the bar, and where that row stands among them. */
struct under_bar {
	struct arena arena;
	struct bundles bundles;
	size_t index;
};

static size_t find_index(const struct workbook *book, enum entity entity, const char *id)
{
	size_t i = 0;

	while (i < workbook_len(book, entity) && strcmp(workbook_row(book, entity, i)->id, id) != 0)
		i++;
	return i;
}

/* False: the row under the bar cannot be bundled. */
static bool look_under_bar(const struct console *console, struct under_bar *ret_at)
{
	const struct sheet_row *row = scribe_row(console);

	if (row->kind != SHEET_OFFER && row->kind != SHEET_NOTE)
		return false;
	enum entity entity = sheet_kind_info(row->kind)->entity;
	*ret_at = (struct under_bar){ 0 };
	ret_at->bundles = bundles_of(&console->book, entity, &ret_at->arena);
	ret_at->index = find_index(&console->book, entity, row->row->id);
	return true;
}

/* False, and said: the row under the bar stands alone. */
static bool look_at_bundle(struct console *console, struct under_bar *ret_at)
{
	struct under_bar at = { 0 };
	bool is_bundled = look_under_bar(console, &at) && bundle_len(&at.bundles, at.index) > 1;

	if (is_bundled)
		*ret_at = at;
	else {
		arena_done(&at.arena);
		console_say(console, _("Nothing is bundled here."));
	}
	return is_bundled;
}

static void take_up(struct console *console)
{
	struct scribe *scribe = scribe_of(console);

	scribe->taken = scribe->spot;
	console_say(console, _("Taken up. Go to a line that says the same and press b again: it will stand for both."));
}

static void put_down(struct scribe *scribe)
{
	scribe->taken = (struct spot){ .kind = SHEET_KINDS };
}

static void bundle_taken(struct console *console, struct under_bar *at)
{
	struct scribe *scribe = scribe_of(console);
	size_t taken = find_index(&console->book, at->bundles.entity, scribe->taken.id);

	put_down(scribe);
	if (taken == workbook_len(&console->book, at->bundles.entity)) {
		console_say(console, _("Somebody else has deleted that line already."));
		return;
	}
	if (taken == at->index)
		return;
	bundle_into(&at->bundles, taken, at->index, &console->effects.batch);
	scribe_write(console, WRITING_CHANGE, _("Bundled; Space shows the lines, u takes it back."));
}

void scribe_bundle(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	struct under_bar at;

	if (!look_under_bar(console, &at)) {
		console_say(console, _("Go to an offer or a note first: lines that say the same can be bundled."));
		return;
	}
	if (scribe->taken.kind == scribe->spot.kind)
		bundle_taken(console, &at);
	else
		take_up(console);
	arena_done(&at.arena);
}

/* On the line that stands for the others, all of them; on one of the others, just that. */
void scribe_unbundle(struct console *console)
{
	struct under_bar at;

	put_down(scribe_of(console));
	if (!look_at_bundle(console, &at))
		return;
	if (bundle_is_head(&at.bundles, at.index))
		bundle_apart(&at.bundles, at.index, &console->effects.batch);
	else
		bundle_leave(&at.bundles, at.index, &console->effects.batch);
	scribe_write(console, WRITING_CHANGE, _("Stands alone again; u takes it back."));
	arena_done(&at.arena);
}

void scribe_open_bundle(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	struct under_bar at;

	if (!look_at_bundle(console, &at))
		return;
	const struct row *head = workbook_row(&console->book, at.bundles.entity, bundle_head(&at.bundles, at.index));
	bool is_open = strcmp(scribe->open, head->id) == 0;
	snprintf(scribe->open, sizeof scribe->open, "%s", is_open ? "" : head->id);
	scribe_lay_out(console);
	arena_done(&at.arena);
}

/* Who deletes a line does not delete those it stands for: they stay together. */
void scribe_drop_from_bundle(struct console *console)
{
	struct under_bar at;

	if (!look_under_bar(console, &at))
		return;
	bundle_drop(&at.bundles, at.index, &console->effects.batch);
	arena_done(&at.arena);
}
