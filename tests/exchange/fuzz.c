/* The doors for files, for libFuzzer:
 *   CC=clang meson setup b -Db_lundef=false -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C b tests/exchange/exchange_fuzz && b/tests/exchange/exchange_fuzz -max_len=600 -max_total_time=600
 * The first byte says which door. What is refused must be refused in words; what is taken must hold. */
#include "exchange/import.h"
#include "exchange/story.h"
#include "exchange/template.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void as_template(const char *text, size_t len)
{
	struct template template = { 0 }, again = { 0 };
	struct fault fault = { 0 };
	struct buf page = { 0 }, same = { 0 };

	if (template_parse(text, len, &template, &fault) != ST_OK) {
		check(fault.text[0] != '\0');
		return;
	}
	template_print(&template, &page);
	check(template_parse(buf_text(&page), page.len, &again, NULL) == ST_OK);
	template_print(&again, &same);
	check(strcmp(buf_text(&page), buf_text(&same)) == 0);
	buf_done(&page);
	buf_done(&same);
	template_done(&template);
	template_done(&again);
}

static void as_people_or_cards(const char *text, size_t len, enum entity entity)
{
	const struct import_options options = { 0 };
	struct workbook book = { 0 };
	struct batch batch = { 0 };
	struct import_result result = { 0 };
	struct fault fault = { 0 };

	if (import_rows(text, len, entity, &book, &options, &env_system, &batch, &result, &fault) == ST_OK)
		check(batch_check(&batch, NULL) == ST_OK && batch.len == result.added + result.changed);
	else
		check(fault.text[0] != '\0' && batch.len == 0);
	import_result_done(&result);
	batch_done(&batch);
}

static void as_story(const char *text, size_t len)
{
	struct story story = { 0 };
	struct batch batch = { 0 };
	struct fault fault = { 0 };

	if (story_parse_case(text, len, &story, &fault) == ST_OK) {
		story_add_case(&story, 0, "w", &env_system, &batch);
		check(batch_check(&batch, NULL) == ST_OK);
	} else {
		check(fault.text[0] != '\0');
	}
	batch_done(&batch);
	story_done(&story);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	if (len == 0)
		return 0;
	const char *text = (const char *)bytes + 1;
	switch (bytes[0] % 4) {
	case 0:
		as_template(text, len - 1);
		break;
	case 1:
		as_people_or_cards(text, len - 1, ENTITY_person);
		break;
	case 2:
		as_people_or_cards(text, len - 1, ENTITY_card);
		break;
	default:
		as_story(text, len - 1);
	}
	return 0;
}
