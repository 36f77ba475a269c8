#include "engine/reading.h"

#include "text/cell.h"
#include "text/text.h"

#include <stdbool.h>

const char *reading_text(const struct workbook *book, const struct item *item, const char **ret_heading)
{
	const struct case_story *story = workbook_case_of(book, item);
	const struct letter *letter = workbook_letter(book);

	if (item->kind == ITEM_KIND_CASE && story) {
		*ret_heading = story->title;
		return story->body;
	}
	if (item->kind == ITEM_KIND_LETTER && letter) {
		*ret_heading = letter->sender;
		return letter->body;
	}
	return NULL;
}

int64_t reading_ms(const char *text, size_t len)
{
	int64_t characters = 0, words = 0;
	bool in_word = false;

	for (const char *at = text, *end = text + len; at < end;) {
		const char *from = at;
		int32_t point = text_next_code_point(&at, end);
		bool is_wide = point >= 0 && text_cols(from, (size_t)(at - from)) == 2;
		bool is_gap = point <= ' ' || point == 0x3000 || is_wide;
		characters += is_wide && point != 0x3000;
		words += !is_gap && !in_word;
		in_word = !is_gap;
	}
	return characters * 60000 / READING_CHARACTERS_A_MINUTE + words * 60000 / READING_WORDS_A_MINUTE;
}
