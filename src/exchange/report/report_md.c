#include "report_render.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "engine/spent.h"
#include "engine/words.h"
#include "format/markdown.h"
#include "report_md.h"

#include <string.h>

static void add_labelled(struct buf *out, const char *label, const char *text)
{
	if (!*text)
		return;
	markdown_label(out, label);
	markdown_text(out, text);
	buf_add_char(out, '\n');
}

static void add_when(struct buf *out, const struct run *run)
{
	if (run->planned_start_ms == 0)
		return;
	markdown_label(out, _("Date"));
	buf_addf(out, "%s %s\n", words_day(run->planned_start_ms).text,
		 words_span(run->planned_start_ms, run->planned_end_ms).text);
}

static void add_made(struct buf *out, const struct report *report)
{
	markdown_label(out, _("Report"));
	buf_addf(out, "%s — %s\n", words_day(report->run->now.wall_ms).text, profile_sentence(report->profile));
}

/* Who finds the report later must not take it for what happened. */
static void add_rehearsal(struct buf *out, const struct report *report)
{
	struct words rehearsal = words_rehearsal(report->book);

	if (!*rehearsal.text)
		return;
	markdown_label(out, rehearsal.text);
	buf_addf(out, "%s\n", _("a rehearsal; nothing in it has taken place"));
}

static void add_head(struct buf *out, const struct report *report, const struct workshop *workshop)
{
	buf_add_text(out, "# ");
	markdown_text(out, workshop->title);
	buf_add_text(out, "\n\n");
	add_rehearsal(out, report);
	add_when(out, report->run);
	add_labelled(out, _("Venue"), workshop->venue);
	if (workshop->mode != WORKSHOP_MODE_VENUE)
		add_labelled(out, _("Held"), code_label(&codes_workshop_mode, workshop->mode));
	add_labelled(out, _("Series"), workshop->series);
	add_labelled(out, _("Which one"), series_words(&report->others.number).text);
	add_labelled(out, _("Programme"), workshop->programme);
	add_labelled(out, _("Commissioned by"), workshop->commissioner);
	add_made(out, report);
}

static void add_lines_section(struct buf *out, const char *title, const char *text)
{
	if (!*text)
		return;
	buf_addf(out, "\n## %s\n\n", title);
	markdown_lines(out, text, "");
	buf_add_char(out, '\n');
}

static int minutes_of(int64_t ms)
{
	return (int)((ms + 30000) / 60000);
}

static void add_actual(struct buf *out, const struct report *report, const struct run_item *item)
{
	if (item->status == ITEM_SKIPPED)
		buf_add_text(out, _("skipped"));
	else if (item->status == ITEM_WAITING)
		buf_add_text(out, "–");
	else
		buf_addf(out, _("%d min"), minutes_of(item->total_active_ms));
	if (item->actual_end_ms == 0 || !profile_may_see(report->profile, REACH_ROOM_ONLY))
		return;
	buf_addf(out, " (%s)", words_span(item->actual_start_ms, item->actual_end_ms).text);
}

/* Empty where there is nothing to compare; what was taken up again counts with all its attempts. */
static void add_difference(struct buf *out, const struct run_item *item)
{
	struct spent spent = spent_of(item);

	buf_add_text(out, spent_difference(&spent).text);
}

static void add_item(struct buf *out, const struct report *report, const struct run_item *item)
{
	buf_addf(out, "| %zu | ", (size_t)(item - report->run->items) + 1);
	markdown_text(out, step_name(item->item).text);
	buf_addf(out, " | %s | ", words_kind(item->item).text);
	if (item->open_ended)
		buf_add_text(out, _("open length"));
	else
		buf_addf(out, _("%d min"), minutes_of(item->planned_ms));
	buf_add_text(out, " | ");
	add_actual(out, report, item);
	buf_add_text(out, " | ");
	add_difference(out, item);
	buf_add_text(out, " |\n");
}

