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
		registry_add(registry, workbook_row(book, entity, i), false);
}

void registry_done(struct registry *registry)
{
	index_done(&registry->index);
	index_done(&registry->file);
	arena_done(&registry->arena);
}

void registry_add(struct registry *registry, const struct row *row, bool claimed)
{
	struct known *known = arena_new(&registry->arena, 1, sizeof *known);

	*known = (struct known){ .row = row, .claimed = claimed };
	under_keys(registry, known, index_add);
}

void registry_change(struct registry *registry, struct known *known, const struct row *row)
{
	under_keys(registry, known, index_drop);
	known->row = row;
	under_keys(registry, known, index_add);
}

void *registry_twin(struct registry *registry, const struct row *row, void *thing)
{
	struct keys keys = { 0 };
	bool many;

	keys_make(registry, row, &keys);
	const char *key = buf_text(keys.number.len > 0 ? &keys.number : &keys.full);
	void *twin = index_find(&registry->file, key, &many);
	if (!twin)
		index_add(&registry->file, key, thing);
	keys_done(&keys);
	return twin;
}

static bool says_place(const struct registry *registry, const struct row *row)
{
	return place_of(registry, row)[0] != '\0';
}

/* A row with a number that is not recorded: a card that had none yet, if no other row of the file speaks of that one. */
static struct known *find_unnumbered(const struct registry *registry, const struct row *row, const struct keys *keys)
{
	bool many;
	struct known *known = index_find(&registry->index, buf_text(&keys->full), &many);

	if (!known && !many) {
		known = index_find(&registry->index, buf_text(&keys->name), &many);
		if (known && says_place(registry, row) && says_place(registry, known->row))
			return NULL;
	}
	return known && !known->claimed && number_of(registry, known->row) == 0 ? known : NULL;
}

/* A row that says no place means the only one of its name; one that does, the only one of which no place is recorded yet. */
static struct known *find_by_name(const struct registry *registry, const struct row *row, const struct keys *keys, bool *ret_many)
{
	struct known *known = index_find(&registry->index, buf_text(&keys->name), ret_many);

	if (!says_place(registry, row))
		return known;
	*ret_many = false;
	return known && !known->claimed && !says_place(registry, known->row) ? known : NULL;
}

static struct known *find_by(const struct registry *registry, const struct row *row, const struct keys *keys, enum way way,
			     bool *ret_many)
{
	bool numbered = keys->number.len > 0;

	switch (way) {
	case BY_NUMBER:
		return numbered ? index_find(&registry->index, buf_text(&keys->number), ret_many) : NULL;
	case BY_NAME_AND_PLACE:
		return numbered ? NULL : index_find(&registry->index, buf_text(&keys->full), ret_many);
	case BY_NAME:
		return numbered ? find_unnumbered(registry, row, keys) : find_by_name(registry, row, keys, ret_many);
	case WAYS:
		break;
	}
	return NULL;
}

struct known *registry_find(const struct registry *registry, const struct row *row, enum way way, bool *ret_many)
{
	struct keys keys = { 0 };

	*ret_many = false;
	keys_make(registry, row, &keys);
	struct known *known = find_by(registry, row, &keys, way, ret_many);
	keys_done(&keys);
	return known;
}
