#include "exchange/json.h"

#include "base/mem.h"
#include "each.h"
#include "engine/reading.h"
#include "engine/bell.h"

#include <stdlib.h>
#include <string.h>

const char *json_run_state(enum run_state state)
{
	static const char *const names[] = {
		[RUN_PLANNED] = "planned",
		[RUN_RUNNING] = "running",
		[RUN_PAUSED] = "paused",
		[RUN_ENDED] = "ended",
	};

	return names[state];
}

const char *json_item_status(enum item_status status)
{
	static const char *const names[] = {
		[ITEM_WAITING] = "waiting",
		[ITEM_RUNNING] = "running",
		[ITEM_DONE] = "done",
		[ITEM_SKIPPED] = "skipped",
	};

	return names[status];
}

static const char *workshop_id(const struct workbook *book)
{
	const struct workshop *workshop = workbook_workshop(book);

	return workshop ? workshop->id : "";
}

static struct json line_begin(struct buf *out)
{
	struct json json = { .out = out };

	json_object(&json);
	return json;
}

static void line_end(struct json *json)
{
	json_object_end(json);
	buf_add_char(json->out, '\n');
}

void json_put_rehearse_speed(struct json *json, const struct workbook *book)
{
	const struct workshop *workshop = workbook_workshop(book);

	if (workshop && workshop->rehearse_speed)
		json_put_number(json, "rehearse_speed", workshop->rehearse_speed);
	else
		json_put_null(json, "rehearse_speed");
}

/* Null where the step comes once. */
void json_put_round(struct json *json, const struct item *item)
{
	json_put_known(json, "block", item->round ? item->block : "");
	if (item->round) {
		json_put_number(json, "round", item->round);
		json_put_number(json, "rounds", item->rounds);
	} else {
		json_put_null(json, "round");
		json_put_null(json, "rounds");
	}
}

/* Positions are places in the agenda, from 1. */
static void put_head(struct json *json, const struct run *run, const struct run_item *item)
{
	json_put_number(json, "position", item - run->items + 1);
	json_put_text(json, "title", item->item->title);
	json_put_text(json, "kind", code_text(&codes_item_kind, item->item->kind));
	json_put_text(json, "strictness", code_text(&codes_strictness, item->item->strictness));
	json_put_text(json, "face", code_text(&codes_item_face, item->item->face));
	json_put_round(json, item->item);
	json_put_seconds(json, "planned_s", item->planned_ms);
	json_put_moment(json, "fixed_start", item->fixed_start_ms);
	json_put_moment(json, "fixed_end", item->fixed_end_ms);
	json_put_bool(json, "squeezed", item->squeezed);
}

static void put_bells(struct json *json, const struct item *item)
{
	struct bell_plan plan = bell_plan_of(item);

	json_name(json, "bells_s");
	json_array(json);
	for (size_t i = 0; i < plan.len; i++)
		json_number(json, plan.before_ms[i] / 1000);
	json_array_end(json);
}

/* How long the case or the letter takes to be read aloud. */
static void put_reading(struct json *json, const struct workbook *book, const struct item *item)
{
	const char *heading, *text = reading_text(book, item, &heading);

	if (text && *text)
		json_put_seconds(json, "reading_s", reading_ms(text, strlen(text)));
	else
		json_put_null(json, "reading_s");
}

static void put_running(struct json *json, const struct workbook *book, const struct run *run)
{
	const struct run_item *item = run_current(run);

	json_name(json, "item");
	if (!item) {
		json_null(json);
		return;
	}
	json_object(json);
	put_head(json, run, item);
	json_put_seconds(json, "adjust_s", item->adjust_ms);
	json_put_seconds(json, "pauses_s", item->pauses_ms);
	json_put_seconds(json, "active_s", item->active_ms);
	if (item->open_ended)
		json_put_null(json, "remaining_s");
	else
		json_put_number(json, "remaining_s", run_remaining_s(item));
	json_put_number(json, "overtime_s", run_overtime_s(item));
	put_reading(json, book, item->item);
	json_object_end(json);
}

/* What stands before the room. The shutter is on where it hides the contents. */
static void put_room(struct json *json, const struct run_stage *stage)
{
	json_put_known(json, "message", stage->message);
	json_put_moment(json, "message_until", stage->message_until_ms);
	json_put_bool(json, "shutter", !stage->open);
	json_put_bool(json, "blackout", stage->dark);
	json_put_bool(json, "freeze", stage->frozen);
}

void json_clock_status(const struct workbook *book, const struct run *run, struct buf *out)
{
	struct json json = line_begin(out);

	json_put_text(&json, "workshop", workshop_id(book));
	json_put_text(&json, "state", json_run_state(run->state));
	json_put_seconds(&json, "delta_s", run->delta_ms);
	json_put_seconds(&json, "slack_s", run->slack_ms);
	json_put_moment(&json, "forecast_end", run->forecast_end_ms);
	put_running(&json, book, run);
	json_put_rehearse_speed(&json, book);
	put_room(&json, &run->stage);
	json_put_bool(&json, "silent", run->bells.silent);
	json_put_board(&json, book, run);
	line_end(&json);
}

