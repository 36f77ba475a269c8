#include "cards.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "engine/rounds.h"
#include "screens/screens.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct card *card_of(const struct row *row)
{
	return (const struct card *)(const void *)row;
}

static const struct cards *cards_of(const struct console *console)
{
	return console->state;
}

/* --- when it was checked ------------------------------------------------------------------------------------------------ */

enum checked { CHECKED, CHECKED_LONG_AGO, CHECKED_NEVER };

static const char *const checked_labels[] = {
	[CHECKED] = N_("within a year"), [CHECKED_LONG_AGO] = N_("not for a year"), [CHECKED_NEVER] = N_("never"),
};

static void add_date(int64_t wall_ms, int years, char *text, size_t size)
{
	struct calendar at = calendar_of(wall_ms);

	snprintf(text, size, "%04d-%02d-%02d", at.year + years, at.month, at.day);
}

/* Dates are stored so that they compare as text; what a source wrote otherwise is read. */
static size_t checked_of(const struct console *console, const struct row *row)
{
	const char *date = card_of(row)->verified_on;
	char read[DATE_LEN];
	int64_t ms;

	if (!*date)
		return CHECKED_NEVER;
	if (strlen(date) != 10 || date[4] != '-') {
		if (calendar_parse(date, &ms) != ST_OK)
			return CHECKED_LONG_AGO;
		add_date(ms, 0, read, sizeof read);
		date = read;
	}
	return strcmp(date, cards_of(console)->year_ago) < 0 ? CHECKED_LONG_AGO : CHECKED;
}

/* --- how it was found ----------------------------------------------------------------------------------------------------- */

enum found { FOUND_AT_TABLE, FOUND_ELSEWHERE };

static const char *const found_labels[] = {
	[FOUND_AT_TABLE] = N_("at a table"), [FOUND_ELSEWHERE] = N_("elsewhere"),
};

static size_t found_of(const struct console *console, const struct row *row)
{
	(void)console;
	return *card_of(row)->found_by ? FOUND_AT_TABLE : FOUND_ELSEWHERE;
}

static void add_finder(const struct console *console, const struct card *card, struct buf *out)
{
	const struct workbook *outline = &cards_of(console)->outline;
	const struct table *table = workbook_table_by_id(outline, card->found_by);
	const struct row *workshop = table ? workbook_find(outline, ENTITY_workshop, table->workshop) : NULL;

	if (workshop)
		buf_addf(out, _("found by: %s, %s"), ((const struct workshop *)(const void *)workshop)->title, table_name(table).text);
}

/* --- as it looks ---------------------------------------------------------------------------------------------------------- */

enum { NUMBER, IN_DECK, NAME, FORMALITY, KIND, STATE, AREA, CHECKED_ON, COLUMNS };

static const char *const formality_letters[] = {
	[FORMALITY_UNSAID] = "", [FORMALITY_FORMAL] = "F", [FORMALITY_INFORMAL] = "I", [FORMALITY_MIXED] = "M",
};

static const struct directory_column columns[COLUMNS] = {
	[NUMBER] = { N_("no."), 4, true },       [IN_DECK] = { N_("deck"), 4, true },
	[NAME] = { N_("name"), 0, false },
	[KIND] = { N_("kind"), 8, false },       [FORMALITY] = { N_("formality"), 4, false },
	[STATE] = { N_("status"), 8, false },    [AREA] = { N_("area"), 14, false },
	[CHECKED_ON] = { N_("checked on"), 12, false },
};

static void add_cell(const struct console *console, const struct row *row, size_t column, struct buf *out, enum style *style)
{
	const struct card *card = card_of(row);

	switch (column) {
	case NUMBER:
		if (card->number)
			buf_addf(out, "%" PRId64, card->number);
		break;
	case IN_DECK:
		if (cards_deck_number(console, card))
			buf_addf(out, "#%" PRId64, cards_deck_number(console, card));
		break;
	case NAME:
		buf_add_text(out, card->name);
		break;
	case KIND:
		buf_add_text(out, card->kind ? code_label(&codes_card_kind, card->kind) : "");
		break;
	case FORMALITY:
		buf_add_text(out, formality_letters[card->formality]);
		break;
	case STATE:
		buf_add_text(out, code_label(&codes_card_state, card->state));
		break;
	case AREA:
		buf_add_text(out, card->area);
		break;
	case CHECKED_ON:
		buf_add_text(out, card->verified_on);
		if (checked_of(console, row) != CHECKED_LONG_AGO)
			break;
		buf_add_text(out, " !");
		*style = *style == STYLE_PLAIN ? STYLE_WARN : *style;
		break;
	}
}

