#include "domain/undo.h"

#include "base/i18n.h"

#include <string.h>

void undo_done(struct undo *undo)
{
	batch_done(&undo->done);
	batch_done(&undo->back);
}

static void copy_fact(const struct fact *fact, struct batch *to)
{
	batch_add(to, fact->entity, fact->workshop, fact->id)->settles = fact->settles;
	to->facts[to->len - 1].reopens = fact->reopens;
	for (size_t k = 0; k < fact->changes_len; k++)
		batch_set(to, fact->changes[k].field, fact->changes[k].value);
}

void undo_copy(const struct batch *from, struct batch *ret_to)
{
	for (size_t i = 0; i < from->len; i++)
		copy_fact(&from->facts[i], ret_to);
}

static bool says(const struct fact *fact, enum field field)
{
	for (size_t k = 0; k < fact->changes_len; k++)
		if (fact->changes[k].field->field == field)
			return true;
	return false;
}

/* The companion's card goes with the companion's name. */
static bool is_words(const struct change *change)
{
	return change->field->field == FIELD_storyline_lead_card || change->field->type == FIELD_TYPE_TEXT || change->field->type == FIELD_TYPE_LINES;
}

static void empty_words(const struct fact *fact, struct batch *back)
{
	bool begun = false;

	for (size_t k = 0; k < fact->changes_len; k++) {
		if (!is_words(&fact->changes[k]))
			continue;
		if (!begun)
			batch_add(back, fact->entity, fact->workshop, fact->id);
		begun = true;
		batch_set(back, fact->changes[k].field, (struct value){ .text = "" });
	}
}

static bool is_kept(const struct change *change)
{
	return change->field->field == FIELD_gone || change->field->type == FIELD_TYPE_REF;
}

/* A row whose id is made of what it is about comes back under that id: then nothing of what is taken back may come with it. */
static void delete_row(const struct fact *fact, struct batch *back)
{
	batch_add(back, fact->entity, fact->workshop, fact->id);
	batch_set_number(back, FIELD_gone, 1);
	for (size_t k = 0; !fact->is_new && k < fact->changes_len; k++)
		if (!is_kept(&fact->changes[k]))
			batch_set(back, fact->changes[k].field, (struct value){ .text = "" });
}

static void restore_values(const struct row *row, const struct fact *fact, struct batch *back)
{
	batch_add(back, fact->entity, fact->workshop, fact->id)->reopens = fact->settles;
	for (size_t k = 0; k < fact->changes_len; k++)
		batch_set(back, fact->changes[k].field, row_value(row, fact->changes[k].field));
}

void undo_of(const struct workbook *book, const struct batch *batch, struct undo *ret_undo)
{
	*ret_undo = (struct undo){ 0 };
	for (size_t i = 0; i < batch->len; i++) {
		const struct fact *fact = &batch->facts[i];
		const struct row *row = workbook_find(book, fact->entity, fact->id);
		copy_fact(fact, &ret_undo->done);
		if (row) {
			restore_values(row, fact, &ret_undo->back);
		} else if (fact->entity == ENTITY_storyline) {
			empty_words(fact, &ret_undo->back);
		} else {
			delete_row(fact, &ret_undo->back);
			/* So that doing it again after an undo brings the row back. */
			if (!says(fact, FIELD_gone))
				batch_set_number(&ret_undo->done, FIELD_gone, 0);
		}
	}
}

static bool change_holds(const struct row *row, const struct change *change)
{
	struct value now;

	/* Deleted rows are not in the workbook. */
	if (!row || change->field->field == FIELD_gone)
		return row != NULL;
	now = row_value(row, change->field);
	return field_type_is_text(change->field->type) ? strcmp(now.text, change->value.text) == 0
							: now.number == change->value.number;
}

/* A deleted row says no more than that. */
static bool fact_holds(const struct row *row, const struct fact *fact)
{
	bool holds = true;

	for (size_t k = 0; k < fact->changes_len; k++) {
		bool is_gone = fact->changes[k].field->field == FIELD_gone;
		if (is_gone && fact->changes[k].value.number)
			return !row;
		holds &= change_holds(row, &fact->changes[k]);
	}
	return holds;
}

bool undo_holds(const struct workbook *book, const struct batch *written)
{
	for (size_t i = 0; i < written->len; i++) {
		const struct fact *fact = &written->facts[i];
		if (!fact_holds(workbook_find(book, fact->entity, fact->id), fact))
			return false;
	}
	return true;
}

/* --- the log ---------------------------------------------------------------------------------------------------------- */

static void forget_newest(struct undo_list *list)
{
	undo_done(&list->at[--list->len]);
}

static void push(struct undo_list *list, struct undo undo)
{
	if (list->len == UNDO_MAX) {
		undo_done(&list->at[0]);
		memmove(list->at, list->at + 1, (UNDO_MAX - 1) * sizeof *list->at);
		list->len--;
	}
	list->at[list->len++] = undo;
}

static void forget_all(struct undo_list *list)
{
	while (list->len)
		forget_newest(list);
}

void undo_log_done(struct undo_log *log)
{
	forget_all(&log->past);
	forget_all(&log->future);
}

void undo_log_add(struct undo_log *log, const struct workbook *book, const struct batch *batch)
{
	struct undo undo;

	undo_of(book, batch, &undo);
	push(&log->past, undo);
	forget_all(&log->future);
}

enum status undo_log_next(struct undo_log *log, const struct workbook *book, bool back, const struct batch **ret_batch,
			  struct fault *fault)
{
	struct undo_list *list = back ? &log->past : &log->future;

	if (list->len == 0)
		return fault_set(fault, ST_NOT_FOUND, "%s",
				 back ? _("There is nothing to take back.") : _("There is nothing to do again."));
	const struct undo *undo = &list->at[list->len - 1];
	if (!undo_holds(book, back ? &undo->done : &undo->back)) {
		forget_newest(list);
		return fault_set(fault, ST_REFUSED, _("Somebody else has changed this since; it is left as it is."));
	}
	*ret_batch = back ? &undo->back : &undo->done;
	return ST_OK;
}

void undo_log_turn(struct undo_log *log, bool back)
{
	struct undo_list *from = back ? &log->past : &log->future;

	push(back ? &log->future : &log->past, from->at[--from->len]);
}
