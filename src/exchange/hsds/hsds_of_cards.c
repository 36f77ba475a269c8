#include "hsds_cards.h"

#include "base/mem.h"
#include "exchange/veil.h"
#include "import/uuid.h"
#include "terms.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char hsds_free_tie[] = "任意のつながり";
const char hsds_unsaid_body[] = "運営の団体は確かめられていません";
static const char body_description[] = "地域の社会資源を担う団体";

struct leaving {
	struct uuid id;
	const struct card *card;
};

struct maker {
	struct package *package;
	const struct leaving *of; /* whose rows are being made */
	struct index organizations, terms;
};

/* A person's own card leaves while they agree. */
static bool may_leave(const struct card *card)
{
	return card->kind != CARD_KIND_PERSON || card->consent;
}

static int by_id(const void *a, const void *b)
{
	return strcmp(((const struct leaving *)a)->id.text, ((const struct leaving *)b)->id.text);
}

/* A new row with an id of its own among the card's: of what kind, and which of them. */
static struct hsds_row *add_own(struct maker *maker, enum hsds_table table, const char *which)
{
	struct hsds_row *row = package_add(maker->package, table);
	char name[UUID_LEN + TERM_CODE_LEN + 2];

	snprintf(name, sizeof name, "%s %s", maker->of->id.text, which);
	package_set(maker->package, row, hsds_tables[table].first, uuid_of(hsds_tables[table].name, name).text);
	return row;
}

/* A row of the service's own that says one thing, where there is something to say. */
static void add_said(struct maker *maker, enum hsds_column service, enum hsds_column column, const char *text)
{
	if (!text[0])
		return;
	struct hsds_row *row = add_own(maker, hsds_columns[column].table, "");
	package_set(maker->package, row, service, maker->of->id.text);
	package_set(maker->package, row, column, text);
}

/* The row of that id in a table that all cards share, made the first time. */
static struct hsds_row *shared(struct maker *maker, struct index *index, enum hsds_table table, const char *id, bool *ret_new)
{
	bool many;
	struct hsds_row *row = index_find(index, id, &many);

	*ret_new = !row;
	if (row)
		return row;
	row = package_add(maker->package, table);
	package_set(maker->package, row, hsds_tables[table].first, id);
	index_add(index, id, row);
	return row;
}

static const char *describe_body(const struct card *card)
{
	bool free_tie = card->formality == FORMALITY_INFORMAL || card->kind == CARD_KIND_GROUP;

	return card->organization[0] ? body_description : free_tie ? hsds_free_tie : hsds_unsaid_body;
}

static void link_organization(struct maker *maker, struct hsds_row *service)
{
	const struct card *card = maker->of->card;
	const char *name = card->organization[0] ? card->organization : card->name, *description = describe_body(card);
	struct uuid id = uuid_of(description, name);
	bool is_new;
	struct hsds_row *row = shared(maker, &maker->organizations, HSDS_organization, id.text, &is_new);

	if (is_new) {
		package_set(maker->package, row, HSDS_organization_name, name);
		package_set(maker->package, row, HSDS_organization_description, description);
	}
	package_set(maker->package, service, HSDS_service_organization_id, id.text);
}

static void add_taxonomy(struct maker *maker)
{
	struct hsds_row *row = package_add(maker->package, HSDS_taxonomy);

	package_set(maker->package, row, HSDS_taxonomy_id, terms_taxonomy().text);
	package_set(maker->package, row, HSDS_taxonomy_name, terms_taxonomy_name);
	package_set(maker->package, row, HSDS_taxonomy_description, terms_taxonomy_description);
}

/* Terms stand in the package once somebody has used them, and the taxonomy with the first. */
static void use_term(struct maker *maker, const struct term *term, const char *id, const char *code)
{
	bool is_new;
	struct hsds_row *row = shared(maker, &maker->terms, HSDS_taxonomy_term, id, &is_new);

	if (!is_new)
		return;
	if (maker->package->of[HSDS_taxonomy].len == 0)
		add_taxonomy(maker);
	package_set(maker->package, row, HSDS_taxonomy_term_code, code);
	package_set(maker->package, row, HSDS_taxonomy_term_name, terms_name(term));
	package_set(maker->package, row, HSDS_taxonomy_term_description, import_label(term->field));
	package_set(maker->package, row, HSDS_taxonomy_term_taxonomy_id, terms_taxonomy().text);
}

static void add_attribute(struct maker *maker, enum field field)
{
	char code[TERM_CODE_LEN];
	struct term term;

	if (!terms_of_card(maker->of->card, field, &term))
		return;
	terms_code(&term, code);
	struct uuid id = terms_uuid(&term);
	struct hsds_row *row = add_own(maker, HSDS_attribute, code);
	package_set(maker->package, row, HSDS_attribute_link_id, maker->of->id.text);
	package_set(maker->package, row, HSDS_attribute_link_entity, "service");
	package_set(maker->package, row, HSDS_attribute_taxonomy_term_id, id.text);
	if (field_type_is_text(term.field->type))
		package_set(maker->package, row, HSDS_attribute_value,
			    row_value((const struct row *)maker->of->card, term.field).text);
	use_term(maker, &term, id.text, code);
}

/* A scheme and two slashes, and nothing that a URI may not hold (RFC 3986): Japanese would have to be escaped. */
static bool is_uri(const char *text)
{
	size_t scheme = strcspn(text, ":");

	if (scheme == 0 || strncmp(text + scheme, "://", 3) != 0 || !text[scheme + 3])
		return false;
	for (const char *at = text; *at; at++) {
		if (!isalnum((unsigned char)*at) && !strchr("-._~:/?#[]@!$&'()*+,;=%", *at))
			return false;
	}
	return isalpha((unsigned char)text[0]);
}

