#include "domain/need_match.h"

#include "base/buf.h"
#include "base/mem.h"
#include "shared_word.h"
#include "text/fold.h"

#include <stdbool.h>
#include <string.h>

/* The words by which cards speak of a category. What would suit almost any card (相談) is in none of them: it would say nothing. */
enum { WORDS_MAX = 12 };
static const struct {
	const char *category, *words[WORDS_MAX + 1];
} categories[] = {
	{ "住まい", { "住まい", "住居", "住宅", "家賃", "大家", "引っ越", "賃貸", "housing" } },
	{ "お金", { "お金", "家計", "金銭", "支払", "貸付", "税", "年金", "生活保護", "money" } },
	{ "食・家事", { "食", "弁当", "料理", "買い物", "ごみ", "掃除", "洗濯", "家事", "meals" } },
	{ "健康・医療", { "病院", "医療", "看護", "診療", "健康", "体調", "歯科", "薬局", "health" } },
	{ "こころ", { "こころ", "心理", "精神", "カウンセリング", "傾聴", "mental" } },
	{ "家族・介護", { "介護", "退院", "家族", "デイサービス", "ヘルパー", "包括支援", "子育て", "care" } },
	{ "移動", { "移動", "送迎", "外出", "同行", "タクシー", "バス", "車", "transport" } },
	{ "仕事・役割", { "仕事", "就労", "役割", "働", "社会参加", "ボランティア", "work" } },
	{ "人とのつながり", { "つながり", "居場所", "サロン", "仲間", "話せる", "黙っていても", "会釈", "交流", "雑談", "company" } },
	{ "学び・趣味", { "学び", "学習", "趣味", "教室", "サークル", "図書", "hobby" } },
	{ "権利・手続き", { "手続", "封筒", "書類", "権利", "後見", "法律", "申請", "rights" } },
	{ "安全・防災", { "見守り", "防災", "避難", "安全", "消防", "警察", "safety" } },
};

static const char *folded(struct arena *arena, const char *text)
{
	struct buf key = { 0 };

	text_fold(&key, text, strlen(text));
	const char *copy = arena_copy_len(arena, buf_text(&key), key.len);
	buf_done(&key);
	return copy;
}

/* What a card says of itself, folded. */
static const char *card_key(struct arena *arena, const struct card *card)
{
	struct buf all = { 0 };

	buf_addf(&all, "%s\n%s\n%s", card->name, card->strength, card->offers);
	const char *key = folded(arena, buf_text(&all));
	buf_done(&all);
	return key;
}

/* A need as it is looked for. */
struct wanted {
	const char *text;         /* its words and its interest */
	const char *const *words; /* of its category; NULL: none is known */
};

static const char *const *words_of_category(const char *category, struct arena *arena)
{
	const char *key = folded(arena, category);

	for (size_t i = 0; *key && i < COUNT(categories); i++)
		if (strcmp(folded(arena, categories[i].category), key) == 0)
			return categories[i].words;
	return NULL;
}

static struct wanted wanted_of(const struct need *need, struct arena *arena)
{
	struct buf text = { 0 };

	buf_addf(&text, "%s\n%s", need->text, need->interest);
	struct wanted wanted = { arena_copy(arena, buf_text(&text)), words_of_category(need->category, arena) };
	buf_done(&text);
	return wanted;
}

/* The word that the need and the card have in common; NULL: none. */
static const char *common_word(const struct wanted *wanted, const char *card, struct arena *arena)
{
	size_t len;
	const char *word = shared_word(wanted->text, card, &len);

	if (len)
		return arena_copy_len(arena, word, len);
	for (size_t i = 0; wanted->words && wanted->words[i]; i++)
		if (strstr(card, folded(arena, wanted->words[i])))
			return wanted->words[i];
	return NULL;
}

static bool is_there(const struct card *card)
{
	return card->state != CARD_STATE_ENDED && card->state != CARD_STATE_RESTING;
}

static struct need_match match_need(const struct need *need, const struct deck *deck, const char *const *keys, struct arena *arena)
{
	struct need_match match = { .need = need, .at = arena_new(arena, deck->len, sizeof *match.at) };
	struct wanted wanted = wanted_of(need, arena);

	for (size_t i = 0; i < deck->len; i++) {
		const struct deck_place *place = &deck->at[i];
		const char *word = is_there(place->card) ? common_word(&wanted, keys[i], arena) : NULL;
		if (word)
			match.at[match.len++] = (struct need_answer){ place->card, place->number, word };
	}
	return match;
}

struct need_match *need_matches(const struct workbook *book, const struct deck *deck, struct arena *arena)
{
	const char **keys = arena_new(arena, deck->len, sizeof *keys);
	struct need_match *matches = arena_new(arena, book->needs.len, sizeof *matches);

	for (size_t i = 0; i < deck->len && book->needs.len; i++)
		keys[i] = card_key(arena, deck->at[i].card);
	for (size_t i = 0; i < book->needs.len; i++)
		matches[i] = match_need(&book->needs.at[i], deck, keys, arena);
	return matches;
}
