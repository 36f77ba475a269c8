/* scribe.c - a table's console: rows are written, changed, moved, taken back; saved the moment they are entered. */
#include "scribe.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/progress.h"
#include "screens/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- writing ---------------------------------------------------------------------------------------------------------- */

static void keep_draft(struct console *console)
{
	struct scribe *scribe = scribe_of(console);

	draft_keep(&scribe->draft, &console->effects, &scribe->form);
}

static void shut_form(struct console *console)
{
	form_close(&scribe_of(console)->form);
	keep_draft(console);
}

static void leave_form(struct console *console)
{
	struct scribe *scribe = scribe_of(console);

	if (draft_set_aside(&scribe->draft, &scribe->form))
		console_say(console, "%s", _("Not saved; u takes up again what you typed."));
	shut_form(console);
}

/* A step is followed by who helps in it, one after the other, until the field is left empty. */
static void follow_form(struct console *console, const char *row)
{
	struct scribe *scribe = scribe_of(console);
	bool was_new = !scribe->form.row[0];
	char step[ID_LEN + 1];

	snprintf(step, sizeof step, "%s", scribe->form.kind == FORM_STEP ? row : scribe->form.owner);
	if (was_new && (scribe->form.kind == FORM_STEP || scribe->form.kind == FORM_SUPPORT))
		form_open(&scribe->form, form_spec(FORM_SUPPORT), NULL, step, &console->book);
	else
		form_close(&scribe->form);
	keep_draft(console);
}

/* Only what is on disk can be taken back; what could not be saved stays in the form. */
static void written(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	const struct batch *batch = &console->effects.batch;
	const char *row = batch->facts[batch->len - 1].id;

	scribe->reloads_own = true;
	draft_forget_left(&scribe->draft);
	switch (scribe->writing) {
	case WRITING_FORM:
		scribe_aim(scribe, scribe->form.spec->at, row);
		follow_form(console, row);
		undo_log_add(&scribe->log, &console->book, batch);
		break;
	case WRITING_CHANGE:
		undo_log_add(&scribe->log, &console->book, batch);
		break;
	case WRITING_UNDO:
	case WRITING_REDO:
		scribe_aim_at_fact(scribe, batch);
		undo_log_turn(&scribe->log, scribe->writing == WRITING_UNDO);
		break;
	case WRITING_NOTHING:
		break;
	}
	scribe->writing = WRITING_NOTHING;
}

/* --- the form --------------------------------------------------------------------------------------------------------- */

static void save_form(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	const struct table *table = scribe_table(console);
	struct record record = {
		.book = &console->book,
		.table = table,
		.time = progress_time(&console->run, (size_t)(table - console->book.tables.at)),
		.env = console->app->env,
		.batch = &console->effects.batch,
	};

	const char *done = form_meets_other(&scribe->form, &console->book) ? _("Saved. Somebody else wrote it too: v shows both.")
			   : scribe_comes_up_again(console)
				   ? _("Saved. That name comes up again: at its line, y makes it a card, Y leaves it a name.")
				   : _("Saved.");
	form_save(&scribe->form, &record);
	if (console->effects.batch.len)
		scribe_write(console, WRITING_FORM, done);
	else
		shut_form(console);
}

