/* scribe_row.c - what a row of the sheet says. */
#include "scribe_rich.h"

#include "base/i18n.h"
#include "domain/plan.h"
#include "domain/support.h"
#include "domain/tally.h"
#include "domain/unlisted.h"
#include "engine/alone.h"
#include "engine/rounds.h"
#include "text/text.h"
#include "view/widgets.h"
#include "widgets/formality.h"
#include "widgets/hints.h"

#include <stdio.h>
#include <string.h>

void rich_put(struct rich *rich, enum style style, const char *text)
{
	buf_add_text(&rich->text, text);
	if (rich->len < PARTS_MAX)
		rich->len++;
	rich->parts[rich->len - 1].end = rich->text.len;
	rich->parts[rich->len - 1].style = style;
}

static void put_mark(struct rich *rich, enum style style, const char *text)
{
	rich_put(rich, style, text);
	rich->mark_len = rich->text.len;
}

/* Something beside the main text, if it is said: apart from it, and quieter. */
static void put_aside(struct rich *rich, const char *before, const char *text, const char *after)
{
	if (!*text)
		return;
	rich_put(rich, STYLE_LABEL, before);
	rich_put(rich, STYLE_LABEL, text);
	rich_put(rich, STYLE_LABEL, after);
}

static void put_need(struct rich *rich, const struct workbook *book, const char *id)
{
	const struct need *need = (const struct need *)(const void *)workbook_find(book, ENTITY_need, id);

	if (!need)
		return;
	put_aside(rich, "  ", _("need"), ": ");
	put_aside(rich, "", need->text, "");
}

/* Stays on one line, by word joiners: they show nothing. */
static void put_unbroken(struct rich *rich, enum style style, const char *text)
{
	struct buf joined = { 0 };

	for (const char *at = text, *end = text + strlen(text); at < end;) {
		if (at > text)
			buf_add_text(&joined, "\u2060");
		text_add_code_point(&joined, text_next_code_point(&at, end));
	}
	rich_put(rich, style, buf_text(&joined));
	buf_done(&joined);
}

/* In which step it was written, and in which minute of it: to be told later, and in nobody's way now. */
static void put_time(struct rich *rich, const struct workbook *book, const char *id, int64_t at_s)
{
	const struct item *item = rich->is_whole ? workbook_item(book, id) : NULL;
	char text[sizeof(struct name) + 80];

	if (!item)
		return;
	snprintf(text, sizeof text, _("%s, minute %lld"), step_name(item).text, (long long)at_s / 60 + 1);
	rich_put(rich, STYLE_LABEL, "  ");
	put_unbroken(rich, STYLE_LABEL, text);
}

/* Under the row that stands for it, a row is set in; what was taken up is marked. */
static void put_row_mark(struct rich *rich, const struct scribe_view *view, const struct sheet_row *row)
{
	bool is_taken = view->taken && strcmp(view->taken, row->row->id) == 0;

	put_mark(rich, is_taken ? STYLE_STRONG : STYLE_PLAIN, row->bundled ? (is_taken ? "* " : "  ") : (is_taken ? "  *  " : "  -  "));
}

/* How many lines it stands for. */
static void put_bundled(struct rich *rich, const struct sheet_row *row)
{
	char text[32];

	if (row->bundled < 2)
		return;
	snprintf(text, sizeof text, "  ×%zu", row->bundled);
	rich_put(rich, STYLE_STRONG, text);
}

/* --- what rows say -------------------------------------------------------------------------------------------------------- */

/* Who sees nothing yet is told the key to begin with. */
static void put_first_step(struct rich *rich, size_t number, enum command command)
{
	char key[HINT_KEYS_LEN], text[200];

	if (number)
		return;
	hint_keys(command, true, key);
	snprintf(text, sizeof text, _("  press %s to write the first"), key);
	rich_put(rich, STYLE_LABEL, text);
}

static void build_story_heading(struct rich *rich, const struct scribe_view *view, size_t number)
{
	const struct storyline *storyline = workbook_storyline(view->book, view->table->id);
	struct tally tally = tally_of(view->book, view->table->id);
	char text[160];

	snprintf(text, sizeof text, _("Our story (%zu)"), number);
	rich_put(rich, STYLE_TITLE, text);
	if (tally.supports) {
		snprintf(text, sizeof text, "  F%zu I%zu M%zu", tally.formal, tally.informal, tally.mixed);
		rich_put(rich, STYLE_LABEL, text);
	}
	if (storyline && *storyline->title) {
		rich_put(rich, STYLE_STRONG, "  ");
		rich_put(rich, STYLE_STRONG, storyline->title);
	}
	if (storyline && *storyline->lead_support)
		put_aside(rich, "  ", _("with "), storyline->lead_support);
	put_first_step(rich, number, CMD_scribe_step);
}

