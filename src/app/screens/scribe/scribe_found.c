/* scribe_found.c - what people name again and again, and no card holds yet, becomes one; or it needs none, and nobody asks again. */
#include "scribe.h"

#include "base/i18n.h"
#include "domain/unlisted.h"
#include "engine/rounds.h"

/* The support under the bar, if it is just a name; NULL, and it is said why, where it is not. */
static const struct support *name_under_bar(struct console *console)
{
	const struct sheet_row *row = scribe_row(console);
	const struct support *support = row->kind == SHEET_SUPPORT ? (const struct support *)(const void *)row->row : NULL;

	if (support && !*support->card && !*support->offer)
		return support;
	console_say(console, support ? _("This is on a card already.") : _("Go to a support first that is on no card yet."));
	return NULL;
}

void scribe_make_card(struct console *console)
{
	const struct support *support = name_under_bar(console);
	const struct workshop *workshop = workbook_workshop(&console->book);
	const struct table *table = scribe_table(console);
	struct record record = { .book = &console->book, .table = table, .env = console->app->env, .batch = &console->effects.batch };
	struct name name = table_name(table);
	struct buf source = { 0 };

	if (!support)
		return;
	buf_addf(&source, _("%s, %s"), workshop ? workshop->title : "", name.text);
	bool fits = source.len <= (size_t)field_info_of(FIELD_card_source)->limit;
	unlisted_make_card(&record, support, fits ? buf_text(&source) : name.text);
	buf_done(&source);
	scribe_write(console, WRITING_CHANGE, _("It is a card now, newly found; u takes it back."));
}

void scribe_no_card(struct console *console)
{
	const struct support *support = name_under_bar(console);

	if (!support || support->no_card)
		return;
	batch_add(&console->effects.batch, ENTITY_support, console->workshop, support->id);
	batch_set_number(&console->effects.batch, FIELD_support_no_card, 1);
	scribe_write(console, WRITING_CHANGE, _("It stays a name; nobody is asked again."));
}

bool scribe_comes_up_again(const struct console *console)
{
	const struct form *form = &scribe_of(console)->desk.form;
	bool is_name = form->kind == FORM_SUPPORT && !form->row[0] && !form->card[0];

	return is_name && unlisted_uses(&console->book, form_value(form, 0).text) + 1 == UNLISTED_OFTEN;
}