static void put_refit_item(struct json *json, const struct run *run, const struct refit_item *item)
{
	json_object(json);
	json_put_number(json, "position", item->item - run->items + 1);
	json_put_seconds(json, "before_s", item->before_ms);
	json_put_seconds(json, "after_s", item->after_ms);
	json_put_seconds(json, "minimum_s", item->minimum_ms);
	json_put_bool(json, "protected", item->kept);
	json_object_end(json);
}

void json_refit(const struct run *run, const struct refit *refit, struct buf *out)
{
	struct json json = line_begin(out);

	json_put_seconds(&json, "deficit_s", refit->deficit_ms);
	json_put_seconds(&json, "overrun_s", refit->overrun_ms);
	json_name(&json, "items");
	json_array(&json);
	for (size_t i = 0; i < refit->len; i++)
		put_refit_item(&json, run, &refit->items[i]);
	json_array_end(&json);
	line_end(&json);
}

void json_put_spent(struct json *json, const struct run_item *item)
{
	struct spent spent = spent_of(item);
	int64_t difference_ms;

	if (item->actual_start_ms)
		json_put_seconds(json, "actual_s", item->total_active_ms);
	else
		json_put_null(json, "actual_s");
	if (spent_difference_ms(&spent, &difference_ms))
		json_put_seconds(json, "difference_s", difference_ms);
	else
		json_put_null(json, "difference_s");
}

static void put_last_time(struct json *json, const struct spent *spent)
{
	bool held = spent && spent->state == SPENT_HELD;

	if (!spent || spent->state == SPENT_UNKNOWN) {
		json_put_null(json, "last_time");
		return;
	}
	json_name(json, "last_time");
	json_object(json);
	json_put_text(json, "status", json_item_status(held ? ITEM_DONE : ITEM_SKIPPED));
	json_put_seconds(json, "planned_s", spent->planned_ms);
	json_put_seconds(json, "actual_s", spent->actual_ms);
	json_object_end(json);
}

static void put_item(struct json *json, const struct run *run, const struct run_item *item, const struct spent *last_time,
		     enum profile profile)
{
	json_object(json);
	put_head(json, run, item);
	put_bells(json, item->item);
	json_put_text(json, "status", json_item_status(item->status));
	json_put_moment(json, "planned_start", item->planned_start_ms);
	json_put_moment(json, "forecast_start", item->forecast_start_ms);
	json_put_moment(json, "forecast_end", item->forecast_end_ms);
	/* When people really began and stopped is theirs to know who were there. */
	if (profile_may_see(profile, REACH_ROOM_ONLY)) {
		json_put_moment(json, "actual_start", item->actual_start_ms);
		json_put_moment(json, "actual_end", item->actual_end_ms);
	}
	json_put_number(json, "attempts", item->attempts);
	json_put_spent(json, item);
	put_last_time(json, last_time);
	json_object_end(json);
}

void json_agenda(const struct workbook *book, const struct run *run, const struct spent *last_time, enum profile profile,
		 struct buf *out)
{
	struct json json = line_begin(out);
	int64_t total_ms = 0;

	for (size_t i = 0; i < run->len; i++)
		total_ms += run->items[i].planned_ms;
	json_put_text(&json, "workshop", workshop_id(book));
	json_put_seconds(&json, "total_s", total_ms);
	json_put_rehearse_speed(&json, book);
	json_name(&json, "items");
	json_array(&json);
	for (size_t i = 0; i < run->len; i++)
		put_item(&json, run, &run->items[i], last_time ? &last_time[i] : NULL, profile);
	json_array_end(&json);
	line_end(&json);
}

static size_t count_tables(const struct workbook *outline, const char *workshop)
{
	size_t tables = 0;

	for (size_t i = 0; i < outline->tables.len; i++)
		tables += strcmp(outline->tables.at[i].workshop, workshop) == 0;
	return tables;
}

void json_list(const struct workbook *outline, struct buf *out)
{
	struct json json = { .out = out };

	json_array(&json);
	for (size_t i = 0; i < outline->workshops.len; i++) {
		const struct workshop *workshop = &outline->workshops.at[i];
		json_object(&json);
		json_put_text(&json, "id", workshop->id);
		json_put_number(&json, "number", (int64_t)i + 1);
		json_put_text(&json, "title", workshop->title);
		json_put_moment(&json, "start", workshop->start_ms);
		json_put_text(&json, "mode", code_text(&codes_workshop_mode, workshop->mode));
		json_put_text(&json, "state", json_run_state(run_state_of(outline, workshop->id)));
		json_put_number(&json, "tables", (int64_t)count_tables(outline, workshop->id));
		json_object_end(&json);
	}
	json_array_end(&json);
	buf_add_char(out, '\n');
}

