#include "domain/undo.h"

#include <string.h>

void undo_done(struct undo *undo)
{
	batch_done(&undo->done);
	batch_done(&undo->back);
}

void undo_copy(const struct batch *from, struct batch *ret_to)
{
	for (size_t i = 0; i < from->len; i++) {
		const struct fact *fact = &from->facts[i];
		batch_add(ret_to, fact->entity, fact->workshop, fact->id);
		for (size_t k = 0; k < fact->changes_len; k++)
			batch_set(ret_to, fact->changes[k].field, fact->changes[k].value);
	}
}

static void take_back(const struct workbook *book, const struct fact *fact, struct batch *back)
{
	const struct row *row = workbook_find(book, fact->entity, fact->id);

	batch_add(back, fact->entity, fact->workshop, fact->id);
	if (!row) {
		batch_set_number(back, FIELD_gone, 1);
		return;
	}
	for (size_t k = 0; k < fact->changes_len; k++)
		batch_set(back, fact->changes[k].field, row_value(row, fact->changes[k].field));
}

void undo_of(const struct workbook *book, const struct batch *batch, struct undo *ret_undo)
{
	*ret_undo = (struct undo){ 0 };
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		bool is_new = !workbook_find(book, fact->entity, fact->id);
		take_back(book, fact, &ret_undo->back);
		batch_add(&ret_undo->done, fact->entity, fact->workshop, fact->id);
		for (size_t k = 0; k < fact->changes_len; k++)
			batch_set(&ret_undo->done, fact->changes[k].field, fact->changes[k].value);
		/* So that doing it again after an undo brings the row back. */
		if (is_new)
			batch_set_number(&ret_undo->done, FIELD_gone, 0);
	}
}

static bool change_holds(const struct row *row, const struct change *change)
{
	struct value now;

	/* Deleted rows are not in the workbook. */
	if (change->field->field == FIELD_gone)
		return change->value.number ? !row : row != NULL;
	if (!row)
		return false;
	now = row_value(row, change->field);
	return field_type_is_text(change->field->type) ? strcmp(now.text, change->value.text) == 0
							: now.number == change->value.number;
}

bool undo_holds(const struct workbook *book, const struct batch *written)
{
	for (size_t i = 0; i < written->len; i++) {
		const struct fact *fact = &written->facts[i];
		const struct row *row = workbook_find(book, fact->entity, fact->id);
		for (size_t k = 0; k < fact->changes_len; k++)
			if (!change_holds(row, &fact->changes[k]))
				return false;
	}
	return true;
}
