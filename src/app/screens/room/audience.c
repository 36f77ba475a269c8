/* audience.c - the projector's console: it follows the facilitator, writes nothing, and comes up shuttered. */
#include "console/console.h"

#include "room.h"
#include "screens/screens.h"

/* Whatever the log says, contents show only after somebody opened the shutter while this screen was up (clock.md 1); who
 * drives the clock is told so (app_see_shutter). */
static void draw(const struct console *console, struct canvas *canvas)
{
	const struct run_stage *stage = &console->run.stage;

	room_draw(console, stage->open && stamp_wall_ms(stage->shutter) >= console->opened.wall_ms, canvas);
}

static bool is_bare(const struct console *console)
{
	(void)console;
	return true;
}

static bool is_still(const struct console *console)
{
	return room_is_still(&console->run);
}

const struct screen screen_audience = {
	.name = "audience",
	.scope = AT_audience,
	.reach = { .reach = REACH_OPEN },
	.next_ms = room_next_ms,
	.draw = draw,
	.is_still = is_still,
	.is_bare = is_bare,
};
