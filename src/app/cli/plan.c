/* plan.c - a workshop is planned: on its screen, or a word at a time. */
#include "cli.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "console/console.h"
#include "engine/agenda.h"
#include "engine/carry.h"
#include "engine/series.h"
#include "exchange/json.h"
#include "exchange/story.h"
#include "reading.h"
#include "screens/screens.h"
#include "world/last_time.h"
#include "world/make.h"
#include "world/options.h"

#include <stdio.h>
#include <string.h>

/* A command line, read; NULL: nothing was said. A number below 0: the same. */
struct order {
	const char *title, *start, *end, *venue, *mode, *series, *programme, *commissioner, *purpose, *context, *case_path, *letter_path;
	int64_t number, year_number;
};

/* --- what is said --------------------------------------------------------------------------------------------------------- */

/* Begins the fact about the workshop with what is first said of it. */
static void set_text(const struct workshop *workshop, enum field field, const char *text, struct batch *batch)
{
	if (!text)
		return;
	if (!batch->len)
		batch_add(batch, ENTITY_workshop, workshop->id, workshop->id);
	batch_set_text(batch, field, text);
}

static void set_number(const struct workshop *workshop, enum field field, int64_t number, struct batch *batch)
{
	if (!batch->len)
		batch_add(batch, ENTITY_workshop, workshop->id, workshop->id);
	batch_set_number(batch, field, number);
}

static void set_texts(const struct workshop *workshop, const struct order *order, struct batch *batch)
{
	set_text(workshop, FIELD_workshop_title, order->title, batch);
	set_text(workshop, FIELD_workshop_venue, order->venue, batch);
	set_text(workshop, FIELD_workshop_series, order->series, batch);
	set_text(workshop, FIELD_workshop_programme, order->programme, batch);
	set_text(workshop, FIELD_workshop_commissioner, order->commissioner, batch);
	set_text(workshop, FIELD_workshop_purpose, order->purpose, batch);
	set_text(workshop, FIELD_workshop_local_context, order->context, batch);
}

/* The hall's end moves along where the start is moved. */
static enum status set_times(struct app *app, const struct workshop *workshop, const struct order *order, struct batch *batch,
			     struct fault *fault)
{
	int64_t start_ms = workshop->start_ms, hall_ms = workshop->hall_end_ms, end_s;

	if (order->start && make_read_start(order->start, env_now(app->env).wall_ms, &start_ms, fault) != ST_OK)
		return ST_INVALID;
	if (order->end && *order->end && calendar_parse_time(order->end, &end_s) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no time of day; write it like 16:30."), order->end);
	if (order->end)
		hall_ms = *order->end ? calendar_midnight_ms(start_ms) + end_s * 1000 : 0;
	hall_ms = agenda_hall_end_ms(start_ms, hall_ms);
	if (order->start)
		set_number(workshop, FIELD_workshop_start_ms, start_ms, batch);
	if (hall_ms != workshop->hall_end_ms)
		set_number(workshop, FIELD_workshop_hall_end_ms, hall_ms, batch);
	return ST_OK;
}

static enum status set_numbers(const struct workshop *workshop, const struct order *order, struct batch *batch, struct fault *fault)
{
	int64_t all = order->number < 0 ? workshop->cumulative_no : order->number;
	int64_t year = order->year_number < 0 ? workshop->fiscal_no : order->year_number;
	unsigned mode;

	if (order->mode && !code_of_words(&codes_workshop_mode, order->mode, &mode))
		return fault_set(fault, ST_INVALID, _("A workshop is held at the venue, online or hybrid, not “%s”."), order->mode);
	if (order->mode)
		set_number(workshop, FIELD_workshop_mode, mode, batch);
	if (all != workshop->cumulative_no)
		set_number(workshop, FIELD_workshop_cumulative_no, all, batch);
	if (year != workshop->fiscal_no)
		set_number(workshop, FIELD_workshop_fiscal_no, year, batch);
	return series_check(year, all, fault);
}

static enum status put_stories(struct app *app, const struct workbook *book, const struct order *order, struct batch *batch,
			       struct fault *fault)
{
	const char *workshop = workbook_workshop(book)->id;
	struct story story = { 0 }, letter = { 0 };
	enum status st = order->case_path ? story_read_case(order->case_path, &story, fault) : ST_OK;

	if (st == ST_OK && order->letter_path)
		st = story_read_letter(order->letter_path, &letter, fault);
	if (st == ST_OK && order->case_path)
		story_put_case(&story, (const struct row *)workbook_case(book), workshop, app->env, batch);
	if (st == ST_OK && order->letter_path)
		story_put_letter(&letter, (const struct row *)workbook_letter(book), workshop, app->env, batch);
	story_done(&story);
	story_done(&letter);
	return st;
}

static enum exit_code change(struct app *app, struct reading *reading, const struct order *order)
{
	const struct workshop *workshop = workbook_workshop(&reading->book);
	struct batch batch = { 0 };
	struct fault fault = { "" };
	enum status st = ST_OK;

