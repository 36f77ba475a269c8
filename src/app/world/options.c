#include "options.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"
#include "text/text.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 32, LONG_BASE = 256 };

/* "clock add -3" means minus three minutes, not an option 3: this mark in front keeps getopt_long from reading it so. */
static const char number_mark = '\001';

struct reader {
	struct option_row rows[ROWS_MAX];
	size_t rows_len;
	struct option longs[ROWS_MAX + 1];
	char shorts[ROWS_MAX * 2 + 4];
};

static bool set_theme(struct app *app, const char *name)
{
	static const char *const names[] = { "dark", "light", "plain" };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(names[i], name) == 0) {
			app->theme = (enum theme)i;
			return true;
		}
	}
	fprintf(stderr, _("yoriai: there is no theme “%s”; there are dark, light and plain.\n"), name);
	return false;
}

static bool set_lang(const char *lang)
{
	if (strcmp(lang, "ja") == 0 || strcmp(lang, "en") == 0) {
		i18n_use(lang);
		return true;
	}
	fprintf(stderr, _("yoriai: there is no language “%s”; there are ja and en.\n"), lang);
	return false;
}

static bool set_db(struct app *app, const char *path)
{
	int len = snprintf(app->db, sizeof app->db, "%s", path);

	if (len > 0 && (size_t)len < sizeof app->db)
		return true;
	fprintf(stderr, _("yoriai: the file name after --db is empty or too long.\n"));
	return false;
}

static void reader_add(struct reader *reader, const struct option_row *row)
{
	size_t i = reader->rows_len++;
	size_t at = strlen(reader->shorts);

	assert(i < ROWS_MAX);
	reader->rows[i] = *row;
	reader->longs[i] = (struct option){
		.name = row->name,
		.has_arg = row->type == OPTION_FLAG ? no_argument : required_argument,
		.val = LONG_BASE + (int)i,
	};
	if (row->letter)
		snprintf(reader->shorts + at, sizeof reader->shorts - at, "%c%s", row->letter, row->type == OPTION_FLAG ? "" : ":");
}

static const struct option_row *reader_row(const struct reader *reader, int code)
{
	if (code >= LONG_BASE)
		return &reader->rows[code - LONG_BASE];
	for (size_t i = 0; i < reader->rows_len; i++)
		if (reader->rows[i].letter == code)
			return &reader->rows[i];
	return NULL;
}

/* Full-width digits, too. */
static bool read_number(const char *word, long long *ret_number)
{
	struct buf digits = { 0 };
	char *end;

	text_fold(&digits, word, strlen(word));
	errno = 0;
	*ret_number = strtoll(buf_text(&digits), &end, 10);
	bool is_number = digits.len && !*end && !errno;
	buf_done(&digits);
	return is_number;
}

static bool take_number(const struct option_row *row, const char *word)
{
	long long number;

	if (!read_number(word, &number)) {
		fprintf(stderr, _("yoriai: --%s wants a number, not “%s”.\n"), row->name, word);
		return false;
	}
	*(int64_t *)row->target = number;
	return true;
}

static bool take_list(const struct option_row *row, const char *word)
{
	struct option_list *list = row->target;

	if (list->len == OPTION_LIST_MAX) {
		fprintf(stderr, _("yoriai: --%s was given too many times (at most %d).\n"), row->name, OPTION_LIST_MAX);
		return false;
	}
	list->at[list->len++] = word;
	return true;
}

static bool take(const struct option_row *row, const char *word)
{
	switch (row->type) {
	case OPTION_FLAG:
		*(bool *)row->target = true;
		return true;
	case OPTION_TEXT:
		*(const char **)row->target = word;
		return true;
	case OPTION_NUMBER:
		return take_number(row, word);
	case OPTION_LIST:
		return take_list(row, word);
	}
	return false;
}

static bool say_unknown(char **argv, int code)
{
	/* getopt_long has moved past the word it could not use. */
	const char *word = argv[optind - 1];

	if (code == ':')
		fprintf(stderr, _("yoriai: “%s” wants a value after it.\n"), word);
	else
		fprintf(stderr, _("yoriai: there is no option “%s” here; see yoriai --help.\n"), word);
	return false;
}

static void mark_numbers(struct app *app, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--") == 0)
			return;
		if (argv[i][0] != '-' || !isdigit((unsigned char)argv[i][1]))
			continue;
		size_t len = strlen(argv[i]);
		char *marked = arena_new(&app->arena, len + 2, 1);
		marked[0] = number_mark;
		memcpy(marked + 1, argv[i], len);
		argv[i] = marked;
	}
}

static void unmark(struct arguments *left)
{
	for (size_t i = 0; i < left->len; i++)
		if (left->at[i][0] == number_mark)
			left->at[i]++;
}

/* The command line is a door like any other. */
static void clean_words(struct app *app, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct buf clean = { 0 };
		size_t len = strlen(argv[i]);
		if (text_is_clean(argv[i], len, true))
			continue;
		text_clean(&clean, argv[i], len, true);
		argv[i] = arena_copy(&app->arena, buf_text(&clean));
		buf_done(&clean);
	}
}

static bool read_with(struct app *app, struct reader *reader, int argc, char **argv, struct arguments *ret_left)
{
	const char *db = NULL, *lang = NULL, *theme = NULL;
	const struct option_row globals[] = {
		{ "db", 0, OPTION_TEXT, &db },
		{ "lang", 0, OPTION_TEXT, &lang },
		{ "theme", 0, OPTION_TEXT, &theme },
		{ "json", 0, OPTION_FLAG, &app->json },
		{ "help", 'h', OPTION_FLAG, &app->help },
	};
	int code;

	for (size_t i = 0; i < COUNT(globals); i++)
		reader_add(reader, &globals[i]);
	clean_words(app, argc, argv);
	mark_numbers(app, argc, argv);
	optind = 0; /* glibc: begin anew */
	while ((code = getopt_long(argc, argv, reader->shorts, reader->longs, NULL)) != -1) {
		const struct option_row *row = reader_row(reader, code);
		if (!row)
			return say_unknown(argv, code);
		if (optarg && *optarg == number_mark)
			optarg++;
		if (!take(row, optarg))
			return false;
	}
	*ret_left = (struct arguments){ argv + optind, (size_t)(argc - optind) };
	unmark(ret_left);
	return (!lang || set_lang(lang)) && (!theme || set_theme(app, theme)) && (!db || set_db(app, db)) && !app->help;
}

bool options_read(struct app *app, int argc, char **argv, const struct option_row *rows, size_t rows_len,
		  struct arguments *ret_left)
{
	struct reader reader = { .shorts = ":" };

	for (size_t i = 0; i < rows_len; i++)
		reader_add(&reader, &rows[i]);
	return read_with(app, &reader, argc, argv, ret_left);
}

bool options_read_leading(struct app *app, int argc, char **argv, const struct option_row *rows, size_t rows_len,
			  struct arguments *ret_left)
{
	struct reader reader = { .shorts = "+:" };

	for (size_t i = 0; i < rows_len; i++)
		reader_add(&reader, &rows[i]);
	return read_with(app, &reader, argc, argv, ret_left);
}
