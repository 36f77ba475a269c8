#include "chime.h"

#include "engine/bell.h"

#include <stdio.h>
#include <string.h>

enum { PHASE_MS = 300, PHASES = 3, REST_MS = 4 * PHASE_MS, FRESH_MS = 10000 };

static int64_t now_ms(void)
{
	return env_now(&env_system).boot_ms;
}

void chime_begin(struct chime *chime)
{
	int64_t at_ms = now_ms();

	if (!chime->since_ms || at_ms - chime->since_ms >= REST_MS)
		chime->since_ms = at_ms;
}

/* A bell of long ago that comes with somebody else's facts is only noted. */
static bool is_to_be_seen(const struct run_row *row, const struct run *run)
{
	int64_t age_ms = run->now.wall_ms - row->at_ms;

	return bell_stage_of(row) != BELL_OVER && age_ms < FRESH_MS && age_ms > -FRESH_MS;
}

void chime_follow(struct chime *chime, const struct run *run)
{
	const struct run_row *rung = run->bells.rung;
	const char *newest = rung ? rung->id : "";
	bool is_new = chime->known && strcmp(newest, chime->newest) != 0;

	chime->known = true;
	snprintf(chime->newest, sizeof chime->newest, "%s", newest);
	if (rung && is_new && is_to_be_seen(rung, run))
		chime_begin(chime);
}

static int64_t phase(const struct chime *chime)
{
	return chime->since_ms ? (now_ms() - chime->since_ms) / PHASE_MS : PHASES;
}

bool chime_is_lit(const struct chime *chime)
{
	int64_t at = phase(chime);

	return at < PHASES && at % 2 == 0;
}

int64_t chime_next_ms(const struct chime *chime)
{
	if (phase(chime) >= PHASES)
		return -1;
	return PHASE_MS - (now_ms() - chime->since_ms) % PHASE_MS;
}
