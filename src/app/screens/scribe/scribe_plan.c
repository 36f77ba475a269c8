/* scribe_plan.c - from a worry to what is to be done, its priority, and its row in the action plan. */
#include "scribe.h"

#include "base/i18n.h"
#include "domain/plan.h"

/* NULL: the bar is at no note. */
static const struct note *note_under_bar(const struct console *console)
{
	const struct sheet_row *row = scribe_row(console);

	return row->kind == SHEET_NOTE ? (const struct note *)(const void *)row->row : NULL;
}

static void plan(struct console *console, const struct note *note)
{
	const struct action *action = plan_action_of(&console->book, note);

	if (action)
		scribe_open_form(console, FORM_ACTION, (const struct row *)(const void *)action, "");
	else
		scribe_open_form(console, FORM_ACTION, NULL, note->id);
}

void scribe_lead_on(struct console *console)
{
	const struct note *note = note_under_bar(console);

	if (!note) {
		console_say(console, _("Go to a note first: a worry leads to what is to be done, and that to the plan."));
		return;
	}
	if (note->kind == NOTE_KIND_TODO)
		plan(console, note);
	else
		scribe_open_form(console, FORM_NOTE, NULL, note->id);
	console_say(console, "← %s", note->text);
}

static void accept_priority(struct console *console, int64_t priority)
{
	const struct note *note = note_under_bar(console);

	if (!note || (int64_t)note->priority == priority)
		return;
	batch_add(&console->effects.batch, ENTITY_note, console->workshop, note->id);
	batch_set_number(&console->effects.batch, FIELD_note_priority, priority);
	scribe_write(console, WRITING_CHANGE, _("Saved."));
}

void scribe_priority(struct console *console)
{
	const struct note *note = note_under_bar(console);

	if (!note || note->kind != NOTE_KIND_TODO) {
		console_say(console, _("Go to something that is to be done (やること) first."));
		return;
	}
	console_offer(console, _("How soon? 1 comes first."), accept_priority);
	for (unsigned i = PRIORITY_1; i < codes_priority.len; i++)
		console_offer_choice(console, code_label(&codes_priority, i), i);
	console_offer_choice(console, code_label(&codes_priority, PRIORITY_UNSAID), PRIORITY_UNSAID);
}
