#include "room.h"
#include "room_step.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/support.h"
#include "engine/gathered.h"
#include "engine/plenary.h"
#include "engine/reading.h"
#include "engine/room_day.h"
#include "engine/room_time.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "view/audience.h"
#include "view/countdown.h"
#include "view/pages.h"
#include "view/unifont.h"

#include <stdio.h>
#include <string.h>

enum { PAGES_MAX = 200 };

/* The case or the letter, where that is what one sees; NULL: neither. */
static const char *text_in_sight(const struct console *console, const struct run_sight *sight, const char **ret_heading)
{
	return sight->item ? reading_text(&console->book, sight->item, ret_heading) : NULL;
}

/* The page one sees, of so many. False: there is none. */
static bool page_in_sight(const char *text, const struct run_sight *sight, struct page *ret_page, size_t *ret_number,
			  size_t *ret_pages)
{
	struct page pages[PAGES_MAX];
	size_t len = pages_split(text, pages, PAGES_MAX), number = (size_t)sight->page;

	if (len > PAGES_MAX)
		len = PAGES_MAX;
	if (len == 0)
		return false;
	if (number >= len)
		number = len - 1;
	*ret_page = pages[number];
	*ret_number = number + 1;
	*ret_pages = len;
	return true;
}

struct room_reading room_reading(const struct console *console)
{
	const struct run_sight sight = run_sight(&console->run);
	const char *heading, *text = text_in_sight(console, &sight, &heading);
	struct room_reading reading = { 0 };
	struct page page;
	size_t number, pages;

	if (!text || !page_in_sight(text, &sight, &page, &number, &pages))
		return reading;
	size_t paragraphs = page_paragraphs(text + page.at, page.len), at = page.at;
	reading.paragraphs = (int64_t)paragraphs;
	/* One by one, the paragraph shown last is the one being read. */
	if (sight.shown > 1 && sight.shown <= (int64_t)paragraphs)
		at += page_first_paragraphs(text + at, page.len, (size_t)sight.shown - 1);
	reading.ms = reading_ms(text, strlen(text));
	reading.left_ms = reading_ms(text + at, strlen(text + at));
	return reading;
}

int64_t room_pages(const struct console *console)
{
	const struct run_sight sight = run_sight(&console->run);
	const struct storyline *storyline = sight.table ? workbook_storyline(&console->book, sight.table->id) : NULL;
	const char *heading, *text = text_in_sight(console, &sight, &heading);
	int64_t steps = 0;

	if (text)
		return (int64_t)pages_split(text, NULL, 0);
	for (size_t i = 0; storyline && i < console->book.steps.len; i++)
		steps += strcmp(console->book.steps.at[i].storyline, storyline->id) == 0;
	return steps;
}

/* What is not revealed yet is not in the room's model: the page ends before it. */
static void stage_text(const char *text, const struct run_sight *sight, struct audience_stage *stage)
{
	struct page page;

	if (!page_in_sight(text, sight, &page, &stage->page_number, &stage->pages))
		return;
	stage->page = text + page.at;
	stage->page_len = page.len;
	if (!sight->shown)
		return;
	stage->paragraphs = page_paragraphs(stage->page, page.len);
	stage->page_len = page_first_paragraphs(stage->page, page.len, (size_t)sight->shown);
}

static struct audience_step told_step(const struct workbook *book, const struct step *step, struct arena *arena)
{
	struct audience_support *supports = arena_new(arena, book->supports.len, sizeof *supports);
	size_t len = 0;

