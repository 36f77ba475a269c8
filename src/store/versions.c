#include "store/versions.h"

#include "inside.h"
#include "lineage.h"
#include "node.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void store_sign(struct store *store, const char *role, int64_t table)
{
	store->signature[0] = '\0';
	if (role)
		snprintf(store->signature, sizeof store->signature, "%s/%d/%d", role, (int)table, (int)getpid());
}

static enum version_place place_of(struct store *store, const struct saying *saying)
{
	if (!store->node)
		store->node = node_id(store->env);
	if (stamp_node(saying->stamp) != store->node)
		return VERSION_ELSEWHERE;
	size_t len = strlen(store->signature);
	bool is_mine = *saying->knew && len && strncmp(saying->knew + 1, store->signature, len) == 0 &&
		       strchr(" ", saying->knew[1 + len]);
	return is_mine ? VERSION_THIS_CONSOLE : VERSION_THIS_COMPUTER;
}

static struct version version_of(struct store *store, const struct saying *saying, struct arena *arena)
{
	struct version version = { .field = saying->field, .stamp = saying->stamp, .value = { "", 0 } };
	unsigned code = 0;
	int table = 0;

	if (saying->field->type == FIELD_TYPE_CODE) {
		code_of_text(saying->field->codes, saying->value, &code);
		version.value.number = code;
	} else {
		version.value.text = arena_copy(arena, saying->value);
	}
	if (sscanf(saying->knew, "@%11[a-z]/%d", version.role, &table) == 2)
		version.table = table;
	version.place = place_of(store, saying);
	return version;
}

static bool is_listed(const struct version *versions, size_t len, const struct version *wanted)
{
	for (size_t i = 0; i < len; i++)
		if (versions[i].value.number == wanted->value.number && strcmp(versions[i].value.text, wanted->value.text) == 0)
			return true;
	return false;
}

/* The same words said by two people are one version, the newest. */
static size_t list_versions(struct store *store, const struct lineage *lineage, const struct saying *standing, struct arena *arena,
			    struct version *versions)
{
	size_t len = 0;

	versions[len++] = version_of(store, standing, arena);
	for (size_t i = lineage->len; i-- > 0;) {
		const struct saying *saying = &lineage->at[i];
		if (saying->field != standing->field || !lineage_is_other(lineage, saying))
			continue;
		struct version version = version_of(store, saying, arena);
		if (!is_listed(versions, len, &version))
			versions[len++] = version;
	}
	return len;
}

enum status store_versions(struct store *store, enum field field, const char *id, struct store_reach reach, struct arena *arena,
			   struct version **ret_versions, size_t *ret_len, struct fault *fault)
{
	const struct field_info *info = field_info_of(field);
	struct lineage lineage = { 0 };
	int rc = lineage_load(store, &entity_infos[field_entity(field)], id, &lineage);
	const struct saying *standing = rc == SQLITE_OK ? lineage_standing(&lineage, info) : NULL;
	size_t len = 0;

	*ret_len = 0;
	if (standing && info->reach != REACH_SEALED && info->reach <= reach.reach) {
		*ret_versions = arena_new(arena, lineage.len, sizeof **ret_versions);
		len = list_versions(store, &lineage, standing, arena, *ret_versions);
		*ret_len = len > 1 ? len : 0;
	}
	lineage_done(&lineage);
	return store_fault(store, rc, fault);
}
