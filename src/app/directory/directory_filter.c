/* directory_filter.c - which rows of a directory are shown, and in which order. */
#include "directory.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what a row is, by a facet ---------------------------------------------------------------------------------------------- */

static bool is_of_texts(const struct directory_facet *facet)
{
	return !facet->of && !field_info_of(facet->field)->codes;
}

static size_t values_len(const struct directory_facet *facet)
{
	if (facet->of)
		return facet->labels_len;
	return is_of_texts(facet) ? 0 : field_info_of(facet->field)->codes->len;
}

static const char *value_label(const struct directory_facet *facet, size_t value)
{
	return facet->of ? _(facet->labels[value]) : code_label(field_info_of(facet->field)->codes, (unsigned)value);
}

static size_t value_of(const struct console *console, const struct directory_facet *facet, const struct row *row)
{
	return facet->of ? facet->of(console, row) : (size_t)row_value(row, field_info_of(facet->field)).number;
}

static const char *text_of(const struct directory_facet *facet, const struct row *row)
{
	return row_value(row, field_info_of(facet->field)).text;
}

static bool passes(const struct console *console, size_t index, const struct row *row)
{
	const struct directory *directory = directory_of(console);
	const struct directory_facet *facet = &directory->kind->facets[index];
	const struct directory_choice *choice = &directory->choices[index];

	if (!choice->is_on)
		return true;
	if (!is_of_texts(facet))
		return value_of(console, facet, row) == choice->value;
	return choice->is_part ? text_holds_words(text_of(facet, row), choice->text) : strcmp(text_of(facet, row), choice->text) == 0;
}

static bool has_words(const struct console *console, const struct row *row)
{
	const struct directory *directory = directory_of(console);
	struct buf text = { 0 };

	if (!directory->words)
		return true;
	directory->kind->add_text(console, row, &text);
	bool has = text_holds_words(buf_text(&text), directory->words);
	buf_done(&text);
	return has;
}

static bool is_listed(const struct console *console, const struct row *row)
{
	const struct directory_kind *kind = directory_of(console)->kind;

	return !kind->holds || kind->holds(console, row);
}

/* but: a facet that is not asked; facets_len: all are. */
static bool is_shown(const struct console *console, const struct row *row, size_t but)
{
	for (size_t i = 0; i < directory_of(console)->kind->facets_len; i++)
		if (i != but && !passes(console, i, row))
			return false;
	return has_words(console, row);
}

/* --- the rows that are shown --------------------------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b, void *by)
{
	const struct row *const *left = a, *const *right = b;
	const struct console *console = by;
	const struct directory *directory = directory_of(console);
	int order = directory->kind->sorts[directory->sort].compare(console, *left, *right);

	/* Rows of a workbook lie in its order. */
	return order ? order : *left < *right ? -1 : *left > *right;
}

void directory_gather(struct console *console)
{
	struct directory *directory = directory_of(console);
	const struct directory_kind *kind = directory->kind;
	size_t len = workbook_len(&console->book, kind->entity);

	find_forget(console);
	arena_done(&directory->arena);
	directory->rows = arena_new(&directory->arena, len, sizeof *directory->rows);
	directory->len = directory->all = 0;
	for (size_t i = 0; i < len; i++) {
		const struct row *row = workbook_row(&console->book, kind->entity, i);
		if (!is_listed(console, row))
			continue;
		directory->all++;
		if (is_shown(console, row, kind->facets_len))
			directory->rows[directory->len++] = row;
	}
	if (kind->sorts[directory->sort].compare)
		qsort_r(directory->rows, directory->len, sizeof *directory->rows, compare, console);
}

/* The bar stays with its row where that is still shown. */
static void gather_again(struct console *console)
{
	struct directory *directory = directory_of(console);
	size_t at = 0;

	directory_gather(console);
	while (at < directory->len && strcmp(directory->rows[at]->id, directory->barred) != 0)
		at++;
	directory_go_to(directory, at < directory->len ? at : 0);
}

/* --- filters in words ----------------------------------------------------------------------------------------------------------- */

