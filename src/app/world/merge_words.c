#include "merge_words.h"

#include "base/i18n.h"
#include "engine/words.h"
#include "field_words.h"
#include "text/cell.h"
#include "text/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* In a list on a screen, a line must do. */
enum { NAME_COLS = 40, NAME_SHORT_COLS = 14, VALUE_SHORT_COLS = 14 };

/* What people call the kinds of rows that two may change; the others go by their stored names. */
static const char *const labels[ENTITY_COUNT] = {
	[ENTITY_workshop] = N_("workshop"),  [ENTITY_item] = N_("step"),     [ENTITY_table] = N_("table"),
	[ENTITY_case_story] = N_("case"),    [ENTITY_letter] = N_("letter"), [ENTITY_need] = N_("need"),
	[ENTITY_offer] = N_("offer"),	     [ENTITY_note] = N_("note"),     [ENTITY_storyline] = N_("story"),
	[ENTITY_step] = N_("story step"),    [ENTITY_card] = N_("card"),     [ENTITY_support] = N_("support"),
	[ENTITY_action] = N_("plan row"),    [ENTITY_seat] = N_("seat"),     [ENTITY_person] = N_("person"),
	[ENTITY_invitation] = N_("invitation"), [ENTITY_mapping] = N_("columns of a list"),
};

/* What has no word of its own (the clock's rows, who sits where) is nothing that people count. */
void merge_words_rows(const struct merge_result *result, struct buf *out)
{
	struct buf rows = { 0 };

	for (size_t i = 0; i < ENTITY_COUNT; i++)
		if (labels[i] && result->rows_new[i])
			buf_addf(&rows, "%s%s %" PRId64, rows.len ? _(", ") : "", _(labels[i]), result->rows_new[i]);
	if (rows.len)
		buf_addf(out, _("New are: %s"), buf_text(&rows));
	buf_done(&rows);
}

/* A word on one line, and no longer than to be told from others; cols 0: all of it. */
static void add_short(struct buf *out, const char *text, int cols)
{
	struct buf line = { 0 };

	text_clean(&line, text, strlen(text), false);
	size_t len = cols ? text_fit(buf_text(&line), line.len, cols) : line.len;
	buf_add(out, buf_text(&line), len);
	buf_add_text(out, len < line.len ? "…" : "");
	buf_done(&line);
}

/* offer “We fetch the children”, cost; or just what it is, where the very words it is called by were changed. */
static void add_place(struct buf *out, const struct merge_conflict *conflict, int name_cols)
{
	const char *label = labels[conflict->entity];
	bool is_called_otherwise = strcmp(conflict->name, conflict->kept) == 0;
	struct buf name = { 0 };

	add_short(&name, conflict->name, name_cols);
	buf_add_text(out, label ? _(label) : entity_infos[conflict->entity].name);
	if (name.len && !is_called_otherwise)
		buf_addf(out, _(" “%s”"), buf_text(&name));
	if (!is_called_otherwise && conflict->field->field != FIELD_gone && conflict->field->type != FIELD_TYPE_ORDER)
		buf_addf(out, _(", %s"), field_words(conflict->field));
	buf_done(&name);
}

/* As people say it. The text is the value as it is stored. */
static void add_value(struct buf *out, const struct field_info *field, const char *text, int cols)
{
	struct value value = { text, strtoll(text, NULL, 10) };
	struct buf words = { 0 };
	unsigned code;

	if (field->type == FIELD_TYPE_CODE && code_of_text(field->codes, text, &code))
		value.number = code;
	field_words_add_value(field, value, &words);
	add_short(out, buf_text(&words), cols);
	buf_done(&words);
}

/* A deletion says so instead of "1", and a place in a list, which is a key that nobody reads, is only said to be another. */
void merge_words_conflict(const struct merge_conflict *conflict, bool is_short, struct buf *out)
{
	const struct field_info *field = conflict->field;
	struct buf place = { 0 }, kept = { 0 }, other = { 0 };

	add_place(&place, conflict, is_short ? NAME_SHORT_COLS : NAME_COLS);
	add_value(&kept, field, conflict->kept, is_short ? VALUE_SHORT_COLS : 0);
	add_value(&other, field, conflict->other, is_short ? VALUE_SHORT_COLS : 0);
	if (field->field == FIELD_gone)
		buf_addf(out, _("%s: deleted on one side, and brought back on the other"), buf_text(&place));
	else if (field->type == FIELD_TYPE_ORDER)
		buf_addf(out, _("%s: moved on both sides; the later stands"), buf_text(&place));
	else if (field->reach == REACH_SEALED)
		buf_addf(out, _("%s: changed on both sides; the later stands"), buf_text(&place));
	else if (is_short)
		buf_addf(out, _("%s: “%s” stands, beside “%s”"), buf_text(&place), buf_text(&kept), buf_text(&other));
	else
		buf_addf(out, conflict->kept_is_theirs ? _("%s: theirs is later and stands, “%s”; ours was “%s”")
						       : _("%s: ours is later and stands, “%s”; theirs was “%s”"),
			 buf_text(&place), buf_text(&kept), buf_text(&other));
	buf_done(&other);
	buf_done(&kept);
	buf_done(&place);
}
