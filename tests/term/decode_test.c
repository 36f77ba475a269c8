/* A terminal's bytes as events: the same however they were split over reads. */
#include "base/buf.h"
#include "base/mem.h"
#include "decode.h"
#include "palette.h"
#include "text/text.h"
#include "view/print.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Events as a line: keys by name, "text:…", "paste:…", "cut:…", "hangup"; separated by spaces. */
static void describe(const struct input_event *event, struct buf *out)
{
	static const char *const names[] = {
		[INPUT_TEXT] = "text:%s", [INPUT_PASTE] = "paste:%s", [INPUT_HANGUP] = "hangup",
	};
	char name[KEY_NAME_LEN];

	if (out->len)
		buf_add_char(out, ' ');
	if (event->type == INPUT_KEY) {
		key_print(event->key, name);
		buf_add_text(out, name);
	} else if (event->cut) {
		buf_addf(out, "cut:%s", event->text);
	} else {
		buf_addf(out, names[event->type], event->text);
	}
}

static void end_burst(struct decode *decode, struct buf *out)
{
	decode_end(decode);
	for (size_t i = 0; i < decode->events_len; i++)
		describe(&decode->events[i], out);
	decode_begin(decode);
}

/* Fed in pieces of so many bytes, each a burst of its own; 0: all at once. Then nothing more comes. */
static char *decode_all(const char *bytes, size_t len, size_t piece, const struct decode_name *names, size_t names_len)
{
	struct decode decode = { .escape_ms = DECODE_ESCAPE_MS, .names = names, .names_len = names_len };
	struct buf out = { 0 };

	for (size_t at = 0; at < len; at += piece) {
		if (!piece || piece > len - at)
			piece = len - at;
		decode_feed(&decode, bytes + at, piece);
		end_burst(&decode, &out);
	}
	decode_expire(&decode);
	end_burst(&decode, &out);
	assert_int_equal(decode_wait_ms(&decode), 0);
	decode_done(&decode);
	return buf_steal(&out);
}

static void expect(const char *bytes, size_t len, size_t piece, const char *events)
{
	char *got = decode_all(bytes, len, piece, NULL, 0);

	if (strcmp(got, events))
		fprintf(stderr, "pieces of %zu\n", piece);
	assert_string_equal(got, events);
	free(got);
}

static void characters_alone_are_keys_and_together_text(void **state)
{
	(void)state;
	expect("q", 1, 0, "q");
	expect(" ", 1, 0, "Space");
	expect("か", 3, 0, "か");
	expect("会議", 6, 0, "text:会議");
	expect("qq", 2, 0, "text:qq");
	expect("ab\rc", 4, 0, "text:ab Enter c");
	expect("か\xE3\x82\x99", 6, 0, "text:か\xE3\x82\x99");
}

static void half_a_character_waits_for_its_other_half(void **state)
{
	struct decode decode = { .escape_ms = DECODE_ESCAPE_MS };
	struct buf out = { 0 };

	(void)state;
	decode_feed(&decode, "\xE4\xBC", 2);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "");
	assert_int_equal(decode_wait_ms(&decode), 0);
	decode_feed(&decode, "\x9A", 1);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "会");
	buf_done(&out);
	decode_done(&decode);
}

/* As over a slow line. What fits nothing before or behind it stays outside all the same. */
static void what_belongs_together_may_come_byte_by_byte(void **state)
{
	(void)state;
	expect("辻\U000E0100", 7, 1, "辻 U+E0100");
	expect("❤\uFE0F", 6, 1, "❤ U+FE0F");
	expect("1\uFE0F\u20E3", 7, 1, "1 U+FE0F U+20E3");
	expect("👩\u200D🚀x", 12, 1, "👩 text:\u200D🚀 x");
	expect("👩\u200D🚀\u200D👩", 18, 1, "👩 text:\u200D🚀 text:\u200D👩");
	expect("👩\u200Da", 8, 1, "👩 a");
	expect("👩\u200D\r", 8, 1, "👩 Enter");
	expect("a\u200D🚀", 8, 1, "a 🚀");
	expect("か\U000E0100", 7, 1, "か");
	expect("辻\r\U000E0100", 8, 1, "辻 Enter");
}

static void what_is_not_utf8_is_shown_and_loses_nothing_else(void **state)
{
	(void)state;
	/* か A 𠮷 Left, an invalid byte, a truncated character, B */
	expect("\xE3\x81\x8B" "A\xF0\xA0\xAE\xB7\033[D\xFF\xE3\x81" "B", 15, 1, "か A 𠮷 Left \uFFFD text:\uFFFD\uFFFDB");
	expect("\xE3\x81", 2, 0, "text:\uFFFD\uFFFD");
	expect("\xC0\xAF", 2, 0, "text:\uFFFD\uFFFD");
}

