/* papers.h - all papers of a workshop, into a folder.
 * Floor: app (private). */
#ifndef APP_PAPERS_H
#define APP_PAPERS_H

#include "base/status.h"
#include "domain/workbook.h"
#include "engine/run.h"

#include <stddef.h>

/* A file a paper ("cards.html" …), in a folder that is made if it is not there. What is sealed is left out, and so is what would be
 * empty. *ret_written: how many there are. */
MUST_CHECK enum status papers_write(const struct workbook *book, const struct run *run, const char *folder, size_t *ret_written,
				    struct fault *fault);

#endif