static void build_heading(struct rich *rich, const char *format, size_t number, enum command command)
{
	char text[160];

	snprintf(text, sizeof text, format, number);
	rich_put(rich, STYLE_TITLE, text);
	put_first_step(rich, number, command);
}

static void build_offer(struct rich *rich, const struct scribe_view *view, const struct sheet_row *row)
{
	const struct offer *offer = (const struct offer *)(const void *)row->row;

	put_row_mark(rich, view, row);
	rich_put(rich, STYLE_PLAIN, offer->text);
	put_bundled(rich, row);
	put_aside(rich, "  (", offer->by, ")");
	if (offer->scope != SCOPE_ONE)
		put_aside(rich, "  ", code_label(&codes_scope, offer->scope), "");
	if (offer->cost != COST_UNSAID)
		put_aside(rich, "  ", code_label(&codes_cost, offer->cost), "");
	put_need(rich, view->book, offer->need);
	if (rich->is_whole && alone_is_so(view->run, offer))
		put_aside(rich, "  ", _("thought of alone"), "");
	put_time(rich, view->book, offer->item, offer->at_s);
}

static void build_step(struct rich *rich, const struct workbook *book, const struct step *step, size_t number)
{
	char mark[24];

	snprintf(mark, sizeof mark, "%2zu ", number);
	put_mark(rich, STYLE_PLAIN, mark);
	if (*step->when_label) {
		rich_put(rich, STYLE_STRONG, step->when_label);
		rich_put(rich, STYLE_PLAIN, "  ");
	}
	rich_put(rich, STYLE_PLAIN, step->text);
	if (*step->own_move) {
		put_aside(rich, "  ", _("own move"), ": ");
		rich_put(rich, STYLE_PLAIN, step->own_move);
	}
	put_need(rich, book, step->need);
	put_time(rich, book, step->item, step->at_s);
}

/* What is named again and again may become a card; said where one is, and nowhere else. */
static void put_unlisted(struct rich *rich, const struct workbook *book, const struct support *support)
{
	bool is_name = !*support->card && !*support->offer;
	size_t uses = rich->is_whole && is_name ? unlisted_uses(book, support->name) : 0;
	char key[HINT_KEYS_LEN], text[200];

	if (uses < UNLISTED_OFTEN)
		return;
	hint_keys(CMD_scribe_make_card, true, key);
	snprintf(text, sizeof text, _("used %zu times: %s makes it a card"), uses, key);
	put_aside(rich, "  ", text, "");
}

/* Whose card is gone keeps the name; that is said once, and calmly. */
static void build_support(struct rich *rich, const struct workbook *book, const struct support *support)
{
	const struct formality_look *look = formality_look(support->formality);
	struct buf deed = { 0 };

	rich_put(rich, STYLE_PLAIN, "     ");
	rich_put(rich, look->style, look->mark);
	put_mark(rich, STYLE_PLAIN, " ");
	rich_put(rich, look->style, support_name(book, support));
	support_add_deed(support, &deed);
	if (deed.len) {
		rich_put(rich, STYLE_PLAIN, "  ");
		rich_put(rich, STYLE_PLAIN, buf_text(&deed));
	}
	put_aside(rich, "  ", code_label(&codes_formality, support->formality), "");
	if (support_is_orphan(book, support))
		put_aside(rich, "  (", _("no longer listed"), ")");
	put_unlisted(rich, book, support);
	buf_done(&deed);
}

static void build_part(struct rich *rich, const char *label, const char *text)
{
	put_mark(rich, STYLE_PLAIN, "   ");
	rich_put(rich, STYLE_LABEL, label);
	rich_put(rich, STYLE_LABEL, ": ");
	rich_put(rich, STYLE_PLAIN, text);
}

static void put_priority(struct rich *rich, const char *before, enum priority priority)
{
	if (priority == PRIORITY_UNSAID)
		return;
	rich_put(rich, STYLE_LABEL, before);
	rich_put(rich, STYLE_STRONG, code_label(&codes_priority, priority));
}

