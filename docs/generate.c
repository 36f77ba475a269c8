/* generate.c - the documents that are written from the program's own tables, so that they cannot lie.
 * Not installed. Usage: yoriai-docs keys | data | man TEMPLATE, each to standard output (docs/regenerate.sh). */
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "command/manual.h"
#include "domain/entity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct code_list *const code_lists[] = {
#define CODES(list) &codes_##list,
#define CODE(LIST, NAME, code, label, alias)
#define END_CODES(list)
#include "domain/codes.def"
};

static void write_type(struct buf *out, const struct field_info *field)
{
	switch (field->type) {
	case FIELD_TYPE_TEXT:
		buf_addf(out, "one line of text, at most %lld bytes", (long long)field->limit);
		break;
	case FIELD_TYPE_LINES:
		buf_addf(out, "text, at most %lld bytes", (long long)field->limit);
		break;
	case FIELD_TYPE_NUMBER:
		buf_add_text(out, "number");
		if (field->limit > 0)
			buf_addf(out, ", at most %lld", (long long)field->limit);
		break;
	case FIELD_TYPE_MOMENT:
		buf_add_text(out, "moment: milliseconds since 1970, UTC");
		break;
	case FIELD_TYPE_REF:
		buf_add_text(out, "id of another row");
		break;
	case FIELD_TYPE_ORDER:
		buf_add_text(out, "place in the list");
		break;
	case FIELD_TYPE_CODE:
		buf_addf(out, "one of [%s](#codes-%s)", field->codes->name, field->codes->name);
		break;
	}
}

static const char *reach_text(enum reach reach)
{
	static const char *const texts[] = {
		[REACH_OPEN] = "everybody",
		[REACH_ROOM_ONLY] = "the tables",
		[REACH_PRIVATE] = "facilitators",
		[REACH_SEALED] = "nobody before its step",
	};

	return texts[reach];
}

static void write_entity(struct buf *out, const struct entity_info *entity)
{
	buf_addf(out, "\n### %s\n\n", entity->name);
	buf_addf(out, "%s; listed by `%s`.\n\n", entity->home == HOME_WORKSHOP ? "Belongs to one workshop" : "Shared by all workshops",
		 entity->order);
	buf_add_text(out, "| field | type | who may see it | erased |\n|---|---|---|---|\n");
	for (size_t i = 0; i < entity->fields_len; i++) {
		const struct field_info *field = &entity->fields[i];
		buf_addf(out, "| `%s` | ", field->name);
		write_type(out, field);
		buf_addf(out, " | %s | %s |\n", reach_text(field->reach), field->erasable ? "yes" : "");
	}
}

static void write_codes(struct buf *out, const struct code_list *list)
{
	buf_addf(out, "\n### codes: %s\n\n| code | English | Japanese |\n|---|---|---|\n", list->name);
	for (size_t i = 0; i < list->len; i++) {
		const struct code *code = &list->codes[i];
		buf_addf(out, "| %s%s%s | %s | %s |\n", *code->code ? "`" : "", *code->code ? code->code : "(empty)",
			 *code->code ? "`" : "", code->label, code->alias);
	}
}

static const char data_opening[] =
	"# Data\n"
	"\n"
	"Written from `include/domain/fields.def` and `codes.def` by `ninja docs`; do not edit this page.\n"
	"\n"
	"A database is a list of facts. A fact says, of one row of one entity, the new values of just the fields that changed; the\n"
	"tables are folded from the facts and can be made again from them at any time (`yoriai check` does so and compares).\n"
	"\n"
	"Every entity also has\n"
	"\n"
	"- `id`: 16 letters and digits, drawn at random;\n"
	"- `workshop`: the id of the workshop it belongs to, empty for what all workshops share;\n"
	"- `born`: the stamp of its first fact;\n"
	"- `gone`: 1 once it was deleted. Deleting can be undone.\n"
	"\n"
	"“Who may see it”: *everybody* may be projected and published; *the tables* stays among those who were there;\n"
	"*facilitators* is on their own screens only; *nobody before its step* opens when the agenda comes to it. “Erased”: holds\n"
	"what a person may ask to have blanked for good, in every fact that holds it.\n";

static void write_data(struct buf *out)
{
	buf_add_text(out, data_opening);
	buf_add_text(out, "\n## Entities\n");
	for (size_t i = 0; i < ENTITY_COUNT; i++)
		write_entity(out, &entity_infos[i]);
	buf_add_text(out, "\n## Codes\n\nStored and exported as the code; importers also read the labels. An empty or unknown value means the\n"
			  "first row.\n");
	for (size_t i = 0; i < COUNT(code_lists); i++)
		write_codes(out, code_lists[i]);
}

/* The template, with @KEYS@ on a line of its own replaced by the keys. */
static enum status write_man(struct buf *out, const char *path, struct fault *fault)
{
	static const char mark[] = "@KEYS@\n";
	struct buf template = { 0 };
	enum status st = file_read(path, FILE_MAX_BYTES, &template, fault);
	if (st != ST_OK)
		goto out;

	const char *text = buf_text(&template), *at = strstr(text, mark);
	if (!at) {
		st = fault_set(fault, ST_INVALID, "“%s” has no line %s", path, mark);
		goto out;
	}
	buf_add(out, text, (size_t)(at - text));
	manual_roff(out);
	buf_add_text(out, at + strlen(mark));
out:
	buf_done(&template);
	return st;
}

int main(int argc, char **argv)
{
	const char *page = argc > 1 ? argv[1] : "";
	struct buf out = { 0 };
	struct fault fault = { "" };
	enum status st = ST_OK;

	if (strcmp(page, "keys") == 0)
		manual_markdown(&out);
	else if (strcmp(page, "data") == 0)
		write_data(&out);
	else if (strcmp(page, "man") == 0 && argc == 3)
		st = write_man(&out, argv[2], &fault);
	else
		st = fault_set(&fault, ST_INVALID, "usage: yoriai-docs keys | data | man TEMPLATE");
	if (st == ST_OK)
		st = file_replace("-", out.bytes, out.len, &fault);
	if (st != ST_OK)
		fprintf(stderr, "%s\n", fault.text);
	buf_done(&out);
	return st == ST_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
