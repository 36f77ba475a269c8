#include "seats_words.h"

#include "base/i18n.h"
#include "engine/rounds.h"

#include <string.h>

static void add_part(struct buf *out, const char *text)
{
	if (*text)
		buf_addf(out, "  %s", text);
}

static void say_person(const struct person *person, struct buf *out)
{
	buf_add_text(out, person->name);
	if (*person->kana)
		buf_addf(out, " (%s)", person->kana);
	add_part(out, person->affiliation);
	add_part(out, person->occupation);
	add_part(out, person->stance ? code_label(&codes_stance, person->stance) : "");
	add_part(out, person->field ? code_label(&codes_person_field, person->field) : "");
	add_part(out, person->role ? code_label(&codes_person_role, person->role) : "");
}

static void say_known(const struct seats_view *view, const struct seat_group *group, struct buf *out)
{
	size_t known = 0;

	for (size_t i = 0; i < group->len; i++) {
		if (i == view->place || !view->met[i])
			continue;
		buf_addf(out, "%s%s (%d)", known++ ? C_("between names", ", ") : _("has met at a table: "),
			 group->guests[i].person->name, (int)view->met[i]);
	}
	if (!known && group->len > 1)
		buf_add_text(out, _("meets everybody here for the first time"));
}

static bool is_first_of_stance(const struct seat_group *group, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (group->guests[i].person->stance == group->guests[index].person->stance)
			return false;
	return true;
}

static void say_mix(const struct seat_group *group, struct buf *out)
{
	size_t said = 0;

	for (size_t i = 0; i < group->len; i++) {
		enum stance stance = group->guests[i].person->stance;
		int count = 0;
		if (!stance || !is_first_of_stance(group, i))
			continue;
		for (size_t k = i; k < group->len; k++)
			count += group->guests[k].person->stance == stance;
		buf_addf(out, "%s%s %d", said++ ? C_("between names", ", ") : _("this table: "), code_label(&codes_stance, stance),
			 count);
	}
}

void seats_say_guest(const struct seats_view *view, const char *between, struct buf *out)
{
	const struct seat_group *group = &view->sheet->groups[view->group];

	if (!view->sheet->seated) {
		buf_add_text(out, _("Nobody has a seat yet; n seats everybody."));
		return;
	}
	if (view->place < group->len)
		say_person(group->guests[view->place].person, out);
	if (!group->table)
		return;
	buf_add_text(out, between);
	if (view->place < group->len)
		say_known(view, group, out);
	buf_add_text(out, between);
	say_mix(group, out);
}
