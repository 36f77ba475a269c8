#include "keeper.h"

#include "store/search.h"

enum {
	QUIET_MS = 1500,
	WRITING_MS = 3000, /* so long after news somebody is taken to be writing, */
	PAUSE_MS = 100,    /* whose commits hardly ever meet the index's then; */
	REST_MS = 10,      /* where nobody is, it is at work for a quarter of the time at most */
	REST_SHARE = 3,
};

static int64_t now_ms(void)
{
	return env_now(&env_system).mono_ms;
}

/* Also while another console lies over it. A rehearsal's copy is thrown away. */
static bool keeps(const struct console *console)
{
	enum command_scope scope = console->screen->scope;

	if (console->app->rehearsal.inside)
		return false;
	return scope == AT_home || scope == AT_run || (console->below && keeps(console->below));
}

void keeper_note_typing(struct keeper *keeper)
{
	if (keeper->due_ms >= 0)
		keeper->due_ms = now_ms() + QUIET_MS;
}

void keeper_note_news(struct keeper *keeper, const struct console *console)
{
	keeper->news_ms = now_ms();
	if (keeper->due_ms < 0 && keeps(console) && index_is_behind(console->app->store))
		keeper->due_ms = now_ms() + QUIET_MS;
}

int64_t keeper_next_ms(const struct keeper *keeper)
{
	int64_t left_ms = keeper->due_ms - now_ms();

	return keeper->due_ms < 0 ? -1 : left_ms > 0 ? left_ms : 0;
}

static int64_t pause_ms(const struct keeper *keeper, int64_t took_ms)
{
	if (now_ms() - keeper->news_ms < WRITING_MS)
		return PAUSE_MS;
	return took_ms * REST_SHARE > REST_MS ? took_ms * REST_SHARE : REST_MS;
}

/* What fails here costs nobody anything but time: the next thing that happens is another occasion. */
void keeper_tend(struct keeper *keeper, struct console *console)
{
	struct store *store = console->app->store;
	int64_t start_ms = now_ms();

	if (keeper_next_ms(keeper) != 0)
		return;
	if (!store_is_settled(store)) {
		keeper->due_ms = now_ms() + QUIET_MS;
		return;
	}
	bool is_behind = index_is_behind(store) && index_catch_up(store, NULL) == ST_OK && index_is_behind(store);
	keeper->due_ms = is_behind ? now_ms() + pause_ms(keeper, now_ms() - start_ms) : -1;
}
