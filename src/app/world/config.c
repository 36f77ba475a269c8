#include "config.h"

#include "base/file.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CONFIG_MAX_BYTES = 64 << 10 };

/* XDG says to ignore what is not an absolute path. False: there is no place for it. */
static bool find_path(char path[PATH_MAX])
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	int len = -1;

	if (config && *config == '/')
		len = snprintf(path, PATH_MAX, "%s/yoriai/config", config);
	else if (home && *home == '/')
		len = snprintf(path, PATH_MAX, "%s/.config/yoriai/config", home);
	return len > 0 && len < PATH_MAX;
}

enum status config_read(struct settings *ret_settings, struct fault *fault)
{
	struct buf text = { 0 };
	struct fault found = { "" };
	char path[PATH_MAX];

	if (!find_path(path) || access(path, F_OK) != 0)
		return ST_OK;
	enum status st = file_read(path, CONFIG_MAX_BYTES, &text, fault);
	if (st == ST_OK) {
		st = settings_parse(buf_text(&text), text.len, ret_settings, &found);
		if (st != ST_OK)
			fault_set(fault, st, "%s: %s", path, found.text);
	}
	buf_done(&text);
	return st;
}
