#include "domain/when_label.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"

#include <stdbool.h>
#include <string.h>

/* In the order of a story's time. */
static const char *const usual[] = {
	N_("how it began"),   N_("the next day"),  N_("3 days later"),     N_("1 week later"),
	N_("1 month later"), N_("3 months later"), N_("half a year later"), N_("1 year later"),
};

static bool is_same(const char *a, const char *b)
{
	struct buf key_a = { 0 }, key_b = { 0 };

	text_fold(&key_a, a, strlen(a));
	text_fold(&key_b, b, strlen(b));
	bool same = strcmp(buf_text(&key_a), buf_text(&key_b)) == 0;
	buf_done(&key_a);
	buf_done(&key_b);
	return same;
}

/* Which of the usual ones it is; COUNT(usual): none. */
static size_t find_usual(const char *label)
{
	size_t i = 0;

	while (i < COUNT(usual) && !is_same(_(usual[i]), label))
		i++;
	return i;
}

struct list {
	const char **at;
	size_t len;
};

static void add(struct list *list, const char *label)
{
	for (size_t i = 0; i < list->len; i++)
		if (is_same(list->at[i], label))
			return;
	list->at[list->len++] = label;
}

static void add_usual(struct list *list, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add(list, _(usual[i]));
}

/* The labels of the table's steps that are not usual ones; *next becomes the place behind the last usual one. */
static struct list own_labels(const struct workbook *book, const char *table, struct arena *arena, size_t *next)
{
	struct list own = { .at = arena_new(arena, book->steps.len + 1, sizeof *own.at) };

	for (size_t i = workbook_next(book, FIELD_storyline_table, table, 0); i < book->storylines.len;
	     i = workbook_next(book, FIELD_storyline_table, table, i + 1)) {
		const char *storyline = book->storylines.at[i].id;
		for (size_t k = workbook_next(book, FIELD_step_storyline, storyline, 0); k < book->steps.len;
		     k = workbook_next(book, FIELD_step_storyline, storyline, k + 1)) {
			const char *label = book->steps.at[k].when_label;
			size_t found = find_usual(label);
			if (found < COUNT(usual))
				*next = found + 1;
			else if (*label)
				add(&own, label);
		}
	}
	return own;
}

struct when_labels when_labels_of(const struct workbook *book, const char *table, struct arena *arena)
{
	size_t next = 0;
	struct list own = own_labels(book, table, arena, &next);
	struct list all = { .at = arena_new(arena, own.len + COUNT(usual), sizeof *all.at) };

	add_usual(&all, next, COUNT(usual));
	for (size_t i = 0; i < own.len; i++)
		add(&all, arena_copy(arena, own.at[i]));
	add_usual(&all, 0, next);
	return (struct when_labels){ all.at, all.len };
}