/* What came of a note, and what it comes of itself. */
static void put_links(struct rich *rich, const struct workbook *book, const struct note *note)
{
	const struct note *origin = plan_origin(book, note);
	size_t led_on = plan_led_on(book, note);
	char text[80];

	if (led_on) {
		snprintf(text, sizeof text, _("%zu to do"), led_on);
		put_aside(rich, "  → ", text, "");
	}
	if (plan_action_of(book, note))
		put_aside(rich, "  → ", _("in the plan"), "");
	if (origin)
		put_aside(rich, "  ← ", origin->text, "");
}

static void put_said(struct rich *rich, const char *label, const char *text)
{
	if (!*text)
		return;
	put_aside(rich, "  ", label, ": ");
	rich_put(rich, STYLE_PLAIN, text);
}

static void build_action(struct rich *rich, const struct workbook *book, const struct action *action)
{
	enum priority priority = plan_priority(book, action);

	put_mark(rich, STYLE_PLAIN, "  ");
	put_priority(rich, "", priority);
	rich_put(rich, STYLE_PLAIN, priority ? "  " : "");
	rich_put(rich, STYLE_PLAIN, action->text);
	put_said(rich, _("what for"), action->why);
	put_said(rich, _("who"), action->who);
	put_said(rich, _("until"), action->until);
	put_said(rich, _("first step"), action->first_step);
	if (action->state != ACTION_STATE_OPEN)
		put_aside(rich, "  [", code_label(&codes_action_state, action->state), "]");
}

static void build_note(struct rich *rich, const struct scribe_view *view, const struct sheet_row *row)
{
	const struct note *note = (const struct note *)(const void *)row->row;

	put_row_mark(rich, view, row);
	rich_put(rich, STYLE_LABEL, "[");
	rich_put(rich, STYLE_LABEL, code_label(&codes_note_kind, note->kind));
	put_priority(rich, " ", note->priority);
	rich_put(rich, STYLE_LABEL, "] ");
	rich_put(rich, STYLE_PLAIN, note->text);
	put_bundled(rich, row);
	put_links(rich, view->book, note);
	put_time(rich, view->book, note->item, note->at_s);
}

void sheet_row_build(struct rich *rich, const struct scribe_view *view, size_t index)
{
	const struct sheet_row *row = &view->sheet.rows[index];
	const void *at = row->row;

	switch (row->kind) {
	case SHEET_OFFERS:
		build_heading(rich, _("What we can do (%zu)"), row->number, CMD_scribe_offer);
		break;
	case SHEET_STORY:
		build_story_heading(rich, view, row->number);
		break;
	case SHEET_NOTES:
		build_heading(rich, _("Notes (%zu)"), row->number, CMD_scribe_note);
		break;
	case SHEET_OFFER:
		build_offer(rich, view, row);
		break;
	case SHEET_STEP:
		build_step(rich, view->book, at, row->number);
		break;
	case SHEET_SUPPORT:
		build_support(rich, view->book, at);
		break;
	case SHEET_ENDING:
		build_part(rich, _("ending"), ((const struct storyline *)at)->ending);
		break;
	case SHEET_QUESTIONS:
		build_part(rich, _("questions"), ((const struct storyline *)at)->open_questions);
		break;
	case SHEET_NOTE:
		build_note(rich, view, row);
		break;
	case SHEET_PLAN:
		build_heading(rich, _("Action plan (%zu)"), row->number, CMD_scribe_lead_on);
		break;
	case SHEET_ACTION:
		build_action(rich, view->book, at);
		break;
	case SHEET_KINDS:
		break;
	}
}

static void add_story_title(const struct scribe_view *view, struct buf *out)
{
	const struct storyline *storyline = workbook_storyline(view->book, view->table->id);

	if (storyline)
		buf_addf(out, "%s\n%s", storyline->title, storyline->lead_support);
}

void scribe_view_add_text(const struct scribe_view *view, size_t row, struct buf *out)
{
	enum sheet_kind kind = view->sheet.rows[row].kind;
	struct rich rich = { 0 };

	if (kind == SHEET_STORY)
		add_story_title(view, out);
	if (sheet_is_heading(kind))
		return;
	sheet_row_build(&rich, view, row);
	buf_add_text(out, buf_text(&rich.text) + rich.mark_len);
	buf_done(&rich.text);
}
