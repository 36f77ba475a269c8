#include "registry.h"

#include "base/buf.h"
#include "base/mem.h"
#include "exchange/imprint.h"
#include "text/fold.h"
#include "uuid.h"

#include <stdio.h>
#include <string.h>

/* By what a row is known again. */
static const struct identity {
	enum field name, place;
	enum field number, source; /* FIELD_gone: has none */
} identities[ENTITY_COUNT] = {
	[ENTITY_person] = { FIELD_person_name, FIELD_person_affiliation, FIELD_gone, FIELD_gone },
	[ENTITY_card] = { FIELD_card_name, FIELD_card_area, FIELD_card_number, FIELD_card_source_key },
};

static const char *text_of(const struct row *row, enum field field)
{
	return row_value(row, field_info_of(field)).text;
}

const char *registry_name(const struct registry *registry, const struct row *row)
{
	return text_of(row, registry->identity->name);
}

/* No clean text holds a unit separator, so keys of different kinds never meet in the index. */
#define SEPARATOR "\x1f"

static const char *number_key(struct registry *registry, const struct row *row)
{
	enum field field = registry->identity->number;
	int64_t number = field == FIELD_gone ? 0 : row_value(row, field_info_of(field)).number;
	char key[32] = "";

	if (number != 0)
		snprintf(key, sizeof key, SEPARATOR SEPARATOR "%lld", (long long)number);
	return arena_copy(&registry->arena, key);
}

static const char *source_key(struct registry *registry, const struct row *row)
{
	enum field field = registry->identity->source;
	const char *source = field == FIELD_gone ? "" : text_of(row, field);
	struct buf key = { 0 };

	if (source[0])
		buf_addf(&key, SEPARATOR SEPARATOR SEPARATOR "%s", source);
	const char *copy = arena_copy(&registry->arena, buf_text(&key));
	buf_done(&key);
	return copy;
}

/* A row of the file has no id of its own yet, but what it says of one. */
static const char *package_key(struct registry *registry, const struct row *row)
{
	const struct card *card = (const struct card *)row;
	struct buf key = { 0 };

	if (registry->by_package && (row->id[0] || card->hsds_id[0]))
		buf_addf(&key, SEPARATOR SEPARATOR SEPARATOR SEPARATOR "%s",
			 row->id[0] ? uuid_of_card(card).text : uuid_of_service(card->hsds_id).text);
	const char *copy = arena_copy(&registry->arena, buf_text(&key));
	buf_done(&key);
	return copy;
}

static void make_keys(struct registry *registry, struct keyed *keyed)
{
	const char *name = registry_name(registry, keyed->row), *place = text_of(keyed->row, registry->identity->place);
	struct buf key = { 0 };

	keyed->package = package_key(registry, keyed->row);
	keyed->number = number_key(registry, keyed->row);
	keyed->source = source_key(registry, keyed->row);
	text_fold(&key, name, strlen(name));
	keyed->name = arena_copy(&registry->arena, buf_text(&key));
	buf_add_text(&key, SEPARATOR);
	text_fold(&key, place, strlen(place));
	keyed->name_place = arena_copy(&registry->arena, buf_text(&key));
	keyed->has_place = place[0] != '\0';
	buf_done(&key);
}

struct keyed *registry_keyed(struct registry *registry, const struct row *row)
{
	struct keyed *keyed = arena_new(&registry->arena, 1, sizeof *keyed);

	keyed->row = row;
	make_keys(registry, keyed);
	return keyed;
}

void registry_add(struct registry *registry, struct keyed *keyed)
{
	if (keyed->package[0])
		index_add(&registry->index, keyed->package, keyed);
	if (keyed->number[0])
		index_add(&registry->index, keyed->number, keyed);
	if (keyed->source[0])
		index_add(&registry->index, keyed->source, keyed);
	index_add(&registry->index, keyed->name_place, keyed);
	index_add(&registry->index, keyed->name, keyed);
}

void registry_change(struct registry *registry, struct keyed *keyed, const struct row *row)
{
	index_drop(&registry->index, keyed->package, keyed);
	index_drop(&registry->index, keyed->number, keyed);
	index_drop(&registry->index, keyed->source, keyed);
	index_drop(&registry->index, keyed->name_place, keyed);
	index_drop(&registry->index, keyed->name, keyed);
	keyed->row = row;
	make_keys(registry, keyed);
	registry_add(registry, keyed);
}

