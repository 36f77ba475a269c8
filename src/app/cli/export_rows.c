#include "export.h"

#include "base/i18n.h"
#include "exchange/import.h"
#include "exchange/imprint.h"

static bool is_wanted(const struct field_info *field)
{
	return field->type != FIELD_TYPE_REF && field->type != FIELD_TYPE_ORDER;
}

void export_header(struct csv_writer *csv, const struct field_info *field)
{
	csv_write_text(csv, i18n_is_japanese() ? import_label(field) : field->name);
}

void export_cell(struct csv_writer *csv, const struct field_info *field, struct value value)
{
	if (field_type_is_text(field->type))
		csv_write_text(csv, value.text);
	else if (field->type == FIELD_TYPE_CODE)
		csv_write_text(csv, i18n_is_japanese() ? field->codes->codes[value.number].alias
						       : code_text(field->codes, (unsigned)value.number));
	else
		csv_write_number(csv, value.number);
}

/* A card's imprint is that of what is exported: who edits the file is known to have had this before them. */
static struct value exported_value(const struct row *row, const struct field_info *field, struct buf *imprint)
{
	if (field->field != FIELD_card_source_said)
		return row_value(row, field);
	buf_clear(imprint);
	imprint_of_card((const struct card *)(const void *)row, imprint);
	return (struct value){ buf_text(imprint), 0 };
}

static void csv_row_out(struct csv_writer *csv, const struct entity_info *info, const struct row *row)
{
	struct buf imprint = { 0 };

	for (size_t i = 0; i < info->fields_len; i++)
		if (is_wanted(&info->fields[i]))
			export_cell(csv, &info->fields[i], exported_value(row, &info->fields[i], &imprint));
	csv_end_row(csv);
	buf_done(&imprint);
}

void export_rows_csv(const struct workbook *book, enum entity entity, struct buf *out)
{
	const struct entity_info *info = &entity_infos[entity];
	struct csv_writer csv = { .out = out, .crlf = true };

	csv_write_mark(&csv);
	for (size_t i = 0; i < info->fields_len; i++)
		if (is_wanted(&info->fields[i]))
			export_header(&csv, &info->fields[i]);
	csv_end_row(&csv);
	for (size_t i = 0; i < workbook_len(book, entity); i++)
		csv_row_out(&csv, info, workbook_row(book, entity, i));
}

void export_member(struct json *json, const struct field_info *field, struct value value)
{
	if (field_type_is_text(field->type))
		json_put_text(json, field->name, value.text);
	else if (field->type == FIELD_TYPE_CODE)
		json_put_text(json, field->name, code_text(field->codes, (unsigned)value.number));
	else if (field->type == FIELD_TYPE_MOMENT)
		json_put_moment(json, field->name, value.number);
	else
		json_put_number(json, field->name, value.number);
}

void export_rows_json(const struct workbook *book, enum entity entity, struct json *json)
{
	const struct entity_info *info = &entity_infos[entity];

	json_array(json);
	for (size_t i = 0; i < workbook_len(book, entity); i++) {
		const struct row *row = workbook_row(book, entity, i);
		json_object(json);
		json_put_text(json, "id", row->id);
		for (size_t k = 0; k < info->fields_len; k++)
			export_member(json, &info->fields[k], row_value(row, &info->fields[k]));
		json_object_end(json);
	}
	json_array_end(json);
}