/* Facts that belong together stand in one row. */
struct part {
	const char *label; /* N_(); NULL: the text is enough */
	const char *text;
};

static void add_parts(const struct part *parts, size_t len, struct buf *out)
{
	bool begun = false;

	for (size_t i = 0; i < len; i++) {
		if (!*parts[i].text)
			continue;
		buf_add_text(out, begun ? "  " : out->len ? "\n" : "");
		if (parts[i].label)
			buf_addf(out, "%s: ", _(parts[i].label));
		buf_add_text(out, parts[i].text);
		begun = true;
	}
}

static void add_details(const struct console *console, const struct row *row, struct buf *out)
{
	const struct card *card = card_of(row);
	struct buf finder = { 0 };

	add_finder(console, card, &finder);
	const struct part help[] = { { N_("good at"), card->strength }, { N_("gives"), card->offers } };
	const struct part access[] = { { N_("for whom"), card->eligibility }, { N_("cost"), card->cost },
				       { N_("when there"), card->schedule } };
	const struct part reach[] = { { NULL, card->organization }, { NULL, card->address }, { NULL, card->phone },
				      { NULL, card->url } };
	const char *checked = checked_of(console, row) == CHECKED_LONG_AGO ? _("not checked for a year") : "";
	const char *hidden = card->kind == CARD_KIND_PERSON && !card->consent
				     ? _("without consent: seen here only") : "";
	const struct part origin[] = { { NULL, hidden }, { NULL, checked }, { N_("source"), card->source },
				       { NULL, buf_text(&finder) } };
	const struct part note[] = { { NULL, card->note } };
	add_parts(help, COUNT(help), out);
	add_parts(origin, COUNT(origin), out);
	add_parts(access, COUNT(access), out);
	add_parts(reach, COUNT(reach), out);
	add_parts(note, COUNT(note), out);
	buf_done(&finder);
}

static void add_text(const struct console *console, const struct row *row, struct buf *out)
{
	const struct card *card = card_of(row);

	(void)console;
	buf_addf(out, "%" PRId64 "\n%s\n%s\n%s\n%s\n%s\n%s", card->number, card->name, card->kana, card->strength, card->offers,
		 card->area, card->eligibility);
	buf_addf(out, "\n%s\n%s\n%s\n%s", card->address, card->organization, card->source, card->note);
}

/* --- what it is ----------------------------------------------------------------------------------------------------------- */

static const char *const deck_labels[] = {
	[CARDS_IN_DECK] = N_("chosen for the workshop"), [CARDS_NOT_IN_DECK] = N_("not chosen"),
};

static const struct directory_facet facets[] = {
	{ .label = N_("area"), .field = FIELD_card_area },
	{ .label = N_("status"), .field = FIELD_card_state },
	{ .label = N_("kind"), .field = FIELD_card_kind },
	{ .label = N_("formality"), .field = FIELD_card_formality },
	{ .label = N_("checked on"), .of = checked_of, .labels = checked_labels, .labels_len = COUNT(checked_labels) },
	{ .label = N_("good at"), .field = FIELD_card_strength },
	{ .label = N_("gives"), .field = FIELD_card_offers },
	{ .label = N_("for whom"), .field = FIELD_card_eligibility },
	{ .label = N_("source"), .field = FIELD_card_source },
	{ .label = N_("found"), .of = found_of, .labels = found_labels, .labels_len = COUNT(found_labels) },
	{ .label = N_("deck"), .of = cards_deck_place, .labels = deck_labels, .labels_len = COUNT(deck_labels) },
};
enum { FACET_AREA };

static int by_name(const struct console *console, const struct row *a, const struct row *b)
{
	const struct card *left = card_of(a), *right = card_of(b);

	(void)console;
	return strcmp(*left->kana ? left->kana : left->name, *right->kana ? right->kana : right->name);
}

static int by_area(const struct console *console, const struct row *a, const struct row *b)
{
	(void)console;
	return strcmp(card_of(a)->area, card_of(b)->area);
}

