/* scribe_find.c - the sheet as words are looked for in it. */
#include "scribe.h"

#include "domain/bundle.h"

#include <string.h>

static size_t len(const struct console *console)
{
	return scribe_of(console)->sheet.len;
}

static size_t bar(const struct console *console)
{
	return scribe_of(console)->bar;
}

static void go_to(struct console *console, size_t row)
{
	scribe_go_to(scribe_of(console), row);
}

/* The lines of a bundle that is folded up are found where it stands. */
static void add_bundled(const struct console *console, const struct sheet_row *row, struct buf *out)
{
	const struct sheet_kind_info *info = sheet_kind_info(row->kind);
	size_t rows = workbook_len(&console->book, info->entity);
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(&console->book, info->entity, &arena);

	for (size_t i = 0; i < rows; i++) {
		const struct row *at = workbook_row(&console->book, info->entity, i);
		if (workbook_row(&console->book, info->entity, bundle_head(&bundles, i)) == row->row)
			buf_addf(out, "\n%s", row_value(at, field_info_of(info->text)).text);
	}
	arena_done(&arena);
}

static void add_text(const struct console *console, size_t index, struct buf *out)
{
	const struct scribe *scribe = scribe_of(console);
	const struct sheet_row *row = &scribe->sheet.rows[index];
	struct scribe_view view = scribe_view_of(console);

	scribe_view_add_text(&view, index, out);
	if (row->bundled > 1 && strcmp(row->row->id, scribe->open) != 0)
		add_bundled(console, row, out);
}

const struct find_list scribe_list = { .len = len, .bar = bar, .go_to = go_to, .add_text = add_text };
