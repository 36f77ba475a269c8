#include "registry.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

/* By what a row is known again. */
static const struct identity {
	enum field name, place;
	enum field number; /* FIELD_gone: has none */
} identities[ENTITY_COUNT] = {
	[ENTITY_person] = { FIELD_person_name, FIELD_person_affiliation, FIELD_gone },
	[ENTITY_card] = { FIELD_card_name, FIELD_card_area, FIELD_card_number },
};

static const char *text_of(const struct row *row, enum field field)
{
	return row_value(row, field_info_of(field)).text;
}

static const char *place_of(const struct registry *registry, const struct row *row)
{
	return text_of(row, registry->identity->place);
}

static int64_t number_of(const struct registry *registry, const struct row *row)
{
	enum field number = registry->identity->number;

	return number == FIELD_gone ? 0 : row_value(row, field_info_of(number)).number;
}

const char *registry_name(const struct registry *registry, const struct row *row)
{
	return text_of(row, registry->identity->name);
}

/* A row's number, its name and place, and its name alone. No clean text holds a unit separator, so the three never meet. */
struct keys {
	struct buf number, full, name;
};

static void keys_make(const struct registry *registry, const struct row *row, struct keys *keys)
{
	const char *name = registry_name(registry, row), *place = place_of(registry, row);

	if (number_of(registry, row) != 0)
		buf_addf(&keys->number, "\x1f\x1f%lld", (long long)number_of(registry, row));
	text_fold(&keys->name, name, strlen(name));
	buf_add(&keys->full, buf_text(&keys->name), keys->name.len);
	buf_add_char(&keys->full, '\x1f');
	text_fold(&keys->full, place, strlen(place));
}

static void keys_done(struct keys *keys)
{
	buf_done(&keys->number);
	buf_done(&keys->full);
	buf_done(&keys->name);
}

/* Adds or drops the row under all its keys. */
static void under_keys(struct registry *registry, struct known *known,
		       void (*change)(struct index *index, const char *key, void *thing))
{
	struct keys keys = { 0 };

	keys_make(registry, known->row, &keys);
	if (keys.number.len > 0)
		change(&registry->index, buf_text(&keys.number), known);
	change(&registry->index, buf_text(&keys.full), known);
	change(&registry->index, buf_text(&keys.name), known);
	keys_done(&keys);
}

void registry_open(struct registry *registry, const struct workbook *book, enum entity entity)
{
	*registry = (struct registry){ .info = &entity_infos[entity], .identity = &identities[entity] };
	for (size_t i = 0; i < workbook_len(book, entity); i++)
		registry_add(registry, workbook_row(book, entity, i), 0);
}

void registry_done(struct registry *registry)
{
	index_done(&registry->index);
	arena_done(&registry->arena);
}

void registry_add(struct registry *registry, const struct row *row, size_t claimed_by)
{
	struct known *known = arena_new(&registry->arena, 1, sizeof *known);

	*known = (struct known){ .row = row, .claimed_by = claimed_by };
	under_keys(registry, known, index_add);
}

void registry_change(struct registry *registry, struct known *known, const struct row *row)
{
	under_keys(registry, known, index_drop);
	known->row = row;
	under_keys(registry, known, index_add);
}

static bool numbers_agree(const struct registry *registry, const struct row *row, const struct known *known)
{
	int64_t said = number_of(registry, row), recorded = number_of(registry, known->row);

	return said == 0 || recorded == 0 || said == recorded;
}

/* The only one of a name, where the row says no place; or where none is recorded and the file has not spoken of it yet. */
static bool is_meant_by_name(const struct registry *registry, const struct row *row, const struct known *known)
{
	bool place_said = place_of(registry, row)[0] != '\0';
	bool place_recorded = place_of(registry, known->row)[0] != '\0';

	return numbers_agree(registry, row, known) && (!place_said || (!place_recorded && known->claimed_by == 0));
}

static struct known *find_by_keys(const struct registry *registry, const struct row *row, const struct keys *keys,
				  bool *ret_many)
{
	struct known *known = NULL;

	*ret_many = false;
	if (keys->number.len > 0)
		known = index_find(&registry->index, buf_text(&keys->number), ret_many);
	if (known || *ret_many)
		return known;
	known = index_find(&registry->index, buf_text(&keys->full), ret_many);
	if (known && numbers_agree(registry, row, known))
		return known;
	if (!*ret_many) {
		known = index_find(&registry->index, buf_text(&keys->name), ret_many);
		*ret_many &= place_of(registry, row)[0] == '\0';
	}
	/* A number not yet recorded tells a row apart from all that are. */
	*ret_many &= keys->number.len == 0;
	return known && is_meant_by_name(registry, row, known) ? known : NULL;
}

struct known *registry_find(const struct registry *registry, const struct row *row, bool *ret_many)
{
	struct keys keys = { 0 };

	keys_make(registry, row, &keys);
	struct known *known = find_by_keys(registry, row, &keys, ret_many);
	keys_done(&keys);
	return known;
}
