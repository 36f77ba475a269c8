/* home_papers.c - what is printed for the day, written into a folder from the list of workshops. */
#include "home.h"

#include "base/calendar.h"
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

/* One for each day, so that no workshop's paper is written over another's. */
static void suggest_folder(const struct workshop *workshop, struct buf *folder)
{
	enum { DAY_LEN = 10 };
	char start[CALENDAR_ISO_LEN];

	buf_add_text(folder, "~/yoriai-paper");
	if (!workshop->start_ms)
		return;
	calendar_iso(workshop->start_ms, start);
	buf_addf(folder, "-%.*s", DAY_LEN, start);
}

void home_papers(struct console *console)
{
	const struct workshop *workshop = home_workshop(console);
	struct buf folder = { 0 };

	if (!workshop)
		return;
	suggest_folder(workshop, &folder);
	console_ask(console, _("Into which folder? A browser prints what is written there."), buf_text(&folder), accept_folder);
	buf_done(&folder);
}
