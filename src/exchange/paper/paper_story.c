/* paper_story.c - what is read out, to hold in the hand: the case, and the letter, which lies in an envelope until then. */
#include "paper_parts.h"

#include "base/i18n.h"
#include "format/html.h"
#include "text/cell.h"

#include <string.h>

/* --- the case --------------------------------------------------------------------------------------------------------- */

/* What is told of somebody who lives, even under another name, does not leave the room. */
static void add_collected(const struct case_story *story, struct buf *out)
{
	if (story->kind == CASE_KIND_FICTIONAL)
		return;
	buf_add_text(out, "<p class=\"collected\">");
	html_text(out, _("This sheet is collected at the end. Please take no picture of it."));
	buf_add_text(out, " <b>No.</b><i></i></p>\n");
}

static void add_case(const struct paper *paper, const struct case_story *story, struct buf *out)
{
	buf_add_text(out, "<article>\n<header>\n");
	html_put(out, "p", "workshop", paper_workshop_title(paper));
	html_put(out, "h1", "", *story->title ? story->title : _("Case"));
	html_put(out, "p", "kind", code_label(&codes_case_kind, story->kind));
	buf_add_text(out, "</header>\n");
	add_collected(story, out);
	html_lines(out, story->body);
	buf_add_text(out, "</article>\n");
}

size_t paper_case(const struct paper *paper, struct buf *out)
{
	size_t printed = 0;

	for (size_t i = 0; i < paper->book->case_stories.len; i++) {
		const struct case_story *story = &paper->book->case_stories.at[i];
		if (!*story->body && !*story->title)
			continue;
		add_case(paper, story, out);
		printed++;
	}
	return printed;
}

/* --- the letter ------------------------------------------------------------------------------------------------------- */

/* So much fits on half a sheet, to be folded into a notebook; then there are two on a sheet. */
enum { POCKET_COLS = 640 };

static void add_letter(const struct letter *letter, struct buf *out)
{
	buf_add_text(out, "<article>\n");
	html_lines(out, letter->body);
	html_put(out, "p", "sender", letter->sender);
	buf_add_text(out, "</article>\n");
}

size_t paper_letter(const struct paper *paper, struct buf *out)
{
	const struct letter *letter = workbook_letter(paper->book);

	if (!letter || !*letter->body)
		return 0;
	bool is_short = text_cols(letter->body, strlen(letter->body)) <= POCKET_COLS;
	if (is_short)
		buf_add_text(out, "<section class=\"sheet pocket\">\n");
	add_letter(letter, out);
	if (is_short) {
		add_letter(letter, out);
		buf_add_text(out, "</section>\n");
	}
	return 1;
}
