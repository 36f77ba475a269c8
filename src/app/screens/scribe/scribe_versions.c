/* scribe_versions.c - what two people wrote into one place on the sheet. */
#include "scribe.h"

#include "base/i18n.h"

static void accept_version(struct console *console, int64_t index)
{
	if (versions_choose(console, &scribe_of(console)->desk.choosing, index))
		scribe_write(console, WRITING_CHANGE, _("Chosen; u takes it back."));
}

/* Of the row under the bar, or else of the next that has any. */
void scribe_show_versions(struct console *console)
{
	struct scribe *scribe = scribe_of(console);

	for (size_t i = 0; i < scribe->sheet.len; i++) {
		const struct sheet_row *row = &scribe->sheet.rows[(scribe->bar + i) % scribe->sheet.len];
		size_t len;
		const struct version *versions = sheet_versions(&console->book, scribe_table(console), row, &len);
		if (!versions)
			continue;
		scribe_aim(scribe, row->kind, row->row ? row->row->id : "");
		scribe_lay_out(console);
		versions_offer(console, &scribe->desk.choosing, versions, len, accept_version);
		return;
	}
	console_say(console, "%s", _("Nothing here was written twice."));
}
