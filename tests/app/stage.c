#include "app/stage.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MAX = 16, LONG_MS = 20000, PUMP_MS = 20 };

char stage_folder[PATH_MAX / 2];
static struct buf printed;

int stage_setup(void **state)
{
	const char *temp = getenv("TMPDIR");
	char name[PATH_MAX];

	(void)state;
	snprintf(stage_folder, sizeof stage_folder, "%s/yoriai-stage.XXXXXX", temp ? temp : "/tmp");
	assert_non_null(mkdtemp(stage_folder));
	snprintf(name, sizeof name, "%s/data/y.db", stage_folder);
	setenv("YORIAI_DB", name, 1);
	cli("new 'The radio' --template basic --tables 3");
	return 0;
}

static int run_shell(const char *command)
{
	char piece[4096];
	size_t len;
	FILE *pipe = popen(command, "r");

	assert_non_null(pipe);
	buf_clear(&printed);
	while ((len = fread(piece, 1, sizeof piece, pipe)) > 0)
		buf_add(&printed, piece, len);
	while (printed.len && printed.bytes[printed.len - 1] == '\n')
		buf_remove(&printed, printed.len - 1, 1);
	return pclose(pipe);
}

int stage_teardown(void **state)
{
	int failed = pty_end_all(state), ended;
	struct buf command = { 0 };

	buf_addf(&command, "'%s' check >&2", getenv("YORIAI"));
	failed |= run_shell(buf_text(&command));
	buf_clear(&command);
	buf_addf(&command, "rm -rf '%s'", stage_folder);
	ended = system(buf_text(&command));
	buf_done(&command);
	buf_done(&printed);
	return failed | ended;
}

struct pty *stage_start(const char *words, const struct pty_options *options)
{
	const char *argv[WORDS_MAX + 1] = { getenv("YORIAI") };
	char copy[256], *rest = copy;
	size_t len = 1;

	snprintf(copy, sizeof copy, "%s", words);
	for (char *word; len < WORDS_MAX && (word = strsep(&rest, " "));)
		argv[len++] = word;
	return pty_start(argv, options);
}

struct pty *stage_open(const char *words, int rows, int cols, const char *const *env)
{
	return stage_start(words, &(struct pty_options){ .rows = rows, .cols = cols, .env = env });
}

const char *cli(const char *format, ...)
{
	struct buf command = { 0 };
	char words[2048];
	va_list args;

	va_start(args, format);
	vsnprintf(words, sizeof words, format, args);
	va_end(args);
	buf_addf(&command, "'%s' %s", getenv("YORIAI"), words);
	int status = run_shell(buf_text(&command));
	buf_done(&command);
	assert_int_equal(status, 0);
	return buf_text(&printed);
}

const char *sql(const char *statement)
{
	struct buf command = { 0 };

	buf_addf(&command, "sqlite3 -cmd '.timeout 5000' '%s' \"%s\"", getenv("YORIAI_DB"), statement);
	int status = run_shell(buf_text(&command));
	buf_done(&command);
	assert_int_equal(status, 0);
	return buf_text(&printed);
}

void expect_told_at(struct pty *pty, const char *words, const char *text, const char *file, int line)
{
	int64_t end_ms = pty_now_ms() + LONG_MS;

	while (!strstr(cli("%s", words), text)) {
		if (pty_now_ms() > end_ms) {
			fprintf(stderr, "%s:%d: expected of %s: %s\n%s\n", file, line, words, text, buf_text(&printed));
			pty_dump(pty);
			_fail(file, line);
		}
		pty_pump(pty, PUMP_MS);
	}
}
