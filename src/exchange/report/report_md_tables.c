#include "report_md.h"

#include "base/i18n.h"
#include "domain/support.h"
#include "domain/tally.h"
#include "domain/unlisted.h"
#include "engine/alone.h"
#include "engine/rounds.h"
#include "format/each.h"
#include "format/markdown.h"

#include <stdio.h>
#include <string.h>

/* Letter and word together: the letter is what the room saw, the word is for those who were not there. */
static void add_formality(struct buf *out, enum formality formality)
{
	static const char *const letters[] = {
		[FORMALITY_FORMAL] = "F", [FORMALITY_INFORMAL] = "I", [FORMALITY_MIXED] = "M",
	};

	if (formality != FORMALITY_UNSAID)
		buf_addf(out, "**%s** %s — ", letters[formality], code_label(&codes_formality, formality));
}

static void add_own_move(struct buf *out, const struct step *step, const char *indent)
{
	char deeper[40];

	if (!*step->own_move)
		return;
	snprintf(deeper, sizeof deeper, "%s  ", indent);
	buf_addf(out, "%s- **%s:** ", indent, _("The person’s own move"));
	markdown_lines(out, step->own_move, deeper);
	buf_add_char(out, '\n');
}

static void add_support(struct buf *out, const struct workbook *book, const struct support *support, const char *indent)
{
	struct buf deed = { 0 };

	buf_addf(out, "%s- ", indent);
	add_formality(out, support->formality);
	markdown_text(out, support_name(book, support));
	support_add_deed(support, &deed);
	if (deed.len) {
		buf_add_text(out, ": ");
		markdown_text(out, buf_text(&deed));
	}
	buf_add_char(out, '\n');
	buf_done(&deed);
}

static void add_step(struct buf *out, const struct workbook *book, const struct step *step, size_t position)
{
	char marker[32], indent[sizeof marker];

	snprintf(marker, sizeof marker, "%zu. ", position);
	snprintf(indent, sizeof indent, "%*s", (int)strlen(marker), "");
	buf_add_text(out, marker);
	if (*step->when_label) {
		buf_add_text(out, "**");
		markdown_text(out, step->when_label);
		buf_add_text(out, "** — ");
	}
	markdown_lines(out, step->text, indent);
	md_need(out, book, step->need);
	md_round(out, book, step->item);
	buf_add_char(out, '\n');
	add_own_move(out, step, indent);
	EACH (i, book, supports, FIELD_support_step, step->id)
		add_support(out, book, &book->supports.at[i], indent);
}

static void add_labelled_lines(struct buf *out, const char *label, const char *text)
{
	if (!*text)
		return;
	markdown_label(out, label);
	markdown_lines(out, text, "  ");
	buf_add_char(out, '\n');
}

static void add_storyline(struct buf *out, const struct workbook *book, const struct storyline *storyline)
{
	size_t position = 0;

	buf_addf(out, "\n#### %s", _("Story"));
	if (*storyline->title) {
		buf_add_text(out, ": ");
		markdown_text(out, storyline->title);
	}
	buf_add_text(out, "\n\n");
	EACH (i, book, steps, FIELD_step_storyline, storyline->id)
		add_step(out, book, &book->steps.at[i], ++position);
	if (position > 0)
		buf_add_char(out, '\n');
	add_labelled_lines(out, _("Ending"), storyline->ending);
	add_labelled_lines(out, _("Who walks along"), storyline->lead_support);
	add_labelled_lines(out, _("Questions that remain"), storyline->open_questions);
}

static void add_count(struct buf *out, const char *label, size_t count, bool *first)
{
	buf_addf(out, "%s%s: %zu", *first ? "" : " · ", label, count);
	*first = false;
}

static void add_support_counts(struct buf *out, const struct tally *tally)
{
	size_t unsaid = tally->supports - tally->formal - tally->informal - tally->mixed;
	bool first = true;

	markdown_label(out, _("Supports"));
	add_count(out, code_label(&codes_formality, FORMALITY_FORMAL), tally->formal, &first);
	add_count(out, code_label(&codes_formality, FORMALITY_INFORMAL), tally->informal, &first);
	add_count(out, code_label(&codes_formality, FORMALITY_MIXED), tally->mixed, &first);
	if (unsaid > 0)
		add_count(out, code_label(&codes_formality, FORMALITY_UNSAID), unsaid, &first);
	buf_add_char(out, '\n');
}

