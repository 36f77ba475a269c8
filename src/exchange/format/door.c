#include "door.h"

#include "base/file.h"
#include "base/i18n.h"
#include "text/encoding.h"
#include "text/text.h"

#include <string.h>

/* A NUL is in no text; UTF-16, which is full of them in bytes, has none left once decoded. */
static enum status check_text(const char *path, const struct buf *text, struct fault *fault)
{
	if (memchr(buf_text(text), '\0', text->len))
		return fault_set(fault, ST_INVALID, _("“%s” is not a text file."), path);
	return ST_OK;
}

enum status door_read(const char *path, size_t max_bytes, const char *encoding, struct buf *out,
		      const char **ret_encoding, struct fault *fault)
{
	struct buf bytes = { 0 }, text = { 0 };
	struct fault found = { 0 };
	enum status st = file_read(path, max_bytes, &bytes, fault);

	if (st != ST_OK)
		goto out;
	st = encoding_to_utf8(buf_text(&bytes), bytes.len, encoding, &text, ret_encoding, &found);
	if (st != ST_OK)
		fault_set(fault, st, "“%s”: %s", path, found.text);
	if (st == ST_OK)
		st = check_text(path, &text, fault);
	if (st == ST_OK)
		text_clean(out, buf_text(&text), text.len, true);
out:
	buf_done(&bytes);
	buf_done(&text);
	return st;
}
