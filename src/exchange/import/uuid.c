#include "uuid.h"

#include "base/hash.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The second half goes on from the first, over the same words. */
struct uuid uuid_of(const char *kind, const char *name)
{
	uint64_t high = hash_bytes(hash_bytes(HASH_START, kind, strlen(kind) + 1), name, strlen(name) + 1);
	uint64_t low = hash_bytes(hash_bytes(high, kind, strlen(kind) + 1), name, strlen(name) + 1);
	struct uuid uuid;

	snprintf(uuid.text, sizeof uuid.text, "%08x-%04x-8%03x-%04x-%012llx", (unsigned)(high >> 32),
		 (unsigned)(high >> 16 & 0xffff), (unsigned)(high & 0xfff), (unsigned)(low >> 48 & 0x3fff) | 0x8000,
		 (unsigned long long)(low & UINT64_C(0xffffffffffff)));
	return uuid;
}

static bool is_uuid(const char *text)
{
	static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

	if (strlen(text) != UUID_LEN)
		return false;
	for (size_t i = 0; i < UUID_LEN; i++) {
		if (form[i] == '-' ? text[i] != '-' : !isxdigit((unsigned char)text[i]))
			return false;
	}
	return true;
}

struct uuid uuid_of_service(const char *id)
{
	struct uuid uuid;

	if (!is_uuid(id))
		return uuid_of("service", id);
	memcpy(uuid.text, id, sizeof uuid.text);
	return uuid;
}

struct uuid uuid_of_card(const struct card *card)
{
	return card->hsds_id[0] ? uuid_of_service(card->hsds_id) : uuid_of("card", card->id);
}
