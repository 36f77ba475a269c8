/* paper_day.c - the running sheet that the facilitator holds, and the order in which tables tell. */
#include "paper_parts.h"

#include "base/i18n.h"
#include "engine/bell.h"
#include "engine/plenary.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "format/html.h"

#include <inttypes.h>

enum { MINUTE_MS = 60000 };

/* --- the running sheet ------------------------------------------------------------------------------------------------ */

static void add_minutes(struct buf *out, const struct run_item *item)
{
	if (item->open_ended)
		html_text(out, _("open length"));
	else
		buf_addf(out, "%" PRId64, (item->planned_ms + MINUTE_MS / 2) / MINUTE_MS);
}

/* What kind of step it is, and what the clock will do in it. */
static void add_manner(struct buf *out, const struct item *item)
{
	struct bell_plan bells = bell_plan_of(item);
	struct buf manner = { 0 };

	buf_add_text(&manner, words_kind(item).text);
	if (item->protected)
		buf_addf(&manner, " · %s", _("never shortened"));
	if (bells.len) {
		buf_addf(&manner, " · %s ", _("bells"));
		bell_plan_print(&bells, " ", &manner);
	}
	html_put(out, "p", "manner", buf_text(&manner));
	buf_done(&manner);
}

static void add_words(struct buf *out, const char *class, const char *text)
{
	if (!*text)
		return;
	buf_addf(out, "<div class=\"%s\">", class);
	html_lines(out, text);
	buf_add_text(out, "</div>");
}

static void add_step(const struct run *run, const struct run_item *item, struct buf *out)
{
	buf_addf(out, "<tr class=\"%s\"><td class=\"number\">%zu</td><td class=\"time\">", code_text(&codes_item_kind, item->item->kind),
		 (size_t)(item - run->items) + 1);
	html_text(out, words_time(item->planned_start_ms, run->planned_start_ms).text);
	buf_add_text(out, "</td><td class=\"number\">");
	add_minutes(out, item);
	buf_add_text(out, "</td><td>");
	html_put(out, "h2", "", step_name(item->item).text);
	add_manner(out, item->item);
	buf_add_text(out, "</td><td>");
	add_words(out, "cue", item->item->cue);
	add_words(out, "room", item->item->room);
	buf_add_text(out, "</td><td class=\"actual\"></td></tr>\n");
}

static void add_total(const struct run *run, struct buf *out)
{
	struct buf words = { 0 };
	int64_t total_ms = 0;

	for (size_t i = 0; i < run->len; i++)
		total_ms += run->items[i].planned_ms;
	buf_addf(&words, _("In all %s."), words_length(total_ms / 1000).text);
	if (run->planned_end_ms)
		buf_addf(&words, _(" It ends at %s."), words_time(run->planned_end_ms, run->planned_start_ms).text);
	if (run->hall_end_ms)
		buf_addf(&words, _(" The hall is ours until %s."), words_time(run->hall_end_ms, run->planned_start_ms).text);
	html_put(out, "p", "total", buf_text(&words));
	buf_done(&words);
}

size_t paper_agenda(const struct paper *paper, struct buf *out)
{
	static const char *const headings[] = {
		"", N_("Time"), N_("Minutes"), N_("Step"), N_("To say, and what the room reads"), N_("Was"), NULL,
	};

	paper_head(paper, out);
	buf_add_text(out, "<table class=\"steps\">\n");
	paper_headings(out, headings);
	for (size_t i = 0; i < paper->run->len; i++)
		add_step(paper->run, &paper->run->items[i], out);
	buf_add_text(out, "</table>\n");
	add_total(paper->run, out);
	return paper->run->len;
}

/* --- the order of telling --------------------------------------------------------------------------------------------- */

static const struct run_item *first_presentation(const struct run *run)
{
	for (size_t i = 0; i < run->len; i++)
		if (run->items[i].item->kind == ITEM_KIND_PRESENTATION)
			return &run->items[i];
	return NULL;
}

static void add_share(const struct paper *paper, struct buf *out)
{
	const struct run_item *item = first_presentation(paper->run);
	struct buf words = { 0 };

	if (!item)
		return;
	buf_addf(&words, "%s  %s", words_time(item->planned_start_ms, paper->run->planned_start_ms).text,
		 step_name(item->item).text);
	int64_t each_ms = plenary_share_ms(item->planned_ms, paper->book->tables.len);
	if (!item->open_ended && each_ms >= PLENARY_LEAST_MS)
		buf_addf(&words, _(" — %s in all, %s for each table"), words_length(item->planned_ms / 1000).text,
			 words_length(each_ms / 1000).text);
	html_put(out, "p", "total", buf_text(&words));
	buf_done(&words);
}

static void add_turn(const struct table *table, size_t place, struct buf *out)
{
	buf_addf(out, "<tr><td class=\"number\">%zu</td><td class=\"table\">%" PRId64 "</td><td>", place, table->number);
	html_text(out, table_label(table).text);
	html_put(out, "p", "manner", table->headline);
	buf_add_text(out, "</td><td></td><td></td></tr>\n");
}

size_t paper_order(const struct paper *paper, struct buf *out)
{
	static const char *const headings[] = {
		N_("Turn"), N_("Table"), N_("Topic, headline"), N_("Who tells"), N_("For the facilitator’s notes"), NULL,
	};

	paper_head(paper, out);
	add_share(paper, out);
	buf_add_text(out, "<table class=\"order\">\n");
	paper_headings(out, headings);
	for (size_t i = 0; i < paper->book->tables.len; i++)
		add_turn(&paper->book->tables.at[paper->run->order[i]], i + 1, out);
	buf_add_text(out, "</table>\n");
	return paper->book->tables.len;
}