static void what_may_not_be_kept_does_not_come_in(void **state)
{
	(void)state;
	expect("a\xE2\x80\xAE" "b", 5, 0, "text:ab"); /* a direction override */
	expect("\xEF\xBB\xBF", 3, 0, "");             /* a byte order mark */
	expect("\xC2\x9B" "a", 3, 0, "a");            /* a C1 control */
}

static const struct {
	const char *bytes, *name;
} keys[] = {
	{ "\r", "Enter" }, { "\n", "Enter" }, { "\t", "Tab" }, { "\b", "Backspace" }, { "\x7F", "Backspace" },
	{ "\001", "Ctrl-A" }, { "\032", "Ctrl-Z" }, { "\034", "Ctrl-\\" }, { "\037", "Ctrl-_" },
	{ "\033[A", "Up" }, { "\033OA", "Up" }, { "\033[B", "Down" }, { "\033[C", "Right" }, { "\033OD", "Left" },
	{ "\033[H", "Home" }, { "\033OF", "End" }, { "\033[1~", "Home" }, { "\033[7~", "Home" }, { "\033[4~", "End" },
	{ "\033[8~", "End" }, { "\033[3~", "Delete" }, { "\033[5~", "PageUp" }, { "\033[6~", "PageDown" },
	{ "\033[Z", "Shift-Tab" }, { "\033[27;2;9~", "Shift-Tab" },
	{ "\033[1;2A", "Shift-Up" }, { "\033[1;3A", "Alt-Up" }, { "\033[1;5C", "Ctrl-Right" },
	{ "\033[1;7D", "Ctrl-Alt-Left" }, { "\033[3;5~", "Ctrl-Delete" }, { "\033\033[A", "Alt-Up" },
	{ "\033OP", "F1" }, { "\033OR", "F3" }, { "\033[13~", "F3" }, { "\033[15~", "F5" }, { "\033[24~", "F12" },
	{ "\033[1;5R", "Ctrl-F3" }, { "\033[1;2S", "Shift-F4" }, { "\033[[A", "F1" }, { "\033[[E", "F5" },
	{ "\033x", "Alt-x" }, { "\033\xE3\x81\x8B", "Alt-か" },
	{ "\033\r", "Alt-Enter" }, { "\033\x7F", "Alt-Backspace" },
	{ "\033[105;5u", "Ctrl-i" }, { "\033[27u", "Escape" }, { "\033[13;2u", "Shift-Enter" },
	{ "\033OM", "Enter" }, { "\033Op", "0" }, { "\033Ok", "+" },
};

static void keys_are_known_in_every_usual_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct key want, got;
		char *name = decode_all(keys[i].bytes, strlen(keys[i].bytes), 0, NULL, 0);

		assert_true(key_parse(keys[i].name, strlen(keys[i].name), &want));
		if (!key_parse(name, strlen(name), &got) || !key_equal(want, got))
			fail_msg("%zu: expected %s, got %s", i, keys[i].name, name);
		free(name);
	}
}

static void escape_is_a_key_once_nothing_follows(void **state)
{
	struct decode decode = { .escape_ms = 25 };

	(void)state;
	decode_feed(&decode, "\033", 1);
	decode_end(&decode);
	assert_int_equal(decode.events_len, 0);
	assert_int_equal(decode_wait_ms(&decode), 25);
	decode_expire(&decode);
	assert_int_equal(decode.events_len, 1);
	assert_int_equal(decode.events[0].key.code, KEYCODE_ESCAPE);
	decode_done(&decode);
	expect("\033\033", 2, 0, "Escape Escape");
	expect("\033[", 2, 0, "Alt-[");
	expect("\033O", 2, 0, "Alt-O");
	expect("\033]", 2, 0, "Alt-]");
}

static void sequences_nobody_knows_are_passed_over(void **state)
{
	static const char *const unknown[] = {
		"\033[I", "\033[O", "\033[?1;2c", "\033[>41;379;0c", "\033[999~", "\033[<0;10;5M", "\033[1;1;1;1;1;1x",
		"\033]11;rgb:0000/0000/0000\033\\", "\033]11;rgb:0/0/0\a", "\033P1+r436f\033\\", "\033[201~",
		"\033[5;9R",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(unknown); i++) {
		struct buf bytes = { 0 };

		buf_addf(&bytes, "a%sb", unknown[i]);
		expect(bytes.bytes, bytes.len, 0, "text:ab");
		expect(bytes.bytes, bytes.len, 1, "a b");
		buf_done(&bytes);
	}
	expect("\033[1;\rb", 6, 0, "Enter b"); /* broken off */
	expect("\033]b\rc", 5, 0, "Enter c");
}

