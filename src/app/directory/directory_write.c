/* directory_write.c - a directory's rows are written in a form, changed, deleted, and all of that taken back. */
#include "directory.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Beside the rows of the list, a form may write those of another entity. */
static const char *workshop_of(const struct console *console, enum entity entity)
{
	return entity_infos[entity].home == HOME_DIRECTORY ? "" : console->workshop;
}

void directory_write(struct console *console, enum directory_writing writing, const char *done)
{
	if (!console->effects.batch.len)
		return;
	directory_of(console)->writing = writing;
	snprintf(console->effects.done, sizeof console->effects.done, "%s", done);
}

static void keep_draft(struct console *console)
{
	struct directory *directory = directory_of(console);

	draft_keep(&directory->draft, &console->effects, &directory->form);
}

static void shut_form(struct console *console)
{
	form_close(&directory_of(console)->form);
	keep_draft(console);
}

/* The bar goes along with the first row of the list that the batch speaks of. */
static void aim_at_fact(struct console *console, const struct batch *batch)
{
	for (size_t i = 0; i < batch->len; i++) {
		if (batch->facts[i].entity != directory_of(console)->kind->entity)
			continue;
		directory_aim(console, batch->facts[i].id);
		return;
	}
}

/* Only what is on disk can be taken back; what could not be saved stays in the form. */
void directory_written(struct console *console)
{
	struct directory *directory = directory_of(console);
	const struct batch *batch = &console->effects.batch;

	aim_at_fact(console, batch);
	draft_forget_left(&directory->draft);
	if (directory->writing == DIRECTORY_FORM)
		shut_form(console);
	if (directory->writing == DIRECTORY_FORM || directory->writing == DIRECTORY_CHANGE)
		undo_log_add(&directory->log, &console->book, batch);
	else if (directory->writing != DIRECTORY_NOTHING)
		undo_log_turn(&directory->log, directory->writing == DIRECTORY_UNDO);
	directory->writing = DIRECTORY_NOTHING;
}

/* --- the form ------------------------------------------------------------------------------------------------------------- */

void directory_open_form(struct console *console, const struct form_spec *spec, const struct row *row)
{
	struct directory *directory = directory_of(console);

	draft_forget_left(&directory->draft);
	form_open(&directory->form, spec, row, "", &console->book);
}

void directory_add(struct console *console)
{
	directory_open_form(console, &directory_of(console)->kind->forms->at[0], NULL);
}

void directory_edit(struct console *console)
{
	const struct row *row = directory_row(console);

	if (row)
		directory_open_form(console, &directory_of(console)->kind->forms->at[0], row);
}

static void save_form(struct console *console)
{
	struct directory *directory = directory_of(console);
	struct batch *batch = &console->effects.batch;
	const char *done = form_meets_other(&directory->form, &console->book) ? _("Saved. Somebody else wrote it too; yours stands.")
									       : _("Saved.");

	enum entity entity = field_entity(directory->form.spec->fields[0].field);
	form_save_row(&directory->form, workshop_of(console, entity), &console->book, console->app->env, batch);
	if (batch->len && !directory->form.row[0] && directory->kind->add_to_new)
		directory->kind->add_to_new(console, batch);
	if (batch->len)
		directory_write(console, DIRECTORY_FORM, done);
	else
		shut_form(console);
}

static void accept_form(struct console *console)
{
	struct form *form = &directory_of(console)->form;
	struct fault fault = { "" };

	if (form_is_blank(form) && !form->row[0])
		shut_form(console);
	else if (form_is_blank(form) && !form->spec->is_part)
		console_say(console, "%s", _("An empty line is not saved. Escape leaves it as it was; then d deletes it."));
	else if (form_check(form, &console->book, &fault) != ST_OK ||
		 form_check_values(form, env_now(console->app->env).wall_ms, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		save_form(console);
}

static void leave_form(struct console *console)
{
	struct directory *directory = directory_of(console);

	if (draft_set_aside(&directory->draft, &directory->form))
		console_say(console, "%s", _("Not saved; u takes up again what you typed."));
	shut_form(console);
}

static enum typed note_typing(struct console *console)
{
	draft_note_typing(&directory_of(console)->draft, console->now);
	return TYPED;
}

enum typed directory_type(struct console *console, const struct input_event *event)
{
	struct form *form = &directory_of(console)->form;

	if (form->kind == FORM_NONE)
		return NOT_TYPED;
	switch (form_take(form, event, &console->book)) {
	case FORM_TYPED:
	case FORM_CHANGED:
		return note_typing(console);
	case FORM_ACCEPTED:
		accept_form(console);
		break;
	case FORM_CANCELLED:
		leave_form(console);
		break;
	case FORM_TOO_LONG:
		console_complain_of_length(console, form_edit(form));
		break;
	case FORM_CHAIN:
	case FORM_IGNORED:
		break;
	}
	return TYPED_MORE;
}

void directory_tick(struct console *console)
{
	if (draft_is_due(&directory_of(console)->draft, console->now))
		keep_draft(console);
}

int64_t directory_next_ms(const struct console *console)
{
	return draft_next_ms(&directory_of(console)->draft, console->now);
}

void directory_leave(struct console *console)
{
	if (directory_of(console)->draft.typed_ms)
		keep_draft(console);
}

/* --- the row under the bar ------------------------------------------------------------------------------------------------ */

/* Whoever presses a key at the moment the line vanishes means that line, not the one that took its place. */
const struct row *directory_change(struct console *console)
{
	struct directory *directory = directory_of(console);
	const struct row *row = directory_row(console);

	if (directory->is_lost) {
		directory->is_lost = false;
		console_say(console, "%s", _("Somebody else has deleted that line already."));
		return NULL;
	}
	if (row)
		batch_add(&console->effects.batch, directory->kind->entity, workshop_of(console, directory->kind->entity), row->id);
	return row;
}

void directory_remove(struct console *console)
{
	if (!directory_change(console))
		return;
	batch_set_number(&console->effects.batch, FIELD_gone, 1);
	directory_write(console, DIRECTORY_CHANGE, _("Deleted; u brings it back."));
}

static void take_back(struct console *console, bool back)
{
	const struct batch *batch;
	struct fault fault = { "" };

	if (undo_log_next(&directory_of(console)->log, &console->book, back, &batch, &fault) != ST_OK) {
		console_complain(console, &fault);
		return;
	}
	undo_copy(batch, &console->effects.batch);
	directory_write(console, back ? DIRECTORY_UNDO : DIRECTORY_REDO, back ? _("Taken back.") : _("Done again."));
}

void directory_undo(struct console *console)
{
	struct directory *directory = directory_of(console);

	if (!draft_take_up(&directory->draft, directory->kind->forms, console, &directory->form))
		take_back(console, true);
}

void directory_redo(struct console *console)
{
	take_back(console, false);
}
