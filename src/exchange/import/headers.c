#include "headers.h"

#include "base/mem.h"

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
	{ FIELD_invitation_role, "役割", "" },
	{ FIELD_invitation_status, "出欠", "参加|お返事" },
	{ FIELD_invitation_invited_by, "声かけ", "お声かけ|声をかけた人|紹介者" },
	{ FIELD_invitation_asked_on, "声かけ日", "お声かけ日|依頼日" },
	{ FIELD_invitation_next_on, "次の連絡", "次の連絡日|次回連絡" },
	{ FIELD_invitation_presence, "来場", "受付|当日" },
	{ FIELD_invitation_consent_contact, "連絡先交換", "連絡先交換の同意|連絡先の交換" },
	{ FIELD_invitation_consent_photo, "写真", "写真の同意|撮影の同意|写真撮影" },
	{ FIELD_invitation_remark, "声かけメモ", "お声かけメモ" },
	{ FIELD_card_number, "番号", "カード番号|カードNo" },
	{ FIELD_card_name, "名前", "名称|施設名|施設名称|介護サービス事業所名称|事業所名|事業所の名称|学校名" },
	{ FIELD_card_kana, "ふりがな",
	  "カナ|よみ|読み|名称カナ|施設名カナ|施設名称カナ|介護サービス事業所名称カナ|事業所名カナ|事業所の名称カナ|学校名カナ" },
	{ FIELD_card_kind, "種別", "種類" },
	{ FIELD_card_formality, "区分", "フォーマル・インフォーマル" },
	{ FIELD_card_strength, "得意なこと", "得意" },
	{ FIELD_card_offers, "できること", "内容|実施サービス|サービスの種類|サービス種別|医療機関の種類|説明" },
	{ FIELD_card_area, "地区", "地域|圏域|市区町村名|地方公共団体名" },
	{ FIELD_card_eligibility, "対象", "対象者|利用できる人|受入年齢" },
	{ FIELD_card_cost, "費用", "料金" },
	{ FIELD_card_address, "住所", "所在地|所在地連結表記|所在地連結標記|施設住所" },
	{ FIELD_card_phone, "電話", "電話番号|TEL|事業所電話番号|施設電話番号|連絡先電話番号" },
	{ FIELD_card_schedule, "いつ", "日時|開催日時|利用可能曜日|営業日|診療曜日" },
	{ FIELD_card_url, "URL", "ホームページ|事業所URL" },
	{ FIELD_card_organization, "団体名", "運営|運営団体|法人の名称|法人名" },
	{ FIELD_card_state, "状態", "" },
	{ FIELD_card_verified_on, "最終確認日", "確認日" },
	{ FIELD_card_source_said, "出典の控え", "" },
	{ FIELD_card_consent, "本人の同意", "同意|掲載同意|掲載の同意" },
	{ FIELD_card_source, "出典", "情報源" },
	{ FIELD_card_note, "備考", "メモ" },
	{ FIELD_card_source_key, "出典での識別", "" },
	{ FIELD_card_extra, "その他の項目", "" },
	{ FIELD_card_hsds_id, "HSDSのid", "" },
};

static const struct label *label_of(enum field field)
{
	for (size_t i = 0; i < COUNT(labels); i++) {
		if (labels[i].field == field)
			return &labels[i];
	}
	return NULL;
}

const char *headers_label(enum field field)
{
	const struct label *label = label_of(field);

	return label ? label->label : NULL;
}

const char *headers_others(enum field field)
{
	const struct label *label = label_of(field);

	return label ? label->others : "";
}

const struct chain headers_chains[] = {
	{ FIELD_card_address,
	  { { "所在地都道府県", "", "" },
	    { "所在地市区町村", "", "" },
	    { "所在地町字", "", "" },
	    { "所在地番地以下", "", "" } } },
	{ FIELD_card_address, { { "事業所住所(市区町村)", "", "" }, { "事業所住所(番地以降)", "", "" } } },
	{ FIELD_card_schedule,
	  { { "利用可能な時間帯(平日)", " ", "平日 " },
	    { "利用可能な時間帯(土曜)", " ", "土曜 " },
	    { "利用可能な時間帯(日曜)", " ", "日曜 " },
	    { "利用可能な時間帯(祝日)", " ", "祝日 " } } },
};
const size_t headers_chains_len = COUNT(headers_chains);

const struct chain headers_tails[] = {
	{ FIELD_card_offers, { { "診療科目", " ", "" } } },
	{ FIELD_card_address, { { "方書|方書(ビル名等)|建物名等(方書)|施設方書", " ", "" } } },
	{ FIELD_card_phone, { { "内線番号", " ", "内線" } } },
	{ FIELD_card_schedule,
	  { { "開始時間|診療開始時間", " ", "" },
	    { "終了時間|診療終了時間", "–", "" },
	    { "利用可能日時特記事項|利用可能曜日特記事項|利用可能曜日特記事項(留意事項)|利用可能時間特記事項|留意事項", " ", "" },
	    { "定休日", " ", "休み " } } },
};
const size_t headers_tails_len = COUNT(headers_tails);

const struct dataset datasets[] = {
	{ "サービス種別", "障害福祉サービス等情報公表", NULL, CARD_KIND_SERVICE },
	{ "介護サービス事業所名称|実施サービス|サービスの種類", "介護サービス事業所一覧", NULL, CARD_KIND_SERVICE },
	{ "医療機関の種類|診療科目", "医療機関一覧", NULL, CARD_KIND_SERVICE },
	{ "認可等年月日|一時預かりの有無|受入年齢", "子育て施設一覧", "種別", CARD_KIND_PLACE },
	{ "POIコード|バリアフリー情報", "公共施設一覧", NULL, CARD_KIND_PLACE },
	{ "都道府県コード又は市区町村コード|都道府県コード又は市町村コード|全国地方公共団体コード", "自治体オープンデータ", NULL,
	  CARD_KIND_UNSAID },
};
const size_t datasets_len = COUNT(datasets);

const char headers_office[] = "事業所番号";
