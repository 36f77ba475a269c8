#include "columns.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "format/span.h"
#include "text/fold.h"

#include <string.h>

/* What is being looked through, and with what. */
struct finder {
	const struct csv *csv;
	const struct entity_info *info;
	const char **keys; /* of the headers */
	size_t len;
	bool invites; /* the people are asked to a workshop */
	struct arena *arena;
	struct fault *fault;
};

const char *import_label(const struct field_info *field)
{
	const char *label = headers_label(field->field);

	return label ? label : field->name;
}

/* "Invited by", "invited_by" and full-width ＩＮＶＩＴＥＤ－ＢＹ are one header. */
static const char *key_of(struct arena *arena, struct span header)
{
	struct buf folded = { 0 }, key = { 0 };

	text_fold(&folded, header.at, header.len);
	for (size_t i = 0; i < folded.len; i++) {
		if (!strchr(" _-", folded.bytes[i]))
			buf_add_char(&key, folded.bytes[i]);
	}
	const char *copy = arena_copy(arena, buf_text(&key));
	buf_done(&folded);
	buf_done(&key);
	return copy;
}

const char *columns_key(struct arena *arena, const char *header)
{
	return key_of(arena, span_of(header));
}

/* One of the headers between bars, from 0. */
static bool header_between_bars(const char *headers, size_t at, struct span *ret_header)
{
	static const char *const bar[] = { "|" };
	struct span rest = span_of(headers);

	for (; span_take_part(&rest, bar, COUNT(bar), ret_header); at--) {
		if (at == 0)
			return true;
	}
	return false;
}

/* The next of a field's headers, best first: its name, our label, the others. `at` counts them from 0. An id means nothing in
 * another file. */
static bool header_of(const struct field_info *field, size_t at, struct span *ret_header)
{
	if (field->type == FIELD_TYPE_REF || field->type == FIELD_TYPE_MOMENT)
		return false;
	if (at >= 2)
		return header_between_bars(headers_others(field->field), at - 2, ret_header);
	*ret_header = span_of(at == 0 ? field->name : import_label(field));
	return true;
}

/* A list for a workshop says of an invitation what another says of the person. */
static bool is_left_to_invitation(const struct finder *finder, const struct field_info *field)
{
	return finder->invites && finder->info->entity == ENTITY_person &&
	       entity_field(&entity_infos[ENTITY_invitation], field->name);
}

/* How many columns bear the header; *ret_column is the first of them. */
static size_t columns_under(const struct finder *finder, struct span header, size_t *ret_column)
{
	const char *key = key_of(finder->arena, header);
	size_t found = 0;

	for (size_t column = finder->len; column-- > 0;) {
		if (!key[0] || strcmp(finder->keys[column], key) != 0)
			continue;
		*ret_column = column;
		found++;
	}
	return found;
}

/* The first column under one of the headers between bars; NO_COLUMN. */
static size_t column_under_any(const struct finder *finder, const char *headers)
{
	struct span header;
	size_t column = NO_COLUMN;

	for (size_t at = 0; header_between_bars(headers, at, &header); at++) {
		if (columns_under(finder, header, &column) > 0)
			return column;
	}
	return NO_COLUMN;
}

static struct span header_at(const struct finder *finder, size_t column)
{
	return span_trim(span_of(csv_cell(finder->csv, 0, column)));
}

static enum status two_columns(const struct finder *finder, size_t column)
{
	return fault_set(finder->fault, ST_INVALID, _("Two columns are headed “%s”: rename or remove one of them."),
			 span_excerpt(header_at(finder, column)).text);
}

/* As many as a sentence can hold. */
static void add_headers(const struct finder *finder, struct buf *out)
{
	enum { ENOUGH_BYTES = 400 };

	for (size_t column = 0; column < finder->len && out->len < ENOUGH_BYTES; column++) {
		struct span header = header_at(finder, column);
		if (header.len > 0)
			buf_addf(out, "%s“%s”", out->len ? ", " : "", span_excerpt(header).text);
	}
}

static bool find_field(const struct finder *finder, const char *words, size_t *ret_at)
{
	const char *key = key_of(finder->arena, span_of(words));
	struct span header;

	for (size_t i = 0; i < finder->info->fields_len; i++) {
		const struct field_info *field = &finder->info->fields[i];
		for (size_t at = 0; !is_left_to_invitation(finder, field) && header_of(field, at, &header); at++) {
			if (strcmp(key_of(finder->arena, header), key) != 0)
				continue;
			*ret_at = i;
			return true;
		}
	}
	return false;
}

