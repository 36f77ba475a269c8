/* search.c - from a key typed into a search to its first hits, out of very many entries: the store beside the least that
 * could answer, a bare FTS5 table of the same pieces and the texts in a table of its own. They take turns, key by key.
 * `search N [FOLDER]`: among N entries; in a folder that is kept, what was built there is used again. */
#include "rig.h"

#include "domain/record.h"
#include "grams.h"
#include "store/search.h"
#include "text/text.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ENTRIES = 100000, AT_ONCE = 1000, WORDS = 6400, TURNS = 7, FIRST = 50, BUDGET_MS = 2, TEXT_MAX = 512, KEYS_MAX = 2000, SLOW_US = 4000 };

/* --- what is written: as many words as a language has, some said far more often than others ------------------------------- */

static const char kanji[] =
	"日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選"
	"立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七"
	"成期公持野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先"
	"共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増";
static const char *const said_often[] = {
	"会議", "記録", "事例", "支援", "家族", "本人", "学校", "方針", "子ども食堂", "見守り", "送り迎え", "通院", "付き添い",
	"民生委員", "公民館", "不登校", "保護者", "アセスメント", "カンファレンス", "ケース", "町内会", "放課後", "相談", "訪問",
};
static const char *const joints[] = { "の", "を", "に", "は", "が", "で", "と", "から", "まで", "へ", "も", "や" };
static const char *const ends[] = { "話した", "確認した", "できます", "手伝えます", "続ける", "心配している", "必要だ", "声をかける" };

static char words[WORDS][16 * 3];
static double reach[WORDS]; /* the chances of all words up to this one */
static uint64_t chance = 11;

static uint64_t draw(uint64_t below)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return chance % below;
}

static void make_words(void)
{
	double sum = 0;

	for (size_t i = 0; i < WORDS; i++) {
		size_t chars = 2 + draw(5) / 3;
		for (size_t c = 0; c < chars; c++)
			strncat(words[i], kanji + 3 * draw(sizeof kanji / 3), 3);
		if (i % 9 == 0 && i / 9 < sizeof said_often / sizeof *said_often)
			strcpy(words[i], said_often[i / 9]);
		reach[i] = sum += 1 / ((double)i + 8);
	}
}

static const char *draw_word(void)
{
	double at = reach[WORDS - 1] * (double)draw(1 << 30) / (1 << 30);
	size_t from = 0, to = WORDS - 1;

	while (from < to) {
		size_t middle = (from + to) / 2;
		if (reach[middle] < at)
			from = middle + 1;
		else
			to = middle;
	}
	return words[from];
}

#define ANY(list) (list)[draw(sizeof(list) / sizeof *(list))]

static void make_text(char text[TEXT_MAX])
{
	size_t len = 0, wanted = 90 + draw(90);

	while (len < wanted) {
		len += (size_t)snprintf(text + len, TEXT_MAX - len, "%s%s", draw_word(), ANY(joints));
		len += (size_t)snprintf(text + len, TEXT_MAX - len, "%s%s%s。", draw_word(), ANY(joints), ANY(ends));
	}
}

/* --- the store and the bare table -------------------------------------------------------------------------------------------- */

struct pair {
	struct store *store;
	sqlite3 *bare;
	sqlite3_stmt *look;
};

static void must(enum status st, const struct fault *fault)
{
	if (st == ST_OK)
		return;
	fprintf(stderr, "bench: %s\n", fault->text);
	exit(1);
}

