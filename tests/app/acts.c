#include "app/acts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

void act_out_at(struct pty *pty, const struct act *acts, size_t len, const char *file, int line)
{
	for (size_t i = 0; i < len; i++) {
		if (acts[i].keys)
			pty_keys(pty, acts[i].keys);
		if (acts[i].typed)
			pty_type(pty, acts[i].typed);
		if (acts[i].shown)
			expect_told_at(pty, "show --json", acts[i].shown, file, line);
	}
}

struct pty *open_table(int number)
{
	char words[40];

	snprintf(words, sizeof words, "scribe --table %d", number);
	struct pty *pty = stage_open(words, 24, 100, NULL);
	pty_expect(pty, "Notes (");
	return pty;
}

void write_cards(void)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/cards.csv", stage_folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("number,name,kana,formality,strength,area\n3,相談窓口「とびら」,ソウダンマドグチ,formal,訪問・待つこと,市全域\n"
	      "13,町の電器店「まるでん」,,informal,壊れたラジオを預かる,川端\n15,ラジオ病院,,mixed,直す人の仲間がいる,北町\n"
	      "16,川端三丁目 自治会,,informal,回覧板・ごみ当番の融通,川端\n", file);
	assert_int_equal(fclose(file), 0);
	cli("import cards '%s'", path);
}
