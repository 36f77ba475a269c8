#include "merge_parts.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "schema.h"
#include "store/document.h"
#include "text/json_scan.h"

#include <stdlib.h>
#include <string.h>

struct document {
	struct source *source;
	struct json_scan scan;
	sqlite3_stmt *put;
	struct buf parts[DOCUMENT_PARTS], body;
	bool has_part[DOCUMENT_PARTS], has_body;
	bool has_format, has_facts;
	uint64_t sum, wanted; /* of the facts; as it says */
	struct fault *fault;
};

/* --- what is wrong, and where ------------------------------------------------------------------------------------------- */

static enum status refuse_mark(struct document *document)
{
	size_t line, character;

	json_scan_place(&document->scan, &line, &character);
	if (document->scan.last == JSON_CUT)
		return fault_set(document->fault, ST_INVALID,
				 _("“%s” breaks off in line %zu, so nothing of it was taken in. Ask for the whole file."),
				 document->source->path, line);
	return fault_set(document->fault, ST_INVALID,
			 _("“%s” is damaged or was changed by hand: line %zu, character %zu makes no sense. Nothing of it was taken in."),
			 document->source->path, line, character);
}

static enum status refuse_change(struct document *document)
{
	size_t line, character;

	json_scan_place(&document->scan, &line, &character);
	return fault_set(document->fault, ST_INVALID,
			 _("“%s” is damaged or was changed by hand, somewhere before the end of line %zu. Nothing of it was taken in."),
			 document->source->path, line);
}

static enum status refuse_name(struct document *document, const char *name)
{
	size_t line, character;

	json_scan_place(&document->scan, &line, &character);
	return fault_set(document->fault, ST_INVALID, _("“%s”, line %zu: this yoriai knows no “%s”. Nothing of it was taken in."),
			 document->source->path, line, name);
}

static enum status refuse_json(struct document *document)
{
	return fault_set(document->fault, ST_INVALID,
			 _("“%s” is JSON, but no copy that can be taken in. One is made by “yoriai export all” or “yoriai backup”."),
			 document->source->path);
}

/* The next mark must be this one. */
static enum status expect(struct document *document, enum json_mark wanted)
{
	return json_scan_next(&document->scan) == wanted ? ST_OK : refuse_mark(document);
}

/* --- a fact ------------------------------------------------------------------------------------------------------------- */

/* As json_object() spells it, whatever escapes somebody's tool has made of it. */
static void add_quoted(struct buf *out, const struct buf *text)
{
	static const char meant[] = "\"\\\n\t", spelt[] = "\"\\nt";

	buf_add_char(out, '"');
	for (size_t i = 0; i < text->len; i++) {
		const char *which = memchr(meant, text->bytes[i], sizeof meant - 1);
		if (which)
			buf_add_char(out, '\\');
		buf_add_char(out, which ? spelt[which - meant] : text->bytes[i]);
	}
	buf_add_char(out, '"');
}

static enum status read_body_value(struct document *document)
{
	const struct buf *text = &document->scan.text;
	enum json_mark mark = json_scan_next(&document->scan);

	if (mark != JSON_TEXT && mark != JSON_NUMBER)
		return refuse_mark(document);
	if (mark == JSON_TEXT)
		add_quoted(&document->body, text);
	else
		buf_add(&document->body, buf_text(text), text->len);
	return ST_OK;
}

static enum status read_body(struct document *document)
{
	enum status st = document->has_body ? refuse_mark(document) : expect(document, JSON_OBJECT);
	enum json_mark mark = JSON_OBJECT;

	document->has_body = true;
	while (st == ST_OK && (mark = json_scan_next(&document->scan)) == JSON_NAME) {
		buf_add_char(&document->body, document->body.len ? ',' : '{');
		add_quoted(&document->body, &document->scan.text);
		buf_add_char(&document->body, ':');
		st = read_body_value(document);
	}
	if (st == ST_OK && mark != JSON_OBJECT_END)
		return refuse_mark(document);
	buf_add_text(&document->body, document->body.len ? "}" : "{}");
	return st;
}

static enum status read_part(struct document *document, size_t part)
{
	if (document->has_part[part])
		return refuse_mark(document);
	document->has_part[part] = true;
	if (json_scan_next(&document->scan) != JSON_TEXT)
		return refuse_mark(document);
	buf_add(&document->parts[part], buf_text(&document->scan.text), document->scan.text.len);
	return ST_OK;
}

static enum status read_fact_member(struct document *document)
{
	const char *name = buf_text(&document->scan.text);

	for (size_t part = 0; part < DOCUMENT_PARTS; part++)
		if (strcmp(name, document_parts[part]) == 0)
			return read_part(document, part);
	return strcmp(name, "body") == 0 ? read_body(document) : refuse_name(document, name);
}

static bool read_hash(const char *hex, uint64_t *ret_hash)
{
	uint64_t hash = 0;

	if (strlen(hex) != DOCUMENT_SUM_LEN || strspn(hex, "0123456789abcdef") != DOCUMENT_SUM_LEN)
		return false;
	for (; *hex; hex++)
		hash = hash << 4 | (uint64_t)(*hex <= '9' ? *hex - '0' : *hex - 'a' + 10);
	*ret_hash = hash;
	return true;
}

static enum status put_fact(struct document *document)
{
	const struct buf *parts = document->parts;
	struct stamp stamp;
	uint64_t hash;

