#include "exchange/profile.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

static const struct {
	const char *name;
	enum reach reach; /* the farthest it may see */
	const char *sentence;
} profiles[] = {
	[PROFILE_PUBLIC] = { "public", REACH_OPEN, N_("for everybody; without the names of those who took part") },
	[PROFILE_PARTNERS] = { "partners", REACH_ROOM_ONLY, N_("for those who took part; please do not pass it on") },
	[PROFILE_INTERNAL] = { "internal", REACH_PRIVATE, N_("internal; please do not pass it on") },
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

const char *profile_sentence(enum profile profile)
{
	return _(profiles[profile].sentence);
}

bool profile_may_see(enum profile profile, enum reach reach)
{
	return reach <= profiles[profile].reach;
}
