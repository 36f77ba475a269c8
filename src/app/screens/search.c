/* search.c - words looked for in everything, as they are typed; what is found is opened where it stands. */
#include "console/console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "console/typing.h"
#include "screens.h"
#include "store/search.h"
#include "text/fold.h"
#include "view/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of a kind, so many; each key waits no longer than a person would feel, and the rest is looked through in between. */
enum { FOUND_EACH = 50, KEY_MS = 4, PIECE_MS = 8, PAGE_ROWS = 10, WORDS_MAX_LEN = 1000 };

struct search_console {
	struct lineedit edit;
	struct search search;
	struct buf word; /* the first one, folded */
	size_t bar;
};

static struct search_console *state_of(const struct console *console)
{
	return console->state;
}

static const struct search_hit *under_bar(const struct console *console)
{
	const struct search_console *state = state_of(console);

	return state->bar < state->search.len ? &state->search.hits[state->bar] : NULL;
}

/* --- looking ------------------------------------------------------------------------------------------------------------ */

/* Hits may move to another place: the bar stays with its row, but at the top, where the best are awaited. */
static void go_on(struct console *console, int64_t budget_ms)
{
	struct search_console *state = state_of(console);
	const struct search_hit *hit = state->bar ? under_bar(console) : NULL;
	char barred[ID_LEN + 1] = "";
	struct fault fault = { "" };

	if (hit)
		snprintf(barred, sizeof barred, "%s", hit->id);
	if (search_go_on(&state->search, budget_ms, &fault) != ST_OK) {
		console_complain(console, &fault);
		search_end(&state->search);
		state->search.done = true;
	}
	for (size_t i = 0; *barred && i < state->search.len; i++)
		if (strcmp(state->search.hits[i].id, barred) == 0)
			state->bar = i;
	if (state->bar >= state->search.len)
		state->bar = state->search.len ? state->search.len - 1 : 0;
}

static void note_first_word(struct search_console *state)
{
	struct buf key = { 0 };
	const char *words = lineedit_text(&state->edit);

	text_fold(&key, words, strlen(words));
	const char *first = buf_text(&key) + strspn(buf_text(&key), " ");
	buf_clear(&state->word);
	buf_add(&state->word, first, strcspn(first, " "));
	buf_done(&key);
}

static void look(struct console *console)
{
	struct search_console *state = state_of(console);
	const struct search_scope scope = { .reach = REACH_PRIVATE, .limit = FOUND_EACH };

	search_end(&state->search);
	note_first_word(state);
	search_begin(&state->search, console->app->store, lineedit_text(&state->edit), &scope);
	go_on(console, KEY_MS);
}

static void tick(struct console *console)
{
	if (!state_of(console)->search.done)
		go_on(console, PIECE_MS);
}

static int64_t next_real_ms(const struct console *console)
{
	return state_of(console)->search.done ? -1 : 0;
}

/* --- keys --------------------------------------------------------------------------------------------------------------- */

/* A table's own opens its scribe's console; what stands on no screen of its own, the workshop. */
static const struct screen *screen_of(const struct search_hit *hit)
{
	static const struct screen *const screens[ENTITY_COUNT] = {
		[ENTITY_card] = &screen_cards,	  [ENTITY_person] = &screen_people,    [ENTITY_invitation] = &screen_people,
		[ENTITY_need] = &screen_needs,	  [ENTITY_item] = &screen_plan,	       [ENTITY_case_story] = &screen_plan,
	};

	if (screens[hit->entity])
		return screens[hit->entity];
	return hit->table ? &screen_scribe : &screen_run;
}

/* People are seen from a workshop: it is the newest that is next. */
static const char *workshop_of(const struct console *console, const struct search_hit *hit)
{
	const struct workshop_list *workshops = &console->book.workshops;

	if (hit->entity == ENTITY_person && workshops->len)
		return workshops->at[workshops->len - 1].id;
	return hit->workshop;
}

static void accept(struct console *console)
{
	const struct search_hit *hit = under_bar(console);
	struct effects *effects = &console->effects;

	if (!hit)
		return;
	if (hit->entity == ENTITY_person && !console->book.workshops.len) {
		console_say(console, "%s", _("People are seen from a workshop, and there is none yet."));
		return;
	}
	effects->open = screen_of(hit);
	effects->open_table = hit->table;
	effects->open_entity = hit->entity;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", workshop_of(console, hit));
	snprintf(effects->open_row, sizeof effects->open_row, "%s", hit->id);
}

static void move(struct console *console, long rows)
{
	struct search_console *state = state_of(console);
	long bar = (long)state->bar + rows, last = (long)state->search.len - 1;

	state->bar = bar < 0 || last < 0 ? 0 : (size_t)(bar < last ? bar : last);
}

