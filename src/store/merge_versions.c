#include "merge_parts.h"

#include "base/mem.h"
#include "calling.h"

#include <stdio.h>
#include <string.h>

/* What each side said last of each column. */
struct versions {
	const struct saying *ours[ROW_COLUMNS_MAX], *theirs[ROW_COLUMNS_MAX];
};

static void note_theirs(const struct lineage *lineage, int64_t before, struct versions *versions)
{
	for (size_t i = 0; i < lineage->len; i++)
		if (lineage->at[i].seq > before)
			versions->theirs[row_column_of(lineage->info, lineage->at[i].field)] = &lineage->at[i];
}

/* What both know is nobody's version; and only of what they changed have we one to compare. */
static void note_ours(const struct lineage *lineage, int64_t before, const struct known *known, struct versions *versions)
{
	for (size_t i = lineage->len; i-- > 0;) {
		const struct saying *saying = &lineage->at[i];
		size_t column = row_column_of(lineage->info, saying->field);
		if (saying->seq <= before && versions->theirs[column] && !versions->ours[column] && !known_has(known, saying->seq))
			versions->ours[column] = saying;
	}
}

static void add_conflict(struct merge_result *result, struct merge_conflict conflict)
{
	bool is_full = (result->conflicts_len & (result->conflicts_len - 1)) == 0; /* at 0, 1, 2, 4, … */

	if (is_full)
		result->conflicts = mem_grow(result->conflicts, result->conflicts_len ? 2 * result->conflicts_len : 1,
					     sizeof *result->conflicts);
	result->conflicts[result->conflicts_len++] = conflict;
}

/* As the log has it: the words for it are found when all rows are what they will be. */
static const char *value_of(const struct saying *saying, struct arena *arena)
{
	char number[24];

	if (column_is_text(saying->field))
		return arena_copy(arena, saying->value);
	snprintf(number, sizeof number, "%lld", (long long)saying->number);
	return arena_copy(arena, number);
}

static void keep_conflict(const struct lineage *lineage, const struct saying *ours, const struct saying *theirs,
			  struct merge_result *result)
{
	bool is_theirs = theirs > ours; /* sayings stand in the order in which they win */
	const char *kept = value_of(is_theirs ? theirs : ours, &result->arena);
	const char *other = value_of(is_theirs ? ours : theirs, &result->arena);

	/* What a published list said last is nothing that anybody wrote here. */
	if (strcmp(kept, other) == 0 || ours->field->field == FIELD_card_source_said)
		return;
	add_conflict(result, (struct merge_conflict){
				     .entity = lineage->info->entity,
				     .id = arena_copy(&result->arena, lineage->id),
				     .name = "",
				     .field = ours->field,
				     .kept = kept,
				     .other = other,
				     .kept_is_theirs = is_theirs,
			     });
}

void versions_compare(const struct known *known, int64_t before, const struct lineage *lineage, struct merge_result *result)
{
	struct versions versions = { 0 };

	note_theirs(lineage, before, &versions);
	note_ours(lineage, before, known, &versions);
	for (size_t i = 0; i < row_columns(lineage->info); i++)
		if (versions.ours[i])
			keep_conflict(lineage, versions.ours[i], versions.theirs[i], result);
}

/* In people's words, where there are any. */
static const char *name_of(struct store *store, const char *id, const char *otherwise, struct arena *arena, int *rc)
{
	struct buf name = { 0 };

	if (*rc == SQLITE_OK && *id)
		*rc = calling_add(store, id, &name);
	const char *copy = name.len ? arena_copy(arena, buf_text(&name)) : otherwise;
	buf_done(&name);
	return copy;
}

int versions_name(struct store *store, struct merge_result *result)
{
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < result->conflicts_len; i++) {
		struct merge_conflict *conflict = &result->conflicts[i];
		conflict->name = name_of(store, conflict->id, "", &result->arena, &rc);
		if (conflict->field->type != FIELD_TYPE_REF)
			continue;
		conflict->kept = name_of(store, conflict->kept, conflict->kept, &result->arena, &rc);
		conflict->other = name_of(store, conflict->other, conflict->other, &result->arena, &rc);
	}
	return rc;
}
