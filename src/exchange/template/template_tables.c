#include "template_tables.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

static const char *const arrows[] = { "→", "->" };

bool tables_take_heading(struct span text)
{
	return (span_take(&text, "テーブル") || span_take(&text, "tables")) && text.len == 0;
}

/* The room stands behind the last arrow. */
static void split(struct span text, struct span *ret_theme, struct span *ret_room)
{
	*ret_theme = span_trim(text);
	*ret_room = (struct span){ text.at + text.len, 0 };
	for (size_t at = 0; at < text.len; at++) {
		for (size_t i = 0; i < COUNT(arrows); i++) {
			struct span rest = { text.at + at, text.len - at };
			if (!span_take(&rest, arrows[i]))
				continue;
			*ret_theme = span_trim((struct span){ text.at, at });
			*ret_room = span_trim(rest);
		}
	}
}

static enum status take_text(struct span text, enum field field, struct arena *arena, const char **ret_text,
			     struct fault *fault)
{
	const int64_t most = field_info_of(field)->limit;

	if (text.len > (size_t)most)
		return fault_set(fault, ST_INVALID, _("the text “%s” is too long (%zu bytes; at most %lld)."),
				 span_excerpt(text).text, text.len, (long long)most);
	*ret_text = span_copy_line(arena, text);
	return ST_OK;
}

enum status template_add_table(struct template *template, const char *text, struct fault *fault)
{
	struct table table = { .id = "", .workshop = "", .name = "", .headline = "" };
	struct span theme, room;

	split(span_of(text), &theme, &room);
	if (template->tables_len == TEMPLATE_MAX_TABLES)
		return fault_set(fault, ST_INVALID, _("an agenda names at most %d tables."), TEMPLATE_MAX_TABLES);
	enum status st = take_text(theme, FIELD_table_theme, &template->arena, &table.theme, fault);
	if (st == ST_OK)
		st = take_text(room, FIELD_table_room, &template->arena, &table.room, fault);
	if (st != ST_OK)
		return st;
	if (!template->tables)
		template->tables = arena_new(&template->arena, TEMPLATE_MAX_TABLES, sizeof *template->tables);
	template->tables[template->tables_len++] = table;
	return ST_OK;
}

enum status tables_take_line(struct span line, struct template *template, struct fault *fault)
{
	struct span text = span_trim(line);

	if (text.len == 0)
		return ST_OK;
	if (!span_take_bullet(&text))
		return fault_set(fault, ST_INVALID,
				 _("below “## Tables” a line says a table, as in “- Hopes → Sakura”; found “%s”."),
				 span_excerpt(text).text);
	return template_add_table(template, span_copy(&template->arena, span_trim(text)), fault);
}

void tables_print(const struct template *template, struct buf *out)
{
	if (template->tables_len == 0)
		return;
	buf_addf(out, "\n## %s\n\n", template->japanese ? "テーブル" : "Tables");
	for (size_t i = 0; i < template->tables_len; i++) {
		const struct table *table = &template->tables[i];
		buf_addf(out, *table->theme ? "- %s" : "-", table->theme);
		buf_addf(out, *table->room ? " → %s\n" : "\n", table->room);
	}
}
