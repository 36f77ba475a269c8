/* scribe_chain.c - from a card on to others: what it is good at, and which cards lead on from it, to be taken with one key. */
#include "scribe.h"

#include "base/i18n.h"
#include "domain/card_chain.h"

#include <stdio.h>
#include <string.h>

static void offer_note(struct console *console, const char *label, const char *text)
{
	struct buf line = { 0 };

	if (*text)
		buf_addf(&line, "%s: %s", label, text);
	if (line.len)
		console_offer_note(console, buf_text(&line));
	buf_done(&line);
}

static void offer_uses(struct console *console, size_t uses)
{
	struct buf line = { 0 };

	buf_addf(&line, _("helps in the tables’ stories: %zu times"), uses);
	console_offer_note(console, buf_text(&line));
	buf_done(&line);
}

static void add_reason(const struct chain_card *at, struct buf *out)
{
	switch (at->link) {
	case CHAIN_AFTER:
		buf_addf(out, _("comes next in a story (%zu times)"), at->times);
		break;
	case CHAIN_NEED:
		buf_addf(out, _("answers the same need: %s"), at->word);
		break;
	case CHAIN_STRENGTH:
		buf_addf(out, _("is good at this, too: %s"), at->word);
		break;
	case CHAIN_AREA:
		buf_addf(out, _("is of the same area: %s"), at->word);
		break;
	case CHAIN_NONE:
		break;
	}
}

static void offer_card(struct console *console, const struct chain_card *at, int64_t value)
{
	static const char *const letters[] = {
		[FORMALITY_UNSAID] = "?", [FORMALITY_FORMAL] = "F", [FORMALITY_INFORMAL] = "I", [FORMALITY_MIXED] = "M",
	};
	struct buf label = { 0 };

	buf_addf(&label, "%s %s  ", letters[at->card->formality], at->card->name);
	add_reason(at, &label);
	console_offer_choice(console, buf_text(&label), value);
	buf_done(&label);
}

/* In the form that is open, or in a new support of the step that the bar was in. */
static void accept_card(struct console *console, int64_t value)
{
	struct scribe *scribe = scribe_of(console);
	const struct card *card = workbook_card(&console->book, scribe->chain[value]);

	if (!card) {
		console_say(console, _("That card has been deleted meanwhile."));
		return;
	}
	if (!desk_has_form(&scribe->desk) && scribe->chain_step[0])
		scribe_open_form(console, FORM_SUPPORT, NULL, scribe->chain_step);
	if (desk_has_form(&scribe->desk) && scribe->desk.form.spec->card) {
		form_take_card(&scribe->desk.form, card, &console->book);
		desk_note_typing(&scribe->desk, console);
	}
}

static void offer_chain(struct console *console, const struct card *card, const struct card_chain *chain)
{
	struct scribe *scribe = scribe_of(console);

	console_offer(console, card->name, accept_card);
	offer_note(console, _("good at"), card->strength);
	offer_note(console, _("gives"), card->offers);
	offer_note(console, _("area"), card->area);
	offer_note(console, _("when there"), card->schedule);
	offer_uses(console, chain->uses);
	for (size_t i = 0; i < chain->len && i < CHOICES_MAX; i++) {
		snprintf(scribe->chain[i], sizeof scribe->chain[i], "%s", chain->at[i].card->id);
		offer_card(console, &chain->at[i], (int64_t)i);
	}
}

void scribe_show_chain(struct console *console, const char *card_id, const char *step)
{
	struct scribe *scribe = scribe_of(console);
	const struct card *card = workbook_card(&console->book, card_id);
	struct arena arena = { 0 };

	if (!card) {
		bool was_one = *card_id && !workbook_find(&console->book, ENTITY_offer, card_id);
		console_say(console, was_one ? _("That card is no longer listed; its name stays.")
					       : _("Go to a card first: a support that is one, or one in the list below its name."));
		return;
	}
	snprintf(scribe->chain_step, sizeof scribe->chain_step, "%s", step);
	struct card_chain chain = card_chain_of(&console->book, card, &arena);
	offer_chain(console, card, &chain);
	arena_done(&arena);
}
