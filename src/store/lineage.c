#include "lineage.h"

#include "inside.h"

#include <string.h>

/* --- what a fact says it knew --------------------------------------------------------------------------------------------- */

void knew_add(struct buf *knew, const struct knew_entry *entry)
{
	char hex[STAMP_HEX_LEN + 1];

	stamp_to_hex(entry->stamp, hex);
	buf_addf(knew, " %s%c%s", entry->field->name, (char)entry->tie, hex);
}

/* Just the digits of one: what follows them is another entry, or nothing. */
static bool read_stamp(const char *hex, struct stamp *ret_stamp)
{
	return stamp_of_hex(hex, ret_stamp) && (!hex[STAMP_HEX_LEN] || hex[STAMP_HEX_LEN] == ' ');
}

bool knew_next(const char **at, const struct entity_info *info, struct knew_entry *ret_entry)
{
	char name[32] = "";
	size_t len = **at == ' ' ? strcspn(*at + 1, "=!?") : 0;
	const char *tie = *at + 1 + len;

	if (len == 0 || len >= sizeof name || !*tie)
		return false;
	memcpy(name, *at + 1, len);
	struct knew_entry entry = { .field = entity_field(info, name), .tie = (enum tie)*tie };
	if (!entry.field || !read_stamp(tie + 1, &entry.stamp))
		return false;
	*at = tie + 1 + STAMP_HEX_LEN;
	*ret_entry = entry;
	return true;
}

const char *knew_entries(const char *knew)
{
	return *knew == '@' ? knew + strcspn(knew, " ") : NULL;
}

bool knew_is_well(const char *knew, const struct entity_info *info)
{
	const char *at = knew_entries(knew);
	struct knew_entry entry;

	if (!at || (size_t)(at - knew) != 1 + strspn(knew + 1, "abcdefghijklmnopqrstuvwxyz/0123456789"))
		return false;
	while (knew_next(&at, info, &entry))
		;
	return !*at;
}

/* --- which of the sayings are past -------------------------------------------------------------------------------------- */

bool lineage_has(const struct field_info *field)
{
	bool is_written = field->type == FIELD_TYPE_TEXT || field->type == FIELD_TYPE_LINES || field->type == FIELD_TYPE_CODE ||
			  field->field == FIELD_offer_need || field->field == FIELD_step_need;

	return is_written && field_entity(field->field) != ENTITY_run_row;
}

