#include "sight_words.h"

#include "base/i18n.h"
#include "engine/plenary.h"
#include "engine/room_time.h"

#include <stdio.h>

enum { SIGHT_LEN = 448 };

static bool is_spared(const struct run_view *view)
{
	struct arena arena = { 0 };
	struct plenary plenary = plenary_of(view->book, view->run, &arena);
	bool spared = run_current(view->run) && room_time_of_turn(view->run, &plenary).spared;

	arena_done(&arena);
	return spared;
}

static void say_page(const struct run_view *view, enum item_kind kind, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;
	int64_t page = stage->page < view->pages ? stage->page + 1 : view->pages;
	int64_t shown = stage->shown < view->paragraphs ? stage->shown : view->paragraphs;

	if (stage->shown)
		snprintf(text, size, _("%s, page %d/%d, paragraph %d/%d"), code_label(&codes_item_kind, kind), (int)page,
			 (int)view->pages, (int)shown, (int)view->paragraphs);
	else
		snprintf(text, size, _("%s, page %d/%d"), code_label(&codes_item_kind, kind), (int)page,
			 (int)view->pages);
}

static enum item_face item_face(const struct run_view *view)
{
	const struct run_item *item = run_current(view->run);

	return item ? item->item->face : ITEM_FACE_CLOCK;
}

static const char *words_of_clock(const struct run_view *view)
{
	if (item_face(view) == ITEM_FACE_STILL)
		return _("no clock");
	return is_spared(view) ? _("no numbers") : _("the clock");
}

static const char *words_of_shut(const struct run_view *view)
{
	if (item_face(view) == ITEM_FACE_STILL)
		return _("shut: no clock");
	if (view->run->stage.day)
		return _("shut: the steps of the day");
	return is_spared(view) ? _("shut: no numbers") : _("shut: the clock only");
}

static void say_story(const struct run_view *view, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;

	if (view->pages)
		snprintf(text, size, _("table %d, step %d/%d"), (int)stage->table->number, (int)stage->step,
			 (int)view->pages);
	else
		snprintf(text, size, _("table %d, no story"), (int)stage->table->number);
}

/* What the facilitator has put on the projector besides the clock. */
static void say_stage(const struct run_view *view, char *text, size_t size)
{
	const struct run_stage *stage = &view->run->stage;
	const struct run_item *item = run_current(view->run);
	enum item_kind kind = item ? item->item->kind : ITEM_KIND_PLENARY;

	if (stage->day)
		snprintf(text, size, "%s", _("the steps of the day"));
	else if (stage->picture)
		snprintf(text, size, "%s", _("1/10/100"));
	else if (kind == ITEM_KIND_PRESENTATION && stage->table)
		say_story(view, text, size);
	else if ((kind == ITEM_KIND_CASE || kind == ITEM_KIND_LETTER) && view->pages)
		say_page(view, kind, text, size);
	else
		snprintf(text, size, "%s", words_of_clock(view));
}

void sight_say_held(const struct run_sight *held, char *text, size_t size)
{
	enum item_kind kind = held->item ? held->item->kind : ITEM_KIND_PLENARY;

	if (held->day)
		snprintf(text, size, "%s", _("the steps of the day"));
	else if (held->picture)
		snprintf(text, size, "%s", _("1/10/100"));
	else if (kind == ITEM_KIND_PRESENTATION && held->table)
		snprintf(text, size, _("table %d, step %d"), (int)held->table->number, (int)held->step);
	else if (kind == ITEM_KIND_CASE || kind == ITEM_KIND_LETTER)
		snprintf(text, size, _("%s, page %d"), code_label(&codes_item_kind, kind), (int)held->page + 1);
	else
		snprintf(text, size, "%s", _("the clock"));
}

void sight_say(const struct run_view *view, char *text, size_t size)
{
	char seen[SIGHT_LEN];

	if (!view->run->stage.open) {
		snprintf(text, size, "%s", words_of_shut(view));
		return;
	}
	say_stage(view, seen, sizeof seen);
	snprintf(text, size, _("open: %s"), seen);
}
