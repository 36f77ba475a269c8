#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "clock_room.h"
#include "engine/act.h"
#include "engine/bell.h"
#include "engine/minutes.h"
#include "engine/refit.h"
#include "engine/rounds.h"
#include "engine/words.h"
#include "exchange/json.h"
#include "reading.h"
#include "world/options.h"
#include "world/when.h"

#include <stdio.h>
#include <string.h>

static enum status backdate(const struct act *act, const char *text, struct fault *fault)
{
	int64_t at_ms;
	enum status st = when_it_was(text, act->run->now.wall_ms, &at_ms, fault);

	return st == ST_OK ? act_backdate(act, at_ms, fault) : st;
}

static enum status refuse_length(const char *text, struct fault *fault)
{
	return fault_set(fault, ST_INVALID, _("“%s” is no length of time; write it like 3, -2, 1:30 or 90s."), text);
}

static enum status add(const struct act *act, const char *text, struct fault *fault)
{
	int64_t ms;

	if (minutes_parse(text, &ms) != ST_OK)
		return refuse_length(text, fault);
	return act_add(act, ms, fault);
}

static enum status ring(const struct act *act, const char *number, struct fault *fault)
{
	return act_bell_ask(act, *number ? *number - '0' : 1, fault);
}

static bool is_silent(const struct run *run)
{
	return run->bells.silent;
}

/* What one says of the room's screen. The shutter is on where it hides the contents. */
static void shut(const struct act *act, bool on)
{
	act_shutter(act, !on);
}

static bool is_shut(const struct run *run)
{
	return !run->stage.open;
}

static bool is_dark(const struct run *run)
{
	return run->stage.dark;
}

static bool is_frozen(const struct run *run)
{
	return run->stage.frozen;
}

static bool is_day_shown(const struct run *run)
{
	return run->stage.day;
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
		buf_addf(out, "%s  %s\n", step_name(item->item).text, words_remaining(item).text);
	if (reading->run.state == RUN_PAUSED && item->fixed_end_ms)
		buf_addf(out, "%s\n", _("Its end is fixed: the time runs on."));
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
			 step_name(item->item->item).text);
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

#define ON_OFF "on, off"

/* What `clock VERB` does. A verb with a word (a length, a time, a text) takes it before the workshop; where few words will
 * do, it may be left out, and what switches then turns round what is; a verb that proposes acts with --apply only. */
