#include "dayline.h"

#include "base/i18n.h"
#include "engine/words.h"

#include <stdio.h>
#include <string.h>

enum { MARK_COLS = 3, NOTE_APART = 3, BEFORE_NOW = 2 };

struct dayline {
	const struct room_day *day;
	int title_cols, note_cols;
};

/* Where we are, or about when it is; "": nothing to say. */
static struct words note_of(const struct room_day *day, size_t index)
{
	const struct room_day_step *step = index < day->len ? &day->steps[index] : NULL;
	int64_t about_ms = step ? step->about_ms : day->about_end_ms;
	struct words words = { "" };

	if (step && step->place == ROOM_DAY_NOW)
		snprintf(words.text, sizeof words.text, "%s", _("we are here"));
	else if (about_ms)
		snprintf(words.text, sizeof words.text, _("about %.64s"), words_time(about_ms, day->start_ms).text);
	return words;
}

/* The last row, after all steps, is the end. */
static const char *title_of(const struct room_day *day, size_t index)
{
	return index < day->len ? day->steps[index].title : _("end");
}

static void widen(int *cols, const char *text)
{
	int wide = text_cols(text, strlen(text));

	*cols = wide > *cols ? wide : *cols;
}

/* A block in the middle, no wider than its texts. */
static struct rect fit(struct dayline *line, struct rect area)
{
	for (size_t i = 0; i <= line->day->len; i++) {
		widen(&line->title_cols, title_of(line->day, i));
		widen(&line->note_cols, note_of(line->day, i).text);
	}
	int others = MARK_COLS + (line->note_cols ? line->note_cols + NOTE_APART : 0), most = area.cols - 2 - others;
	if (line->title_cols > most)
		line->title_cols = most;
	int cols = others + line->title_cols, margin = (area.cols - cols) / 2;
	return (struct rect){ area.row, area.col + (margin > 1 ? margin : 1), area.rows, cols };
}

static void draw_row(struct canvas *canvas, struct rect row, const struct dayline *line, size_t index)
{
	bool is_end = index == line->day->len;
	enum room_day_place place = is_end ? ROOM_DAY_COMING : line->day->steps[index].place;
	static const struct {
		const char *mark;
		enum style style;
	} looks[] = {
		[ROOM_DAY_DONE] = { "-", STYLE_LABEL },
		[ROOM_DAY_NOW] = { ">", STYLE_TITLE },
		[ROOM_DAY_COMING] = { "", STYLE_STRONG },
	};

	canvas_text(canvas, row.row, row.col, MARK_COLS, looks[place].style, looks[place].mark);
	canvas_text(canvas, row.row, row.col + MARK_COLS, line->title_cols, looks[place].style, title_of(line->day, index));
	canvas_text(canvas, row.row, row.col + MARK_COLS + line->title_cols + NOTE_APART, line->note_cols,
		    looks[place].style, note_of(line->day, index).text);
}

/* The first step that is not over; the end: none. */
static size_t here(const struct room_day *day)
{
	size_t i = 0;

	while (i < day->len && day->steps[i].place == ROOM_DAY_DONE)
		i++;
	return i;
}

/* So many of the rows, and which: the ones around where we are. The last of them stays the end. */
static size_t first_row(const struct room_day *day, size_t shown)
{
	size_t all = day->len + 1, at = here(day), first = at > BEFORE_NOW ? at - BEFORE_NOW : 0;

	return first + shown > all ? all - shown : first;
}

void dayline_draw(struct canvas *canvas, struct rect area, const struct room_day *day)
{
	struct dayline line = { .day = day };
	size_t all = day->len + 1, most = area.rows > 0 ? (size_t)area.rows : 0;
	size_t shown = all < most ? all : most, first = shown ? first_row(day, shown) : 0;
	int step = 2 * all <= most ? 2 : 1;
	struct rect block = fit(&line, area);

	block.row += (area.rows - ((int)shown - 1) * step - 1) / 2;
	for (size_t i = 0; i < shown; i++) {
		struct rect row = { block.row + (int)i * step, block.col, 1, block.cols };
		bool more_above = i == 0 && first > 0, more_below = i + 2 == shown && first + shown < all;
		size_t index = i + 1 == shown ? day->len : first + i;
		if (more_above || more_below)
			canvas_text(canvas, row.row, row.col + MARK_COLS, row.cols, STYLE_LABEL, "...");
		else
			draw_row(canvas, row, &line, index);
	}
}
