#include "small.h"

#include "base/calendar.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char workshop[] = "w";

static void begin(struct batch *batch, enum entity entity, const char *id)
{
	batch_add(batch, entity, workshop, id);
}

static void add_item(struct batch *batch, const char *id, const char *title, enum item_kind kind, int64_t minutes)
{
	begin(batch, ENTITY_item, id);
	batch_set_text(batch, FIELD_item_pos, id);
	batch_set_text(batch, FIELD_item_title, title);
	batch_set_number(batch, FIELD_item_kind, kind);
	batch_set_number(batch, FIELD_item_planned_s, minutes * 60);
	batch_set_text(batch, FIELD_item_cue, "cue for the facilitator alone");
}

static void add_frame(struct batch *batch, int64_t start_ms)
{
	begin(batch, ENTITY_workshop, workshop);
	batch_set_text(batch, FIELD_workshop_title, "A small workshop | with *stars*");
	batch_set_text(batch, FIELD_workshop_venue, "<Hall> 1");
	batch_set_text(batch, FIELD_workshop_purpose, "To meet.\n- and to go on\n\n# meeting");
	batch_set_number(batch, FIELD_workshop_start_ms, start_ms);
	add_item(batch, "i1", "Opening | welcome", ITEM_KIND_PLENARY, 10);
	add_item(batch, "i2", "物語づくり", ITEM_KIND_TABLE, 30);
	add_item(batch, "i3", "お手紙", ITEM_KIND_LETTER, 5);
	add_item(batch, "i4", "Closing", ITEM_KIND_PLENARY, 5);
	for (int64_t number = 1; number <= 3; number++) {
		begin(batch, ENTITY_table, number == 1 ? "t1" : number == 2 ? "t2" : "t3");
		batch_set_number(batch, FIELD_table_number, number);
		batch_set_text(batch, FIELD_table_headline, number == 3 ? "One offer is plenty" : "");
	}
}

static void add_case(struct batch *batch)
{
	begin(batch, ENTITY_case_story, "c1");
	batch_set_text(batch, FIELD_case_story_title, "ラジオ_の_家");
	batch_set_text(batch, FIELD_case_story_body, "川端の古い家。\n「こわれたラジオ、ありますか」\n\n問い: だれが?");
	begin(batch, ENTITY_letter, "l1");
	batch_set_text(batch, FIELD_letter_sender, "the sender of the letter");
	batch_set_text(batch, FIELD_letter_body, "the body of the letter");
	begin(batch, ENTITY_need, "n1");
	batch_set_text(batch, FIELD_need_pos, "1");
	batch_set_text(batch, FIELD_need_text, "食事とごみ");
	batch_set_text(batch, FIELD_need_category, "食・家事");
	begin(batch, ENTITY_need, "n2");
	batch_set_text(batch, FIELD_need_pos, "2");
	batch_set_text(batch, FIELD_need_text, "ラジオ修理を生かす役割");
	batch_set_number(batch, FIELD_need_kind, NEED_KIND_WISH);
}

static void add_offer(struct batch *batch, const char *id, const char *table, const char *text, enum scope scope)
{
	begin(batch, ENTITY_offer, id);
	batch_set_text(batch, FIELD_offer_pos, id);
	batch_set_text(batch, FIELD_offer_table, table);
	batch_set_text(batch, FIELD_offer_text, text);
	batch_set_text(batch, FIELD_offer_by, "somebody’s name");
	batch_set_number(batch, FIELD_offer_scope, scope);
}

static void add_step(struct batch *batch, const char *id, const char *when, const char *text)
{
	begin(batch, ENTITY_step, id);
	batch_set_text(batch, FIELD_step_pos, id);
	batch_set_text(batch, FIELD_step_storyline, "s1");
	batch_set_text(batch, FIELD_step_when_label, when);
	batch_set_text(batch, FIELD_step_text, text);
}

static void add_support(struct batch *batch, const char *id, const char *step, const char *name,
			enum formality formality)
{
	begin(batch, ENTITY_support, id);
	batch_set_text(batch, FIELD_support_pos, id);
	batch_set_text(batch, FIELD_support_step, step);
	batch_set_text(batch, FIELD_support_name, name);
	batch_set_number(batch, FIELD_support_formality, formality);
}

static void add_note(struct batch *batch, const char *id, enum note_kind kind, const char *text)
{
	begin(batch, ENTITY_note, id);
	batch_set_text(batch, FIELD_note_pos, id);
	batch_set_text(batch, FIELD_note_table, "t1");
	batch_set_text(batch, FIELD_note_text, text);
	batch_set_number(batch, FIELD_note_kind, kind);
}

static void add_directory(struct batch *batch)
{
	begin(batch, ENTITY_person, "p1");
	batch_set_text(batch, FIELD_person_name, "佐伯 みのり");
	batch_set_text(batch, FIELD_person_kana, "さえき みのり");
	begin(batch, ENTITY_card, "k1");
	batch_set_number(batch, FIELD_card_number, 16);
	batch_set_text(batch, FIELD_card_name, "川端三丁目 自治会");
	batch_set_text(batch, FIELD_card_phone, "000-000-0016");
}

