/* scribe.c - a table's console: rows are written, changed, moved, taken back; saved the moment they are entered. */
#include "scribe.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/progress.h"
#include "text/text.h"
#include "screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

/* --- writing ---------------------------------------------------------------------------------------------------------- */

/* A step is followed by who helps in it, one after the other, until the field is left empty. */
static void follow_form(struct console *console, const char *row)
{
	struct desk *desk = &scribe_of(console)->desk;
	struct form *form = &desk->form;
	char step[ID_LEN + 1];

	snprintf(step, sizeof step, "%s", form->kind == FORM_STEP ? row : form->owner);
	if (form->row[0] || (form->kind != FORM_STEP && form->kind != FORM_SUPPORT)) {
		desk_shut_form(desk, console);
		return;
	}
	form_open(form, form_spec(FORM_SUPPORT), NULL, step, &console->book);
	desk_keep_draft(desk, console);
}

static void written(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	const struct batch *batch = &console->effects.batch;
	const char *row = batch->facts[batch->len - 1].id;
	enum writing writing = desk_written(&scribe->desk, console);

	scribe->reloads_own = true;
	if (writing == WRITING_FORM) {
		scribe_aim(scribe, scribe->desk.form.spec->at, row);
		follow_form(console, row);
	} else if (writing == WRITING_UNDO || writing == WRITING_REDO) {
		scribe_aim_at_fact(scribe, batch);
	}
}

/* --- the form --------------------------------------------------------------------------------------------------------- */

/* What is said of what was saved; NULL: the usual. Behind a step and behind each of its supports stands the next to be written. */
static const char *said_of_saved(const struct console *console)
{
	const struct form *form = &scribe_of(console)->desk.form;
	bool asks_for_more = !form->row[0] && (form->kind == FORM_STEP || form->kind == FORM_SUPPORT);

	if (form_meets_other(form, &console->book))
		return _("Saved. Somebody else wrote it too: v shows both.");
	if (scribe_comes_up_again(console))
		return _("Saved. That name comes up again: at its line, y makes it a card, Y leaves it a name.");
	return asks_for_more ? _("Saved. Who or what helps here? Enter alone: nobody else.") : NULL;
}

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

	const char *done = said_of_saved(console);
	form_save(&scribe->desk.form, &record);
	if (console->effects.batch.len)
		scribe_write(console, WRITING_FORM, done);
	else
		desk_shut_form(&scribe->desk, console);
}

static void accept_form(struct console *console)
{
	struct form *form = &scribe_of(console)->desk.form;
	struct fault fault = { "" };
	bool is_blank = form_is_blank(form) && !form->spec->is_part;

	if (is_blank && !form->row[0])
		desk_shut_form(&scribe_of(console)->desk, console);
	else if (is_blank)
		console_say(console, _("An empty line is not saved. Escape leaves it as it was; then d deletes it."));
	else if (form_check(form, &console->book, &fault) != ST_OK)
		console_complain(console, &fault);
	else
		save_form(console);
}

static enum typed note_typing(struct console *console, enum scribe_change change)
{
	desk_note_typing(&scribe_of(console)->desk, console);
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

/* A character that no key has by itself: what an input method made. */
static bool is_written(struct key key)
{
	return key_is_character(key) && key_narrow(key).point > 0x7F;
}

/* Words, and not keys: pasted, or such as no command is called by. A burst of keys may have words behind it; its first key tells. */
static bool is_words(const struct input_event *event)
{
	const char *at = event->text, *end = at + event->len;
	struct key key = event->key;
	bool is_first = true, holds_written = false;

	if (event->type == INPUT_KEY)
		return is_written(key) && command_of_key(AT_scribe, key_of_kana(key)) == CMD_NONE;
	for (; event->type == INPUT_TEXT && at < end; is_first = false) {
		key = (struct key){ .code = KEYCODE_CHAR, .point = (uint32_t)text_next_code_point(&at, end) };
		if (is_first && command_of_key(AT_scribe, key) != CMD_NONE)
			return false;
		holds_written |= is_written(key);
	}
	return holds_written || event->type == INPUT_PASTE;
}

/* What is written where nothing is asked for is not to be lost. */
static void open_note(struct console *console)
{
	scribe_open_form(console, FORM_NOTE, NULL, "");
	scribe_of(console)->changed |= CHANGED_ALL;
	console_say(console, "%s", _("What you type goes into a note; Escape leaves it."));
}

static enum typed type(struct console *console, const struct input_event *event)
{
	struct scribe *scribe = scribe_of(console);

	if (!desk_has_form(&scribe->desk) && is_words(event))
		open_note(console);
	if (!desk_has_form(&scribe->desk))
		return move_bar(scribe, event);
	switch (form_take(&scribe->desk.form, event, &console->book)) {
	case FORM_TYPED:
		return note_typing(console, CHANGED_TEXT);
	case FORM_CHANGED:
		return note_typing(console, CHANGED_FORM);
	case FORM_ACCEPTED:
		accept_form(console);
		break;
	case FORM_CANCELLED:
		desk_leave_form(&scribe->desk, console);
		break;
	case FORM_TOO_LONG:
		console_complain_of_length(console, form_edit(&scribe->desk.form));
		break;
	case FORM_CHOOSES:
		console_complain_of_choice(console);
		break;
	case FORM_CHAIN:
		scribe_show_chain(console, scribe->desk.form.card, "");
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
	if (desk_has_form(&scribe_of(console)->desk))
		form_catch_up(&scribe_of(console)->desk.form, &console->book);
	if (!form_refresh_cards(&scribe_of(console)->desk.form, &console->book))
		console_say(console, _("That card has been deleted; what is typed stays as the name."));
}

static void tick(struct console *console)
{
	desk_tick(&scribe_of(console)->desk, console);
}

static int64_t next_ms(const struct console *console)
{
	return desk_next_ms(&scribe_of(console)->desk, console);
}

static void leave(struct console *console)
{
	desk_leave(&scribe_of(console)->desk, console);
}

static void *open_scribe(struct console *console)
{
	struct scribe *scribe = mem_new(1, sizeof *scribe);
	char place[32];

	scribe->taken.kind = SHEET_KINDS;
	console->state = scribe;
	scribe->desk.form.table = console->table;
	refresh(console);
	snprintf(place, sizeof place, "scribe %d", (int)console->table);
	desk_restore(&scribe->desk, console, place, &form_specs_scribe);
	return scribe;
}

static void close_scribe(void *state)
{
	struct scribe *scribe = state;

	desk_done(&scribe->desk);
	arena_done(&scribe->arena);
	free(scribe);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	struct scribe *scribe = scribe_of(console);
	struct scribe_view view = scribe_view_of(console);
	struct form_view form;

	if (desk_has_form(&scribe->desk)) {
		form = form_view_of(&scribe->desk.form, &console->book);
		view.form = &form;
	}
	scribe->layout = scribe_view_draw(canvas, &view);
	scribe->desk.form.cols = form_view_cols(canvas);
	scribe->changed = 0;
}

static bool draw_form(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	struct scribe *scribe = scribe_of(console);
	struct form_view form = form_view_of(&scribe->desk.form, &console->book);

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
		return scribe_view_draw_field(canvas, form_edit(&scribe->desk.form), &scribe->layout, ret_area);
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
	return desk_has_form(&scribe_of(console)->desk) ? AT_form : AT_scribe;
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
