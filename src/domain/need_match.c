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

/* A need as it is looked for: its own words, and those of its category. */
struct wanted {
	struct sharable *own;
	size_t own_len;
	struct sharable category[WORDS_MAX];
	size_t category_len;
};

static void add_category(struct wanted *wanted, const char *category, struct arena *arena)
{
	const char *key = folded(arena, category);

	for (size_t i = 0; *key && i < COUNT(categories); i++) {
		if (strcmp(folded(arena, categories[i].category), key) != 0)
			continue;
		for (const char *const *word = categories[i].words; *word; word++)
			wanted->category[wanted->category_len++] = (struct sharable){ *word, folded(arena, *word) };
	}
}

static struct wanted wanted_of(const struct need *need, struct arena *arena)
{
	struct wanted wanted = { 0 };
	struct buf text = { 0 };

	buf_addf(&text, "%s\n%s", need->text, need->interest);
	wanted.own_len = sharable_words(buf_text(&text), arena, &wanted.own);
	add_category(&wanted, need->category, arena);
	buf_done(&text);
	return wanted;
}

static const char *first_held(const struct sharable *words, size_t len, const char *card)
{
	for (size_t i = 0; i < len; i++)
		if (*words[i].folded && strstr(card, words[i].folded))
			return words[i].word;
	return NULL;
}

/* The word that the need and the card have in common; NULL: none. */
static const char *common_word(const struct wanted *wanted, const char *card)
{
	const char *word = first_held(wanted->own, wanted->own_len, card);

	return word ? word : first_held(wanted->category, wanted->category_len, card);
}

static bool is_there(const struct card *card)
{
	return card->state != CARD_STATE_ENDED && card->state != CARD_STATE_RESTING;
}

/* answers: room for all of the deck. */
static struct need_match match_need(const struct need *need, const struct deck *deck, const char *const *keys,
				    struct need_answer *answers, struct arena *arena)
{
	struct need_match match = { .need = need };
	struct wanted wanted = wanted_of(need, arena);

	for (size_t i = 0; i < deck->len; i++) {
		const struct deck_place *place = &deck->at[i];
		const char *word = is_there(place->card) ? common_word(&wanted, keys[i]) : NULL;
		if (word)
			answers[match.len++] = (struct need_answer){ place->card, place->number, word };
	}
	match.at = arena_new(arena, match.len, sizeof *match.at);
	if (match.len)
		memcpy(match.at, answers, match.len * sizeof *match.at);
	return match;
}

struct need_match *need_matches(const struct workbook *book, const struct deck *deck, struct arena *arena)
{
	struct arena passing = { 0 };
	const char **keys = arena_new(&passing, deck->len, sizeof *keys);
	struct need_answer *answers = arena_new(&passing, deck->len, sizeof *answers);
	struct need_match *matches = arena_new(arena, book->needs.len, sizeof *matches);

	for (size_t i = 0; i < deck->len && book->needs.len; i++)
		keys[i] = card_key(&passing, deck->at[i].card);
	for (size_t i = 0; i < book->needs.len; i++)
		matches[i] = match_need(&book->needs.at[i], deck, keys, answers, arena);
	arena_done(&passing);
	return matches;
}
