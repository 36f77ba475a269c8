/* people_invite.c - the screen of people: somebody is added to the list, out of the directory or anew. */
#include "people.h"

#include "base/i18n.h"
#include "text/fold.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

enum { CHOICE_NEW = -1, CANDIDATES_MAX = CHOICES_MAX - 1 };

static const struct person *person_of(const struct console *console, const char *id)
{
	return (const struct person *)(const void *)workbook_find(&console->book, ENTITY_person, id);
}

void people_add_name(const struct person *person, struct buf *out)
{
	buf_add_text(out, person->name);
	if (*person->affiliation)
		buf_addf(out, " (%s)", person->affiliation);
}

/* --- who was in the directory --------------------------------------------------------------------------------------------- */

static void set_here(const struct console *console, struct invitation *wanted)
{
	if (!people_of(console)->is_here)
		return;
	wanted->presence = PRESENCE_CAME;
	wanted->came_ms = console->now.wall_ms;
}

static void invite(struct console *console, const struct person *person)
{
	struct people *people = people_of(console);
	struct invitation wanted = guest_new(person);

	const struct guest *guest = guests_find(&people->guests, person->id);
	if (guest && people->is_here) {
		people_check_in(console, guest);
		return;
	}
	if (guest) {
		directory_aim(console, person->id);
		console->effects.reload = true;
		console_say(console, "%s", _("They are on the list already."));
		return;
	}
	set_here(console, &wanted);
	directory_aim(console, person->id);
	people_save(console, &wanted, people->is_here ? _("On the list, and here.") : _("On the list."));
}

/* --- who was not ------------------------------------------------------------------------------------------------------------ */

/* Another of the same name; NULL: there is none. */
static const struct person *find_namesake(const struct workbook *book, const char *name)
{
	const struct person *found = NULL;
	struct buf key = { 0 }, other = { 0 };

	text_fold(&key, name, strlen(name));
	for (size_t i = 0; i < book->people.len && !found; i++) {
		buf_clear(&other);
		text_fold(&other, book->people.at[i].name, strlen(book->people.at[i].name));
		if (strcmp(buf_text(&key), buf_text(&other)) == 0)
			found = &book->people.at[i];
	}
	buf_done(&key);
	buf_done(&other);
	return found;
}

static void note_namesake(struct console *console, const char *name)
{
	struct people *people = people_of(console);
	const struct person *other = find_namesake(&console->book, name);
	struct buf words = { 0 };

	if (other)
		people_add_name(other, &words);
	snprintf(people->namesake, sizeof people->namesake, "%s", buf_text(&words));
	buf_done(&words);
}

/* The newest fact is of a person who has just been written: they are asked at once. */
void people_add_to_new(struct console *console, struct batch *batch)
{
	const struct fact *fact = &batch->facts[batch->len - 1];
	struct person person = { .id = fact->id, .role = PERSON_ROLE_PARTICIPANT };
	struct invitation wanted = guest_new(&person);

	for (size_t i = 0; i < fact->changes_len; i++)
		if (fact->changes[i].field->field == FIELD_person_name)
			note_namesake(console, fact->changes[i].value.text);
	set_here(console, &wanted);
	guest_write(&console->book, &people_of(console)->guests, &wanted, batch);
}

static void add_person(struct console *console, const char *name)
{
	struct batch *batch = &console->effects.batch;
	struct id id;

	batch_add_new(batch, ENTITY_person, "", console->app->env, &id);
	batch_set_text(batch, FIELD_person_name, name);
	people_add_to_new(console, batch);
	directory_write(console, WRITING_CHANGE, people_of(console)->is_here ? _("On the list, and here. p writes the rest.")
										 : _("On the list. p writes the rest."));
}

/* --- which of them ---------------------------------------------------------------------------------------------------------- */

static void accept_whom(struct console *console, int64_t choice)
{
	struct people *people = people_of(console);
	const struct person *person = choice == CHOICE_NEW ? NULL : person_of(console, people->candidates[choice]);

	if (people->is_here)
		door_clear(console);
	if (choice == CHOICE_NEW)
		add_person(console, people->typed);
	else if (person)
		invite(console, person);
}

static void offer_person(struct console *console, const struct person *person)
{
	struct people *people = people_of(console);
	struct buf label = { 0 };
	size_t at = console->choices_len;

	people_add_name(person, &label);
	if (guests_find(&people->guests, person->id))
		buf_addf(&label, "  %s", _("on the list"));
	snprintf(people->candidates[at], sizeof people->candidates[at], "%s", person->id);
	console_offer_choice(console, buf_text(&label), (int64_t)at);
	buf_done(&label);
}

void people_offer_to_add(struct console *console, const char *typed, bool is_here)
{
	struct people *people = people_of(console);
	struct buf key = { 0 }, label = { 0 };
	size_t len;
	const char *name = text_trim(typed, strlen(typed), &len);

	if (!len || len >= sizeof people->typed)
		return;
	people->is_here = is_here;
	snprintf(people->typed, sizeof people->typed, "%.*s", (int)len, name);
	text_fold(&key, people->typed, strlen(people->typed));
	console_offer(console, is_here ? _("Who has come?") : _("Whom to invite?"), accept_whom);
	for (size_t i = 0; i < console->book.people.len && console->choices_len < CANDIDATES_MAX; i++) {
		const struct person *person = &console->book.people.at[i];
		if (text_holds(person->name, buf_text(&key)) || text_holds(person->kana, buf_text(&key)))
			offer_person(console, person);
	}
	buf_addf(&label, _("somebody new: %s"), people->typed);
	console_offer_choice(console, buf_text(&label), CHOICE_NEW);
	buf_done(&label);
	buf_done(&key);
}

static void accept_name(struct console *console, const char *typed)
{
	people_offer_to_add(console, typed, false);
}

/* In the whole directory, whoever is under the bar is meant. */
void people_invite(struct console *console)
{
	struct people *people = people_of(console);
	const struct row *row = directory_row(console);

	people->is_here = false;
	if (people->shows_all && row && !people_guest_of(console, row))
		invite(console, (const struct person *)(const void *)row);
	else
		console_ask(console, _("Whom to invite? The name or its reading"), "", accept_name);
}