	for (size_t i = workbook_next(book, FIELD_support_step, step->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step->id, i + 1)) {
		const struct support *support = &book->supports.at[i];
		struct buf deed = { 0 };
		support_add_deed(support, &deed);
		supports[len++] = (struct audience_support){ support_name(book, support), arena_copy(arena, buf_text(&deed)),
							     support->formality };
		buf_done(&deed);
	}
	return (struct audience_step){ step->when_label, step->text, step->own_move, supports, len };
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

static const struct gathered *picture_of(const struct workbook *book, struct arena *arena)
{
	struct gathered *picture = arena_new(arena, 1, sizeof *picture);

	*picture = gathered_of(book, arena);
	return picture;
}

static const struct room_day *day_of(const struct run *run, struct arena *arena)
{
	struct room_day *day = arena_new(arena, 1, sizeof *day);

	*day = room_day_of(run, arena);
	return day;
}

/* NULL: the clock has the screen to itself. The steps of the day are about nobody: no shutter need be open for them. */
static const struct audience_stage *stage_of(const struct console *console, bool open, struct arena *arena)
{
	const struct run_sight sight = run_room_sight(&console->run);
	const struct table *table = sight.table;
	struct audience_stage *stage = arena_new(arena, 1, sizeof *stage);
	const char *text;

	stage->heading = stage->title = "";
	if (sight.day) {
		stage->heading = _("The day");
		stage->day = day_of(&console->run, arena);
		return stage;
	}
	if (!open || !sight.item)
		return NULL;
	if (sight.picture) {
		stage->picture = picture_of(&console->book, arena);
		return stage;
	}
	text = text_in_sight(console, &sight, &stage->heading);
	if (text) {
		stage_text(text, &sight, stage);
		return stage;
	}
	if (sight.item->kind != ITEM_KIND_PRESENTATION || !table)
		return NULL;
	const struct storyline *storyline = workbook_storyline(&console->book, table->id);
	stage->heading = arena_copy(arena, table_name(table).text);
	stage->title = storyline ? storyline->title : table->headline;
	if (storyline)
		stage_story(&console->book, storyline, sight.step, arena, stage);
	return stage;
}

/* No pause stops a step with a fixed end: to the room its clock runs on. */
static enum audience_clock clock_of(const struct run *run)
{
	const struct run_item *item = run_current(run);

	switch (run->state) {
	case RUN_PLANNED:
		return AUDIENCE_PLANNED;
	case RUN_ENDED:
		return AUDIENCE_ENDED;
	case RUN_PAUSED:
		return item->fixed_end_ms ? AUDIENCE_RUNNING : AUDIENCE_PAUSED;
	case RUN_RUNNING:
		break;
	}
	return item ? AUDIENCE_RUNNING : AUDIENCE_IDLE;
}

/* The turns as the room knows them: while another table's story is held before it, it is nobody's turn. */
static struct plenary room_plenary(const struct console *console, struct arena *arena)
{
	struct plenary plenary = plenary_of(&console->book, &console->run, arena);
	const struct run_sight sight = run_room_sight(&console->run);

	if (plenary.now < plenary.len && plenary.turns[plenary.now].table != sight.table)
		plenary.now = plenary.len;
	return plenary;
}

/* The time of what runs, as far as its strictness lets the room see it. While a table tells, the room sees that table's
 * own time in place of the step's, and no other table's. */
static void show_time(const struct console *console, struct arena *arena, struct audience_view *view)
{
	struct plenary plenary = room_plenary(console, arena);
	struct room_time time = room_time_of_turn(&console->run, &plenary);

	if (plenary.now < plenary.len && !view->stage)
		view->step = arena_copy(arena, table_name(plenary.turns[plenary.now].table).text);
	view->strictness = run_current(&console->run)->item->strictness;
	view->spared = time.spared;
	view->open_ended = time.open_ended;
	view->remaining_s = time.remaining_s;
	view->overtime_s = time.overtime_s;
	view->whole_s = time.whole_s;
	view->elapsed_s = time.elapsed_s;
}

bool room_is_still(const struct run *run)
{
	enum audience_clock clock = clock_of(run);

	return run->stage.dark || (clock != AUDIENCE_RUNNING && clock != AUDIENCE_PLANNED);
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
	const struct words rehearsal = words_rehearsal(&console->book);
	struct arena arena = { 0 };
	struct audience_view view = {
		.clock = clock_of(run),
		.workshop = workbook_workshop(&console->book)->title,
		.step = item ? item->item->title : "",
		.room = item ? item->item->room : "",
		.next = run->next < run->len ? arena_copy(&arena, step_name(run->items[run->next].item).text) : "",
		.message = run->stage.message,
		.rehearsal = *rehearsal.text ? rehearsal.text : NULL,
		.dark = run->stage.dark,
		.flash = chime_is_lit(&console->chime),
		.now_ms = run->now.wall_ms,
		.starts_ms = run->planned_start_ms,
		.stage = stage_of(console, open, &arena),
		.glyphs = &glyphs,
	};

	if (item) {
		show_time(console, &arena, &view);
		room_show_step(console, &arena, &view);
	}
	audience_view_draw(canvas, &view);
	arena_done(&arena);
}
