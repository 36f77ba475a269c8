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
 *	strict         厳守        the room is held to its end (codes.def, strictness; "gentle" ゆるやか is not printed)
 *	unhurried      見守る      the room is spared its end
 *	protected      守る        never shortened when time is short
 *	at least 5 min 最短5分     ("min 5" also) never shorter than this
 *	from 14:00     14:00から   does not begin before
 *	until 15:30    15:30まで   ends at
 *	bells 5 1 0    鈴5・1・0   bells so many minutes before the end, at most three; "bells none" 鈴なし (engine/bell.h)
 *	picture shown  絵あり      the room sees what 1, 10 and 100 people can do, while no table tells
 *	no clock       時計なし    the room sees title and text, and no clock
 *	blank screen   画面なし    the room sees the first line of the text, and nothing else
 *	Case 2/4       事例 2/4    the second of four rounds of the block "Case"
 * A block of steps that come again is written once, its steps one # deeper; of these, a step "between rounds" (回の間) does
 * not come in the last:
 *
 *	## Case ×4
 *
 *	### 10 min The case [case reading]
 *
 * Before the first step, a heading "## Tables" (## テーブル) may name tables, each with its theme and, behind an arrow, its
 * room: "- Hopes → Sakura".
 *
 * A heading "## Messages" (## お知らせ) has lines below it that are ready to be said to the room, each with the time after
 * which it goes by itself, if any (engine/message.h): "- Please change seats. [3 min]"; 「- あと5分です [1分で消える]」.
 *
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
 * once parsed. Of each item only what a file can say is set; blocks are unrolled. Of each table: theme and
 * room. */
struct template {
	struct arena arena;
	const char *title;
	const char *purpose;
	struct item *items;
	size_t len;
	struct table *tables; /* those it names; NULL: none */
	size_t tables_len;
	const char *messages; /* one a line */
	bool japanese; /* in which words it is printed */
};

enum { TEMPLATE_MAX_STEPS = 300, TEMPLATE_MAX_TABLES = 99 };

void template_done(struct template *template);

/* Reads UTF-8 text. ST_INVALID: the fault names the line, what was found there and what was expected; *ret_template is
 * left as it was. What it held before is freed on success. */
MUST_CHECK enum status template_parse(const char *text, size_t len, struct template *ret_template, struct fault *fault);

/* The same from a file ("-": standard input) in any encoding of text/encoding.h; the fault names the file too. */
MUST_CHECK enum status template_read(const char *path, struct template *ret_template, struct fault *fault);

/* Appends the file that template_parse() reads back as the same template, byte for byte the same when printed again. */
void template_print(const struct template *template, struct buf *out);

int64_t template_total_s(const struct template *template);

/* One more table, said as in the file: "Hopes → Sakura". ST_INVALID with the end of a sentence. */
MUST_CHECK enum status template_add_table(struct template *template, const char *text, struct fault *fault);

/* Of its blocks that read cases (or of those that do not), how many there are; and lets each come that often. ST_INVALID:
 * the steps would be too many. */
size_t template_count_blocks(const struct template *template, bool read_cases);
MUST_CHECK enum status template_repeat(struct template *template, bool read_cases, int64_t rounds, struct fault *fault);

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
