#include "versions.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/record.h"
#include "engine/words.h"
#include "text/cell.h"
#include "text/wrap.h"
#include "world/field_words.h"

#include <stdio.h>
#include <string.h>

const struct version *versions_of_row(const struct workbook *book, const char *id, size_t *ret_len)
{
	for (size_t i = 0; i < book->versions.len; i++) {
		const struct version *version = &book->versions.at[i];
		if (strcmp(version->id, id) == 0 && field_is_spoken_of(version->field))
			return workbook_versions(book, id, version->field->field, ret_len);
	}
	return NULL;
}

/* --- in words -------------------------------------------------------------------------------------------------------------- */

static void add_where(const struct version *version, struct buf *out)
{
	static const char *const places[] = {
		[VERSION_THIS_CONSOLE] = N_("here"),
		[VERSION_THIS_COMPUTER] = N_("at this computer"),
		[VERSION_ELSEWHERE] = N_("at another computer"),
	};

	buf_add_text(out, _(places[version->place]));
	if (version->place != VERSION_THIS_CONSOLE && version->table)
		buf_addf(out, _(", table %d"), (int)version->table);
	else if (strcmp(version->role, "run") == 0)
		buf_add_text(out, _(", facilitator"));
}

/* Of the row that a reference names. */
static const char *text_of_row(const struct workbook *book, const char *id)
{
	static const enum field texts[] = { FIELD_need_text, FIELD_note_text, FIELD_offer_text, FIELD_card_name };

	for (size_t i = 0; i < COUNT(texts); i++) {
		const struct row *row = workbook_find(book, field_entity(texts[i]), id);
		if (row)
			return row_value(row, field_info_of(texts[i])).text;
	}
	return "";
}

static void add_text(const struct workbook *book, const struct version *version, struct buf *out)
{
	size_t before = out->len;

	if (version->field->type == FIELD_TYPE_REF)
		buf_add_text(out, text_of_row(book, version->value.text));
	else
		field_words_add_value(version->field, version->value, out);
	if (out->len == before)
		buf_add_text(out, _("(nothing)"));
}

/* "14:03 here" */
static void add_origin(const struct console *console, const struct version *version, struct buf *out)
{
	struct words time = words_time(stamp_wall_ms(version->stamp), console->now.wall_ms);

	buf_addf(out, "%s ", time.text);
	add_where(version, out);
}

/* --- as it is shown ---------------------------------------------------------------------------------------------------------
 * Short ones stand in the rows to choose from, "14:03 here: 猫の缶詰"; where one is too long for that, all are told above them. */

enum { ROW_COLS = 54, NOTE_COLS = 72, INDENT_COLS = 3 };

static bool is_short(const struct console *console, const struct version *version)
{
	struct buf line = { 0 };

	add_origin(console, version, &line);
	buf_add_text(&line, ": ");
	add_text(&console->book, version, &line);
	bool fits = !strchr(buf_text(&line), '\n') && text_cols(buf_text(&line), line.len) <= ROW_COLS;
	buf_done(&line);
	return fits;
}

/* As many rows as there are for each; what is longer can be read on the sheet once it was chosen, and u goes back. */
static void note_text(struct console *console, size_t number, const char *text, size_t rows)
{
	struct line lines[NOTES_MAX];
	size_t len = text_wrap(text, strlen(text), NOTE_COLS - INDENT_COLS, lines, rows);

	for (size_t i = 0; i < len && i < rows; i++) {
		struct buf note = { 0 };
		bool is_cut = i + 1 == rows && len > rows;
		if (i == 0)
			buf_addf(&note, "%zu  ", number);
		else
			buf_add_text(&note, "   ");
		buf_add(&note, text + lines[i].at, lines[i].len);
		buf_add_text(&note, is_cut ? " …" : "");
		console_offer_note(console, buf_text(&note));
		buf_done(&note);
	}
}

static void show(struct console *console, const struct version *versions, size_t len)
{
	bool all_short = true;

	for (size_t i = 0; i < len; i++)
		all_short = all_short && is_short(console, &versions[i]);
	for (size_t i = 0; i < len; i++) {
		struct buf row = { 0 }, text = { 0 };
		add_origin(console, &versions[i], &row);
		add_text(&console->book, &versions[i], &text);
		if (all_short)
			buf_addf(&row, ": %s", buf_text(&text));
		else
			note_text(console, i + 1, buf_text(&text), len < NOTES_MAX ? NOTES_MAX / len : 1);
		console_offer_choice(console, buf_text(&row), (int64_t)i);
		buf_done(&text);
		buf_done(&row);
	}
}

/* --- choosing -------------------------------------------------------------------------------------------------------------- */

/* What a name may refer to goes with it. */
static void add_reference(struct console *console, const struct version *version)
{
	static const struct {
		enum field name, card;
	} references[] = {
		{ FIELD_support_name, FIELD_support_card },
		{ FIELD_storyline_lead_support, FIELD_storyline_lead_card },
	};
	const char *card = "";

	for (size_t i = 0; i < console->book.cards.len; i++)
		if (strcmp(console->book.cards.at[i].name, version->value.text) == 0)
			card = console->book.cards.at[i].id;
	for (size_t i = 0; i < COUNT(references); i++)
		if (references[i].name == version->field->field)
			batch_set_text(&console->effects.batch, references[i].card, card);
	if (version->field->field == FIELD_support_name) {
		const struct offer *offer = *card ? NULL : record_offer_meant(&console->book, version->value.text);
		batch_set_text(&console->effects.batch, FIELD_support_offer, offer ? offer->id : "");
	}
}

/* By its stamp: the list may have changed while it was looked at. */
static const struct version *find_choice(const struct console *console, const struct choosing *choosing, struct stamp stamp)
{
	size_t len;
	const struct version *versions = workbook_versions(&console->book, choosing->id, choosing->field, &len);

	for (size_t i = 0; i < len; i++)
		if (stamp_compare(versions[i].stamp, stamp) == 0)
			return &versions[i];
	return NULL;
}

bool versions_choose(struct console *console, const struct choosing *choosing, int64_t index)
{
	const struct version *version = find_choice(console, choosing, choosing->stamps[index]);
	struct batch *batch = &console->effects.batch;
	enum entity entity = field_entity(choosing->field);

	if (!version) {
		console_say(console, "%s", _("Somebody else has changed this meanwhile; look at it again."));
		return false;
	}
	batch_add(batch, entity, entity_infos[entity].home == HOME_DIRECTORY ? "" : console->workshop, version->id)->settles = true;
	batch_set(batch, version->field, version->value);
	add_reference(console, version);
	/* What came while one was looking has not been looked at. */
	batch->seen = choosing->seen;
	return true;
}

void versions_offer(struct console *console, struct choosing *choosing, const struct version *versions, size_t len,
		    void (*accept)(struct console *console, int64_t index))
{
	char title[200];

	snprintf(title, sizeof title, _("“%s” was written twice: which stays?"), field_words(versions->field));
	console_offer(console, title, accept);
	*choosing = (struct choosing){ .field = versions->field->field, .seen = console->book.seen };
	snprintf(choosing->id, sizeof choosing->id, "%s", versions->id);
	if (len > CHOICES_MAX)
		len = CHOICES_MAX;
	show(console, versions, len);
	for (size_t i = 0; i < len; i++)
		choosing->stamps[i] = versions[i].stamp;
}
