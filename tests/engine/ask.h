/* ask.h - any member of a run by a short name, in the words in which a script expects it.
 * What is known stands in the tables of ask.c. An unknown name fails the test. */
#ifndef TESTS_ENGINE_ASK_H
#define TESTS_ENGINE_ASK_H

#include "engine/plenary.h"
#include "engine/words.h"

struct words ask_run(const struct run *run, const char *key);
struct words ask_plenary(const struct plenary *plenary, const char *key);
struct words ask_item(const struct run_item *it, const char *key);

#endif
