/* report_md_said.c - what a table offered, noted and planned; lines that say the same stand under the one that speaks for them. */
#include "report_md.h"

#include "base/i18n.h"
#include "domain/bundle.h"
#include "domain/plan.h"
#include "engine/rounds.h"
#include "format/each.h"
#include "format/markdown.h"

void md_need(struct buf *out, const struct workbook *book, const char *id)
{
	const struct need *need = (const struct need *)workbook_find(book, ENTITY_need, id);

	if (need)
		buf_addf(out, " → N%zu", (size_t)(need - book->needs.at) + 1);
}

/* Of which case, or in which round of talk, it was written. */
void md_round(struct buf *out, const struct workbook *book, const char *item)
{
	const struct item *step = workbook_item(book, item);
	struct name round = step ? round_name(step) : (struct name){ "" };

	if (!round.text[0])
		return;
	buf_add_text(out, " (");
	markdown_text(out, round.text);
	buf_add_char(out, ')');
}

/* How many lines say the same. */
static void add_bundled(struct buf *out, const struct bundles *bundles, size_t head)
{
	if (bundle_len(bundles, head) > 1)
		buf_addf(out, " **×%zu**", bundle_len(bundles, head));
}

/* --- offers --- */

static void add_offer(struct buf *out, const struct workbook *book, const struct offer *offer, const char *indent)
{
	markdown_lines(out, offer->text, indent);
	buf_addf(out, " (%s", code_label(&codes_scope, offer->scope));
	if (offer->cost != COST_UNSAID)
		buf_addf(out, " · %s", code_label(&codes_cost, offer->cost));
	buf_add_char(out, ')');
	if (*offer->by) {
		buf_add_text(out, " — ");
		markdown_text(out, offer->by);
	}
	md_need(out, book, offer->need);
	md_round(out, book, offer->item);
}

static void add_offers_under(struct buf *out, const struct bundles *bundles, size_t head)
{
	const struct workbook *book = bundles->book;

	for (size_t i = bundle_next(bundles, head, 0); i < book->offers.len; i = bundle_next(bundles, head, i + 1)) {
		buf_add_text(out, "  - ");
		add_offer(out, book, &book->offers.at[i], "    ");
		buf_add_char(out, '\n');
	}
}

void md_offers(struct buf *out, const struct workbook *book, const char *table)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_offer, &arena);

	if (workbook_next(book, FIELD_offer_table, table, 0) < book->offers.len)
		buf_addf(out, "\n#### %s\n\n", _("What people can do"));
	EACH (i, book, offers, FIELD_offer_table, table) {
		if (!bundle_is_head(&bundles, i))
			continue;
		buf_add_text(out, "- ");
		add_offer(out, book, &book->offers.at[i], "  ");
		add_bundled(out, &bundles, i);
		buf_add_char(out, '\n');
		add_offers_under(out, &bundles, i);
	}
	arena_done(&arena);
}

/* --- notes --- */

static void add_note(struct buf *out, const struct workbook *book, const struct note *note, const char *indent)
{
	const struct note *origin = plan_origin(book, note);

	markdown_lines(out, note->text, indent);
	if (note->priority != PRIORITY_UNSAID)
		buf_addf(out, " (%s %s)", _("priority"), code_label(&codes_priority, note->priority));
	md_round(out, book, note->item);
	if (!origin)
		return;
	buf_add_text(out, " ← ");
	markdown_text(out, origin->text);
}

static void add_notes_under(struct buf *out, const struct bundles *bundles, size_t head)
{
	const struct workbook *book = bundles->book;

	for (size_t i = bundle_next(bundles, head, 0); i < book->notes.len; i = bundle_next(bundles, head, i + 1)) {
		buf_add_text(out, "    - ");
		add_note(out, book, &book->notes.at[i], "      ");
		buf_add_char(out, '\n');
	}
}

/* The notes of one kind, under its name. */
static void add_notes_of(struct buf *out, const struct bundles *bundles, const char *table, enum note_kind kind)
{
	const struct workbook *book = bundles->book;
	bool begun = false;

	EACH (i, book, notes, FIELD_note_table, table) {
		if (book->notes.at[i].kind != kind || !bundle_is_head(bundles, i))
			continue;
		if (!begun)
			buf_addf(out, "- **%s**\n", code_label(&codes_note_kind, kind));
		begun = true;
		buf_add_text(out, "  - ");
		add_note(out, book, &book->notes.at[i], "    ");
		add_bundled(out, bundles, i);
		buf_add_char(out, '\n');
		add_notes_under(out, bundles, i);
	}
}

void md_notes(struct buf *out, const struct workbook *book, const char *table)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_note, &arena);

	if (workbook_next(book, FIELD_note_table, table, 0) < book->notes.len)
		buf_addf(out, "\n#### %s\n\n", _("Notes"));
	for (size_t kind = 0; kind < codes_note_kind.len; kind++)
		add_notes_of(out, &bundles, table, (enum note_kind)kind);
	arena_done(&arena);
}

/* --- the plan --- */

static void add_part(struct buf *out, const char *label, const char *text)
{
	if (!*text)
		return;
	buf_addf(out, "   - %s: ", label);
	markdown_text(out, text);
	buf_add_char(out, '\n');
}

static void add_action(struct buf *out, const struct workbook *book, const struct action *action, size_t number)
{
	const struct table *table = workbook_table_by_id(book, action->table);
	const struct note *note = plan_note_of(book, action), *worry = note ? plan_origin(book, note) : NULL;
	enum priority priority = plan_priority(book, action);

	buf_addf(out, "%zu. ", number);
	markdown_lines(out, action->text, "   ");
	buf_add_text(out, " (");
	buf_addf(out, _("Table %lld"), (long long)(table ? table->number : 0));
	if (priority != PRIORITY_UNSAID)
		buf_addf(out, " · %s %s", _("priority"), code_label(&codes_priority, priority));
	if (action->state != ACTION_STATE_OPEN)
		buf_addf(out, " · %s", code_label(&codes_action_state, action->state));
	buf_add_text(out, ")\n");
	add_part(out, _("what for"), action->why);
	add_part(out, _("who"), action->who);
	add_part(out, _("until"), action->until);
	add_part(out, _("first step"), action->first_step);
	add_part(out, code_label(&codes_note_kind, worry ? worry->kind : NOTE_KIND_WORRY), worry ? worry->text : "");
}

void md_plan(struct buf *out, const struct workbook *book)
{
	struct arena arena = { 0 };
	size_t len;
	const struct action **actions = plan_sorted(book, NULL, &arena, &len);

	if (len)
		buf_addf(out, "\n## %s\n\n", _("Action plan"));
	for (size_t i = 0; i < len; i++)
		add_action(out, book, actions[i], i + 1);
	arena_done(&arena);
}
