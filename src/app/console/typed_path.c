#include "typed_path.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

char *typed_path(const char *typed)
{
	const char *home = getenv("HOME");
	struct buf path = { 0 };

	if (strncmp(typed, "~/", 2) == 0 && home)
		buf_addf(&path, "%s%s", home, typed + 1);
	else
		buf_addf(&path, "%s%s", strchr(typed, '/') ? "" : "./", typed);
	return buf_steal(&path);
}
