/* home_papers.c - what is printed for the day, written into a folder from the list of workshops. */
#include "home.h"

#include "base/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where people look for what is theirs. */
static void add_home(struct buf *out)
{
	const char *home = getenv("HOME");

	buf_add_text(out, home && *home ? home : ".");
}

static void accept_folder(struct console *console, const char *text)
{
	const struct workshop *workshop = home_workshop(console);
	struct buf folder = { 0 };

	if (!*text || !workshop)
		return;
	if (text[0] == '~' && (text[1] == '/' || !text[1])) {
		add_home(&folder);
		text++;
	}
	buf_add_text(&folder, text);
	console->effects.papers = buf_steal(&folder);
	snprintf(console->effects.papers_of, sizeof console->effects.papers_of, "%s", workshop->id);
}

void home_papers(struct console *console)
{
	if (home_workshop(console))
		console_ask(console, _("Into which folder? A browser prints what is written there."), "~/yoriai-paper", accept_folder);
}
