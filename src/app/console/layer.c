#include "layer.h"

#include <string.h>

struct console *layer_below(const struct console *console)
{
	struct console *below = console->below;

	while (below && !below->screen->draw_foot)
		below = below->below;
	return below;
}

static void say_on_top(struct console *console, struct console *top)
{
	if (!console->notice[0])
		return;
	memcpy(top->notice, console->notice, sizeof top->notice);
	top->notice_is_bad = console->notice_is_bad;
	console->notice[0] = '\0';
	top->only_own = false;
}

static void go_on(struct console *console, bool has_news, struct console *top)
{
	console->only_own = true;
	console->effects.reload |= has_news;
	console_effects(console);
	console_pass_time(console, env_now(console->app->env), false);
	if (console->screen->tick)
		console->screen->tick(console);
	console_effects(console);
	say_on_top(console, top);
	/* Its foot has changed. */
	if (!console->only_own || chime_next_ms(&console->chime) >= 0)
		top->only_own = false;
}

void layers_go_on(struct console *top)
{
	struct console *above = top;

	/* The store says of each change once that there is news: to whoever asks first. */
	for (struct console *console = layer_below(top); console; console = layer_below(above)) {
		go_on(console, console->book.seen < above->book.seen, top);
		above = console;
	}
	top->effects.reload |= top->book.seen < above->book.seen;
}
