#include "view/audience.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/words.h"
#include "view/bigtext.h"
#include "view/widgets.h"

#include <stdio.h>
#include <string.h>

enum { WARN_S = 60 };

static void draw_digits(struct canvas *canvas, struct rect area, const struct audience_view *view)
{
	bool over = view->overtime_s > 0;
	enum style style = over ? STYLE_BIG_OVER : view->remaining_s <= WARN_S ? STYLE_BIG_WARN : STYLE_BIG;
	char text[sizeof(struct words) + 1];

	snprintf(text, sizeof text, "%s%s", over ? "+" : "", words_clock(over ? view->overtime_s : view->remaining_s).text);
	bigtext_digits(canvas, area, style, text);
}

/* Where no clock runs, one line says what the room waits for. */
static const char *waiting_words(const struct audience_view *view)
{
	static char text[96];
	struct calendar at = calendar_of(view->starts_ms);

	switch (view->clock) {
	case AUDIENCE_PLANNED:
		snprintf(text, sizeof text, _("We begin at %d:%02d."), at.hour, at.minute);
		return text;
	case AUDIENCE_IDLE:
		return _("One moment, please.");
	case AUDIENCE_ENDED:
		return _("Thank you for coming.");
	case AUDIENCE_RUNNING:
	case AUDIENCE_PAUSED:
		break;
	}
	return "";
}

static void draw_centred(struct canvas *canvas, struct rect area, int row, enum style style, const char *text)
{
	int cols = text_cols(text, strlen(text));
	int indent = cols < area.cols ? (area.cols - cols) / 2 : 0;

	canvas_text(canvas, area.row + row, area.col + indent, area.cols - indent, style, text);
}

static void draw_top(struct canvas *canvas, const struct audience_view *view)
{
	bool timed = view->clock == AUDIENCE_RUNNING || view->clock == AUDIENCE_PAUSED;
	char next[256] = "";

	if (*view->next && view->clock != AUDIENCE_ENDED)
		snprintf(next, sizeof next, _("next: %s"), view->next);
	widget_header(canvas, 0, timed ? view->step : view->workshop, next);
}

static int draw_bottom(struct canvas *canvas, const struct audience_view *view)
{
	int last = canvas->rows - 1;
	struct rect line = { last, 0, 1, canvas->cols };

	canvas_fill(canvas, line, STYLE_BAR);
	if (*view->message)
		draw_centred(canvas, line, 0, STYLE_WARN, view->message);
	else
		draw_centred(canvas, line, 0, STYLE_BAR, view->clock == AUDIENCE_PAUSED ? _("The clock is paused.") : view->workshop);
	if (!*view->line)
		return last;
	draw_centred(canvas, (struct rect){ last - 2, 1, 1, canvas->cols - 2 }, 0, STYLE_STRONG, view->line);
	return last - 3;
}

static const char *const formality_marks[] = { [FORMALITY_UNSAID] = " ", [FORMALITY_FORMAL] = "F", [FORMALITY_INFORMAL] = "I", [FORMALITY_MIXED] = "M" };
static const enum style formality_styles[] = { [FORMALITY_UNSAID] = STYLE_PLAIN, [FORMALITY_FORMAL] = STYLE_FORMAL, [FORMALITY_INFORMAL] = STYLE_INFORMAL, [FORMALITY_MIXED] = STYLE_MIXED };

static int draw_supports(struct canvas *canvas, struct rect area, int row, const struct audience_step *step)
{
	for (size_t i = 0; i < step->supports_len && row < area.rows; i++) {
		const struct audience_support *support = &step->supports[i];
		int at = area.row + row++, col = area.col + 4;
		col += canvas_text(canvas, at, col, 2, formality_styles[support->formality], formality_marks[support->formality]) + 1;
		col += canvas_text(canvas, at, col, area.cols - 8, formality_styles[support->formality], support->name) + 1;
		if (support->formality != FORMALITY_UNSAID)
			canvas_text(canvas, at, col, area.col + area.cols - col, STYLE_LABEL, code_label(&codes_formality, support->formality));
	}
	return row;
}

static void draw_story(struct canvas *canvas, struct rect area, const struct audience_stage *stage)
{
	int row = 0;

	for (size_t i = 0; i < stage->steps_len && row < area.rows; i++) {
		const struct audience_step *step = &stage->steps[i];
		char number[24];
		snprintf(number, sizeof number, "%zu ", i + 1);
		int col = canvas_text(canvas, area.row + row, area.col, area.cols, STYLE_STRONG, number);
		if (*step->when)
			col += canvas_text(canvas, area.row + row, area.col + col, area.cols - col, STYLE_LABEL, step->when) + 1;
		struct rect text = { area.row + row, area.col + col, area.rows - row, area.cols - col };
		row += widget_paragraph(canvas, text, STYLE_PLAIN, step->text);
		row = draw_supports(canvas, area, row, step);
	}
}

static void draw_stage(struct canvas *canvas, struct rect area, const struct audience_view *view)
{
	const struct audience_stage *stage = view->stage;
	struct rect clock = { area.row, area.col + area.cols - 24, 3, 24 };
	struct rect body = { area.row + 3, area.col + 1, area.rows - 3, area.cols - 2 };

	draw_digits(canvas, clock, view);
	canvas_text(canvas, area.row + 1, area.col + 1, area.cols - 27, STYLE_TITLE, stage->heading);
	if (stage->pages) {
		widget_paragraph_len(canvas, body, STYLE_STRONG, stage->page, stage->page_len);
		widget_page_mark(canvas, area.row + 2, area.col + 1, area.cols - 27, stage->page_number - 1, stage->pages);
	} else {
		draw_story(canvas, body, stage);
	}
}

void audience_view_draw(struct canvas *canvas, const struct audience_view *view)
{
	bool timed = view->clock == AUDIENCE_RUNNING || view->clock == AUDIENCE_PAUSED;

	draw_top(canvas, view);
	int end = draw_bottom(canvas, view);
	struct rect area = { 1, 0, end - 1, canvas->cols };
	if (view->stage)
		draw_stage(canvas, area, view);
	else if (timed)
		draw_digits(canvas, area, view);
	else
		draw_centred(canvas, area, area.rows / 2, STYLE_TITLE, waiting_words(view));
}
