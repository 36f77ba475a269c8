#include "exchange/json.h"

#include "base/mem.h"
#include "domain/bundle.h"
#include "domain/plan.h"
#include "domain/support.h"
#include "domain/tally.h"
#include "domain/unlisted.h"
#include "engine/alone.h"
#include "engine/outline.h"
#include "format/each.h"

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

const char *json_workshop_id(const struct workbook *book)
{
	const struct workshop *workshop = workbook_workshop(book);

	return workshop ? workshop->id : "";
}

void json_put_rehearse_speed(struct json *json, const struct workbook *book)
{
	const struct workshop *workshop = workbook_workshop(book);

	if (workshop && workshop->rehearse_speed)
		json_put_number(json, "rehearse_speed", workshop->rehearse_speed);
	else
		json_put_null(json, "rehearse_speed");
}

void json_list(const struct workbook *outline, struct buf *out)
{
	struct json json = { .out = out };
	struct outline_line *lines = outline_lines(outline);

	json_array(&json);
	for (size_t i = 0; i < outline->workshops.len; i++) {
		const struct workshop *workshop = &outline->workshops.at[i];
		json_object(&json);
		json_put_text(&json, "id", workshop->id);
		json_put_number(&json, "number", (int64_t)i + 1);
		json_put_text(&json, "title", workshop->title);
		json_put_moment(&json, "start", workshop->start_ms);
		json_put_text(&json, "mode", code_text(&codes_workshop_mode, workshop->mode));
		json_put_text(&json, "state", json_run_state(lines[i].state));
		json_put_number(&json, "tables", (int64_t)lines[i].tables);
		json_object_end(&json);
	}
	json_array_end(&json);
	buf_add_char(out, '\n');
	free(lines);
}

/* When it was written: in which step, by its place in the agenda, and after how much of its time. */
static void put_time(struct json *json, const struct run *run, const char *item, int64_t at_s)
{
	size_t i = 0;

	while (i < run->len && strcmp(run->items[i].item->id, item) != 0)
		i++;
	if (i < run->len) {
		json_put_number(json, "item", (int64_t)i + 1);
		json_put_number(json, "at_s", at_s);
	} else {
		json_put_null(json, "item");
		json_put_null(json, "at_s");
	}
}

/* The row that stands for it; null where it stands for itself. */
static void put_head(struct json *json, const struct bundles *bundles, size_t index)
{
	const struct row *head = workbook_row(bundles->book, bundles->entity, bundle_head(bundles, index));

	json_put_known(json, "merged_into", bundle_is_head(bundles, index) ? "" : head->id);
}

static void put_offers(struct json *json, const struct workbook *book, const struct run *run, const char *table,
		       enum profile profile)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_offer, &arena);

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
		json_put_known(json, "cost", code_text(&codes_cost, offer->cost));
		put_time(json, run, offer->item, offer->at_s);
		json_put_bool(json, "made_alone", alone_is_so(run, offer));
		put_head(json, &bundles, i);
		json_object_end(json);
	}
	json_array_end(json);
	arena_done(&arena);
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
		json_put_known(json, "offer", support->offer);
		json_put_known(json, "action", code_text(&codes_support_action, support->action));
		json_put_known(json, "to", support->who_to);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_steps(struct json *json, const struct workbook *book, const struct run *run, const char *storyline)
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
		json_put_known(json, "move", step->own_move);
		put_time(json, run, step->item, step->at_s);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_storylines(struct json *json, const struct workbook *book, const struct run *run, const char *table)
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
		put_steps(json, book, run, storyline->id);
		json_put_known(json, "lead_card", storyline->lead_card);
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_priority(struct json *json, enum priority priority)
{
	if (priority == PRIORITY_UNSAID)
		json_put_null(json, "priority");
	else
		json_put_number(json, "priority", priority);
}

static void put_notes(struct json *json, const struct workbook *book, const struct run *run, const char *table)
{
	struct arena arena = { 0 };
	struct bundles bundles = bundles_of(book, ENTITY_note, &arena);

	json_name(json, "notes");
	json_array(json);
	EACH (i, book, notes, FIELD_note_table, table) {
		const struct note *note = &book->notes.at[i];
		json_object(json);
		json_put_text(json, "id", note->id);
		json_put_text(json, "kind", code_text(&codes_note_kind, note->kind));
		json_put_text(json, "text", note->text);
		put_time(json, run, note->item, note->at_s);
		put_head(json, &bundles, i);
		json_put_known(json, "from", plan_origin(book, note) ? note->from_note : "");
		put_priority(json, note->priority);
		json_object_end(json);
	}
	json_array_end(json);
	arena_done(&arena);
}

