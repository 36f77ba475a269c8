#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void keep(const char *path, const struct buf *document)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(buf_text(document), 1, document->len, file), document->len);
	assert_int_equal(fclose(file), 0);
}

static void read_kept(const char *path, struct buf *ret_kept)
{
	FILE *file = fopen(path, "r");
	char piece[4096];
	size_t len;

	if (!file)
		fail_msg("%s is missing; make it with YORIAI_UPDATE_GOLDENS=1", path);
	while ((len = fread(piece, 1, sizeof piece, file)) > 0)
		buf_add(ret_kept, piece, len);
	fclose(file);
}

static void tell_first_difference(const char *path, const char *is, const char *was)
{
	int line = 1;

	while (*is && *is == *was) {
		line += *is == '\n';
		is++, was++;
	}
	fail_msg("%s:%d: is “%.60s”, was “%.60s”", path, line, is, was);
}

void golden_check(const char *name, const struct buf *document)
{
	struct buf kept = { 0 };
	char path[4096];

	snprintf(path, sizeof path, "%s/tests/exchange/golden/%s", getenv("YORIAI_SOURCE"), name);
	if (getenv("YORIAI_UPDATE_GOLDENS")) {
		keep(path, document);
		return;
	}
	read_kept(path, &kept);
	if (strcmp(buf_text(&kept), buf_text(document)) != 0)
		tell_first_difference(path, buf_text(document), buf_text(&kept));
	buf_done(&kept);
}
