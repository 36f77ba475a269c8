#include "script.h"

#include "ask.h"
#include "world.h"

#include "base/mem.h"
#include "engine/minutes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { DAY_MS = 24 * 3600 * 1000 };

struct script {
	struct world world;
	struct arena looks;
	struct run look;
	int line;
};

#define FAIL(script, ...)                                  \
	do {                                               \
		print_error("line %d: ", (script)->line);  \
		fail_msg(__VA_ARGS__);                     \
	} while (0)

static int64_t clock_ms(struct script *script, const char *text)
{
	int hour, minute, second = 0;

	if (sscanf(text, "%d:%d:%d", &hour, &minute, &second) < 2)
		FAIL(script, "“%s” is no time of day", text);
	return ((hour * 60 + minute) * 60 + second) * INT64_C(1000);
}

static int64_t length_ms(struct script *script, const char *text)
{
	int64_t ms = 0;

	if (minutes_parse(text, &ms) != ST_OK)
		FAIL(script, "“%s” is no length", text);
	return ms;
}

/* The instant nearest to now that the wall clock calls so. */
static int64_t instant_ms(struct script *script, const char *text)
{
	int64_t now_ms = script->world.now.wall_ms;
	int64_t at_ms = world_midnight_ms(&script->world) + clock_ms(script, text);

	if (at_ms > now_ms + DAY_MS / 2)
		at_ms -= DAY_MS;
	if (at_ms < now_ms - DAY_MS / 2)
		at_ms += DAY_MS;
	return at_ms;
}

static const struct item *item_titled(struct script *script, const char *title)
{
	const struct item_list *items = &script->world.book.items;

	for (size_t i = 0; i < items->len; i++)
		if (strcmp(items->at[i].title, title) == 0)
			return &items->at[i];
	FAIL(script, "no item “%s”", title);
	return NULL;
}

static const char *table_id(struct script *script, const char *number)
{
	const struct table *table = workbook_table(&script->world.book, atoi(number));

	return table ? table->id : number;
}

/* What can be pressed. `words[0]` is the first word after the act's name, "" where there is none. */
enum { MOST_WORDS = 12 };
typedef enum status press(struct script *script, const struct act *act, char *const *words, struct fault *fault);

#define PLAIN(name)                                                                                                    \
	static enum status press_##name(struct script *script, const struct act *act, char *const *words,              \
					struct fault *fault)                                                           \
	{                                                                                                              \
		(void)script, (void)words;                                                                             \
		return act_##name(act, fault);                                                                         \
	}
PLAIN(start)
PLAIN(pause)
PLAIN(resume)
PLAIN(next)
PLAIN(skip)
PLAIN(back)
PLAIN(end)
PLAIN(undo)
PLAIN(refit)
PLAIN(hand_over)
PLAIN(backdate_to_plan)
PLAIN(start_as_planned)

static enum status press_add(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_add(act, length_ms(script, words[0]), fault);
}

static enum status press_backdate(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_backdate(act, instant_ms(script, words[0]), fault);
}

static enum status press_start_at(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_start_at(act, instant_ms(script, words[0]), fault);
}

static enum status press_close_at(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_close_at(act, instant_ms(script, words[0]), fault);
}

static enum status press_excuse(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_excuse(act, length_ms(script, words[0]), fault);
}

static enum status press_slept(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)fault;
	act_note_slept(act, length_ms(script, words[0]));
	return ST_OK;
}

static enum status press_message(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_message(act, words[0], *words[1] ? length_ms(script, words[1]) : 0, fault);
}

static enum status press_shutter(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script, (void)fault;
	act_shutter(act, strcmp(words[0], "open") == 0);
	return ST_OK;
}

static enum status press_day(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script, (void)fault;
	act_day(act, strcmp(words[0], "shown") == 0);
	return ST_OK;
}

static enum status press_blackout(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script, (void)fault;
	act_blackout(act, strcmp(words[0], "on") == 0);
	return ST_OK;
}

static enum status press_freeze(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script, (void)fault;
	act_freeze(act, strcmp(words[0], "on") == 0);
	return ST_OK;
}

static enum status press_one_by_one(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script, (void)fault;
	act_one_by_one(act, strcmp(words[0], "on") == 0);
	return ST_OK;
}

static enum status press_paragraph(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script;
	return act_turn_paragraph(act, atoi(words[0]), atoi(words[1]), atoi(words[2]), fault);
}