/* What has waited longest comes first. */
static int by_checked(const struct console *console, const struct row *a, const struct row *b)
{
	(void)console;
	return strcmp(card_of(a)->verified_on, card_of(b)->verified_on);
}

static const struct directory_sort sorts[] = {
	{ N_("number"), NULL }, { N_("reading"), by_name }, { N_("area"), by_area }, { N_("checked on"), by_checked },
};

static void add_to_new(struct console *console, struct batch *batch)
{
	const struct card_list *cards = &console->book.cards;
	int64_t last = cards->len ? cards->at[cards->len - 1].number : 0;

	batch_set_number(batch, FIELD_card_number, last + 1);
}

static const struct directory_kind kind = {
	.entity = ENTITY_card,
	.title = N_("Resource cards (社会資源)"),
	.empty = N_("There is no card yet. n writes one; “yoriai import cards FILE” takes them from a table of open data."),
	.forms = &cards_forms,
	.place = "cards",
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

static void look_up(struct console *console)
{
	struct cards *cards = console->state;
	struct fault fault = { "" };

	add_date(env_now(console->app->env).wall_ms, -1, cards->year_ago, sizeof cards->year_ago);
	if (store_load_outline(console->app->store, &cards->outline, &fault) != ST_OK)
		console_complain(console, &fault);
	/* Somebody has written between the two readings, which the store now takes for known. */
	console->effects.reload = cards->outline.seen != console->book.seen;
}

static void *open_cards(struct console *console)
{
	void *state = directory_open(console, &kind, sizeof(struct cards));

	console->state = state;
	cards_deck_look(console);
	look_up(console);
	return state;
}

static void close_cards(void *state)
{
	struct cards *cards = state;

	workbook_done(&cards->outline);
	arena_done(&cards->deck_arena);
	directory_close(state);
}

/* --- the card under the bar ------------------------------------------------------------------------------------------------ */

static void do_verified(struct console *console)
{
	char today[DATE_LEN];

	if (!directory_change(console))
		return;
	add_date(env_now(console->app->env).wall_ms, 0, today, sizeof today);
	batch_set_text(&console->effects.batch, FIELD_card_verified_on, today);
	directory_write(console, WRITING_CHANGE, _("Checked today."));
}

static void accept_state(struct console *console, int64_t state)
{
	if (!directory_change(console))
		return;
	batch_set_number(&console->effects.batch, FIELD_card_state, state);
	directory_write(console, WRITING_CHANGE, _("Saved."));
}

static void do_state(struct console *console)
{
	const struct row *row = directory_row(console);

	if (!row)
		return;
	console_offer(console, card_of(row)->name, accept_state);
	for (unsigned i = 0; i < codes_card_state.len; i++)
		console_offer_choice(console, code_label(&codes_card_state, i), i);
	console->overlay_bar = card_of(row)->state;
}

static void do_consent(struct console *console)
{
	const struct row *row = directory_row(console);

	if (!row || card_of(row)->kind != CARD_KIND_PERSON) {
		console_say(console, "%s", _("Only a person’s card needs consent."));
		return;
	}
	bool consent = !card_of(row)->consent;
	if (!directory_change(console))
		return;
	batch_set_number(&console->effects.batch, FIELD_card_consent, consent);
	directory_write(console, WRITING_CHANGE,
			consent ? _("They agree: the card may be shown.") : _("The card is seen here only, from now on."));
}

static void do_area(struct console *console)
{
	directory_choose_facet(console, FACET_AREA);
}

static command_handler *const handlers[CMD_COUNT] = {
	DIRECTORY_HANDLERS,
	[CMD_cards_verified] = do_verified,
	[CMD_cards_state] = do_state,
	[CMD_cards_consent] = do_consent,
	[CMD_cards_area] = do_area,
	[CMD_cards_choose] = cards_choose,
	[CMD_cards_choose_shown] = cards_choose_shown,
	[CMD_cards_renumber] = cards_renumber,
};

static void refresh(struct console *console)
{
	cards_deck_look(console);
	directory_refresh(console);
}

const struct screen screen_cards = {
	DIRECTORY_SCREEN_BUT_REFRESH,
	.refresh = refresh,
	.name = "cards",
	.scope = AT_cards,
	.reach = { .reach = REACH_PRIVATE },
	.is_shared = true,
	.open = open_cards,
	.close = close_cards,
	.handlers = handlers,
};
