#include "store/document.h"

#include "base/mem.h"
#include "inside.h"
#include "merge_parts.h"
#include "schema.h"
#include "text/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* As rows are read for what goes out (load.c): a person's card with their consent only, and what is sealed once it is open. ?1 the
 * workshop, ?2 the ids of those where that is so, ?3 whether to read what stays here. */
static const char withheld_sql[] = "(fact.kind IN (%s) AND NOT instr(?2, fact.workshop))"
				   " OR EXISTS (SELECT 1 FROM card WHERE card.id = fact.entity AND card.kind = '%s' AND card.consent <> 1)";

const char *const document_parts[DOCUMENT_PARTS] = { "stamp", "workshop", "entity", "kind", "hash" };

static void hash_to_hex(uint64_t hash, char ret_hex[DOCUMENT_SUM_LEN + 1])
{
	snprintf(ret_hex, DOCUMENT_SUM_LEN + 1, "%016" PRIx64, hash);
}

void document_sum(const struct document_facts *facts, char ret_sum[DOCUMENT_SUM_LEN + 1])
{
	hash_to_hex(facts->sum, ret_sum);
}

int64_t document_schema(void)
{
	return SCHEMA_VERSION;
}

static bool is_sealed(const struct entity_info *info)
{
	for (size_t i = 0; i < info->fields_len; i++)
		if (info->fields[i].reach == REACH_SEALED)
			return true;
	return false;
}

static void add_condition(struct buf *sql)
{
	struct buf kinds = { 0 };

	for (size_t i = 0; i < ENTITY_COUNT; i++)
		if (is_sealed(&entity_infos[i]))
			buf_addf(&kinds, "%s'%s'", kinds.len ? ", " : "", entity_infos[i].name);
	buf_addf(sql, withheld_sql, buf_text(&kinds), code_text(&codes_card_kind, CARD_KIND_PERSON));
	buf_done(&kinds);
}

static int prepare(struct store *store, const char *columns, const char *end, const char *workshop, const char *unsealed, bool withheld,
		   sqlite3_stmt **ret_stmt)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "SELECT %s FROM fact WHERE workshop IS ifnull(?1, workshop) AND erased = 0 AND (", columns);
	add_condition(&sql);
	buf_addf(&sql, ") = ?3 %s", end);
	int rc = sqlite3_prepare_v2(store->main.db, buf_text(&sql), -1, ret_stmt, NULL);
	buf_done(&sql);
	if (rc == SQLITE_OK && workshop)
		rc = sqlite3_bind_text(*ret_stmt, 1, workshop, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(*ret_stmt, 2, unsealed, -1, SQLITE_STATIC);
	return rc == SQLITE_OK ? sqlite3_bind_int(*ret_stmt, 3, withheld) : rc;
}

/* Beyond 16 bits a code point is written as two halves. */
static void add_unit(struct buf *out, int32_t code_point)
{
	if (code_point < 0x10000) {
		buf_addf(out, "\\u%04x", (unsigned)code_point);
		return;
	}
	code_point -= 0x10000;
	buf_addf(out, "\\u%04x\\u%04x", 0xD800u + (unsigned)(code_point >> 10), 0xDC00u + (unsigned)(code_point & 0x3FF));
}

/* A body is JSON already. What may not be sent anywhere is in no body of ours, but perhaps in a stranger's. */
static void add_body(struct buf *out, const char *body, size_t len)
{
	const char *at = body, *end = body + len;

	if (text_is_clean(body, len, false)) {
		buf_add(out, body, len);
		return;
	}
	while (at < end) {
		int32_t code_point = text_next_code_point(&at, end);
		if (code_point >= ' ' && code_point < 0x7F)
			buf_add_char(out, (char)code_point);
		else
			add_unit(out, code_point < 0 ? 0xFFFD : code_point);
	}
}

enum { EACH_STAMP, EACH_WORKSHOP, EACH_ENTITY, EACH_KIND, EACH_HASH, EACH_BODY };
static const char each[] = "stamp, workshop, entity, kind, hash, body";

static bool is_word(const char *text)
{
	return !text[strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789")];
}

/* What a stranger put into the log is not passed on: no merge would take it in. */
static bool is_ours(sqlite3_stmt *stmt, struct stamp *ret_stamp)
{
	const char *body = sql_text(stmt, EACH_BODY);
	size_t len = (size_t)sqlite3_column_bytes(stmt, EACH_BODY);

	return sql_stamp(stmt, EACH_STAMP, ret_stamp) && is_word(sql_text(stmt, EACH_WORKSHOP)) &&
	       is_word(sql_text(stmt, EACH_ENTITY)) && is_word(sql_text(stmt, EACH_KIND)) && body_is_ours(body, len) &&
	       fact_hash(body, len) == sqlite3_column_int64(stmt, EACH_HASH);
}

static void add_fact(struct buf *out, uint64_t *sum, sqlite3_stmt *stmt)
{
	char hex[STAMP_HEX_LEN + 1], hash[DOCUMENT_SUM_LEN + 1];
	const char *parts[DOCUMENT_PARTS] = { hex, sql_text(stmt, EACH_WORKSHOP), sql_text(stmt, EACH_ENTITY), sql_text(stmt, EACH_KIND),
					      hash };
	struct stamp stamp;

	if (!is_ours(stmt, &stamp))
		return;
	stamp_to_hex(stamp, hex);
	hash_to_hex((uint64_t)sqlite3_column_int64(stmt, EACH_HASH), hash);
	buf_addf(out, "%s\n    {", out->bytes[out->len - 1] == '[' ? "" : ",");
	for (size_t i = 0; i < DOCUMENT_PARTS; i++) {
		buf_addf(out, "\"%s\":\"%s\",", document_parts[i], parts[i]);
		*sum = hash_bytes(*sum, parts[i], strlen(parts[i]) + 1);
	}
	buf_add_text(out, "\"body\":");
	add_body(out, sql_text(stmt, EACH_BODY), (size_t)sqlite3_column_bytes(stmt, EACH_BODY));
	buf_add_char(out, '}');
}

static int add_facts(struct store *store, const char *workshop, const char *unsealed, struct buf *out, uint64_t *sum)
{
	sqlite3_stmt *stmt = NULL;
	int rc = prepare(store, each, "ORDER BY seq", workshop, unsealed, false, &stmt);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		add_fact(out, sum, stmt);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(stmt);
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int count_withheld(struct store *store, const char *workshop, const char *unsealed, struct document_facts *facts)
{
	sqlite3_stmt *stmt = NULL;
	int rc = prepare(store, "count(DISTINCT entity), count(DISTINCT iif(kind = 'card', entity, NULL))", "", workshop, unsealed, true,
			 &stmt);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		facts->cards += (size_t)sqlite3_column_int64(stmt, 1);
		facts->letters += (size_t)(sqlite3_column_int64(stmt, 0) - sqlite3_column_int64(stmt, 1));
		rc = SQLITE_OK;
	}
	sqlite3_finalize(stmt);
	return rc;
}

enum status document_add_facts(struct store *store, const char *workshop, const char *unsealed, struct buf *out,
			       struct document_facts *facts, struct fault *fault)
{
	int rc = add_facts(store, workshop, unsealed, out, &facts->sum);

	if (rc == SQLITE_OK)
		rc = count_withheld(store, workshop, unsealed, facts);
	return store_fault(store, rc, fault);
}
