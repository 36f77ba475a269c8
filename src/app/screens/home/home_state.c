#include "home.h"

struct home_console *home_of(struct console *console)
{
	return console->state;
}

const struct workshop *home_workshop(struct console *console)
{
	const struct workshop_list *workshops = &console->book.workshops;
	size_t bar = home_of(console)->bar;

	return bar < workshops->len ? &workshops->at[bar] : NULL;
}
