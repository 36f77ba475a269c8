/* fill.c - a large file to try things on: fill FILE ROWS [ENTRIES] writes so many rows into it, a thousand to a workshop, and a
 * last workshop like that of the other benchmarks, with so many entries. */
#include "rig.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct rig rig = { 0 };

	if (argc != 3 && argc != 4)
		return 2;
	snprintf(rig.db, sizeof rig.db, "%s", argv[1]);
	rig_fill_archive(&rig, strtoul(argv[2], NULL, 10));
	rig_add_workshop(&rig);
	rig_fill(&rig, argc == 4 ? strtoul(argv[3], NULL, 10) : 0);
	return 0;
}
