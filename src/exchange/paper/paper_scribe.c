/* paper_scribe.c - what a table writes on where it has no computer: what each can do and what is noted, and the story on the back.
 * Nothing on it has to be filled in. */
#include "paper_parts.h"

#include "base/i18n.h"
#include "engine/rounds.h"
#include "format/html.h"

#include <inttypes.h>

enum { OFFER_ROWS = 9, SCENE_ROWS = 5 };

static void begin_side(const struct paper *paper, const struct table *table, const char *title, struct buf *out)
{
	buf_addf(out, "<section class=\"sheet\">\n<header><strong>%" PRId64 "</strong><div>\n", table->number);
	html_put(out, "h1", "", title);
	html_put(out, "p", "topic", table_label(table).text);
	buf_add_text(out, "</div>");
	html_put(out, "p", "workshop", paper_workshop_title(paper));
	buf_add_text(out, "</header>\n");
}

static void add_rows(struct buf *out, const char *class, const char *const *headings, size_t rows, const char *row)
{
	buf_addf(out, "<table class=\"%s\">\n", class);
	paper_headings(out, headings);
	for (size_t i = 0; i < rows; i++)
		buf_addf(out, "<tr>%s</tr>\n", row);
	buf_add_text(out, "</table>\n");
}

/* What the case asks for, as a reminder beside the rows; offers name it by its number. */
static void add_needs(const struct workbook *book, struct buf *out)
{
	if (book->needs.len == 0)
		return;
	buf_add_text(out, "<p class=\"needs\">");
	for (size_t i = 0; i < book->needs.len; i++) {
		buf_addf(out, "<span><b>N%zu</b> ", i + 1);
		html_text(out, book->needs.at[i].text);
		buf_add_text(out, "</span> ");
	}
	buf_add_text(out, "</p>\n");
}

static void add_front(const struct paper *paper, const struct table *table, struct buf *out)
{
	static const char *const headings[] = { N_("What people can do"), N_("Who"), N_("1 · 10 · 100 people"), N_("Need"), NULL };

	begin_side(paper, table, _("What people can do"), out);
	buf_add_text(out, "<div class=\"blanks\">");
	paper_blank(out, code_label(&codes_person_role, PERSON_ROLE_SCRIBE));
	paper_blank(out, code_label(&codes_person_role, PERSON_ROLE_PRESENTER));
	buf_add_text(out, "</div>\n");
	add_needs(paper->book, out);
	add_rows(out, "offers", headings, OFFER_ROWS, "<td></td><td></td><td class=\"ring\">1 · 10 · 100</td><td></td>");
	html_put(out, "h2", "", _("Ideas, barriers, questions, insights"));
	buf_add_text(out, "<div class=\"free\"></div>\n");
	paper_blank(out, _("headline"));
	buf_add_text(out, "</section>\n");
}

static void add_back(const struct paper *paper, const struct table *table, struct buf *out)
{
	static const char *const headings[] = {
		N_("When"), N_("What happens"), N_("Who or what helps"), N_("The person’s own move"), NULL,
	};

	begin_side(paper, table, _("Story"), out);
	paper_blank(out, _("Story title"));
	html_put(out, "p", "hint", _("Write F (formal), I (informal) or M (mixed) beside who or what helps. It may stay unfinished."));
	add_rows(out, "scenes", headings, SCENE_ROWS, "<td></td><td></td><td></td><td></td>");
	paper_blank(out, _("Who walks along"));
	paper_blank(out, _("Ending"));
	paper_blank(out, _("Questions that remain"));
	buf_add_text(out, "</section>\n");
}

size_t paper_scribe(const struct paper *paper, struct buf *out)
{
	for (size_t i = 0; i < paper->book->tables.len; i++) {
		add_front(paper, &paper->book->tables.at[i], out);
		add_back(paper, &paper->book->tables.at[i], out);
	}
	return paper->book->tables.len;
}
