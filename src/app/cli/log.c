#include "cli.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "domain/record.h"
#include "engine/progress.h"
#include "reading.h"
#include "store/json.h"
#include "text/text.h"
#include "world/options.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One entry as the command line or a line of NDJSON says it. Texts are borrowed; NULL: not said. */
struct entry {
	int64_t table;
	const char *type, *text, *by, *when, *move, *need, *kind, *scope, *cost;
	const char *from, *priority, *why, *who, *until, *first;
	struct option_list supports[FORMALITY_MIXED + 1]; /* by formality; unsaid: that of the card */
	const char *action, *who_to;                      /* of all these supports */
};

static enum status find_need(const struct workbook *book, const char *need, const char **ret_id, struct fault *fault)
{
	char *end;

	*ret_id = "";
	if (!need || !*need)
		return ST_OK;
	size_t number = strtoul(need, &end, 10);
	for (size_t i = 0; i < book->needs.len; i++)
		if (strcmp(book->needs.at[i].id, need) == 0 || (!*end && number == i + 1))
			*ret_id = book->needs.at[i].id;
	return **ret_id ? ST_OK : fault_set(fault, ST_NOT_FOUND, _("There is no need “%s” in this workshop."), need);
}

static enum status find_code(const struct code_list *list, const char *word, unsigned *ret_value, struct fault *fault)
{
	*ret_value = 0;
	if (!word || code_of_words(list, word, ret_value))
		return ST_OK;
	struct buf known = { 0 };
	for (size_t i = 0; i < list->len; i++)
		buf_addf(&known, "%s%s", i ? ", " : "", list->codes[i].code);
	enum status st = fault_set(fault, ST_INVALID, _("“%s” is none of: %s."), word, buf_text(&known));
	buf_done(&known);
	return st;
}

/* A card by its number or name, an offer by its id or words; else it is just a name. */
static void add_support(const struct record *record, const char *step, const char *name, struct support_said said)
{
	said.card = record_card(record->book, name);
	if (!said.card)
		said.offer = record_offer_meant(record->book, name);
	if (!said.card && !said.offer)
		said.name = name;
	record_support(record, step, &said);
}

static enum status add_step(const struct record *record, const struct entry *entry, const char *need, struct id *ret_id,
			    struct fault *fault)
{
	struct step_said said = { .when_label = entry->when, .text = entry->text, .own_move = entry->move, .need = need };
	struct support_said support = { .who_to = entry->who_to };
	unsigned action = 0;
	enum status st = find_code(&codes_support_action, entry->action, &action, fault);

	if (st != ST_OK)
		return st;
	*ret_id = record_step(record, &said);
	support.action = (enum support_action)action;
	for (unsigned formality = FORMALITY_UNSAID; formality <= FORMALITY_MIXED; formality++) {
		const struct option_list *names = &entry->supports[formality];
		support.formality = (enum formality)formality;
		for (size_t i = 0; i < names->len; i++)
			add_support(record, ret_id->text, names->at[i], support);
	}
	return ST_OK;
}

static enum status add_offer(const struct record *record, const struct entry *entry, const char *need, struct id *ret_id,
			     struct fault *fault)
{
	unsigned scope = 0, cost = 0;
	enum status st = find_code(&codes_scope, entry->scope, &scope, fault);

	if (st == ST_OK)
		st = find_code(&codes_cost, entry->cost, &cost, fault);
	if (st == ST_OK)
		*ret_id = record_offer(record, &(struct offer_said){ .text = entry->text, .by = entry->by, .need = need,
								     .scope = (enum scope)scope, .cost = (enum cost)cost });
	return st;
}

static enum status find_note(const struct workbook *book, const char *id, struct fault *fault)
{
	if (!id || workbook_find(book, ENTITY_note, id))
		return ST_OK;
	return fault_set(fault, ST_NOT_FOUND, _("There is no note “%s” in this workshop."), id);
}

static enum status add_note(const struct record *record, const struct entry *entry, struct id *ret_id, struct fault *fault)
{
	unsigned kind = 0, priority = 0;
	enum status st = find_code(&codes_note_kind, entry->kind, &kind, fault);

	if (st == ST_OK)
		st = find_code(&codes_priority, entry->priority, &priority, fault);
	if (st == ST_OK)
		st = find_note(record->book, entry->from, fault);
	if (st == ST_OK)
		*ret_id = record_note(record, &(struct note_said){ .text = entry->text, .kind = (enum note_kind)kind,
								   .priority = (enum priority)priority, .from = entry->from });
	return st;
}

static enum status add_action(const struct record *record, const struct entry *entry, struct id *ret_id, struct fault *fault)
{
	enum status st = find_note(record->book, entry->from, fault);

