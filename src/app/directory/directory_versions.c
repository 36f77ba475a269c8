/* directory_versions.c - what two people wrote into one place of a directory's row. */
#include "directory.h"

#include "base/i18n.h"

const struct version *directory_versions_of(const struct console *console, const struct row *row, size_t *ret_len)
{
	const struct directory_kind *kind = directory_of(console)->kind;
	const struct version *versions = versions_of_row(&console->book, row->id, ret_len);

	if (!versions && kind->beside)
		versions = versions_of_row(&console->book, kind->beside(console, row), ret_len);
	return versions;
}

static void accept_version(struct console *console, int64_t index)
{
	if (versions_choose(console, &directory_of(console)->desk.choosing, index))
		directory_write(console, WRITING_CHANGE, _("Chosen; u takes it back."));
}

/* Of the row under the bar, or else of the next that has any. */
void directory_versions(struct console *console)
{
	struct directory *directory = directory_of(console);

	for (size_t i = 0; i < directory->len; i++) {
		size_t at = (directory->bar + i) % directory->len, len;
		const struct version *versions = directory_versions_of(console, directory->rows[at], &len);
		if (!versions)
			continue;
		directory_go_to(directory, at);
		versions_offer(console, &directory->desk.choosing, versions, len, accept_version);
		return;
	}
	console_say(console, "%s", _("Nothing here was written twice."));
}
