#include "columns.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "span.h"
#include "text/fold.h"

#include <string.h>

/* The Japanese header of a field as we write it, and others that people and municipal data sets use (推奨データセット,
 * 自治体標準オープンデータセット), the likelier first. No word stands for two fields of one entity. */
static const struct label {
	enum field field;
	const char *label, *others;
} labels[] = {
	{ FIELD_person_name, "名前", "氏名|お名前|参加者名" },
	{ FIELD_person_kana, "ふりがな", "カナ|よみ|読み|氏名カナ|名前カナ" },
	{ FIELD_person_affiliation, "所属", "所属先|所属団体" },
	{ FIELD_person_occupation, "職種", "職業|肩書き" },
	{ FIELD_person_stance, "立場", "" },
	{ FIELD_person_field, "分野", "" },
	{ FIELD_person_area, "地域", "地区" },
	{ FIELD_person_role, "役割", "" },
	{ FIELD_person_status, "出欠", "参加|お返事" },
	{ FIELD_person_invited_by, "声かけ", "お声かけ|声をかけた人|紹介者" },
	{ FIELD_person_consent_contact, "連絡先交換", "連絡先交換の同意|連絡先の交換" },
	{ FIELD_person_note, "備考", "メモ" },
	{ FIELD_card_number, "番号", "カード番号|カードNo" },
	{ FIELD_card_name, "名前", "名称|施設名|施設名称|介護サービス事業所名称|事業所名|事業所の名称|学校名" },
	{ FIELD_card_kana, "ふりがな", "カナ|よみ|読み|名称カナ|事業所名カナ" },
	{ FIELD_card_kind, "種別", "種類" },
	{ FIELD_card_formality, "区分", "フォーマル・インフォーマル" },
	{ FIELD_card_strength, "得意なこと", "得意" },
	{ FIELD_card_offers, "できること", "内容|実施サービス|サービスの種類|サービス種別" },
	{ FIELD_card_area, "地区", "地域|圏域" },
	{ FIELD_card_eligibility, "対象", "対象者|利用できる人" },
	{ FIELD_card_cost, "費用", "料金" },
	{ FIELD_card_address, "住所", "所在地|所在地連結表記" },
	{ FIELD_card_phone, "電話", "電話番号|TEL|事業所電話番号|連絡先電話番号" },
	{ FIELD_card_schedule, "いつ", "日時|開催日時|利用可能曜日|営業日|診療曜日" },
	{ FIELD_card_url, "URL", "ホームページ" },
	{ FIELD_card_organization, "団体名", "運営|運営団体|法人の名称|法人名" },
	{ FIELD_card_state, "状態", "" },
	{ FIELD_card_verified_on, "最終確認日", "確認日" },
	{ FIELD_card_source, "出典", "情報源" },
	{ FIELD_card_note, "備考", "メモ|利用可能日時特記事項" },
};

/* What is being looked through, and with what. */
struct finder {
	const struct csv *csv;
	const struct entity_info *info;
	const char **keys; /* of the headers */
	size_t len;
	struct arena *arena;
	struct fault *fault;
};

static const struct label *label_of(enum field field)
{
	for (size_t i = 0; i < COUNT(labels); i++) {
		if (labels[i].field == field)
			return &labels[i];
	}
	return NULL;
}

const char *import_label(const struct field_info *field)
{
	const struct label *label = label_of(field->field);

	return label ? label->label : field->name;
}

/* "Invited by", "invited_by" and full-width ＩＮＶＩＴＥＤ－ＢＹ are one header. */
static const char *key_of(struct arena *arena, struct span header)
{
	struct buf folded = { 0 }, key = { 0 };

	text_fold(&folded, header.at, header.len);
	for (size_t i = 0; i < folded.len; i++) {
		if (!strchr(" _-", folded.bytes[i]))
			buf_add_char(&key, folded.bytes[i]);
	}
	const char *copy = arena_copy(arena, buf_text(&key));
	buf_done(&folded);
	buf_done(&key);
	return copy;
}

/* The next of a field's headers, best first: its name, our label, the others. `at` counts them from 0. */
static bool header_of(const struct field_info *field, size_t at, struct span *ret_header)
{
	static const char *const bar[] = { "|" };
	const struct label *label = label_of(field->field);
	struct span others = span_of(label ? label->others : "");

	if (at < 2) {
		*ret_header = span_of(at == 0 ? field->name : import_label(field));
		return true;
	}
	for (; at >= 2; at--) {
		if (!span_take_part(&others, bar, COUNT(bar), ret_header))
			return false;
	}
	return true;
}

/* How many columns bear the header; *ret_column is the first of them. */
static size_t columns_under(const struct finder *finder, struct span header, size_t *ret_column)
{
	const char *key = key_of(finder->arena, header);
	size_t found = 0;

	for (size_t column = finder->len; column-- > 0;) {
		if (!key[0] || strcmp(finder->keys[column], key) != 0)
			continue;
		*ret_column = column;
		found++;
	}
	return found;
}

static struct span header_at(const struct finder *finder, size_t column)
{
	return span_trim(span_of(csv_cell(finder->csv, 0, column)));
}

static enum status two_columns(const struct finder *finder, size_t column)
{
	return fault_set(finder->fault, ST_INVALID, _("Two columns are headed “%s”: rename or remove one of them."),
			 span_excerpt(header_at(finder, column)).text);
}

