/* scribe_act.c - what the scribe's keys do with the row under the bar, and with the table. */
#include "scribe.h"

#include "base/i18n.h"
#include "screens/screens.h"

#include <stdio.h>
#include <string.h>

/* --- the bar ---------------------------------------------------------------------------------------------------------- */

static void do_pane(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_pane);
}

static void do_up(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_up);
}

static void do_down(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_down);
}

static void do_page_up(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_page_up);
}

static void do_page_down(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_page_down);
}

static void do_first(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_first);
}

static void do_last(struct console *console)
{
	scribe_move_bar(scribe_of(console), CMD_scribe_last);
}

/* --- what opens a form ---------------------------------------------------------------------------------------------------- */

static void do_offer(struct console *console)
{
	scribe_open_form(console, FORM_OFFER, NULL, "");
}

static void do_step(struct console *console)
{
	scribe_open_form(console, FORM_STEP, NULL, "");
}

static void do_note(struct console *console)
{
	scribe_open_form(console, FORM_NOTE, NULL, "");
}

static void do_headline(struct console *console)
{
	scribe_open_form(console, FORM_HEADLINE, (const struct row *)(const void *)scribe_table(console), "");
}

static void do_theme(struct console *console)
{
	scribe_open_form(console, FORM_THEME, (const struct row *)(const void *)scribe_table(console), "");
}

static void open_storyline(struct console *console, enum form_kind kind)
{
	const struct storyline *storyline = workbook_storyline(&console->book, scribe_table(console)->id);

	scribe_open_form(console, kind, (const struct row *)(const void *)storyline, "");
}

static void do_story(struct console *console)
{
	open_storyline(console, FORM_TITLE);
}

static void do_read(struct console *console)
{
	struct effects *effects = &console->effects;

	effects->open = &screen_story;
	effects->open_table = console->table;
	snprintf(effects->open_workshop, sizeof effects->open_workshop, "%s", console->workshop);
}

static void do_lead(struct console *console)
{
	open_storyline(console, FORM_LEAD);
}

static void do_ending(struct console *console)
{
	open_storyline(console, FORM_ENDING);
}

static void do_questions(struct console *console)
{
	open_storyline(console, FORM_QUESTIONS);
}

/* The step under the bar, or that of the support under it. */
static const char *step_under_bar(const struct console *console)
{
	const struct sheet_row *at = scribe_row(console);

	if (at->kind == SHEET_STEP)
		return at->row->id;
	return at->kind == SHEET_SUPPORT ? row_value(at->row, field_info_of(FIELD_support_step)).text : NULL;
}

static void do_support(struct console *console)
{
	const char *step = step_under_bar(console);

	if (step)
		scribe_open_form(console, FORM_SUPPORT, NULL, step);
	else
		console_say(console, _("Go to a step of the story first; s writes a new one."));
}

/* Of a support, or of the companion in the story's heading. */
static void do_chain(struct console *console)
{
	const struct sheet_row *at = scribe_row(console);
	const struct storyline *storyline = workbook_storyline(&console->book, scribe_table(console)->id);

	if (at->kind == SHEET_SUPPORT)
		scribe_show_chain(console, row_value(at->row, field_info_of(FIELD_support_card)).text, step_under_bar(console));
	else
		scribe_show_chain(console, at->kind == SHEET_STORY && storyline ? storyline->lead_card : "", "");
}

static void do_edit(struct console *console)
{
	static const enum form_kind forms[SHEET_KINDS] = {
		[SHEET_OFFERS] = FORM_OFFER, [SHEET_OFFER] = FORM_OFFER,   [SHEET_STORY] = FORM_TITLE,
		[SHEET_STEP] = FORM_STEP,    [SHEET_SUPPORT] = FORM_SUPPORT, [SHEET_ENDING] = FORM_ENDING,
		[SHEET_QUESTIONS] = FORM_QUESTIONS, [SHEET_NOTES] = FORM_NOTE, [SHEET_NOTE] = FORM_NOTE,
		[SHEET_PLAN] = FORM_ACTION,  [SHEET_ACTION] = FORM_ACTION,
	};
	const struct sheet_row *at = scribe_row(console);

	if (at->kind == SHEET_STORY)
		do_story(console);
	else
		scribe_open_form(console, forms[at->kind], at->row, "");
}

/* --- what changes the row ------------------------------------------------------------------------------------------------- */

static void do_formality(struct console *console)
{
	const struct sheet_row *at = scribe_row(console);

	if (at->kind != SHEET_SUPPORT) {
		console_say(console, _("Go to a support first: that is formal, informal or mixed."));
		return;
	}
	int64_t now = row_value(at->row, field_info_of(FIELD_support_formality)).number;
	batch_add(&console->effects.batch, ENTITY_support, console->workshop, at->row->id);
	batch_set_number(&console->effects.batch, FIELD_support_formality, now % FORMALITY_MIXED + 1);
	scribe_write(console, WRITING_CHANGE, _("Saved."));
}

