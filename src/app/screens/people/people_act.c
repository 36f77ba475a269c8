/* people_act.c - the screen of people: what is said of the one under the bar. Nothing here asks back: it can all be taken back. */
#include "people.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "engine/seat_plan.h"
#include "engine/seat_sheet.h"

#include <stdio.h>

void people_save(struct console *console, const struct invitation *wanted, const char *done)
{
	guest_write(&console->book, &people_of(console)->guests, wanted, &console->effects.batch);
	directory_write(console, WRITING_CHANGE, done);
}

/* Who presses a key means somebody who is asked. */
static const struct guest *guest_under_bar(struct console *console)
{
	const struct row *row = directory_row(console);
	const struct guest *guest = row ? people_guest_of(console, row) : NULL;

	if (row && !guest)
		console_say(console, "%s", _("They are not on the list yet; i invites them."));
	return guest;
}

/* --- what they answered ----------------------------------------------------------------------------------------------- */

static void accept_answer(struct console *console, int64_t reply)
{
	struct people *people = people_of(console);
	const struct guest *guest = guests_find(&people->guests, people->picked);

	if (!guest)
		return;
	struct invitation wanted = guest->said;
	wanted.status = (enum reply)reply;
	if (wanted.status == REPLY_ASKED && !*wanted.asked_on)
		wanted.asked_on = people->today;
	people_save(console, &wanted, _("Saved."));
}

void people_answer(struct console *console)
{
	const struct guest *guest = guest_under_bar(console);

	if (!guest)
		return;
	snprintf(people_of(console)->picked, sizeof people_of(console)->picked, "%s", guest->person->id);
	console_offer(console, guest->person->name, accept_answer);
	for (unsigned i = 0; i < codes_reply.len; i++)
		console_offer_choice(console, code_label(&codes_reply, i), i);
	console->overlay_bar = guest->said.status;
}

/* --- on the day ------------------------------------------------------------------------------------------------------- */

int64_t people_table(const struct console *console, const char *person)
{
	const struct seat *seat = seat_find(&console->book, person, seat_sheet_round_now(&console->run));
	const struct table *table = seat ? workbook_table_by_id(&console->book, seat->table) : NULL;

	return table ? table->number : 0;
}

static void add_place(const struct console *console, const char *person, struct buf *out)
{
	int64_t table = people_table(console, person);

	if (!console->book.seats.len)
		return;
	buf_add_text(out, "  ");
	if (table)
		buf_addf(out, _("Table %d"), (int)table);
	else
		buf_add_text(out, _("no seat yet"));
}

void people_check_in(struct console *console, const struct guest *guest)
{
	struct invitation wanted = guest->said;
	struct buf words = { 0 };

	if (guest->said.presence == PRESENCE_CAME) {
		buf_addf(&words, _("%s has come already."), guest->person->name);
		add_place(console, guest->person->id, &words);
		console_say(console, "%s", buf_text(&words));
	} else {
		wanted.presence = PRESENCE_CAME;
		wanted.came_ms = console->now.wall_ms;
		buf_addf(&words, _("%s has come."), guest->person->name);
		add_place(console, guest->person->id, &words);
		people_save(console, &wanted, buf_text(&words));
	}
	buf_done(&words);
}

void people_came(struct console *console)
{
	const struct guest *guest = guest_under_bar(console);

	if (guest)
		people_check_in(console, guest);
}

/* The key sets it, and the same key takes it away. */
static void set_presence(struct console *console, enum presence presence, const char *done, const char *otherwise)
{
	const struct guest *guest = guest_under_bar(console);

	if (!guest)
		return;
	struct invitation wanted = guest->said;
	bool was_so = wanted.presence == presence;
	wanted.presence = !was_so ? presence : wanted.came_ms ? PRESENCE_CAME : PRESENCE_UNSAID;
	if (wanted.presence == PRESENCE_NO_SHOW)
		wanted.came_ms = 0;
	people_save(console, &wanted, was_so ? otherwise : done);
}

void people_stayed_away(struct console *console)
{
	set_presence(console, PRESENCE_NO_SHOW, _("They did not come."), _("They are awaited again."));
}

void people_left(struct console *console)
{
	set_presence(console, PRESENCE_LEFT, _("They have left early."), _("They are here again."));
}

/* --- written -------------------------------------------------------------------------------------------------------------- */

/* A list that was kept in the directory becomes the workshop's own before a line of it is changed. */
void people_edit(struct console *console)
{
	const struct guest *guest = guest_under_bar(console);

	if (!guest)
		return;
	if (guest->row)
		directory_open_form(console, &people_forms.at[PEOPLE_FORM_INVITATION], (const struct row *)(const void *)guest->row);
	else
		people_save(console, &guest->said, _("The list is this workshop’s own now. Press Enter again."));
}

void people_edit_person(struct console *console)
{
	const struct row *row = directory_row(console);

	if (row)
		directory_open_form(console, &people_forms.at[PEOPLE_FORM_PERSON], row);
}

void people_take_off(struct console *console)
{
	const struct guest *guest = guest_under_bar(console);

	if (!guest)
		return;
	guest_take_off(&console->book, &people_of(console)->guests, guest, &console->effects.batch);
	directory_write(console, WRITING_CHANGE, _("Off the list; u puts them back."));
}
