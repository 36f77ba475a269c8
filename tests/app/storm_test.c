/* Many scribes write at one bell, and some of their consoles are killed at any moment: what a screen said was saved is there, once.
 * YORIAI_STORM_SCRIBES, _BELLS and _KILLS (at each bell) make it a greater storm. */
#include "app/stage.h"
#include "support/dice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCRIBES_MAX = 64, BELLS_MAX = 1000, TABLES = 3, TEXT_LEN = 80, LATE_MS = 30 };

/* A line says the bell and the scribe. */
static struct storm {
	size_t scribes, bells, kills;
	struct pty *ptys[SCRIBES_MAX];
	bool is_acknowledged[BELLS_MAX][SCRIBES_MAX];
} storm;

static size_t number(const char *variable, size_t usual, size_t most)
{
	const char *text = getenv(variable);
	size_t said = text ? strtoul(text, NULL, 10) : usual;

	return said < most ? said : most;
}

static void write_text(size_t bell, size_t scribe, char text[TEXT_LEN])
{
	snprintf(text, TEXT_LEN, "猫の缶詰（%zu・%zu）", bell, scribe);
}

/* Whoever was killed while typing may find it in a form again. */
static void open_scribe(size_t scribe)
{
	char words[32];

	snprintf(words, sizeof words, "scribe --table %zu", scribe % TABLES + 1);
	storm.ptys[scribe] = stage_open(words, 0, 0, NULL);
	pty_expect(storm.ptys[scribe], "Notes (");
	if (pty_cursor_is_visible(storm.ptys[scribe]))
		pty_keys(storm.ptys[scribe], "Escape");
}

static void type_line(size_t bell, size_t scribe)
{
	char text[TEXT_LEN];

	write_text(bell, scribe, text);
	pty_keys(storm.ptys[scribe], "n");
	pty_type(storm.ptys[scribe], text);
	pty_expect(storm.ptys[scribe], text);
	pty_expect_gone(storm.ptys[scribe], "Saved.");
}

/* What it had said by then counts. */
static void kill_scribe(size_t bell, size_t scribe)
{
	struct pty *pty = storm.ptys[scribe];

	pty_signal(pty, SIGKILL);
	pty_expect_exit(pty, 128 + SIGKILL);
	storm.is_acknowledged[bell][scribe] = pty_find(pty, "Saved.", NULL, NULL);
	pty_end(pty);
	open_scribe(scribe);
}

static void ring(size_t bell, struct dice *dice)
{
	bool is_killed[SCRIBES_MAX] = { false };

	for (size_t i = 0; i < storm.scribes; i++)
		type_line(bell, i);
	for (size_t i = 0; i < storm.scribes; i++)
		pty_keys(storm.ptys[i], "Enter");
	for (size_t i = 0; i < storm.kills; i++) {
		size_t scribe = dice_below(dice, storm.scribes);
		if (is_killed[scribe])
			continue;
		is_killed[scribe] = true;
		pty_pump(storm.ptys[scribe], (int)dice_below(dice, LATE_MS));
		kill_scribe(bell, scribe);
	}
	for (size_t i = 0; i < storm.scribes; i++) {
		if (is_killed[i])
			continue;
		pty_expect(storm.ptys[i], "Saved.");
		storm.is_acknowledged[bell][i] = true;
	}
}

static size_t count(const char *told, const char *text)
{
	size_t found = 0;

	for (const char *at = told; (at = strstr(at, text)); at++)
		found++;
	return found;
}

static void assert_nothing_lost(void)
{
	const char *told = cli("show --json");
	size_t acknowledged = 0, there = 0;
	char text[TEXT_LEN];

	for (size_t bell = 0; bell < storm.bells; bell++) {
		for (size_t i = 0; i < storm.scribes; i++) {
			write_text(bell, i, text);
			size_t found = count(told, text);
			if (found > 1 || found < storm.is_acknowledged[bell][i])
				fail_msg("%s is there %zu times", text, found);
			acknowledged += storm.is_acknowledged[bell][i];
			there += found;
		}
	}
	fprintf(stderr, "  %zu scribes, %zu bells: %zu lines were said to be saved, %zu are there\n", storm.scribes, storm.bells,
		acknowledged, there);
}

static void what_a_scribe_saw_saved_is_there_whoever_is_killed(void **state)
{
	struct dice dice = dice_take("consoles killed at a bell");

	(void)state;
	storm.scribes = number("YORIAI_STORM_SCRIBES", 6, SCRIBES_MAX);
	storm.bells = number("YORIAI_STORM_BELLS", 4, BELLS_MAX);
	storm.kills = number("YORIAI_STORM_KILLS", 2, SCRIBES_MAX);
	for (size_t i = 0; i < storm.scribes; i++)
		open_scribe(i);
	for (size_t bell = 0; bell < storm.bells; bell++)
		ring(bell, &dice);
	for (size_t i = 0; i < storm.scribes; i++)
		stage_leave(storm.ptys[i]);
	assert_nothing_lost();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_a_scribe_saw_saved_is_there_whoever_is_killed, stage_setup, stage_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