/* As many as a sentence can hold. */
static void add_headers(const struct finder *finder, struct buf *out)
{
	enum { ENOUGH_BYTES = 400 };

	for (size_t column = 0; column < finder->len && out->len < ENOUGH_BYTES; column++) {
		struct span header = header_at(finder, column);
		if (header.len > 0)
			buf_addf(out, "%s“%s”", out->len ? ", " : "", span_excerpt(header).text);
	}
}

static enum status find_field(const struct finder *finder, const char *words, size_t *ret_at)
{
	const char *key = key_of(finder->arena, span_of(words));
	struct buf names = { 0 };
	struct span header;

	for (size_t i = 0; i < finder->info->fields_len; i++) {
		const struct field_info *field = &finder->info->fields[i];
		for (size_t at = 0; header_of(field, at, &header); at++) {
			if (strcmp(key_of(finder->arena, header), key) != 0)
				continue;
			*ret_at = i;
			buf_done(&names);
			return ST_OK;
		}
		buf_addf(&names, "%s%s", i ? ", " : "", field->name);
	}
	fault_set(finder->fault, ST_INVALID, _("--map: there is no field “%s”; there are: %s."), words,
		  buf_text(&names));
	buf_done(&names);
	return ST_INVALID;
}

static enum status use_map(const struct finder *finder, const struct import_map *map, struct columns *columns)
{
	size_t field = 0, column = 0;
	struct buf headers = { 0 };
	enum status st = find_field(finder, map->field, &field);

	if (st != ST_OK)
		return st;
	size_t found = columns_under(finder, span_of(map->column), &column);
	if (found == 1) {
		columns->of_field[field] = column;
		return ST_OK;
	}
	if (found > 1)
		return two_columns(finder, column);
	add_headers(finder, &headers);
	fault_set(finder->fault, ST_INVALID, _("--map: the file has no column “%s”; it has: %s."), map->column,
		  buf_text(&headers));
	buf_done(&headers);
	return ST_INVALID;
}

static bool is_used(const struct finder *finder, const struct columns *columns, size_t column)
{
	for (size_t i = 0; i < finder->info->fields_len; i++) {
		if (columns->of_field[i] == column)
			return true;
	}
	return false;
}

static enum status find_column(const struct finder *finder, size_t field, struct columns *columns)
{
	struct span header;
	size_t column;

	for (size_t at = 0; header_of(&finder->info->fields[field], at, &header); at++) {
		size_t found = columns_under(finder, header, &column);
		if (found == 0 || is_used(finder, columns, column))
			continue;
		if (found > 1)
			return two_columns(finder, column);
		columns->of_field[field] = column;
		return ST_OK;
	}
	return ST_OK;
}

static enum status check_name(const struct finder *finder, const struct columns *columns)
{
	struct buf headers = { 0 };

	for (size_t i = 0; i < finder->info->fields_len; i++) {
		if (strcmp(finder->info->fields[i].name, "name") == 0 && columns->of_field[i] != NO_COLUMN)
			return ST_OK;
	}
	add_headers(finder, &headers);
	fault_set(finder->fault, ST_INVALID,
		  _("No column is headed “name” or “名前”; row %zu has: %s. Say which it is with --map name=COLUMN."),
		  finder->csv->rows[0].number, buf_text(&headers));
	buf_done(&headers);
	return ST_INVALID;
}

static void note_passed_over(const struct finder *finder, struct columns *columns)
{
	columns->passed_over = arena_new(finder->arena, finder->len, sizeof *columns->passed_over);
	for (size_t column = 0; column < finder->len; column++) {
		struct span header = header_at(finder, column);
		if (header.len > 0 && !is_used(finder, columns, column))
			columns->passed_over[columns->passed_over_len++] = span_copy_line(finder->arena, header);
	}
}

static enum status find_all(const struct finder *finder, const struct import_options *options, struct columns *columns)
{
	enum status st = ST_OK;

	for (size_t i = 0; st == ST_OK && i < options->maps_len; i++)
		st = use_map(finder, &options->maps[i], columns);
	for (size_t i = 0; st == ST_OK && i < finder->info->fields_len; i++) {
		if (columns->of_field[i] == NO_COLUMN)
			st = find_column(finder, i, columns);
	}
	return st == ST_OK ? check_name(finder, columns) : st;
}

enum status columns_find(const struct csv *csv, const struct entity_info *info, const struct import_options *options,
			 struct arena *arena, struct columns *ret_columns, struct fault *fault)
{
	struct finder finder = { .csv = csv, .info = info, .arena = arena, .fault = fault };
	struct columns columns = { .of_field = arena_new(arena, info->fields_len, sizeof *columns.of_field) };

	if (csv->rows_len == 0)
		return fault_set(fault, ST_INVALID,
				 _("The file is empty: its first row must say what the columns are."));
	finder.len = csv->rows[0].len;
	finder.keys = arena_new(arena, finder.len, sizeof *finder.keys);
	for (size_t column = 0; column < finder.len; column++)
		finder.keys[column] = key_of(arena, header_at(&finder, column));
	for (size_t i = 0; i < info->fields_len; i++)
		columns.of_field[i] = NO_COLUMN;

	enum status st = find_all(&finder, options, &columns);
	if (st != ST_OK)
		return st;
	note_passed_over(&finder, &columns);
	*ret_columns = columns;
	return ST_OK;
}
