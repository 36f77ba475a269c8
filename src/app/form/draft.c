#include "draft.h"

#include <stdlib.h>
#include <string.h>

/* Half of the two seconds; the rest is for a busy disk. */
enum { DRAFT_DUE_MS = 1000 };

bool draft_restore(struct draft *draft, const struct console *console, const char *prefix, const struct form_specs *specs,
		   struct form *form)
{
	struct buf body = { 0 };
	struct fault fault = { "" };
	bool restored = false;

	draft_own_place(console->app->store, prefix, draft->place);
	if (draft_find_left(console->app->store, console->workshop, prefix, draft->found, &body, &fault) == ST_OK)
		restored = form_of_draft(form, specs, buf_text(&body), &console->book);
	buf_done(&body);
	if (restored)
		draft_note_typing(draft, console->now);
	/* A process before us had our number. */
	draft->is_kept = strcmp(draft->found, draft->place) == 0;
	if (draft->is_kept)
		draft->found[0] = '\0';
	return restored;
}

void draft_note_typing(struct draft *draft, struct moment now)
{
	if (!draft->typed_ms)
		draft->typed_ms = now.boot_ms;
}

bool draft_is_due(const struct draft *draft, struct moment now)
{
	return draft_next_ms(draft, now) == 0;
}

int64_t draft_next_ms(const struct draft *draft, struct moment now)
{
	int64_t left = draft->typed_ms + DRAFT_DUE_MS - now.boot_ms;

	if (!draft->typed_ms)
		return -1;
	return left > 0 ? left : 0;
}

void draft_keep(struct draft *draft, struct effects *effects, const struct form *form)
{
	bool is_there = form->kind != FORM_NONE && !form_is_untouched(form);
	struct buf body = { 0 };

	draft->typed_ms = 0;
	/* A line that was saved before a draft was due has none to be forgotten: nobody waits for the database a second time. */
	if (!is_there && !draft->is_kept && !draft->found[0])
		return;
	draft->is_kept = is_there;
	if (is_there)
		form_to_draft(form, &body);
	free(effects->draft_text);
	effects->draft_text = buf_steal(&body);
	effects->draft = draft->place;
	if (draft->found[0])
		effects->draft_before = draft->found;
}

bool draft_set_aside(struct draft *draft, const struct form *form)
{
	bool was_taken_up = draft->is_taken_up;
	struct buf typed = { 0 };

	draft->is_taken_up = false;
	if (form_is_untouched(form))
		return false;
	form_to_draft(form, &typed);
	bool is_as_it_was = was_taken_up && strcmp(draft->left, buf_text(&typed)) == 0;
	draft_forget_left(draft);
	if (is_as_it_was)
		buf_done(&typed);
	else
		draft->left = buf_steal(&typed);
	return !is_as_it_was;
}

bool draft_take_up(struct draft *draft, const struct form_specs *specs, const struct console *console, struct form *form)
{
	draft->is_taken_up = draft->left && form_of_draft(form, specs, draft->left, &console->book);
	if (draft->is_taken_up)
		draft_note_typing(draft, console->now);
	else
		draft_forget_left(draft);
	return draft->is_taken_up;
}

void draft_forget_left(struct draft *draft)
{
	free(draft->left);
	draft->left = NULL;
	draft->is_taken_up = false;
}
