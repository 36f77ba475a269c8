#include "exchange/profile.h"

#include "base/mem.h"

#include <string.h>

static const struct {
	const char *name;
	enum reach reach; /* the farthest it may see */
} profiles[] = {
	[PROFILE_PUBLIC] = { "public", REACH_OPEN },
	[PROFILE_PARTNERS] = { "partners", REACH_ROOM_ONLY },
	[PROFILE_INTERNAL] = { "internal", REACH_PRIVATE },
};

bool profile_of_name(const char *name, enum profile *ret_profile)
{
	for (unsigned i = 0; i < COUNT(profiles); i++) {
		if (strcmp(profiles[i].name, name) == 0) {
			*ret_profile = (enum profile)i;
			return true;
		}
	}
	return false;
}

const char *profile_name(enum profile profile)
{
	return profiles[profile].name;
}

bool profile_may_see(enum profile profile, enum reach reach)
{
	return reach <= profiles[profile].reach;
}