static bool is_of_other_half(const struct finder *finder, const char *words)
{
	struct finder other = *finder;
	size_t at;

	other.info = &entity_infos[finder->info->entity == ENTITY_person ? ENTITY_invitation : ENTITY_person];
	return finder->invites && find_field(&other, words, &at);
}

static enum status no_field(const struct finder *finder, const char *words)
{
	struct buf names = { 0 };

	for (size_t i = 0; i < finder->info->fields_len; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", finder->info->fields[i].name);
	fault_set(finder->fault, ST_INVALID, _("--map: there is no field “%s”; there are: %s."), words, buf_text(&names));
	buf_done(&names);
	return ST_INVALID;
}

static void add_reading(struct readings *readings, size_t column)
{
	readings->at[readings->len++] = (struct reading){ .parts = { { column, "", "" } }, .len = 1, .head = 1 };
}

static enum status use_map(const struct finder *finder, const struct import_map *map, struct columns *columns)
{
	size_t field = 0, column = 0;
	struct buf headers = { 0 };

	if (!find_field(finder, map->field, &field))
		return is_of_other_half(finder, map->field) ? ST_OK : no_field(finder, map->field);
	columns->of_field[field] = (struct readings){ .mapped = true };
	if (!*map->column)
		return ST_OK;
	size_t found = columns_under(finder, span_of(map->column), &column);
	if (found == 1) {
		add_reading(&columns->of_field[field], column);
		return ST_OK;
	}
	if (found > 1)
		return two_columns(finder, column);
	add_headers(finder, &headers);
	fault_set(finder->fault, ST_INVALID, _("--map: the file has no column “%s”; it has: %s."), map->column,
		  buf_text(&headers));
	buf_done(&headers);
	return ST_INVALID;
}

static bool reads(const struct readings *readings, size_t column)
{
	for (size_t i = 0; i < readings->len; i++) {
		for (size_t k = 0; k < readings->at[i].len; k++) {
			if (readings->at[i].parts[k].column == column)
				return true;
		}
	}
	return false;
}

static bool is_used(const struct finder *finder, const struct columns *columns, size_t column)
{
	for (size_t i = 0; i < finder->info->fields_len; i++) {
		if (reads(&columns->of_field[i], column))
			return true;
	}
	return false;
}

static enum status find_column(const struct finder *finder, size_t field, struct columns *columns)
{
	struct span header;
	size_t column = NO_COLUMN;

	for (size_t at = 0; header_of(&finder->info->fields[field], at, &header); at++) {
		size_t found = columns_under(finder, header, &column);
		if (found == 0 || is_used(finder, columns, column))
			continue;
		if (found > 1)
			return two_columns(finder, column);
		add_reading(&columns->of_field[field], column);
		return ST_OK;
	}
	return ST_OK;
}

/* The columns of a chain that the file has, behind what the reading has already. A column may be a part of two fields. */
static void add_links(const struct finder *finder, const struct chain *chain, struct reading *reading)
{
	for (size_t i = 0; i < LINKS_MAX && chain->links[i].headers; i++) {
		const struct link *link = &chain->links[i];
		size_t column = column_under_any(finder, link->headers);
		if (column != NO_COLUMN && reading->len < PARTS_MAX)
			reading->parts[reading->len++] = (struct part){ column, link->joint, link->label };
	}
}

static void add_chain(const struct finder *finder, const struct chain *chain, struct readings *readings)
{
	struct reading reading = { .len = 0 };

	add_links(finder, chain, &reading);
	reading.head = reading.len;
	if (reading.len > 0 && !readings->mapped && readings->len < READINGS_MAX)
		readings->at[readings->len++] = reading;
}

static void add_tail(const struct finder *finder, const struct chain *tail, struct readings *readings)
{
	for (size_t i = 0; i < readings->len && !readings->mapped; i++)
		add_links(finder, tail, &readings->at[i]);
}

static size_t place_of(const struct finder *finder, enum field field)
{
	return (size_t)(field_info_of(field) - finder->info->fields);
}

typedef void add_columns(const struct finder *finder, const struct chain *chain, struct readings *readings);

static void add_all(const struct finder *finder, const struct chain *chains, size_t len, add_columns *add,
		    struct columns *columns)
{
	for (size_t i = 0; i < len; i++) {
		if (field_entity(chains[i].field) != finder->info->entity)
			continue;
		add(finder, &chains[i], &columns->of_field[place_of(finder, chains[i].field)]);
	}
}

static enum status check_name(const struct finder *finder, const struct columns *columns)
{
	struct buf headers = { 0 };

