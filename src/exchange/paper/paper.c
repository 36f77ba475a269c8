#include "exchange/paper.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/veil.h"
#include "format/asset.h"
#include "format/html.h"
#include "paper_parts.h"
#include "text/cell.h"

#include <stdio.h>
#include <string.h>

#define STYLES(...) (const char *const[]){ "paper/page.css", __VA_ARGS__, NULL }

const struct paper_kind paper_kinds[] = {
	{ .name = "cards", .title = N_("Resource cards"), .profile = PROFILE_PARTNERS,
	  .nothing = N_("There are no resource cards yet: “yoriai import cards FILE” brings them in."),
	  .styles = STYLES("paper/cards.css"), .write = paper_cards },
	{ .name = "tables", .title = N_("Table numbers"), .profile = PROFILE_PUBLIC,
	  .nothing = N_("The workshop has no tables yet."),
	  .styles = STYLES("paper/tables.css"), .write = paper_tables },
	{ .name = "agenda", .title = N_("Running sheet"), .profile = PROFILE_INTERNAL,
	  .nothing = N_("The workshop has no steps yet."),
	  .styles = STYLES("paper/list.css"), .write = paper_agenda },
	{ .name = "scribe", .title = N_("Scribe’s sheets"), .profile = PROFILE_PARTNERS,
	  .nothing = N_("The workshop has no tables yet."),
	  .styles = STYLES("paper/scribe.css"), .write = paper_scribe },
	{ .name = "order", .title = N_("Order of telling"), .profile = PROFILE_PUBLIC,
	  .nothing = N_("The workshop has no tables yet."),
	  .styles = STYLES("paper/list.css"), .write = paper_order },
	{ .name = "people", .title = N_("People by table"), .profile = PROFILE_INTERNAL,
	  .nothing = N_("There are no people yet: “yoriai import people FILE” brings them in."),
	  .styles = STYLES("paper/list.css"), .write = paper_people },
	{ .name = "contacts", .title = N_("Contact exchange"), .profile = PROFILE_INTERNAL,
	  .nothing = N_("Nobody has agreed to exchange contacts yet."),
	  .styles = STYLES("paper/list.css"), .write = paper_contacts },
	{ .name = "leaflet", .title = N_("Leaflet"), .profile = PROFILE_PUBLIC,
	  .nothing = N_("There is no workshop to make a leaflet of."),
	  .styles = STYLES("paper/leaflet.css"), .write = paper_leaflet },
	{ .name = "case", .title = N_("Case"), .profile = PROFILE_PARTNERS,
	  .nothing = N_("The workshop has no case to read."),
	  .styles = STYLES("paper/story.css"), .write = paper_case },
	{ .name = "letter", .title = N_("Letter"), .profile = PROFILE_PARTNERS, .is_sealed = true,
	  .nothing = N_("The workshop has no letter."),
	  .styles = STYLES("paper/story.css", "paper/letter.css"), .write = paper_letter },
};
const size_t paper_kinds_len = COUNT(paper_kinds);

const struct paper_kind *paper_kind_of_name(const char *name)
{
	for (size_t i = 0; i < paper_kinds_len; i++)
		if (strcmp(paper_kinds[i].name, name) == 0)
			return &paper_kinds[i];
	return NULL;
}

/* --- a document ------------------------------------------------------------------------------------------------------- */

enum { STYLES_MAX = 4, FOOT_TITLE_COLS = 48 };

/* For whom it is, and of which workshop, as far as one line takes that. */
static void add_foot(const struct paper *paper, struct buf *out)
{
	const char *title = paper_workshop_title(paper);
	size_t len = strlen(title), fits = text_fit(title, len, FOOT_TITLE_COLS);

	buf_addf(out, "%s · %.*s%s", profile_sentence(paper->kind->profile), (int)fits, title, fits < len ? "…" : "");
}

static void begin(const struct paper *paper, struct buf *out)
{
	const char *styles[STYLES_MAX] = { NULL };
	struct buf foot = { 0 };

	for (size_t i = 0; paper->kind->styles[i]; i++)
		styles[i] = asset_text(paper->kind->styles[i]);
	/* The letter is to keep. */
	if (paper->kind->profile != PROFILE_PUBLIC && !paper->kind->is_sealed)
		add_foot(paper, &foot);
	html_begin(out, &(struct html_head){ _(paper->kind->title), paper->kind->name, buf_text(&foot), styles });
	buf_done(&foot);
}

/* As reports are: the writer is given the veiled copy and a run folded from it. */
enum status paper_write(const struct workbook *book, const struct run *run, const struct paper_kind *kind, struct buf *out,
			struct fault *fault)
{
	struct workbook veiled;
	struct arena arena = { 0 };
	struct run veiled_run;
	struct buf page = { 0 };

	veil_book(book, run, kind->profile, &veiled);
	run_fold(&veiled, run->now, &arena, &veiled_run);
	struct paper paper = { kind->is_sealed ? book : &veiled, &veiled_run, kind };
	begin(&paper, &page);
	size_t printed = kind->write(&paper, &page);
	html_end(&page);
	if (printed)
		buf_add(out, buf_text(&page), page.len);
	buf_done(&page);
	arena_done(&arena);
	workbook_done(&veiled);
	return printed ? ST_OK : fault_set(fault, ST_NOT_FOUND, "%s", _(kind->nothing));
}