/* The first saying of that stamp or a later one. */
static size_t find_stamp(const struct lineage *lineage, struct stamp stamp)
{
	size_t low = 0, high = lineage->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (stamp_compare(lineage->at[middle].stamp, stamp) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Two copies of one computer may have stamped alike: then it is both. */
static void mark(struct lineage *lineage, const struct knew_entry *entry)
{
	for (size_t i = find_stamp(lineage, entry->stamp);
	     i < lineage->len && stamp_compare(lineage->at[i].stamp, entry->stamp) == 0; i++) {
		if (lineage->at[i].field != entry->field)
			continue;
		if (entry->tie == TIE_REOPENS)
			lineage->at[i].is_undone = true;
		else
			lineage->at[i].is_past = true;
	}
}

static void mark_what_was_taken_back(struct lineage *lineage)
{
	struct knew_entry entry;

	for (size_t i = 0; i < lineage->len; i++)
		for (const char *at = knew_entries(lineage->at[i].knew); at && knew_next(&at, lineage->info, &entry);)
			if (entry.tie == TIE_REOPENS && entry.field == lineage->at[i].field)
				mark(lineage, &entry);
}

static void mark_what_was_known(struct lineage *lineage, const struct saying *by)
{
	const char *at = by->is_undone ? NULL : knew_entries(by->knew);
	struct knew_entry entry;

	while (at && knew_next(&at, lineage->info, &entry))
		if (entry.tie != TIE_REOPENS && entry.field == by->field)
			mark(lineage, &entry);
}

/* What does not say what it knew was written over all that came before. */
static void mark_what_came_before(struct lineage *lineage)
{
	const struct saying *latest[ROW_COLUMNS_MAX] = { NULL };

	for (size_t i = lineage->len; i-- > 0;) {
		struct saying *saying = &lineage->at[i];
		const struct saying **later = &latest[row_column_of(lineage->info, saying->field)];
		if (*later && stamp_compare(saying->stamp, (*later)->stamp) < 0)
			saying->is_past = true;
		if (!*saying->knew && !*later)
			*later = saying;
	}
}

void lineage_mark(struct lineage *lineage)
{
	mark_what_came_before(lineage);
	mark_what_was_taken_back(lineage);
	for (size_t i = 0; i < lineage->len; i++)
		mark_what_was_known(lineage, &lineage->at[i]);
}

const struct saying *lineage_standing(const struct lineage *lineage, const struct field_info *field)
{
	for (size_t i = lineage->len; i-- > 0;)
		if (lineage->at[i].field == field)
			return &lineage->at[i];
	return NULL;
}

bool lineage_is_other(const struct lineage *lineage, const struct saying *saying)
{
	return !saying->is_past && strcmp(saying->value, lineage_standing(lineage, saying->field)->value) != 0;
}

/* --- what a fact about to be written knows --------------------------------------------------------------------------------- */

/* What the writer had read: part of the log, and what the same batch has written. */
struct sight {
	int64_t seen, before;
};

static bool sees(struct sight sight, const struct saying *saying)
{
	return !sight.seen || saying->seq <= sight.seen || saying->seq > sight.before;
}

static const struct saying *standing_in_sight(const struct lineage *lineage, const struct field_info *field, struct sight sight)
{
	for (size_t i = lineage->len; i-- > 0;)
		if (lineage->at[i].field == field && sees(sight, &lineage->at[i]))
			return &lineage->at[i];
	return NULL;
}

/* The value that was seen is written over, whoever said it; who chooses puts all others aside too. */
static void tie_to_seen(const struct lineage *lineage, const struct saying *standing, bool settles, struct sight sight,
			struct buf *knew)
{
	for (size_t i = 0; i < lineage->len; i++) {
		const struct saying *saying = &lineage->at[i];
		bool is_same = strcmp(saying->value, standing->value) == 0;
		if (saying->field != standing->field || !sees(sight, saying) || (saying->is_past && saying != standing))
			continue;
		if (is_same || settles)
			knew_add(knew, &(struct knew_entry){ saying->field, settles ? TIE_SETTLES : TIE_OVER, saying->stamp });
	}
}

static bool has_chosen(const struct lineage *lineage, const struct saying *saying)
{
	const char *at = saying->is_undone ? NULL : knew_entries(saying->knew);
	struct knew_entry entry;

	while (at && knew_next(&at, lineage->info, &entry))
		if (entry.field == saying->field && entry.tie == TIE_SETTLES)
			return true;
	return false;
}

static void tie_to_choice(const struct lineage *lineage, const struct field_info *field, struct buf *knew)
{
	for (size_t i = lineage->len; i-- > 0;) {
		const struct saying *saying = &lineage->at[i];
		if (saying->field != field || !has_chosen(lineage, saying))
			continue;
		knew_add(knew, &(struct knew_entry){ field, TIE_REOPENS, saying->stamp });
		return;
	}
}

void lineage_tie(const struct lineage *lineage, const struct fact *fact, int64_t seen, int64_t before, struct buf *knew)
{
	struct sight sight = { seen, before };

	for (size_t i = 0; i < fact->changes_len; i++) {
		const struct field_info *field = fact->changes[i].field;
		const struct saying *standing = standing_in_sight(lineage, field, sight);
		if (!lineage_has(field))
			continue;
		if (standing)
			tie_to_seen(lineage, standing, fact->settles, sight, knew);
		if (fact->reopens)
			tie_to_choice(lineage, field, knew);
	}
}