	for (size_t i = 0; i < finder->info->fields_len; i++) {
		if (strcmp(finder->info->fields[i].name, "name") == 0 && columns->of_field[i].len > 0)
			return ST_OK;
	}
	if (finder->info->entity == ENTITY_invitation)
		return ST_OK;
	add_headers(finder, &headers);
	fault_set(finder->fault, ST_INVALID,
		  _("No column is headed “name” or “名前”; row %zu has: %s. Say which it is with --map name=COLUMN."),
		  finder->csv->rows[0].number, buf_text(&headers));
	buf_done(&headers);
	return ST_INVALID;
}

static void note_others(const struct finder *finder, struct columns *columns)
{
	columns->others = arena_new(finder->arena, finder->len, sizeof *columns->others);
	for (size_t column = 0; column < finder->len; column++) {
		if (header_at(finder, column).len > 0 && !is_used(finder, columns, column))
			columns->others[columns->others_len++] = column;
	}
}

/* Of cards only: no data set of people is published. */
static void find_dataset(const struct finder *finder, struct columns *columns)
{
	columns->office = column_under_any(finder, headers_office);
	for (size_t i = 0; i < datasets_len && finder->info->entity == ENTITY_card; i++) {
		if (column_under_any(finder, datasets[i].marks) == NO_COLUMN)
			continue;
		columns->dataset = &datasets[i];
		return;
	}
}

/* Before the headers are asked what they mean everywhere. */
static void find_service(const struct finder *finder, struct columns *columns)
{
	const char *headers = columns->dataset ? columns->dataset->service : NULL;
	size_t column = headers ? column_under_any(finder, headers) : NO_COLUMN;
	struct readings *readings = &columns->of_field[place_of(finder, FIELD_card_offers)];

	if (column != NO_COLUMN && readings->len == 0 && !is_used(finder, columns, column))
		add_reading(readings, column);
}

static enum status find_all(const struct finder *finder, const struct import_options *options, struct columns *columns)
{
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < options->maps_len; i++)
		st = use_map(finder, &options->maps[i], columns);
	if (st == ST_OK && columns->dataset)
		find_service(finder, columns);
	for (size_t i = 0; st == ST_OK && i < finder->info->fields_len; i++) {
		if (columns->of_field[i].len == 0 && !columns->of_field[i].mapped &&
		    !is_left_to_invitation(finder, &finder->info->fields[i]))
			st = find_column(finder, i, columns);
	}
	if (st != ST_OK)
		return st;
	add_all(finder, headers_chains, headers_chains_len, add_chain, columns);
	add_all(finder, headers_tails, headers_tails_len, add_tail, columns);
	return check_name(finder, columns);
}

static bool are_alike(const struct reading *one, const struct reading *other)
{
	for (size_t i = 0; i < one->len && one->len == other->len; i++)
		if (one->parts[i].column != other->parts[i].column)
			return false;
	return one->len == other->len;
}

bool columns_agree(const struct columns *one, const struct columns *other, const struct entity_info *info)
{
	for (size_t i = 0; i < info->fields_len; i++) {
		const struct readings *these = &one->of_field[i], *those = &other->of_field[i];
		if (these->len != those->len)
			return false;
		for (size_t k = 0; k < these->len; k++)
			if (!are_alike(&these->at[k], &those->at[k]))
				return false;
	}
	return true;
}

enum status columns_find(const struct csv *csv, const struct entity_info *info, const struct import_options *options,
			 struct arena *arena, struct columns *ret_columns, struct fault *fault)
{
	struct finder finder = { .csv = csv, .info = info, .invites = options->invites, .arena = arena, .fault = fault };
	struct columns columns = { .of_field = arena_new(arena, info->fields_len, sizeof *columns.of_field) };

	if (csv->rows_len == 0)
		return fault_set(fault, ST_INVALID,
				 _("The file is empty: its first row must say what the columns are."));
	finder.len = csv->rows[0].len;
	finder.keys = arena_new(arena, finder.len, sizeof *finder.keys);
	for (size_t column = 0; column < finder.len; column++)
		finder.keys[column] = key_of(arena, header_at(&finder, column));
	find_dataset(&finder, &columns);
	enum status st = find_all(&finder, options, &columns);
	if (st != ST_OK)
		return st;
	columns.by_package = info->entity == ENTITY_card && columns.of_field[place_of(&finder, FIELD_card_hsds_id)].len > 0;
	note_others(&finder, &columns);
	*ret_columns = columns;
	return ST_OK;
}
