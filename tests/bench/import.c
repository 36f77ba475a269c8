/* import.c - a municipality's list of 100,000 services becomes cards, from the text of its file to the disk, beside one bare INSERT
 * of the same cells into a table with the same care. The two take turns. Argument: how many rows. */
#include "rig.h"

#include "exchange/csv.h"
#include "exchange/import.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROUNDS = 5, COLUMNS = 12 };

static void must(bool well, const char *what)
{
	if (well)
		return;
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

static void write_file(struct buf *out, size_t rows)
{
	buf_add_text(out, "名称,名称_カナ,種別,地区,できること,住所,電話番号,いつ,URL,団体名,緯度,経度\n");
	for (size_t i = 0; i < rows; i++)
		buf_addf(out,
			 "つむぎ施設%zu,ツムギシセツ%zu,サービス,つむぎ市%zu,訪問介護%zu,つむぎ市川端%zu-%zu,000-%04zu-%04zu,"
			 "\"月,火,水\",https://example.jp/%zu,社会福祉法人つむぎ%zu,35.%04zu,135.%04zu\n",
			 i, i, i % 97, i % 13, i % 500, i % 30, i % 10000, i % 9999, i, i % 300, i % 9999, i % 9998);
}

static int64_t import_us(const char *path, const struct buf *text, size_t wanted)
{
	struct store *store = NULL;
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { "" };

	unlink(path);
	must(store_open(path, STORE_WRITE, &env_system, &store, &fault) == ST_OK, fault.text);
	int64_t start_us = rig_now_us();
	must(store_load(store, "", store_reach_all, &book, &fault) == ST_OK, fault.text);
	must(import_rows(buf_text(text), text->len, ENTITY_card, &book, &(struct import_options){ 0 }, &env_system, &batch, &result,
			 &fault) == ST_OK,
	     fault.text);
	must(store_append(store, &batch, &fault) == ST_OK, fault.text);
	int64_t took_us = rig_now_us() - start_us;
	must(result.added == wanted, "not all rows became cards");
	import_result_done(&result);
	batch_done(&batch);
	workbook_done(&book);
	store_close(store);
	return took_us;
}

static sqlite3_stmt *bare_table(sqlite3 *db)
{
	sqlite3_stmt *insert = NULL;

	sqlite3_exec(db,
		     "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;"
		     "CREATE TABLE card (id TEXT PRIMARY KEY, a, b, c, d, e, f, g, h, i, j, k, l) WITHOUT ROWID; BEGIN IMMEDIATE",
		     NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO card VALUES (hex(randomblob(8)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL);
	return insert;
}

static int64_t bare_us(const char *path, const struct buf *text)
{
	sqlite3 *db = NULL;
	struct csv csv = { 0 };
	struct fault fault = { "" };

	unlink(path);
	must(csv_parse(buf_text(text), text->len, ',', &csv, &fault) == ST_OK, fault.text);
	sqlite3_open(path, &db);
	int64_t start_us = rig_now_us();
	sqlite3_stmt *insert = bare_table(db);
	for (size_t at = 1; at < csv.rows_len; at++) {
		for (int i = 0; i < COLUMNS; i++)
			sqlite3_bind_text(insert, i + 1, csv_cell(&csv, at, (size_t)i), -1, SQLITE_STATIC);
		must(sqlite3_step(insert) == SQLITE_DONE, "no bare row");
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	must(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, "no bare commit");
	int64_t took_us = rig_now_us() - start_us;
	sqlite3_close(db);
	csv_done(&csv);
	return took_us;
}

int main(int argc, char **argv)
{
	size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
	int64_t imported[ROUNDS], bare[ROUNDS];
	char full[160], plain[160];
	struct buf text = { 0 };
	struct rig rig;

	rig_open(&rig, 0);
	snprintf(full, sizeof full, "%s/cards.db", rig.folder);
	snprintf(plain, sizeof plain, "%s/plain.db", rig.folder);
	write_file(&text, rows);
	for (int i = 0; i < ROUNDS; i++) {
		bare[i] = bare_us(plain, &text);
		imported[i] = import_us(full, &text, rows);
	}
	double import_median = rig_quantile(imported, ROUNDS, 0.5), bare_median = rig_quantile(bare, ROUNDS, 0.5);
	printf("an import of %zu cards: %.2f s, bare rows %.2f s, ratio %.1f\n", rows, import_median / 1e6, bare_median / 1e6,
	       import_median / bare_median);
	buf_done(&text);
	rig_close(&rig);
	return 0;
}
