#include "room.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/plenary.h"
#include "view/audience.h"
#include "view/countdown.h"
#include "view/pages.h"
#include "view/unifont.h"

#include <stdio.h>
#include <string.h>

enum { PAGES_MAX = 200 };

/* What of the case or the letter the running step puts on stage; NULL: neither. */
static const char *text_on_stage(const struct console *console, const char **ret_heading)
{
	const struct run_item *item = run_current(&console->run);
	const struct case_story *story = workbook_case(&console->book);
	const struct letter *letter = workbook_letter(&console->book);

	if (item && item->item->kind == ITEM_KIND_CASE && story) {
		*ret_heading = story->title;
		return story->body;
	}
	if (item && item->item->kind == ITEM_KIND_LETTER && letter) {
		*ret_heading = letter->sender;
		return letter->body;
	}
	return NULL;
}

int64_t room_pages(const struct console *console)
{
	const struct table *table = console->run.stage.table;
	const struct storyline *storyline = table ? workbook_storyline(&console->book, table->id) : NULL;
	const char *heading, *text = text_on_stage(console, &heading);
	int64_t steps = 0;

	if (text)
		return (int64_t)pages_split(text, NULL, 0);
	for (size_t i = 0; storyline && i < console->book.steps.len; i++)
		steps += strcmp(console->book.steps.at[i].storyline, storyline->id) == 0;
	return steps;
}

static void stage_text(const struct console *console, const char *text, struct audience_stage *stage)
{
	struct page pages[PAGES_MAX];
	size_t len = pages_split(text, pages, PAGES_MAX), number = (size_t)console->run.stage.page;

	if (len > PAGES_MAX)
		len = PAGES_MAX;
	if (len == 0)
		return;
	if (number >= len)
		number = len - 1;
	stage->page = text + pages[number].at;
	stage->page_len = pages[number].len;
	stage->page_number = number + 1;
	stage->pages = len;
}

static struct audience_step told_step(const struct workbook *book, const struct step *step, struct arena *arena)
{
	struct audience_support *supports = arena_new(arena, book->supports.len, sizeof *supports);
	size_t len = 0;

	for (size_t i = workbook_next(book, FIELD_support_step, step->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step->id, i + 1)) {
		const struct support *support = &book->supports.at[i];
		supports[len++] = (struct audience_support){ support->name, support->formality };
	}
	return (struct audience_step){ step->when_label, step->text, supports, len };
}

static void stage_story(const struct workbook *book, const struct storyline *storyline, int64_t told,
			struct arena *arena, struct audience_stage *stage)
{
	struct audience_step *steps = arena_new(arena, book->steps.len, sizeof *steps);

	for (size_t i = workbook_next(book, FIELD_step_storyline, storyline->id, 0); i < book->steps.len;
	     i = workbook_next(book, FIELD_step_storyline, storyline->id, i + 1)) {
		if ((int64_t)stage->steps_in_all++ < told)
			steps[stage->steps_len++] = told_step(book, &book->steps.at[i], arena);
	}
	stage->steps = steps;
}

static const char *table_heading(const struct table *table, struct arena *arena)
{
	char text[64];

	if (*table->name)
		return table->name;
	snprintf(text, sizeof text, _("Table %d"), (int)table->number);
	return arena_copy(arena, text);
}

/* NULL: the clock has the screen to itself. */
static const struct audience_stage *stage_of(const struct console *console, struct arena *arena)
{
	const struct run_item *item = run_current(&console->run);
	const struct table *table = console->run.stage.table;
	struct audience_stage *stage = arena_new(arena, 1, sizeof *stage);
	const char *text;

	if (!item)
		return NULL;
	text = text_on_stage(console, &stage->heading);
	stage->title = "";
	if (text) {
		stage_text(console, text, stage);
		return stage;
	}
	if (item->item->kind != ITEM_KIND_PRESENTATION || !table)
		return NULL;
	const struct storyline *storyline = workbook_storyline(&console->book, table->id);
	stage->heading = table_heading(table, arena);
	stage->title = storyline ? storyline->title : table->headline;
	if (storyline)
		stage_story(&console->book, storyline, console->run.stage.step, arena, stage);
	return stage;
}

static enum audience_clock clock_of(const struct run *run)
{
	switch (run->state) {
	case RUN_PLANNED:
		return AUDIENCE_PLANNED;
	case RUN_ENDED:
		return AUDIENCE_ENDED;
	case RUN_PAUSED:
		return AUDIENCE_PAUSED;
	case RUN_RUNNING:
		break;
	}
	return run_current(run) ? AUDIENCE_RUNNING : AUDIENCE_IDLE;
}

/* While a table tells, the room sees that table's own time in place of the step's, and no other table's. */
static void show_turn(const struct console *console, struct arena *arena, struct audience_view *view)
{
	struct plenary plenary = plenary_of(&console->book, &console->run, arena);

	if (plenary.now == plenary.len)
		return;
	if (!view->stage)
		view->step = table_heading(plenary.turns[plenary.now].table, arena);
	if (!plenary.timed)
		return;
	view->remaining_s = plenary_remaining_s(&plenary);
	view->overtime_s = plenary_overtime_s(&plenary);
	view->whole_s = (plenary.left_ms + console->run.turn_spent_ms) / 1000;
}

/* The time of what runs, or until the start. */
static void show_time(const struct run *run, struct audience_view *view)
{
	const struct run_item *item = run_current(run);

	view->now_ms = run->now.wall_ms;
	view->starts_ms = run->planned_start_ms;
	if (!item)
		return;
	view->remaining_s = run_remaining_s(item);
	view->overtime_s = run_overtime_s(item);
	view->elapsed_s = run_elapsed_s(item);
	view->open_ended = item->open_ended;
	view->whole_s = (item->planned_ms + item->adjust_ms) / 1000;
}

int64_t room_next_ms(const struct console *console)
{
	const struct run *run = &console->run;

	return run->state == RUN_PLANNED ? countdown_next_ms(run->planned_start_ms, run->now.wall_ms) : -1;
}

void room_draw(const struct console *console, bool open, struct canvas *canvas)
{
	/* One for the life of the program: it opens its file when first asked for a glyph, and remembers what it found. */
	static struct unifont font;
	const struct glyph_source glyphs = unifont_source(&font);
	const struct run *run = &console->run;
	const struct run_item *item = run_current(run);
	struct arena arena = { 0 };
	struct audience_view view = {
		.clock = clock_of(run),
		.workshop = workbook_workshop(&console->book)->title,
		.step = item ? item->item->title : "",
		.room = item ? item->item->room : "",
		.next = run->next < run->len ? run->items[run->next].item->title : "",
		.message = run->stage.message,
		.stage = open ? stage_of(console, &arena) : NULL,
		.glyphs = &glyphs,
	};

	show_time(run, &view);
	show_turn(console, &arena, &view);
	audience_view_draw(canvas, &view);
	arena_done(&arena);
}
