/* needs.c - what the case of a workshop needs, before the day: written down, and held against the cards that will lie on the tables. */
#include "directory/directory.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/need_match.h"
#include "domain/order.h"
#include "screens/screens.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct needs {
	struct directory directory; /* first: see directory.h */
	struct arena arena;
	const struct need_match *matches; /* one for each need of the workbook */
};

static const struct need *need_of(const struct row *row)
{
	return (const struct need *)(const void *)row;
}

static void look_up(struct console *console)
{
	struct needs *needs = console->state;

	arena_done(&needs->arena);
	struct deck deck = deck_of(&console->book, &needs->arena);
	needs->matches = need_matches(&console->book, &deck, &needs->arena);
}

static const struct need_match *match_of(const struct console *console, const struct row *row)
{
	const struct needs *needs = console->state;

	return &needs->matches[need_of(row) - console->book.needs.at];
}

/* --- as it looks ---------------------------------------------------------------------------------------------------------- */

enum { NUMBER, TEXT, KIND, CATEGORY, CARDS, COLUMNS };
static const struct directory_column columns[COLUMNS] = {
	[NUMBER] = { N_("no."), 4, true },      [TEXT] = { N_("need"), 0, false },        [KIND] = { N_("kind"), 10, false },
	[CATEGORY] = { N_("category"), 14, false }, [CARDS] = { N_("cards"), 12, false },
};

static void add_cell(const struct console *console, const struct row *row, size_t column, struct buf *out, enum style *style)
{
	const struct need *need = need_of(row);
	size_t cards = match_of(console, row)->len;

	switch (column) {
	case NUMBER:
		buf_addf(out, "N%zu", (size_t)(need - console->book.needs.at) + 1);
		break;
	case TEXT:
		buf_add_text(out, need->text);
		break;
	case KIND:
		buf_add_text(out, code_label(&codes_need_kind, need->kind));
		break;
	case CATEGORY:
		buf_add_text(out, need->category);
		break;
	case CARDS:
		if (cards)
			buf_addf(out, "%zu", cards);
		else
			buf_add_text(out, _("none yet"));
		if (!cards && *style == STYLE_PLAIN)
			*style = STYLE_WARN;
		break;
	}
}

static void add_labelled(struct buf *out, const char *label, const char *text)
{
	if (*text)
		buf_addf(out, "%s%s: %s", out->len ? "\n" : "", label, text);
}

/* Which cards speak to it and why; and what the person is good at, which may answer more than all of them. */
static void add_details(const struct console *console, const struct row *row, struct buf *out)
{
	const struct need_match *match = match_of(console, row);
	const struct case_story *story = workbook_case(&console->book);
	struct buf cards = { 0 };

	for (size_t i = 0; i < match->len && i < NEED_ANSWERS_TOLD; i++)
		buf_addf(&cards, _("%s%" PRId64 " %s (“%s”)"), i ? "  " : "", match->at[i].number, match->at[i].card->name,
			 match->at[i].word);
	add_labelled(out, _("cares for"), need_of(row)->interest);
	add_labelled(out, _("would rather not"), need_of(row)->resistance);
	add_labelled(out, _("cards that speak to it"), match->len ? buf_text(&cards) : _("no card speaks to it yet"));
	add_labelled(out, _("Strengths of the person"), story ? story->strengths : "");
	buf_done(&cards);
}

static void add_text(const struct console *console, const struct row *row, struct buf *out)
{
	const struct need *need = need_of(row);

	(void)console;
	buf_addf(out, "%s\n%s\n%s\n%s", need->text, need->category, need->resistance, need->interest);
}

/* --- what it is ----------------------------------------------------------------------------------------------------------- */

enum answered { ANSWERED_NOT, ANSWERED };
static const char *const answered_labels[] = { [ANSWERED_NOT] = N_("none yet"), [ANSWERED] = N_("some") };

static size_t answered_of(const struct console *console, const struct row *row)
{
	return match_of(console, row)->len ? ANSWERED : ANSWERED_NOT;
}

