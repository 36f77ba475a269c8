/* options.h - a command's options as rows of a table, read by getopt_long.
 * Floor: app (private). */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "app.h"

#include <stddef.h>

enum option_type {
	OPTION_FLAG,   /* bool * */
	OPTION_TEXT,   /* const char ** */
	OPTION_NUMBER, /* int64_t * */
	OPTION_LIST,   /* struct option_list *: may be given again and again */
};

enum { OPTION_LIST_MAX = 64 };
struct option_list {
	const char *at[OPTION_LIST_MAX];
	size_t len;
};

struct option_row {
	const char *name; /* without dashes */
	char letter;      /* 'o' for -o; 0: none */
	enum option_type type;
	void *target;
};

/* What is left after the options, in order. */
struct arguments {
	char **at;
	size_t len;
};

/* Reads the options of rows and the global ones (--db, --lang, --theme, --json, --help), anywhere on the line. Texts are borrowed
 * from argv, made clean in place. False after saying on stderr what is wrong, and where --help is among them: what to do
 * then is said by cli_usage(). */
bool options_read(struct app *app, int argc, char **argv, const struct option_row *rows, size_t rows_len,
		  struct arguments *ret_left);
/* The same, stopping before the first word that is no option: what comes before the command. */
bool options_read_leading(struct app *app, int argc, char **argv, const struct option_row *rows, size_t rows_len,
			  struct arguments *ret_left);

#endif
