/* series_title.c - the title of the next workshop: whatever counts in it is counted on. */
#include "engine/series.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* --- numbers as titles write them ------------------------------------------------------------------------------------ */

enum figures { FIGURES_ASCII, FIGURES_WIDE, FIGURES_KANJI };
enum { KANJI_BYTES = 3, MOST = 9999 };

struct number {
	enum figures figures;
	int64_t value;
	const char *end;
};

static const char *const wide_figures[] = { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" };
static const char *const kanji_figures[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char ten[] = "十", first_year[] = "元";

static const char *after(const char *at, const char *word)
{
	size_t len = strlen(word);

	return strncmp(at, word, len) == 0 ? at + len : NULL;
}

/* -1: none of these stands there. All take three bytes. */
static int figure_of(const char *at, const char *const figures[10])
{
	for (int i = 0; i < 10; i++)
		if (after(at, figures[i]))
			return i;
	return -1;
}

static bool read_ascii(const char *at, struct number *ret_number)
{
	int64_t value = 0;
	const char *from = at;

	for (; isdigit((unsigned char)*at) && value <= MOST; at++)
		value = value * 10 + *at - '0';
	*ret_number = (struct number){ FIGURES_ASCII, value, at };
	return at > from && value <= MOST;
}

static bool read_wide(const char *at, struct number *ret_number)
{
	int64_t value = 0;
	const char *from = at;

	for (int figure; value <= MOST && (figure = figure_of(at, wide_figures)) >= 0; at += KANJI_BYTES)
		value = value * 10 + figure;
	*ret_number = (struct number){ FIGURES_WIDE, value, at };
	return at > from && value <= MOST;
}

/* Up to ninety-nine: 三, 十, 十二, 二十, 二十一. */
static bool read_kanji(const char *at, struct number *ret_number)
{
	int tens = figure_of(at, kanji_figures), ones = 0;
	const char *behind = tens > 0 ? at + KANJI_BYTES : at;
	const char *behind_ten = after(behind, ten);

	if (!behind_ten) {
		*ret_number = (struct number){ FIGURES_KANJI, tens, behind };
		return tens > 0;
	}
	if (figure_of(behind_ten, kanji_figures) > 0) {
		ones = figure_of(behind_ten, kanji_figures);
		behind_ten += KANJI_BYTES;
	}
	*ret_number = (struct number){ FIGURES_KANJI, (tens > 0 ? tens : 1) * 10 + ones, behind_ten };
	return true;
}

static bool read_number(const char *at, struct number *ret_number)
{
	return read_ascii(at, ret_number) || read_wide(at, ret_number) || read_kanji(at, ret_number);
}

static void add_wide(struct buf *out, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%lld", (long long)value);
	for (const char *digit = digits; *digit; digit++)
		buf_add_text(out, wide_figures[*digit - '0']);
}

static void add_kanji(struct buf *out, int64_t value)
{
	if (value >= 20)
		buf_add_text(out, kanji_figures[value / 10]);
	if (value >= 10)
		buf_add_text(out, ten);
	if (value % 10)
		buf_add_text(out, kanji_figures[value % 10]);
}

static void add_number(struct buf *out, enum figures figures, int64_t value)
{
	if (figures == FIGURES_WIDE)
		add_wide(out, value);
	else if (figures == FIGURES_KANJI && value < 100)
		add_kanji(out, value);
	else
		buf_addf(out, "%lld", (long long)value);
}

/* --- what counts ----------------------------------------------------------------------------------------------------- */

struct counting {
	const char *title;
	const struct series_number *next;
	struct buf *out;
	bool counted;
};

/* Does what stands before the place end so? */
static bool stands_behind(const struct counting *counting, const char *at, const char *word)
{
	size_t len = strlen(word);

	while (at > counting->title && at[-1] == ' ')
		at--;
	return (size_t)(at - counting->title) >= len && strncmp(at - len, word, len) == 0;
}

/* "#2", "No. 2", 「第2回」, 「通算2回」. Returns what comes behind it; NULL: it is none. */
static const char *count_number(struct counting *counting, const char *at)
{
	static const struct {
		const char *before, *behind;
	} forms[] = { { "第", "回" }, { "通算", "回" }, { "#", "" }, { "＃", "" }, { "No. ", "" }, { "no. ", "" }, { "No.", "" } };
	struct number number;

	for (size_t i = 0; i < COUNT(forms); i++) {
		const char *figures = after(at, forms[i].before);
		if (!figures || !read_number(figures, &number) || !after(number.end, forms[i].behind))
			continue;
		bool begins = stands_behind(counting, at, "年度") && counting->next->fiscal_no == 1;
		buf_add(counting->out, at, (size_t)(figures - at));
		add_number(counting->out, number.figures, begins ? 1 : number.value + 1);
		buf_add_text(counting->out, forms[i].behind);
		counting->counted = true;
		return number.end + strlen(forms[i].behind);
	}
	return NULL;
}

static void add_era_year(struct buf *out, const struct calendar_era *era, enum figures figures)
{
	buf_add_text(out, era->name);
	if (era->year == 1)
		buf_add_text(out, first_year);
	else
		add_number(out, figures, era->year);
}

/* 「令和8年度」, 「2026年度」: the next one's, whose era may be another. */
static const char *count_year(struct counting *counting, const char *at)
{
	const struct calendar december = { .year = counting->next->fiscal_year, .month = 12, .day = 31 };
	static const char *const eras[] = { "令和", "平成" };
	struct calendar_era era = calendar_era_of(calendar_ms(&december));
	struct number number;

	for (size_t i = 0; i < COUNT(eras); i++) {
		const char *behind = after(at, eras[i]);
		if (!behind)
			continue;
		number = (struct number){ FIGURES_ASCII, 1, after(behind, first_year) };
		if ((!number.end && !read_number(behind, &number)) || !after(number.end, "年度"))
			return NULL;
		add_era_year(counting->out, &era, number.figures);
		return number.end;
	}
	if (!read_number(at, &number) || number.value < 1000 || !after(number.end, "年度"))
		return NULL;
	add_number(counting->out, number.figures, counting->next->fiscal_year);
	return number.end;
}

void series_next_title(const char *title, const struct series_number *next, struct buf *out)
{
	struct counting counting = { .title = title, .next = next, .out = out };

	for (const char *at = title; *at;) {
		const char *behind = count_number(&counting, at);
		if (!behind)
			behind = count_year(&counting, at);
		if (!behind)
			buf_add_char(out, *at);
		at = behind ? behind : at + 1;
	}
	if (!counting.counted)
		/* TRANSLATORS: behind a title that has no number yet */
		buf_addf(out, _(" #%lld"), (long long)next->cumulative_no);
}
