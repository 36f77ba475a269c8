/* scribe_row.c - a row of the sheet: first what it is built from, then how that is drawn, on one line or wrapped. */
#include "scribe_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/support.h"
#include "domain/plan.h"
#include "engine/alone.h"
#include "engine/rounds.h"
#include "formality.h"
#include "hints.h"
#include "text/wrap.h"
#include "view/widgets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A mark, behind which the text is lined up when it is wrapped; then text, each part in its own style. */
enum { PARTS_MAX = 16 };
struct rich {
	struct buf text;
	struct {
		size_t end;
		enum style style;
	} parts[PARTS_MAX];
	size_t len;
	size_t mark_len; /* bytes */
	bool is_whole;   /* the row under the bar: it has room for what is said quietly */
};

static void put(struct rich *rich, enum style style, const char *text)
{
	buf_add_text(&rich->text, text);
	if (rich->len < PARTS_MAX)
		rich->len++;
	rich->parts[rich->len - 1].end = rich->text.len;
	rich->parts[rich->len - 1].style = style;
}

static void put_mark(struct rich *rich, enum style style, const char *text)
{
	put(rich, style, text);
	rich->mark_len = rich->text.len;
}

/* Something beside the main text, if it is said: apart from it, and quieter. */
static void put_aside(struct rich *rich, const char *before, const char *text, const char *after)
{
	if (!*text)
		return;
	put(rich, STYLE_LABEL, before);
	put(rich, STYLE_LABEL, text);
	put(rich, STYLE_LABEL, after);
}

static void put_need(struct rich *rich, const struct workbook *book, const char *id)
{
	const struct need *need = (const struct need *)(const void *)workbook_find(book, ENTITY_need, id);

	if (!need)
		return;
	put_aside(rich, "  ", _("need"), ": ");
	put_aside(rich, "", need->text, "");
}

/* In which step it was written, and in which minute of it: to be told later, and in nobody's way now. */
static void put_time(struct rich *rich, const struct workbook *book, const char *id, int64_t at_s)
{
	const struct item *item = rich->is_whole ? workbook_item(book, id) : NULL;
	char text[sizeof(struct name) + 80];

	if (!item)
		return;
	snprintf(text, sizeof text, _("%s, minute %lld"), step_name(item).text, (long long)at_s / 60 + 1);
	put_aside(rich, "  ", text, "");
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
	put(rich, STYLE_STRONG, text);
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
	put(rich, STYLE_LABEL, text);
}

static void build_story_heading(struct rich *rich, const struct scribe_view *view, size_t number)
{
	const struct storyline *storyline = workbook_storyline(view->book, view->table->id);
	struct tally tally = workbook_tally(view->book, view->table->id);
	char text[160];

	snprintf(text, sizeof text, _("Our story (%zu)"), number);
	put(rich, STYLE_TITLE, text);
	if (tally.supports) {
		snprintf(text, sizeof text, "  F%zu I%zu M%zu", tally.formal, tally.informal, tally.mixed);
		put(rich, STYLE_LABEL, text);
	}
	if (storyline && *storyline->title) {
		put(rich, STYLE_STRONG, "  ");
		put(rich, STYLE_STRONG, storyline->title);
	}
	if (storyline && *storyline->lead_support)
		put_aside(rich, "  ", _("with "), storyline->lead_support);
	put_first_step(rich, number, CMD_scribe_step);
}

static void build_heading(struct rich *rich, const char *format, size_t number, enum command command)
{
	char text[160];

	snprintf(text, sizeof text, format, number);
	put(rich, STYLE_TITLE, text);
	put_first_step(rich, number, command);
}