static void put_offers(struct json *json, const struct workbook *book, const char *table, enum profile profile)
{
	json_name(json, "offers");
	json_array(json);
	EACH (i, book, offers, FIELD_offer_table, table) {
		const struct offer *offer = &book->offers.at[i];
		json_object(json);
		json_put_text(json, "id", offer->id);
		json_put_text(json, "text", offer->text);
		if (profile_may_see(profile, field_info_of(FIELD_offer_by)->reach))
			json_put_known(json, "by", offer->by);
		json_put_number(json, "scope", atoi(code_text(&codes_scope, offer->scope)));
		json_put_known(json, "need", offer->need);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_supports(struct json *json, const struct workbook *book, const char *step)
{
	json_name(json, "supports");
	json_array(json);
	EACH (i, book, supports, FIELD_support_step, step) {
		const struct support *support = &book->supports.at[i];
		json_object(json);
		json_put_text(json, "name", support_name(book, support));
		json_put_known(json, "formality", code_text(&codes_formality, support->formality));
		json_put_known(json, "card", support->card);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_steps(struct json *json, const struct workbook *book, const char *storyline)
{
	int64_t position = 0;

	json_name(json, "steps");
	json_array(json);
	EACH (i, book, steps, FIELD_step_storyline, storyline) {
		const struct step *step = &book->steps.at[i];
		json_object(json);
		json_put_text(json, "id", step->id);
		json_put_number(json, "position", ++position);
		json_put_known(json, "when", step->when_label);
		json_put_text(json, "text", step->text);
		json_put_known(json, "need", step->need);
		put_supports(json, book, step->id);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_storylines(struct json *json, const struct workbook *book, const char *table)
{
	json_name(json, "storylines");
	json_array(json);
	EACH (i, book, storylines, FIELD_storyline_table, table) {
		const struct storyline *storyline = &book->storylines.at[i];
		json_object(json);
		json_put_text(json, "id", storyline->id);
		json_put_known(json, "title", storyline->title);
		json_put_known(json, "lead_support", storyline->lead_support);
		json_put_known(json, "ending", storyline->ending);
		json_put_known(json, "open_questions", storyline->open_questions);
		put_steps(json, book, storyline->id);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_notes(struct json *json, const struct workbook *book, const char *table)
{
	json_name(json, "notes");
	json_array(json);
	EACH (i, book, notes, FIELD_note_table, table) {
		const struct note *note = &book->notes.at[i];
		json_object(json);
		json_put_text(json, "id", note->id);
		json_put_text(json, "kind", code_text(&codes_note_kind, note->kind));
		json_put_text(json, "text", note->text);
		json_object_end(json);
	}
	json_array_end(json);
}

void json_put_counts(struct json *json, const struct workbook *book, const char *table)
{
	struct tally tally = workbook_tally(book, table);
	const struct {
		const char *name;
		size_t count;
	} counts[] = {
		{ "offers", tally.offers },       { "by_one", tally.scope_one },
		{ "by_ten", tally.scope_ten },    { "by_hundred", tally.scope_hundred },
		{ "steps", tally.steps },         { "supports", tally.supports },
		{ "formal", tally.formal },       { "informal", tally.informal },
		{ "mixed", tally.mixed },         { "notes", tally.notes },
	};

	json_name(json, "counts");
	json_object(json);
	for (size_t i = 0; i < COUNT(counts); i++)
		json_put_number(json, counts[i].name, (int64_t)counts[i].count);
	json_object_end(json);
}

void json_table(struct json *json, const struct workbook *book, const struct run *run, const struct table *table,
		enum profile profile)
{
	enum table_state state = run->table_states[table - book->tables.at];

	json_object(json);
	json_put_number(json, "number", table->number);
	json_put_known(json, "name", table->name);
	json_put_known(json, "headline", table->headline);
	json_put_known(json, "theme", table->theme);
	json_put_known(json, "room", table->room);
	json_put_text(json, "state", code_text(&codes_table_state, state));
	put_offers(json, book, table->id, profile);
	put_storylines(json, book, table->id);
	put_notes(json, book, table->id);
	json_put_counts(json, book, table->id);
	json_object_end(json);
}

void json_show(const struct workbook *book, const struct run *run, enum profile profile, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(book);
	struct json json = line_begin(out);

	json_put_text(&json, "id", workshop_id(book));
	json_put_text(&json, "title", workshop ? workshop->title : "");
	json_put_text(&json, "mode", code_text(&codes_workshop_mode, workshop ? workshop->mode : WORKSHOP_MODE_VENUE));
	json_put_text(&json, "state", json_run_state(run->state));
	json_put_rehearse_speed(&json, book);
	json_name(&json, "tables");
	json_array(&json);
	for (size_t i = 0; i < book->tables.len; i++)
		json_table(&json, book, run, &book->tables.at[i], profile);
	json_array_end(&json);
	json_put_counts(&json, book, NULL);
	line_end(&json);
}
