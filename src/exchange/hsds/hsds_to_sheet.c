#include "hsds_cards.h"

#include "base/mem.h"
#include "exchange/csv.h"
#include "exchange/veil.h"
#include "import/uuid.h"
#include "terms.h"

#include <stdlib.h>
#include <string.h>

/* What is said of one service so far, a text a field of a card, by its place; and what has no field. */
struct saying {
	struct hsds_row *service;
	struct buf *fields;
	bool is_virtual;
};

/* Rows by their ids, or by whose they are. */
struct gatherer {
	struct package *package;
	struct index sayings; /* by service */
	struct index organizations, locations, places, terms;
	struct index addresses; /* by location */
	struct index numbers;   /* phones by location or organization */
	struct index ours;      /* struct term by its id */
};

static const struct entity_info *card_info(void)
{
	return &entity_infos[ENTITY_card];
}

static struct buf *field_of(struct saying *saying, enum field field)
{
	return &saying->fields[field_info_of(field) - card_info()->fields];
}

/* What its field has no room for, or what has none, is kept a line each. */
static void keep(struct saying *saying, const char *header, const char *text)
{
	struct buf *extra = field_of(saying, FIELD_card_extra);

	if (!text[0])
		return;
	buf_addf(extra, "%s%s: ", extra->len ? "\n" : "", header);
	for (; *text; text++)
		buf_add_char(extra, *text == '\n' ? ' ' : *text);
}

/* Behind what stands there already, in a list. */
static void say(struct saying *saying, enum field field, const char *header, const char *text)
{
	const struct field_info *info = field_info_of(field);
	struct buf *said = field_of(saying, field);

	if (!text[0])
		return;
	if (said->len + strlen(text) + strlen("、") > (size_t)info->limit) {
		keep(saying, header, text);
		return;
	}
	if (said->len > 0)
		buf_add_text(said, "、");
	buf_add_text(said, text);
}

static void say_state(struct saying *saying)
{
	static const struct {
		const char *status;
		enum card_state state;
	} states[] = {
		{ "active", CARD_STATE_KNOWN },
		{ "inactive", CARD_STATE_RESTING },
		{ "temporarily closed", CARD_STATE_RESTING },
		{ "defunct", CARD_STATE_ENDED },
	};
	const char *status = hsds_cell(saying->service, HSDS_service_status);

	for (size_t i = 0; i < COUNT(states); i++) {
		if (strcmp(states[i].status, status) == 0)
			buf_add_text(field_of(saying, FIELD_card_state), code_text(&codes_card_state, states[i].state));
	}
}

static void say_phone(struct saying *saying, const struct hsds_row *row)
{
	struct buf number = { 0 };

	buf_add_text(&number, hsds_cell(row, HSDS_phone_number));
	if (hsds_cell(row, HSDS_phone_extension)[0])
		buf_addf(&number, " 内線%s", hsds_cell(row, HSDS_phone_extension));
	say(saying, FIELD_card_phone, "phone", buf_text(&number));
	buf_done(&number);
}

/* The number of the place, or of who is behind it, where the service has none of its own. */
static void say_number(struct gatherer *gatherer, struct saying *saying, const char *whose)
{
	bool many;
	const struct hsds_row *row = index_find(&gatherer->numbers, whose, &many);

	if (row && field_of(saying, FIELD_card_phone)->len == 0)
		say_phone(saying, row);
}

static void say_organization(struct gatherer *gatherer, struct saying *saying)
{
	bool many;
	const struct hsds_row *row = index_find(&gatherer->organizations,
						hsds_cell(saying->service, HSDS_service_organization_id), &many);
	const char *description = row ? hsds_cell(row, HSDS_organization_description) : "";

	if (row && strcmp(description, hsds_free_tie) != 0 && strcmp(description, hsds_unsaid_body) != 0)
		say(saying, FIELD_card_organization, "organization", hsds_cell(row, HSDS_organization_name));
	if (row)
		say_number(gatherer, saying, hsds_id(row));
}