static void add_offer_counts(struct buf *out, const struct tally *tally, size_t alone)
{
	bool first = true;

	markdown_label(out, _("What can be done by"));
	add_count(out, code_label(&codes_scope, SCOPE_ONE), tally->scope_one, &first);
	add_count(out, code_label(&codes_scope, SCOPE_TEN), tally->scope_ten, &first);
	add_count(out, code_label(&codes_scope, SCOPE_HUNDRED), tally->scope_hundred, &first);
	add_count(out, _("in all"), tally->offers, &first);
	if (alone)
		add_count(out, _("thought of alone"), alone, &first);
	buf_add_char(out, '\n');
}

static void add_table_counts(struct buf *out, const struct report *report, const char *table)
{
	const struct workbook *book = report->book;
	struct tally tally = tally_of(book, table);

	if (tally.offers == 0 && tally.supports == 0)
		return;
	buf_addf(out, "\n#### %s\n\n", _("In numbers"));
	if (tally.offers > 0)
		add_offer_counts(out, &tally, alone_count(book, report->run, table));
	if (tally.supports > 0)
		add_support_counts(out, &tally);
}

static void add_table_title(struct buf *out, const struct table *table)
{
	buf_add_text(out, "\n### ");
	buf_addf(out, _("Table %lld"), (long long)table->number);
	if (table_label(table).text[0]) {
		buf_add_char(out, ' ');
		markdown_text(out, table_label(table).text);
	}
	if (*table->headline) {
		buf_add_text(out, " — ");
		markdown_text(out, table->headline);
	}
	buf_add_char(out, '\n');
}

/* A table that only talked has done what tables are for (field.md 3, invariant 5). */
static void add_table(struct buf *out, const struct report *report, const struct table *table)
{
	const struct workbook *book = report->book;

	add_table_title(out, table);
	size_t begin = out->len;
	EACH (i, book, storylines, FIELD_storyline_table, table->id)
		add_storyline(out, book, &book->storylines.at[i]);
	md_offers(out, book, table->id);
	md_notes(out, book, table->id);
	add_table_counts(out, report, table->id);
	if (out->len == begin)
		buf_addf(out, "\n%s\n",
			 _("Nothing was written down here, and that is fine: the talk itself was the work."));
}

void md_tables(struct buf *out, const struct report *report)
{
	if (report->book->tables.len == 0)
		return;
	buf_addf(out, "\n## %s\n", _("Tables"));
	for (size_t i = 0; i < report->book->tables.len; i++)
		add_table(out, report, &report->book->tables.at[i]);
}

/* Names that came up again and again and are on no card yet: what might be found out next (field.md 6.4). */
static void add_unlisted(struct buf *out, const struct workbook *book)
{
	struct arena arena = { 0 };
	size_t len, said = 0;
	const struct unlisted *all = unlisted_of(book, &arena, &len);

	for (size_t i = 0; i < len; i++) {
		if (all[i].uses < UNLISTED_OFTEN)
			continue;
		if (said++ == 0)
			markdown_label(out, _("On no card yet"));
		else
			buf_add_text(out, " · ");
		markdown_text(out, all[i].name);
		buf_addf(out, " ×%zu", all[i].uses);
	}
	if (said)
		buf_add_char(out, '\n');
	arena_done(&arena);
}

void md_room(struct buf *out, const struct report *report)
{
	struct tally tally = tally_of(report->book, NULL);

	buf_addf(out, "\n## %s\n\n", _("The whole room"));
	add_offer_counts(out, &tally, alone_count(report->book, report->run, NULL));
	add_support_counts(out, &tally);
	markdown_label(out, _("Story steps"));
	buf_addf(out, "%zu\n", tally.steps);
	markdown_label(out, _("Notes"));
	buf_addf(out, "%zu\n", tally.notes);
	add_unlisted(out, report->book);
}
