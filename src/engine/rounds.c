#include "engine/rounds.h"

#include "base/i18n.h"

#include <stdio.h>

/* A block is named in the agenda's language, which need not be the screen's: “ラウンド 1 of 3” would be in neither. Kana and
 * kanji begin with these bytes. */
static bool is_japanese(const char *name)
{
	return (unsigned char)name[0] >= 0xe3;
}

static struct name name_round(const struct item *item, int64_t round)
{
	struct name name = { "" };

	if (item->rounds <= 1 || round > item->rounds)
		return name;
	snprintf(name.text, sizeof name.text, is_japanese(item->block) ? "%s %lld/%lld" : _("%s %lld of %lld"), item->block,
		 (long long)round, (long long)item->rounds);
	return name;
}

struct name round_name(const struct item *item)
{
	return name_round(item, item->round);
}

struct name round_after(const struct item *item)
{
	return name_round(item, item->round + 1);
}

struct name step_name(const struct item *item)
{
	struct name name, round = round_name(item);

	if (round.text[0])
		snprintf(name.text, sizeof name.text, _("%.400s (%.400s)"), item->title, round.text);
	else
		snprintf(name.text, sizeof name.text, "%s", item->title);
	return name;
}

struct name table_name(const struct table *table)
{
	struct name name;

	if (*table->name || *table->room)
		snprintf(name.text, sizeof name.text, "%s", *table->name ? table->name : table->room);
	else
		snprintf(name.text, sizeof name.text, _("Table %d"), (int)table->number);
	return name;
}

struct name table_label(const struct table *table)
{
	const char *arrow = *table->theme && *table->room ? " → " : "";
	const char *gap = *table->name && (*table->theme || *table->room) ? "  " : "";
	struct name name;

	snprintf(name.text, sizeof name.text, "%s%s%s%s%s", table->name, gap, table->theme, arrow, table->room);
	return name;
}

struct name table_place(const struct table *table, enum workshop_mode mode)
{
	struct name name;

	if (*table->room)
		snprintf(name.text, sizeof name.text,
			 mode == WORKSHOP_MODE_VENUE ? _("room “%s”") : _("break-out room “%s”"), table->room);
	else
		snprintf(name.text, sizeof name.text, _("Table %d"), (int)table->number);
	return name;
}
