#include "exchange/demo.h"

#include "domain/record.h"

#include <stdio.h>
#include <string.h>

/* One line being played. */
struct playing {
	const struct act *act;
	const struct demo_line *line;
	const struct table *table;
	struct demo_table *begun;
	const struct run_item *running; /* what entries are stamped with; NULL: nothing */
};

/* A new row at the end of its list: after what was played last, or at first after what is there already. */
static struct id add_row(const struct playing *playing, enum field owner, const char *owner_id, enum field pos,
			 char last[ORDER_LEN])
{
	struct batch *batch = playing->act->batch;
	char before[ORDER_LEN];
	struct id id;

	memcpy(before, last, sizeof before);
	if (*before)
		order_between(before, "", last);
	else
		record_last_place(playing->act->book, owner, owner_id, last);
	batch_add_new(batch, field_entity(owner), playing->table->workshop, playing->act->env, &id);
	batch_set_text(batch, owner, owner_id);
	batch_set_text(batch, pos, last);
	return id;
}

static void say_time(const struct playing *playing, enum field item, enum field at_s)
{
	batch_set_text(playing->act->batch, item, playing->running ? playing->running->item->id : "");
	batch_set_number(playing->act->batch, at_s, playing->running ? playing->running->total_active_ms / 1000 : 0);
}

static const char *need_id(const struct playing *playing)
{
	const struct need_list *needs = &playing->act->book->needs;
	size_t number = (size_t)playing->line->need;

	return number > 0 && number <= needs->len ? needs->at[number - 1].id : "";
}

static const char *storyline_id(const struct playing *playing)
{
	const struct storyline *old = workbook_storyline(playing->act->book, playing->table->id);
	struct id *id = &playing->begun->storyline;
	char pos[ORDER_LEN] = "";

	if (!*id->text && old)
		snprintf(id->text, sizeof id->text, "%s", old->id);
	else if (!*id->text)
		*id = add_row(playing, FIELD_storyline_table, playing->table->id, FIELD_storyline_pos, pos);
	return id->text;
}

static void play_state(const struct playing *playing)
{
	act_table_state(playing->act, playing->table->id, (enum table_state)playing->line->code, true);
}

static void play_offer(const struct playing *playing)
{
	struct batch *batch = playing->act->batch;

	add_row(playing, FIELD_offer_table, playing->table->id, FIELD_offer_pos, playing->begun->offer_pos);
	batch_set_text(batch, FIELD_offer_text, playing->line->text);
	batch_set_text(batch, FIELD_offer_by, playing->line->aside);
	batch_set_number(batch, FIELD_offer_scope, playing->line->code);
	batch_set_number(batch, FIELD_offer_cost, playing->line->cost);
	batch_set_text(batch, FIELD_offer_need, need_id(playing));
	say_time(playing, FIELD_offer_item, FIELD_offer_at_s);
	batch_set_number(batch, FIELD_offer_made_alone, playing->running && playing->running->item->kind == ITEM_KIND_INDIVIDUAL);
}

/* What is to be done comes of the worry before it, and is planned by the line behind it. */
static void keep_note(struct demo_table *begun, const struct demo_line *line, struct id id)
{
	if (line->code == NOTE_KIND_WORRY)
		begun->worry = id;
	if (line->code != NOTE_KIND_TODO)
		return;
	begun->todo = id;
	begun->todo_text = line->text;
}

/* Up to the mark, or all that is left. */
static const char *take_part(const char **rest, struct arena *arena)
{
	static const char mark[] = "／";
	const char *begin = *rest, *end = strstr(begin, mark);

	*rest = end ? end + strlen(mark) : "";
	return end ? arena_copy_len(arena, begin, (size_t)(end - begin)) : begin;
}

/* What for; at its side who, until when, and the first small step. */
static void play_plan(const struct playing *playing)
{
	struct batch *batch = playing->act->batch;
	const char *aside = playing->line->aside;
	struct demo_table *begun = playing->begun;

	add_row(playing, FIELD_action_table, playing->table->id, FIELD_action_pos, begun->action_pos);
	batch_set_text(batch, FIELD_action_note, begun->todo.text);
	batch_set_text(batch, FIELD_action_text, begun->todo_text ? begun->todo_text : "");
	batch_set_text(batch, FIELD_action_why, playing->line->text);
	batch_set_text(batch, FIELD_action_who, take_part(&aside, &batch->arena));
	batch_set_text(batch, FIELD_action_until, take_part(&aside, &batch->arena));
	batch_set_text(batch, FIELD_action_first_step, take_part(&aside, &batch->arena));
}