	if (!read_hash(buf_text(&parts[DOCUMENT_HASH]), &hash) || !stamp_of_hex(buf_text(&parts[DOCUMENT_STAMP]), &stamp) ||
	    fact_hash(buf_text(&document->body), document->body.len) != (int64_t)hash)
		return refuse_change(document);
	for (size_t part = 0; part < DOCUMENT_PARTS; part++)
		document->sum = hash_bytes(document->sum, buf_text(&parts[part]), parts[part].len + 1);
	sqlite3_bind_blob(document->put, 1, stamp.bytes, STAMP_LEN, SQLITE_TRANSIENT);
	sqlite3_bind_text(document->put, 2, buf_text(&parts[DOCUMENT_WORKSHOP]), -1, SQLITE_STATIC);
	sqlite3_bind_text(document->put, 3, buf_text(&parts[DOCUMENT_ENTITY]), -1, SQLITE_STATIC);
	sqlite3_bind_text(document->put, 4, buf_text(&parts[DOCUMENT_KIND]), -1, SQLITE_STATIC);
	sqlite3_bind_text(document->put, 5, buf_text(&document->body), -1, SQLITE_STATIC);
	sqlite3_bind_int64(document->put, 6, (int64_t)hash);
	sqlite3_bind_int64(document->put, 7, 0);
	int rc = sqlite3_step(document->put);
	return source_fault(document->source, sql_end(document->put, rc), document->fault);
}

static void forget_fact(struct document *document)
{
	for (size_t part = 0; part < DOCUMENT_PARTS; part++) {
		buf_clear(&document->parts[part]);
		document->has_part[part] = false;
	}
	buf_clear(&document->body);
	document->has_body = false;
}

static enum status read_fact(struct document *document)
{
	enum status st = ST_OK;
	enum json_mark mark = JSON_OBJECT;

	forget_fact(document);
	while (st == ST_OK && (mark = json_scan_next(&document->scan)) == JSON_NAME)
		st = read_fact_member(document);
	if (st == ST_OK && mark != JSON_OBJECT_END)
		st = refuse_mark(document);
	return st == ST_OK ? put_fact(document) : st;
}

/* --- the whole ---------------------------------------------------------------------------------------------------------- */

static enum status read_facts(struct document *document)
{
	enum status st = document->has_facts ? refuse_mark(document) : expect(document, JSON_ARRAY);
	enum json_mark mark = JSON_ARRAY;

	document->has_facts = true;
	while (st == ST_OK && (mark = json_scan_next(&document->scan)) == JSON_OBJECT)
		st = read_fact(document);
	return st == ST_OK && mark != JSON_ARRAY_END ? refuse_mark(document) : st;
}

static enum status read_format(struct document *document)
{
	document->has_format = true;
	if (json_scan_next(&document->scan) == JSON_TEXT && strcmp(buf_text(&document->scan.text), DOCUMENT_FORMAT) == 0)
		return ST_OK;
	return document->scan.last < JSON_END ? refuse_json(document) : refuse_mark(document);
}

static enum status read_sum(struct document *document)
{
	enum status st = expect(document, JSON_TEXT);

	return st == ST_OK && !read_hash(buf_text(&document->scan.text), &document->wanted) ? refuse_mark(document) : st;
}

static enum status check_not_newer(struct document *document, int64_t known)
{
	enum status st = expect(document, JSON_NUMBER);

	if (st == ST_OK && strtoll(buf_text(&document->scan.text), NULL, 10) > known)
		st = schema_check_kinship(KINSHIP_NEWER, document->source->path, document->fault);
	return st;
}

static bool is_list(const char *name)
{
	for (size_t i = 0; i < ENTITY_COUNT; i++)
		if (strcmp(name, entity_infos[i].plural) == 0)
			return true;
	return false;
}

/* The lists of rows are for other readers: they follow from the facts. */
static enum status read_member(struct document *document)
{
	const char *name = buf_text(&document->scan.text);

	if (strcmp(name, "format") == 0)
		return read_format(document);
	if (strcmp(name, "version") == 0)
		return check_not_newer(document, DOCUMENT_VERSION);
	if (strcmp(name, "schema") == 0)
		return check_not_newer(document, SCHEMA_VERSION);
	if (strcmp(name, "facts") == 0)
		return read_facts(document);
	if (strcmp(name, "sum") == 0)
		return read_sum(document);
	if (!is_list(name))
		return document->has_format ? refuse_name(document, name) : refuse_json(document);
	json_scan_next(&document->scan);
	return json_scan_skip(&document->scan) < JSON_END ? ST_OK : refuse_mark(document);
}

static enum status read_whole(struct document *document)
{
	enum json_mark mark = json_scan_next(&document->scan);
	enum status st = ST_OK;

	if (mark == JSON_ARRAY)
		return refuse_json(document);
	if (mark != JSON_OBJECT)
		return source_is_none(document->source, document->fault);
	while (st == ST_OK && (mark = json_scan_next(&document->scan)) == JSON_NAME)
		st = read_member(document);
	if (st == ST_OK && (mark != JSON_OBJECT_END || json_scan_next(&document->scan) != JSON_END))
		st = refuse_mark(document);
	if (st == ST_OK && !(document->has_format && document->has_facts))
		return refuse_json(document);
	return st == ST_OK && document->sum != document->wanted ? refuse_change(document) : st;
}

enum status document_open(struct source *source, struct fault *fault)
{
	struct document document = { .source = source, .fault = fault, .sum = HASH_START };
	struct buf bytes = { 0 };
	enum status st = file_read(source->place, (size_t)DOCUMENT_MAX_MB << 20, &bytes, fault);

	if (st == ST_OK)
		st = source_fault(source, source_in_memory(source, &document.put), fault);
	document.scan = json_scan_of(buf_text(&bytes), bytes.len);
	if (st == ST_OK)
		st = read_whole(&document);
	sqlite3_finalize(document.put);
	for (size_t part = 0; part < DOCUMENT_PARTS; part++)
		buf_done(&document.parts[part]);
	buf_done(&document.body);
	json_scan_done(&document.scan);
	buf_done(&bytes);
	return st;
}
