/* scribe.c - a table's console: rows are written, changed, moved, taken back; saved the moment they are entered. */
#include "console.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/order.h"
#include "domain/undo.h"
#include "form.h"
#include "store/local.h"
#include "view/scribe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNDO_MAX = 100, DRAFT_MS = 1000 };

struct scribe_console {
	struct arena arena; /* of the sheet */
	struct sheet sheet;
	size_t bar;
	char bar_id[ID_LEN + 1]; /* the row to stay at, or to go to once it is there */
	struct form form;
	char place[32];          /* of the draft */
	int64_t typed_ms;        /* when the oldest typing not yet in the draft was done; 0: none */
	struct undo past[UNDO_MAX], future[UNDO_MAX];
	size_t past_len, future_len;
};

static struct scribe_console *state_of(const struct console *console)
{
	return console->state;
}

static const struct table *own_table(const struct console *console)
{
	return workbook_table(&console->book, console->table);
}

static const struct sheet_row *under_bar(const struct console *console)
{
	const struct scribe_console *state = state_of(console);

	return &state->sheet.rows[state->bar];
}

static struct record record_into(struct console *console)
{
	const struct run_item *item = run_current(&console->run);

	return (struct record){
		.book = &console->book,
		.table = own_table(console),
		.item = item ? item->item->id : "",
		.env = console->app->env,
		.batch = &console->effects.batch,
	};
}

/* --- undo ----------------------------------------------------------------------------------------------------------- */

static void forget(struct undo *undos, size_t *len)
{
	for (size_t i = 0; i < *len; i++)
		undo_done(&undos[i]);
	*len = 0;
}

static struct undo *push(struct undo *undos, size_t *len)
{
	if (*len == UNDO_MAX) {
		undo_done(&undos[0]);
		memmove(undos, undos + 1, (UNDO_MAX - 1) * sizeof *undos);
		(*len)--;
	}
	return &undos[(*len)++];
}

/* Call when the effects' batch is complete: it can be taken back from now on. */
static void written(struct console *console)
{
	struct scribe_console *state = state_of(console);

	if (!console->effects.batch.len)
		return;
	undo_of(&console->book, &console->effects.batch, push(state->past, &state->past_len));
	forget(state->future, &state->future_len);
	snprintf(console->effects.done, sizeof console->effects.done, "%s", _("Saved."));
}

/* Takes the newest of `from` and puts it onto `to`, writing `put` if what `stands` wrote still stands. */
static void shift(struct console *console, bool back)
{
	struct scribe_console *state = state_of(console);
	size_t *from_len = back ? &state->past_len : &state->future_len;
	struct undo *from = back ? state->past : state->future;
	struct undo *to = back ? state->future : state->past;
	struct fault fault = { "" };

	if (*from_len == 0) {
		console_say(console, "%s", back ? _("There is nothing to take back.") : _("There is nothing to do again."));
		return;
	}
	struct undo *undo = &from[*from_len - 1];
	if (!undo_holds(&console->book, back ? &undo->done : &undo->back)) {
		fault_set(&fault, ST_REFUSED, _("Somebody else has changed this since; it is left as it is."));
		console_complain(console, &fault);
		undo_done(undo);
		--*from_len;
		return;
	}
	undo_copy(back ? &undo->back : &undo->done, &console->effects.batch);
	snprintf(console->effects.done, sizeof console->effects.done, "%s", back ? _("Taken back.") : _("Done again."));
	*push(to, back ? &state->future_len : &state->past_len) = *undo;
	--*from_len;
}

static void do_undo(struct console *console)
{
	shift(console, true);
}

static void do_redo(struct console *console)
{
	shift(console, false);
}

/* --- the draft -------------------------------------------------------------------------------------------------------- */

static void keep_draft(struct console *console)
{
	struct scribe_console *state = state_of(console);
	struct buf draft = { 0 };

	if (state->form.kind != FORM_NONE)
		form_to_draft(&state->form, &draft);
	free(console->effects.draft_text);
	console->effects.draft_text = buf_steal(&draft);
	console->effects.draft = state->place;
	state->typed_ms = 0;
}

static void tick(struct console *console)
{
	struct scribe_console *state = state_of(console);

	if (state->typed_ms && console->now.boot_ms - state->typed_ms >= DRAFT_MS)
		keep_draft(console);
}

static int64_t next_ms(const struct console *console)
{
	const struct scribe_console *state = state_of(console);

	if (!state->typed_ms)
		return -1;
	int64_t left = state->typed_ms + DRAFT_MS - console->now.boot_ms;
	return left > 0 ? left : 0;
}

static void leave(struct console *console)
{
	if (state_of(console)->typed_ms)
		keep_draft(console);
}

/* --- the form --------------------------------------------------------------------------------------------------------- */

static void shut_form(struct console *console)
{
	form_close(&state_of(console)->form);
	keep_draft(console);
}

