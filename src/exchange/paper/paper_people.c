/* paper_people.c - the list at the door: who sits where; and the list of those who agreed that others may get in touch. */
#include "paper_parts.h"

#include "base/i18n.h"
#include "engine/guests.h"
#include "engine/rounds.h"
#include "engine/seat_plan.h"
#include "engine/seat_sheet.h"
#include "format/html.h"

#include <inttypes.h>

static void add_cell(struct buf *out, const char *class, const char *text)
{
	buf_addf(out, "<td class=\"%s\">", class);
	html_text(out, text);
	buf_add_text(out, "</td>");
}

/* Where the seats of the rounds to come are: "1 → 4 → 2"; only where the room changes seats. */
static void add_way(const struct workbook *book, const struct person *person, int64_t rounds, struct buf *out)
{
	buf_add_text(out, "<td class=\"way\">");
	for (int64_t round = 1; round <= rounds; round++) {
		const struct seat *seat = seat_find(book, person->id, round);
		const struct table *table = seat ? workbook_table_by_id(book, seat->table) : NULL;
		if (round > 1)
			buf_add_text(out, " → ");
		if (table)
			buf_addf(out, "%" PRId64, table->number);
		else
			buf_add_text(out, "–");
	}
	buf_add_text(out, "</td>");
}

/* What a list is made of: whose seats, and what holds of them in this workshop. */
struct list {
	const struct workbook *book;
	struct guests guests;
	int64_t rounds;
};

static void add_person(const struct list *list, const struct person *person, struct buf *out)
{
	const struct guest *guest = guests_find(&list->guests, person->id);
	enum person_role role = guest ? guest->said.role : person->role;

	buf_add_text(out, "<tr><td class=\"tick\"></td>");
	add_cell(out, "name", person->name);
	add_cell(out, "kana", person->kana);
	add_cell(out, "", person->affiliation);
	add_cell(out, "", person->stance == STANCE_UNSAID ? "" : code_label(&codes_stance, person->stance));
	add_cell(out, "", role == PERSON_ROLE_PARTICIPANT ? "" : code_label(&codes_person_role, role));
	if (list->rounds > 1)
		add_way(list->book, person, list->rounds, out);
	buf_add_text(out, "</tr>\n");
}

static void begin_group(const struct seat_group *group, size_t len, int64_t rounds, struct buf *out)
{
	buf_addf(out, "<tbody>\n<tr class=\"group\"><td colspan=\"%d\"><b>", rounds > 1 ? 7 : 6);
	html_text(out, group->table ? table_place(group->table, WORKSHOP_MODE_VENUE).text : _("No seat yet"));
	buf_add_text(out, "</b>");
	if (group->table)
		html_text(out, table_label(group->table).text);
	buf_addf(out, " (%zu)</td></tr>\n", len);
}

/* Who has said that they will not come is not looked for at the door, unless somebody gave them a seat. */
static bool is_listed(const struct list *list, const struct seat_group *group, const struct person *person)
{
	const struct guest *guest = guests_find(&list->guests, person->id);

	return group->table || !guest || guest->said.status != REPLY_ABSENT;
}

static size_t add_group(const struct list *list, const struct seat_group *group, struct buf *out)
{
	size_t listed = 0;

	for (size_t i = 0; i < group->len; i++)
		listed += is_listed(list, group, group->guests[i].person);
	if (listed == 0)
		return 0;
	begin_group(group, listed, list->rounds, out);
	for (size_t i = 0; i < group->len; i++)
		if (is_listed(list, group, group->guests[i].person))
			add_person(list, group->guests[i].person, out);
	buf_add_text(out, "</tbody>\n");
	return listed;
}

size_t paper_people(const struct paper *paper, struct buf *out)
{
	static const char *const once[] = {
		"", N_("Name"), N_("Reading"), N_("Affiliation"), N_("Stance"), N_("Task"), NULL,
	}, *const again[] = {
		"", N_("Name"), N_("Reading"), N_("Affiliation"), N_("Stance"), N_("Task"), N_("Tables"), NULL,
	};
	struct arena arena = { 0 };
	struct seat_sheet sheet = seat_sheet_of(paper->book, 1, &arena);
	struct list list = { paper->book, guests_of(paper->book, &arena), seat_sheet_rounds(paper->book) };
	size_t printed = 0;

	paper_head(paper, out);
	buf_add_text(out, "<table class=\"people\">\n");
	paper_headings(out, list.rounds > 1 ? again : once);
	for (size_t i = 0; i < sheet.len; i++)
		printed += add_group(&list, &sheet.groups[i], out);
	buf_add_text(out, "</table>\n");
	arena_done(&arena);
	return printed;
}

/* --- who may be got in touch with ------------------------------------------------------------------------------------- */

/* What they want to be reached by each writes for themselves: agreeing to be listed says nothing of how. */
static void add_contact(const struct person *person, struct buf *out)
{
	buf_add_text(out, "<tr>");
	add_cell(out, "name", person->name);
	add_cell(out, "kana", person->kana);
	add_cell(out, "", person->affiliation);
	add_cell(out, "", person->occupation);
	buf_add_text(out, "<td class=\"write\"></td></tr>\n");
}

size_t paper_contacts(const struct paper *paper, struct buf *out)
{
	static const char *const headings[] = {
		N_("Name"), N_("Reading"), N_("Affiliation"), N_("Occupation"), N_("Telephone or mail, by their own hand"), NULL,
	};
	struct arena arena = { 0 };
	struct guests guests = guests_of(paper->book, &arena);
	size_t printed = 0;

	paper_head(paper, out);
	html_put(out, "p", "total", _("Only those who agreed are listed. Use it to get in touch about this workshop, and do not pass it on."));
	buf_add_text(out, "<table class=\"contacts\">\n");
	paper_headings(out, headings);
	for (size_t i = 0; i < guests.len; i++) {
		if (!guests.at[i].said.consent_contact)
			continue;
		add_contact(guests.at[i].person, out);
		printed++;
	}
	buf_add_text(out, "</table>\n");
	arena_done(&arena);
	return printed;
}