static void play_note(const struct playing *playing)
{
	struct batch *batch = playing->act->batch;
	struct demo_table *begun = playing->begun;
	struct id id = add_row(playing, FIELD_note_table, playing->table->id, FIELD_note_pos, begun->note_pos);

	batch_set_text(batch, FIELD_note_text, playing->line->text);
	batch_set_number(batch, FIELD_note_priority, playing->line->priority);
	if (playing->line->code == NOTE_KIND_TODO)
		batch_set_text(batch, FIELD_note_from_note, begun->worry.text);
	keep_note(begun, playing->line, id);
	batch_set_number(batch, FIELD_note_kind, playing->line->code);
	say_time(playing, FIELD_note_item, FIELD_note_at_s);
}

static void play_step(const struct playing *playing)
{
	struct batch *batch = playing->act->batch;
	struct demo_table *begun = playing->begun;
	const char *storyline = storyline_id(playing);

	begun->step = add_row(playing, FIELD_step_storyline, storyline, FIELD_step_pos, begun->step_pos);
	begun->support_pos[0] = '\0';
	batch_set_text(batch, FIELD_step_when_label, playing->line->aside);
	batch_set_text(batch, FIELD_step_text, playing->line->text);
	batch_set_text(batch, FIELD_step_need, need_id(playing));
	say_time(playing, FIELD_step_item, FIELD_step_at_s);
}

static const struct card *card_of_number(const struct workbook *book, int64_t number)
{
	for (size_t i = 0; number > 0 && i < book->cards.len; i++)
		if (book->cards.at[i].number == number)
			return &book->cards.at[i];
	return NULL;
}

static void play_support(const struct playing *playing)
{
	struct batch *batch = playing->act->batch;
	const struct card *card = card_of_number(playing->act->book, playing->line->card);

	add_row(playing, FIELD_support_step, playing->begun->step.text, FIELD_support_pos, playing->begun->support_pos);
	batch_set_text(batch, FIELD_support_name, card ? card->name : playing->line->text);
	batch_set_text(batch, FIELD_support_card, card ? card->id : "");
	batch_set_number(batch, FIELD_support_formality, playing->line->code);
	batch_set_number(batch, FIELD_support_action, playing->line->action);
	batch_set_text(batch, FIELD_support_who_to, playing->line->aside);
}

/* What the person does in the step told last. */
static void play_move(const struct playing *playing)
{
	batch_add(playing->act->batch, ENTITY_step, playing->table->workshop, playing->begun->step.text);
	batch_set_text(playing->act->batch, FIELD_step_own_move, playing->line->text);
}

static void play_headline(const struct playing *playing)
{
	batch_add(playing->act->batch, ENTITY_table, playing->table->workshop, playing->table->id);
	batch_set_text(playing->act->batch, FIELD_table_headline, playing->line->text);
}

/* What is said of the storyline as a whole. */
static void play_said(const struct playing *playing)
{
	static const enum field fields[] = {
		[DEMO_TITLE] = FIELD_storyline_title,
		[DEMO_LEAD] = FIELD_storyline_lead_support,
		[DEMO_ENDING] = FIELD_storyline_ending,
		[DEMO_OPEN] = FIELD_storyline_open_questions,
	};
	const char *storyline = storyline_id(playing);

	batch_add(playing->act->batch, ENTITY_storyline, playing->table->workshop, storyline);
	batch_set_text(playing->act->batch, fields[playing->line->verb], playing->line->text);
	if (playing->line->verb == DEMO_LEAD) {
		const struct card *card = card_of_number(playing->act->book, playing->line->card);
		batch_set_text(playing->act->batch, FIELD_storyline_lead_card, card ? card->id : "");
	}
}

static void (*const plays[])(const struct playing *playing) = {
	[DEMO_STATE] = play_state, [DEMO_OFFER] = play_offer,   [DEMO_TITLE] = play_said,
	[DEMO_LEAD] = play_said,   [DEMO_STEP] = play_step,     [DEMO_SUPPORT] = play_support,
	[DEMO_MOVE] = play_move,
	[DEMO_NOTE] = play_note,   [DEMO_HEADLINE] = play_headline, [DEMO_ENDING] = play_said,
	[DEMO_OPEN] = play_said,   [DEMO_PLAN] = play_plan,
};

void demo_play(struct demo *demo, const struct act *act)
{
	const struct demo_line *line = &demo->lines[demo->next++];
	struct playing playing = {
		.act = act,
		.line = line,
		.table = workbook_table(act->book, line->table),
		.begun = &demo->tables[line->table - 1],
		.running = run_current(act->run),
	};

	/* Somebody may have taken the table away meanwhile. */
	if (playing.table)
		plays[line->verb](&playing);
}
