#include "view/home.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "engine/run.h"
#include "engine/words.h"
#include "view/widgets.h"

#include <stdio.h>

static const char *what_next(const struct home_view *view)
{
	const struct workbook *outline = view->outline;

	if (outline->workshops.len == 0)
		return _("There is no workshop yet. Press n to make one.");
	switch (run_state_of(outline, outline->workshops.at[view->bar].id)) {
	case RUN_PLANNED:
		return _("Enter opens the facilitator's console; a second terminal shows the room: yoriai audience");
	case RUN_RUNNING:
	case RUN_PAUSED:
		return _("It is running. Enter goes on with it.");
	case RUN_ENDED:
		return _("It is over. Write its report with: yoriai report");
	}
	return "";
}

static void draw_row(const void *ctx, struct canvas *canvas, struct rect area, size_t index, enum style style)
{
	const struct home_view *view = ctx;
	const struct workshop *workshop = &view->outline->workshops.at[index];
	struct calendar at = calendar_of(workshop->start_ms);
	char date[64];

	snprintf(date, sizeof date, "%3zu  %04d-%02d-%02d %02d:%02d  ", index + 1, at.year, at.month, at.day, at.hour, at.minute);
	int col = canvas_text(canvas, area.row, area.col, area.cols, style, date);
	canvas_text(canvas, area.row, area.col + col, 12, style, words_run_state(run_state_of(view->outline, workshop->id)));
	canvas_text(canvas, area.row, area.col + col + 12, area.cols - col - 12, style, workshop->title);
}

void home_view_draw(struct canvas *canvas, const struct home_view *view)
{
	struct list_view list = { .selected = view->bar, .len = view->outline->workshops.len, .focused = true };
	struct rect area = { 4, 1, canvas->rows - 7, canvas->cols - 2 };

	widget_header(canvas, 0, _("yoriai: workshops"), words_time(view->now_ms, view->now_ms).text);
	widget_paragraph(canvas, (struct rect){ 2, 1, 2, canvas->cols - 2 }, STYLE_STRONG, what_next(view));
	widget_list(canvas, area, &list, draw_row, view);
}
