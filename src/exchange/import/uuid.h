/* uuid.h - ids that say what they are of: the same thing has the same one in every export.
 * Private to exchange. UUID version 8 (RFC 9562, 5.8), made from a hash of the name. */
#ifndef EXCHANGE_UUID_H
#define EXCHANGE_UUID_H

#include "domain/entity.h"

enum { UUID_LEN = 36 };
struct uuid {
	char text[UUID_LEN + 1];
};

/* Of `name` among things of one kind. */
struct uuid uuid_of(const char *kind, const char *name);

/* Others' ids need not be UUIDs, then they are the name of one. */
struct uuid uuid_of_service(const char *id);
/* Of what it came in with, else of its row's id. */
struct uuid uuid_of_card(const struct card *card);

#endif
