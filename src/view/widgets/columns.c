#include "columns.h"

#include <string.h>

void column_widen(struct column *column, const char *text)
{
	int cols = text_cols(text, strlen(text));

	if (cols > column->cols)
		column->cols = cols;
}

/* What all columns but one take, gaps included. */
static int cols_of_others(const struct column *columns, size_t len, size_t flexible)
{
	int cols = 0;

	for (size_t i = 0; i < len; i++) {
		if (i != flexible && columns[i].cols)
			cols += columns[i].cols + COLUMN_GAP;
	}
	return cols;
}

void columns_fit(struct column *columns, size_t len, size_t flexible, int least, int most, int cols)
{
	int left = cols - cols_of_others(columns, len, flexible);

	for (size_t i = len; i-- > 0 && left < least;) {
		if (i != flexible)
			columns[i].cols = 0;
		left = cols - cols_of_others(columns, len, flexible);
	}
	columns[flexible].cols = left < most ? left : most;
}

void column_text(struct canvas *canvas, struct rect row, const struct column *columns, size_t at, enum style style,
		 const char *text)
{
	int col = row.col;

	if (columns[at].cols <= 0)
		return;
	for (size_t i = 0; i < at; i++)
		col += columns[i].cols > 0 ? columns[i].cols + COLUMN_GAP : 0;
	if (columns[at].right)
		canvas_text_right(canvas, row.row, col, columns[at].cols, style, text);
	else
		canvas_text(canvas, row.row, col, columns[at].cols, style, text);
}

void columns_headings(struct canvas *canvas, struct rect row, const struct column *columns, size_t len)
{
	for (size_t i = 0; i < len; i++)
		column_text(canvas, row, columns, i, STYLE_LABEL, columns[i].heading);
}
