#include "paper_parts.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "exchange/paper.h"
#include "format/html.h"
#include "text/cell.h"

#include <stdio.h>
#include <string.h>

const char *paper_workshop_title(const struct paper *paper)
{
	const struct workshop *workshop = workbook_workshop(paper->book);

	return workshop ? workshop->title : "";
}

void paper_add_when(const struct paper *paper, struct buf *out)
{
	const struct run *run = paper->run;

	if (run->planned_start_ms)
		buf_addf(out, "%s %s", words_day(run->planned_start_ms).text,
			 words_span(run->planned_start_ms, run->planned_end_ms).text);
}

void paper_head(const struct paper *paper, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(paper->book);
	struct buf facts = { 0 };

	paper_add_when(paper, &facts);
	if (workshop && *workshop->venue)
		buf_addf(&facts, "%s%s", facts.len ? "  " : "", workshop->venue);
	buf_add_text(out, "<header>\n");
	html_put(out, "h1", "", _(paper->kind->title));
	html_put(out, "p", "workshop", paper_workshop_title(paper));
	html_put(out, "p", "when", buf_text(&facts));
	buf_add_text(out, "</header>\n");
	buf_done(&facts);
}

void paper_headings(struct buf *out, const char *const *labels)
{
	buf_add_text(out, "<thead><tr>");
	for (; *labels; labels++) {
		buf_add_text(out, "<th>");
		html_text(out, **labels ? _(*labels) : "");
		buf_add_text(out, "</th>");
	}
	buf_add_text(out, "</tr></thead>\n");
}

void paper_blank(struct buf *out, const char *label)
{
	buf_add_text(out, "<p class=\"blank\">");
	html_put(out, "b", "", label);
	buf_add_text(out, "<i></i></p>\n");
}

void paper_put_fitted(struct buf *out, const char *tag, const char *text, const int *cols)
{
	int wanted = text_cols(text, strlen(text)), size = 1;
	char class[16];

	while (*cols && *cols < wanted)
		cols++, size++;
	snprintf(class, sizeof class, "fit-%d", size);
	html_put(out, tag, class, text);
}