static void a_late_answer_is_not_a_key(void **state)
{
	struct decode decode = { .escape_ms = 25, .report_due = true };

	(void)state;
	decode_feed(&decode, "\033[1;2R\033[1;2R", 12);
	decode_end(&decode);
	assert_int_equal(decode.events_len, 1);
	assert_int_equal(decode.events[0].key.code, KEYCODE_F3);
	decode_done(&decode);
}

static void a_terminals_own_names_go_first(void **state)
{
	static const struct decode_name names[] = {
		{ "\033Oa", { .code = KEYCODE_UP, .ctrl = true } },
		{ "\033[1~", { .code = KEYCODE_PAGE_UP } },
		{ "\033[1~~", { .code = KEYCODE_PAGE_DOWN } },
	};
	static const struct {
		const char *bytes, *events;
	} cases[] = {
		{ "\033Oa", "Ctrl-Up" }, { "\033[1~", "PageUp" }, { "\033[1~x", "PageUp x" },
		{ "\033[1~~", "PageDown" },
		{ "\033[4~", "End" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (size_t piece = 0; piece <= 2; piece++) {
			char *got = decode_all(cases[i].bytes, strlen(cases[i].bytes), piece, names, COUNT(names));

			assert_string_equal(got, cases[i].events);
			free(got);
		}
	}
}

static void a_paste_is_text_and_never_a_command(void **state)
{
	static const char pasted[] = "a\033[200~一\r二\r\n三\t\003\033[A\033x\033[201~b";

	(void)state;
	expect(pasted, sizeof pasted - 1, 0, "a paste:一\n二\n三\t[Ax b");
	expect(pasted, sizeof pasted - 1, 1, "a paste:一\n二\n三\t[Ax b");
	expect("\033[200~\033[201~", 12, 0, "paste:");
}

static void a_paste_without_an_end_is_given_after_a_while(void **state)
{
	struct decode decode = { .escape_ms = 25 };
	struct buf out = { 0 };

	(void)state;
	decode_feed(&decode, "\033[200~abc\033[20", 13);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "");
	assert_int_equal(decode_wait_ms(&decode), DECODE_PASTE_MS);
	decode_expire(&decode);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "cut:abc[20");
	decode_feed(&decode, "x", 1);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "cut:abc[20 x");
	buf_done(&out);
	decode_done(&decode);
}

/* Characters of three bytes do not divide the limit: the last one must not be torn. */
static void a_paste_too_long_is_cut_between_characters(void **state)
{
	struct decode decode = { .escape_ms = 25 };

	(void)state;
	decode_feed(&decode, "\033[200~", 6);
	for (size_t i = 0; i < INPUT_PASTE_MAX / 3 + 1000; i++)
		decode_feed(&decode, "字", 3);
	decode_feed(&decode, "\033[201~", 6);
	assert_int_equal(decode.events_len, 1);
	assert_true(decode.events[0].cut);
	assert_int_equal(decode.events[0].len, INPUT_PASTE_MAX / 3 * 3);
	assert_true(text_is_clean(decode.events[0].text, decode.events[0].len, true));
	decode_done(&decode);
}

/* A terminal that does not say what is pasted: several lines at once, in however many reads, are one paste; as soon as nothing
 * more comes, keys are keys again. */
static void a_page_that_was_not_announced_is_a_paste_and_no_keys(void **state)
{
	static const char line[] = "ｄ三日後に箱を取りに来てもらう。d q u\r";
	struct decode decode = { .escape_ms = 25 };
	struct buf page = { 0 }, wanted = { 0 }, out = { 0 };

	(void)state;
	buf_add_text(&wanted, "paste:");
	for (int i = 0; i < 6; i++) {
		buf_add_text(&page, line);
		buf_addf(&wanted, "%.*s\n", (int)sizeof line - 2, line);
	}
	buf_add_text(&wanted, "q Enter q Enter");
	decode_feed(&decode, page.bytes, DECODE_PAGE_BYTES + 1);
	end_burst(&decode, &out);
	assert_int_equal(decode_wait_ms(&decode), DECODE_PAGE_MS);
	for (size_t at = DECODE_PAGE_BYTES + 1; at < page.len; at++)
		decode_feed(&decode, page.bytes + at, 1);
	decode_feed(&decode, "q", 1);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), "");
	decode_expire(&decode);
	decode_feed(&decode, "\rq\r", 3);
	end_burst(&decode, &out);
	assert_string_equal(buf_text(&out), buf_text(&wanted));
	buf_done(&page);
	buf_done(&wanted);
	buf_done(&out);
	decode_done(&decode);
}

