#include "people.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "screens/screens.h"
#include "world/last_time.h"

#include <stdio.h>
#include <string.h>

static const struct person *person_of(const struct row *row)
{
	return (const struct person *)(const void *)row;
}

/* --- what somebody is, to filters and orders ------------------------------------------------------------------------------- */

enum answer { ANSWER_NONE = REPLY_UNDECIDED + 1 };
static const char *const answer_labels[] = {
	[REPLY_NOT_ASKED] = N_("not asked"), [REPLY_ASKED] = N_("asked"),         [REPLY_COMING] = N_("coming"),
	[REPLY_ABSENT] = N_("absent"),           [REPLY_UNDECIDED] = N_("undecided"), [ANSWER_NONE] = N_("not on the list"),
};

static size_t answer_of(const struct console *console, const struct row *row)
{
	const struct guest *guest = people_guest_of(console, row);

	return guest ? (size_t)guest->said.status : (size_t)ANSWER_NONE;
}

enum day { DAY_AWAITED, DAY_CAME, DAY_LATE, DAY_LEFT, DAY_AWAY };
static const char *const day_labels[] = {
	[DAY_AWAITED] = N_("not here yet"), [DAY_CAME] = N_("came"), [DAY_LATE] = N_("came late"),
	[DAY_LEFT] = N_("left early"), [DAY_AWAY] = N_("did not come"),
};

static size_t day_of(const struct console *console, const struct row *row)
{
	const struct guest *guest = people_guest_of(console, row);

	if (!guest)
		return DAY_AWAITED;
	if (guest_stayed_away(guest, &console->run))
		return DAY_AWAY;
	if (guest->said.presence == PRESENCE_LEFT)
		return DAY_LEFT;
	if (guest_late_min(guest, &console->run))
		return DAY_LATE;
	return guest_came(guest) ? DAY_CAME : DAY_AWAITED;
}

enum due { DUE_NOW, DUE_LATER, DUE_NEVER };
static const char *const due_labels[] = {
	[DUE_NOW] = N_("by today"), [DUE_LATER] = N_("later"), [DUE_NEVER] = N_("no day set"),
};

static size_t due_of(const struct console *console, const struct row *row)
{
	const struct guest *guest = people_guest_of(console, row);

	if (!guest || !*guest->said.next_on)
		return DUE_NEVER;
	return guest_is_due(guest, people_of(console)->today) ? DUE_NOW : DUE_LATER;
}

static const struct directory_facet facets[] = {
	{ .label = N_("answer"), .of = answer_of, .labels = answer_labels, .labels_len = COUNT(answer_labels) },
	{ .label = N_("stance"), .field = FIELD_person_stance },
	{ .label = N_("next contact"), .of = due_of, .labels = due_labels, .labels_len = COUNT(due_labels) },
	{ .label = N_("on the day"), .of = day_of, .labels = day_labels, .labels_len = COUNT(day_labels) },
	{ .label = N_("field of work"), .field = FIELD_person_field },
	{ .label = N_("affiliation"), .field = FIELD_person_affiliation },
	{ .label = N_("area"), .field = FIELD_person_area },
};
enum { FACET_DUE = 2 };

static const char *next_on(const struct console *console, const struct row *row)
{
	const struct guest *guest = people_guest_of(console, row);

	return guest && *guest->said.next_on ? guest->said.next_on : "9999";
}

/* What has waited longest comes first; who is to be spoken to on no day, last. */
static int by_next(const struct console *console, const struct row *a, const struct row *b)
{
	return strcmp(next_on(console, a), next_on(console, b));
}

static int by_answer(const struct console *console, const struct row *a, const struct row *b)
{
	return (int)answer_of(console, a) - (int)answer_of(console, b);
}

static int by_stance(const struct console *console, const struct row *a, const struct row *b)
{
	(void)console;
	return (int)person_of(a)->stance - (int)person_of(b)->stance;
}

static const struct directory_sort sorts[] = {
	{ N_("reading"), NULL }, { N_("next contact"), by_next }, { N_("answer"), by_answer }, { N_("stance"), by_stance },
};
enum { SORT_NEXT = 1 };

static bool is_on_list(const struct console *console, const struct row *row)
{
	return people_of(console)->shows_all || people_guest_of(console, row) != NULL;
}

