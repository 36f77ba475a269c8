#include "fixture.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS_MAX = 64, OFFERS_MAX = 64 };

const char fixture_case[] =
	"川端地区の古い家に、カズさん(仮名・52歳)は母のハルさん(仮名・81歳)と暮らしている。\n"
	"印刷の仕事を二十年続けたが、会社がなくなり、次の仕事を三度辞めたあと、家を出なくなって九年になる。\n"
	"昼は雨戸を閉め、夜中に一度だけ、歩いて十五分のコンビニへ行く。レジの人に会釈はする。\n"
	"得意なのは古いラジオの修理。電源を入れて声が聞こえた瞬間が好きだ、と以前は話していた。\n"
	"家計はハルさんの年金だけ。固定資産税の封筒が、開けられないまま机に積んである。\n"
	"先月、ハルさんが台所で転び、足の付け根を骨折して入院した。\n"
	"カズさんは病院に二回電話をかけたが、名乗れずに切った。\n"
	"\n"
	"問い: だれが最初に、どんな用事で戸をたたけるでしょう。退院の日まで、あと三週間です。\n";

const char fixture_letter[] =
	"ラジオを直しました。鳴るかどうか心配で、三日置いておきました。\n"
	"取りに来てくれた人が、その場で音を出して笑いました。久しぶりに、お茶を出しました。\n"
	"うまく話せませんでしたが、また来ると言っていました。待っています。\n";

static const struct item agenda[FIXTURE_ITEMS] = {
	{ .title = "開会・来賓挨拶", .planned_s = 600, .room = "ようこそ。はじめる前に、となりの方と一言どうぞ。",
	  .cue = "みなさん、こんにちは。お忙しい中お集まりいただき、ありがとうございます。\n"
		 "今日は福祉、医療、行政、企業、地域の方々が、ひとつの会場にそろいました。それだけで、もう半分は成功です。" },
	{ .title = "共通認識", .planned_s = 900, .room = "この町で、いま起きていること。", .cue = "" },
	{ .title = "事例を読む", .planned_s = 600, .kind = ITEM_KIND_CASE,
	  .room = "架空の事例です。ひとりの人の暮らしとして読んでください。",
	  .cue = "これから事例を読みます。同じ町に住む、すぐそこにいる人の話として聴いてください。\n(読み終えたら、ひと呼吸おく)" },
	{ .title = "社会資源カードを選ぶ", .planned_s = 600, .kind = ITEM_KIND_TABLE, .room = "フォーマルもインフォーマルも。", .cue = "" },
	{ .title = "物語づくり", .planned_s = 1800, .kind = ITEM_KIND_TABLE,
	  .room = "だれが集まり・どう関わり・どう支えたか。\n\nきっかけは? その次は? 半年後は?",
	  .cue = "ここから30分、物語づくりの時間です。最初のきっかけから始めて、順番に場面をつないでください。\n"
		 "(10分)ひとつめの場面はできましたか。だれが、どんな用事で、最初に会いに行きましたか。\n"
		 "(20分)この人自身は、どの場面で、だれの役に立っていますか。\n"
		 "自由な発想で大丈夫です。絵に描いたような物語でなくても、いいんです。" },
	{ .title = "発表準備", .planned_s = 300, .kind = ITEM_KIND_TABLE, .room = "", .cue = "発表の方を決めてください。" },
	{ .title = "発表", .planned_s = 1440, .kind = ITEM_KIND_PRESENTATION,
	  .room = "1テーブル3分。聴く人は、つながれそうな人を探しながら。", .cue = "では、各テーブルのお話を聴かせてください。" },
	{ .title = "お手紙", .planned_s = 300, .kind = ITEM_KIND_LETTER, .room = "静かに聴く。", .cue = "" },
	{ .title = "講評・声・次回", .planned_s = 600, .room = "前と今、何が変わりましたか。", .cue = "" },
};

static const char *const table_names[FIXTURE_TABLES] = { "", "川端", "駅前と商店街", "", "", "丘の上", "みどり町", "" };