static void add_agenda(struct buf *out, const struct report *report)
{
	int64_t planned_ms = 0, actual_ms = 0;

	if (report->run->len == 0)
		return;
	buf_addf(out, "\n## %s\n\n", _("Agenda"));
	buf_addf(out, "| | %s | %s | %s | %s | %s |\n", _("Step"), _("Kind"), _("Planned"), _("Actual"), _("Difference"));
	buf_add_text(out, "| ---: | --- | --- | ---: | ---: | ---: |\n");
	for (size_t i = 0; i < report->run->len; i++) {
		add_item(out, report, &report->run->items[i]);
		planned_ms += report->run->items[i].planned_ms;
		actual_ms += report->run->items[i].total_active_ms;
	}
	buf_add_char(out, '\n');
	buf_addf(out, _("In all: planned %1$d min, actual %2$d min."), minutes_of(planned_ms), minutes_of(actual_ms));
	buf_add_char(out, '\n');
}

static void add_strengths(struct buf *out, const struct case_story *story)
{
	if (!*story->strengths)
		return;
	buf_addf(out, "\n### %s\n\n", _("Strengths of the person"));
	markdown_lines(out, story->strengths, "");
	buf_add_char(out, '\n');
}

static void add_case(struct buf *out, const struct case_story *story)
{
	buf_addf(out, "\n## %s", _("Case"));
	if (story->number)
		buf_addf(out, " %lld", (long long)story->number);
	if (*story->title) {
		buf_add_text(out, ": ");
		markdown_text(out, story->title);
		buf_addf(out, " (%s)", code_label(&codes_case_kind, story->kind));
	}
	buf_add_text(out, "\n\n");
	if (*story->body)
		markdown_lines(out, story->body, "");
	else if (story->kind == CASE_KIND_REAL)
		buf_add_text(out, _("The case is a real one and stays with those who were there. The stories of the "
				    "tables speak of it too: read them through before you hand this on."));
	buf_add_char(out, '\n');
	add_strengths(out, story);
}

static void add_aside(struct buf *out, const char *label, const char *text)
{
	if (!*text)
		return;
	buf_addf(out, "  - %s: ", label);
	markdown_text(out, text);
	buf_add_char(out, '\n');
}

static void add_needs(struct buf *out, const struct workbook *book)
{
	if (book->needs.len == 0)
		return;
	buf_addf(out, "\n### %s\n\n", _("Needs"));
	for (size_t i = 0; i < book->needs.len; i++) {
		const struct need *need = &book->needs.at[i];
		buf_addf(out, "- **N%zu** ", i + 1);
		markdown_text(out, need->text);
		buf_addf(out, " (%s", code_label(&codes_need_kind, need->kind));
		if (*need->category) {
			buf_add_text(out, ", ");
			markdown_text(out, need->category);
		}
		buf_add_text(out, ")\n");
		add_aside(out, _("cares for"), need->interest);
		add_aside(out, _("would rather not"), need->resistance);
	}
}

static void add_letter(struct buf *out, const struct workbook *book)
{
	const struct letter *letter = workbook_letter(book);

	if (!letter || !*letter->body)
		return;
	buf_addf(out, "\n## %s", _("Letter"));
	if (*letter->sender) {
		buf_add_text(out, ": ");
		markdown_text(out, letter->sender);
	}
	buf_add_text(out, "\n\n");
	markdown_lines(out, letter->body, "");
	buf_add_char(out, '\n');
}

void report_render_md(const struct report *report, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(report->book);

	if (!workshop)
		return;
	add_head(out, report, workshop);
	add_lines_section(out, _("Purpose"), workshop->purpose);
	add_lines_section(out, _("The area now"), workshop->local_context);
	md_attendance(out, report);
	add_agenda(out, report);
	for (size_t i = 0; i < report->book->case_stories.len; i++)
		add_case(out, &report->book->case_stories.at[i]);
	add_needs(out, report->book);
	md_tables(out, report);
	md_plan(out, report->book);
	md_room(out, report);
	add_letter(out, report->book);
}
