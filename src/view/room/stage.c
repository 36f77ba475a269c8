#include "stage.h"

#include "base/i18n.h"
#include "dayline.h"
#include "picture.h"
#include "prose.h"
#include "view/pages.h"
#include "view/widgets.h"
#include "widgets/formality.h"

#include <stdio.h>
#include <string.h>

/* A page is a sheet of 60 columns (view/pages.h); lines much longer than that are hard to follow from a chair. */
enum { MEASURE_COLS = 72, NUMBER_COLS = 3, SUPPORT_COLS = 4 };

static struct rect measure(struct rect area)
{
	int margin = area.cols < 60 ? 1 : 4;

	if (area.cols - 2 * margin > MEASURE_COLS)
		margin = (area.cols - MEASURE_COLS) / 2;
	return rect_inside(area, 0, margin);
}

/* Shape, name, what it does and word; a long name leaves the word its place. */
static void draw_support(struct canvas *canvas, struct rect at, const struct audience_support *support)
{
	const struct formality_look *look = formality_look(support->formality);
	enum style style = support->formality ? look->style : STYLE_PLAIN;
	const char *word = support->formality ? code_label(&codes_formality, support->formality) : "";
	int word_cols = text_cols(word, strlen(word)), left, used;

	canvas_text(canvas, at.row, at.col, at.cols, style, look->shape);
	at = (struct rect){ at.row, at.col + SUPPORT_COLS, 1, at.cols - SUPPORT_COLS };
	left = at.cols - (word_cols ? word_cols + 2 : 0);
	used = canvas_text(canvas, at.row, at.col, left, style, support->name);
	if (*support->deed && left > used + 2)
		used += 2 + canvas_text(canvas, at.row, at.col + used + 2, left - used - 2, STYLE_PLAIN, support->deed);
	canvas_text(canvas, at.row, at.col + used + 2, at.cols - used - 2, style, word);
}

/* What the person does stands to the right of its name. */
static int move_label_cols(void)
{
	return text_cols(_("own move"), strlen(_("own move"))) + 2;
}

/* How the rows given are shared: the text gives way before what the person does, that before the supports; each keeps a row. */
struct step_rows {
	int when, text, move, supports;
};

static struct step_rows share_rows(const struct audience_step *step, int rows, int cols)
{
	bool moves = *step->own_move;
	struct step_rows need = { .when = *step->when != '\0', .supports = (int)step->supports_len };
	int left = rows - need.when - 1 - moves;

	if (need.supports > left)
		need.supports = left > 0 ? left : 0;
	left = rows - need.when - need.supports;
	if (moves && left > 1)
		need.move = prose_rows(left - 1, cols - move_label_cols(), PROSE_AS_WRITTEN, step->own_move, strlen(step->own_move));
	need.text = prose_rows(left - need.move, cols, PROSE_AS_WRITTEN, step->text, strlen(step->text));
	return need;
}

static int step_rows(const struct audience_step *step, int rows, int cols)
{
	struct step_rows need = share_rows(step, rows, cols - NUMBER_COLS);

	return need.when + need.text + need.move + need.supports;
}

static void draw_supports(struct canvas *canvas, struct rect area, const struct audience_step *step)
{
	for (int i = 0; i < area.rows; i++) {
		struct rect at = { area.row + i, area.col, 1, area.cols };

		if (i + 1 == area.rows && (size_t)i + 1 < step->supports_len)
			canvas_text(canvas, at.row, at.col + SUPPORT_COLS, at.cols, STYLE_PLAIN, "...");
		else
			draw_support(canvas, at, &step->supports[i]);
	}
}

static void draw_move(struct canvas *canvas, struct rect area, const char *own_move)
{
	int label_cols = move_label_cols();

	if (area.rows <= 0)
		return;
	canvas_text(canvas, area.row, area.col, area.cols, STYLE_LABEL, _("own move"));
	area.col += label_cols;
	area.cols -= label_cols;
	prose_draw(canvas, area, STYLE_PLAIN, PROSE_AS_WRITTEN, own_move, strlen(own_move));
}

