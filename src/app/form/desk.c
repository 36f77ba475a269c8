#include "desk.h"

#include "base/i18n.h"

#include <stdio.h>

void desk_done(struct desk *desk)
{
	form_close(&desk->form);
	draft_forget_left(&desk->draft);
	undo_log_done(&desk->log);
}

/* --- the form ----------------------------------------------------------------------------------------------------------- */

bool desk_has_form(const struct desk *desk)
{
	return desk->form.kind != FORM_NONE;
}

void desk_restore(struct desk *desk, struct console *console, const char *prefix, const struct form_specs *specs)
{
	if (draft_restore(&desk->draft, console, prefix, specs, &desk->form))
		console_say(console, "%s", _("Here is what you were writing."));
}

void desk_note_typing(struct desk *desk, const struct console *console)
{
	draft_note_typing(&desk->draft, console->now);
}

void desk_keep_draft(struct desk *desk, struct console *console)
{
	draft_keep(&desk->draft, &console->effects, &desk->form);
}

void desk_shut_form(struct desk *desk, struct console *console)
{
	form_close(&desk->form);
	desk_keep_draft(desk, console);
}

void desk_leave_form(struct desk *desk, struct console *console)
{
	if (draft_set_aside(&desk->draft, &desk->form))
		console_say(console, "%s", _("Not saved; u takes up again what you typed."));
	desk_shut_form(desk, console);
}

bool desk_take_up(struct desk *desk, struct console *console, const struct form_specs *specs)
{
	return draft_take_up(&desk->draft, specs, console, &desk->form);
}

/* --- drafts ------------------------------------------------------------------------------------------------------------- */

void desk_tick(struct desk *desk, struct console *console)
{
	if (draft_is_due(&desk->draft, console->now))
		desk_keep_draft(desk, console);
}

int64_t desk_next_ms(const struct desk *desk, const struct console *console)
{
	return draft_next_ms(&desk->draft, console->now);
}

void desk_leave(struct desk *desk, struct console *console)
{
	if (desk->draft.typed_ms)
		desk_keep_draft(desk, console);
}

/* --- what is written ---------------------------------------------------------------------------------------------------- */

static const char *usual_words(enum writing writing)
{
	if (writing == WRITING_UNDO)
		return _("Taken back.");
	return writing == WRITING_REDO ? _("Done again.") : _("Saved.");
}

void desk_write(struct desk *desk, struct console *console, enum writing writing, const char *done)
{
	if (!console->effects.batch.len)
		return;
	desk->writing = writing;
	snprintf(console->effects.done, sizeof console->effects.done, "%s", done ? done : usual_words(writing));
}

/* Only what is on disk can be taken back; what could not be saved stays in the form. */
enum writing desk_written(struct desk *desk, struct console *console)
{
	enum writing writing = desk->writing;

	desk->writing = WRITING_NOTHING;
	draft_forget_left(&desk->draft);
	if (writing == WRITING_FORM || writing == WRITING_CHANGE)
		undo_log_add(&desk->log, &console->book, &console->effects.batch);
	else if (writing != WRITING_NOTHING)
		undo_log_turn(&desk->log, writing == WRITING_UNDO);
	return writing;
}

bool desk_turn_back(struct desk *desk, struct console *console, enum writing writing)
{
	const struct batch *batch;
	struct fault fault = { "" };

	if (undo_log_next(&desk->log, &console->book, writing == WRITING_UNDO, &batch, &fault) != ST_OK) {
		console_complain(console, &fault);
		return false;
	}
	undo_copy(batch, &console->effects.batch);
	return true;
}