static void add_choice(const struct directory *directory, size_t index, struct buf *out)
{
	const struct directory_facet *facet = &directory->kind->facets[index];
	const struct directory_choice *choice = &directory->choices[index];

	if (!choice->is_on)
		buf_add_text(out, _("all"));
	else if (is_of_texts(facet) && !*choice->text)
		buf_add_text(out, _("not said"));
	else
		buf_add_text(out, is_of_texts(facet) ? choice->text : value_label(facet, choice->value));
}

static void add_part(struct buf *out, const char *label)
{
	buf_addf(out, "%s%s: ", out->len ? "  " : "", label);
}

void directory_add_filters(const struct console *console, struct buf *out)
{
	const struct directory *directory = directory_of(console);

	for (size_t i = 0; i < directory->kind->facets_len; i++) {
		if (!directory->choices[i].is_on)
			continue;
		add_part(out, _(directory->kind->facets[i].label));
		add_choice(directory, i, out);
	}
	if (directory->words) {
		add_part(out, _("words"));
		buf_add_text(out, directory->words);
	}
	if (directory->sort) {
		add_part(out, _("order"));
		buf_add_text(out, _(directory->kind->sorts[directory->sort].label));
	}
}

/* --- choosing -------------------------------------------------------------------------------------------------------------------- */

static void forget_choice(struct directory_choice *choice)
{
	free(choice->text);
	*choice = (struct directory_choice){ 0 };
}

static void forget_words(struct directory *directory)
{
	free(directory->words);
	directory->words = NULL;
}

void directory_forget_choices(struct directory *directory)
{
	for (size_t i = 0; i < DIRECTORY_FACETS_MAX; i++)
		forget_choice(&directory->choices[i]);
	forget_words(directory);
}

void directory_show_all(struct console *console)
{
	directory_forget_choices(directory_of(console));
	gather_again(console);
}

/* Values that are offered beside those of the facet. */
enum { OFFER_ALL = -1, OFFER_PART = -2 };

static void accept_part(struct console *console, const char *text)
{
	struct directory *directory = directory_of(console);
	struct directory_choice *choice = &directory->choices[directory->facet];
	struct buf folded = { 0 };

	forget_choice(choice);
	text_fold(&folded, text, strlen(text));
	choice->is_on = choice->is_part = folded.len > 0;
	choice->text = buf_steal(&folded);
	gather_again(console);
}

static void accept_value(struct console *console, int64_t value)
{
	struct directory *directory = directory_of(console);
	const struct directory_facet *facet = &directory->kind->facets[directory->facet];
	struct directory_choice *choice = &directory->choices[directory->facet];

	if (value == OFFER_PART) {
		console_ask(console, _(facet->label), choice->is_part ? choice->text : "", accept_part);
		return;
	}
	forget_choice(choice);
	choice->is_on = value != OFFER_ALL;
	if (choice->is_on && is_of_texts(facet))
		choice->text = mem_copy(directory->texts[value]);
	else if (choice->is_on)
		choice->value = (size_t)value;
	gather_again(console);
}

static void offer(struct console *console, const char *label, size_t count, int64_t value)
{
	char text[500];

	snprintf(text, sizeof text, "%s (%zu)", label, count);
	console_offer_choice(console, text, value);
}

/* Of how many of the rows that pass all the other filters each value holds. */
static void offer_values(struct console *console, const struct row **rows, size_t len)
{
	const struct directory *directory = directory_of(console);
	const struct directory_facet *facet = &directory->kind->facets[directory->facet];
	size_t *counts = mem_new(values_len(facet), sizeof *counts);

	for (size_t i = 0; i < len; i++)
		counts[value_of(console, facet, rows[i])]++;
	for (size_t value = 0; value < values_len(facet); value++)
		if (counts[value])
			offer(console, value_label(facet, value), counts[value], (int64_t)value);
	free(counts);
}

struct text_count {
	const char *text;
	size_t count;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct text_count *)a)->text, ((const struct text_count *)b)->text);
}

static int by_count(const void *a, const void *b)
{
	const struct text_count *left = a, *right = b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return by_text(a, b);
}