	if (st == ST_OK)
		*ret_id = record_action(record, &(struct action_said){ .text = entry->text, .note = entry->from, .why = entry->why,
								       .who = entry->who, .until = entry->until,
								       .first_step = entry->first });
	return st;
}

static enum status add_of_type(const struct record *record, const struct entry *entry, const char *need, struct id *ret_id,
			       struct fault *fault)
{
	if (strcmp(entry->type, "offer") == 0)
		return add_offer(record, entry, need, ret_id, fault);
	if (strcmp(entry->type, "step") == 0)
		return add_step(record, entry, need, ret_id, fault);
	if (strcmp(entry->type, "note") == 0)
		return add_note(record, entry, ret_id, fault);
	if (strcmp(entry->type, "action") == 0)
		return add_action(record, entry, ret_id, fault);
	return fault_set(fault, ST_INVALID, _("An entry is an offer, a step, a note or an action, not “%s”."), entry->type);
}

/* Adds the entry to the batch; the new row's id is said. */
static enum status add_entry(const struct reading *reading, const struct env *env, const struct entry *entry,
			     struct batch *batch, struct id *ret_id, struct fault *fault)
{
	struct record record = { .book = &reading->book, .env = env, .batch = batch };
	const char *need = "";
	size_t len = 0;
	enum status st = app_find_table(&reading->book, entry->table, &record.table, fault);

	if (st == ST_OK)
		st = find_need(&reading->book, entry->need, &need, fault);
	if (st != ST_OK)
		return st;
	text_trim(entry->text ? entry->text : "", entry->text ? strlen(entry->text) : 0, &len);
	if (len == 0)
		return fault_set(fault, ST_INVALID, _("The entry has no text."));
	record.time = progress_time(&reading->run, (size_t)(record.table - reading->book.tables.at));
	return add_of_type(&record, entry, need, ret_id, fault);
}

static enum status write_entry(struct app *app, struct reading *reading, const struct entry *entry, struct fault *fault)
{
	struct batch batch = { 0 };
	struct id id;
	enum status st = add_entry(reading, app->env, entry, &batch, &id, fault);

	if (st == ST_OK)
		st = store_append(app->store, &batch, fault);
	/* The id is the receipt: it is printed when, and only when, the entry is on disk. */
	if (st == ST_OK) {
		workbook_take(&reading->book, &batch);
		printf(app->json ? "{\"id\":\"%s\"}\n" : "%s\n", id.text);
		fflush(stdout);
	}
	batch_done(&batch);
	return st;
}

/* False: it is no table's number. */
static bool take_table(struct entry *entry, const struct json_member *member)
{
	char *end;

	entry->table = strtoll(member->text, &end, 10);
	return strcmp(member->name, "table") == 0 && end != member->text && !*end;
}

/* What stands behind \u in JSON has not been seen by the line's own cleaning. */
static const char *clean_text(struct arena *arena, const char *text)
{
	struct buf clean = { 0 };

	text_clean(&clean, text, strlen(text), true);
	const char *kept = arena_copy(arena, buf_text(&clean));
	buf_done(&clean);
	return kept;
}

/* False: an entry has no such member. */
static bool take_member(struct entry *entry, const struct json_member *member, struct arena *arena)
{
	const char *text = clean_text(arena, member->text);
	const struct {
		const char *name;
		const char **target;
	} texts[] = {
		{ "entry", &entry->type }, { "text", &entry->text }, { "by", &entry->by },       { "when", &entry->when },
		{ "need", &entry->need },  { "kind", &entry->kind }, { "scope", &entry->scope },   { "move", &entry->move },
		{ "action", &entry->action }, { "to", &entry->who_to }, { "cost", &entry->cost },
		{ "from", &entry->from }, { "priority", &entry->priority }, { "why", &entry->why }, { "who", &entry->who },
		{ "until", &entry->until }, { "first", &entry->first },
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		if (strcmp(member->name, texts[i].name) != 0)
			continue;
		if (*text)
			*texts[i].target = text;
		return true;
	}
	for (unsigned formality = FORMALITY_UNSAID; formality <= FORMALITY_MIXED; formality++) {
		struct option_list *names = &entry->supports[formality];
		if (strcmp(member->name, formality ? code_text(&codes_formality, formality) : "support") != 0)
			continue;
		bool full = names->len == OPTION_LIST_MAX;
		if (*text && !full)
			names->at[names->len++] = text;
		return !full;
	}
	return take_table(entry, member);
}

static enum status take_members(struct entry *entry, const struct json_member *members, size_t len, struct arena *arena,
				struct fault *fault)
{
	for (size_t i = 0; i < len; i++)
		if (!take_member(entry, &members[i], arena))
			return fault_set(fault, ST_INVALID, _("An entry cannot have “%s”: “%s”."), members[i].name, members[i].text);
	return ST_OK;
}