static void accept_form(struct console *console)
{
	struct scribe_console *state = state_of(console);
	struct form *form = &state->form;
	struct record record = record_into(console);
	bool was_new_support = form->kind == FORM_SUPPORT && !form->row[0];
	char step[ID_LEN + 1];

	if (form_is_blank(form)) {
		shut_form(console);
		return;
	}
	struct id made = form_save(form, &record);
	snprintf(step, sizeof step, "%s", made.text[0] ? made.text : form->owner);
	if (made.text[0])
		snprintf(state->bar_id, sizeof state->bar_id, "%s", made.text);
	written(console);
	/* A step is followed by who helps in it, one after the other, until the field is left empty. */
	if (made.text[0] || was_new_support)
		form_open(form, FORM_SUPPORT, NULL, step);
	else
		form_close(form);
	keep_draft(console);
}

static bool type(struct console *console, const struct input_event *event)
{
	struct scribe_console *state = state_of(console);

	if (state->form.kind == FORM_NONE)
		return false;
	switch (form_take(&state->form, event, &console->book)) {
	case FORM_TYPED:
		if (!state->typed_ms)
			state->typed_ms = console->now.boot_ms;
		break;
	case FORM_ACCEPTED:
		accept_form(console);
		break;
	case FORM_CANCELLED:
		shut_form(console);
		break;
	case FORM_IGNORED:
		break;
	}
	return true;
}

/* --- commands --------------------------------------------------------------------------------------------------------- */

static void open_new(struct console *console, enum form_kind kind)
{
	form_open(&state_of(console)->form, kind, NULL, "");
}

static void do_offer(struct console *console)
{
	open_new(console, FORM_OFFER);
}

static void do_step(struct console *console)
{
	open_new(console, FORM_STEP);
}

static void do_note(struct console *console)
{
	open_new(console, FORM_NOTE);
}

static void do_headline(struct console *console)
{
	form_open(&state_of(console)->form, FORM_HEADLINE, (const struct row *)(const void *)own_table(console), "");
}

static void open_storyline(struct console *console, enum form_kind kind)
{
	form_open(&state_of(console)->form, kind, (const struct row *)(const void *)workbook_storyline(&console->book, own_table(console)->id), "");
}

static void do_story(struct console *console)
{
	open_storyline(console, FORM_TITLE);
}

static void do_lead(struct console *console)
{
	open_storyline(console, FORM_LEAD);
}

/* The step under the bar, or that of the support under it. */
static const char *step_under_bar(const struct console *console)
{
	const struct sheet_row *at = under_bar(console);

	if (at->kind == SHEET_STEP)
		return at->row->id;
	return at->kind == SHEET_SUPPORT ? row_value(at->row, field_info_of(FIELD_support_step)).text : NULL;
}

static void do_support(struct console *console)
{
	const char *step = step_under_bar(console);

	if (step)
		form_open(&state_of(console)->form, FORM_SUPPORT, NULL, step);
	else
		console_say(console, _("Go to a step of the story first; s writes a new one."));
}

static void do_edit(struct console *console)
{
	static const enum form_kind forms[] = {
		[SHEET_OFFERS] = FORM_OFFER, [SHEET_OFFER] = FORM_OFFER,     [SHEET_STORY] = FORM_TITLE, [SHEET_STEP] = FORM_STEP,
		[SHEET_SUPPORT] = FORM_SUPPORT, [SHEET_NOTES] = FORM_NOTE, [SHEET_NOTE] = FORM_NOTE,
	};
	const struct sheet_row *at = under_bar(console);

	if (at->kind == SHEET_STORY)
		do_story(console);
	else
		form_open(&state_of(console)->form, forms[at->kind], at->row, "");
}

static void do_formality(struct console *console)
{
	const struct sheet_row *at = under_bar(console);

	if (at->kind != SHEET_SUPPORT)
		return;
	int64_t now = row_value(at->row, field_info_of(FIELD_support_formality)).number;
	batch_add(&console->effects.batch, ENTITY_support, console->workshop, at->row->id);
	batch_set_number(&console->effects.batch, FIELD_support_formality, now % FORMALITY_MIXED + 1);
	written(console);
}

static void do_remove(struct console *console)
{
	const struct sheet_row *at = under_bar(console);

	if (sheet_is_heading(at->kind))
		return;
	batch_add(&console->effects.batch, sheet_kind_info(at->kind)->entity, console->workshop, at->row->id);
	batch_set_number(&console->effects.batch, FIELD_gone, 1);
	written(console);
	snprintf(console->effects.done, sizeof console->effects.done, "%s", _("Deleted; u brings it back."));
}

static void move_row(struct console *console, int by)
{
	const struct sheet_row *at = under_bar(console);
	char place[ORDER_LEN];

	if (!sheet_move(&console->book, at, by, place))
		return;
	const struct sheet_kind_info *info = sheet_kind_info(at->kind);
	batch_add(&console->effects.batch, info->entity, console->workshop, at->row->id);
	batch_set_text(&console->effects.batch, info->pos, place);
	written(console);
}

