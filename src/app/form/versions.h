/* versions.h - two people wrote into one place without knowing of each other: both are shown, with who and when, and one is chosen.
 * The later stands until then, and nobody waits for anybody.
 * Floor: app (private). */
#ifndef APP_VERSIONS_H
#define APP_VERSIONS_H

#include "console/console.h"

/* The versions being chosen from, as they were shown. */
struct choosing {
	char id[ID_LEN + 1];
	enum field field;
	int64_t seen; /* workbook.seen */
	struct stamp stamps[CHOICES_MAX];
};

/* Those of some field of the row that people write by hand; NULL: none was written twice. */
const struct version *versions_of_row(const struct workbook *book, const char *id, size_t *ret_len);

/* Offers those of one field (workbook_versions()); accept is given which. */
void versions_offer(struct console *console, struct choosing *choosing, const struct version *versions, size_t len,
		    void (*accept)(struct console *console, int64_t index));
/* Puts the one that was chosen into the effects' batch. False: it is there no more, which is said. */
bool versions_choose(struct console *console, const struct choosing *choosing, int64_t index);

#endif
