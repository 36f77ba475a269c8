/* people_door.c - the screen of people, at the door: whoever says their name is found while it is typed, and Enter says they came. */
#include "people.h"

#include "base/i18n.h"
#include "console/typing.h"
#include "view/widgets.h"

#include <string.h>

static struct door *door_of(const struct console *console)
{
	return &people_of(console)->door;
}

void people_open_door(struct console *console)
{
	door_of(console)->is_open = true;
	door_clear(console);
}

/* --- what is typed -------------------------------------------------------------------------------------------------------- */

/* An empty field means nobody, unless somebody was chosen with the arrows. */
static void check_in(struct console *console)
{
	struct door *door = door_of(console);
	const char *typed = lineedit_text(&door->typed);

	if (!*typed && !door->bar) {
		console_say(console, "%s", _("Type a name or its reading."));
		return;
	}
	if (!door->len) {
		people_offer_to_add(console, typed, true);
		return;
	}
	people_check_in(console, door->found[door->bar]);
	door_clear(console);
}

static void add(struct console *console)
{
	const char *typed = lineedit_text(&door_of(console)->typed);

	if (*typed)
		people_offer_to_add(console, typed, true);
	else
		console_say(console, "%s", _("Type a name or its reading."));
}

static void shut(struct console *console)
{
	door_of(console)->is_open = false;
}

static void go_up(struct console *console)
{
	struct door *door = door_of(console);

	door->bar -= door->bar > 0;
}

static void go_down(struct console *console)
{
	struct door *door = door_of(console);

	door->bar += door->bar + 1 < door->len;
}

static command_handler *const takes[CMD_COUNT] = {
	[CMD_door_came] = check_in,       [CMD_door_add] = add,  [CMD_door_undo] = directory_undo, [CMD_door_shut] = shut,
	[CMD_door_up] = go_up, [CMD_door_down] = go_down,
};

enum typed door_type(struct console *console, const struct input_event *event)
{
	struct door *door = door_of(console);
	enum command command = event->type == INPUT_KEY ? command_of_key(AT_door, event->key) : CMD_NONE;

	if (!door->is_open)
		return NOT_TYPED;
	if (takes[command]) {
		takes[command](console);
		return TYPED_MORE;
	}
	typing_take(&door->typed, event);
	door->bar = 0;
	door_refresh(console);
	return TYPED_MORE;
}

/* --- as it looks ---------------------------------------------------------------------------------------------------------- */

enum { NAME, KANA, TABLE, PRESENCE, AFFILIATION, STANCE, COLUMNS };

static const struct directory_column columns[COLUMNS] = {
	[NAME] = { N_("name"), 0, false },
	[KANA] = { N_("reading"), 18, false },
	[PRESENCE] = { N_("came"), 9, false },
	[TABLE] = { N_("table"), 5, true },
	[STANCE] = { N_("stance"), 14, false },
	[AFFILIATION] = { N_("affiliation"), 18, false },
};

static void add_cell(const void *ctx, size_t row, size_t column, struct buf *out, enum style *style)
{
	const struct console *console = ctx;
	const struct guest *guest = door_of(console)->found[row];
	int64_t table = people_table(console, guest->person->id);

	switch (column) {
	case NAME:
		buf_add_text(out, guest->person->name);
		break;
	case KANA:
		buf_add_text(out, guest->person->kana);
		break;
	case STANCE:
		buf_add_text(out, guest->person->stance ? code_label(&codes_stance, guest->person->stance) : "");
		break;
	case AFFILIATION:
		buf_add_text(out, guest->person->affiliation);
		break;
	case TABLE:
		if (table)
			buf_addf(out, "%d", (int)table);
		break;
	case PRESENCE:
		people_add_presence(console, guest, out, style);
		break;
	}
}

void door_draw(const struct console *console, struct canvas *canvas)
{
	struct door *door = door_of(console);
	struct words mark = words_rehearsal(&console->book);
	struct buf counts = { 0 };
	const char *label = _("Who is it?");
	int cols = text_cols(label, strlen(label)) + 3;

	buf_addf(&counts, _("came: %zu of %zu"), people_of(console)->now.all.came, people_of(console)->now.all.coming);
	const struct directory_view view = {
		.mark = mark.text,
		.title = _("At the door"),
		.counts = buf_text(&counts),
		.filters = label,
		.details = "",
		.empty = _("Nobody on the list is called so. Enter adds them."),
		.columns = columns,
		.columns_len = COLUMNS,
		.len = door->len,
		.bar = door->bar,
		.drawn = &door->drawn,
		.add_cell = add_cell,
		.ctx = console,
	};
	door->drawn.is_there = false;
	directory_view_draw(canvas, &view);
	widget_field(canvas, (struct rect){ 1, cols, 1, canvas->cols - cols - 2 }, &door->typed, true);
	buf_done(&counts);
}
