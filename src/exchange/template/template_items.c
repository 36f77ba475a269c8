#include "exchange/template.h"

#include "base/i18n.h"
#include "bell_mark.h"
#include "block.h"
#include "domain/order.h"
#include "format/span.h"
#include "template_messages.h"

#include <string.h>

static void set_said(struct batch *batch, const struct item *item)
{
	const struct entity_info *info = &entity_infos[ENTITY_item];

	for (size_t i = 0; i < info->fields_len; i++) {
		const struct field_info *field = &info->fields[i];
		struct value value = row_value((const struct row *)item, field);
		if (field_type_is_text(field->type) ? value.text[0] != '\0' : value.number != 0)
			batch_set(batch, field, value);
	}
}

void template_add_to_batch(const struct template *template, const char *workshop, const struct env *env,
			   struct batch *batch)
{
	char pos[ORDER_LEN] = "", last[ORDER_LEN];
	struct id id;

	for (size_t i = 0; i < template->len; i++) {
		struct item item = template->items[i];
		memcpy(last, pos, sizeof last);
		order_between(last, "", pos);
		item.pos = pos;
		batch_add_new(batch, ENTITY_item, workshop, env, &id);
		set_said(batch, &item);
	}
}

static int64_t whole_minutes(int64_t time_s)
{
	return time_s / 60 * 60;
}

static const char *title_or(struct arena *arena, const char *title, const char *otherwise)
{
	const char *copy = span_copy_line(arena, span_of(title));

	return copy[0] ? copy : arena_copy(arena, otherwise);
}

/* A round that could not be read back is left out: the steps are what matters. */
static bool has_plain_round(const struct item *item, const char *block)
{
	return item->round >= 1 && item->round <= item->rounds && item->rounds <= BLOCK_ROUNDS_MAX &&
	       block_name_is_plain(span_of(block));
}

/* Only what a file can say, in the form it would be read back in. */
static struct item plain_item(struct arena *arena, const struct item *item)
{
	const char *block = item->round ? span_copy_line(arena, span_of(item->block)) : "";
	bool has_round = has_plain_round(item, block);

	return (struct item){
		.id = "",
		.workshop = "",
		.pos = "",
		.title = title_or(arena, item->title, code_label(&codes_item_kind, item->kind)),
		.kind = item->kind,
		.planned_s = item->planned_s,
		.minimum_s = item->minimum_s < item->planned_s ? item->minimum_s : item->planned_s,
		.protected = item->protected,
		.strictness = item->strictness,
		.fixed_start_s = whole_minutes(item->fixed_start_s),
		.fixed_end_s = whole_minutes(item->fixed_end_s),
		.bells = bell_mark_plain(item, arena),
		.face = item->face,
		.block = has_round ? block : "",
		.round = has_round ? item->round : 0,
		.rounds = has_round ? item->rounds : 0,
		.room = span_copy_lines(arena, span_of(item->room)),
		.cue = span_copy_lines(arena, span_of(item->cue)),
	};
}

/* Tables are named where a theme or a room is said of one. */
static void name_tables(struct template *template, const struct table_list *tables)
{
	bool named = false;

	for (size_t i = 0; i < tables->len; i++)
		named = named || *tables->at[i].theme || *tables->at[i].room;
	if (!named)
		return;
	template->tables = arena_new(&template->arena, tables->len, sizeof *template->tables);
	template->tables_len = tables->len;
	for (size_t i = 0; i < tables->len; i++) {
		template->tables[i].theme = span_copy_line(&template->arena, span_of(tables->at[i].theme));
		template->tables[i].room = span_copy_line(&template->arena, span_of(tables->at[i].room));
	}
}

enum status template_of_workbook(const struct workbook *book, bool japanese, struct template *ret_template,
				 struct fault *fault)
{
	const struct workshop *workshop = workbook_workshop(book);
	struct template template = { .japanese = japanese, .len = book->items.len };

	if (!workshop || book->items.len == 0)
		return fault_set(fault, ST_REFUSED, _("“%s” has no steps yet."), workshop ? workshop->title : "");
	template.title = title_or(&template.arena, workshop->title, _("Workshop"));
	template.purpose = span_copy_lines(&template.arena, span_of(workshop->purpose));
	messages_of_workshop(workshop, &template);
	template.items = arena_new(&template.arena, book->items.len, sizeof *template.items);
	for (size_t i = 0; i < book->items.len; i++)
		template.items[i] = plain_item(&template.arena, &book->items.at[i]);
	name_tables(&template, &book->tables);
	template_done(ret_template);
	*ret_template = template;
	return ST_OK;
}