static void add_records(struct batch *batch)
{
	add_offer(batch, "o1", "t1", "朝の散歩で袋を一つ\n一緒に出せます", SCOPE_ONE);
	batch_set_text(batch, FIELD_offer_need, "n1");
	add_offer(batch, "o2", "t1", "[click](http://example.org) <script>", SCOPE_ONE);
	add_offer(batch, "o3", "t1", "1. not a list", SCOPE_TEN);
	add_offer(batch, "o4", "t1", "\"quoted\" \\ and \ttabbed", SCOPE_HUNDRED);
	add_offer(batch, "o5", "t3", "真空管、押し入れにあります", SCOPE_ONE);
	begin(batch, ENTITY_storyline, "s1");
	batch_set_text(batch, FIELD_storyline_table, "t1");
	batch_set_text(batch, FIELD_storyline_title, "こわれたラジオ、あります");
	batch_set_text(batch, FIELD_storyline_lead_support, "「とびら」");
	batch_set_text(batch, FIELD_storyline_open_questions, "夜の見守りはだれが\nもう一つの問い");
	add_step(batch, "st1", "きっかけ", "回覧板に「あります」と返事");
	add_step(batch, "st2", "", "- 相談室と病院で");
	batch_set_text(batch, FIELD_step_need, "n2");
	add_support(batch, "su1", "st1", "", FORMALITY_INFORMAL);
	batch_set_text(batch, FIELD_support_card, "k1");
	add_support(batch, "su2", "st1", "相談室", FORMALITY_FORMAL);
	add_support(batch, "su3", "st2", "病院", FORMALITY_FORMAL);
	add_support(batch, "su4", "st2", "のせてこ", FORMALITY_MIXED);
	add_support(batch, "su5", "st2", "だれか", FORMALITY_UNSAID);
	add_note(batch, "no1", NOTE_KIND_QUESTION, "お母さんの夜は?");
	add_note(batch, "no2", NOTE_KIND_INSIGHT, "佐伯みのりさんが言った。電話は090-1234-5678");
	add_note(batch, "no3", NOTE_KIND_QUESTION, "> 引用ではない");
}

void small_init(struct small *small)
{
	struct batch batch = { 0 };
	int64_t start_ms;
	enum status st = calendar_parse("2026-11-22 13:30", &start_ms);

	assert(st == ST_OK);
	(void)st;
	*small = (struct small){ 0 };
	fold_env_init(&small->env, start_ms);
	add_frame(&batch, start_ms);
	add_case(&batch);
	add_directory(&batch);
	add_records(&batch);
	fold_batch(&small->book, &batch);
	small_go(small, 0);
}

void small_done(struct small *small)
{
	arena_done(&small->arena);
	workbook_done(&small->book);
}

void small_go(struct small *small, int64_t ms)
{
	fold_env_go(&small->env, ms);
	run_fold(&small->book, small->env.now, &small->arena, &small->run);
}

void small_press(struct small *small, enum status (*press)(const struct act *act, struct fault *fault))
{
	struct batch batch = { 0 };
	struct act act = { &small->book, &small->run, &small->env.env, &batch };
	struct fault fault = { "" };
	enum status st = press(&act, &fault);

	assert(st == ST_OK);
	(void)st;
	fold_batch(&small->book, &batch);
	small_go(small, 0);
}

void small_set(struct small *small, enum field field, const char *id, struct value value)
{
	struct batch batch = { 0 };

	begin(&batch, field_entity(field), id);
	batch_set(&batch, field_info_of(field), value);
	fold_batch(&small->book, &batch);
	small_go(small, 0);
}

static const char *reach_name(enum reach reach)
{
	static const char *const names[] = { "OPEN", "ROOM", "PRIVATE", "SEALED" };

	return names[reach];
}

static void plant_in_row(struct batch *batch, const struct entity_info *info, const struct row *row)
{
	char marker[128];

	batch_add(batch, info->entity, row->workshop, row->id);
	for (size_t k = 0; k < info->fields_len; k++) {
		const struct field_info *field = &info->fields[k];
		if (field->type != FIELD_TYPE_TEXT && field->type != FIELD_TYPE_LINES)
			continue;
		snprintf(marker, sizeof marker, "%s-%s-%s", reach_name(field->reach), info->name, field->name);
		batch_set_text(batch, field->field, marker);
	}
}

void small_plant_markers(struct small *small)
{
	struct batch batch = { 0 };

	for (size_t e = 0; e < ENTITY_COUNT; e++)
		for (size_t i = 0; i < workbook_len(&small->book, entity_infos[e].entity); i++)
			plant_in_row(&batch, &entity_infos[e], workbook_row(&small->book, entity_infos[e].entity, i));
	fold_batch(&small->book, &batch);
	small_go(small, 0);
}
