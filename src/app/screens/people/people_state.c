#include "people.h"

#include "base/i18n.h"
#include "engine/words.h"

#include <inttypes.h>

struct people *people_of(const struct console *console)
{
	return console->state;
}

const struct guest *people_guest_of(const struct console *console, const struct row *row)
{
	const struct people *people = people_of(console);

	return people->of_person ? people->of_person[(const struct person *)(const void *)row - console->book.people.at] : NULL;
}

void people_add_presence(const struct console *console, const struct guest *guest, struct buf *out, enum style *style)
{
	int64_t late = guest_late_min(guest, &console->run);

	if (guest_stayed_away(guest, &console->run)) {
		buf_add_text(out, _("did not come"));
		*style = *style == STYLE_PLAIN ? STYLE_WARN : *style;
	} else if (guest->said.presence == PRESENCE_LEFT) {
		buf_add_text(out, _("left early"));
	} else if (guest_came(guest)) {
		buf_add_text(out, guest->said.came_ms ? words_time(guest->said.came_ms, console->run.planned_start_ms).text : _("came"));
		if (late)
			buf_addf(out, " +%" PRId64, late);
	}
}

/* --- the door ---------------------------------------------------------------------------------------------------------- */

static struct door *door_of(const struct console *console)
{
	return &people_of(console)->door;
}

void door_done(struct door *door)
{
	lineedit_done(&door->typed);
	arena_done(&door->arena);
}

void door_refresh(struct console *console)
{
	struct door *door = door_of(console);

	if (!door->is_open)
		return;
	arena_done(&door->arena);
	door->len = door_find(&people_of(console)->guests, lineedit_text(&door->typed), &door->arena, &door->found);
	if (door->bar >= door->len)
		door->bar = door->len ? door->len - 1 : 0;
}

void door_clear(struct console *console)
{
	struct door *door = door_of(console);

	lineedit_clear(&door->typed);
	door->bar = 0;
	door->drawn = (struct list_drawn){ false };
	door_refresh(console);
}
