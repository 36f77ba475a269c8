/* echo_app.c - the smallest program on the terminal floor: a text field, a list of what came, a bar on the last row.
 * The tests drive it. Ctrl-C leaves with 0; a signal is said on the way out and then ends the program as by default.
 *
 *	echo_app [--narrow | --wide] [--no-colour] [--light] [--alarm] [--field]
 *
 * --alarm: a timer signal each 2 ms, which interrupts whatever waits. --field: only the field changes, to measure by.
 * */
#include "base/mem.h"
#include "term/input.h"
#include "term/signals.h"
#include "term/term.h"
#include "text/lineedit.h"
#include "text/text.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

enum { LOG_LINES = 64, FIELD_ROW = 1, COUNT_ROW = 2, LOG_ROW = 3 };

struct echo {
	struct term *term;
	struct canvas canvas;
	struct lineedit edit;
	struct buf log[LOG_LINES]; /* newest first */
	enum theme theme;
	size_t typed, paints; /* bytes; pictures */
	unsigned hash;        /* of all the bytes, in order */
	bool field_only;
	bool leave;
	int signal; /* to die by */
	bool hung_up;
};

static void note(struct echo *echo, const char *kind, const char *what)
{
	struct buf oldest = echo->log[LOG_LINES - 1];

	memmove(echo->log + 1, echo->log, (LOG_LINES - 1) * sizeof echo->log[0]);
	buf_clear(&oldest);
	buf_addf(&oldest, "%s %s", kind, what);
	echo->log[0] = oldest;
}

static void take_text(struct echo *echo, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		echo->hash = (echo->hash ^ (unsigned char)text[i]) * 16777619u;
	echo->typed += len;
	lineedit_insert(&echo->edit, text, len);
}

/* Through a pointer that may change, so that no compiler makes a loop of it. */
static int overflow_stack(int depth);
static int (*volatile once_more)(int) = overflow_stack;

static int overflow_stack(int depth)
{
	volatile char here[4096];

	here[depth % 4096] = 1;
	return depth < 0 ? 0 : here[0] + once_more(depth + 1);
}

static void crash(enum keycode code)
{
	static volatile uintptr_t no_address = 16;

	if (code == KEYCODE_F9)
		abort();
	if (code == KEYCODE_F10)
		*(volatile char *)no_address = 0;
	if (code == KEYCODE_F11)
		overflow_stack(0);
	if (code == KEYCODE_F12)
		free(mem_new(SIZE_MAX / 4, 1));
}

static void take_control(struct echo *echo, uint32_t letter)
{
	if (letter == 'c')
		echo->leave = true;
	if (letter == 'l')
		term_redraw(echo->term, echo->theme);
	if (letter == 't')
		term_redraw(echo->term, echo->theme = echo->theme == THEME_DARK ? THEME_LIGHT : THEME_DARK);
	if (letter == 'g')
		term_bell(echo->term);
	if (letter == 'u')
		lineedit_clear(&echo->edit);
	if (letter == 'z')
		term_suspend(echo->term);
}

static void take_key(struct echo *echo, struct key key)
{
	char name[KEY_NAME_LEN];
	struct buf typed = { 0 };

	key_print(key, name);
	note(echo, "key", name);
	crash(key.code);
	if (key.code == KEYCODE_BACKSPACE)
		lineedit_delete(&echo->edit, MOVE_LEFT);
	if (key.code == KEYCODE_LEFT)
		lineedit_move(&echo->edit, MOVE_LEFT, false);
	if (key.code != KEYCODE_CHAR || key.alt)
		return;
	if (key.ctrl) {
		take_control(echo, key.point);
		return;
	}
	text_add_code_point(&typed, (int32_t)key.point);
	take_text(echo, buf_text(&typed), typed.len);
	buf_done(&typed);
}

static void take_event(struct echo *echo, const struct input_event *event)
{
	switch (event->type) {
	case INPUT_KEY:
		take_key(echo, event->key);
		break;
	case INPUT_TEXT:
		note(echo, "text", event->text);
		take_text(echo, event->text, event->len);
		break;
	case INPUT_PASTE:
		note(echo, event->cut ? "paste-cut" : "paste", event->text);
		take_text(echo, event->text, event->len);
		break;
	case INPUT_HANGUP:
		echo->hung_up = echo->leave = true;
		break;
	}
}

static void take_input(struct echo *echo)
{
	const struct input_event *events;
	size_t len = input_read(echo->term, &events);

	for (size_t i = 0; i < len; i++)
		take_event(echo, &events[i]);
}

static void take_signals(struct echo *echo, int fd)
{
	for (int number = signals_take(fd); number; number = signals_take(fd)) {
		if (number == SIGWINCH)
			term_resize(echo->term);
		else if (number == SIGTSTP)
			term_suspend(echo->term);
		else if (number == SIGCONT)
			term_resume(echo->term);
		else
			echo->signal = number;
	}
}