static void accept_form(struct console *console)
{
	struct form *form = &scribe_of(console)->form;
	struct fault fault = { "" };
	bool is_blank = form_is_blank(form) && !form->spec->is_part;

	if (is_blank && !form->row[0])
		shut_form(console);
	else if (is_blank)
		console_say(console, _("An empty line is not saved. Escape leaves it as it was; then d deletes it."));
	else if (form_check(form, &console->book, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		save_form(console);
}

static enum typed note_typing(struct console *console, enum scribe_change change)
{
	draft_note_typing(&scribe_of(console)->draft, console->now);
	scribe_of(console)->changed |= change;
	return TYPED;
}

static enum typed move_bar(struct scribe *scribe, const struct input_event *event)
{
	if (event->type != INPUT_KEY || !scribe_move_bar(scribe, command_of_key(AT_scribe, event->key)))
		return NOT_TYPED;
	scribe->changed |= CHANGED_BAR;
	return TYPED;
}

static enum typed type(struct console *console, const struct input_event *event)
{
	struct scribe *scribe = scribe_of(console);

	/* What is pasted outside a form is no command, and is not to be lost either. */
	if (scribe->form.kind == FORM_NONE && event->type == INPUT_PASTE) {
		scribe_open_form(console, FORM_NOTE, NULL, "");
		scribe->changed |= CHANGED_ALL;
	}
	if (scribe->form.kind == FORM_NONE)
		return move_bar(scribe, event);
	switch (form_take(&scribe->form, event, &console->book)) {
	case FORM_TYPED:
		return note_typing(console, CHANGED_TEXT);
	case FORM_CHANGED:
		return note_typing(console, CHANGED_FORM);
	case FORM_ACCEPTED:
		accept_form(console);
		break;
	case FORM_CANCELLED:
		leave_form(console);
		break;
	case FORM_TOO_LONG:
		console_complain_of_length(console, form_edit(&scribe->form));
		break;
	case FORM_CHAIN:
		scribe_show_chain(console, scribe->form.card, "");
		break;
	case FORM_IGNORED:
		break;
	}
	return TYPED_MORE;
}

/* --- life --------------------------------------------------------------------------------------------------------------- */

static void refresh(struct console *console)
{
	if (!scribe_table(console)) {
		console->effects.quit = true;
		return;
	}
	scribe_follow(console);
	scribe_lay_out(console);
	if (scribe_of(console)->form.kind != FORM_NONE)
		form_catch_up(&scribe_of(console)->form, &console->book);
	if (!form_refresh_cards(&scribe_of(console)->form, &console->book))
		console_say(console, _("That card has been deleted; what is typed stays as the name."));
}

/* A draft waits until the database may be written to: who types does not. */
static bool may_keep_draft(const struct console *console)
{
	return store_is_settled(console->app->store);
}

static void tick(struct console *console)
{
	if (may_keep_draft(console) && draft_is_due(&scribe_of(console)->draft, console->now))
		keep_draft(console);
}

static int64_t next_ms(const struct console *console)
{
	return may_keep_draft(console) ? draft_next_ms(&scribe_of(console)->draft, console->now) : -1;
}

static void leave(struct console *console)
{
	if (scribe_of(console)->draft.typed_ms)
		keep_draft(console);
}

static void *open_scribe(struct console *console)
{
	struct scribe *scribe = mem_new(1, sizeof *scribe);
	char place[32];

	scribe->taken.kind = SHEET_KINDS;
	console->state = scribe;
	scribe->form.table = console->table;
	refresh(console);
	snprintf(place, sizeof place, "scribe %d", (int)console->table);
	if (draft_restore(&scribe->draft, console, place, &form_specs_scribe, &scribe->form))
		console_say(console, _("Here is what you were writing."));
	return scribe;
}

static void close_scribe(void *state)
{
	struct scribe *scribe = state;

	form_close(&scribe->form);
	draft_forget_left(&scribe->draft);
	undo_log_done(&scribe->log);
	arena_done(&scribe->arena);
	free(scribe);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	struct scribe *scribe = scribe_of(console);
	struct scribe_view view = scribe_view_of(console);
	struct form_view form;

	if (scribe->form.kind != FORM_NONE) {
		form = form_view_of(&scribe->form, &console->book);
		view.form = &form;
	}
	scribe->layout = scribe_view_draw(canvas, &view);
	scribe->form.cols = form_view_cols(canvas);
	scribe->changed = 0;
}

static bool draw_form(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	struct scribe *scribe = scribe_of(console);
	struct form_view form = form_view_of(&scribe->form, &console->book);

	return scribe_view_draw_form(canvas, &form, &scribe->layout, ret_area);
}

static bool draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	struct scribe *scribe = scribe_of(console);
	unsigned changed = scribe->changed;
	struct scribe_view view;

	scribe->changed = 0;
	*ret_area = (struct rect){ 0 };
	switch (changed) {
	case 0:
		return true;
	case CHANGED_TEXT:
		return scribe_view_draw_field(canvas, form_edit(&scribe->form), &scribe->layout, ret_area);
	case CHANGED_FORM:
	case CHANGED_FORM | CHANGED_TEXT:
		return draw_form(console, canvas, ret_area);
	case CHANGED_BAR:
		view = scribe_view_of(console);
		return scribe_view_draw_bar(canvas, &view, &scribe->layout, ret_area);
	}
	return false;
}

static enum command_scope footer(const struct console *console)
{
	return scribe_of(console)->form.kind == FORM_NONE ? AT_scribe : AT_edit;
}

const struct screen screen_scribe = {
	.name = "scribe",
	.scope = AT_scribe,
	.reach = { .reach = REACH_ROOM_ONLY },
	.open = open_scribe,
	.close = close_scribe,
	.refresh = refresh,
	.written = written,
	.handlers = scribe_handlers,
	.type = type,
	.tick = tick,
	.next_ms = next_ms,
	.draw = draw,
	.draw_own = draw_own,
	.leave = leave,
	.footer = footer,
	.list = &scribe_list,
	.show_row = scribe_show_row,
};