static void do_move_up(struct console *console)
{
	move_row(console, -1);
}

static void do_move_down(struct console *console)
{
	move_row(console, 1);
}

static void accept_state(struct console *console, int64_t table_state)
{
	struct act act = console_act(console);

	act_table_state(&act, own_table(console)->id, (enum table_state)table_state);
	snprintf(console->effects.done, sizeof console->effects.done, "%s", _("The facilitator sees it."));
}

static void do_state(struct console *console)
{
	console_offer(console, _("How far is your table?"), accept_state);
	for (unsigned i = 0; i < codes_table_state.len; i++)
		console_offer_choice(console, code_label(&codes_table_state, i), i);
}

static void go_to(struct scribe_console *state, size_t bar)
{
	const struct row *row = state->sheet.rows[bar].row;

	state->bar = bar;
	snprintf(state->bar_id, sizeof state->bar_id, "%s", row ? row->id : "");
}

static void do_pane(struct console *console)
{
	struct scribe_console *state = state_of(console);
	size_t bar = state->bar;

	do
		bar = (bar + 1) % state->sheet.len;
	while (!sheet_is_heading(state->sheet.rows[bar].kind));
	go_to(state, bar);
}

static void do_up(struct console *console)
{
	struct scribe_console *state = state_of(console);

	if (state->bar > 0)
		go_to(state, state->bar - 1);
}

static void do_down(struct console *console)
{
	struct scribe_console *state = state_of(console);

	if (state->bar + 1 < state->sheet.len)
		go_to(state, state->bar + 1);
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_scribe_offer] = do_offer,         [CMD_scribe_step] = do_step,
	[CMD_scribe_note] = do_note,           [CMD_scribe_support] = do_support,
	[CMD_scribe_edit] = do_edit,           [CMD_scribe_formality] = do_formality,
	[CMD_scribe_remove] = do_remove,       [CMD_scribe_undo] = do_undo,
	[CMD_scribe_redo] = do_redo,           [CMD_scribe_move_up] = do_move_up,
	[CMD_scribe_move_down] = do_move_down, [CMD_scribe_headline] = do_headline,
	[CMD_scribe_story] = do_story,         [CMD_scribe_lead] = do_lead,
	[CMD_scribe_state] = do_state,         [CMD_scribe_pane] = do_pane,
	[CMD_scribe_up] = do_up,               [CMD_scribe_down] = do_down,
};

/* --- life --------------------------------------------------------------------------------------------------------------- */

static void refresh(struct console *console)
{
	struct scribe_console *state = state_of(console);

	arena_done(&state->arena);
	state->sheet = sheet_of(&console->book, own_table(console), &state->arena);
	if (state->bar >= state->sheet.len)
		state->bar = state->sheet.len - 1;
	for (size_t i = 0; state->bar_id[0] && i < state->sheet.len; i++)
		if (state->sheet.rows[i].row && strcmp(state->sheet.rows[i].row->id, state->bar_id) == 0)
			state->bar = i;
	/* The cards found were rows of the workbook that has just been replaced. */
	form_find_cards(&state->form, &console->book);
}

static void restore_draft(struct console *console)
{
	struct scribe_console *state = state_of(console);
	struct buf draft = { 0 };
	struct fault fault = { "" };

	if (draft_load(console->app->store, console->workshop, state->place, &draft, &fault) == ST_OK && draft.len &&
	    form_of_draft(&state->form, buf_text(&draft)))
		console_say(console, _("Here is what you were writing."));
	buf_done(&draft);
}

static void *open_scribe(struct console *console)
{
	struct scribe_console *state = mem_new(1, sizeof *state);

	console->state = state;
	snprintf(state->place, sizeof state->place, "scribe %d", (int)console->table);
	refresh(console);
	restore_draft(console);
	return state;
}

static void close_scribe(void *opaque)
{
	struct scribe_console *state = opaque;

	form_close(&state->form);
	forget(state->past, &state->past_len);
	forget(state->future, &state->future_len);
	arena_done(&state->arena);
	free(state);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	const struct scribe_console *state = state_of(console);
	struct form_view form;
	struct scribe_view view = {
		.book = &console->book,
		.run = &console->run,
		.table = own_table(console),
		.sheet = state->sheet,
		.bar = state->bar,
	};

	if (state->form.kind != FORM_NONE) {
		form = form_view_of(&state->form);
		view.form = &form;
	}
	scribe_view_draw(canvas, &view);
}

static enum command_scope footer(const struct console *console)
{
	return state_of(console)->form.kind == FORM_NONE ? AT_scribe : AT_edit;
}

const struct screen screen_scribe = {
	.name = "scribe",
	.scope = AT_scribe,
	.reach = { .reach = REACH_ROOM_ONLY },
	.open = open_scribe,
	.close = close_scribe,
	.refresh = refresh,
	.handlers = handlers,
	.type = type,
	.tick = tick,
	.next_ms = next_ms,
	.draw = draw,
	.leave = leave,
	.footer = footer,
};
