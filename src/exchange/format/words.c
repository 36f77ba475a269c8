#include "words.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"

#include <string.h>

static bool folds_to(struct span text, const struct buf *key)
{
	struct buf folded = { 0 };

	text_fold(&folded, text.at, text.len);
	bool alike = folded.len == key->len && memcmp(buf_text(&folded), buf_text(key), key->len) == 0;
	buf_done(&folded);
	return alike;
}

static bool has_part(const char *alias, const struct buf *key)
{
	static const char *const dot[] = { "・" };
	struct span rest = span_of(alias), part;

	while (span_take_part(&rest, dot, COUNT(dot), &part)) {
		if (folds_to(part, key))
			return true;
	}
	return false;
}

static bool code_of_key(const struct code_list *list, const struct buf *key, unsigned *ret_value)
{
	for (size_t i = 0; i < list->len; i++) {
		const struct code *code = &list->codes[i];
		if (!folds_to(span_of(code->code), key) && !folds_to(span_of(code->label), key) &&
		    !folds_to(span_of(_(code->label)), key) && !folds_to(span_of(code->alias), key) &&
		    !has_part(code->alias, key))
			continue;
		*ret_value = (unsigned)i;
		return true;
	}
	return false;
}

bool words_code(const struct code_list *list, struct span words, unsigned *ret_value)
{
	struct buf text = { 0 };
	struct span inner = span_trim(words);

	buf_add(&text, inner.at, inner.len);
	/* Folding is dear and most files write the very word. */
	bool known = code_of_words(list, buf_text(&text), ret_value);
	if (!known && inner.len > 0) {
		struct buf key = { 0 };
		text_fold(&key, inner.at, inner.len);
		known = code_of_key(list, &key, ret_value);
		buf_done(&key);
	}
	buf_done(&text);
	return known;
}

bool words_yes_no(struct span words, bool *ret_yes)
{
	static const struct {
		const char *word;
		bool yes;
	} rows[] = {
		{ "1", true },     { "yes", true },  { "y", true },  { "true", true },   { "はい", true },
		{ "有", true },    { "可", true },   { "同意", true },
		{ "○", true },     { "〇", true },   { "◯", true },  { "✓", true },
		{ "0", false },    { "no", false },  { "n", false }, { "false", false }, { "いいえ", false },
		{ "無", false },   { "不可", false }, { "不同意", false },
		{ "×", false },    { "✕", false },   { "-", false },
	};
	struct buf key = { 0 };
	struct span inner = span_trim(words);
	size_t i = 0;

	text_fold(&key, inner.at, inner.len);
	while (i < COUNT(rows) && !folds_to(span_of(rows[i].word), &key))
		i++;
	buf_done(&key);
	if (i == COUNT(rows))
		return false;
	*ret_yes = rows[i].yes;
	return true;
}

void words_list(struct buf *out, const struct code_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		if (list->codes[i].code[0])
			buf_addf(out, "%s%s", out->len ? ", " : "", code_label(list, (unsigned)i));
	}
}