static int draw_step(struct canvas *canvas, struct rect area, const struct audience_step *step, size_t number,
		     bool newest)
{
	struct step_rows share = share_rows(step, area.rows, area.cols - NUMBER_COLS);
	int text = area.row + share.when, move = text + share.text, supports = move + share.move;
	char digits[24];

	snprintf(digits, sizeof digits, "%zu", number);
	canvas_text(canvas, area.row, area.col, NUMBER_COLS, STYLE_TITLE, digits);
	area.col += NUMBER_COLS;
	area.cols -= NUMBER_COLS;
	if (share.when)
		canvas_text(canvas, area.row, area.col, area.cols, STYLE_TITLE, step->when);
	prose_draw(canvas, (struct rect){ text, area.col, share.text, area.cols }, newest ? STYLE_STRONG : STYLE_PLAIN,
		   PROSE_AS_WRITTEN, step->text, strlen(step->text));
	draw_move(canvas, (struct rect){ move, area.col, share.move, area.cols }, step->own_move);
	draw_supports(canvas, (struct rect){ supports, area.col, share.supports, area.cols }, step);
	return supports + share.supports - area.row;
}

/* The first step from which on all told ones fit with so many blank rows between; the newest is always among them. */
static size_t first_shown(const struct audience_stage *stage, struct rect area, int gap)
{
	size_t first = stage->steps_len - 1;
	int used = step_rows(&stage->steps[first], area.rows, area.cols);

	while (first > 0) {
		used += gap + step_rows(&stage->steps[first - 1], area.rows, area.cols);
		if (used > area.rows)
			break;
		first--;
	}
	return first;
}

/* Says in the first row how much there is above what is seen; returns the first step seen below it. */
static size_t draw_earlier(struct canvas *canvas, struct rect *area, const struct audience_stage *stage)
{
	struct rect row = { area->row++, area->col, 1, area->cols };
	char text[96];

	area->rows--;
	size_t first = first_shown(stage, *area, 0);
	snprintf(text, sizeof text, _("... earlier steps: %zu"), first);
	canvas_text(canvas, row.row, row.col, row.cols, STYLE_LABEL, text);
	return first;
}

static void draw_story(struct canvas *canvas, struct rect area, const struct audience_stage *stage)
{
	int gap = first_shown(stage, area, 1) == 0;
	size_t first = first_shown(stage, area, gap);

	if (first > 0 && area.rows > 4)
		first = draw_earlier(canvas, &area, stage);
	for (size_t i = first; i < stage->steps_len; i++) {
		int used = draw_step(canvas, area, &stage->steps[i], i + 1, i + 1 == stage->steps_len) + gap;

		area.row += used;
		area.rows -= used;
	}
}

/* Before the first page or step there is the name, as large as it goes. */
static void draw_name(struct canvas *canvas, struct rect area, const struct audience_stage *stage,
		      const struct glyph_source *glyphs)
{
	struct rect name = { area.row + area.rows / 4, area.col, area.rows / 2, area.cols };
	int used = bigtext_label(canvas, name, STYLE_BIG, stage->heading, glyphs);
	struct rect title = { name.row + used + 1, area.col, area.row + area.rows - name.row - used - 1, area.cols };

	prose_draw_block(canvas, rect_inside(title, 0, 2), STYLE_STRONG, stage->title);
}

/* One by one, what stands stays where it is when more appears: the air is what the whole page is sure to have room for. */
static void draw_page(struct canvas *canvas, struct rect area, const struct audience_stage *stage)
{
	bool roomy = area.cols >= PAGE_COLS && PAGE_ROWS + (int)stage->paragraphs - 1 <= area.rows;
	enum prose_air air = !stage->paragraphs ? PROSE_AIRY : roomy ? PROSE_SPACED : PROSE_AS_WRITTEN;

	prose_draw(canvas, area, STYLE_STRONG, air, stage->page, stage->page_len);
}

void stage_draw(struct canvas *canvas, struct rect area, const struct audience_stage *stage,
		const struct glyph_source *glyphs)
{
	if (stage->day)
		dayline_draw(canvas, area, stage->day);
	else if (stage->picture)
		picture_draw(canvas, area, stage->picture);
	else if (stage->pages)
		draw_page(canvas, measure(area), stage);
	else if (stage->steps_len)
		draw_story(canvas, measure(area), stage);
	else
		draw_name(canvas, area, stage, glyphs);
}
