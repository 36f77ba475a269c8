/* plan_file.c - the plan: an agenda, a case and a letter from files, and the agenda into one. */
#include "plan.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "console/typed_path.h"
#include "exchange/import.h"
#include "exchange/story.h"
#include "exchange/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- into a file ---------------------------------------------------------------------------------------------------------- */

static void save_template(struct console *console, const char *path)
{
	struct template template = { 0 };
	struct buf text = { 0 };
	struct fault fault = { "" };
	enum status st = template_of_workbook(&console->book, i18n_is_japanese(), &template, &fault);

	if (st == ST_OK) {
		template_print(&template, &text);
		st = file_replace(path, buf_text(&text), text.len, &fault);
	}
	if (st == ST_OK)
		console_say(console, _("Saved as “%s”. n on the home screen makes workshops from it."), path);
	else
		console_complain(console, &fault);
	buf_done(&text);
	template_done(&template);
}

static void accept_overwriting(struct console *console, int64_t yes)
{
	if (yes)
		save_template(console, plan_of(console)->path);
}

static void accept_template_path(struct console *console, const char *typed)
{
	struct plan *plan = plan_of(console);

	if (!*typed)
		return;
	free(plan->path);
	plan->path = typed_path(typed);
	if (access(plan->path, F_OK) != 0) {
		save_template(console, plan->path);
		return;
	}
	console_offer(console, _("There is a file of that name already."), accept_overwriting);
	console_offer_choice(console, _("Leave it as it is"), 0);
	console_offer_choice(console, _("Write the agenda over it"), 1);
}

/* A title may hold what parts folders. */
static void add_file_name(struct buf *out, const char *title)
{
	for (; *title; title++)
		buf_add_char(out, *title == '/' ? '-' : *title);
	buf_add_text(out, ".md");
}

void plan_save_template(struct console *console)
{
	struct buf name = { 0 };

	add_file_name(&name, workbook_workshop(&console->book)->title);
	console_ask_path(console, _("Save the agenda as which file? (Markdown, to be read back as a template)"), buf_text(&name),
			 accept_template_path);
	buf_done(&name);
}

/* --- from a file ---------------------------------------------------------------------------------------------------------- */

static void accept_agenda(struct console *console, const char *typed)
{
	const struct import_options options = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { "" };
	char *path = typed_path(typed), done[200];

	if (!*typed) {
		free(path);
		return;
	}
	if (import_agenda(path, &console->book, &options, console->app->env, &console->effects.batch, &result, &fault) != ST_OK) {
		console_complain(console, &fault);
	} else if (!console->effects.batch.len) {
		console_say(console, "%s", _("The agenda is as in the file already."));
	} else {
		snprintf(done, sizeof done, _("As in the file: %zu steps added, %zu changed, %zu taken out. u takes it back."),
			 result.added, result.changed, result.removed);
		plan_write(console, WRITING_CHANGE, done);
	}
	import_result_done(&result);
	free(path);
}

static bool is_letter(const struct plan_row *row)
{
	return row->kind == PLAN_FACT && field_entity(row->field) == ENTITY_letter;
}

static bool is_case(const struct plan_row *row)
{
	return row->kind == PLAN_FACT && field_entity(row->field) == ENTITY_case_story;
}

static void accept_story(struct console *console, const char *typed)
{
	const struct plan_row *row = plan_row(console);
	struct story story = { 0 };
	struct fault fault = { "" };
	char *path = typed_path(typed);

	if (*typed && row && (is_letter(row) || is_case(row))) {
		enum status st = is_letter(row) ? story_read_letter(path, &story, &fault) : story_read_case(path, &story, &fault);
		if (st != ST_OK)
			console_complain(console, &fault);
		else if (is_letter(row))
			story_put_letter(&story, row->row, console->workshop, console->app->env, &console->effects.batch);
		else
			story_put_case(&story, row->row, console->workshop, console->app->env, &console->effects.batch);
		plan_write(console, WRITING_CHANGE, _("It is as in the file. u takes it back."));
	}
	story_done(&story);
	free(path);
}

void plan_read_file(struct console *console)
{
	const struct plan_row *row = plan_row(console);

	if (row && is_case(row))
		console_ask_path(console, _("The case from which file?"), "", accept_story);
	else if (row && is_letter(row))
		console_ask_path(console, _("The letter from which file?"), "", accept_story);
	else
		console_ask_path(console, _("The agenda from which file? (Markdown, as yoriai templates prints it)"), "", accept_agenda);
}
