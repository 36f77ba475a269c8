/* template.h - an agenda as a Markdown file that a facilitator reads, mails and edits.
 * Floor: exchange. One parser for the built-in agendas and for files from outside.
 *
 *	# Title of the workshop
 *
 *	What it is for (may be left out, may be several paragraphs).
 *
 *	## 10 min Opening [together]
 *
 *	Text for the room.
 *
 *	> What the facilitator alone sees and reads out.
 *
 *	## 30分 物語づくり [テーブル、守る、最短20分、15:30まで]
 *
 * A step is a heading of two #: its length, its title, and in brackets at the end its kind (a code, an English or a
 * Japanese word of the list item_kind; without brackets: together) and any of these marks, in any order:
 *	protected      守る        never shortened when time is short
 *	at least 5 min 最短5分     ("min 5" also) never shorter than this
 *	from 14:00     14:00から   does not begin before
 *	until 15:30    15:30まで   ends at
 * Lengths are minutes ("10 min", "10m", "10分"; "10m30s", "10分30秒"); "0 min" is a step of open length. Digits, #, >,
 * brackets and commas may be full-width. A line of text that begins with #, > or \ is written with a \ before it.
 * Several blank lines count as one. Everything else is text, kept as written. */
#ifndef EXCHANGE_TEMPLATE_H
#define EXCHANGE_TEMPLATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"
#include "domain/workbook.h"

#include <stdbool.h>
#include <stddef.h>

/* Zeroed is a valid empty template. Owns its texts, which are clean, within the limits of fields.def and never NULL
 * once parsed. Of each item only what a file can say is set: title, kind, lengths, fixed times, protected, room and
 * cue. */
struct template {
	struct arena arena;
	const char *title;
	const char *purpose;
	struct item *items;
	size_t len;
	bool japanese; /* in which words it is printed */
};

enum { TEMPLATE_MAX_STEPS = 300 };

void template_done(struct template *template);

/* Reads UTF-8 text. ST_INVALID: the fault names the line, what was found there and what was expected; *ret_template is
 * left as it was. What it held before is freed on success. */
MUST_CHECK enum status template_parse(const char *text, size_t len, struct template *ret_template, struct fault *fault);

/* The same from a file ("-": standard input) in any encoding of text/encoding.h; the fault names the file too. */
MUST_CHECK enum status template_read(const char *path, struct template *ret_template, struct fault *fault);

/* Appends the file that template_parse() reads back as the same template, byte for byte the same when printed again. */
void template_print(const struct template *template, struct buf *out);

int64_t template_total_s(const struct template *template);

/* Adds the steps to the batch as new items of the workshop, in order. Title and purpose are the caller's to use. */
void template_add_to_batch(const struct template *template, const char *workshop, const struct env *env,
			   struct batch *batch);

/* The agenda of the workbook's workshop (zeroed or used *ret_template, as above). ST_REFUSED: it has no steps yet. */
MUST_CHECK enum status template_of_workbook(const struct workbook *book, bool japanese, struct template *ret_template,
					    struct fault *fault);

/* The built-in ones, in the order in which to show them. A text missing in one language is given in the other. */
const char *const *template_builtin_names(size_t *ret_len);
const char *template_builtin(const char *name, bool japanese); /* NULL: no such template */

#endif
