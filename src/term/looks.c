#include "looks.h"

#include "base/mem.h"

#include <string.h>

/* Painting in two goes costs about as much as changing the look so often. */
enum { CHANGES_MIN = 3 };

/* The looks met so far, in the order in which curses would write them. */
struct tally {
	struct ink inks[2], last;
	int len, changes;
};

/* False: it is one too many. */
static bool count(struct tally *tally, struct ink ink)
{
	int at = 0;

	while (at < tally->len && !ink_is_same(tally->inks[at], ink))
		at++;
	if (at == (int)COUNT(tally->inks))
		return false;
	if (at == tally->len)
		tally->inks[tally->len++] = ink;
	tally->changes += !ink_is_same(tally->last, ink);
	tally->last = ink;
	return true;
}

/* Half a wide character must not be painted without the other. */
static bool is_narrow(const struct cell *cell)
{
	return cell->glyph.cols == 1;
}

static bool count_row(struct tally *tally, const struct canvas *was, const struct canvas *is, int row)
{
	const struct cell *before = canvas_at(was, row, 0), *now = canvas_at(is, row, 0);

	if (memcmp(before, now, (size_t)is->cols * sizeof *now) == 0)
		return true;
	for (int col = 0; col < is->cols; col++) {
		if (memcmp(before + col, now + col, sizeof *now) == 0)
			continue;
		if (!is_narrow(before + col) || !is_narrow(now + col) ||
		    !count(tally, ink_of_cell(is, row, col)))
			return false;
	}
	return true;
}

bool looks_alternate(const struct canvas *before, const struct canvas *now, int row, int end,
		     struct ink *ret_first)
{
	struct tally tally = { .last = ink_of(STYLE_PLAIN) };

	for (; row < end; row++) {
		if (!count_row(&tally, before, now, row))
			return false;
	}
	*ret_first = tally.inks[0];
	return tally.changes >= CHANGES_MIN;
}