/* Whoever presses this at the moment the line vanishes means that line, not the one that took its place. */
static void do_remove(struct console *console)
{
	struct scribe *scribe = scribe_of(console);
	const struct sheet_row *at = scribe_row(console);
	const struct sheet_kind_info *info = sheet_kind_info(at->kind);

	if (scribe->is_lost) {
		scribe->is_lost = false;
		console_say(console, _("Somebody else has deleted that line already."));
		return;
	}
	if (!info) {
		console_say(console, _("Headings stay; go to a line below."));
		return;
	}
	batch_add(&console->effects.batch, info->entity, console->workshop, at->row->id);
	if (info->is_part)
		batch_set_text(&console->effects.batch, info->text, "");
	else
		batch_set_number(&console->effects.batch, FIELD_gone, 1);
	scribe_drop_from_bundle(console);
	scribe_write(console, WRITING_CHANGE, _("Deleted; u brings it back."));
}

static void move_row(struct console *console, int by)
{
	const struct sheet_row *at = scribe_row(console);
	const struct sheet_kind_info *info = sheet_kind_info(at->kind);
	const struct scribe *scribe = scribe_of(console);
	struct sheet_place place;

	if (!sheet_move(&console->book, &scribe->sheet, scribe->bar, by, &place))
		return;
	batch_add(&console->effects.batch, info->entity, console->workshop, at->row->id);
	if (strcmp(place.owner, row_value(at->row, field_info_of(info->owner)).text) != 0)
		batch_set_text(&console->effects.batch, info->owner, place.owner);
	batch_set_text(&console->effects.batch, info->pos, place.key);
	scribe_write(console, WRITING_CHANGE, _("Saved."));
}

static void do_move_up(struct console *console)
{
	move_row(console, -1);
}

static void do_move_down(struct console *console)
{
	move_row(console, 1);
}

/* --- taking back ---------------------------------------------------------------------------------------------------------- */

static void turn_back(struct console *console, enum writing writing)
{
	if (desk_turn_back(&scribe_of(console)->desk, console, writing))
		scribe_write(console, writing, NULL);
}

static void do_undo(struct console *console)
{
	if (!desk_take_up(&scribe_of(console)->desk, console, &form_specs_scribe))
		turn_back(console, WRITING_UNDO);
}

static void do_redo(struct console *console)
{
	turn_back(console, WRITING_REDO);
}

/* --- the table ------------------------------------------------------------------------------------------------------------ */

static void accept_state(struct console *console, int64_t table_state)
{
	struct act act = console_act(console);

	act_table_state(&act, scribe_table(console)->id, (enum table_state)table_state, true);
	scribe_write(console, WRITING_NOTHING, _("The facilitator sees it."));
}

static void do_state(struct console *console)
{
	console_offer(console, _("How far is your table?"), accept_state);
	for (unsigned i = 0; i < codes_table_state.len; i++)
		console_offer_choice(console, code_label(&codes_table_state, i), i);
}

command_handler *const scribe_handlers[CMD_COUNT] = {
	[CMD_scribe_offer] = do_offer,         [CMD_scribe_step] = do_step,
	[CMD_scribe_note] = do_note,           [CMD_scribe_support] = do_support,
	[CMD_scribe_edit] = do_edit,           [CMD_scribe_formality] = do_formality,
	[CMD_scribe_remove] = do_remove,       [CMD_scribe_undo] = do_undo,
	[CMD_scribe_redo] = do_redo,           [CMD_scribe_move_up] = do_move_up,
	[CMD_scribe_bundle] = scribe_bundle,   [CMD_scribe_unbundle] = scribe_unbundle,
	[CMD_scribe_open_bundle] = scribe_open_bundle,
	[CMD_scribe_make_card] = scribe_make_card, [CMD_scribe_no_card] = scribe_no_card,
	[CMD_scribe_lead_on] = scribe_lead_on, [CMD_scribe_priority] = scribe_priority,
	[CMD_scribe_move_down] = do_move_down, [CMD_scribe_headline] = do_headline,
	[CMD_scribe_story] = do_story,         [CMD_scribe_lead] = do_lead,
	[CMD_scribe_ending] = do_ending,       [CMD_scribe_questions] = do_questions,
	[CMD_scribe_read] = do_read,
	[CMD_scribe_chain] = do_chain,
	[CMD_scribe_theme] = do_theme,         [CMD_scribe_state] = do_state,
	[CMD_scribe_versions] = scribe_show_versions,
	[CMD_scribe_find] = find_open,
	[CMD_scribe_find_next] = find_next,    [CMD_scribe_find_before] = find_before,
	[CMD_scribe_page_up] = do_page_up,     [CMD_scribe_page_down] = do_page_down,
	[CMD_scribe_first] = do_first,         [CMD_scribe_last] = do_last,
	[CMD_scribe_pane] = do_pane,           [CMD_scribe_up] = do_up,
	[CMD_scribe_down] = do_down,
};
