#include "papers.h"

#include "base/file.h"
#include "exchange/paper.h"

static enum status write_one(const struct paper_kind *kind, const struct buf *page, const char *folder, struct fault *fault)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/%s.html", folder, kind->name);
	enum status st = file_replace(buf_text(&path), buf_text(page), page->len, fault);
	buf_done(&path);
	return st;
}

enum status papers_write(const struct workbook *book, const struct run *run, const char *folder, size_t *ret_written,
			 struct fault *fault)
{
	enum status st = file_make_folder(folder, fault);
	struct buf page = { 0 };
	size_t written = 0;

	for (size_t i = 0; i < paper_kinds_len && st == ST_OK; i++) {
		buf_clear(&page);
		if (paper_kinds[i].is_sealed || paper_write(book, run, &paper_kinds[i], &page, NULL) != ST_OK)
			continue;
		st = write_one(&paper_kinds[i], &page, folder, fault);
		written += st == ST_OK;
	}
	buf_done(&page);
	if (st == ST_OK)
		*ret_written = written;
	return st;
}
