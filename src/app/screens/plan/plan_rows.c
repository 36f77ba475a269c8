/* plan_rows.c - what stands in the list: the steps, what the workshop is, case and letter, what is open from the last time. */
#include "plan.h"

#include "base/i18n.h"

#include <string.h>

/* Beside the steps and what is carried over: headings, facts, a case or the place for one, a letter. */
enum { OTHER_ROWS = 24 };

static void add(struct plan *plan, struct plan_row row)
{
	plan->rows[plan->len++] = row;
}

static void add_heading(struct plan *plan, const char *label)
{
	add(plan, (struct plan_row){ .kind = PLAN_HEADING, .label = label, .text = "" });
}

/* Takes the words. */
static const char *keep(struct plan *plan, struct buf *words)
{
	const char *text = arena_copy(&plan->arena, buf_text(words));

	buf_done(words);
	return text;
}

/* --- what the workshop is ------------------------------------------------------------------------------------------------ */

static void say_start(const struct console *console, struct buf *out)
{
	int64_t ms = workbook_workshop(&console->book)->start_ms;

	if (ms)
		buf_addf(out, "%s %s", words_day(ms).text, words_time(ms, 0).text);
}

static void say_hall(const struct console *console, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(&console->book);

	buf_add_text(out, words_time(workshop->hall_end_ms, workshop->start_ms).text);
}

static void say_mode(const struct console *console, struct buf *out)
{
	buf_add_text(out, code_label(&codes_workshop_mode, workbook_workshop(&console->book)->mode));
}

/* A number that nobody said is counted, and nobody need say it. */
static void say_number(const struct console *console, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(&console->book);
	struct words words = series_words(&plan_of(console)->series);

	if (*words.text)
		buf_addf(out, workshop->cumulative_no || workshop->fiscal_no ? "%s" : _("%s (counted)"), words.text);
}

static void add_facts(struct console *console)
{
	static const struct {
		const char *label;
		enum field field;
		void (*say)(const struct console *console, struct buf *out); /* NULL: it is a text */
	} facts[] = {
		{ N_("title"), FIELD_workshop_title, NULL },
		{ N_("begins"), FIELD_workshop_start_ms, say_start },
		{ N_("hall until"), FIELD_workshop_hall_end_ms, say_hall },
		{ N_("venue"), FIELD_workshop_venue, NULL },
		{ N_("held"), FIELD_workshop_mode, say_mode },
		{ N_("series"), FIELD_workshop_series, NULL },
		{ N_("which one"), FIELD_workshop_cumulative_no, say_number },
		{ N_("programme"), FIELD_workshop_programme, NULL },
		{ N_("commissioned"), FIELD_workshop_commissioner, NULL },
		{ N_("purpose"), FIELD_workshop_purpose, NULL },
		{ N_("local context"), FIELD_workshop_local_context, NULL },
		{ N_("messages"), FIELD_workshop_messages, NULL },
	};
	struct plan *plan = plan_of(console);
	const struct row *row = (const struct row *)workbook_workshop(&console->book);

	add_heading(plan, _("This workshop"));
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		struct buf words = { 0 };
		if (facts[i].say)
			facts[i].say(console, &words);
		else
			buf_add_text(&words, row_value(row, field_info_of(facts[i].field)).text);
		add(plan, (struct plan_row){ .kind = PLAN_FACT, .row = row, .field = facts[i].field, .label = _(facts[i].label),
					     .text = keep(plan, &words) });
	}
}

/* --- case and letter ------------------------------------------------------------------------------------------------------ */

static void add_case(struct plan *plan, const struct case_story *story)
{
	struct buf words = { 0 };

	buf_addf(&words, "%s", *story->title ? story->title : _("(no title)"));
	buf_addf(&words, " [%s]\n%s", code_label(&codes_case_kind, story->kind), story->body);
	add(plan, (struct plan_row){ .kind = PLAN_FACT, .row = (const struct row *)story, .field = FIELD_case_story_title,
				     .label = _("case"), .text = keep(plan, &words) });
}

/* Who wrote it, and what, opens with its step. */
static void add_letter(struct plan *plan, const struct letter *letter)
{
	struct buf words = { 0 };

	buf_add_text(&words, letter ? _("written; what it says opens with its step")
				    : _("none yet: Enter writes it, f reads it from a file"));
	add(plan, (struct plan_row){ .kind = PLAN_FACT, .row = (const struct row *)letter, .field = FIELD_letter_body,
				     .label = _("letter"), .text = keep(plan, &words) });
}

static void add_stories(struct console *console)
{
	struct plan *plan = plan_of(console);
	const struct workbook *book = &console->book;

	add_heading(plan, _("Case and letter"));
	for (size_t i = 0; i < book->case_stories.len; i++)
		add_case(plan, &book->case_stories.at[i]);
	if (!book->case_stories.len)
		add(plan, (struct plan_row){ .kind = PLAN_FACT, .field = FIELD_case_story_title, .label = _("case"),
					     .text = _("none yet: Enter writes it, f reads it from a file") });
	add_letter(plan, workbook_letter(book));
}

/* --- all of it ------------------------------------------------------------------------------------------------------------ */

static void add_steps(struct console *console)
{
	struct plan *plan = plan_of(console);

	add_heading(plan, _("Agenda"));
	for (size_t i = 0; i < console->run.len; i++)
		add(plan, (struct plan_row){ .kind = PLAN_STEP, .step = i, .row = (const struct row *)console->run.items[i].item,
					     .label = "", .text = "" });
}

static void add_carried(struct plan *plan)
{
	struct buf words = { 0 };

	if (!plan->last_time.is_known)
		return;
	buf_addf(&words, _("Open from the last time (%s)"), workbook_workshop(&plan->last_time.before)->title);
	add_heading(plan, keep(plan, &words));
	for (size_t i = 0; i < plan->carried.len; i++) {
		carry_say(&plan->carried.at[i], &words);
		add(plan, (struct plan_row){ .kind = PLAN_CARRIED, .row = plan->carried.at[i].row, .label = "",
					     .text = keep(plan, &words) });
	}
	if (!plan->carried.len)
		add(plan, (struct plan_row){ .kind = PLAN_CARRIED, .label = "", .text = _("nothing: all is done, and no question remained") });
}

/* The list of all workshops is as old as the screen; of its own it is told what it counts by now. */
static struct series_number number_of(struct console *console)
{
	struct workbook *outline = &plan_of(console)->last_time.outline;
	struct workshop *old = (struct workshop *)(void *)workbook_find(outline, ENTITY_workshop, console->workshop);
	const struct workshop *now = workbook_workshop(&console->book);

	if (old) {
		old->start_ms = now->start_ms;
		old->fiscal_no = now->fiscal_no;
		old->cumulative_no = now->cumulative_no;
		if (strcmp(old->series, now->series) != 0)
			old->series = arena_copy(&outline->arena, now->series);
	}
	return series_number_of(outline, console->workshop);
}

void plan_rows_gather(struct console *console)
{
	struct plan *plan = plan_of(console);

	arena_done(&plan->arena);
	plan->len = 0;
	plan->rows = arena_new(&plan->arena, OTHER_ROWS + console->run.len + console->book.case_stories.len + plan->carried.len,
			       sizeof *plan->rows);
	plan->spent = last_time_of(&plan->last_time, &console->run, &plan->arena);
	plan->series = number_of(console);
	add_steps(console);
	add_facts(console);
	add_stories(console);
	add_carried(plan);
}
