#include "export.h"

#include "engine/guests.h"

/* A column: of the person, or of the invitation. */
struct column {
	const struct field_info *field;
	bool is_guest;
};
enum { COLUMNS_MAX = 32 };
struct columns {
	struct column at[COLUMNS_MAX];
	size_t len;
};

static void add_column(struct columns *columns, const struct field_info *field, bool is_guest)
{
	if (field->type != FIELD_TYPE_REF && columns->len < COLUMNS_MAX)
		columns->at[columns->len++] = (struct column){ field, is_guest };
}

/* The columns of the directory, but of what both say the invitation's, then what it alone says. */
static struct columns find_columns(void)
{
	const struct entity_info *person = &entity_infos[ENTITY_person], *guest = &entity_infos[ENTITY_invitation];
	struct columns columns = { .len = 0 };

	for (size_t i = 0; i < person->fields_len; i++) {
		const struct field_info *said = entity_field(guest, person->fields[i].name);
		add_column(&columns, said ? said : &person->fields[i], said != NULL);
	}
	for (size_t i = 0; i < guest->fields_len; i++)
		if (!entity_field(person, guest->fields[i].name))
			add_column(&columns, &guest->fields[i], true);
	return columns;
}

static struct value value_of(const struct guest *guest, const struct column *column)
{
	const void *row = column->is_guest ? (const void *)&guest->said : (const void *)guest->person;

	return row_value(row, column->field);
}

/* A moment means nothing to a spreadsheet. */
static bool is_for_people(const struct column *column)
{
	return column->field->type != FIELD_TYPE_MOMENT;
}

void export_guests_csv(const struct workbook *book, struct buf *out)
{
	struct csv_writer csv = { .out = out, .crlf = true };
	struct columns columns = find_columns();
	struct arena arena = { 0 };
	struct guests guests = guests_of(book, &arena);

	csv_write_mark(&csv);
	for (size_t i = 0; i < columns.len; i++)
		if (is_for_people(&columns.at[i]))
			export_header(&csv, columns.at[i].field);
	csv_end_row(&csv);
	for (size_t i = 0; i < guests.len; i++) {
		for (size_t k = 0; k < columns.len; k++)
			if (is_for_people(&columns.at[k]))
				export_cell(&csv, columns.at[k].field, value_of(&guests.at[i], &columns.at[k]));
		csv_end_row(&csv);
	}
	arena_done(&arena);
}

void export_guests_json(const struct workbook *book, struct json *json)
{
	struct columns columns = find_columns();
	struct arena arena = { 0 };
	struct guests guests = guests_of(book, &arena);

	json_array(json);
	for (size_t i = 0; i < guests.len; i++) {
		json_object(json);
		json_put_text(json, "id", guests.at[i].person->id);
		for (size_t k = 0; k < columns.len; k++)
			export_member(json, columns.at[k].field, value_of(&guests.at[i], &columns.at[k]));
		json_object_end(json);
	}
	json_array_end(json);
	arena_done(&arena);
}
