#include "excerpt.h"

#include "text/cell.h"
#include "text/fold.h"

#include <stdbool.h>
#include <string.h>

static bool holds(const char *text, size_t len, const char *word)
{
	struct buf key = { 0 };

	text_fold(&key, text, len);
	bool is_there = memmem(buf_text(&key), key.len, word, strlen(word)) != NULL;
	buf_done(&key);
	return is_there;
}

/* The line, and how long it is. */
static const char *line_with(const char *text, const char *word, size_t *ret_len)
{
	for (const char *line = text; *line;) {
		size_t len = strcspn(line, "\n");
		if (holds(line, len, word)) {
			*ret_len = len;
			return line;
		}
		line += len + (line[len] == '\n');
	}
	*ret_len = strcspn(text, "\n");
	return text;
}

/* So many columns of the line stand before the word: the fewest that hold it, less its own. Halves what is left each time. */
static int cols_before(const char *line, size_t len, const char *word)
{
	int least = 0, most = text_cols(line, len), own = text_cols(word, strlen(word));

	while (least < most) {
		int middle = least + (most - least) / 2;
		if (holds(line, text_fit(line, len, middle), word))
			most = middle;
		else
			least = middle + 1;
	}
	return least > own ? least - own : 0;
}

void excerpt_add(struct buf *out, const char *text, const char *word, int cols)
{
	size_t len;
	const char *line = line_with(text, word, &len);
	int before = text_cols(line, len) > cols ? cols_before(line, len, word) : 0;

	/* Two thirds of the room are for what comes from the word on. */
	if (before > cols / 3) {
		size_t at = text_fit(line, len, before - cols / 3);
		buf_add_text(out, "…");
		line += at;
		len -= at;
	}
	buf_add(out, line, len);
}