/* The columns of a service: those that have a field, but for an id that we made, and the others as they are. */
static void say_service(struct saying *saying)
{
	static const struct {
		enum hsds_column column;
		enum field field;
	} fields[] = {
		{ HSDS_service_id, FIELD_card_hsds_id },
		{ HSDS_service_name, FIELD_card_name },
		{ HSDS_service_description, FIELD_card_strength },
		{ HSDS_service_url, FIELD_card_url },
		{ HSDS_service_fees_description, FIELD_card_cost },
		{ HSDS_service_eligibility_description, FIELD_card_eligibility },
		{ HSDS_service_assured_date, FIELD_card_verified_on },
	};

	for (size_t i = hsds_id(saying->service)[0] == '#'; i < COUNT(fields); i++)
		say(saying, fields[i].field, hsds_columns[fields[i].column].name,
		    hsds_cell(saying->service, fields[i].column));
	for (enum hsds_column column = HSDS_service_id; column < HSDS_service_end; column++) {
		if (hsds_columns[column].use == HSDS_READ)
			keep(saying, hsds_columns[column].name, hsds_cell(saying->service, column));
	}
}

static struct saying *saying_of(struct gatherer *gatherer, const char *service)
{
	bool many;

	return index_find(&gatherer->sayings, service, &many);
}

/* Of a service, or of a service at a place. */
static struct saying *saying_at(struct gatherer *gatherer, const struct hsds_row *row, enum hsds_column service,
				enum hsds_column place)
{
	bool many;
	const struct hsds_row *at = index_find(&gatherer->places, hsds_cell(row, place), &many);

	return saying_of(gatherer, at ? hsds_cell(at, HSDS_service_at_location_service_id) : hsds_cell(row, service));
}

typedef void taking(struct gatherer *gatherer, const struct hsds_row *row);

/* The first of each. */
static void index_once(struct index *index, const char *key, const struct hsds_row *row)
{
	bool many;

	if (key[0] && !index_find(index, key, &many))
		index_add(index, key, (void *)row);
}

static void take_phone(struct gatherer *gatherer, const struct hsds_row *row)
{
	struct saying *saying = saying_at(gatherer, row, HSDS_phone_service_id, HSDS_phone_service_at_location_id);

	if (saying)
		say_phone(saying, row);
	index_once(&gatherer->numbers, hsds_cell(row, HSDS_phone_location_id), row);
	index_once(&gatherer->numbers, hsds_cell(row, HSDS_phone_organization_id), row);
}

/* Days as RFC 5545 names them, "MO,WE", and the hours. */
static void add_times(struct buf *out, const struct hsds_row *row)
{
	static const char names[] = "MOTUWETHFRSASU";
	static const char *const days[] = { "月", "火", "水", "木", "金", "土", "日" };
	const char *opens = hsds_cell(row, HSDS_schedule_opens_at), *closes = hsds_cell(row, HSDS_schedule_closes_at);

	for (const char *at = hsds_cell(row, HSDS_schedule_byday); *at; at++) {
		size_t day = 0;
		while (day < 7 && strncmp(at, names + 2 * day, 2) != 0)
			day++;
		if (day < 7)
			buf_add_text(out, days[day]);
		else
			buf_add_char(out, *at);
		at += day < 7;
	}
	if (opens[0] || closes[0])
		buf_addf(out, "%s%.5s–%.5s", out->len ? " " : "", opens, closes);
}

static void take_schedule(struct gatherer *gatherer, const struct hsds_row *row)
{
	struct saying *saying = saying_at(gatherer, row, HSDS_schedule_service_id, HSDS_schedule_service_at_location_id);
	const char *description = hsds_cell(row, HSDS_schedule_description), *notes = hsds_cell(row, HSDS_schedule_notes);
	struct buf text = { 0 };

	if (!saying)
		return;
	if (description[0])
		buf_add_text(&text, description);
	else
		add_times(&text, row);
	if (notes[0])
		buf_addf(&text, "%s%s", text.len ? " " : "", notes);
	say(saying, FIELD_card_schedule, "schedule", buf_text(&text));
	buf_done(&text);
}

static void take_area(struct gatherer *gatherer, const struct hsds_row *row)
{
	struct saying *saying = saying_of(gatherer, hsds_cell(row, HSDS_service_area_service_id));

	if (saying)
		say(saying, FIELD_card_area, "service_area", hsds_cell(row, HSDS_service_area_name));
}

static void take_address(struct gatherer *gatherer, const struct hsds_row *row)
{
	index_once(&gatherer->addresses, hsds_cell(row, HSDS_address_location_id), row);
}