static void take_command(struct console *console, enum command command)
{
	static const long moves[CMD_COUNT] = {
		[CMD_search_up] = -1,
		[CMD_search_down] = 1,
		[CMD_search_page_up] = -PAGE_ROWS,
		[CMD_search_page_down] = PAGE_ROWS,
	};

	if (command == CMD_search_open)
		accept(console);
	else if (command == CMD_search_leave)
		console->effects.quit = true;
	else
		move(console, moves[command]);
}

static enum typed type(struct console *console, const struct input_event *event)
{
	struct search_console *state = state_of(console);
	enum command command = event->type == INPUT_KEY ? command_of_key(AT_search, event->key) : CMD_NONE;
	char *before;

	if (console->overlay != OVERLAY_NONE)
		return NOT_TYPED;
	if (command != CMD_NONE) {
		take_command(console, command);
		return TYPED_MORE;
	}
	before = mem_copy(lineedit_text(&state->edit));
	enum typing typing = typing_take(&state->edit, event);
	if (strcmp(before, lineedit_text(&state->edit)) != 0) {
		state->bar = 0;
		look(console);
	}
	free(before);
	return typing == TYPING_NOTHING ? NOT_TYPED : TYPED_MORE;
}

/* --- life --------------------------------------------------------------------------------------------------------------- */

static void *open_search(struct console *console)
{
	struct search_console *state = mem_new(1, sizeof *state);

	console->state = state;
	state->edit.max_bytes = WORDS_MAX_LEN;
	look(console);
	return state;
}

static void close_search(void *opaque)
{
	struct search_console *state = opaque;

	search_end(&state->search);
	lineedit_done(&state->edit);
	buf_done(&state->word);
	free(state);
}

/* What somebody has just written may hold the words. */
static void refresh(struct console *console)
{
	look(console);
}

static const char *kind_of(enum entity entity)
{
	static const char *const kinds[SHELF_COUNT + 1] = {
		[SHELF_WORKSHOPS] = N_("workshops"), [SHELF_CASES] = N_("cases"),     [SHELF_CARDS] = N_("cards"),
		[SHELF_PEOPLE] = N_("people"),	     [SHELF_STORIES] = N_("stories"), [SHELF_STEPS] = N_("story steps"),
		[SHELF_OFFERS] = N_("offers"),	     [SHELF_NOTES] = N_("notes"),     [SHELF_ACTIONS] = N_("plan"),
		[SHELF_COUNT] = "",
	};

	return kinds[search_shelf(entity)];
}

/* At which table; or, where other words of it were found, whose words they are. */
static void add_place(const struct console *console, const struct search_hit *hit, struct buf *out)
{
	if (hit->table)
		buf_addf(out, _("Table %d"), (int)hit->table);
	else
		search_add_name(console->app->store, hit->id, out);
	if (strcmp(buf_text(out), hit->text) == 0)
		buf_clear(out);
}

static struct search_row row_of(const struct console *console, const struct search_hit *hit, bool is_near, struct arena *arena)
{
	const struct workshop *workshop = (const struct workshop *)workbook_find(&console->book, ENTITY_workshop, hit->workshop);
	const char *kind = kind_of(hit->entity);
	struct buf place = { 0 };

	if (is_near)
		add_place(console, hit, &place);
	const struct search_row row = { *kind ? _(kind) : "", hit->text, arena_copy(arena, buf_text(&place)),
					workshop ? workshop->title : "" };
	buf_done(&place);
	return row;
}

static void draw(const struct console *console, struct canvas *canvas)
{
	const struct search_console *state = state_of(console);
	const struct search *search = &state->search;
	struct arena arena = { 0 };
	struct search_row *rows = arena_new(&arena, search->len, sizeof *rows);

	/* Names are read for no more than can be seen. */
	for (size_t i = 0; i < search->len; i++) {
		size_t away = i < state->bar ? state->bar - i : i - state->bar;
		rows[i] = row_of(console, &search->hits[i], away <= (size_t)canvas->rows, &arena);
	}
	const struct search_view view = {
		.edit = &state->edit,
		.word = buf_text(&state->word),
		.rows = rows,
		.len = search->len,
		.bar = state->bar,
		.more = search->more,
		.done = search->done,
	};
	search_view_draw(canvas, &view);
	arena_done(&arena);
}

static bool is_still(const struct console *console)
{
	(void)console;
	return true;
}

const struct screen screen_search = {
	.name = "search",
	.scope = AT_search,
	.reach = { .reach = REACH_PRIVATE },
	.outline = true,
	.open = open_search,
	.close = close_search,
	.refresh = refresh,
	.type = type,
	.tick = tick,
	.next_real_ms = next_real_ms,
	.draw = draw,
	.is_still = is_still,
};
