/* The laws of text for libFuzzer:
 *   CC=clang meson setup b -Db_lundef=false -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C b tests/text/text_fuzz && b/tests/text/text_fuzz -max_len=200 -max_total_time=600 */
#include "laws.h"
#include "text/text.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const char *raw = (const char *)bytes;
	struct lineedit edit = { .lines = true };
	struct buf clean = { 0 };
	uint64_t seed = len + 1;

	for (size_t i = 0; i < len; i++)
		seed = seed * 31 + bytes[i];
	law_cleaning(raw, len, &seed);
	law_walks(raw, len, &seed);
	law_glyphs(raw, len, &seed);
	text_clean(&clean, raw, len, true);
	law_clusters(buf_text(&clean), clean.len, &seed);
	law_fitting(buf_text(&clean), clean.len, &seed);
	law_wrapping(buf_text(&clean), clean.len, &seed);
	/* Byte by byte: what half a character does to the line being typed. */
	for (size_t i = 0; i < len; i++) {
		lineedit_insert(&edit, raw + i, 1);
		lineedit_move(&edit, (enum lineedit_move)(bytes[i] % (MOVE_END + 1)), bytes[i] & 0x10);
		law_editing(&edit, &seed);
	}
	lineedit_done(&edit);
	buf_done(&clean);
	return 0;
}
