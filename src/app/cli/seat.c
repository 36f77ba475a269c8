#include "cli.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "engine/rounds.h"
#include "exchange/json.h"
#include "world/options.h"
#include "world/seating.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A command line, read. */
struct order {
	struct option_list lists[3]; /* by kind of rule */
	struct seat_request request;
	struct seating_effort effort;
	int64_t seed, moves;
	const char *time;
	bool keeps, apply;
};

/* Everything that is found out on the way. */
struct work {
	struct workbook book, past;
	struct arena arena;
	struct seat_plan plan;
	struct seating *seating;
	struct seating_best best;
	struct seat_unmet unmet;
	struct buf out;
};

static void work_done(struct work *work)
{
	seating_free(work->seating);
	buf_done(&work->out);
	arena_done(&work->arena);
	workbook_done(&work->past);
	workbook_done(&work->book);
}

/* --- what is asked ---------------------------------------------------------------------------------------------------- */

static bool read_effort(struct order *order)
{
	char *end;
	double seconds = order->time ? strtod(order->time, &end) : 0;

	if (order->time && (end == order->time || *end || !(seconds > 0 && seconds <= 86400))) {
		fprintf(stderr, _("yoriai: --time wants seconds, not “%s”.\n"), order->time);
		return false;
	}
	if (order->moves < 0 || order->seed < 0 || order->request.tables < 0 || order->request.rounds < 0 ||
	    (order->moves && order->time))
		return false;
	order->effort.time_ms = order->time ? (int64_t)(seconds * 1000) + (seconds < 0.001) : 0;
	order->effort.moves = (uint64_t)order->moves;
	order->request.seed = (uint64_t)order->seed;
	order->request.holders = order->request.keeps = order->keeps;
	return true;
}

static enum status read_wishes(struct order *order, struct work *work, struct fault *fault)
{
	struct seat_wish *wishes = arena_new(&work->arena, COUNT(order->lists) * OPTION_LIST_MAX, sizeof *wishes);
	enum status st = ST_OK;

	for (unsigned kind = 0; kind < COUNT(order->lists); kind++)
		for (size_t i = 0; st == ST_OK && i < order->lists[kind].len; i++)
			st = seating_read_wish(&work->book, (enum seating_rule_kind)kind, order->lists[kind].at[i], &work->arena,
					       &wishes[order->request.wishes_len++], fault);
	order->request.wishes = wishes;
	return st;
}

/* --- what is told ----------------------------------------------------------------------------------------------------- */

static void say_table(struct work *work, const size_t *at, size_t table)
{
	const struct table_list *tables = &work->book.tables;
	struct table made = { .name = "", .room = "", .number = seat_table_number(&work->plan, table) };
	size_t said = 0;

	buf_addf(&work->out, "%s\t", table_name(table < tables->len ? &tables->at[table] : &made).text);
	for (size_t i = 0; i < work->plan.people_len; i++)
		if (at[i] == table)
			buf_addf(&work->out, "%s%s", said++ ? C_("between names", ", ") : "", work->plan.people[i]->name);
	buf_add_char(&work->out, '\n');
}

static void say_rounds(struct work *work)
{
	const struct seating_problem *problem = &work->plan.problem;

	for (size_t round = 0; round < problem->rounds; round++) {
		if (problem->rounds > 1)
			buf_addf(&work->out, _("Round %" PRId64 "\n"), work->plan.from + (int64_t)round);
		for (size_t table = 0; table < problem->tables; table++)
			say_table(work, work->best.at + round * problem->people, table);
		buf_add_char(&work->out, '\n');
	}
}

static void say_score(struct work *work)
{
	const struct seat_score score = seat_score_of(&work->plan, work->best.at);
	struct buf *out = &work->out;

	buf_addf(out, _("First meetings: %" PRId64 ", not the first: %" PRId64 ".\n"), score.first_meetings, score.repeats);
	buf_addf(out, _("Pairs at one table of the same affiliation: %" PRId64 ", stance: %" PRId64 ", field: %" PRId64
			", role: %" PRId64 ".\n"),
		 score.pairs[SEAT_AFFILIATION], score.pairs[SEAT_STANCE], score.pairs[SEAT_FIELD], score.pairs[SEAT_ROLE]);
	if (work->plan.problem.keep)
		buf_addf(out, _("Moves to another seat: %" PRId64 ".\n"), score.moved);
	for (size_t i = 0; i < work->unmet.len; i++)
		buf_addf(out, "- %s\n", work->unmet.at[i]);
	if (work->best.is_least && seat_keeps_rules(&work->plan, work->best.at))
		buf_add_text(out, _("Nothing can be better than this.\n"));
}