static enum status press_turn(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script;
	return act_turn(act, atoi(words[0]), atoi(words[1]), fault);
}

static enum status press_present(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_present(act, table_id(script, words[0]), fault);
}

static enum status press_pass(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_pass(act, table_id(script, words[0]), fault);
}

static enum status press_swap(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	return act_swap(act, table_id(script, words[0]), fault);
}

static enum status set_table(struct script *script, const struct act *act, char *const *words, bool own)
{
	unsigned state;

	if (!code_of_text(&codes_table_state, words[1], &state))
		FAIL(script, "no table state “%s”", words[1]);
	act_table_state(act, table_id(script, words[0]), state, own);
	return ST_OK;
}

static enum status press_table(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)fault;
	return set_table(script, act, words, true);
}

static enum status press_set_table(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)fault;
	return set_table(script, act, words, false);
}

static enum status press_picture(struct script *script, const struct act *act, char *const *words, struct fault *fault)
{
	(void)script;
	return act_picture(act, strcmp(words[0], "on") == 0, fault);
}

static const struct {
	const char *name;
	press *press;
} presses[] = {
	{ "start", press_start },       { "pause", press_pause },       { "resume", press_resume },
	{ "next", press_next },         { "skip", press_skip },         { "back", press_back },
	{ "end", press_end },           { "undo", press_undo },         { "add", press_add },
	{ "backdate", press_backdate }, { "excuse", press_excuse },     { "as-planned", press_backdate_to_plan },
	{ "start-at", press_start_at }, { "start-as-planned", press_start_as_planned },
	{ "slept", press_slept },       { "close-at", press_close_at }, { "message", press_message },
	{ "shutter", press_shutter },   { "day", press_day },           { "turn", press_turn },
	{ "present", press_present },   { "blackout", press_blackout }, { "freeze", press_freeze },
	{ "one-by-one", press_one_by_one }, { "paragraph", press_paragraph },
	{ "table", press_table },       { "set-table", press_set_table }, { "refit", press_refit },
	{ "hand-over", press_hand_over }, { "pass", press_pass },       { "swap", press_swap },
	{ "picture", press_picture },
};

static press *press_named(struct script *script, const char *name)
{
	for (size_t i = 0; i < COUNT(presses); i++)
		if (strcmp(presses[i].name, name) == 0)
			return presses[i].press;
	FAIL(script, "nobody knows how to “%s”", name);
	return NULL;
}

static void do_press(struct script *script, char **words)
{
	struct world *world = &script->world;
	struct fault fault = { "" };
	int64_t at_ms = world_midnight_ms(world) + clock_ms(script, words[0]);

	world_pass_ms(world, at_ms - world->now.wall_ms + (at_ms < world->now.wall_ms ? DAY_MS : 0));
	world_fold(world);
	bool refused = strcmp(words[1], "refused") == 0, late = strcmp(words[1], "late") == 0;
	words += 1 + (refused || late);
	struct act act = world_act(world, late ? &script->look : &world->run);
	enum status st = press_named(script, words[0])(script, &act, words + 1, &fault);
	if ((st != ST_OK) != refused)
		FAIL(script, "“%s” was %s: %s", words[0], st == ST_OK ? "done" : "refused", fault.text);
	if (refused && (st != ST_REFUSED || !*fault.text || world->batch.len))
		FAIL(script, "“%s” was not refused well: %s", words[0], fault.text);
	world_commit(world);
	world_fold(world);
}

static void do_plan(struct script *script, char **words)
{
	struct workshop *workshop = script->world.book.workshops.at;
	int64_t midnight_ms = world_midnight_ms(&script->world);

	if (*words[1] != '-')
		workshop->start_ms = midnight_ms + clock_ms(script, words[1]);
	if (strcmp(words[2], "hall") == 0)
		workshop->hall_end_ms = midnight_ms + clock_ms(script, words[3]);
}

static enum item_kind kind_named(struct script *script, const char *name)
{
	unsigned kind;

	if (!code_of_text(&codes_item_kind, name, &kind))
		FAIL(script, "no kind “%s”", name);
	return kind;
}

