#include "story_text.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "domain/support.h"
#include "domain/tally.h"
#include "widgets/formality.h"

#include <stdio.h>

enum { INDENT = 3 };

struct telling {
	const struct workbook *book;
	struct arena *arena;
	struct story_text text;
};

static const char *keep(const struct telling *telling, struct buf *buf)
{
	const char *kept = arena_copy(telling->arena, buf_text(buf));

	buf_done(buf);
	return kept;
}

static void add(struct telling *telling, struct story_para para)
{
	if (*para.text)
		telling->text.at[telling->text.len++] = para;
}

/* "Ending: …", with the text to the right of its name. */
static void add_named(struct telling *telling, const char *name, const char *text, int indent, bool opens)
{
	struct buf mark = { 0 };

	buf_addf(&mark, "%s: ", name);
	add(telling, (struct story_para){ .indent = indent, .mark = keep(telling, &mark), .mark_style = STYLE_LABEL, .text = text,
					  .style = STYLE_PLAIN, .opens = opens });
}

/* --- a step --------------------------------------------------------------------------------------------------------------- */

static void add_scene(struct telling *telling, const struct step *step, size_t number)
{
	bool has_when = *step->when_label;
	struct buf mark = { 0 };

	buf_addf(&mark, "%-2zu ", number);
	add(telling, (struct story_para){ .mark = keep(telling, &mark), .mark_style = STYLE_TITLE, .opens = true,
					  .text = has_when ? step->when_label : step->text,
					  .style = has_when ? STYLE_TITLE : STYLE_STRONG });
	if (has_when)
		add(telling, (struct story_para){ .indent = INDENT, .mark = "", .text = step->text, .style = STYLE_STRONG });
}

/* "[F] name: what they do, to whom (formal)" */
static void add_support(struct telling *telling, const struct support *support)
{
	const struct formality_look *look = formality_look(support->formality);
	struct buf text = { 0 }, deed = { 0 }, mark = { 0 };

	buf_addf(&mark, "%s ", look->shape);
	buf_add_text(&text, support_name(telling->book, support));
	support_add_deed(support, &deed);
	if (deed.len)
		buf_addf(&text, ": %s", buf_text(&deed));
	if (support->formality != FORMALITY_UNSAID)
		buf_addf(&text, " (%s)", code_label(&codes_formality, support->formality));
	buf_done(&deed);
	add(telling, (struct story_para){ .indent = INDENT, .mark = keep(telling, &mark), .mark_style = look->style,
					  .text = keep(telling, &text), .style = look->style });
}

static void add_step(struct telling *telling, const struct step *step, size_t number)
{
	const struct workbook *book = telling->book;
	const struct need *need = (const struct need *)(const void *)workbook_find(book, ENTITY_need, step->need);

	add_scene(telling, step, number);
	add_named(telling, _("own move"), step->own_move, INDENT, false);
	for (size_t i = workbook_next(book, FIELD_support_step, step->id, 0); i < book->supports.len;
	     i = workbook_next(book, FIELD_support_step, step->id, i + 1))
		add_support(telling, &book->supports.at[i]);
	if (need)
		add_named(telling, _("answers"), need->text, INDENT, false);
}

/* --- the story ------------------------------------------------------------------------------------------------------------ */

/* Its steps are numbered on from `number`; returns the last number. */
static size_t add_storyline(struct telling *telling, const struct storyline *storyline, size_t number)
{
	const struct workbook *book = telling->book;

	add(telling, (struct story_para){ .mark = "", .text = storyline->title, .style = STYLE_STRONG, .opens = true });
	add_named(telling, _("companion"), storyline->lead_support, 0, !*storyline->title);
	for (size_t i = workbook_next(book, FIELD_step_storyline, storyline->id, 0); i < book->steps.len;
	     i = workbook_next(book, FIELD_step_storyline, storyline->id, i + 1))
		add_step(telling, &book->steps.at[i], ++number);
	add_named(telling, _("ending"), storyline->ending, 0, true);
	add_named(telling, _("questions"), storyline->open_questions, 0, true);
	return number;
}

/* By kind, as many as there are; nothing is ranked (field.md 3, invariant 21). */
static void add_counts(struct telling *telling, const struct table *table)
{
	struct tally tally = tally_of(telling->book, table->id);
	const size_t counts[] = { [FORMALITY_FORMAL] = tally.formal, [FORMALITY_INFORMAL] = tally.informal, [FORMALITY_MIXED] = tally.mixed };
	struct buf text = { 0 };

	for (unsigned i = FORMALITY_FORMAL; i <= FORMALITY_MIXED; i++)
		if (counts[i])
			buf_addf(&text, "%s%s %zu", text.len ? "  " : "", code_label(&codes_formality, i), counts[i]);
	add(telling, (struct story_para){ .mark = "", .text = keep(telling, &text), .style = STYLE_LABEL, .opens = true });
}

struct story_text story_text_of(const struct workbook *book, const struct table *table, struct arena *arena)
{
	size_t most = 3 + 4 * book->storylines.len + 4 * book->steps.len + book->supports.len, number = 0;
	struct telling telling = { book, arena, { arena_new(arena, most, sizeof *telling.text.at), 0 } };

	add_named(&telling, _("headline"), table->headline, 0, true);
	for (size_t i = workbook_next(book, FIELD_storyline_table, table->id, 0); i < book->storylines.len;
	     i = workbook_next(book, FIELD_storyline_table, table->id, i + 1))
		number = add_storyline(&telling, &book->storylines.at[i], number);
	add_counts(&telling, table);
	if (!telling.text.len)
		add(&telling, (struct story_para){ .mark = "", .style = STYLE_LABEL, .opens = true,
						   .text = _("No story is written down here, and that is fine: the talk itself is the work.") });
	return telling.text;
}
