#include "mark.h"

#include "base/mem.h"

/* The first row of a mark and language is how it is printed; all rows are read. */
static const struct mark_word mark_words[] = {
	{ MARK_PROTECTED, false, "protected", "" }, { MARK_PROTECTED, true, "守る", "" },
	{ MARK_MINIMUM, false, "at least ", "" },   { MARK_MINIMUM, true, "最短", "" },
	{ MARK_MINIMUM, false, "minimum ", "" },    { MARK_MINIMUM, false, "min ", "" },
	{ MARK_FROM, false, "from ", "" },          { MARK_FROM, true, "", "から" },
	{ MARK_UNTIL, false, "until ", "" },        { MARK_UNTIL, true, "", "まで" },
	{ MARK_BELLS, false, "bells ", "" },        { MARK_BELLS, true, "鈴", "" },
	{ MARK_BETWEEN, false, "between rounds", "" }, { MARK_BETWEEN, true, "回の間", "" },
};

const struct mark_word *mark_word_of(struct span part, struct span *ret_value)
{
	for (size_t i = 0; i < COUNT(mark_words); i++) {
		const struct mark_word *word = &mark_words[i];
		struct span value = part;
		if (!span_take(&value, word->before) || !span_take_end(&value, word->after))
			continue;
		*ret_value = span_trim(value);
		if ((ret_value->len == 0) == (word->mark == MARK_PROTECTED || word->mark == MARK_BETWEEN))
			return word;
	}
	return NULL;
}

const struct mark_word *mark_word_in(enum mark mark, bool japanese)
{
	const struct mark_word *word = mark_words;

	while (word->mark != mark || word->japanese != japanese)
		word++;
	return word;
}
