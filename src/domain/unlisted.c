#include "domain/unlisted.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

static const char *key_of(const char *text, struct arena *arena)
{
	struct buf key = { 0 };

	text_fold(&key, text, strlen(text));
	const char *copy = arena_copy_len(arena, buf_text(&key), key.len);
	buf_done(&key);
	return copy;
}

static bool is_free_text(const struct support *support)
{
	return !*support->card && !*support->offer && *support->name;
}

const struct unlisted *unlisted_of(const struct workbook *book, struct arena *arena, size_t *ret_len)
{
	struct unlisted *all = arena_new(arena, book->supports.len, sizeof *all);
	const char **keys = arena_new(arena, book->supports.len, sizeof *keys);
	size_t len = 0;

	for (size_t i = 0; i < book->supports.len; i++) {
		const struct support *support = &book->supports.at[i];
		size_t at = 0;
		if (!is_free_text(support))
			continue;
		const char *key = key_of(support->name, arena);
		while (at < len && strcmp(keys[at], key) != 0)
			at++;
		if (at == len) {
			keys[len] = key;
			all[len++].name = support->name;
		}
		all[at].uses++;
		all[at].declined |= support->no_card != 0;
	}
	*ret_len = len;
	return all;
}

size_t unlisted_uses(const struct workbook *book, const char *name)
{
	struct arena arena = { 0 };
	const char *key = key_of(name, &arena);
	size_t len, uses = 0;
	const struct unlisted *all = unlisted_of(book, &arena, &len);

	for (size_t i = 0; i < len; i++)
		if (strcmp(key_of(all[i].name, &arena), key) == 0 && !all[i].declined)
			uses = all[i].uses;
	arena_done(&arena);
	return uses;
}

/* --- the card --------------------------------------------------------------------------------------------------------- */

static int64_t next_number(const struct workbook *book)
{
	int64_t last = 0;

	for (size_t i = 0; i < book->cards.len; i++)
		if (book->cards.at[i].number > last)
			last = book->cards.at[i].number;
	return last + 1;
}

static struct id add_card(const struct record *record, const struct support *support, const char *source)
{
	struct id id;

	batch_add_new(record->batch, ENTITY_card, "", record->env, &id);
	batch_set_number(record->batch, FIELD_card_number, next_number(record->book));
	batch_set_text(record->batch, FIELD_card_name, support->name);
	batch_set_number(record->batch, FIELD_card_formality, support->formality);
	batch_set_number(record->batch, FIELD_card_state, CARD_STATE_FOUND);
	batch_set_text(record->batch, FIELD_card_source, source);
	batch_set_text(record->batch, FIELD_card_found_by, record->table->id);
	return id;
}

static bool is_of_table(const struct workbook *book, const struct support *support, const char *table)
{
	const struct step *step = (const struct step *)(const void *)workbook_find(book, ENTITY_step, support->step);
	const struct storyline *storyline =
		step ? (const struct storyline *)(const void *)workbook_find(book, ENTITY_storyline, step->storyline) : NULL;

	return storyline && strcmp(storyline->table, table) == 0;
}

void unlisted_make_card(const struct record *record, const struct support *support, const char *source)
{
	const struct workbook *book = record->book;
	const struct card *there = record_card(book, support->name);
	struct arena arena = { 0 };
	const char *card = there ? there->id : arena_copy(&arena, add_card(record, support, source).text);
	const char *key = key_of(support->name, &arena);

	for (size_t i = 0; i < book->supports.len; i++) {
		const struct support *at = &book->supports.at[i];
		if (!is_free_text(at) || !is_of_table(book, at, record->table->id) || strcmp(key_of(at->name, &arena), key) != 0)
			continue;
		batch_add(record->batch, ENTITY_support, at->workshop, at->id);
		batch_set_text(record->batch, FIELD_support_card, card);
	}
	arena_done(&arena);
}
