#include "exchange/template.h"

#include "base/i18n.h"
#include "domain/order.h"
#include "span.h"

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

/* Only what a file can say, in the form it would be read back in. */
static struct item plain_item(struct arena *arena, const struct item *item)
{
	return (struct item){
		.id = "",
		.workshop = "",
		.pos = "",
		.title = title_or(arena, item->title, code_label(&codes_item_kind, item->kind)),
		.kind = item->kind,
		.planned_s = item->planned_s,
		.minimum_s = item->minimum_s < item->planned_s ? item->minimum_s : item->planned_s,
		.protected = item->protected,
		.fixed_start_s = whole_minutes(item->fixed_start_s),
		.fixed_end_s = whole_minutes(item->fixed_end_s),
		.room = span_copy_lines(arena, span_of(item->room)),
		.cue = span_copy_lines(arena, span_of(item->cue)),
	};
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
	template.items = arena_new(&template.arena, book->items.len, sizeof *template.items);
	for (size_t i = 0; i < book->items.len; i++)
		template.items[i] = plain_item(&template.arena, &book->items.at[i]);
	template_done(ret_template);
	*ret_template = template;
	return ST_OK;
}
