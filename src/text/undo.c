#include "undo.h"

#include "base/mem.h"

#include <stdlib.h>

static void push(struct lineedit_step **stack, struct lineedit_step *step)
{
	step->below = *stack;
	*stack = step;
}

static struct lineedit_step *pop(struct lineedit_step **stack)
{
	struct lineedit_step *step = *stack;

	if (step)
		*stack = step->below;
	return step;
}

static void empty(struct lineedit_step **stack)
{
	struct lineedit_step *step;

	while ((step = pop(stack))) {
		buf_done(&step->removed);
		buf_done(&step->added);
		free(step);
	}
}

void undo_end_run(struct lineedit *edit)
{
	if (edit->past)
		edit->past->run = RUN_NONE;
}

void undo_forget(struct lineedit *edit)
{
	empty(&edit->past);
	empty(&edit->future);
}

static bool goes_on_typing(const struct lineedit_step *step, size_t at, size_t len)
{
	return step && step->run == RUN_TYPING && len == 0 && at == step->at + step->added.len;
}

static bool goes_on_erasing(const struct lineedit_step *step, size_t at, size_t len)
{
	return step && step->run == RUN_ERASING && (at == step->at || at + len == step->at);
}

static void new_step(struct lineedit *edit, size_t at, enum run run)
{
	struct lineedit_step *step = mem_new(1, sizeof *step);

	*step = (struct lineedit_step){ .at = at, .cursor = edit->cursor, .mark = edit->mark, .run = run };
	push(&edit->past, step);
}

void undo_record(struct lineedit *edit, size_t at, size_t len, const struct buf *added, enum run run)
{
	bool goes_on = (run == RUN_TYPING && goes_on_typing(edit->past, at, len)) ||
		       (run == RUN_ERASING && goes_on_erasing(edit->past, at, len));

	empty(&edit->future);
	if (!goes_on)
		new_step(edit, at, run);
	struct lineedit_step *step = edit->past;
	size_t before = at < step->at ? 0 : step->removed.len;
	buf_insert(&step->removed, before, buf_text(&edit->text) + at, len);
	buf_add(&step->added, buf_text(added), added->len);
	if (at < step->at)
		step->at = at;
}

static void replace(struct lineedit *edit, size_t at, const struct buf *old, const struct buf *new)
{
	buf_remove(&edit->text, at, old->len);
	buf_insert(&edit->text, at, buf_text(new), new->len);
	edit->goal_cols = 0;
}

void lineedit_undo(struct lineedit *edit)
{
	struct lineedit_step *step = pop(&edit->past);

	if (!step)
		return;
	replace(edit, step->at, &step->added, &step->removed);
	edit->cursor = step->cursor;
	edit->mark = step->mark;
	push(&edit->future, step);
	undo_end_run(edit);
}

void lineedit_redo(struct lineedit *edit)
{
	struct lineedit_step *step = pop(&edit->future);

	if (!step)
		return;
	replace(edit, step->at, &step->removed, &step->added);
	edit->cursor = edit->mark = step->after;
	push(&edit->past, step);
	undo_end_run(edit);
}