void registry_open(struct registry *registry, const struct workbook *book, enum entity entity, bool by_package)
{
	*registry = (struct registry){ .identity = &identities[entity], .by_package = by_package };
	for (size_t i = 0; i < workbook_len(book, entity); i++)
		registry_add(registry, registry_keyed(registry, workbook_row(book, entity, i)));
}

void registry_done(struct registry *registry)
{
	index_done(&registry->index);
	index_done(&registry->file);
	arena_done(&registry->arena);
}

void *registry_twin(struct registry *registry, const struct keyed *said, void *thing)
{
	const char *const keys[] = { said->package, said->number, said->source, said->name_place };
	const char *key = "";
	bool many;

	for (size_t i = 0; i < COUNT(keys) && !key[0]; i++)
		key = keys[i];
	void *twin = index_find(&registry->file, key, &many);

	if (!twin)
		index_add(&registry->file, key, thing);
	return twin;
}

bool registry_has_name(const struct registry *registry, const struct keyed *said)
{
	bool many;

	return index_find(&registry->index, said->name, &many) || many;
}

bool registry_knows_id(const struct registry *registry, const struct keyed *said)
{
	bool many;
	const struct keyed *known = said->package[0] ? index_find(&registry->index, said->package, &many) : NULL;

	return known && known->row->id[0];
}

static bool is_other(const char *said, const char *recorded)
{
	return said[0] && recorded[0];
}

static bool is_of_other_package(const struct keyed *said, const struct keyed *recorded)
{
	return said->package[0] && ((const struct card *)recorded->row)->hsds_id[0];
}

/* A row with an id, number or key that is not recorded: a card that had none yet, if no other row of the file speaks of that
 * one. */
static struct keyed *find_unmarked(const struct registry *registry, const struct keyed *said)
{
	bool many;
	struct keyed *found = index_find(&registry->index, said->name_place, &many);

	if (!found && !many) {
		found = index_find(&registry->index, said->name, &many);
		if (found && said->has_place && found->has_place)
			return NULL;
	}
	if (!found || found->claimed || is_other(said->number, found->number) || is_other(said->source, found->source))
		return NULL;
	return is_of_other_package(said, found) ? NULL : found;
}

/* A card whose place was changed here: its source said before what it says now. */
static bool was_moved_here(const struct registry *registry, const struct keyed *said, const struct keyed *found)
{
	const struct entity_info *info = &entity_infos[ENTITY_card];
	const struct field_info *area = field_info_of(FIELD_card_area);

	if (registry->identity != &identities[ENTITY_card])
		return false;
	struct imprint imprint = imprint_of_text(info, ((const struct card *)(const void *)found->row)->source_said);
	return imprint_is_of(&imprint, info, (size_t)(area - info->fields), row_value(said->row, area));
}

/* A row that says no place means the only one of its name; one that does, the only one of which no place is recorded
 * yet, or which was there before somebody here moved it. */
static struct keyed *find_by_name(const struct registry *registry, const struct keyed *said, bool *ret_many)
{
	struct keyed *found = index_find(&registry->index, said->name, ret_many);

	if (!said->has_place)
		return found;
	*ret_many = false;
	if (!found || found->claimed)
		return NULL;
	return !found->has_place || was_moved_here(registry, said, found) ? found : NULL;
}

struct keyed *registry_find(const struct registry *registry, const struct keyed *said, enum way way, bool *ret_many)
{
	bool marked = said->package[0] || said->number[0] || said->source[0];

	*ret_many = false;
	switch (way) {
	case BY_PACKAGE:
		return said->package[0] ? index_find(&registry->index, said->package, ret_many) : NULL;
	case BY_NUMBER:
		return said->number[0] ? index_find(&registry->index, said->number, ret_many) : NULL;
	case BY_SOURCE:
		return said->source[0] ? index_find(&registry->index, said->source, ret_many) : NULL;
	case BY_NAME_AND_PLACE:
		return marked ? NULL : index_find(&registry->index, said->name_place, ret_many);
	case BY_NAME:
		return marked ? find_unmarked(registry, said) : find_by_name(registry, said, ret_many);
	case WAYS:
		break;
	}
	return NULL;
}
