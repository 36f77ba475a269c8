/* decode.h - a terminal's bytes become events.
 * Floor: term (private). Pure: knows neither descriptors nor clocks nor curses, so a test feeds it byte by byte.
 * Zeroed, but for escape_ms, is a valid start. */
#ifndef TERM_DECODE_H
#define TERM_DECODE_H

#include "base/arena.h"
#include "base/buf.h"
#include "term/input.h"

/* A key Escape is not kept waiting long; the rest of a sequence that has begun may be slow to come over a network. */
enum { DECODE_ESCAPE_MS = 25, DECODE_SEQUENCE_MS = 200, DECODE_PASTE_MS = 2000, DECODE_PAGE_MS = 50 };
/* Where a terminal does not say what is pasted: so much of several lines in one go was not typed. Its Enters would be taken for
 * keys, and its next lines for commands. */
enum { DECODE_PAGE_BYTES = 160 };

/* A key as this terminal's description has it. */
struct decode_name {
	const char *bytes; /* begins with ESC; borrowed */
	struct key key;
};

struct decode {
	size_t fed;       /* bytes so far */
	struct buf held;  /* not yet understood: half a character, half a sequence */
	struct buf run;   /* characters of this burst, not yet an event */
	struct buf last;  /* the cluster that came last: a selector or a joiner in a burst of its own belongs to it */
	struct buf paste; /* as it came */
	bool pasting, paste_cut;
	bool is_page;    /* the paste was not announced; it ends when nothing more comes for a moment */
	int escape_ms;   /* how long ESC alone waits for what would make it a sequence */
	bool report_due; /* the terminal still owes an answer where its cursor is: that is not a key */
	const struct decode_name *names; /* borrowed */
	size_t names_len;

	struct input_event *events; /* of this burst */
	size_t events_len, events_room;
	struct arena texts;
};

void decode_begin(struct decode *decode); /* a new burst: the events of the last one die */
void decode_feed(struct decode *decode, const char *bytes, size_t len);
void decode_expire(struct decode *decode); /* decode_wait_ms() passed and nothing came: what is held is all */
void decode_end(struct decode *decode);    /* the burst's last event is complete */
void decode_hangup(struct decode *decode);
void decode_done(struct decode *decode);

/* How long to wait for the rest of what is held until decode_expire(); 0: nothing depends on time. */
int decode_wait_ms(const struct decode *decode);

#endif
