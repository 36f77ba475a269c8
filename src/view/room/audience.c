#include "view/audience.h"

#include "base/i18n.h"
#include "face.h"
#include "flash.h"
#include "prose.h"
#include "stage.h"
#include "view/widgets.h"

#include <stdio.h>
#include <string.h>

/* From these sizes on there is room for more. */
enum { TALL_ROWS = 20, HIGH_ROWS = 30, WIDE_COLS = 110 };
enum { MARK_COLS = 9 };

/* --- from the bottom up: each takes its rows off the area ---------------------------------------------------------- */

static void take_bar(struct canvas *canvas, struct rect *area, const struct audience_view *view)
{
	char next[512] = "";

	if (*view->next && view->clock != AUDIENCE_ENDED)
		snprintf(next, sizeof next, _("next: %s"), view->next);
	area->rows--;
	widget_header(canvas, area->row + area->rows, face_is_timed(view) || view->stage ? view->workshop : "", next);
}

/* Nobody in the room must take a rehearsal for the day itself: across the top, whatever else is shown. */
static void take_rehearsal(struct canvas *canvas, struct rect *area, const struct audience_view *view)
{
	if (!view->rehearsal)
		return;
	canvas_fill(canvas, (struct rect){ area->row, area->col, 1, area->cols }, STYLE_FOCUS);
	canvas_text_centred(canvas, area->row, area->col, area->cols, STYLE_FOCUS, view->rehearsal);
	area->row++;
	area->rows--;
}

/* A message has a block of its own: reversed, named, and framed by blank rows where there is room. */
static void take_message(struct canvas *canvas, struct rect *area, const struct audience_view *view)
{
	int pad = area->rows >= TALL_ROWS, most = pad ? 3 : 2, rows;
	struct rect text = { 0, area->col + 2, most, area->cols - 4 };
	struct buf words = { 0 };

	if (!*view->message)
		return;
	buf_addf(&words, _("To all: %s"), view->message);
	rows = prose_rows(most, text.cols, PROSE_AS_WRITTEN, words.bytes, words.len);
	area->rows -= rows + 2 * pad;
	canvas_fill(canvas, (struct rect){ area->row + area->rows, area->col, rows + 2 * pad, area->cols },
		    STYLE_FOCUS);
	text.row = area->row + area->rows + pad;
	prose_draw_block(canvas, text, STYLE_FOCUS, words.bytes);
	buf_done(&words);
}

static void take_room(struct canvas *canvas, struct rect *area, const char *room)
{
	int most = area->rows >= HIGH_ROWS ? area->rows / 5 : area->rows >= TALL_ROWS / 2 ? area->rows / 5 + 1 : 1;
	int rows = prose_rows(most, area->cols - 4, PROSE_AS_WRITTEN, room, strlen(room));
	int spaced = rows && area->rows - rows >= TALL_ROWS / 2,
	    below = rows && area->rows >= HIGH_ROWS - TALL_ROWS / 2;

	area->rows -= rows + spaced + below;
	prose_draw_block(canvas, (struct rect){ area->row + area->rows + spaced, area->col + 2, rows, area->cols - 4 },
			 STYLE_STRONG, room);
}

/* Who goes where: as many tables as leave the clock half of the wall. */
static void take_places(struct canvas *canvas, struct rect *area, const char *places)
{
	int most = area->rows / 2 - 1;

	if (!places || most < 1)
		return;
	int rows = prose_rows(most, area->cols - 4, PROSE_AS_WRITTEN, places, strlen(places));
	area->rows -= rows;
	prose_draw_block(canvas, (struct rect){ area->row + area->rows, area->col + 2, rows, area->cols - 4 },
			 STYLE_PLAIN, places);
	area->rows -= area->rows >= TALL_ROWS / 2;
}

/* --- the clock ----------------------------------------------------------------------------------------------------- */