/* --- as it looks ---------------------------------------------------------------------------------------------------------- */

enum { NAME, ANSWER, STANCE, NEXT, DAY, ASKED_BY, COLUMNS };

static const struct directory_column columns[COLUMNS] = {
	[NAME] = { N_("name"), 0, false },     [ANSWER] = { N_("answer"), 10, false }, [STANCE] = { N_("stance"), 12, false },
	[NEXT] = { N_("next contact"), 12, false }, [DAY] = { N_("came"), 9, false }, [ASKED_BY] = { N_("asked by"), 8, false },
};

static void add_cell(const struct console *console, const struct row *row, size_t column, struct buf *out, enum style *style)
{
	const struct guest *guest = people_guest_of(console, row);

	if (column == NAME)
		buf_add_text(out, person_of(row)->name);
	else if (column == STANCE)
		buf_add_text(out, person_of(row)->stance ? code_label(&codes_stance, person_of(row)->stance) : "");
	else if (column == ANSWER)
		buf_add_text(out, _(answer_labels[answer_of(console, row)]));
	else if (guest && column == ASKED_BY)
		buf_add_text(out, guest->said.invited_by);
	else if (guest && column == DAY)
		people_add_presence(console, guest, out, style);
	if (!guest || column != NEXT || !*guest->said.next_on)
		return;
	buf_add_text(out, guest->said.next_on);
	if (!guest_is_due(guest, people_of(console)->today))
		return;
	buf_add_text(out, " !");
	*style = *style == STYLE_PLAIN ? STYLE_WARN : *style;
}

static void add_text(const struct console *console, const struct row *row, struct buf *out)
{
	const struct guest *guest = people_guest_of(console, row);
	const struct person *person = person_of(row);

	buf_addf(out, "%s\n%s\n%s\n%s\n%s\n%s\n", person->name, person->kana, person->affiliation, person->occupation, person->area,
		 person->note);
	if (guest)
		buf_addf(out, "%s\n%s", guest->said.invited_by, guest->said.remark);
}

/* What is said of them here was perhaps written twice, too. */
static const char *invitation_of(const struct console *console, const struct row *row)
{
	const struct guest *guest = people_guest_of(console, row);

	return guest && guest->row ? guest->row->id : "";
}

static const struct directory_kind kind = {
	.entity = ENTITY_person,
	.title = N_("People (お声かけ)"),
	.empty = N_("Nobody is on the list yet. i invites somebody, a shows the whole directory, I takes in a list."),
	.forms = &people_forms,
	.place = "people",
	.facets = facets,
	.facets_len = COUNT(facets),
	.sorts = sorts,
	.sorts_len = COUNT(sorts),
	.columns = columns,
	.columns_len = COLUMNS,
	.holds = is_on_list,
	.add_cell = add_cell,
	.add_details = people_add_details,
	.add_text = add_text,
	.beside = invitation_of,
	.add_to_new = people_add_to_new,
};

/* --- life ----------------------------------------------------------------------------------------------------------------- */

static void work_out(struct console *console)
{
	struct people *people = people_of(console);
	struct workbook *book = &console->book;

	arena_done(&people->arena);
	people->guests = guests_of(book, &people->arena);
	people->of_person = arena_new(&people->arena, book->people.len, sizeof *people->of_person);
	for (size_t i = 0; i < people->guests.len; i++)
		people->of_person[people->guests.at[i].person - book->people.at] = &people->guests.at[i];
	people->now = attendance_of(book, &console->run, &people->arena);
}

static void look_up(struct console *console)
{
	struct people *people = people_of(console);
	struct calendar today = calendar_of(console->now.wall_ms);
	struct fault fault = { "" };

	snprintf(people->today, sizeof people->today, "%04d-%02d-%02d", today.year, today.month, today.day);
	if (last_time_attendance(console->app, console->workshop, &people->before_arena, &people->before, &people->knows_before,
				 &fault) != ST_OK)
		console_complain(console, &fault);
	/* Somebody may have written between the two readings, which the store now takes for known. */
	console->effects.reload = true;
}

static void *open_people(struct console *console)
{
	void *state = directory_open(console, &kind, sizeof(struct people));

	console->state = state;
	work_out(console);
	directory_gather(console);
	directory_go_to(directory_of(console), 0);
	look_up(console);
	return state;
}

