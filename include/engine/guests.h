/* guests.h - the people of a workshop: whom it asks, what they answered, what they do there, and who came.
 * Floor: engine. Pure; lists live in the arena and borrow the workbook.
 *
 * A workshop's people are those who have an invitation there. Where nobody has one yet, they are those to whom the directory itself
 * gives an answer: lists used to be kept there, and what they say goes on to hold until the first invitation is written, which
 * writes all of them down. Consent is never taken over: it is given for one workshop. */
#ifndef ENGINE_GUESTS_H
#define ENGINE_GUESTS_H

#include "base/arena.h"
#include "base/env.h"
#include "domain/fact.h"
#include "domain/workbook.h"
#include "engine/run.h"

#include <stdbool.h>
#include <stddef.h>

struct guest {
	const struct person *person;
	const struct invitation *row; /* NULL: not written down yet */
	struct invitation said;       /* what holds of them here */
};

struct guests {
	struct guest *at; /* in the order of the directory */
	size_t len;
	bool is_written; /* some have an invitation */
};

struct guests guests_of(const struct workbook *book, struct arena *arena);
const struct guest *guests_find(const struct guests *guests, const char *person); /* NULL: not asked to this workshop */

/* What is said of somebody who is about to be invited: their role as the directory has it, and nothing else. */
struct invitation guest_new(const struct person *person);

/* The id of a person's invitation: wherever it is written, two that invite the same person write one row. */
struct id guest_id(const char *workshop, const char *person);

/* Writes down what differs of what is said of wanted->person; nothing where nothing does. The first that is written in a workshop
 * writes down everybody whom the directory gives an answer. */
void guest_write(const struct workbook *book, const struct guests *guests, const struct invitation *wanted, struct batch *batch);
/* They are asked no longer. Nothing of the invitation is left for one that is written later. */
void guest_take_off(const struct workbook *book, const struct guests *guests, const struct guest *guest, struct batch *batch);

/* Are they here, or were they? Did they say that they would, and never were? */
bool guest_came(const struct guest *guest);
bool guest_stayed_away(const struct guest *guest, const struct run *run);
/* Nobody had asked them, or they had not said yes: they came all the same. */
bool guest_walked_in(const struct guest *guest);
/* Whole minutes after the workshop began, by its plan or, if that was later, by the clock; 0: in time, or not known. */
int64_t guest_late_min(const struct guest *guest, const struct run *run);
/* Is it time to speak to them again? `today` as next_on says a day; those who have answered yes or no are left in peace. */
bool guest_is_due(const struct guest *guest, const char *today);

#endif