static void do_item(struct script *script, char **words)
{
	struct item *item = world_add_item(&script->world, words[1], length_ms(script, words[2]) / 1000);

	for (words += 3; **words; words++) {
		if (strncmp(*words, "start=", 6) == 0)
			item->fixed_start_s = clock_ms(script, *words + 6) / 1000;
		else if (strncmp(*words, "end=", 4) == 0)
			item->fixed_end_s = clock_ms(script, *words + 4) / 1000;
		else if (strncmp(*words, "min=", 4) == 0)
			item->minimum_s = length_ms(script, *words + 4) / 1000;
		else if (strcmp(*words, "keep") == 0)
			item->protected = 1;
		else if (strncmp(*words, "kind=", 5) == 0)
			item->kind = kind_named(script, *words + 5);
		else if (strcmp(*words, "picture") == 0)
			item->face = ITEM_FACE_PICTURE;
		else
			FAIL(script, "“%s”?", *words);
	}
}

static void do_tables(struct script *script, char **words)
{
	for (int i = atoi(words[1]); i > 0; i--)
		world_add_table(&script->world);
}

static void do_sleep(struct script *script, char **words)
{
	world_sleep_ms(&script->world, length_ms(script, words[1]));
}

static void do_wall(struct script *script, char **words)
{
	world_set_wall_ms(&script->world, length_ms(script, words[1]));
}

static void do_reboot(struct script *script, char **words)
{
	world_reboot_ms(&script->world, length_ms(script, words[1]));
}

static void do_machine(struct script *script, char **words)
{
	world_change_machine(&script->world, *words[1] ? length_ms(script, words[1]) : 0);
}

static void do_look(struct script *script, char **words)
{
	(void)words;
	arena_done(&script->looks);
	run_fold(&script->world.book, script->world.now, &script->looks, &script->look);
}

static void write_row(struct script *script, enum verb verb, const char *item, const char *target)
{
	struct world *world = &script->world;
	struct id id;

	batch_add_new(&world->batch, ENTITY_run_row, "w", &world->env, &id);
	batch_set_number(&world->batch, FIELD_run_row_verb, verb);
	batch_set_text(&world->batch, FIELD_run_row_item, item);
	batch_set_text(&world->batch, FIELD_run_row_target, target);
	batch_set_number(&world->batch, FIELD_run_row_at_ms, world->now.wall_ms);
	batch_set_number(&world->batch, FIELD_run_row_boot_ms, world->now.boot_ms);
	batch_set_number(&world->batch, FIELD_run_row_boot_id, world->now.boot_id);
	world_commit(world);
}

static void do_row(struct script *script, char **words)
{
	unsigned verb;

	if (!code_of_text(&codes_verb, words[1], &verb))
		FAIL(script, "no verb “%s”", words[1]);
	write_row(script, verb, *words[2] ? item_titled(script, words[2])->id : "", "");
}

static void do_redo(struct script *script, char **words)
{
	const struct run_row_list *rows = &script->world.book.run_rows;
	size_t i = rows->len;

	(void)words;
	while (i > 0 && rows->at[i - 1].verb != VERB_UNDO)
		i--;
	if (i == 0)
		FAIL(script, "there is no undo");
	write_row(script, VERB_UNDO, "", rows->at[i - 1].id);
}

static void expect(struct script *script, const char *of, char *word, const struct run_item *it)
{
	char *wanted = strchr(word, '=');

	if (!wanted)
		FAIL(script, "“%s”: what should it be?", word);
	*wanted++ = '\0';
	struct words is = it ? ask_item(it, word) : ask_run(&script->world.run, word);
	if (strcmp(is.text, wanted) != 0)
		FAIL(script, "%s %s is %s, not %s", of, word, is.text, wanted);
}

/* left, active, pauses and so on of what runs may be asked without naming it. */
static bool is_of_item(const char *word)
{
	static const char *const keys[] = { "left=", "adjust=", "pauses=", "active=", "attempts=" };

	for (size_t i = 0; i < COUNT(keys); i++)
		if (strncmp(word, keys[i], strlen(keys[i])) == 0)
			return true;
	return false;
}

static void do_status(struct script *script, char **words)
{
	world_fold(&script->world);
	for (words++; **words; words++) {
		const struct run_item *current = run_current(&script->world.run);
		if (is_of_item(*words) && !current)
			FAIL(script, "nothing runs: %s", *words);
		expect(script, "status", *words, is_of_item(*words) ? current : NULL);
	}
}

