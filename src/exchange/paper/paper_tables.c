/* paper_tables.c - the number of a table, on a sheet that is folded in the middle and stands: it is read from both sides. */
#include "paper_parts.h"

#include "engine/rounds.h"
#include "format/html.h"

#include <inttypes.h>

/* A table that meets in a room of its own is looked for by that name. */
static void add_face(struct buf *out, const struct table *table)
{
	static const int label_cols[] = { 16, 32, 64, 0 };
	struct name label = table_label(table);

	buf_addf(out, "<div class=\"face\"><b>%" PRId64 "</b>\n", table->number);
	paper_put_fitted(out, "p", label.text, label_cols);
	buf_add_text(out, "</div>\n");
}

size_t paper_tables(const struct paper *paper, struct buf *out)
{
	for (size_t i = 0; i < paper->book->tables.len; i++) {
		buf_add_text(out, "<section class=\"sheet\">\n");
		add_face(out, &paper->book->tables.at[i]);
		buf_add_text(out, "<hr>\n");
		add_face(out, &paper->book->tables.at[i]);
		html_put(out, "footer", "", paper_workshop_title(paper));
		buf_add_text(out, "</section>\n");
	}
	return paper->book->tables.len;
}
