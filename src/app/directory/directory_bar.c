#include "directory.h"

#include <stdio.h>

struct directory *directory_of(const struct console *console)
{
	return console->state;
}

const struct row *directory_row(const struct console *console)
{
	const struct directory *directory = directory_of(console);

	return directory->bar < directory->len ? directory->rows[directory->bar] : NULL;
}

void directory_go_to(struct directory *directory, size_t bar)
{
	directory->bar = bar < directory->len ? bar : directory->len ? directory->len - 1 : 0;
	directory->is_lost = false;
	snprintf(directory->barred, sizeof directory->barred, "%s", directory->len ? directory->rows[directory->bar]->id : "");
}

void directory_aim(struct console *console, const char *id)
{
	struct directory *directory = directory_of(console);

	snprintf(directory->barred, sizeof directory->barred, "%s", id);
	directory->reloads_own = true;
}
