/* probe.h - looking into JSON with SQLite's own reader, which is not the one that wrote it. */
#ifndef TESTS_EXCHANGE_PROBE_H
#define TESTS_EXCHANGE_PROBE_H

#include <stdbool.h>

bool probe_is_valid(const char *json);

/* What stands at the path ("$.items[0].title"): the text, a number as its digits, objects and arrays as JSON, "null" where
 * it is null, "absent" where nothing is. Good until the next call. */
const char *probe_at(const char *json, const char *path);

#endif
