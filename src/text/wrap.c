#include "rows.h"

#include "base/mem.h"
#include "cluster.h"
#include "point.h"
#include "text/cell.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

/* UAX 14 breaks between any two full-width characters. People do not: １２：３０, 90分 and ファシリテーター stay
 * in one piece. */
enum sort { SORT_OTHER, SORT_WORD, SORT_NUMBER, SORT_COUNTER };

/* A place to end a line: it shows the text up to ink_end, the next one begins at `at`. */
struct spot {
	size_t at, ink_end;
};

/* A line on its way. A spot at 0 is none: no line ends before it begins. */
struct fill {
	size_t from;
	struct spot here, good, glued;
	int used;
	enum sort last;
};

static bool is_joint(int32_t point)
{
	switch (point) {
	case 0xFF1A: /* ： */
	case 0x30FB: /* ・ */
	case 0xFF0E: /* ． */
	case 0xFF0C: /* ， */
	case 0xFF0F: /* ／ */
	case 0x2212: /* − */
	case 0xFF0D: /* － */
		return true;
	}
	return false;
}

static enum sort sort_of(int32_t point, enum sort last)
{
	if ((point >= 0xFF10 && point <= 0xFF19) || (point >= '0' && point <= '9'))
		return SORT_NUMBER;
	if (last == SORT_NUMBER && point_is_ideograph(point)) /* 分 人 回 */
		return SORT_COUNTER;
	if (is_joint(point))
		return last == SORT_NUMBER ? SORT_NUMBER : SORT_OTHER;
	if ((point >= 0x30A1 && point <= 0x30FE) || (point >= 0xFF66 && point <= 0xFF9F)) /* katakana */
		return SORT_WORD;
	if ((point >= 0xFF21 && point <= 0xFF3A) || (point >= 0xFF41 && point <= 0xFF5A)) /* Ａ-Ｚ ａ-ｚ */
		return SORT_WORD;
	return SORT_OTHER;
}

/* White space that may stand beyond the edge. A no-break space is not among it. */
static bool hangs(const char *cluster, size_t len)
{
	return (len == 1 && (*cluster == ' ' || *cluster == '\t')) || (len == 3 && memcmp(cluster, "\u3000", 3) == 0);
}

/* Should a break between the two be left for want of a better one? */
static bool belongs(enum sort sort, enum sort last)
{
	return sort == SORT_COUNTER || (sort != SORT_OTHER && sort == last);
}

static bool is_line_feed(char kind)
{
	return kind == UC_BREAK_MANDATORY || kind == UC_BREAK_CR_BEFORE_LF;
}

/* Takes the next cluster into the line. True where the line ends: at a line feed, or before what does not fit. */
static bool take_cluster(const struct rows *rows, struct fill *fill)
{
	size_t at = fill->here.at;
	const char *cluster = rows->text + at, *next = cluster;
	char kind = rows->breaks[at];
	int cols;
	size_t end = cluster_next(rows->text, rows->len, at, &cols);
	bool blank = hangs(cluster, end - at);
	enum sort sort = sort_of(text_next_code_point(&next, rows->text + end), fill->last);

	if (is_line_feed(kind)) {
		fill->here.at = end;
		return true;
	}
	if (kind == UC_BREAK_POSSIBLE && at > fill->from)
		*(belongs(sort, fill->last) ? &fill->glued : &fill->good) = fill->here;
	if (!blank && fill->used + cols > rows->cols && at > fill->from) {
		fill->here = fill->good.at ? fill->good : fill->glued.at ? fill->glued : fill->here;
		return true;
	}
	fill->here = (struct spot){ end, blank ? fill->here.ink_end : end };
	fill->used += cols;
	fill->last = sort;
	return false;
}

void rows_start(struct rows *rows, const char *text, size_t len, int cols)
{
	*rows = (struct rows){ .text = text, .len = len, .cols = cols, .more = true };
}

static bool ends_blank(const char *text, size_t len)
{
	return (len >= 1 && hangs(text + len - 1, 1)) || (len >= 3 && hangs(text + len - 3, 3));
}

/* Does a byte of what ends a line, or of a control, stand there? U+0085 and U+2028 and its kin are more than one. */
static bool ends_line(const unsigned char *at, const unsigned char *end)
{
	if (*at == 0xC2)
		return end - at > 1 && at[1] == 0x85;
	if (*at == 0xE2)
		return end - at > 2 && at[1] == 0x80 && (at[2] & 0xFE) == 0xA8;
	return *at < ' ' || *at == 0x7F;
}

/* What is written up to a line feed, or to the end, mostly fits: then it needs no search for places to break. Other controls, or
 * a blank at its end, send it the long way. */
static bool fits_whole(const struct rows *rows, size_t *ret_len)
{
	const char *text = rows->text + rows->next;
	const unsigned char *at = (const unsigned char *)text, *end = at + rows->len - rows->next;
	size_t len = 0, most = rows->cols > 0 ? 2 * (size_t)rows->cols : 0;

	while (len <= most && at + len < end && !ends_line(at + len, end))
		len++;
	*ret_len = len;
	if (len > most || (at + len < end && at[len] != '\n'))
		return false;
	return !ends_blank(text, len) && text_cols(text, len) <= rows->cols;
}

static void find_breaks(struct rows *rows)
{
	if (rows->breaks)
		return;
	rows->breaks = mem_new(rows->len + 1, 1);
	u8_possible_linebreaks((const uint8_t *)rows->text, rows->len, "UTF-8", rows->breaks);
}

bool rows_next(struct rows *rows, struct line *ret_line)
{
	struct fill fill = { .from = rows->next, .here = { rows->next, rows->next } };

	size_t len;

	if (!rows->more)
		return false;
	if (fits_whole(rows, &len)) {
		size_t end = rows->next + len;
		rows->more = end < rows->len;
		fill.here = (struct spot){ end + rows->more, end };
	} else {
		find_breaks(rows);
		rows->more = false;
		while (fill.here.at < rows->len && !rows->more)
			rows->more = take_cluster(rows, &fill);
	}
	*ret_line = (struct line){ fill.from, fill.here.ink_end - fill.from };
	rows->next = fill.here.at;
	return true;
}

void rows_done(struct rows *rows)
{
	free(rows->breaks);
	*rows = (struct rows){ 0 };
}

size_t text_wrap(const char *text, size_t len, int cols, struct line *lines, size_t max)
{
	struct rows rows;
	struct line line;
	size_t count = 0;

	rows_start(&rows, text, len, cols);
	for (; rows_next(&rows, &line); count++) {
		if (count < max)
			lines[count] = line;
	}
	rows_done(&rows);
	return count;
}
