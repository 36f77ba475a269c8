#include "exchange/veil.h"

#include "mask.h"

#include <string.h>

struct veil {
	enum profile profile;
	bool letter_open;
	const struct mask *mask; /* NULL: texts stay as they are */
	struct workbook *book;   /* the copy */
};

static bool is_shown(const struct veil *veil, const struct field_info *field)
{
	return field->reach == REACH_SEALED ? veil->letter_open : profile_may_see(veil->profile, field->reach);
}

static bool is_typed(const struct field_info *field)
{
	return field->type == FIELD_TYPE_TEXT || field->type == FIELD_TYPE_LINES;
}

static void veil_field(const struct veil *veil, struct row *row, const struct field_info *field)
{
	struct value value = row_value(row, field);

	if (!is_shown(veil, field))
		value = (struct value){ .text = "" };
	else if (veil->mask && is_typed(field))
		value.text = mask_text(veil->mask, value.text, &veil->book->arena);
	row_set(row, field, value);
}

static void veil_entity(const struct veil *veil, const struct workbook *book, enum entity entity)
{
	const struct entity_info *info = &entity_infos[entity];
	size_t len = workbook_len(book, entity);
	void *rows = arena_new(&veil->book->arena, len, info->size);

	if (len)
		memcpy(rows, workbook_row(book, entity, 0), len * info->size);
	workbook_set_rows(veil->book, entity, rows, len);
	for (size_t i = 0; i < len; i++)
		for (size_t k = 0; k < info->fields_len; k++)
			veil_field(veil, workbook_row(veil->book, entity, i), &info->fields[k]);
}

/* Invariant 10: nothing of a real case is for the public, not even under another name. */
static void drop_real_cases(struct workbook *book)
{
	bool real = false;

	for (size_t i = 0; i < book->case_stories.len; i++) {
		struct case_story *story = &book->case_stories.at[i];
		if (story->kind != CASE_KIND_REAL)
			continue;
		story->title = story->body = story->strengths = "";
		real = true;
	}
	if (!real)
		return;
	workbook_set_rows(book, ENTITY_need, NULL, 0);
	workbook_set_rows(book, ENTITY_letter, NULL, 0);
}

void veil_book(const struct workbook *book, const struct run *run, enum profile profile, struct workbook *ret_book)
{
	bool is_public = profile == PROFILE_PUBLIC;
	struct mask mask = { 0 };
	struct veil veil = { profile, run_letter_is_open(run), is_public ? &mask : NULL, ret_book };

	*ret_book = (struct workbook){ 0 };
	if (is_public)
		mask_open(&mask, book);
	for (enum entity entity = 0; entity < ENTITY_COUNT; entity++)
		veil_entity(&veil, book, entity);
	if (is_public)
		drop_real_cases(ret_book);
	mask_done(&mask);
}