static void build_offer(struct rich *rich, const struct scribe_view *view, const struct sheet_row *row)
{
	const struct offer *offer = (const struct offer *)(const void *)row->row;

	put_row_mark(rich, view, row);
	put(rich, STYLE_PLAIN, offer->text);
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
		put(rich, STYLE_STRONG, step->when_label);
		put(rich, STYLE_PLAIN, "  ");
	}
	put(rich, STYLE_PLAIN, step->text);
	if (*step->own_move) {
		put_aside(rich, "  ", _("own move"), ": ");
		put(rich, STYLE_PLAIN, step->own_move);
	}
	put_need(rich, book, step->need);
	put_time(rich, book, step->item, step->at_s);
}

/* Whose card is gone keeps the name; that is said once, and calmly. */
static void build_support(struct rich *rich, const struct workbook *book, const struct support *support)
{
	const struct formality_look *look = formality_look(support->formality);
	struct buf deed = { 0 };

	put(rich, STYLE_PLAIN, "     ");
	put(rich, look->style, look->mark);
	put_mark(rich, STYLE_PLAIN, " ");
	put(rich, look->style, support_name(book, support));
	support_add_deed(support, &deed);
	if (deed.len) {
		put(rich, STYLE_PLAIN, "  ");
		put(rich, STYLE_PLAIN, buf_text(&deed));
	}
	put_aside(rich, "  ", code_label(&codes_formality, support->formality), "");
	if (support_is_orphan(book, support))
		put_aside(rich, "  (", _("no longer listed"), ")");
	buf_done(&deed);
}

static void build_part(struct rich *rich, const char *label, const char *text)
{
	put_mark(rich, STYLE_PLAIN, "   ");
	put(rich, STYLE_LABEL, label);
	put(rich, STYLE_LABEL, ": ");
	put(rich, STYLE_PLAIN, text);
}

static void put_priority(struct rich *rich, const char *before, enum priority priority)
{
	if (priority == PRIORITY_UNSAID)
		return;
	put(rich, STYLE_LABEL, before);
	put(rich, STYLE_STRONG, code_label(&codes_priority, priority));
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
	put(rich, STYLE_PLAIN, text);
}

static void build_action(struct rich *rich, const struct workbook *book, const struct action *action)
{
	enum priority priority = plan_priority(book, action);

	put_mark(rich, STYLE_PLAIN, "  ");
	put_priority(rich, "", priority);
	put(rich, STYLE_PLAIN, priority ? "  " : "");
	put(rich, STYLE_PLAIN, action->text);
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
	put(rich, STYLE_LABEL, "[");
	put(rich, STYLE_LABEL, code_label(&codes_note_kind, note->kind));
	put_priority(rich, " ", note->priority);
	put(rich, STYLE_LABEL, "] ");
	put(rich, STYLE_PLAIN, note->text);
	put_bundled(rich, row);
	put_links(rich, view->book, note);
	put_time(rich, view->book, note->item, note->at_s);
}

static void build(struct rich *rich, const struct scribe_view *view, size_t index)
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

/* Two people wrote this without knowing of each other; "" : they did not. */
struct versions_label {
	char text[80];
};

static struct versions_label versions_label(const struct scribe_view *view, size_t index)
{
	struct versions_label label = { "" };
	char key[HINT_KEYS_LEN];
	size_t len;

	if (!sheet_versions(view->book, view->table, &view->sheet.rows[index], &len))
		return label;
	hint_keys(CMD_scribe_versions, true, key);
	snprintf(label.text, sizeof label.text, _("[other version: %s]"), key);
	return label;
}

/* The whole of a row, however long. */
static void build_whole(struct rich *rich, const struct scribe_view *view, size_t index)
{
	struct versions_label label = versions_label(view, index);

	build(rich, view, index);
	if (!label.text[0])
		return;
	put(rich, STYLE_PLAIN, " ");
	put(rich, STYLE_WARN, label.text);
}

/* --- how they are drawn --------------------------------------------------------------------------------------------------- */