/* Words that stand out by their shape too: "> the last minute <", a block in overtime and pauses. */
static void draw_sign(struct canvas *canvas, struct rect row, const struct face *face, bool at_right)
{
	static const char *const shapes[] = {
		[MOOD_CALM] = "%s", [MOOD_SOON] = "- %s -", [MOOD_WARN] = "> %s <", [MOOD_OVER] = "  %s  "
	};
	enum style style = face->paused ? STYLE_FOCUS : mood_style(face->mood);
	char text[192];

	if (!*face->sign)
		return;
	snprintf(text, sizeof text, face->paused ? "  %s  " : shapes[face->mood], face->sign);
	if (at_right)
		canvas_text_right(canvas, row.row, row.col, row.cols, style, text);
	else
		canvas_text_centred(canvas, row.row, row.col, row.cols, style, text);
}

/* How much of the time is gone, across the wall: seen without reading. */
static void draw_gauge(struct canvas *canvas, struct rect area, const struct audience_view *view)
{
	widget_gauge(canvas, rect_inside(area, 0, area.cols / 10), STYLE_BIG, view->whole_s - view->remaining_s,
		     view->whole_s);
}

/* Giant where the clock keeps more than half of the wall. */
static void take_name(struct canvas *canvas, struct rect *area, const char *text, const struct glyph_source *glyphs)
{
	bool tall = area->rows >= TALL_ROWS;
	struct rect name = { area->row, area->col, tall ? area->rows * 2 / 5 : 1, area->cols };
	int used = *text ? bigtext_label(canvas, name, STYLE_BIG, text, tall ? glyphs : NULL) : 0;

	used += used == 1 && tall;
	area->row += used;
	area->rows -= used;
}

static void take_round(struct canvas *canvas, struct rect *area, const char *round)
{
	if (!round)
		return;
	area->row += bigtext_label(canvas, (struct rect){ area->row, area->col, 1, area->cols }, STYLE_BIG, round, NULL);
	area->rows--;
}

/* Where the step is not strict, overtime is told, not shouted: its block is smaller. */
static struct rect digits_area(struct rect area, enum mood mood, enum strictness strictness)
{
	if (mood == MOOD_OVER && strictness != STRICTNESS_STRICT && area.rows >= TALL_ROWS / 2)
		return rect_inside(area, area.rows / 6, area.cols / 6);
	return rect_inside(area, 0, 1);
}

/* Below the digits, a blank row apart: the gauge and the sign, or, in few rows, the one that has more to say. */
static void draw_clock(struct canvas *canvas, struct rect area, const struct face *face,
		       const struct audience_view *view)
{
	bool roomy = face->gauged && area.rows > 13, apart = area.rows >= 8;
	struct rect digits = { area.row, area.col, area.rows - 1 - apart - 2 * roomy, area.cols };
	struct rect row = { area.row + area.rows - 1, area.col, 1, area.cols };

	digits = digits_area(digits, face->mood, view->strictness);
	mood_draw_digits(canvas, digits, face->mood, face->digits.text);
	if (view->flash)
		flash_reverse(canvas, digits);
	draw_sign(canvas, row, face, false);
	row.row -= 2 * roomy;
	if (face->gauged && (roomy || !*face->sign))
		draw_gauge(canvas, row, view);
}

/* Where no clock runs, or none is shown: a word as large as it goes, and a sentence below it. */
static void draw_word(struct canvas *canvas, struct rect area, const struct face *face,
		      const struct audience_view *view)
{
	struct rect word = { area.row + area.rows / 4, area.col, area.rows / 2, area.cols };
	int used = bigtext_label(canvas, word, STYLE_BIG, face->word, view->glyphs);
	struct rect row = { word.row + used + 1, area.col, 1, area.cols };

	word.rows = used;
	if (view->flash)
		flash_reverse(canvas, word);
	draw_sign(canvas, row, face, false);
}

static void draw_face(struct canvas *canvas, struct rect area, const struct face *face,
		      const struct audience_view *view)
{
	take_round(canvas, &area, view->round);
	take_name(canvas, &area, face->name, view->glyphs);
	take_places(canvas, &area, view->places);
	take_room(canvas, &area, face->room);
	if (*face->digits.text)
		draw_clock(canvas, area, face, view);
	else
		draw_word(canvas, area, face, view);
}

/* --- the stage ----------------------------------------------------------------------------------------------------- */