static void do_of(struct script *script, char **words)
{
	const struct item *item = item_titled(script, words[1]);

	world_fold(&script->world);
	for (char **word = words + 2; **word; word++)
		expect(script, words[1], *word, &script->world.run.items[item - script->world.book.items.at]);
}

static int64_t proposed_ms(struct script *script, const struct refit *refit, const char *key)
{
	if (strcmp(key, "deficit") == 0)
		return refit->deficit_ms;
	if (strcmp(key, "overrun") == 0)
		return refit->overrun_ms;
	for (size_t i = 0; i < refit->len; i++)
		if (strcmp(refit->items[i].item->item->title, key) == 0)
			return refit->items[i].after_ms;
	FAIL(script, "“%s” is not to come", key);
	return 0;
}

static void do_proposal(struct script *script, char **words)
{
	struct arena arena = { 0 };

	world_fold(&script->world);
	struct refit refit = refit_of(&script->world.run, &arena);
	for (char **word = words + 1; **word; word++) {
		char *wanted = *word + strcspn(*word, "=");
		if (*wanted)
			*wanted++ = '\0';
		struct words is = words_clock(proposed_ms(script, &refit, *word) / 1000);
		if (strcmp(is.text, wanted) != 0)
			FAIL(script, "proposal %s is %s, not %s", *word, is.text, wanted);
	}
	arena_done(&arena);
}

/* "1done 2now 3 4passed", in the order of telling. */
static void do_turns(struct script *script, char **words)
{
	static const char *const marks[] = { "", "now", "done", "passed" };
	struct arena arena = { 0 };

	world_fold(&script->world);
	struct plenary plenary = plenary_of(&script->world.book, &script->world.run, &arena);
	for (size_t i = 0; i < plenary.len; i++) {
		char is[24];
		const struct plenary_turn *turn = &plenary.turns[i];
		snprintf(is, sizeof is, "%d%s", (int)turn->table->number, marks[turn->turn]);
		if (strcmp(is, words[1 + i]) != 0)
			FAIL(script, "turn %zu is “%s”, not “%s”", i + 1, is, words[1 + i]);
	}
	if (*words[1 + plenary.len])
		FAIL(script, "there are %zu turns", plenary.len);
	arena_done(&arena);
}

static void do_plenary(struct script *script, char **words)
{
	struct arena arena = { 0 };

	world_fold(&script->world);
	struct plenary plenary = plenary_of(&script->world.book, &script->world.run, &arena);
	for (char **word = words + 1; **word; word++) {
		char *wanted = *word + strcspn(*word, "=");
		if (*wanted)
			*wanted++ = '\0';
		struct words is = ask_plenary(&plenary, *word);
		if (strcmp(is.text, wanted) != 0)
			FAIL(script, "plenary %s is %s, not %s", *word, is.text, wanted);
	}
	arena_done(&arena);
}

static const struct {
	const char *name;
	void (*run)(struct script *script, char **words);
} lines[] = {
	{ "plan", do_plan },     { "item", do_item },       { "tables", do_tables }, { "sleep", do_sleep },
	{ "wall", do_wall },     { "reboot", do_reboot },   { "look", do_look },     { "machine", do_machine },
	{ "row", do_row },       { "redo", do_redo },       { "of", do_of },         { "status", do_status },
	{ "proposal", do_proposal }, { "turns", do_turns },   { "plenary", do_plenary },
};

static void run_line(struct script *script, char *line)
{
	static char none[] = "";
	char *words[MOST_WORDS + 1], *rest = NULL;
	size_t len = 0;

	for (char *word = strtok_r(line, " ", &rest); word && len < MOST_WORDS; word = strtok_r(NULL, " ", &rest))
		words[len++] = word;
	if (len == 0)
		return;
	while (len <= MOST_WORDS)
		words[len++] = none;
	for (size_t i = 0; i < COUNT(lines); i++) {
		if (strcmp(lines[i].name, words[0]) == 0) {
			lines[i].run(script, words);
			return;
		}
	}
	do_press(script, words);
}

/* Static, so that a test that fails half-way leaves nothing lost behind. */
void script_run(const char *text)
{
	static struct script script;
	static char *copy;
	char *rest;

	free(copy);
	arena_done(&script.looks);
	world_done(&script.world);
	world_begin(&script.world);
	copy = rest = mem_copy(text);
	script.line = 0;
	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n")) {
		script.line++;
		run_line(&script, line);
	}
}
