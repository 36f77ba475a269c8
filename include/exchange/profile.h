/* profile.h - who will read what leaves the program.
 * Floor: exchange. Source: field.md 4.3. The most careful reader comes first, so that zeroed is safe. */
#ifndef EXCHANGE_PROFILE_H
#define EXCHANGE_PROFILE_H

#include "domain/entity.h"

#include <stdbool.h>

enum profile {
	PROFILE_PUBLIC,   /* anybody: no participant's name, invented and anonymised cases only */
	PROFILE_PARTNERS, /* those who were in the room: who offered what */
	PROFILE_INTERNAL, /* the organisers: everything */
};

bool profile_of_name(const char *name, enum profile *ret_profile); /* "public", "partners", "internal" */
const char *profile_name(enum profile profile);
const char *profile_sentence(enum profile profile); /* for whom, as it stands on what they read */

/* May it read a field of this reach? A SEALED one never by profile alone: it opens with its step. */
bool profile_may_see(enum profile profile, enum reach reach);

#endif
