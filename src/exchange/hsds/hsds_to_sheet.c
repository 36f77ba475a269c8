#include "hsds_cards.h"

#include "base/mem.h"
#include "exchange/csv.h"
#include "hsds_saying.h"
#include "import/uuid.h"
#include "terms.h"

#include <string.h>

/* Rows by their ids, or by whose they are. */
struct gatherer {
	struct package *package;
	struct index sayings; /* by service */
	struct index organizations, locations, places, terms;
	struct index addresses; /* by location */
	struct index numbers;   /* phones by location or organization */
	struct index ours;      /* struct term by its id */
};

/* The number of the place, or of who is behind it, where the service has none of its own. */
static void say_number(struct gatherer *gatherer, struct saying *saying, const char *whose)
{
	bool many;
	const struct hsds_row *row = index_find(&gatherer->numbers, whose, &many);

	if (row && saying_field(saying, FIELD_card_phone)->len == 0)
		saying_add_phone(saying, row);
}

static void say_organization(struct gatherer *gatherer, struct saying *saying)
{
	bool many;
	const struct hsds_row *row = index_find(&gatherer->organizations,
						hsds_cell(saying->service, HSDS_service_organization_id), &many);
	const char *description = row ? hsds_cell(row, HSDS_organization_description) : "";

	if (row && strcmp(description, hsds_free_tie) != 0 && strcmp(description, hsds_unsaid_body) != 0)
		saying_add(saying, FIELD_card_organization, "organization", hsds_cell(row, HSDS_organization_name));
	if (row)
		say_number(gatherer, saying, hsds_id(row));
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
		saying_add_phone(saying, row);
	index_once(&gatherer->numbers, hsds_cell(row, HSDS_phone_location_id), row);
	index_once(&gatherer->numbers, hsds_cell(row, HSDS_phone_organization_id), row);
}

static void take_schedule(struct gatherer *gatherer, const struct hsds_row *row)
{
	struct saying *saying = saying_at(gatherer, row, HSDS_schedule_service_id, HSDS_schedule_service_at_location_id);

	if (saying)
		saying_add_schedule(saying, row);
}

static void take_area(struct gatherer *gatherer, const struct hsds_row *row)
{
	struct saying *saying = saying_of(gatherer, hsds_cell(row, HSDS_service_area_service_id));

	if (saying)
		saying_add(saying, FIELD_card_area, "service_area", hsds_cell(row, HSDS_service_area_name));
}

static void take_address(struct gatherer *gatherer, const struct hsds_row *row)
{
	index_once(&gatherer->addresses, hsds_cell(row, HSDS_address_location_id), row);
}

static void say_place(struct gatherer *gatherer, struct saying *saying, const struct hsds_row *location)
{
	bool many;
	const struct hsds_row *address = index_find(&gatherer->addresses, hsds_id(location), &many);
	const char *name = hsds_cell(location, HSDS_location_name);
	const char *description = hsds_cell(location, HSDS_location_description);

	if (address) {
		saying_add_address(saying, address);
		saying_keep(saying, "location", name);
		saying_keep(saying, "location", description);
	} else {
		saying_add(saying, FIELD_card_address, "location", description[0] ? description : name);
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
	else if (saying_field(saying, FIELD_card_url)->len == 0)
		saying_add(saying, FIELD_card_url, "url", hsds_cell(location, HSDS_location_url));
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
		struct buf *field = saying_field(saying, ours->field->field);
		buf_clear(field);
		if (ours->field->codes)
			buf_add_text(field, code_text(ours->field->codes, ours->code));
		else
			buf_add_text(field, field_type_is_text(ours->field->type) ? value : "1");
	} else if (other) {
		const char *name = hsds_cell(other, HSDS_taxonomy_term_name);
		saying_keep(saying, value[0] ? name : "taxonomy_term", value[0] ? value : name);
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
		saying_begin(&sayings[i], services->at[i]);
		if (id[0] && !index_find(&gatherer->sayings, id, &many))
			index_add(&gatherer->sayings, id, &sayings[i]);
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
	saying_write_header(&csv);
	for (size_t i = 0; i < services->len; i++) {
		say_organization(&gatherer, &sayings[i]);
		for (; written + 1 < services->at[i]->number + before; written++)
			csv_end_row(&csv);
		saying_write(&csv, &sayings[i], index_find(&recorded, uuid_of_service(hsds_id(services->at[i])).text, &many) != NULL);
		written++;
	}
	index_done(&recorded);
	done_indexes(&gatherer);
}