int64_t fixture_wall_ms(int64_t at_s)
{
	int64_t start_ms = 0;

	if (calendar_parse("2026-11-22 13:30", &start_ms) != ST_OK)
		abort();
	return start_ms + at_s * 1000;
}

static const char *id_of(struct arena *arena, char prefix, size_t number)
{
	char text[ID_LEN + 1];

	snprintf(text, sizeof text, "%c%03u", prefix, (unsigned)number);
	return arena_copy(arena, text);
}

static void add_agenda(struct workbook *book)
{
	struct item *items = arena_new(&book->arena, FIXTURE_ITEMS, sizeof *items);

	for (size_t i = 0; i < FIXTURE_ITEMS; i++) {
		items[i] = agenda[i];
		items[i].id = id_of(&book->arena, 'i', i);
		items[i].workshop = "w";
		items[i].pos = items[i].bells = "";
	}
	workbook_set_rows(book, ENTITY_item, items, FIXTURE_ITEMS);
}

static void add_tables(struct workbook *book)
{
	struct table *tables = arena_new(&book->arena, FIXTURE_TABLES_MAX, sizeof *tables);

	for (size_t i = 0; i < FIXTURE_TABLES_MAX; i++) {
		tables[i] = (struct table){ .id = id_of(&book->arena, 't', i + 1), .workshop = "w", .headline = "", .theme = "", .room = "" };
		tables[i].number = (int64_t)i + 1;
		tables[i].name = i < FIXTURE_TABLES ? table_names[i] : "";
	}
	workbook_set_rows(book, ENTITY_table, tables, FIXTURE_TABLES);
}

void fixture_begin(struct fixture *fixture)
{
	struct workbook *book = &fixture->book;

	*fixture = (struct fixture){ 0 };
	struct workshop *workshop = arena_new(&book->arena, 1, sizeof *workshop);
	*workshop = (struct workshop){ .id = "w", .workshop = "w", .title = "つむぎ絆サークル 第2回 物語づくりの会", .series = "" };
	workshop->template_name = workshop->venue = workshop->purpose = workshop->local_context = workshop->previous = "";
	workshop->messages = "";
	workshop->start_ms = fixture_wall_ms(0);
	workshop->hall_end_ms = fixture_wall_ms(150 * 60);
	workbook_set_rows(book, ENTITY_workshop, workshop, 1);
	add_agenda(book);
	add_tables(book);
	workbook_set_rows(book, ENTITY_run_row, arena_new(&book->arena, ROWS_MAX, sizeof(struct run_row)), 0);
}

void fixture_done(struct fixture *fixture)
{
	arena_done(&fixture->folds);
	workbook_done(&fixture->book);
}

void fixture_set_tables(struct fixture *fixture, size_t len)
{
	fixture->book.tables.len = len;
}

static const struct support supports[] = {
	{ .name = "川端三丁目 自治会", .formality = FORMALITY_INFORMAL },
	{ .name = "ひきこもり相談窓口「とびら」", .formality = FORMALITY_FORMAL },
	{ .name = "助け合い便「のせてこ」", .formality = FORMALITY_MIXED },
	{ .name = "川端地域包括支援センター", .formality = FORMALITY_FORMAL },
};

/* Table 3 has told most, table 8 nothing; in between it is as it is in a room. */
static void fill_table(struct workbook *book, size_t number)
{
	static const char *const texts[] = { "自治会の回覧板に「あります」と返事", "電器店が預かったラジオを隣の人が玄関先へ" };
	const char *table = book->tables.at[number - 1].id;
	struct storyline *storyline = &book->storylines.at[book->storylines.len++];

	*storyline = (struct storyline){ .id = id_of(&book->arena, 's', number), .workshop = "w", .table = table };
	storyline->pos = "";
	storyline->title = "こわれたラジオ、あります";
	storyline->lead_support = storyline->ending = storyline->open_questions = "";
	for (size_t i = 0; i < number % 4 + 1; i++) {
		struct step *step = &book->steps.at[book->steps.len++];
		*step = (struct step){ .id = id_of(&book->arena, 'p', 10 * number + i), .workshop = "w", .pos = "" };
		step->storyline = storyline->id;
		step->text = texts[i % 2];
		step->when_label = step->own_move = step->need = step->item = "";
		struct support *support = &book->supports.at[book->supports.len++];
		*support = supports[i];
		support->id = id_of(&book->arena, 'u', 10 * number + i);
		support->step = step->id;
		support->workshop = "w";
		support->pos = support->card = support->offer = support->who_to = "";
	}
}

