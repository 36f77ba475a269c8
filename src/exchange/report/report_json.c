#include "report_render.h"

#include "exchange/json.h"

static void put_said(struct json *json, const char *name, int64_t number)
{
	if (number)
		json_put_number(json, name, number);
	else
		json_put_null(json, name);
}

static void put_workshop(struct json *json, const struct report *report)
{
	const struct workshop *workshop = workbook_workshop(report->book);

	json_name(json, "workshop");
	if (!workshop) {
		json_null(json);
		return;
	}
	json_object(json);
	json_put_text(json, "id", workshop->id);
	json_put_text(json, "title", workshop->title);
	json_put_known(json, "series", workshop->series);
	put_said(json, "fiscal_year", report->others.number.fiscal_year);
	put_said(json, "fiscal_no", report->others.number.fiscal_no);
	put_said(json, "cumulative_no", report->others.number.cumulative_no);
	json_put_known(json, "programme", workshop->programme);
	json_put_known(json, "commissioner", workshop->commissioner);
	json_put_known(json, "venue", workshop->venue);
	json_put_text(json, "mode", code_text(&codes_workshop_mode, workshop->mode));
	json_put_moment(json, "start", report->run->planned_start_ms);
	json_put_moment(json, "end", report->run->planned_end_ms);
	json_put_known(json, "purpose", workshop->purpose);
	json_put_known(json, "local_context", workshop->local_context);
	json_put_text(json, "state", json_run_state(report->run->state));
	json_put_rehearse_speed(json, report->book);
	json_object_end(json);
}

static void put_item(struct json *json, const struct report *report, const struct run_item *item)
{
	json_object(json);
	json_put_number(json, "position", item - report->run->items + 1);
	json_put_text(json, "title", item->item->title);
	json_put_text(json, "kind", code_text(&codes_item_kind, item->item->kind));
	json_put_text(json, "strictness", code_text(&codes_strictness, item->item->strictness));
	json_put_round(json, item->item);
	json_put_text(json, "status", json_item_status(item->status));
	json_put_seconds(json, "planned_s", item->planned_ms);
	json_put_spent(json, item);
	if (profile_may_see(report->profile, REACH_ROOM_ONLY)) {
		json_put_moment(json, "actual_start", item->actual_start_ms);
		json_put_moment(json, "actual_end", item->actual_end_ms);
	}
	json_object_end(json);
}

static void put_agenda(struct json *json, const struct report *report)
{
	json_name(json, "agenda");
	json_array(json);
	for (size_t i = 0; i < report->run->len; i++)
		put_item(json, report, &report->run->items[i]);
	json_array_end(json);
}

static void put_case(struct json *json, const struct case_story *story)
{
	json_object(json);
	json_put_number(json, "number", story->number);
	json_put_text(json, "kind", code_text(&codes_case_kind, story->kind));
	json_put_known(json, "title", story->title);
	json_put_known(json, "body", story->body);
	json_put_known(json, "strengths", story->strengths);
	json_object_end(json);
}

/* The first beside all of them: most workshops read one. */
static void put_cases(struct json *json, const struct workbook *book)
{
	json_name(json, "case");
	if (book->case_stories.len)
		put_case(json, &book->case_stories.at[0]);
	else
		json_null(json);
	json_name(json, "cases");
	json_array(json);
	for (size_t i = 0; i < book->case_stories.len; i++)
		put_case(json, &book->case_stories.at[i]);
	json_array_end(json);
}

static void put_needs(struct json *json, const struct workbook *book)
{
	json_name(json, "needs");
	json_array(json);
	for (size_t i = 0; i < book->needs.len; i++) {
		const struct need *need = &book->needs.at[i];
		json_object(json);
		json_put_text(json, "id", need->id);
		json_put_text(json, "kind", code_text(&codes_need_kind, need->kind));
		json_put_known(json, "category", need->category);
		json_put_known(json, "resistance", need->resistance);
		json_put_known(json, "interest", need->interest);
		json_put_text(json, "text", need->text);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_tables(struct json *json, const struct report *report)
{
	const struct workbook *book = report->book;

	json_name(json, "tables");
	json_array(json);
	for (size_t i = 0; i < book->tables.len; i++)
		json_table(json, book, report->run, &book->tables.at[i], report->profile);
	json_array_end(json);
}

static void put_letter(struct json *json, const struct workbook *book)
{
	const struct letter *letter = workbook_letter(book);

	json_name(json, "letter");
	if (!letter || !*letter->body) {
		json_null(json);
		return;
	}
	json_object(json);
	json_put_known(json, "sender", letter->sender);
	json_put_text(json, "body", letter->body);
	json_object_end(json);
}

void report_render_json(const struct report *report, struct buf *out)
{
	struct json json = { .out = out, .airy = true };

	json_object(&json);
	json_put_text(&json, "profile", profile_name(report->profile));
	json_put_moment(&json, "made", report->run->now.wall_ms);
	put_workshop(&json, report);
	json_put_attendance(&json, &report->attendance, report->others.before);
	put_agenda(&json, report);
	put_cases(&json, report->book);
	put_needs(&json, report->book);
	put_tables(&json, report);
	json_put_counts(&json, report->book, report->run, NULL);
	json_put_unlisted(&json, report->book);
	put_letter(&json, report->book);
	json_object_end(&json);
	buf_add_char(out, '\n');
}
