#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/act.h"
#include "engine/minutes.h"
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

/* What `clock VERB` does. A verb with a word (a length, a time, a text) takes it before the workshop. */
static const struct clock_verb {
	const char *name;
	enum status (*plain)(const struct act *act, struct fault *fault);
	enum status (*with_word)(const struct act *act, const char *word, struct fault *fault);
} verbs[] = {
	{ "status", NULL, NULL },         { "start", act_start, NULL }, { "pause", act_pause, NULL },
	{ "resume", act_resume, NULL },   { "next", act_next, NULL },   { "back", act_back, NULL },
	{ "skip", act_skip, NULL },       { "end", act_end, NULL },     { "undo", act_undo, NULL },
	{ "add", NULL, add },             { "backdate", NULL, backdate }, { "message", NULL, act_message },
};

static const struct clock_verb *verb_of_name(const char *name)
{
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

static void print_status(const struct reading *reading, bool as_json, struct buf *out)
{
	const struct run_item *item = run_current(&reading->run);

	if (as_json) {
		json_clock_status(&reading->book, &reading->run, out);
		return;
	}
	buf_addf(out, "%s  %s  %s\n", workbook_workshop(&reading->book)->title, words_run_state(reading->run.state),
		 words_delta(reading->run.delta_ms).text);
	if (item)
		buf_addf(out, "%s  %s\n", item->item->title, words_remaining(item).text);
}

/* Two people may press at once: the rows name their items, and the fold ignores what comes too late (engine/act.h). */
static enum exit_code carry_out(struct app *app, const struct clock_verb *verb, const char *word, struct reading *reading)
{
	struct batch batch = { 0 };
	struct act act = { &reading->book, &reading->run, app->env, &batch };
	struct fault fault = { "" };
	enum status st = verb->plain ? verb->plain(&act, &fault) : verb->with_word(&act, word, &fault);

	if (st == ST_OK)
		st = store_append(app->store, &batch, &fault);
	batch_done(&batch);
	return app_fail(st, &fault);
}

enum exit_code cli_clock(struct app *app, int argc, char **argv)
{
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len < 1)
		return cli_usage(app, "clock");
	const struct clock_verb *verb = verb_of_name(words.at[0]);
	size_t taken = verb && verb->with_word ? 2 : 1;
	if (!verb)
		fprintf(stderr, _("yoriai: the clock knows no “%s”.\n"), words.at[0]);
	if (!verb || words.len < taken || words.len > taken + 1)
		return cli_usage(app, "clock");
	bool acts = verb->plain || verb->with_word;
	enum store_mode mode = acts ? STORE_WRITE : STORE_READ;
	if (reading_open(app, mode, words.len > taken ? words.at[taken] : NULL, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum exit_code code = EXIT_DONE;
	if (acts)
		code = carry_out(app, verb, words.at[taken - 1], &reading);
	else
		print_status(&reading, app->json, &reading.out);
	if (code == EXIT_DONE)
		return reading_print(&reading, NULL);
	reading_done(&reading);
	return code;
}
