/* people_words.c - the screen of people: what stands below the list. */
#include "people.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

/* Facts that belong together stand in one row, each behind its label. */
static void add_part(const char *label, const char *text, struct buf *out)
{
	if (!*text)
		return;
	if (out->len && out->bytes[out->len - 1] != '\n')
		buf_add_text(out, "  ");
	if (label)
		buf_addf(out, "%s: ", label);
	buf_add_text(out, text);
}

static void end_row(struct buf *out)
{
	if (out->len && out->bytes[out->len - 1] != '\n')
		buf_add_char(out, '\n');
}

/* A number stays with what it counts. */
#define NO_BREAK "\u00a0"

/* --- in all ------------------------------------------------------------------------------------------------------------------- */

static void add_count(const char *label, size_t count, struct buf *out)
{
	if (count)
		buf_addf(out, "%s%s" NO_BREAK "%zu", out->len && out->bytes[out->len - 1] != '\n' ? "  " : "", label, count);
}

static void add_counts(const struct heads *heads, struct buf *out)
{
	add_count(_("on the list:"), heads->invited, out);
	add_count(code_label(&codes_reply, REPLY_COMING), heads->coming, out);
	add_count(code_label(&codes_reply, REPLY_ABSENT), heads->absent, out);
	add_count(_("no answer yet"), heads->waiting, out);
	add_count(code_label(&codes_reply, REPLY_NOT_ASKED), heads->not_asked, out);
	add_count(_("came:"), heads->came, out);
	add_count(_("late"), heads->late, out);
	add_count(_("unannounced"), heads->walked_in, out);
	add_count(_("did not come"), heads->stayed_away, out);
	end_row(out);
}

/* Who said yes; once people come, before it who is here; in brackets the last time. */
static void add_kind(const struct people *people, const char *label, const struct heads *now, const struct heads *before,
		     struct buf *out)
{
	buf_addf(out, "%s%s" NO_BREAK, out->bytes[out->len - 1] != '\n' ? "  " : "", label);
	if (people->now.is_counted)
		buf_addf(out, "%zu/", now->came);
	buf_addf(out, "%zu", now->coming);
	if (before)
		buf_addf(out, NO_BREAK "(%zu)", before->came);
}

static void add_kinds(const struct people *people, const char *heading, const struct code_list *codes, const struct heads *now,
		      const struct heads *before, struct buf *out)
{
	buf_add_text(out, heading);
	if (people->now.is_counted)
		buf_addf(out, " %s", _("came/said yes"));
	if (before)
		buf_addf(out, " %s", _("(last time)"));
	buf_add_char(out, '\n');
	for (unsigned i = 0; i < codes->len; i++)
		if (now[i].invited || (before && before[i].came))
			add_kind(people, code_label(codes, i), &now[i], before ? &before[i] : NULL, out);
	end_row(out);
}

static void add_totals(const struct people *people, struct buf *out)
{
	const struct attendance *before = people->knows_before && people->before.is_counted ? &people->before : NULL;

	add_counts(&people->now.all, out);
	if (before)
		buf_addf(out, _("last time: %zu"), before->all.came);
	end_row(out);
	add_kinds(people, _("By stance:"), &codes_stance, people->now.by_stance, before ? before->by_stance : NULL, out);
	add_kinds(people, _("By field:"), &codes_person_field, people->now.by_field, before ? before->by_field : NULL, out);
}

/* --- one person ------------------------------------------------------------------------------------------------------------- */

static void add_person(const struct person *person, struct buf *out)
{
	add_part(NULL, person->kana, out);
	add_part(NULL, person->affiliation, out);
	add_part(NULL, person->occupation, out);
	add_part(NULL, person->field ? code_label(&codes_person_field, person->field) : "", out);
	add_part(NULL, person->area, out);
	end_row(out);
}

static void add_guest(const struct invitation *said, struct buf *out)
{
	add_part(_("task"), said->role != PERSON_ROLE_PARTICIPANT ? code_label(&codes_person_role, said->role) : "", out);
	add_part(_("asked by"), said->invited_by, out);
	add_part(_("asked on"), said->asked_on, out);
	add_part(_("next contact"), said->next_on, out);
	add_part(NULL, said->consent_contact ? _("contact may be shared") : "", out);
	add_part(NULL, said->consent_photo ? _("may be photographed") : "", out);
	end_row(out);
	add_part(NULL, said->remark, out);
	end_row(out);
}

void people_add_details(const struct console *console, const struct row *row, struct buf *out)
{
	const struct people *people = people_of(console);
	const struct guest *guest = people_guest_of(console, row);
	const struct person *person = (const struct person *)(const void *)row;

	if (people->shows_totals) {
		add_totals(people, out);
		return;
	}
	add_counts(&people->now.all, out);
	add_person(person, out);
	if (guest)
		add_guest(&guest->said, out);
	add_part(_("note"), person->note, out);
}