/* Equal texts become one; returns how many there are, those that most rows hold first. */
static size_t count_texts(struct text_count *texts, size_t len)
{
	size_t kept = 0;

	qsort(texts, len, sizeof *texts, by_text);
	for (size_t i = 0; i < len; i++) {
		if (kept && strcmp(texts[kept - 1].text, texts[i].text) == 0)
			texts[kept - 1].count++;
		else
			texts[kept++] = texts[i];
	}
	qsort(texts, kept, sizeof *texts, by_count);
	return kept;
}

static void offer_texts(struct console *console, const struct row **rows, size_t len)
{
	struct directory *directory = directory_of(console);
	const struct directory_facet *facet = &directory->kind->facets[directory->facet];
	struct text_count *texts = mem_new(len, sizeof *texts);
	size_t most = CHOICES_MAX - console->choices_len - 1;

	for (size_t i = 0; i < len; i++)
		texts[i] = (struct text_count){ text_of(facet, rows[i]), 1 };
	size_t kept = count_texts(texts, len);
	arena_done(&directory->texts_arena);
	directory->texts = arena_new(&directory->texts_arena, kept, sizeof *directory->texts);
	directory->texts_len = kept < most ? kept : most;
	console_offer_choice(console, _("type a part of it"), OFFER_PART);
	for (size_t i = 0; i < directory->texts_len; i++) {
		directory->texts[i] = arena_copy(&directory->texts_arena, texts[i].text);
		offer(console, *texts[i].text ? texts[i].text : _("not said"), texts[i].count, (int64_t)i);
	}
	free(texts);
}

void directory_choose_facet(struct console *console, size_t index)
{
	struct directory *directory = directory_of(console);
	const struct directory_kind *kind = directory->kind;
	size_t len = 0, all = workbook_len(&console->book, kind->entity);
	const struct row **rows = mem_new(all, sizeof *rows);

	directory->facet = index;
	for (size_t i = 0; i < all; i++) {
		const struct row *row = workbook_row(&console->book, kind->entity, i);
		if (is_listed(console, row) && is_shown(console, row, index))
			rows[len++] = row;
	}
	console_offer(console, _(kind->facets[index].label), accept_value);
	offer(console, _("all"), len, OFFER_ALL);
	if (is_of_texts(&kind->facets[index]))
		offer_texts(console, rows, len);
	else
		offer_values(console, rows, len);
	free(rows);
}

static void accept_words(struct console *console, const char *text)
{
	struct directory *directory = directory_of(console);
	struct buf folded = { 0 };

	forget_words(directory);
	text_fold(&folded, text, strlen(text));
	if (folded.len)
		directory->words = buf_steal(&folded);
	buf_done(&folded);
	gather_again(console);
}

static void accept_facet(struct console *console, int64_t index)
{
	const struct directory *directory = directory_of(console);

	if ((size_t)index < directory->kind->facets_len)
		directory_choose_facet(console, (size_t)index);
	else
		console_ask(console, _("Which words?"), directory->words ? directory->words : "", accept_words);
}

void directory_filter(struct console *console)
{
	const struct directory *directory = directory_of(console);
	struct buf label = { 0 };

	console_offer(console, _("Show only …"), accept_facet);
	for (size_t i = 0; i < directory->kind->facets_len; i++) {
		buf_clear(&label);
		buf_addf(&label, "%s: ", _(directory->kind->facets[i].label));
		add_choice(directory, i, &label);
		console_offer_choice(console, buf_text(&label), (int64_t)i);
	}
	buf_clear(&label);
	buf_addf(&label, "%s: %s", _("words"), directory->words ? directory->words : _("all"));
	console_offer_choice(console, buf_text(&label), (int64_t)directory->kind->facets_len);
	buf_done(&label);
}

void directory_sort_on(struct console *console)
{
	struct directory *directory = directory_of(console);

	directory->sort = (directory->sort + 1) % directory->kind->sorts_len;
	gather_again(console);
	console_say(console, _("Order: %s."), _(directory->kind->sorts[directory->sort].label));
}
