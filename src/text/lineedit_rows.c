#include "text/lineedit.h"

#include "rows.h"
#include "text/cell.h"
#include "text/text.h"
#include "undo.h"

#include <limits.h>
#include <stdint.h>

/* One row of the text as it is wrapped: from..to are the bytes where the cursor may stand. */
struct row {
	int index;
	size_t from, to;
};

/* Goes on to the row that holds byte `at`, or to row number `index` where that comes first; else the last. */
static struct row find_row(struct rows *rows, size_t at, long index)
{
	struct row row = { .index = -1 };
	struct line line;

	while (row.index < index && rows_next(rows, &line)) {
		row = (struct row){ row.index + 1, line.at, rows->next };
		/* Where the next row begins is no place on this one. */
		if (rows->more)
			row.to = text_cluster_start(rows->text, rows->len, rows->next);
		if (at <= row.to)
			break;
	}
	return row;
}

static struct row row_of(const struct lineedit *edit, int cols, size_t at, long index)
{
	struct rows rows;

	rows_start(&rows, lineedit_text(edit), edit->text.len, cols);
	struct row row = find_row(&rows, at, index);
	rows_done(&rows);
	return row;
}

static int cursor_cols(const struct lineedit *edit, const struct row *row, int cols)
{
	int used = text_cols(lineedit_text(edit) + row->from, edit->cursor - row->from);

	return used < cols ? used : cols;
}

int lineedit_where(const struct lineedit *edit, int cols, int *ret_row, int *ret_col)
{
	struct rows rows;
	struct line line;

	rows_start(&rows, lineedit_text(edit), edit->text.len, cols);
	struct row row = find_row(&rows, edit->cursor, LONG_MAX);
	int count = row.index + 1;
	while (rows_next(&rows, &line))
		count++;
	rows_done(&rows);
	*ret_row = row.index;
	*ret_col = cursor_cols(edit, &row, cols);
	return count;
}

bool lineedit_move_row(struct lineedit *edit, int rows, int cols, bool select)
{
	struct row here = row_of(edit, cols, edit->cursor, LONG_MAX);
	long index = (long)here.index + rows;
	struct row there = row_of(edit, cols, SIZE_MAX, index > 0 ? index : 0);

	if (there.index == here.index)
		return false;
	int goal = edit->goal_cols ? edit->goal_cols - 1 : cursor_cols(edit, &here, cols);
	edit->cursor = there.from + text_fit(lineedit_text(edit) + there.from, there.to - there.from, goal);
	if (!select)
		edit->mark = edit->cursor;
	edit->goal_cols = goal + 1;
	undo_end_run(edit);
	return true;
}