	if (order->title && !order->title[strspn(order->title, " ")])
		st = fault_set(&fault, ST_INVALID, _("A workshop needs a title."));
	set_texts(workshop, order, &batch);
	if (st == ST_OK)
		st = set_times(app, workshop, order, &batch, &fault);
	if (st == ST_OK)
		st = set_numbers(workshop, order, &batch, &fault);
	if (st == ST_OK)
		st = put_stories(app, &reading->book, order, &batch, &fault);
	if (st == ST_OK)
		st = store_append(app->store, &batch, &fault);
	batch_done(&batch);
	reading_done(reading);
	return app_fail(st, &fault);
}

/* --- what there is ---------------------------------------------------------------------------------------------------------- */

static void put_carried(struct json *json, const struct carried_list *carried)
{
	json_name(json, "carried_over");
	json_array(json);
	for (size_t i = 0; i < carried->len; i++) {
		json_object(json);
		json_put_text(json, "kind", carried->at[i].is_question ? "question" : "action");
		json_put_text(json, "text", carried->at[i].text);
		json_put_known(json, "who", carried->at[i].who);
		json_put_known(json, "until", carried->at[i].until);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_number(struct json *json, const char *name, int64_t number)
{
	if (number)
		json_put_number(json, name, number);
	else
		json_put_null(json, name);
}

static void put_series(struct json *json, const struct workshop *workshop, const struct workbook *outline)
{
	struct series_number number = series_number_of(outline, workshop->id);

	json_put_known(json, "series", workshop->series);
	put_number(json, "fiscal_year", number.fiscal_year);
	put_number(json, "fiscal_no", number.fiscal_no);
	put_number(json, "cumulative_no", number.cumulative_no);
	json_put_known(json, "programme", workshop->programme);
	json_put_known(json, "commissioner", workshop->commissioner);
}

static void put_sum(struct json *json, const struct run *run)
{
	struct agenda_sum sum = agenda_sum_of(run);

	json_put_seconds(json, "total_s", sum.total_ms);
	json_put_moment(json, "end", sum.end_ms);
	json_put_moment(json, "hall_end", sum.hall_ms);
	json_put_seconds(json, "over_s", agenda_is_too_long(&sum) ? sum.end_ms - sum.hall_ms : 0);
}

static void print(struct reading *reading, const struct last_time *last_time, const struct carried_list *carried)
{
	const struct workshop *workshop = workbook_workshop(&reading->book);
	struct json json = json_line(&reading->out);

	json_put_text(&json, "id", workshop->id);
	json_put_text(&json, "title", workshop->title);
	json_put_moment(&json, "start", workshop->start_ms);
	put_sum(&json, &reading->run);
	json_put_known(&json, "venue", workshop->venue);
	json_put_text(&json, "mode", code_text(&codes_workshop_mode, workshop->mode));
	put_series(&json, workshop, &last_time->outline);
	json_put_known(&json, "purpose", workshop->purpose);
	json_put_known(&json, "local_context", workshop->local_context);
	json_put_number(&json, "cases", (int64_t)reading->book.case_stories.len);
	json_put_bool(&json, "letter", workbook_letter(&reading->book) != NULL);
	put_carried(&json, carried);
	json_line_end(&json);
}

static enum exit_code tell(struct app *app, struct reading *reading)
{
	struct last_time last_time = { 0 };
	struct workbook before = { 0 };
	struct arena arena = { 0 };
	struct fault fault = { "" };
	enum status st = last_time_load(app, workbook_workshop(&reading->book)->id, &last_time, &fault);

	if (st == ST_OK && last_time.is_known)
		st = store_load(app->store, workbook_workshop(&last_time.before)->id, store_reach_all, &before, &fault);
	struct carried_list carried = carry_of(&before, &arena);
	if (st == ST_OK)
		print(reading, &last_time, &carried);
	arena_done(&arena);
	workbook_done(&before);
	last_time_done(&last_time);
	if (st == ST_OK)
		return reading_print(reading, NULL);
	reading_done(reading);
	return app_fail(st, &fault);
}

static bool says_nothing(const struct order *order)
{
	const char *const said[] = { order->title, order->start, order->end, order->venue, order->mode, order->series,
				     order->programme, order->commissioner, order->purpose, order->context, order->case_path,
				     order->letter_path };

	for (size_t i = 0; i < COUNT(said); i++)
		if (said[i])
			return false;
	return order->number < 0 && order->year_number < 0;
}

enum exit_code cli_plan(struct app *app, int argc, char **argv)
{
	struct order order = { .number = -1, .year_number = -1 };
	const struct option_row rows[] = {
		{ "title", 0, OPTION_TEXT, &order.title },	   { "start", 0, OPTION_TEXT, &order.start },
		{ "end", 0, OPTION_TEXT, &order.end },		   { "venue", 0, OPTION_TEXT, &order.venue },
		{ "mode", 0, OPTION_TEXT, &order.mode },	   { "series", 0, OPTION_TEXT, &order.series },
		{ "number", 0, OPTION_NUMBER, &order.number },	   { "year-number", 0, OPTION_NUMBER, &order.year_number },
		{ "programme", 0, OPTION_TEXT, &order.programme }, { "commissioner", 0, OPTION_TEXT, &order.commissioner },
		{ "purpose", 0, OPTION_TEXT, &order.purpose },	   { "context", 0, OPTION_TEXT, &order.context },
		{ "case", 0, OPTION_TEXT, &order.case_path },	   { "letter", 0, OPTION_TEXT, &order.letter_path },
	};
	struct arguments words;
	struct reading reading = { 0 };

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_plan);
	const char *name = words.len ? words.at[0] : NULL;
	if (says_nothing(&order) && !app->json)
		return cli_open_console(app, STORE_LIVE, &screen_plan, name, 0);
	if (reading_prepare(app, says_nothing(&order) ? STORE_READ : STORE_WRITE, name, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	return says_nothing(&order) ? tell(app, &reading) : change(app, &reading, &order);
}
