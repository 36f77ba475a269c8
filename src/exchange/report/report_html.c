/* report_html.c - the report to be read in a browser, printed, or put on a page: what the Markdown one says, word for word. */
#include "report_render.h"

#include "format/asset.h"
#include "format/html.h"
#include "format/markdown_html.h"

void report_render_html(const struct report *report, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(report->book);
	const char *const styles[] = { asset_text("paper/page.css"), asset_text("paper/report.css"), NULL };
	struct buf markdown = { 0 };

	report_render_md(report, &markdown);
	html_begin(out, &(struct html_head){ workshop ? workshop->title : "", "report", profile_sentence(report->profile), styles });
	markdown_to_html(out, buf_text(&markdown));
	html_end(out);
	buf_done(&markdown);
}
