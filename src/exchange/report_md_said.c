/* report_md_said.c - what a table offered and noted; lines that say the same stand under the one that speaks for them. */
#include "report_md.h"

#include "base/i18n.h"
#include "domain/bundle.h"
#include "each.h"
#include "engine/rounds.h"
#include "markdown.h"

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
	markdown_lines(out, note->text, indent);
	md_round(out, book, note->item);
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