static void must_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return;
	fprintf(stderr, "bench: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static int add_piece(void *ctx, const char *piece, size_t len)
{
	buf_add(ctx, piece, len);
	buf_add_char(ctx, ' ');
	return SQLITE_OK;
}

static void insert_bare(sqlite3_stmt *row, sqlite3_stmt *pieces, int64_t line, const char *text)
{
	struct buf cut = { 0 };

	grams_each(text, strlen(text), add_piece, &cut);
	sqlite3_bind_int64(row, 1, line);
	sqlite3_bind_text(row, 2, text, -1, SQLITE_STATIC);
	sqlite3_bind_int64(pieces, 1, line);
	sqlite3_bind_text(pieces, 2, cut.bytes, (int)cut.len, SQLITE_STATIC);
	sqlite3_step(row);
	sqlite3_step(pieces);
	sqlite3_reset(row);
	sqlite3_reset(pieces);
	buf_done(&cut);
}

static void fill(struct pair *pair, const struct rig *rig, size_t entries)
{
	struct workbook book = { 0 };
	struct fault fault = { "" };
	sqlite3_stmt *row, *pieces;
	char text[TEXT_MAX];

	must(store_load(pair->store, rig->workshop, store_reach_all, &book, &fault), &fault);
	sqlite3_prepare_v2(pair->bare, "INSERT INTO log VALUES (?1, ?2)", -1, &row, NULL);
	sqlite3_prepare_v2(pair->bare, "INSERT INTO f (rowid, b) VALUES (?1, ?2)", -1, &pieces, NULL);
	must_run(pair->bare, "BEGIN");
	for (size_t written = 0; written < entries;) {
		struct batch batch = { 0 };
		struct record record = { &book, workbook_table(&book, 8), { 0 }, &env_system, &batch };
		for (size_t i = 0; i < AT_ONCE && written < entries; i++, written++) {
			make_text(text);
			record_offer(&record, &(struct offer_said){ .text = text, .scope = SCOPE_ONE });
			insert_bare(row, pieces, (int64_t)written + 1, text);
		}
		must(store_append(pair->store, &batch, &fault), &fault);
		batch_done(&batch);
	}
	must_run(pair->bare, "COMMIT; INSERT INTO f (f) VALUES ('optimize')");
	sqlite3_finalize(row);
	sqlite3_finalize(pieces);
	workbook_done(&book);
}

static void build(struct pair *pair, const struct rig *rig, size_t entries)
{
	struct fault fault = { "" };
	int64_t start_us = rig_now_us();

	must_run(pair->bare, "PRAGMA synchronous = OFF; CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, text TEXT);"
			     "CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5"
			     " (b, content = '', columnsize = 0, detail = none, tokenize = 'ascii')");
	fill(pair, rig, entries);
	int64_t filled_us = rig_now_us();
	must(index_rebuild(pair->store, &fault), &fault);
	printf("%zu entries written in %.1f s, indexed in %.1f s\n", entries, (double)(filled_us - start_us) / 1e6,
	       (double)(rig_now_us() - filled_us) / 1e6);
}

/* --- one key ------------------------------------------------------------------------------------------------------------------ */

/* What is timed: until the program goes on taking keys; until the first hits are there, or all where they are fewer; until all
 * has been looked through. */
enum timed { TIMED_WAIT, TIMED_FIRST, TIMED_END, TIMED_BARE, TIMED_COUNT };

struct answer {
	int64_t us[TIMED_COUNT];
	size_t hits;
};

static void ask_store(struct store *store, const char *query, struct answer *answer)
{
	const struct search_scope scope = { .reach = REACH_PRIVATE, .limit = FIRST };
	struct search search;
	struct fault fault = { "" };
	int64_t start_us = rig_now_us(), *us = answer->us;

	us[TIMED_WAIT] = us[TIMED_FIRST] = 0;
	search_begin(&search, store, query, &scope);
	do {
		must(search_go_on(&search, BUDGET_MS, &fault), &fault);
		us[TIMED_END] = rig_now_us() - start_us;
		if (!us[TIMED_WAIT])
			us[TIMED_WAIT] = us[TIMED_END];
		if (!us[TIMED_FIRST] && (search.done || search.len >= FIRST))
			us[TIMED_FIRST] = us[TIMED_END];
	} while (!search.done);
	answer->hits = search.len;
	search_end(&search);
}

static void ask_pieces(struct buf *asked, const char *query)
{
	struct gram pieces[TEXT_MAX];
	size_t len = grams_of_word(query, pieces, TEXT_MAX);

	for (size_t i = 0; i < len; i++)
		buf_addf(asked, "%s\"%.*s\"", i ? " AND " : "", (int)pieces[i].len, pieces[i].at);
}

/* How many hits. */
static size_t ask_bare(sqlite3_stmt *look, const char *query, int64_t *ret_us)
{
	struct buf asked = { 0 };
	int64_t start_us = rig_now_us();
	size_t hits = 0;

	ask_pieces(&asked, query);
	sqlite3_bind_text(look, 1, asked.bytes, (int)asked.len, SQLITE_STATIC);
	sqlite3_bind_text(look, 2, query, -1, SQLITE_STATIC);
	while (sqlite3_step(look) == SQLITE_ROW)
		hits++;
	sqlite3_reset(look);
	*ret_us = rig_now_us() - start_us;
	buf_done(&asked);
	return hits;
}

/* --- all keys ----------------------------------------------------------------------------------------------------------------- */

/* Of each key its first turn, as a person meets it; and the best of all its turns, since other programs only make it slower. */
struct figures {
	int64_t once[TIMED_COUNT][KEYS_MAX], best[TIMED_COUNT][KEYS_MAX];
	size_t len;
};
static struct figures up_to_three, all_lengths;

static void note(struct figures *figures, const struct answer *first, const int64_t best[TIMED_COUNT])
{
	for (size_t i = 0; i < TIMED_COUNT; i++) {
		figures->once[i][figures->len] = first->us[i];
		figures->best[i][figures->len] = best[i];
	}
	figures->len++;
}

static size_t count_characters(const char *text)
{
	size_t len = 0;

	for (; *text; text++)
		len += (*text & 0xC0) != 0x80;
	return len;
}

static void press(struct pair *pair, const char *query)
{
	struct answer first = { 0 }, answer;
	int64_t best[TIMED_COUNT];

	for (int turn = 0; turn < TURNS; turn++) {
		ask_store(pair->store, query, &answer);
		size_t bare_hits = ask_bare(pair->look, query, &answer.us[TIMED_BARE]);
		if (answer.hits < bare_hits)
			printf("“%s”: %zu hits, where the bare table has %zu\n", query, answer.hits, bare_hits);
		if (turn == 0)
			first = answer;
		for (size_t i = 0; i < TIMED_COUNT; i++)
			best[i] = turn && best[i] < answer.us[i] ? best[i] : answer.us[i];
	}
	if (best[TIMED_FIRST] > SLOW_US)
		printf("“%s”: first 50 hits %.1f ms, to the end %.1f, bare %.1f\n", query, (double)best[TIMED_FIRST] / 1000,
		       (double)best[TIMED_END] / 1000, (double)best[TIMED_BARE] / 1000);
	note(&all_lengths, &first, best);
	if (count_characters(query) <= 3)
		note(&up_to_three, &first, best);
}

/* Each of its beginnings, as it is typed. */
static void type(struct pair *pair, const char *text)
{
	char query[TEXT_MAX];

	for (size_t len = 1; len <= strlen(text) && all_lengths.len < KEYS_MAX; len++) {
		if ((text[len] & 0xC0) == 0x80)
			continue;
		snprintf(query, sizeof query, "%.*s", (int)len, text);
		press(pair, query);
	}
}

static void type_all(struct pair *pair)
{
	static const char *const phrases[] = {
		"支援方針の検討", "ケースカンファレンス", "不登校の生徒", "保護者から", "の課題", "アセスメントを確認した", "子ども食堂で手伝えます",
		"見守りを声をかける", "会議の記録を確認した", "民生委員と話した。", "鬱", "ない言葉",
	};
	char text[TEXT_MAX], two[TEXT_MAX];

	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		type(pair, phrases[i]);
	for (int i = 0; i < 60; i++) {
		/* Two words beside each other that hardly ever stand so, and the middle of a text that is there. */
		snprintf(two, sizeof two, "%s%s", draw_word(), draw_word());
		type(pair, two);
		make_text(text);
		snprintf(two, sizeof two, "%.*s", 30, text + 15);
		type(pair, two);
	}
}

static void say_quantiles(const char *what, int64_t *us, size_t len)
{
	printf("  %s: p50 %.2f ms, p99 %.2f, slowest %.2f", what, rig_quantile(us, len, 0.5) / 1000, rig_quantile(us, len, 0.99) / 1000,
	       rig_quantile(us, len, 1) / 1000);
}

static void say(const char *which, struct figures *figures)
{
	static const char *const labels[TIMED_COUNT] = { "a key waits", "first 50 hits", "to the end", "bare FTS5" };

	printf("%s, %zu keys:\n", which, figures->len);
	for (size_t i = 0; i < TIMED_COUNT; i++) {
		say_quantiles(labels[i], figures->once[i], figures->len);
		say_quantiles("best of its turns", figures->best[i], figures->len);
		puts("");
	}
}

int main(int argc, char **argv)
{
	size_t entries = argc > 1 ? strtoul(argv[1], NULL, 10) : ENTRIES;
	const char *kept = argc > 2 ? argv[2] : NULL;
	struct rig rig;
	struct pair pair;
	struct fault fault = { "" };
	char path[160];

	make_words();
	if (kept)
		snprintf(rig.db, sizeof rig.db, "%s/bench.db", kept);
	bool is_there = kept && access(rig.db, R_OK) == 0;
	if (!is_there)
		rig_open(&rig, 0);
	snprintf(path, sizeof path, "%s/bare.db", is_there ? kept : rig.folder);
	sqlite3_open(path, &pair.bare);
	must(store_open(rig.db, STORE_LIVE, &env_system, &pair.store, &fault), &fault);
	if (!is_there)
		build(&pair, &rig, entries);
	sqlite3_prepare_v2(pair.bare,
			   "SELECT log.id, log.text FROM f CROSS JOIN log ON log.id = f.rowid"
			   " WHERE f MATCH ?1 AND instr(log.text, ?2) > 0 ORDER BY f.rowid DESC LIMIT 50",
			   -1, &pair.look, NULL);
	type_all(&pair);
	say("one to three characters", &up_to_three);
	say("all lengths", &all_lengths);
	sqlite3_finalize(pair.look);
	sqlite3_close(pair.bare);
	store_close(pair.store);
	if (kept && !is_there && rename(rig.folder, kept) != 0)
		perror(kept);
	else if (!kept)
		rig_close(&rig);
	return 0;
}