/* The clock in the corner: small digits, or one row of text; without digits the row has no columns. */
static struct rect take_corner(struct canvas *canvas, struct rect area, const struct face *face)
{
	int rows = area.rows >= HIGH_ROWS ? 5 : area.rows >= TALL_ROWS - 2 ? 3 : 1;
	int cols = area.cols >= WIDE_COLS ? 36 : area.cols >= 60 ? 24 : 10;
	int edges = face->mood == MOOD_OVER ? rows / 2 : 0;
	struct rect corner = { area.row, area.col + area.cols - cols, rows + edges, cols };

	if (!*face->digits.text)
		return (struct rect){ area.row, area.col + area.cols, 1, 0 };
	if (rows > 1)
		mood_draw_digits(canvas, rect_inside(corner, 0, 1), face->mood, face->digits.text);
	else
		canvas_text_right(canvas, corner.row, corner.col, cols - 1, mood_style(face->mood), face->digits.text);
	return corner;
}

static void draw_mark(struct canvas *canvas, struct rect row, const struct audience_stage *stage)
{
	size_t at = stage->pages ? stage->page_number : stage->steps_len;
	size_t in_all = stage->pages ? stage->pages : stage->steps_in_all;
	char text[64];

	if (!at || in_all < 2)
		return;
	snprintf(text, sizeof text, "%zu / %zu", at, in_all);
	canvas_text(canvas, row.row, row.col, row.cols, STYLE_LABEL, text);
}

/* Heading, title and page stand in rows beside the clock; where that has one row only, the page stands in it. Returns
 * the rows taken. */
static int draw_head(struct canvas *canvas, struct rect area, const struct face *face, const struct audience_view *view)
{
	const struct audience_stage *stage = view->stage;
	struct rect corner = take_corner(canvas, area, face);

	if (view->flash)
		flash_reverse(canvas, rect_inside(corner, 0, 1));
	struct rect row = { area.row, area.col + 1, 1, corner.col - area.col - 2 };
	struct rect mark = { row.row, corner.col - MARK_COLS, 1, MARK_COLS };
	bool named = stage->pages || stage->steps_len || stage->day;

	if (corner.rows == 1)
		row.cols -= MARK_COLS;
	canvas_text(canvas, row.row++, row.col, row.cols, STYLE_TITLE, named ? stage->heading : view->step);
	if (named && (*stage->title || view->round))
		canvas_text(canvas, row.row++, row.col, row.cols, STYLE_STRONG,
			    *stage->title ? stage->title : view->round);
	draw_mark(canvas, corner.rows == 1 ? mark : row, stage);
	return corner.rows > row.row - area.row ? corner.rows : row.row - area.row;
}

/* Below the head a row for the sign, and a blank one, where there is room. */
static void draw_stage(struct canvas *canvas, struct rect area, const struct face *face,
		       const struct audience_view *view)
{
	int head = draw_head(canvas, area, face, view), apart = area.rows >= HIGH_ROWS;
	int air = area.rows >= TALL_ROWS - 4 ? 2 + apart : 0;
	struct rect sign = { area.row + head + apart, area.col, 1, area.cols - 2 };

	if (air)
		draw_sign(canvas, sign, face, true);
	stage_draw(canvas, (struct rect){ area.row + head + air, area.col, area.rows - head - air, area.cols },
		   view->stage, view->glyphs);
}

/* A word in the middle, and what somebody chose to say to the room meanwhile. */
static void draw_calm(struct canvas *canvas, struct rect area, const struct face *face, const struct audience_view *view)
{
	take_rehearsal(canvas, &area, view);
	take_message(canvas, &area, view);
	draw_word(canvas, area, face, view);
}

void audience_view_draw(struct canvas *canvas, const struct audience_view *view)
{
	struct rect area = canvas_whole(canvas);
	struct face face = face_of(view);

	if (view->dark) {
		canvas_fill(canvas, area, STYLE_DARK);
		return;
	}
	if (view->face == ITEM_FACE_BLANK) {
		draw_calm(canvas, area, &face, view);
		return;
	}
	take_rehearsal(canvas, &area, view);
	take_bar(canvas, &area, view);
	take_message(canvas, &area, view);
	if (view->stage)
		draw_stage(canvas, area, &face, view);
	else
		draw_face(canvas, area, &face, view);
}