/* What the search was like, for who wants it again. */
static void say_search(const struct work *work, const struct order *order)
{
	if (order->effort.time_ms && !work->best.is_least)
		fprintf(stderr, _("yoriai: the time ended the search after %" PRIu64 " moves; --seed %" PRIu64 " --moves %" PRIu64
				  " finds the same again.\n"),
			work->best.moves, work->plan.problem.seed, work->best.moves);
	if (work->plan.away_len)
		fprintf(stderr, _("yoriai: not seated, being absent, not coming, or leading the workshop: %zu.\n"),
			work->plan.away_len);
	if (!order->apply)
		fputs(_("yoriai: this is a proposal; --apply writes it down.\n"), stderr);
}

static void show_progress(int percent)
{
	static int shown = -1;

	if (percent != shown)
		fprintf(stderr, "\r%3d%%%s", percent > 99 ? 100 : percent, percent > 99 ? "\r    \r" : "");
	shown = percent;
}

/* --- doing it --------------------------------------------------------------------------------------------------------- */

static void search(struct app *app, struct order *order, struct work *work)
{
	if (isatty(STDERR_FILENO))
		order->effort.progress = show_progress;
	work->seating = seating_new(&work->plan.problem);
	seating_run(app->env, &order->effort, &work->plan.problem, work->seating);
	if (order->effort.progress)
		show_progress(100);
	work->best = seating_best(work->seating);
	work->unmet = seat_unmet_of(&work->plan, work->best.at, &work->arena);
}

static enum status apply(struct app *app, struct work *work, struct fault *fault)
{
	struct batch batch = { 0 };
	enum status st = ST_OK;

	if (!seat_keeps_rules(&work->plan, work->best.at))
		st = fault_set(fault, ST_REFUSED, _("Nothing was written down: %s"), work->unmet.at[0]);
	else
		seat_write(&work->plan, work->best.at, app->env, &batch);
	if (st == ST_OK)
		st = store_append(app->store, &batch, fault);
	batch_done(&batch);
	return st;
}

static enum status seat(struct app *app, const char *workshop, struct order *order, struct work *work, struct fault *fault)
{
	enum status st = app_load(app, workshop, store_reach_all, &work->book, fault);

	if (st == ST_OK)
		st = seating_load_past(app, &work->book, &work->past, fault);
	order->request.past = &work->past.seats;
	if (st == ST_OK)
		st = read_wishes(order, work, fault);
	if (st == ST_OK)
		st = seat_plan_of(&work->book, &order->request, &work->arena, &work->plan, fault);
	if (st != ST_OK)
		return st;
	search(app, order, work);
	return order->apply ? apply(app, work, fault) : ST_OK;
}

static void print(const struct app *app, const struct order *order, struct work *work)
{
	if (app->json) {
		json_seating(&work->plan, &work->best, &work->unmet, order->effort.time_ms > 0, &work->out);
	} else {
		say_rounds(work);
		say_score(work);
		say_search(work, order);
	}
	fputs(buf_text(&work->out), stdout);
}

enum exit_code cli_seat(struct app *app, int argc, char **argv)
{
	struct order order = { .seed = 1 };
	struct work work = { 0 };
	struct arguments words;
	struct fault fault = { "" };
	const struct option_row rows[] = {
		{ "tables", 0, OPTION_NUMBER, &order.request.tables },
		{ "rounds", 0, OPTION_NUMBER, &order.request.rounds },
		{ "together", 0, OPTION_LIST, &order.lists[SEATING_TOGETHER] },
		{ "apart", 0, OPTION_LIST, &order.lists[SEATING_APART] },
		{ "fix", 0, OPTION_LIST, &order.lists[SEATING_FIX] },
		{ "keep", 0, OPTION_FLAG, &order.keeps },
		{ "seed", 0, OPTION_NUMBER, &order.seed },
		{ "time", 0, OPTION_TEXT, &order.time },
		{ "moves", 0, OPTION_NUMBER, &order.moves },
		{ "apply", 0, OPTION_FLAG, &order.apply },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1 || !read_effort(&order))
		return usage_tell(app, SUBCOMMAND_seat);
	if ((order.apply ? app_open(app, STORE_WRITE) : app_open_to_read(app)) != ST_OK)
		return EXIT_REFUSED;
	app_stay_out_of_rehearsal(app);
	enum status st = seat(app, words.len ? words.at[0] : NULL, &order, &work, &fault);
	if (st == ST_OK)
		print(app, &order, &work);
	work_done(&work);
	return app_fail(st, &fault);
}
