#include "hsds_saying.h"

#include "base/mem.h"
#include "exchange/veil.h"
#include "hsds_cards.h"

#include <stdlib.h>
#include <string.h>

static const struct entity_info *card_info(void)
{
	return &entity_infos[ENTITY_card];
}

struct buf *saying_field(struct saying *saying, enum field field)
{
	return &saying->fields[field_info_of(field) - card_info()->fields];
}

void saying_keep(struct saying *saying, const char *header, const char *text)
{
	struct buf *extra = saying_field(saying, FIELD_card_extra);

	if (!text[0])
		return;
	buf_addf(extra, "%s%s: ", extra->len ? "\n" : "", header);
	for (; *text; text++)
		buf_add_char(extra, *text == '\n' ? ' ' : *text);
}

void saying_add(struct saying *saying, enum field field, const char *header, const char *text)
{
	const struct field_info *info = field_info_of(field);
	struct buf *said = saying_field(saying, field);

	if (!text[0])
		return;
	if (said->len + strlen(text) + strlen("、") > (size_t)info->limit) {
		saying_keep(saying, header, text);
		return;
	}
	if (said->len > 0)
		buf_add_text(said, "、");
	buf_add_text(said, text);
}

static void add_state(struct saying *saying)
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
			buf_add_text(saying_field(saying, FIELD_card_state), code_text(&codes_card_state, states[i].state));
	}
}

void saying_add_phone(struct saying *saying, const struct hsds_row *row)
{
	struct buf number = { 0 };

	buf_add_text(&number, hsds_cell(row, HSDS_phone_number));
	if (hsds_cell(row, HSDS_phone_extension)[0])
		buf_addf(&number, " 内線%s", hsds_cell(row, HSDS_phone_extension));
	saying_add(saying, FIELD_card_phone, "phone", buf_text(&number));
	buf_done(&number);
}

/* The columns of a service: those that have a field, but for an id that we made, and the others as they are. */
static void add_service(struct saying *saying)
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
		saying_add(saying, fields[i].field, hsds_columns[fields[i].column].name,
			   hsds_cell(saying->service, fields[i].column));
	for (enum hsds_column column = HSDS_service_id; column < HSDS_service_end; column++) {
		if (hsds_columns[column].use == HSDS_READ)
			saying_keep(saying, hsds_columns[column].name, hsds_cell(saying->service, column));
	}
}

void saying_begin(struct saying *saying, struct hsds_row *service)
{
	*saying = (struct saying){ .service = service, .fields = mem_new(card_info()->fields_len, sizeof *saying->fields) };
	add_service(saying);
	add_state(saying);
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

void saying_add_schedule(struct saying *saying, const struct hsds_row *row)
{
	const char *description = hsds_cell(row, HSDS_schedule_description), *notes = hsds_cell(row, HSDS_schedule_notes);
	struct buf text = { 0 };

	if (description[0])
		buf_add_text(&text, description);
	else
		add_times(&text, row);
	if (notes[0])
		buf_addf(&text, "%s%s", text.len ? " " : "", notes);
	saying_add(saying, FIELD_card_schedule, "schedule", buf_text(&text));
	buf_done(&text);
}

/* The largest first, as addresses are written in Japan; elsewhere the other way round. */
void saying_add_address(struct saying *saying, const struct hsds_row *row)
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
	saying_add(saying, FIELD_card_address, "address", buf_text(&text));
	buf_done(&text);
}

static bool is_column(const struct field_info *field)
{
	return field->type != FIELD_TYPE_REF;
}

void saying_write(struct csv_writer *csv, struct saying *saying, bool is_recorded)
{
	struct buf *kind = saying_field(saying, FIELD_card_kind);

	if (saying->is_virtual && kind->len == 0)
		buf_add_text(kind, code_text(&codes_card_kind, CARD_KIND_ONLINE));
	for (size_t i = 0; i < card_info()->fields_len; i++) {
		const char *text = buf_text(&saying->fields[i]);
		if (is_column(&card_info()->fields[i]))
			csv_write_text(csv, is_recorded && strstr(text, VEIL_MARK) ? "" : text);
		buf_done(&saying->fields[i]);
	}
	free(saying->fields);
	csv_end_row(csv);
}

void saying_write_header(struct csv_writer *csv)
{
	for (size_t i = 0; i < card_info()->fields_len; i++) {
		if (is_column(&card_info()->fields[i]))
			csv_write_text(csv, card_info()->fields[i].name);
	}
	csv_end_row(csv);
}