static void put_actions(struct json *json, const struct workbook *book, const char *table, enum profile profile)
{
	struct arena arena = { 0 };
	size_t len;
	const struct action **actions = plan_sorted(book, table, &arena, &len);

	json_name(json, "actions");
	json_array(json);
	for (size_t i = 0; i < len; i++) {
		json_object(json);
		json_put_text(json, "id", actions[i]->id);
		json_put_text(json, "text", actions[i]->text);
		json_put_known(json, "why", actions[i]->why);
		if (profile_may_see(profile, field_info_of(FIELD_action_who)->reach))
			json_put_known(json, "who", actions[i]->who);
		json_put_known(json, "until", actions[i]->until);
		json_put_known(json, "first_step", actions[i]->first_step);
		put_priority(json, plan_priority(book, actions[i]));
		json_put_text(json, "state", code_text(&codes_action_state, actions[i]->state));
		json_put_known(json, "note", plan_note_of(book, actions[i]) ? actions[i]->note : "");
		json_object_end(json);
	}
	json_array_end(json);
	arena_done(&arena);
}

void json_put_unlisted(struct json *json, const struct workbook *book)
{
	struct arena arena = { 0 };
	size_t len;
	const struct unlisted *all = unlisted_of(book, &arena, &len);

	json_name(json, "unlisted");
	json_array(json);
	for (size_t i = 0; i < len; i++) {
		json_object(json);
		json_put_text(json, "name", all[i].name);
		json_put_number(json, "uses", (int64_t)all[i].uses);
		json_object_end(json);
	}
	json_array_end(json);
	arena_done(&arena);
}

void json_put_counts(struct json *json, const struct workbook *book, const struct run *run, const char *table)
{
	struct tally tally = tally_of(book, table);
	const struct {
		const char *name;
		size_t count;
	} counts[] = {
		{ "offers", tally.offers },       { "by_one", tally.scope_one },
		{ "by_ten", tally.scope_ten },    { "by_hundred", tally.scope_hundred },
		{ "steps", tally.steps },         { "supports", tally.supports },
		{ "formal", tally.formal },       { "informal", tally.informal },
		{ "mixed", tally.mixed },         { "made_alone", alone_count(book, run, table) },
		{ "notes", tally.notes },
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
	put_offers(json, book, run, table->id, profile);
	put_storylines(json, book, run, table->id);
	put_notes(json, book, run, table->id);
	put_actions(json, book, table->id, profile);
	json_put_counts(json, book, run, table->id);
	json_object_end(json);
}

/* What two people wrote into one place, while nobody has chosen. In a report for others there is but what stands. */
static void put_versions(struct json *json, const struct workbook *book)
{
	json_name(json, "versions");
	json_array(json);
	for (size_t i = 0; i < book->versions.len; i++) {
		const struct version *version = &book->versions.at[i];
		bool is_code = version->field->codes != NULL;
		bool stands = i == 0 || book->versions.at[i - 1].field != version->field || strcmp(book->versions.at[i - 1].id, version->id) != 0;
		json_object(json);
		json_put_text(json, "id", version->id);
		json_put_text(json, "field", version->field->name);
		json_put_text(json, "value",
			      is_code ? code_text(version->field->codes, (unsigned)version->value.number) : version->value.text);
		json_put_bool(json, "stands", stands);
		json_put_moment(json, "at", stamp_wall_ms(version->stamp));
		json_object_end(json);
	}
	json_array_end(json);
}

static void put_attendance(struct json *json, const struct workbook *book, const struct run *run)
{
	struct arena arena = { 0 };
	struct attendance attendance = attendance_of(book, run, &arena);

	json_put_attendance(json, &attendance, NULL);
	arena_done(&arena);
}

void json_show(const struct workbook *book, const struct run *run, enum profile profile, struct buf *out)
{
	const struct workshop *workshop = workbook_workshop(book);
	struct json json = json_line(out);

	json_put_text(&json, "id", json_workshop_id(book));
	json_put_text(&json, "title", workshop ? workshop->title : "");
	json_put_text(&json, "mode", code_text(&codes_workshop_mode, workshop ? workshop->mode : WORKSHOP_MODE_VENUE));
	json_put_text(&json, "state", json_run_state(run->state));
	json_put_rehearse_speed(&json, book);
	json_name(&json, "tables");
	json_array(&json);
	for (size_t i = 0; i < book->tables.len; i++)
		json_table(&json, book, run, &book->tables.at[i], profile);
	json_array_end(&json);
	json_put_counts(&json, book, run, NULL);
	json_put_unlisted(&json, book);
	put_attendance(&json, book, run);
	if (profile == PROFILE_INTERNAL && book->versions.len)
		put_versions(&json, book);
	json_line_end(&json);
}
