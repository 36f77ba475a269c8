#include "dataset.h"

#include "text/fold.h"

#include <string.h>

static void say(struct sheet_row *row, enum field field, const char *text)
{
	const struct field_info *info = field_info_of(field);

	row_set(row->row, info, (struct value){ .text = text });
	row->said |= UINT64_C(1) << (info - entity_infos[ENTITY_card].fields);
}

/* "header: value" a line; what our own export wrote is not wrapped once more. */
static void keep_others(const struct csv *csv, size_t at, const struct columns *columns, struct arena *arena,
			struct sheet_row *row)
{
	struct buf lines = { 0 };

	for (size_t i = 0; i < columns->others_len; i++) {
		struct span text = sheet_row_cell(csv, at, columns->others[i]);
		if (text.len == 0)
			continue;
		buf_addf(&lines, "%s%s: %s", lines.len ? "\n" : "",
			 span_copy_line(arena, sheet_row_cell(csv, 0, columns->others[i])), span_copy_line(arena, text));
	}
	if (lines.len > 0 && lines.len <= (size_t)field_info_of(FIELD_card_extra)->limit)
		say(row, FIELD_card_extra, arena_copy(arena, buf_text(&lines)));
	buf_done(&lines);
}

static void add_key(struct buf *key, struct span text)
{
	if (key->len > 0)
		buf_add_char(key, ' ');
	text_fold(key, text.at, text.len);
}

static void say_key(const struct csv *csv, size_t at, const struct columns *columns, struct arena *arena,
		    struct sheet_row *row)
{
	const struct card *card = (const struct card *)row->row;
	struct span office = { "", 0 };
	struct buf key = { 0 };

	if (columns->office != NO_COLUMN)
		office = sheet_row_cell(csv, at, columns->office);
	if (office.len > 0) {
		add_key(&key, office);
	} else {
		add_key(&key, span_of(card->name));
		add_key(&key, span_of(card->address));
	}
	add_key(&key, span_of(card->offers));
	if (key.len <= (size_t)field_info_of(FIELD_card_source_key)->limit)
		say(row, FIELD_card_source_key, arena_copy(arena, buf_text(&key)));
	buf_done(&key);
}

/* What is not said of a row stands so for a new card only: a later edition does not bring it back. */
static void suppose(const struct dataset *dataset, struct card *card)
{
	if (card->kind == CARD_KIND_UNSAID)
		card->kind = dataset->kind;
	if (card->formality == FORMALITY_UNSAID)
		card->formality = FORMALITY_FORMAL;
	if (!card->source[0])
		card->source = dataset->title;
}

void dataset_complete(const struct csv *csv, size_t at, const struct columns *columns, struct arena *arena,
		      struct sheet_row *row)
{
	struct card *card = (struct card *)row->row;

	if (!card->extra[0])
		keep_others(csv, at, columns, arena, row);
	if (columns->dataset && !card->source_key[0])
		say_key(csv, at, columns, arena, row);
	if (columns->dataset)
		suppose(columns->dataset, card);
}