static enum status write_line(struct app *app, struct reading *reading, const char *line, size_t len, int64_t table,
			      struct fault *fault)
{
	struct arena arena = { 0 };
	struct json_member *members;
	size_t members_len;
	struct entry entry = { .type = "", .table = table };
	struct buf clean = { 0 };

	text_clean(&clean, line, len, true);
	enum status st = json_read_object(app->store, buf_text(&clean), clean.len, &arena, &members, &members_len, fault);
	if (st == ST_OK)
		st = take_members(&entry, members, members_len, &arena, fault);
	/* A scribe who was given a table writes to that table only. */
	if (st == ST_OK && table && entry.table != table)
		st = fault_set(fault, ST_REFUSED, _("This is for table %" PRId64 " only."), table);
	if (st == ST_OK)
		st = write_entry(app, reading, &entry, fault);
	buf_done(&clean);
	arena_done(&arena);
	return st;
}

static enum exit_code refuse_line(size_t number, enum status st, const struct fault *why)
{
	struct fault fault = { "" };

	return app_fail(fault_set(&fault, st, _("Line %zu: %s"), number, why->text), &fault);
}

/* Each line is written whole or not at all; the others are written whatever becomes of it. */
static enum exit_code write_lines(struct app *app, struct reading *reading, int64_t table)
{
	struct buf input = { 0 };
	struct fault fault = { "" };
	enum exit_code code = EXIT_DONE;
	size_t number = 0;
	enum status st = file_read("-", FILE_MAX_BYTES, &input, &fault);

	if (st != ST_OK)
		return app_fail(st, &fault);
	for (const char *at = buf_text(&input), *end = at + input.len; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((stop ? stop : end) - at), trimmed;
		number++;
		text_trim(at, len, &trimmed);
		fault = (struct fault){ "" };
		st = trimmed ? write_line(app, reading, at, len, table, &fault) : ST_OK;
		if (st != ST_OK)
			code = refuse_line(number, st, &fault);
		at += len + 1;
	}
	buf_done(&input);
	return code;
}

enum exit_code cli_log(struct app *app, int argc, char **argv)
{
	struct entry entry = { .type = "" };
	struct arguments words;
	struct reading reading = { 0 };
	struct fault fault = { "" };
	const struct option_row rows[] = {
		{ "table", 0, OPTION_NUMBER, &entry.table },
		{ "by", 0, OPTION_TEXT, &entry.by },
		{ "scope", 0, OPTION_TEXT, &entry.scope },
		{ "cost", 0, OPTION_TEXT, &entry.cost },
		{ "from", 0, OPTION_TEXT, &entry.from },
		{ "priority", 0, OPTION_TEXT, &entry.priority },
		{ "why", 0, OPTION_TEXT, &entry.why },
		{ "who", 0, OPTION_TEXT, &entry.who },
		{ "until", 0, OPTION_TEXT, &entry.until },
		{ "first", 0, OPTION_TEXT, &entry.first },
		{ "need", 0, OPTION_TEXT, &entry.need },
		{ "when", 0, OPTION_TEXT, &entry.when },
		{ "kind", 0, OPTION_TEXT, &entry.kind },
		{ "move", 0, OPTION_TEXT, &entry.move },
		{ "action", 0, OPTION_TEXT, &entry.action },
		{ "to", 0, OPTION_TEXT, &entry.who_to },
		{ "support", 0, OPTION_LIST, &entry.supports[FORMALITY_UNSAID] },
		{ "formal", 0, OPTION_LIST, &entry.supports[FORMALITY_FORMAL] },
		{ "informal", 0, OPTION_LIST, &entry.supports[FORMALITY_INFORMAL] },
		{ "mixed", 0, OPTION_LIST, &entry.supports[FORMALITY_MIXED] },
	};

	if (!options_read(app, argc, argv, rows, COUNT(rows), &words) || words.len < 1)
		return usage_tell(app, SUBCOMMAND_log);
	bool lines = strcmp(words.at[0], "-") == 0;
	size_t taken = lines ? 1 : 2;
	if (words.len < taken || words.len > taken + 1 || (!lines && !entry.table))
		return usage_tell(app, SUBCOMMAND_log);
	if (reading_open(app, STORE_WRITE, words.len > taken ? words.at[taken] : NULL, store_reach_all, &reading) != ST_OK)
		return EXIT_REFUSED;
	enum exit_code code;
	if (lines) {
		code = write_lines(app, &reading, entry.table);
	} else {
		entry.type = words.at[0];
		entry.text = words.at[1];
		code = app_fail(write_entry(app, &reading, &entry, &fault), &fault);
	}
	reading_done(&reading);
	return code;
}
