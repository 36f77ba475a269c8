#include "engine/clockwatch.h"

enum { SLEPT_MS = 5000, STEPPED_MS = 2000, GO_ON_MS = 120000 };

struct clockwatch clockwatch_between(struct moment before, struct moment now)
{
	int64_t boot_ms = now.boot_ms - before.boot_ms;
	int64_t asleep_ms = boot_ms - (now.mono_ms - before.mono_ms);
	int64_t step_ms = now.wall_ms - before.wall_ms - boot_ms;
	struct clockwatch seen = { .rebooted = before.boot_id != now.boot_id };

	if (seen.rebooted)
		return seen;
	seen.slept = asleep_ms > SLEPT_MS;
	seen.slept_ms = seen.slept ? asleep_ms : 0;
	seen.stepped = step_ms > STEPPED_MS || step_ms < -STEPPED_MS;
	seen.step_ms = seen.stepped ? step_ms : 0;
	return seen;
}

enum recovery recovery_for(bool is_running, bool has_heartbeat, struct moment heartbeat, struct moment now,
			   int64_t *ret_gap_ms)
{
	bool same_boot = heartbeat.boot_id == now.boot_id;
	int64_t gap_ms = same_boot ? now.boot_ms - heartbeat.boot_ms : now.wall_ms - heartbeat.wall_ms;

	*ret_gap_ms = 0;
	if (!is_running)
		return RECOVERY_NONE;
	if (!has_heartbeat)
		return RECOVERY_GO_ON;
	*ret_gap_ms = gap_ms > 0 ? gap_ms : 0;
	return gap_ms > GO_ON_MS ? RECOVERY_ASK : RECOVERY_GO_ON;
}
