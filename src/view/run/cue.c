#include "cue.h"

#include "base/i18n.h"
#include "view/widgets.h"

enum { LABEL_COLS = 12, ROWS_MAX = 8 };

/* Of the step that runs, or of the one to come. */
static const char *cue_of(const struct run *run)
{
	size_t index = run->current < run->len ? run->current : run->next;

	return index < run->len ? run->items[index].item->cue : "";
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* What a bell has to say stands over the cue's first rows: nothing else moves when it rings. */
int cue_rows(const struct run_view *view, int cols)
{
	int cue = widget_paragraph_rows(cue_of(view->run), cols - LABEL_COLS);
	int say = widget_paragraph_rows(view->say, cols - LABEL_COLS);

	return least(say > cue ? say : cue, ROWS_MAX);
}

void cue_draw(struct canvas *canvas, struct rect area, const struct run_view *view)
{
	const char *cue = cue_of(view->run);

	if (area.rows < 1 || (!*cue && !*view->say))
		return;
	int used = canvas_text(canvas, area.row, area.col, LABEL_COLS - 1, STYLE_LABEL, _("To say:")) + 1;
	struct rect text = { area.row, area.col + used, area.rows, area.cols - used };
	int said = widget_paragraph(canvas, text, STYLE_WARN, view->say);
	text.row += said;
	text.rows -= said;
	widget_paragraph(canvas, text, STYLE_PLAIN, cue);
}
