#include "decode.h"

#include "base/mem.h"
#include "sequence.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

static const char paste_end[] = "\033[201~";
enum { ESC = 0x1B, PASTE_END_LEN = sizeof paste_end - 1 };

static struct input_event *add_event(struct decode *decode, enum input_type type)
{
	struct input_event *event;

	if (decode->events_len == decode->events_room) {
		decode->events_room = decode->events_room ? decode->events_room * 2 : 16;
		decode->events = mem_grow(decode->events, decode->events_room, sizeof *decode->events);
	}
	event = &decode->events[decode->events_len++];
	*event = (struct input_event){ .type = type };
	return event;
}

static void add_text(struct decode *decode, enum input_type type, const struct buf *text)
{
	struct input_event *event = add_event(decode, type);

	event->text = arena_copy_len(&decode->texts, buf_text(text), text->len);
	event->len = text->len;
}

/* One character is a key: it may be a command. */
static void add_characters(struct decode *decode, const struct buf *text)
{
	const char *at = buf_text(text), *end = at + text->len;
	int32_t point = text_next_code_point(&at, end);

	if (at == end)
		add_event(decode, INPUT_KEY)->key = (struct key){ .code = KEYCODE_CHAR, .point = (uint32_t)point };
	else
		add_text(decode, INPUT_TEXT, text);
}

static void remember_last(struct decode *decode, const struct buf *clean)
{
	size_t at = text_cluster_start(buf_text(clean), clean->len, clean->len);

	buf_clear(&decode->last);
	buf_add(&decode->last, clean->bytes + at, clean->len - at);
}

/* Made clean as what follows the characters before it. */
void decode_end(struct decode *decode)
{
	size_t before = decode->last.len;
	struct buf clean = { 0 };

	if (!decode->run.len)
		return;
	buf_insert(&decode->run, 0, buf_text(&decode->last), before);
	text_clean(&clean, buf_text(&decode->run), decode->run.len, false);
	buf_clear(&decode->run);
	if (clean.len > before) {
		remember_last(decode, &clean);
		buf_remove(&clean, 0, before);
		add_characters(decode, &clean);
	}
	buf_done(&clean);
}

static void add_key(struct decode *decode, struct key key)
{
	decode_end(decode);
	buf_clear(&decode->last);
	add_event(decode, INPUT_KEY)->key = key;
}

static void begin_paste(struct decode *decode, bool is_page)
{
	decode_end(decode);
	buf_clear(&decode->last);
	decode->pasting = true;
	decode->is_page = is_page;
	decode->paste_cut = false;
	buf_clear(&decode->paste);
}

static void end_paste(struct decode *decode, bool cut)
{
	struct buf clean = { 0 };

	text_clean(&clean, buf_text(&decode->paste), decode->paste.len, true);
	add_text(decode, INPUT_PASTE, &clean);
	decode->events[decode->events_len - 1].cut = cut || decode->paste_cut;
	decode->pasting = false;
	buf_done(&clean);
	buf_done(&decode->paste);
}

/* A cut paste ends with a whole character. */
static void drop_torn_character(struct buf *buf)
{
	size_t at = buf->len;

	while (at > 0 && ((unsigned char)buf->bytes[at - 1] & 0xC0) == 0x80)
		at--;
	if (at > 0 && !sequence_character(buf->bytes + at - 1, buf->len - at + 1))
		buf_remove(buf, at - 1, buf->len - at + 1);
}

static void keep_pasted(struct decode *decode, const char *bytes, size_t len)
{
	size_t room = INPUT_PASTE_MAX - decode->paste.len;

	if (decode->paste_cut)
		return;
	buf_add(&decode->paste, bytes, len < room ? len : room);
	if (len <= room)
		return;
	decode->paste_cut = true;
	drop_torn_character(&decode->paste);
}

/* Nothing but its end means anything inside a paste. The last bytes may be the beginning of that. */
static size_t take_pasted(struct decode *decode, const char *bytes, size_t len, bool is_all)
{
	const char *end = decode->is_page ? NULL : memmem(bytes, len, paste_end, PASTE_END_LEN);
	size_t sure = end ? (size_t)(end - bytes) : is_all ? len : len >= PASTE_END_LEN ? len - PASTE_END_LEN + 1 : 0;

	keep_pasted(decode, bytes, sure);
	if (end || is_all)
		end_paste(decode, !end && !decode->is_page);
	return end ? sure + PASTE_END_LEN : sure;
}

/* The terminal's own name for a key: its length; or 0, and whether more bytes could make it one. */
static size_t match_names(const struct decode *decode, const char *bytes, size_t len, struct key *ret_key,
			  bool *ret_more)
{
	size_t longest = 0;

	*ret_more = false;
	for (size_t i = 0; i < decode->names_len; i++) {
		size_t name_len = strlen(decode->names[i].bytes);
		size_t common = name_len < len ? name_len : len;

		if (memcmp(decode->names[i].bytes, bytes, common) != 0)
			continue;
		if (name_len > len) {
			*ret_more = true;
		} else if (name_len > longest) {
			longest = name_len;
			*ret_key = decode->names[i].key;
		}
	}
	return longest;
}