static void add_offers(struct workbook *book, size_t number)
{
	for (size_t i = 0; i < number * 5 % 7; i++) {
		struct offer *offer = &book->offers.at[book->offers.len++];
		*offer = (struct offer){ .id = id_of(&book->arena, 'o', 10 * number + i), .workshop = "w", .pos = "", .merged_into = "" };
		offer->table = book->tables.at[number - 1].id;
		offer->text = "真空管、押し入れにあります";
		offer->by = offer->need = offer->item = "";
	}
}

void fixture_fill_tables(struct fixture *fixture)
{
	struct workbook *book = &fixture->book;

	book->storylines.at = arena_new(&book->arena, FIXTURE_TABLES, sizeof *book->storylines.at);
	book->steps.at = arena_new(&book->arena, 4 * FIXTURE_TABLES, sizeof *book->steps.at);
	book->supports.at = arena_new(&book->arena, 4 * FIXTURE_TABLES, sizeof *book->supports.at);
	book->offers.at = arena_new(&book->arena, OFFERS_MAX, sizeof *book->offers.at);
	for (size_t number = 1; number < FIXTURE_TABLES; number++) {
		fill_table(book, number);
		add_offers(book, number);
	}
}

void fixture_press(struct fixture *fixture, int64_t at_s, enum verb verb, enum fixture_item item, int64_t ms,
		   const char *text)
{
	struct workbook *book = &fixture->book;
	struct run_row *row = &book->run_rows.at[book->run_rows.len++];

	if (book->run_rows.len > ROWS_MAX)
		abort();
	fixture->stamp = stamp_next(fixture->stamp, fixture_wall_ms(at_s), 1);
	*row = (struct run_row){ .id = id_of(&book->arena, 'r', book->run_rows.len), .workshop = "w" };
	row->born = fixture->stamp;
	row->verb = verb;
	row->item = item < FIXTURE_ITEMS ? book->items.at[item].id : "";
	row->target = verb == VERB_MESSAGE ? "" : text;
	row->text = verb == VERB_MESSAGE ? text : "";
	if (verb == VERB_TABLE_STATE)
		row->text = code_text(&codes_table_state, (unsigned)ms);
	row->ms = ms;
	row->at_ms = fixture_wall_ms(at_s);
	row->boot_ms = 1000000 + at_s * 1000;
	row->boot_id = 7;
}

void fixture_start(struct fixture *fixture, int64_t at_s, enum fixture_item item)
{
	int64_t begin_s = 0;

	for (enum fixture_item i = 0; i < item; i++) {
		fixture_press(fixture, begin_s, VERB_START, i, 0, "");
		begin_s += agenda[i].planned_s;
		fixture_press(fixture, begin_s < at_s ? begin_s : at_s, VERB_END, i, 0, "");
	}
	fixture_press(fixture, at_s, VERB_START, item, 0, "");
}

void fixture_fold(struct fixture *fixture, int64_t now_s)
{
	struct moment now = { fixture_wall_ms(now_s), 1000000 + now_s * 1000, 900000 + now_s * 1000, 7 };

	arena_done(&fixture->folds);
	run_fold(&fixture->book, now, &fixture->folds, &fixture->run);
}

void fixture_speak(const char *language)
{
	setlocale(LC_ALL, "");
	bindtextdomain("yoriai", getenv("YORIAI_PO"));
	bind_textdomain_codeset("yoriai", "UTF-8");
	textdomain("yoriai");
	i18n_use(language);
}
