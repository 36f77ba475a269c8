#include "term/input.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "input_private.h"
#include "term_private.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* A kernel's terminal holds 4095 bytes. The chunks of one burst are bounded so that an endless stream still lets the
 * screen be painted. What is shorter than KEY_BYTES was a key or two: more of it will wake us again. */
enum { CHUNK = 4096, CHUNKS_MAX = 64, KEY_BYTES = 32, ESCAPE_MS_MAX = 10000, AT_ONCE_MS = 1 };

static bool watch(struct input *input, int fd)
{
	struct epoll_event event = { .events = EPOLLIN };

	return epoll_ctl(input->both, EPOLL_CTL_ADD, fd, &event) == 0;
}

/* As curses programs do: people on slow lines set it. */
static int escape_ms(void)
{
	const char *set = getenv("ESCDELAY");
	long ms = set ? strtol(set, NULL, 10) : 0;

	return ms > 0 && ms <= ESCAPE_MS_MAX ? (int)ms : DECODE_ESCAPE_MS;
}

enum status input_open(struct input *input, int tty, struct fault *fault)
{
	*input = (struct input){ .tty = tty, .decode.escape_ms = escape_ms() };
	input->both = epoll_create1(EPOLL_CLOEXEC);
	input->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	if (input->both >= 0 && input->timer >= 0 && watch(input, tty) && watch(input, input->timer))
		return ST_OK;
	fault_set(fault, ST_IO, _("The keyboard cannot be watched: %s."), strerror(errno));
	input_close(input);
	return ST_IO;
}

static void close_fd(int fd)
{
	if (fd > 0)
		close(fd);
}

void input_close(struct input *input)
{
	close_fd(input->both);
	close_fd(input->timer);
	buf_done(&input->early);
	decode_done(&input->decode);
	*input = (struct input){ 0 };
}

static void set_timer(struct input *input, int64_t ms)
{
	struct itimerspec when = {
		.it_value = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 },
	};

	if (ms == 0 && !input->armed)
		return;
	timerfd_settime(input->timer, 0, &when, NULL);
	input->armed = ms != 0;
}

void input_push(struct input *input, const struct buf *early)
{
	buf_add(&input->early, buf_text(early), early->len);
	if (early->len)
		set_timer(input, AT_ONCE_MS);
}

static bool has_expired(struct input *input)
{
	uint64_t times;

	return input->armed && read(input->timer, &times, sizeof times) == (ssize_t)sizeof times;
}

/* Reads one chunk; false: there is no more to be read at once. Reading nothing because of a signal is not the end; the end is an
 * empty read, an error, or a hang-up with nothing left to read. */
static bool take_chunk(struct input *input)
{
	struct pollfd tty = { .fd = input->tty, .events = POLLIN };
	char bytes[CHUNK];
	ssize_t len;

	if (poll(&tty, 1, 0) <= 0)
		return false;
	len = tty.revents & POLLIN ? read(input->tty, bytes, sizeof bytes) : 0;
	if (len > 0)
		decode_feed(&input->decode, bytes, (size_t)len);
	else if (len == 0 || (errno != EINTR && errno != EAGAIN))
		input->gone = true;
	return len >= KEY_BYTES;
}

static void take_early(struct input *input)
{
	decode_feed(&input->decode, buf_text(&input->early), input->early.len);
	buf_done(&input->early);
}

void input_take(struct input *input)
{
	struct decode *decode = &input->decode;
	bool expired = has_expired(input);
	bool is_awaited = !decode->events_len; /* and not woken for what was given back */
	size_t before = decode->fed;

	take_early(input);
	for (int i = 0; i < CHUNKS_MAX && !input->gone && take_chunk(input); i++)
		;
	if (input->gone || (expired && is_awaited && decode->fed == before))
		decode_expire(decode);
	decode_end(decode);
	if (input->gone)
		decode_hangup(decode);
	/* A look that found nothing must not put off the end of the wait. */
	if (expired || decode->fed != before)
		set_timer(input, decode_wait_ms(decode));
}

size_t input_read(struct term *term, const struct input_event **ret_events)
{
	struct input *input = &term->input;

	decode_begin(&input->decode);
	input_take(input);
	*ret_events = input->decode.events;
	return input->decode.events_len;
}