/* One line however long, Enter held down, and short lines typed while the network slept. */
static void what_may_have_been_typed_is_no_page(void **state)
{
	struct decode decode = { .escape_ms = 25 };
	char typed[2 * DECODE_PAGE_BYTES];

	(void)state;
	memset(typed, 'x', sizeof typed);
	typed[sizeof typed - 1] = '\r';
	decode_feed(&decode, typed, sizeof typed);
	memset(typed, '\r', sizeof typed);
	decode_feed(&decode, typed, sizeof typed);
	decode_feed(&decode, "abc\rdef\rghi\r", 12);
	decode_end(&decode);
	for (size_t i = 0; i < decode.events_len; i++)
		assert_int_not_equal(decode.events[i].type, INPUT_PASTE);
	assert_int_equal(decode_wait_ms(&decode), 0);
	decode_done(&decode);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void add_random_piece(unsigned *seed, struct buf *bytes)
{
	static const char *const pieces[] = {
		"会", "𠮷", "a", " ", "\r", "\t", "\033", "\033[", "\033O", "[", "A", "1;5", "~", "\033[A", "\033[200~",
		"\033[201~", "\xFF", "\xE3\x81", "\x80", "\033]", "\033\\", "\a", "\003", "\xC2\x9B", "R",
	};

	buf_add_text(bytes, pieces[next_random(seed) % COUNT(pieces)]);
}

/* Reads of so many bytes each, all in one burst. */
static char *decode_one_burst(const struct buf *bytes, size_t piece)
{
	struct decode decode = { .escape_ms = DECODE_ESCAPE_MS };
	struct buf out = { 0 };

	for (size_t at = 0; at < bytes->len; at += piece)
		decode_feed(&decode, bytes->bytes + at, piece < bytes->len - at ? piece : bytes->len - at);
	decode_expire(&decode);
	end_burst(&decode, &out);
	decode_done(&decode);
	return buf_steal(&out);
}

static void any_bytes_mean_the_same_however_they_are_split(void **state)
{
	const char *given = getenv("YORIAI_SEED");
	unsigned first = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);

	(void)state;
	for (unsigned round = 0; round < 3000; round++) {
		unsigned seed = first + round;
		struct buf bytes = { 0 };

		for (unsigned i = 0; i < 24; i++)
			add_random_piece(&seed, &bytes);
		char *whole = decode_one_burst(&bytes, bytes.len);
		char *split = decode_one_burst(&bytes, 1 + round % 7);
		if (strcmp(whole, split))
			fail_msg("YORIAI_SEED=%u: “%s” or “%s”", first + round, whole, split);
		free(whole);
		free(split);
		buf_done(&bytes);
	}
}

static void colours_are_near_and_ours(void **state)
{
	(void)state;
	assert_int_equal(palette_nearest(-1, 256), -1);
	assert_int_equal(palette_nearest(0x000000, 256), 16);
	assert_int_equal(palette_nearest(0xffffff, 256), 231);
	assert_int_equal(palette_nearest(0xff8700, 256), 208);
	assert_int_equal(palette_nearest(0x767676, 256), 243);
	assert_int_equal(palette_nearest(0x000000, 8), 0);
	assert_int_equal(palette_nearest(0xffffff, 8), 7);
	assert_int_equal(palette_nearest(0xffffff, 16), 15);
}

/* Text must stand out from its ground with eight colours too. */
static void no_style_vanishes_on_a_terminal_of_eight_colours(void **state)
{
	(void)state;
	for (int style = 0; style < STYLE_COUNT; style++) {
		for (int theme = THEME_DARK; theme <= THEME_LIGHT; theme++) {
			struct look look = style_look((enum style)style, (enum theme)theme);

			assert_int_not_equal(palette_nearest(look.ink, 8), palette_nearest(look.paper, 8));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_alone_are_keys_and_together_text),
		cmocka_unit_test(half_a_character_waits_for_its_other_half),
		cmocka_unit_test(what_belongs_together_may_come_byte_by_byte),
		cmocka_unit_test(what_is_not_utf8_is_shown_and_loses_nothing_else),
		cmocka_unit_test(what_may_not_be_kept_does_not_come_in),
		cmocka_unit_test(keys_are_known_in_every_usual_form),
		cmocka_unit_test(escape_is_a_key_once_nothing_follows),
		cmocka_unit_test(sequences_nobody_knows_are_passed_over),
		cmocka_unit_test(a_late_answer_is_not_a_key),
		cmocka_unit_test(a_terminals_own_names_go_first),
		cmocka_unit_test(a_paste_is_text_and_never_a_command),
		cmocka_unit_test(a_paste_without_an_end_is_given_after_a_while),
		cmocka_unit_test(a_paste_too_long_is_cut_between_characters),
		cmocka_unit_test(a_page_that_was_not_announced_is_a_paste_and_no_keys),
		cmocka_unit_test(what_may_have_been_typed_is_no_page),
		cmocka_unit_test(any_bytes_mean_the_same_however_they_are_split),
		cmocka_unit_test(colours_are_near_and_ours),
		cmocka_unit_test(no_style_vanishes_on_a_terminal_of_eight_colours),
	};

	return cmocka_run_group_tests_name("term decode", tests, NULL, NULL);
}