/* The largest first, as addresses are written in Japan; elsewhere the other way round. */
static void say_address(struct saying *saying, const struct hsds_row *row)
{
	static const enum hsds_column parts[] = {
		HSDS_address_state_province, HSDS_address_region, HSDS_address_city, HSDS_address_address_1,
		HSDS_address_address_2,
	};
	enum { PARTS = COUNT(parts) };
	bool japan = strcmp(hsds_cell(row, HSDS_address_country), "JP") == 0;
	struct buf text = { 0 };

	if (japan && hsds_cell(row, HSDS_address_postal_code)[0])
		buf_addf(&text, "〒%s ", hsds_cell(row, HSDS_address_postal_code));
	for (size_t i = 0; i < PARTS; i++) {
		const char *part = hsds_cell(row, parts[japan ? i : PARTS - 1 - i]);
		buf_addf(&text, "%s%s", part[0] && text.len && !japan ? ", " : "", part);
	}
	if (!japan && hsds_cell(row, HSDS_address_postal_code)[0])
		buf_addf(&text, " %s", hsds_cell(row, HSDS_address_postal_code));
	say(saying, FIELD_card_address, "address", buf_text(&text));
	buf_done(&text);
}

static void say_place(struct gatherer *gatherer, struct saying *saying, const struct hsds_row *location)
{
	bool many;
	const struct hsds_row *address = index_find(&gatherer->addresses, hsds_id(location), &many);
	const char *name = hsds_cell(location, HSDS_location_name);
	const char *description = hsds_cell(location, HSDS_location_description);

	if (address) {
		say_address(saying, address);
		keep(saying, "location", name);
		keep(saying, "location", description);
	} else {
		say(saying, FIELD_card_address, "location", description[0] ? description : name);
	}
	say_number(gatherer, saying, hsds_id(location));
}

static void take_place(struct gatherer *gatherer, const struct hsds_row *row)
{
	bool many;
	struct saying *saying = saying_of(gatherer, hsds_cell(row, HSDS_service_at_location_service_id));
	const struct hsds_row *location = index_find(&gatherer->locations,
						     hsds_cell(row, HSDS_service_at_location_location_id), &many);

	if (!saying || !location)
		return;
	saying->is_virtual = strcmp(hsds_cell(location, HSDS_location_location_type), "virtual") == 0;
	if (!saying->is_virtual)
		say_place(gatherer, saying, location);
	else if (field_of(saying, FIELD_card_url)->len == 0)
		say(saying, FIELD_card_url, "url", hsds_cell(location, HSDS_location_url));
}

/* Ours by its term; anybody else's is kept under its term's name. */
static void take_attribute(struct gatherer *gatherer, const struct hsds_row *row)
{
	bool many;
	const char *id = hsds_cell(row, HSDS_attribute_taxonomy_term_id), *value = hsds_cell(row, HSDS_attribute_value);
	struct saying *saying = saying_of(gatherer, hsds_cell(row, HSDS_attribute_link_id));
	const struct term *ours = index_find(&gatherer->ours, id, &many);
	const struct hsds_row *other = index_find(&gatherer->terms, id, &many);

	if (!saying)
		return;
	if (ours) {
		struct buf *field = field_of(saying, ours->field->field);
		buf_clear(field);
		if (ours->field->codes)
			buf_add_text(field, code_text(ours->field->codes, ours->code));
		else
			buf_add_text(field, field_type_is_text(ours->field->type) ? value : "1");
	} else if (other) {
		const char *name = hsds_cell(other, HSDS_taxonomy_term_name);
		keep(saying, value[0] ? name : "taxonomy_term", value[0] ? value : name);
	}
}

static void index_ours(struct gatherer *gatherer)
{
	struct term term;

	for (size_t i = 0; terms_at(i, &term); i++) {
		struct term *kept = arena_new(&gatherer->package->arena, 1, sizeof *kept);
		*kept = term;
		index_add(&gatherer->ours, terms_uuid(&term).text, kept);
	}
}

static void index_all(struct gatherer *gatherer)
{
	package_index(gatherer->package, HSDS_organization, &gatherer->organizations);
	package_index(gatherer->package, HSDS_location, &gatherer->locations);
	package_index(gatherer->package, HSDS_service_at_location, &gatherer->places);
	package_index(gatherer->package, HSDS_taxonomy_term, &gatherer->terms);
	index_ours(gatherer);
}

