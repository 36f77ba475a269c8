/* plain.c - the front that reads lines and writes lines. */
#include "plain.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/bell.h"
#include "text/text.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PIECE_LEN = 4096, LINE_MAX_LEN = 65536, MINUTE_MS = 60000 };

static enum status open_plain(const struct app *app, struct fault *fault)
{
	(void)fault;
	plain = (struct plain){ .every_ms = MINUTE_MS, .has_bell = app->bell, .rehearses = app->rehearsal.inside };
	return ST_OK;
}

static void close_plain(void)
{
	if (plain.told.begun && !plain.rehearses)
		plain_say(_("You have left. Everything is saved, and a clock that runs goes on.\n"));
	buf_done(&plain.typed);
	told_done(&plain.told);
}

static int fd(void)
{
	return STDIN_FILENO;
}

static void show(struct loop *loop)
{
	plain_tell(&loop->console);
	/* Nobody hears us any more. */
	if (ferror(stdout))
		loop->leave = true;
}

static int64_t bell_next_ms(const struct run *run, const struct run_item *item)
{
	const struct bell_plan plan = bell_plan_of(item->item);
	int64_t ms = -1;

	for (int stage = 1; stage <= BELL_OVER; stage++) {
		int64_t left_ms = item->remaining_ms - bell_before_ms(&plan, stage);
		if (run->bells.armed & 1u << stage && left_ms > 0)
			ms = sooner_ms(ms, left_ms);
	}
	return ms;
}

/* When there is something to say or to ring; and while a step runs a sign of life each minute, so that who comes back after a
 * crash is not asked about time in which we were here (clock.md 2.11). */
static int64_t next_ms(const struct console *console)
{
	const struct run *run = &console->run;
	const struct run_item *item = run_current(run);
	int64_t ms = tell_next_ms(run, plain.every_ms);

	if (run->state != RUN_RUNNING || !item)
		return ms;
	return sooner_ms(sooner_ms(ms, bell_next_ms(run, item)), MINUTE_MS);
}

/* That a bell rings has been said; who asked for it hears it, too. */
static void bell(void)
{
	if (!plain.has_bell)
		return;
	fputc('\a', stdout);
	fflush(stdout);
}

static void suspend(void)
{
	raise(SIGSTOP);
}

/* The width of the window is nothing to us. */
static void heed(int signal)
{
	(void)signal;
}

static void redraw(enum theme theme)
{
	(void)theme;
}

/* --- lines ------------------------------------------------------------------------------------------------------------ */

/* Who typed a line hears something, whatever it was. */
static void answer_silence(void)
{
	if (!plain.has_spoken)
		plain_say(plain.has_written ? _("Done.\n") : _("That changes only what a full screen shows.\n"));
}

static void take_clean_line(struct loop *loop, const char *text, size_t len)
{
	char *line = mem_copy_len(text, len);

	plain.has_spoken = plain.has_written = false;
	if (plain.is_too_long)
		plain_say(_("That line is too long; nothing of it was taken.\n"));
	else
		plain_take_line(loop, line);
	free(line);
	/* A line is answered before the next is looked at, though both came at once. */
	show(loop);
	if (!loop->leave)
		answer_silence();
}

static void take_line(struct loop *loop)
{
	struct buf clean = { 0 };
	size_t len;

	text_clean(&clean, buf_text(&plain.typed), plain.typed.len, false);
	const char *line = text_trim(buf_text(&clean), clean.len, &len);
	take_clean_line(loop, line, len);
	buf_done(&clean);
	buf_clear(&plain.typed);
	plain.is_too_long = false;
	loop_take_signals(loop);
}

static void take_piece(struct loop *loop, const char *bytes, size_t len)
{
	const char *end = bytes + len;

	while (bytes < end && !loop->leave) {
		const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
		size_t part = (size_t)((stop ? stop : end) - bytes);
		if (plain.typed.len + part > LINE_MAX_LEN)
			plain.is_too_long = true;
		else
			buf_add(&plain.typed, bytes, part);
		bytes += part + 1;
		if (stop)
			take_line(loop);
	}
}

static void take(struct loop *loop)
{
	char piece[PIECE_LEN];
	ssize_t len = read(STDIN_FILENO, piece, sizeof piece);

	if (len > 0) {
		take_piece(loop, piece, (size_t)len);
		return;
	}
	if (len < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (plain.typed.len)
		take_line(loop);
	loop->leave = true;
}

const struct front front_plain = {
	.open = open_plain,
	.close = close_plain,
	.fd = fd,
	.take = take,
	.show = show,
	.next_ms = next_ms,
	.heed = heed,
	.suspend = suspend,
	.redraw = redraw,
	.bell = bell,
};
