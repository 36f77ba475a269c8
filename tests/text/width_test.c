#include "text/cell.h"

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unictype.h>

#include <cmocka.h>

enum { LAST_POINT = 0x10FFFF };

static bool is_surrogate(int32_t point)
{
	return point >= 0xD800 && point <= 0xDFFF;
}

static void narrow_width_is_glibcs(void **state)
{
	(void)state;
	void *symbol = dlsym(RTLD_NEXT, "wcwidth");
	int (*glibc_wcwidth)(wchar_t);
	assert_non_null(symbol);
	memcpy(&glibc_wcwidth, &symbol, sizeof symbol);
	assert_ptr_not_equal(glibc_wcwidth, wcwidth);
	/* Other versions know other characters: there is nothing to compare with. */
	if (strcmp(gnu_get_libc_version(), "2.36") != 0)
		skip();

	for (int32_t point = 0; point <= LAST_POINT; point++) {
		if (!is_surrogate(point) && wcwidth(point) != glibc_wcwidth(point))
			fail_msg("U+%04X: ours %d, glibc %d", point, wcwidth(point), glibc_wcwidth(point));
	}
	assert_int_equal(wcwidth(-1), -1);
	assert_int_equal(wcwidth(LAST_POINT + 1), -1);
	assert_int_equal(wcwidth(0xD800), -1);
}

static void wide_mode_widens_the_ambiguous_and_private_use(void **state)
{
	(void)state;
	int widened = 0, private_use = 0;

	for (int32_t point = 0; point <= LAST_POINT; point++) {
		text_set_ambiguous_wide(false);
		int narrow = wcwidth(point);
		text_set_ambiguous_wide(true);
		int wide = wcwidth(point);
		if (narrow == wide)
			continue;
		assert_int_equal(narrow, 1);
		assert_int_equal(wide, 2);
		if (uc_is_general_category((ucs4_t)point, UC_PRIVATE_USE))
			private_use++;
		else
			widened++;
	}
	text_set_ambiguous_wide(false);
	/* EAW=A has 902 spacing characters; glibc has eight of them wide in any case (U+3248 to U+324F). */
	assert_int_equal(widened, 902 - 8);
	assert_int_equal(private_use, 6400 + 2 * 65534);
}

static void characters_of_daily_use_have_the_widths_terminals_give_them(void **state)
{
	(void)state;
	static const struct {
		const wchar_t *points;
		int narrow, wide;
	} rows[] = {
		{ L"aZ09~", 1, 1 },
		{ L"あア漢々〆〇ー", 2, 2 },
		{ L"、。「」・〜～￥㈱㉑", 2, 2 },
		{ L"ｱﾞ･¥", 1, 1 },
		{ L"①⑳○●◎→⇔…─│█※×°“”—№Ⅰαя♪☎", 1, 2 },
		{ L"éü", 1, 2 },
		{ L"\x3099\x309A\x0301\xFE0F\x200D", 0, 0 },
		{ L"😀🏽", 2, 2 },
		{ L"\x1b\x7f\x85\x1FAE8", -1, -1 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (const wchar_t *point = rows[i].points; *point; point++) {
			assert_int_equal(wcwidth(*point), rows[i].narrow);
			text_set_ambiguous_wide(true);
			assert_int_equal(wcwidth(*point), rows[i].wide);
			text_set_ambiguous_wide(false);
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(narrow_width_is_glibcs),
		cmocka_unit_test(wide_mode_widens_the_ambiguous_and_private_use),
		cmocka_unit_test(characters_of_daily_use_have_the_widths_terminals_give_them),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
