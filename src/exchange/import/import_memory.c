/* import_memory.c - what was said of the columns of a list is known again by its header row. */
#include "import_work.h"

#include "domain/entity.h"
#include "format/span.h"

#include <string.h>

/* --- what was said before ------------------------------------------------------------------------------------------------- */

/* The same for every file of the same header row, on every computer: it is stored. */
static struct id id_of_headers(struct work *work)
{
	struct buf keys = { 0 };

	for (size_t i = 0; work->csv.rows_len && i < work->csv.rows[0].len; i++)
		buf_addf(&keys, "%s\n", columns_key(&work->arena, csv_cell(&work->csv, 0, i)));
	struct id id = id_between(work->info->plural, buf_text(&keys), 0);
	buf_done(&keys);
	return id;
}

static bool take_line(struct work *work, struct span *rest, struct import_map *ret_map)
{
	static const char *const equals[] = { "=" };
	struct span line, field = { "", 0 };

	if (!span_take_line(rest, &line))
		return false;
	span_take_part(&line, equals, 1, &field);
	*ret_map = (struct import_map){ span_copy(&work->arena, field), span_copy(&work->arena, line) };
	return true;
}

static bool is_readable(const struct field_info *field)
{
	return field && field->type != FIELD_TYPE_REF && field->type != FIELD_TYPE_MOMENT;
}

/* A list that invites nobody leaves alone what its columns say of invitations, and so does an older program new fields. */
static bool is_read_here(const struct work *work, const char *field, bool invites)
{
	return is_readable(entity_field(work->info, field)) ||
	       (invites && is_readable(entity_field(&entity_infos[ENTITY_invitation], field)));
}

static bool are_same(struct work *work, const char *one, const char *other)
{
	return strcmp(columns_key(&work->arena, one), columns_key(&work->arena, other)) == 0;
}

static bool is_said_anew(struct work *work, const struct import_map *map, const struct import_options *options)
{
	for (size_t i = 0; i < options->maps_len; i++)
		if (are_same(work, map->field, options->maps[i].field) ||
		    (*map->column && are_same(work, map->column, options->maps[i].column)))
			return true;
	return false;
}

static void recall_lines(struct work *work, const struct import_options *options)
{
	struct memory *memory = &work->memory;
	struct span rest = span_of(memory->stands);
	struct import_map map;

	while (take_line(work, &rest, &map))
		if (is_read_here(work, map.field, options->invites) && !is_said_anew(work, &map, options))
			memory->map[memory->map_len++] = map;
	work->result.remembered = memory->map_len > 0;
}

struct import_options import_recall(struct work *work, const struct workbook *book, const struct import_options *options)
{
	struct memory *memory = &work->memory;
	struct import_options all = *options;

	memory->id = id_of_headers(work);
	const struct mapping *kept = (const struct mapping *)(const void *)workbook_find(book, ENTITY_mapping, memory->id.text);
	memory->stands = kept ? kept->columns : "";
	memory->map = arena_new(&work->arena, strlen(memory->stands) + options->maps_len, sizeof *memory->map);
	if (options->memory == IMPORT_REMEMBERS)
		recall_lines(work, options);
	for (size_t i = 0; i < options->maps_len; i++)
		memory->map[memory->map_len++] = options->maps[i];
	all.maps = memory->map;
	all.maps_len = memory->map_len;
	return all;
}

/* --- what is said now ------------------------------------------------------------------------------------------------------ */

static bool is_guess_of(struct work *work, const struct entity_info *info, const struct columns *columns, bool invites)
{
	const struct import_options unsaid = { .invites = invites };
	struct columns guess;
	struct fault fault = { "" };

	return columns_find(&work->csv, info, &unsaid, &work->arena, &guess, &fault) == ST_OK && columns_agree(columns, &guess, info);
}

static bool is_guess(struct work *work, bool invites)
{
	return is_guess_of(work, work->info, &work->columns, invites) &&
	       (!invites || is_guess_of(work, &entity_infos[ENTITY_invitation], &work->inviting.columns, invites));
}

/* A field that somebody said is read from one column, or from none. A header with a line break in it would not be found again by the
 * one line that is kept. */
static void add_said(struct work *work, const struct entity_info *info, const struct columns *columns, struct buf *out)
{
	for (size_t i = 0; i < info->fields_len; i++) {
		const struct readings *readings = &columns->of_field[i];
		if (!readings->mapped)
			continue;
		const char *cell = readings->len ? csv_cell(&work->csv, 0, readings->at[0].parts[0].column) : "";
		const char *header = span_copy_line(&work->arena, span_of(cell));
		if (are_same(work, header, cell))
			buf_addf(out, "%s%s=%s", out->len ? "\n" : "", info->fields[i].name, header);
	}
}

/* What is not read here, and stays for when it is. */
static void add_unread(struct work *work, bool invites, struct buf *out)
{
	struct span rest = span_of(work->memory.stands);
	struct import_map map;

	while (take_line(work, &rest, &map))
		if (!is_read_here(work, map.field, invites))
			buf_addf(out, "%s%s=%s", out->len ? "\n" : "", map.field, map.column);
}

static void put_mapping(struct work *work, const char *columns)
{
	if (strcmp(columns, work->memory.stands) == 0 || strlen(columns) > (size_t)field_info_of(FIELD_mapping_columns)->limit)
		return;
	batch_add(work->batch, ENTITY_mapping, "", work->memory.id.text);
	batch_set_number(work->batch, FIELD_gone, 0);
	batch_set_text(work->batch, FIELD_mapping_what, work->info->plural);
	batch_set_text(work->batch, FIELD_mapping_columns, columns);
}

void import_remember(struct work *work, const struct import_options *options)
{
	struct buf columns = { 0 };

	if (options->memory == IMPORT_KNOWS || (options->memory == IMPORT_REMEMBERS && !options->maps_len))
		return;
	if (!is_guess(work, options->invites)) {
		add_said(work, work->info, &work->columns, &columns);
		if (options->invites)
			add_said(work, &entity_infos[ENTITY_invitation], &work->inviting.columns, &columns);
	}
	if (options->memory == IMPORT_REMEMBERS)
		add_unread(work, options->invites, &columns);
	put_mapping(work, buf_text(&columns));
	buf_done(&columns);
}
