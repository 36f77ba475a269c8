/* home_find.c - words are looked for in all workshops, and what holds them is opened. */
#include "home.h"

#include "base/i18n.h"
#include "store/search.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

enum { FIND_MS = 500 }; /* a person waits that long for what was asked for, and no longer */

/* What belongs to a table opens it, what belongs to none its workshop. */
static void accept_found(struct console *console, int64_t index)
{
	const struct found *found = &home_of(console)->found[index];
	struct effects *effects = &console->effects;

	effects->open = found->table ? &screen_scribe : &screen_run;
	effects->open_table = found->table;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", found->workshop.text);
}

static void offer_found(struct console *console, const struct search_hit *hit)
{
	const struct workshop *workshop = (const struct workshop *)workbook_find(&console->book, ENTITY_workshop, hit->workshop);
	struct found *found = &home_of(console)->found[console->choices_len];
	struct buf label = { 0 };

	if (!workshop || console->choices_len == CHOICES_MAX)
		return;
	found->table = hit->table;
	snprintf(found->workshop.text, sizeof found->workshop.text, "%s", hit->workshop);
	if (hit->table) {
		buf_addf(&label, _("Table %d"), (int)hit->table);
		buf_add_text(&label, ": ");
	}
	text_clean(&label, hit->text, strlen(hit->text), false);
	if (strcmp(hit->text, workshop->title) != 0)
		buf_addf(&label, "  (%s)", workshop->title);
	console_offer_choice(console, buf_text(&label), (int64_t)console->choices_len);
	buf_done(&label);
}

static void accept_words(struct console *console, const char *words)
{
	/* Cards and people belong to no workshop. */
	const struct search_scope scope = {
		.shelves = ~(1u << SHELF_CARDS | 1u << SHELF_PEOPLE),
		.reach = REACH_PRIVATE,
		.limit = CHOICES_MAX,
	};
	struct search search;
	struct fault fault = { "" };

	search_begin(&search, console->app->store, words, &scope);
	if (search_go_on(&search, FIND_MS, &fault) != ST_OK) {
		console_complain(console, &fault);
	} else if (search.len) {
		console_offer(console, words, accept_found);
		for (size_t i = 0; i < search.len; i++)
			offer_found(console, &search.hits[i]);
	} else if (*words) {
		console_say(console, _("Nothing holds “%s”."), words);
	}
	search_end(&search);
}

void home_find(struct console *console)
{
	console_ask(console, _("Which words?"), "", accept_words);
}
