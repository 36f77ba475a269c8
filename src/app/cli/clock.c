#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/act.h"
#include "engine/minutes.h"
#include "engine/refit.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "options.h"
#include "reading.h"
#include "when.h"

#include <stdio.h>
#include <string.h>

static enum status backdate(const struct act *act, const char *text, struct fault *fault)
{
	int64_t at_ms;
	enum status st = when_it_was(text, act->run->now.wall_ms, &at_ms, fault);

	return st == ST_OK ? act_backdate(act, at_ms, fault) : st;
}

static enum status add(const struct act *act, const char *text, struct fault *fault)
{
	int64_t ms;

	if (minutes_parse(text, &ms) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no length of time; write it like 3, -2, 1:30 or 90s."), text);
	return act_add(act, ms, fault);
}

static void print_status(struct reading *reading, bool as_json)
{
	const struct run_item *item = run_current(&reading->run);
	struct buf *out = &reading->out;

	if (as_json) {
		json_clock_status(&reading->book, &reading->run, out);
		return;
	}
	buf_addf(out, "%s  %s  %s\n", workbook_workshop(&reading->book)->title, words_run_state(reading->run.state),
		 words_delta(reading->run.delta_ms).text);
	if (item)
		buf_addf(out, "%s  %s\n", item->item->title, words_remaining(item).text);
}

static void print_refit(struct reading *reading, bool as_json)
{
	struct refit refit = refit_of(&reading->run, &reading->arena);
	struct buf *out = &reading->out;

	if (as_json) {
		json_refit(&reading->run, &refit, out);
		return;
	}
	buf_addf(out, "%s\n", words_refit(&refit).text);
	if (refit_is_needed(&refit))
		buf_addf(out, "%s\n", _("no\tbefore\tafter\tstep"));
	for (size_t i = 0; refit_is_needed(&refit) && i < refit.len; i++) {
		const struct refit_item *item = &refit.items[i];
		buf_addf(out, "%zu\t%s\t%s\t%s\n", (size_t)(item->item - reading->run.items) + 1,
			 words_length(item->before_ms / 1000).text, words_length(item->after_ms / 1000).text,
			 item->item->item->title);
	}
}

/* There may be nothing to do: that has been said, and is no failure. */
static enum status apply_refit(const struct act *act, struct fault *fault)
{
	struct arena arena = { 0 };
	struct refit refit = refit_of(act->run, &arena);
	bool is_needed = refit_is_needed(&refit);

	arena_done(&arena);
	return is_needed ? act_refit(act, fault) : ST_OK;
}

/* What `clock VERB` does. A verb with a word (a length, a time, a text) takes it before the workshop; one that proposes
 * acts with --apply only. */
static const struct clock_verb {
	const char *name;
	enum status (*plain)(const struct act *act, struct fault *fault);
	enum status (*with_word)(const struct act *act, const char *word, struct fault *fault);
	void (*print)(struct reading *reading, bool as_json);
	bool proposes;
} verbs[] = {
	{ "status", .print = print_status },
	{ "start", .plain = act_start },
	{ "pause", .plain = act_pause },
	{ "resume", .plain = act_resume },
	{ "next", .plain = act_next },
	{ "back", .plain = act_back },
	{ "skip", .plain = act_skip },
	{ "end", .plain = act_end },
	{ "undo", .plain = act_undo },
	{ "add", .with_word = add },
	{ "backdate", .with_word = backdate },
	{ "message", .with_word = act_message },
	{ "refit", .plain = apply_refit, .print = print_refit, .proposes = true },
};

static const struct clock_verb *verb_of_name(const char *name)
{
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	fprintf(stderr, _("yoriai: the clock knows no “%s”.\n"), name);
	return NULL;
}

/* Two people may press at once: the rows name their items, and the fold ignores what comes too late (engine/act.h). */
static enum exit_code carry_out(struct app *app, const struct clock_verb *verb, const char *word, struct reading *reading)
{
	struct batch batch = { 0 };
	struct act act = { &reading->book, &reading->run, app->env, &batch };
	struct fault fault = { "" };
	enum status st = verb->plain ? verb->plain(&act, &fault) : verb->with_word(&act, word, &fault);

	if (st == ST_OK)
		st = app_append(app, &batch, &fault);
	batch_done(&batch);
	return app_fail(st, &fault);
}

enum exit_code cli_clock(struct app *app, int argc, char **argv)
{
	bool apply = false;
	const struct option_row rows[] = { { "apply", 0, OPTION_FLAG, &apply } };
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len < 1)
		return cli_usage(app, "clock");
	const struct clock_verb *verb = verb_of_name(words.at[0]);
	size_t taken = verb && verb->with_word ? 2 : 1;
	if (!verb || words.len < taken || words.len > taken + 1 || (apply && !verb->proposes))
		return cli_usage(app, "clock");
	bool acts = verb->proposes ? apply : !verb->print;
	enum store_mode mode = acts ? STORE_WRITE : STORE_READ;
	if (reading_open(app, mode, words.len > taken ? words.at[taken] : NULL, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	if (verb->print)
		verb->print(&reading, app->json);
	enum exit_code code = acts ? carry_out(app, verb, words.at[taken - 1], &reading) : EXIT_DONE;
	if (code == EXIT_DONE)
		return reading_print(&reading, NULL);
	reading_done(&reading);
	return code;
}
