/* scribe_follow.c - the step opens the right part of the sheet (clock.md 1): as a step begins, the bar goes where what it brings
 * forth is written; unless somebody is writing or choosing just then. */
#include "scribe.h"

#include "base/i18n.h"
#include "engine/progress.h"
#include "engine/rounds.h"

#include <stdio.h>
#include <string.h>

struct part {
	enum sheet_kind at; /* SHEET_KINDS: the step asks for none */
	const char *says;
};

static struct part part_of(enum item_kind kind)
{
	switch (kind) {
	case ITEM_KIND_INDIVIDUAL:
		return (struct part){ SHEET_OFFERS, N_("“%s” begins: o writes what somebody can do.") };
	case ITEM_KIND_TABLE:
		return (struct part){ SHEET_STORY, N_("“%s” begins: s writes a step of the story, n a note.") };
	case ITEM_KIND_CASE:
		return (struct part){ SHEET_NOTES, N_("“%s” begins: n writes a note.") };
	case ITEM_KIND_PLENARY:
	case ITEM_KIND_PRESENTATION:
	case ITEM_KIND_BREAK:
	case ITEM_KIND_LETTER:
	case ITEM_KIND_MOVE:
		break;
	}
	return (struct part){ SHEET_KINDS, NULL };
}

static bool is_busy(const struct console *console)
{
	const struct scribe *scribe = scribe_of(console);

	return desk_has_form(&scribe->desk) || scribe->reloads_own || console->overlay != OVERLAY_NONE;
}

void scribe_follow(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	const struct run_item *now = progress_item(&console->run, (size_t)(scribe_table(console) - console->book.tables.at));
	const struct item *item = now ? now->item : NULL;
	bool is_opening = scribe->sheet.len == 0;

	if (strcmp(scribe->step, item ? item->id : "") == 0)
		return;
	snprintf(scribe->step, sizeof scribe->step, "%s", item ? item->id : "");
	struct part part = part_of(item ? item->kind : ITEM_KIND_PLENARY);
	if (part.at == SHEET_KINDS || is_busy(console))
		return;
	scribe_aim(scribe, part.at, "");
	if (!is_opening)
		console_say(console, _(part.says), step_name(item).text);
}