/* The field shows the part of the text up to the cursor; what is longer than a field is for is not shown. */
static void draw_field(struct echo *echo, int cols)
{
	bool is_short = echo->edit.text.len <= 4096;
	const char *text = is_short ? lineedit_text(&echo->edit) : "";
	size_t from = 0;

	if (!is_short)
		lineedit_clear(&echo->edit);
	while (from < echo->edit.cursor && text_cols(text + from, echo->edit.cursor - from) > cols - 3)
		from = text_cluster_end(text, echo->edit.text.len, from);
	canvas_text(&echo->canvas, FIELD_ROW, 0, 2, STYLE_LABEL, "> ");
	canvas_text(&echo->canvas, FIELD_ROW, 2, cols - 2, STYLE_FIELD, text + from);
	canvas_cursor(&echo->canvas, FIELD_ROW, 2 + text_cols(text + from, echo->edit.cursor - from));
}

static void draw_bar(struct echo *echo, int rows, int cols)
{
	canvas_fill(&echo->canvas, (struct rect){ rows - 1, 0, 1, cols }, STYLE_BAR);
	canvas_text(&echo->canvas, rows - 1, 0, cols, STYLE_BAR, "①→─│ Ctrl-C");
}

static void draw(struct echo *echo)
{
	struct canvas *canvas = &echo->canvas;
	int rows, cols;
	char line[128];

	term_size(echo->term, &rows, &cols);
	if (canvas->rows != rows || canvas->cols != cols)
		canvas_resize(canvas, rows, cols);
	canvas_clear(canvas);
	snprintf(line, sizeof line, "echo %dx%d %s", cols, rows, text_is_ambiguous_wide() ? "wide" : "narrow");
	canvas_text(canvas, 0, 0, cols, STYLE_TITLE, line);
	draw_field(echo, cols);
	draw_bar(echo, rows, cols);
	if (echo->field_only)
		return;
	snprintf(line, sizeof line, "bytes %zu hash %08x", echo->typed, echo->hash);
	canvas_text(canvas, COUNT_ROW, 0, cols, STYLE_PLAIN, line);
	for (int i = 0; i < LOG_LINES && LOG_ROW + i < rows - 1; i++)
		canvas_text(canvas, LOG_ROW + i, 0, cols, STYLE_PLAIN, buf_text(&echo->log[i]));
}

static void nothing(int signal_number)
{
	(void)signal_number;
}

static void start_alarm(void)
{
	struct sigaction action = { .sa_handler = nothing };
	struct itimerval often = { .it_interval.tv_usec = 2000, .it_value.tv_usec = 2000 };

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
}

static void run(struct echo *echo, int signal_fd)
{
	while (!echo->leave && !echo->signal) {
		struct pollfd fds[] = { { .fd = term_fd(echo->term), .events = POLLIN },
					{ .fd = signal_fd, .events = POLLIN } };

		draw(echo);
		term_paint(echo->term, &echo->canvas, 0, echo->canvas.rows);
		echo->paints++;
		if (poll(fds, COUNT(fds), -1) < 0)
			continue;
		if (fds[0].revents)
			take_input(echo);
		if (fds[1].revents)
			take_signals(echo, signal_fd);
	}
}

static void read_options(int argc, char **argv, struct term_options *options, struct echo *echo)
{
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--narrow"))
			options->ambiguous = TERM_AMBIGUOUS_NARROW;
		else if (!strcmp(argv[i], "--wide"))
			options->ambiguous = TERM_AMBIGUOUS_WIDE;
		else if (!strcmp(argv[i], "--no-colour"))
			options->no_colour = true;
		else if (!strcmp(argv[i], "--light"))
			options->theme = THEME_LIGHT;
		else if (!strcmp(argv[i], "--alarm"))
			start_alarm();
		else if (!strcmp(argv[i], "--field"))
			echo->field_only = true;
	}
}

static int refuse(enum status st, const struct fault *fault)
{
	fprintf(stderr, "%s\n", fault->text);
	return st == ST_REFUSED ? 2 : 78;
}

static void clean_up(struct echo *echo)
{
	canvas_done(&echo->canvas);
	lineedit_done(&echo->edit);
	for (int i = 0; i < LOG_LINES; i++)
		buf_done(&echo->log[i]);
}

int main(int argc, char **argv)
{
	struct echo echo = { .hash = 2166136261u };
	struct term_options options = { 0 };
	struct fault fault = { "" };
	enum status st;
	int signal_fd;

	setlocale(LC_ALL, "");
	read_options(argc, argv, &options, &echo);
	echo.theme = options.theme;
	if (signals_open(&signal_fd, &fault) != ST_OK)
		return refuse(ST_IO, &fault);
	st = term_open(&options, &echo.term, &fault);
	if (st != ST_OK)
		return refuse(st, &fault);
	run(&echo, signal_fd);
	term_close(echo.term);
	if (!echo.hung_up)
		printf("paints %zu bytes %zu\n", echo.paints, echo.typed);
	fflush(stdout);
	clean_up(&echo);
	if (echo.signal)
		signals_die(echo.signal);
	signals_close(signal_fd);
	return echo.hung_up ? 1 : 0;
}