/* Draws some bytes of it; what is cut off is shown by canvas_text(). */
static void draw_bytes(struct canvas *canvas, struct rect at, const struct rich *rich, size_t from, size_t len)
{
	const char *text = buf_text(&rich->text);
	size_t begin = 0, to = from + len;

	for (size_t i = 0; i < rich->len && at.cols > 0; begin = rich->parts[i++].end) {
		size_t start = begin > from ? begin : from, end = rich->parts[i].end < to ? rich->parts[i].end : to;
		if (start >= end)
			continue;
		int used = canvas_text_len(canvas, at.row, at.col, at.cols, rich->parts[i].style, text + start, end - start);
		at.col += used;
		at.cols -= used;
	}
}

/* On one line a line feed is a wider gap; bytes stay as many, so the parts' ends hold. */
static void flatten(struct rich *rich)
{
	for (size_t i = 0; i < rich->text.len; i++)
		if (rich->text.bytes[i] == '\n' || rich->text.bytes[i] == '\t')
			rich->text.bytes[i] = ' ';
}

/* That there is another version is not cut off with the rest. */
static int draw_versions_label(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index)
{
	struct versions_label label = versions_label(view, index);
	int cols = text_cols(label.text, strlen(label.text));

	if (!cols || cols + 1 >= area.cols)
		return 0;
	canvas_text(canvas, area.row, area.col + area.cols - cols, cols, STYLE_WARN, label.text);
	return cols + 1;
}

void sheet_row_draw(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index)
{
	struct rich rich = { 0 };

	area.cols -= draw_versions_label(canvas, area, view, index);
	build(&rich, view, index);
	flatten(&rich);
	const char *text = buf_text(&rich.text);
	const char *more = text_is_ambiguous_wide() ? ".." : "…";
	int cols = area.cols;
	bool fits = text_cols(text, rich.text.len) <= cols;
	if (!fits)
		cols -= text_cols(more, strlen(more));
	size_t len = text_fit(text, rich.text.len, cols);
	draw_bytes(canvas, (struct rect){ area.row, area.col, 1, cols }, &rich, 0, len);
	if (!fits)
		canvas_text(canvas, area.row, area.col + text_cols(text, len), area.cols - text_cols(text, len), STYLE_PLAIN, more);
	buf_done(&rich.text);
}

/* Lines of what follows the mark; returns how many there are in all. */
static size_t wrap(const struct rich *rich, int cols, struct line *lines, size_t max)
{
	int mark_cols = text_cols(buf_text(&rich->text), rich->mark_len);

	return text_wrap(buf_text(&rich->text) + rich->mark_len, rich->text.len - rich->mark_len, cols - mark_cols, lines, max);
}

int sheet_row_rows(const struct scribe_view *view, size_t index, int cols)
{
	struct rich rich = { .is_whole = true };

	build_whole(&rich, view, index);
	int rows = (int)wrap(&rich, cols, NULL, 0);
	buf_done(&rich.text);
	return rows;
}

void sheet_row_draw_wrapped(struct canvas *canvas, struct rect area, const struct scribe_view *view, size_t index, enum style bar)
{
	struct rich rich = { .is_whole = true };
	struct line *lines = mem_new((size_t)area.rows, sizeof *lines);

	build_whole(&rich, view, index);
	size_t len = wrap(&rich, area.cols, lines, (size_t)area.rows);
	int mark_cols = text_cols(buf_text(&rich.text), rich.mark_len);
	draw_bytes(canvas, (struct rect){ area.row, area.col, 1, mark_cols }, &rich, 0, rich.mark_len);
	for (int i = 0; i < area.rows && (size_t)i < len; i++) {
		struct rect at = { area.row + i, area.col + mark_cols, 1, area.cols - mark_cols };
		bool is_cut = i + 1 == area.rows && (size_t)i + 1 < len;
		if (is_cut)
			canvas_text_right(canvas, at.row, at.col, at.cols--, bar, text_is_ambiguous_wide() ? ".." : "…");
		draw_bytes(canvas, at, &rich, rich.mark_len + lines[i].at, lines[i].len);
	}
	canvas_restyle(canvas, area, bar);
	free(lines);
	buf_done(&rich.text);
}