/* ESC and too little after it, and no more came: the keys that a person may have pressed. */
static size_t take_broken(struct decode *decode, const char *bytes, size_t len)
{
	if (len == 1 || bytes[1] == ESC) {
		add_key(decode, (struct key){ .code = KEYCODE_ESCAPE });
		return 1;
	}
	if (len == 2 && bytes[1] > ' ')
		add_key(decode, (struct key){ .code = KEYCODE_CHAR, .point = (uint32_t)bytes[1], .alt = true });
	return len;
}

static void take_meaning(struct decode *decode, const struct sequence *sequence)
{
	if (sequence->kind == SEQUENCE_PASTE)
		begin_paste(decode, false);
	else if (sequence->kind == SEQUENCE_KEY)
		add_key(decode, sequence->key);
	else if (sequence->kind == SEQUENCE_REPORT && !decode->report_due && sequence->key.code)
		add_key(decode, sequence->key);
	else if (sequence->kind == SEQUENCE_REPORT)
		decode->report_due = false;
}

static size_t take_escape(struct decode *decode, const char *bytes, size_t len, bool is_all)
{
	struct sequence sequence = sequence_read(bytes, len);
	struct key key = { 0 };
	bool more;
	size_t named = match_names(decode, bytes, len, &key, &more);

	if ((more || (!named && sequence.kind == SEQUENCE_UNFINISHED)) && !is_all)
		return 0;
	if (named) {
		add_key(decode, key);
		return named;
	}
	if (sequence.kind == SEQUENCE_UNFINISHED)
		return take_broken(decode, bytes, len);
	take_meaning(decode, &sequence);
	return sequence.len;
}

/* What it joins to comes behind it, and may be slow to come: without that it would be dropped. */
static bool is_joiner_that_waits(const char *bytes, size_t len)
{
	static const char joiner[] = "\u200D";
	size_t joiner_len = sizeof joiner - 1;

	return len >= joiner_len && memcmp(bytes, joiner, joiner_len) == 0 &&
	       (len == joiner_len || !sequence_character(bytes + joiner_len, len - joiner_len));
}

/* Takes one thing off the front; 0: more bytes are needed. */
static size_t take(struct decode *decode, const char *bytes, size_t len, bool is_all)
{
	unsigned char first = (unsigned char)*bytes;
	size_t taken;

	if (decode->pasting)
		return take_pasted(decode, bytes, len, is_all);
	if (first == ESC)
		return take_escape(decode, bytes, len, is_all);
	if (first < ' ' || first == 0x7F) {
		add_key(decode, sequence_control(first));
		return 1;
	}
	taken = is_joiner_that_waits(bytes, len) ? 0 : sequence_character(bytes, len);
	if (!taken && is_all)
		taken = len;
	buf_add(&decode->run, bytes, taken);
	return taken;
}

static void take_all(struct decode *decode, bool is_all)
{
	size_t at = 0, taken = 1;

	while (taken && at < decode->held.len) {
		taken = take(decode, decode->held.bytes + at, decode->held.len - at, is_all);
		at += taken;
	}
	buf_remove(&decode->held, 0, at);
}

void decode_begin(struct decode *decode)
{
	arena_done(&decode->texts);
	decode->events_len = 0;
}

/* Two lines at least, before any key that is no character. */
static bool is_page(const char *bytes, size_t len)
{
	size_t lines = 0, at = 0;

	for (; at < len; at++) {
		bool ends_line = bytes[at] == '\r' || bytes[at] == '\n';
		if (bytes[at] == 0x7F || ((unsigned char)bytes[at] < ' ' && bytes[at] != '\t' && !ends_line))
			break;
		lines += ends_line && at > 0 && bytes[at - 1] != '\r' && bytes[at - 1] != '\n';
	}
	return lines >= 2 && at >= DECODE_PAGE_BYTES;
}

void decode_feed(struct decode *decode, const char *bytes, size_t len)
{
	if (!decode->pasting && is_page(bytes, len))
		begin_paste(decode, true);
	buf_add(&decode->held, bytes, len);
	decode->fed += len;
	take_all(decode, false);
}

void decode_expire(struct decode *decode)
{
	take_all(decode, true);
	if (decode->pasting)
		end_paste(decode, !decode->is_page);
}

void decode_hangup(struct decode *decode)
{
	add_event(decode, INPUT_HANGUP);
}

int decode_wait_ms(const struct decode *decode)
{
	if (decode->pasting)
		return decode->is_page ? DECODE_PAGE_MS : DECODE_PASTE_MS;
	/* Half a character waits for its other half however long that takes. */
	if (!decode->held.len || decode->held.bytes[0] != ESC)
		return 0;
	return decode->held.len > 1 ? DECODE_SEQUENCE_MS : decode->escape_ms;
}

void decode_done(struct decode *decode)
{
	buf_done(&decode->held);
	buf_done(&decode->run);
	buf_done(&decode->last);
	buf_done(&decode->paste);
	arena_done(&decode->texts);
	free(decode->events);
	*decode = (struct decode){ 0 };
}