static void close_people(void *state)
{
	struct people *people = state;

	door_done(&people->door);
	taking_done(&people->taking);
	arena_done(&people->arena);
	arena_done(&people->before_arena);
	directory_close(state);
}

static void refresh(struct console *console)
{
	work_out(console);
	directory_refresh(console);
	door_refresh(console);
}

static void written(struct console *console)
{
	struct people *people = people_of(console);

	directory_written(console);
	if (*people->namesake)
		console_say(console, _("Written down beside somebody of the same name: %s. u takes it back."), people->namesake);
	people->namesake[0] = '\0';
}

static enum typed type(struct console *console, const struct input_event *event)
{
	enum typed typed = door_type(console, event);

	return typed == NOT_TYPED ? directory_type(console, event) : typed;
}

static enum command_scope footer(const struct console *console)
{
	return people_of(console)->door.is_open ? AT_door : directory_footer(console);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	if (people_of(console)->door.is_open)
		door_draw(console, canvas);
	else
		directory_draw(console, canvas);
}

static bool draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	return !people_of(console)->door.is_open && directory_draw_own(console, canvas, ret_area);
}

/* --- the list ----------------------------------------------------------------------------------------------------------------- */

static void show_all(struct console *console)
{
	struct people *people = people_of(console);

	people->shows_all = !people->shows_all;
	directory_refresh(console);
	console_say(console, "%s", people->shows_all ? _("The whole directory; i invites the person under the bar.")
						     : _("Those on the workshop’s list."));
}

/* Of an invitation, whose it is. Who is not on the workshop's list is in the whole directory. */
static void show_row(struct console *console, enum entity entity, const char *id)
{
	struct people *people = people_of(console);
	const struct row *found = workbook_find(&console->book, entity, id);

	if (found && entity == ENTITY_invitation)
		id = ((const struct invitation *)(const void *)found)->person;
	people->shows_all = !guests_find(&people->guests, id);
	directory_show_row(console, ENTITY_person, id);
}

static void show_totals(struct console *console)
{
	people_of(console)->shows_totals = !people_of(console)->shows_totals;
}

/* Who is to be spoken to by today, the longest overdue first; again: everybody. */
static void show_due(struct console *console)
{
	struct directory *directory = directory_of(console);
	struct directory_choice *choice = &directory->choices[FACET_DUE];

	choice->is_on = !choice->is_on || choice->value != DUE_NOW;
	choice->value = DUE_NOW;
	directory->sort = choice->is_on ? SORT_NEXT : 0;
	directory_gather(console);
	directory_go_to(directory, 0);
}

static void add(struct console *console)
{
	people_of(console)->is_here = false;
	directory_add(console);
}

static void open_seats(struct console *console)
{
	console->effects.open = &screen_seats;
	snprintf(console->effects.open_workshop, sizeof console->effects.open_workshop, "%s", console->workshop);
}

static command_handler *const handlers[CMD_COUNT] = {
	DIRECTORY_LIST_HANDLERS,
	[CMD_directory_edit] = people_edit,
	[CMD_directory_add] = add,
	[CMD_directory_remove] = people_take_off,
	[CMD_people_answer] = people_answer,
	[CMD_people_came] = people_came,
	[CMD_people_door] = people_open_door,
	[CMD_people_invite] = people_invite,
	[CMD_people_person] = people_edit_person,
	[CMD_people_stayed_away] = people_stayed_away,
	[CMD_people_left] = people_left,
	[CMD_people_due] = show_due,
	[CMD_people_everybody] = show_all,
	[CMD_people_totals] = show_totals,
	[CMD_people_seats] = open_seats,
	[CMD_people_import] = people_import,
	[CMD_people_remove] = directory_remove,
};

const struct screen screen_people = {
	.name = "people",
	.scope = AT_people,
	.reach = { .reach = REACH_PRIVATE },
	.open = open_people,
	.close = close_people,
	.refresh = refresh,
	.written = written,
	.type = type,
	.tick = directory_tick,
	.next_ms = directory_next_ms,
	.next_real_ms = directory_next_real_ms,
	.leave = directory_leave,
	.is_still = directory_is_still,
	.footer = footer,
	.moves_bar = directory_moves_bar,
	.draw = draw,
	.draw_own = draw_own,
	.list = &directory_list,
	.show_row = show_row,
	.handlers = handlers,
};
