#include "exchange/json.h"

#include "engine/bell.h"
#include "engine/reading.h"

#include <string.h>

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
	struct json json = json_line(out);

	json_put_text(&json, "workshop", json_workshop_id(book));
	json_put_text(&json, "state", json_run_state(run->state));
	json_put_seconds(&json, "delta_s", run->delta_ms);
	json_put_seconds(&json, "slack_s", run->slack_ms);
	json_put_moment(&json, "forecast_end", run->forecast_end_ms);
	put_running(&json, book, run);
	json_put_rehearse_speed(&json, book);
	put_room(&json, &run->stage);
	json_put_bool(&json, "silent", run->bells.silent);
	json_put_board(&json, book, run);
	json_line_end(&json);
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
	struct json json = json_line(out);

	json_put_seconds(&json, "deficit_s", refit->deficit_ms);
	json_put_seconds(&json, "overrun_s", refit->overrun_ms);
	json_put_seconds(&json, "lack_s", refit->lack_ms);
	json_put_seconds(&json, "lack_left_s", refit->lack_left_ms);
	json_name(&json, "items");
	json_array(&json);
	for (size_t i = 0; i < refit->len; i++)
		put_refit_item(&json, run, &refit->items[i]);
	json_array_end(&json);
	json_line_end(&json);
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
	struct json json = json_line(out);
	int64_t total_ms = 0;

	for (size_t i = 0; i < run->len; i++)
		total_ms += run->items[i].planned_ms;
	json_put_text(&json, "workshop", json_workshop_id(book));
	json_put_seconds(&json, "total_s", total_ms);
	json_put_rehearse_speed(&json, book);
	json_name(&json, "items");
	json_array(&json);
	for (size_t i = 0; i < run->len; i++)
		put_item(&json, run, &run->items[i], last_time ? &last_time[i] : NULL, profile);
	json_array_end(&json);
	json_line_end(&json);
}