static const struct directory_facet facets[] = {
	{ .label = N_("cards"), .of = answered_of, .labels = answered_labels, .labels_len = COUNT(answered_labels) },
	{ .label = N_("kind"), .field = FIELD_need_kind },
	{ .label = N_("category"), .field = FIELD_need_category },
};

static int by_category(const struct console *console, const struct row *a, const struct row *b)
{
	(void)console;
	return strcmp(need_of(a)->category, need_of(b)->category);
}

static const struct directory_sort sorts[] = { { N_("number"), NULL }, { N_("category"), by_category } };

static void add_to_new(struct console *console, struct batch *batch)
{
	const struct need_list *needs = &console->book.needs;
	char place[ORDER_LEN];

	order_between(needs->len ? needs->at[needs->len - 1].pos : "", "", place);
	batch_set_text(batch, FIELD_need_pos, place);
}

static const struct form_spec specs[] = {
	{
		.kind = FORM_ROW,
		.name = "need",
		.title = N_("What is needed, wished or worried about"),
		.fields = {
			FORM_LINE(N_("need"), FIELD_need_text),
			FORM_LINE(N_("kind"), FIELD_need_kind),
			FORM_ASIDE(N_("category"), FIELD_need_category),
			FORM_ASIDE(N_("cares for"), FIELD_need_interest),
			FORM_ASIDE(N_("rather not"), FIELD_need_resistance),
		},
		.len = 5,
	},
	{
		.kind = FORM_ROW,
		.name = "strengths",
		.title = N_("Strengths of the person"),
		.fields = { FORM_LINE(N_("strengths"), FIELD_case_story_strengths) },
		.len = 1,
	},
};
static const struct form_specs forms = { specs, COUNT(specs) };
enum { SPEC_STRENGTHS = 1 };

static const struct directory_kind kind = {
	.entity = ENTITY_need,
	.title = N_("Needs of the case (ニーズ)"),
	.empty = N_("No need has been written down. n writes one: a trouble, a wish or a worry."),
	.forms = &forms,
	.place = "needs",
	.facets = facets,
	.facets_len = COUNT(facets),
	.sorts = sorts,
	.sorts_len = COUNT(sorts),
	.columns = columns,
	.columns_len = COLUMNS,
	.add_cell = add_cell,
	.add_details = add_details,
	.add_text = add_text,
	.add_to_new = add_to_new,
};

/* --- life ----------------------------------------------------------------------------------------------------------------- */

static void *open_needs(struct console *console)
{
	void *state = directory_open(console, &kind, sizeof(struct needs));

	console->state = state;
	look_up(console);
	return state;
}

static void close_needs(void *state)
{
	struct needs *needs = state;

	arena_done(&needs->arena);
	directory_close(state);
}

static void refresh(struct console *console)
{
	look_up(console);
	directory_refresh(console);
}

static void do_strengths(struct console *console)
{
	const struct case_story *story = workbook_case(&console->book);

	if (story)
		directory_open_form(console, &specs[SPEC_STRENGTHS], (const struct row *)(const void *)story);
	else
		console_say(console, "%s", _("The workshop has no case whose person they could be strengths of."));
}

static void do_cards(struct console *console)
{
	console->effects.open = &screen_cards;
	snprintf(console->effects.open_workshop, sizeof console->effects.open_workshop, "%s", console->workshop);
}

static command_handler *const handlers[CMD_COUNT] = {
	DIRECTORY_HANDLERS,
	[CMD_needs_strengths] = do_strengths,
	[CMD_needs_cards] = do_cards,
};

const struct screen screen_needs = {
	DIRECTORY_SCREEN_BUT_REFRESH,
	.refresh = refresh,
	.name = "needs",
	.scope = AT_needs,
	.reach = { .reach = REACH_PRIVATE },
	.open = open_needs,
	.close = close_needs,
	.handlers = handlers,
};
