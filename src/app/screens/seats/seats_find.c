/* seats_find.c - the people of a round as words are looked for among them, table by table. */
#include "seats.h"

#include "engine/rounds.h"

static size_t len(const struct console *console)
{
	const struct seat_sheet *sheet = &seats_of(console)->sheet;
	size_t len = 0;

	for (size_t g = 0; g < sheet->len; g++)
		len += sheet->groups[g].len;
	return len;
}

/* At a table without anybody: who comes after it. */
static size_t bar(const struct console *console)
{
	const struct seats *seats = seats_of(console);
	size_t row = seats->place;

	for (size_t g = 0; g < seats->group; g++)
		row += seats->sheet.groups[g].len;
	return row < len(console) ? row : 0;
}

static const struct seat_group *group_of(const struct seat_sheet *sheet, size_t row, size_t *ret_place)
{
	size_t g = 0;

	while (row >= sheet->groups[g].len)
		row -= sheet->groups[g++].len;
	*ret_place = row;
	return &sheet->groups[g];
}

static void go_to(struct console *console, size_t row)
{
	struct seats *seats = seats_of(console);

	seats->group = (size_t)(group_of(&seats->sheet, row, &seats->place) - seats->sheet.groups);
	seats_look(console);
}

static void add_text(const struct console *console, size_t row, struct buf *out)
{
	size_t place;
	const struct seat_group *group = group_of(&seats_of(console)->sheet, row, &place);
	const struct person *person = group->guests[place].person;

	buf_addf(out, "%s\n%s\n%s\n%s\n%s", person->name, person->kana, person->affiliation, person->occupation, person->area);
	if (group->table)
		buf_addf(out, "\n%s", table_name(group->table).text);
}

const struct find_list seats_list = { .len = len, .bar = bar, .go_to = go_to, .add_text = add_text };
