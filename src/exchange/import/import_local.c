/* import_local.c - what was changed here is told from what its source said of a card, and kept (field.md 3, invariant 19). */
#include "import_work.h"

#include "exchange/imprint.h"

#include <string.h>

static const char *imprint_text(const struct row *row)
{
	return ((const struct card *)(const void *)row)->source_said;
}

void import_set_imprint_aside(struct entry *entry)
{
	const struct field_info *field = field_info_of(FIELD_card_source_said);
	uint64_t bit = UINT64_C(1) << (field - entity_infos[ENTITY_card].fields);

	entry->imprint = entry->read.said & bit ? imprint_text(entry->read.row) : "";
	entry->read.said &= ~bit;
	row_set(entry->read.row, field, (struct value){ "", 0 });
}

/* Of a field that no source has said anything of, whatever stands there was written here. */
static bool is_own(const struct imprint *imprints, const struct entity_info *info, size_t field, struct value stands)
{
	bool is_known = (imprints[0].has | imprints[1].has) >> field & 1;

	if (!is_known)
		return field_type_is_text(info->fields[field].type) ? *stands.text : stands.number != 0;
	return !imprint_is_of(&imprints[0], info, field, stands) && !imprint_is_of(&imprints[1], info, field, stands);
}

uint64_t import_keeps(const struct work *work, const struct entry *entry, const struct row *stands, uint64_t differing)
{
	uint64_t kept = 0;

	if (work->info->entity != ENTITY_card || work->overwrites || !differing)
		return 0;
	const struct imprint imprints[] = { imprint_of_text(work->info, imprint_text(stands)),
					    imprint_of_text(work->info, entry->imprint) };
	for (size_t i = 0; i < work->info->fields_len; i++)
		if (differing >> i & 1 && is_own(imprints, work->info, i, row_value(stands, &work->info->fields[i])))
			kept |= UINT64_C(1) << i;
	return kept;
}

const char *import_first_imprint(struct work *work, const struct entry *entry)
{
	struct buf text = { 0 };

	imprint_of_card((const struct card *)(const void *)entry->read.row, &text);
	const char *imprint = arena_copy(&work->arena, buf_text(&text));
	buf_done(&text);
	return imprint;
}

const char *import_imprint(struct work *work, const struct entry *entry, const struct row *stands, uint64_t taken)
{
	const char *before = imprint_text(stands);
	struct imprint imprint = imprint_of_text(work->info, before);
	/* An export of our own says by itself what stood here: only what it changes is new. */
	uint64_t heard = *entry->imprint ? taken : entry->read.said & ~entry->kept;
	struct buf text = { 0 };

	for (size_t i = 0; i < work->info->fields_len; i++)
		if (heard >> i & 1)
			imprint_take(&imprint, work->info, i, row_value(entry->read.row, &work->info->fields[i]));
	imprint_add_text(&imprint, work->info, &text);
	const char *after = strcmp(buf_text(&text), before) == 0 ? NULL : arena_copy(&work->arena, buf_text(&text));
	buf_done(&text);
	return after;
}
