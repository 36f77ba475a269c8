/* directory_write.c - a directory's rows are written in a form, changed, deleted, and all of that taken back. */
#include "directory.h"

#include "base/i18n.h"


/* Beside the rows of the list, a form may write those of another entity. */
static const char *workshop_of(const struct console *console, enum entity entity)
{
	return entity_infos[entity].home == HOME_DIRECTORY ? "" : console->workshop;
}

static struct desk *desk_of(const struct console *console)
{
	return &directory_of(console)->desk;
}

void directory_write(struct console *console, enum writing writing, const char *done)
{
	desk_write(desk_of(console), console, writing, done);
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

void directory_written(struct console *console)
{
	aim_at_fact(console, &console->effects.batch);
	if (desk_written(desk_of(console), console) == WRITING_FORM)
		desk_shut_form(desk_of(console), console);
}

/* --- the form ------------------------------------------------------------------------------------------------------------- */

void directory_open_form(struct console *console, const struct form_spec *spec, const struct row *row)
{
	form_open(&desk_of(console)->form, spec, row, "", &console->book);
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
	struct form *form = &directory->desk.form;
	const char *done = form_meets_other(form, &console->book) ? _("Saved. Somebody else wrote it too; yours stands.") : NULL;
	enum entity entity = field_entity(form->spec->fields[0].field);
	form_save_row(form, workshop_of(console, entity), &console->book, console->app->env, batch);
	if (batch->len && !form->row[0] && directory->kind->add_to_new)
		directory->kind->add_to_new(console, batch);
	if (batch->len)
		directory_write(console, WRITING_FORM, done);
	else
		desk_shut_form(desk_of(console), console);
}

static void accept_form(struct console *console)
{
	struct form *form = &desk_of(console)->form;
	struct fault fault = { "" };

	if (form_is_blank(form) && !form->row[0])
		desk_shut_form(desk_of(console), console);
	else if (form_is_blank(form) && !form->spec->is_part)
		console_say(console, "%s", _("An empty line is not saved. Escape leaves it as it was; then d deletes it."));
	else if (form_check(form, &console->book, &fault) != ST_OK ||
		 form_check_values(form, env_now(console->app->env).wall_ms, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		save_form(console);
}

enum typed directory_type(struct console *console, const struct input_event *event)
{
	struct desk *desk = desk_of(console);
	struct form *form = &desk->form;

	if (!desk_has_form(desk))
		return NOT_TYPED;
	switch (form_take(form, event, &console->book)) {
	case FORM_TYPED:
	case FORM_CHANGED:
		desk_note_typing(desk, console);
		return TYPED;
	case FORM_ACCEPTED:
		accept_form(console);
		break;
	case FORM_CANCELLED:
		desk_leave_form(desk, console);
		break;
	case FORM_TOO_LONG:
		console_complain_of_length(console, form_edit(form));
		break;
	case FORM_CHOOSES:
		console_complain_of_choice(console);
		break;
	case FORM_CHAIN:
	case FORM_IGNORED:
		break;
	}
	return TYPED_MORE;
}

void directory_tick(struct console *console)
{
	desk_tick(desk_of(console), console);
	find_read_ahead(console);
}

int64_t directory_next_ms(const struct console *console)
{
	return desk_next_ms(desk_of(console), console);
}

int64_t directory_next_real_ms(const struct console *console)
{
	return find_is_reading(console) ? 0 : -1;
}

void directory_leave(struct console *console)
{
	desk_leave(desk_of(console), console);
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
	directory_write(console, WRITING_CHANGE, _("Deleted; u brings it back."));
}

static void turn_back(struct console *console, enum writing writing)
{
	if (desk_turn_back(desk_of(console), console, writing))
		directory_write(console, writing, NULL);
}

void directory_undo(struct console *console)
{
	if (!desk_take_up(desk_of(console), console, directory_of(console)->kind->forms))
		turn_back(console, WRITING_UNDO);
}

void directory_redo(struct console *console)
{
	turn_back(console, WRITING_REDO);
}