static bool is_date(const char *text)
{
	static const char form[] = "0000-00-00";

	if (strlen(text) != strlen(form))
		return false;
	for (size_t i = 0; form[i]; i++) {
		if (form[i] == '-' ? text[i] != '-' : !isdigit((unsigned char)text[i]))
			return false;
	}
	int month = atoi(text + 5), day = atoi(text + 8);
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static const char *status_of(enum card_state state)
{
	switch (state) {
	case CARD_STATE_GROWING:
		return "inactive";
	case CARD_STATE_RESTING:
		return "temporarily closed";
	case CARD_STATE_ENDED:
		return "defunct";
	case CARD_STATE_KNOWN:
	case CARD_STATE_FOUND:
		break;
	}
	return "active";
}

static struct hsds_row *add_location(struct maker *maker, const char *type)
{
	struct hsds_row *row = add_own(maker, HSDS_location, type), *link = add_own(maker, HSDS_service_at_location, type);

	package_set(maker->package, row, HSDS_location_location_type, type);
	package_set(maker->package, link, HSDS_service_at_location_service_id, maker->of->id.text);
	package_set(maker->package, link, HSDS_service_at_location_location_id, hsds_id(row));
	return row;
}

/* No postcode is known, which a row of addresses.csv must have: the address is the place's description (field.md 5.1). */
static void add_places(struct maker *maker)
{
	const struct card *card = maker->of->card;

	if (card->address[0])
		package_set(maker->package, add_location(maker, "physical"), HSDS_location_description, card->address);
	if (card->kind == CARD_KIND_ONLINE)
		package_set(maker->package, add_location(maker, "virtual"), HSDS_location_url,
			    is_uri(card->url) ? card->url : "");
}

static void add_attributes(struct maker *maker)
{
	static const enum field always[] = {
		FIELD_card_kind, FIELD_card_formality, FIELD_card_consent, FIELD_card_kana, FIELD_card_offers,
		FIELD_card_source, FIELD_card_note, FIELD_card_source_key, FIELD_card_extra,
	};
	const struct card *card = maker->of->card;

	for (size_t i = 0; i < COUNT(always); i++)
		add_attribute(maker, always[i]);
	if (!is_uri(card->url))
		add_attribute(maker, FIELD_card_url);
	if (!is_date(card->verified_on))
		add_attribute(maker, FIELD_card_verified_on);
	if (card->state == CARD_STATE_FOUND || card->state == CARD_STATE_GROWING)
		add_attribute(maker, FIELD_card_state);
}

static void add_card(struct maker *maker)
{
	struct package *package = maker->package;
	const struct card *card = maker->of->card;
	struct hsds_row *service = package_add(package, HSDS_service);

	package_set(package, service, HSDS_service_id, maker->of->id.text);
	package_set(package, service, HSDS_service_name, card->name);
	package_set(package, service, HSDS_service_description, card->strength);
	package_set(package, service, HSDS_service_url, is_uri(card->url) ? card->url : "");
	package_set(package, service, HSDS_service_status, status_of(card->state));
	package_set(package, service, HSDS_service_fees_description, card->cost);
	package_set(package, service, HSDS_service_eligibility_description, card->eligibility);
	package_set(package, service, HSDS_service_assured_date, is_date(card->verified_on) ? card->verified_on : "");
	link_organization(maker, service);
	add_said(maker, HSDS_phone_service_id, HSDS_phone_number, card->phone);
	add_said(maker, HSDS_schedule_service_id, HSDS_schedule_description, card->schedule);
	add_said(maker, HSDS_service_area_service_id, HSDS_service_area_name, card->area);
	add_places(maker);
	add_attributes(maker);
}

/* Who agrees is not for the reader to see, and an id may look like a telephone number: both are asked of what is not veiled. */
static size_t choose(const struct workbook *book, const struct workbook *veiled, struct leaving *leaving)
{
	struct index agreed = { 0 };
	size_t len = 0;
	bool many;

	for (size_t i = 0; i < book->cards.len; i++) {
		if (may_leave(&book->cards.at[i]))
			index_add(&agreed, book->cards.at[i].id, &book->cards.at[i]);
	}
	for (size_t i = 0; i < veiled->cards.len; i++) {
		struct card *card = &veiled->cards.at[i];
		const struct card *plain = index_find(&agreed, card->id, &many);
		if (!plain)
			continue;
		card->consent = card->kind == CARD_KIND_PERSON;
		leaving[len++] = (struct leaving){ uuid_of_card(plain), card };
	}
	index_done(&agreed);
	qsort(leaving, len, sizeof *leaving, by_id);
	return len;
}

void hsds_of_cards(const struct workbook *book, enum profile profile, struct package *package, size_t *ret_withheld)
{
	struct maker maker = { .package = package };
	struct workbook veiled = { 0 };

	veil_book(book, &(struct run){ 0 }, profile, &veiled);
	struct leaving *leaving = arena_new(&package->arena, book->cards.len, sizeof *leaving);
	size_t len = choose(book, &veiled, leaving);
	*ret_withheld = book->cards.len - len;
	for (size_t i = 0; i < len; i++) {
		maker.of = &leaving[i];
		add_card(&maker);
	}
	index_done(&maker.organizations);
	index_done(&maker.terms);
	workbook_done(&veiled);
}