static void done_indexes(struct gatherer *gatherer)
{
	index_done(&gatherer->sayings);
	index_done(&gatherer->organizations);
	index_done(&gatherer->locations);
	index_done(&gatherer->places);
	index_done(&gatherer->terms);
	index_done(&gatherer->addresses);
	index_done(&gatherer->numbers);
	index_done(&gatherer->ours);
}

static struct saying *begin_sayings(struct gatherer *gatherer)
{
	const struct package_rows *services = &gatherer->package->of[HSDS_service];
	struct saying *sayings = arena_new(&gatherer->package->arena, services->len, sizeof *sayings);
	bool many;

	for (size_t i = 0; i < services->len; i++) {
		const char *id = hsds_id(services->at[i]);
		sayings[i].service = services->at[i];
		sayings[i].fields = mem_new(card_info()->fields_len, sizeof *sayings[i].fields);
		if (id[0] && !index_find(&gatherer->sayings, id, &many))
			index_add(&gatherer->sayings, id, &sayings[i]);
		say_service(&sayings[i]);
		say_state(&sayings[i]);
	}
	return sayings;
}

static void take_all(struct gatherer *gatherer)
{
	/* A place asks for its address and number, which therefore come first. */
	static const struct {
		enum hsds_table table;
		taking *take;
	} takings[] = {
		{ HSDS_phone, take_phone },	   { HSDS_address, take_address },
		{ HSDS_service_at_location, take_place }, { HSDS_schedule, take_schedule },
		{ HSDS_service_area, take_area },  { HSDS_attribute, take_attribute },
	};

	for (size_t i = 0; i < COUNT(takings); i++) {
		const struct package_rows *rows = &gatherer->package->of[takings[i].table];
		for (size_t k = 0; k < rows->len; k++)
			takings[i].take(gatherer, rows->at[k]);
	}
}

static bool is_column(const struct field_info *field)
{
	return field->type != FIELD_TYPE_REF;
}

/* A veil over what is recorded here says nothing of it. */
static void write_saying(struct csv_writer *csv, struct saying *saying, bool recorded)
{
	struct buf *kind = field_of(saying, FIELD_card_kind);

	if (saying->is_virtual && kind->len == 0)
		buf_add_text(kind, code_text(&codes_card_kind, CARD_KIND_ONLINE));
	for (size_t i = 0; i < card_info()->fields_len; i++) {
		const char *text = buf_text(&saying->fields[i]);
		if (is_column(&card_info()->fields[i]))
			csv_write_text(csv, recorded && strstr(text, VEIL_MARK) ? "" : text);
		buf_done(&saying->fields[i]);
	}
	free(saying->fields);
	csv_end_row(csv);
}

static void write_header(struct csv_writer *csv)
{
	for (size_t i = 0; i < card_info()->fields_len; i++) {
		if (is_column(&card_info()->fields[i]))
			csv_write_text(csv, card_info()->fields[i].name);
	}
	csv_end_row(csv);
}

static void index_recorded(const struct workbook *book, struct index *index)
{
	for (size_t i = 0; i < book->cards.len; i++)
		index_add(index, uuid_of_card(&book->cards.at[i]).text, &book->cards.at[i]);
}

void hsds_to_sheet(struct package *package, const struct workbook *book, size_t before, struct buf *out)
{
	struct gatherer gatherer = { .package = package };
	struct csv_writer csv = { .out = out };
	struct index recorded = { 0 };
	const struct package_rows *services = &package->of[HSDS_service];
	size_t written = 1;
	bool many;

	index_all(&gatherer);
	index_recorded(book, &recorded);
	struct saying *sayings = begin_sayings(&gatherer);
	take_all(&gatherer);
	write_header(&csv);
	for (size_t i = 0; i < services->len; i++) {
		say_organization(&gatherer, &sayings[i]);
		for (; written + 1 < services->at[i]->number + before; written++)
			csv_end_row(&csv);
		write_saying(&csv, &sayings[i], index_find(&recorded, uuid_of_service(hsds_id(services->at[i])).text, &many) != NULL);
		written++;
	}
	index_done(&recorded);
	done_indexes(&gatherer);
}