static const struct clock_verb {
	const char *name;
	enum status (*plain)(const struct act *act, struct fault *fault);
	enum status (*with_word)(const struct act *act, const char *word, struct fault *fault);
	const char *words; /* that will do; NULL: any, and one there must be */
	void (*turn)(const struct act *act, bool on);
	bool (*is_on)(const struct run *run);
	enum status (*with_two)(const struct act *act, const char *word, const char *second, struct fault *fault);
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
	{ "message", .with_word = act_message_line },
	{ "picture", .with_word = clock_show_picture, .words = ON_OFF },
	{ "table", .with_two = clock_set_table },
	{ "shutter", .turn = shut, .is_on = is_shut, .words = ON_OFF },
	{ "blackout", .turn = act_blackout, .is_on = is_dark, .words = ON_OFF },
	{ "freeze", .turn = act_freeze, .is_on = is_frozen, .words = ON_OFF },
	{ "day", .turn = act_day, .is_on = is_day_shown, .words = ON_OFF },
	{ "bell", .with_word = ring, .words = "1, 2, 3" },
	{ "silent", .turn = act_silence, .is_on = is_silent, .words = ON_OFF },
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

/* A command line, read. */
struct order {
	const struct clock_verb *verb;
	const char *word, *second; /* "": none */
	const char *workshop; /* NULL: none */
	const char *life;     /* --for; NULL: not said */
	bool apply;
};

/* Is it one of "1, 2, 3"? */
static bool is_among(const char *words, const char *word)
{
	size_t len = strcspn(word, ", ");
	const char *found = len && !word[len] ? strstr(words, word) : NULL;

	return found && (found == words || found[-1] == ' ') && (found[len] == ',' || !found[len]);
}

static bool is_number(const char *word)
{
	return word[0] && !word[strspn(word, "0123456789")];
}

/* A number may be a workshop's, too; where the verb's words are numbers it is the verb's, lest “bell 4” ring in workshop 4. */
static bool is_meant_for(const char *words, const char *word)
{
	return is_among(words, word) || (is_number(word) && strchr("0123456789", words[0]));
}

/* How many of the words are the verb's. Where the workshop is named too, a word that will not do is still the verb's. */
static size_t words_of_verb(const struct clock_verb *verb, const struct arguments *words)
{
	if (verb->words)
		return words->len > 2 || (words->len == 2 && is_meant_for(verb->words, words->at[1])) ? 2 : 1;
	return verb->with_two ? 3 : verb->with_word ? 2 : 1;
}

static bool read_order(const struct arguments *words, struct order *order)
{
	const struct clock_verb *verb = words->len ? verb_of_name(words->at[0]) : NULL;
	size_t taken = verb ? words_of_verb(verb, words) : 0;

	if (!verb || words->len < taken || words->len > taken + 1)
		return false;
	order->verb = verb;
	order->word = taken > 1 ? words->at[1] : "";
	order->second = taken > 2 ? words->at[2] : "";
	order->workshop = words->len > taken ? words->at[taken] : NULL;
	return (!order->apply || verb->proposes) && (!order->life || verb->with_word == act_message_line);
}

static enum status say_for(const struct act *act, const struct order *order, struct fault *fault)
{
	int64_t life_ms;

	if (minutes_parse(order->life, &life_ms) != ST_OK)
		return refuse_length(order->life, fault);
	return act_message(act, order->word, life_ms, fault);
}

static enum status act_on(const struct act *act, const struct order *order, struct fault *fault)
{
	const struct clock_verb *verb = order->verb;

	if (verb->words && *order->word && !is_among(verb->words, order->word))
		return fault_set(fault, ST_INVALID, _("“%s” is none of: %s."), order->word, verb->words);
	if (order->life)
		return say_for(act, order, fault);
	if (verb->plain)
		return verb->plain(act, fault);
	if (verb->with_word)
		return verb->with_word(act, order->word, fault);
	if (verb->with_two)
		return verb->with_two(act, order->word, order->second, fault);
	verb->turn(act, *order->word ? strcmp(order->word, "on") == 0 : !verb->is_on(act->run));
	return ST_OK;
}

/* Two people may press at once: the rows name their items, and the fold ignores what comes too late (engine/act.h). */
static enum exit_code carry_out(struct app *app, const struct order *order, struct reading *reading)
{
	struct batch batch = { 0 };
	struct act act = { &reading->book, &reading->run, app->env, &batch };
	struct fault fault = { "" };
	enum status st = act_on(&act, order, &fault);

	if (st == ST_OK)
		st = app_append(app, &batch, &fault);
	batch_done(&batch);
	return app_fail(st, &fault);
}

/* A word alone that will not do for the verb could have been a workshop. */
static enum status open_meant(struct app *app, enum store_mode mode, const struct order *order, struct reading *reading)
{
	const char *name = order->workshop;
	struct fault fault = { "" }, neither = { "" };
	enum status st = reading_find(app, mode, name, store_reach_all, reading, &fault);

	if (st == ST_NOT_FOUND && name && order->verb->words && !*order->word)
		app_fail(fault_set(&neither, st, _("“%s” is none of: %s; and there is no workshop “%s” either."), name,
				   order->verb->words, name), &neither);
	else if (*fault.text)
		app_fail(st, &fault);
	if (st == ST_OK)
		app_see_shutter(app, workbook_workshop(&reading->book)->id, &reading->run);
	return st;
}

enum exit_code cli_clock(struct app *app, int argc, char **argv)
{
	struct order order = { 0 };
	const struct option_row rows[] = { { "apply", 0, OPTION_FLAG, &order.apply },
					   { "for", 0, OPTION_TEXT, &order.life } };
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || !read_order(&words, &order))
		return usage_tell(app, SUBCOMMAND_clock);
	bool acts = order.verb->proposes ? order.apply : !order.verb->print;
	enum store_mode mode = acts ? STORE_WRITE : STORE_READ;
	if (open_meant(app, mode, &order, &reading) != ST_OK)
		return EXIT_REFUSED;
	if (order.verb->print)
		order.verb->print(&reading, app->json);
	enum exit_code code = acts ? carry_out(app, &order, &reading) : EXIT_DONE;
	if (code == EXIT_DONE)
		return reading_print(&reading, NULL);
	reading_done(&reading);
	return code;
}
