/* home_copy.c - a copy of everything is taken along, and what was written into one comes home: seen first, then taken in. */
#include "home.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "console/typed_path.h"
#include "store/care.h"
#include "world/merge_words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONFLICTS_SHOWN = 4 };

/* --- taking in ---------------------------------------------------------------------------------------------------------- */

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void note(struct console *console, struct buf *line)
{
	if (line->len)
		console_offer_note(console, buf_text(line));
	buf_clear(line);
}

static void note_conflicts(struct console *console, const struct merge_result *result, struct buf *line)
{
	if (result->conflicts_len)
		buf_addf(line, _("Both sides have changed the same in %zu places; both versions are kept:"), result->conflicts_len);
	note(console, line);
	for (size_t i = 0; i < result->conflicts_len && i < CONFLICTS_SHOWN; i++) {
		buf_add_text(line, "  ");
		merge_words_conflict(&result->conflicts[i], true, line);
		note(console, line);
	}
	if (result->conflicts_len > CONFLICTS_SHOWN)
		console_offer_note(console, "  …");
}

static void note_result(struct console *console, const struct merge_result *result)
{
	struct buf line = { 0 };

	buf_addf(&line, _("Entries that would come in: %" PRId64 "; here already: %" PRId64), result->facts_new, result->facts_known);
	note(console, &line);
	merge_words_rows(result, &line);
	note(console, &line);
	note_conflicts(console, result, &line);
	if (result->ahead)
		buf_addf(&line, _("Dated more than a day ahead, by a clock that is wrong: %" PRId64), result->ahead);
	note(console, &line);
	if (result->broken)
		buf_addf(&line, _("Left out, for yoriai would not have written them: %" PRId64), result->broken);
	note(console, &line);
	buf_done(&line);
}

static void say_result(struct console *console, const struct merge_result *result)
{
	if (!result->facts_new)
		console_say(console, _("Nothing new: all %" PRId64 " entries of this copy are here already."), result->facts_known);
	else if (result->conflicts_len)
		console_say(console, _("Taken in: %" PRId64 " entries. In %zu places there is another version."),
			    result->facts_new, result->conflicts_len);
	else
		console_say(console, _("Taken in: %" PRId64 " entries."), result->facts_new);
}

static bool merge(struct console *console, unsigned how, struct merge_result *ret_result)
{
	struct fault fault = { "" };

	if (store_merge(console->app->store, home_of(console)->copy, how, ret_result, &fault) == ST_OK)
		return true;
	console_complain(console, &fault);
	return false;
}

static void take(struct console *console)
{
	struct merge_result result = { 0 };

	if (merge(console, home_of(console)->merge_how, &result))
		say_result(console, &result);
	merge_result_done(&result);
	console->effects.reload = true;
}

static void accept_taking(struct console *console, int64_t how)
{
	home_of(console)->merge_how = (unsigned)how;
	console->effects.carry_out = take;
}

static void look(struct console *console)
{
	struct merge_result result = { 0 };

	if (!merge(console, MERGE_ONLY_LOOKS, &result))
		return;
	if (!result.facts_new && !result.ahead && !result.broken) {
		say_result(console, &result);
	} else {
		console_offer(console, name_of(home_of(console)->copy), accept_taking);
		note_result(console, &result);
		if (result.facts_new)
			console_offer_choice(console, _("Take it in"), 0);
		if (result.ahead)
			console_offer_choice(console, _("Take it in, and what is dated ahead, too"), MERGE_TAKES_AHEAD);
	}
	merge_result_done(&result);
}

static void accept_copy(struct console *console, const char *typed)
{
	struct home_console *state = home_of(console);

	if (!*typed)
		return;
	free(state->copy);
	state->copy = typed_path(typed);
	console->effects.carry_out = look;
}

void home_take_in(struct console *console)
{
	struct home_console *state = home_of(console);

	if (!state->copy)
		state->copy = home_find_copy();
	console_ask_path(console, _("Which copy? The path of its file; Tab completes it"), state->copy, accept_copy);
}

/* --- taking along ------------------------------------------------------------------------------------------------------- */

static void write_copy(struct console *console)
{
	const char *path = home_of(console)->copy;
	struct fault fault = { "" };

	if (access(path, F_OK) == 0)
		fault_set(&fault, ST_REFUSED, _("“%s” is there already. Choose another name."), path);
	else if (store_backup(console->app->store, path, &fault) == ST_OK)
		console_say(console, _("Everything is in %s; m takes it in again."), path);
	if (*fault.text)
		console_complain(console, &fault);
}

static void accept_target(struct console *console, const char *typed)
{
	struct home_console *state = home_of(console);

	if (!*typed)
		return;
	free(state->copy);
	state->copy = typed_path(typed);
	console->effects.carry_out = write_copy;
}

static bool is_free(const char *typed)
{
	char *path = typed_path(typed);
	bool is = access(path, F_OK) != 0;

	free(path);
	return is;
}

void home_copy(struct console *console)
{
	struct buf name = { 0 };

	buf_add_text(&name, "~/yoriai-copy.db");
	for (int number = 2; !is_free(buf_text(&name)); number++) {
		buf_clear(&name);
		buf_addf(&name, "~/yoriai-copy-%d.db", number);
	}
	console_ask_path(console, _("Into which file? It will hold everything, also what is private."), buf_text(&name), accept_target);
	buf_done(&name);
}
