#include "base/i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "yoriai"

/* glibc forgets its look-ups when this counter moves (gettext manual, "Being a gettext grok"). */
extern int _nl_msg_cat_cntr;

static bool has_catalogue(const char *dir)
{
	char path[PATH_MAX];

	snprintf(path, sizeof path, "%s/ja/LC_MESSAGES/%s.mo", dir, DOMAIN);
	return access(path, R_OK) == 0;
}

/* A build tree and a moved installation both carry their catalogue beside the program. */
static bool beside_program(const char *relative, char dir[PATH_MAX])
{
	char self[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash;

	if (len < 0)
		return false;
	self[len] = '\0';
	slash = strrchr(self, '/');
	if (!slash)
		return false;
	*slash = '\0';
	int n = snprintf(dir, PATH_MAX, "%s/%s", self, relative);
	return n > 0 && n < PATH_MAX && has_catalogue(dir);
}

void i18n_use(const char *lang)
{
	setenv("LANGUAGE", lang, 1);
	_nl_msg_cat_cntr++;
}

void i18n_start(const char *lang)
{
	char dir[PATH_MAX];

	if (beside_program("../po", dir) || beside_program("../share/locale", dir))
		bindtextdomain(DOMAIN, dir);
	else
		bindtextdomain(DOMAIN, YORIAI_LOCALEDIR);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	if (lang)
		i18n_use(lang);
}

bool i18n_is_japanese(void)
{
	/* The catalogue answers for itself: its translation of this word is its code. */
	return strcmp(gettext("language-code"), "ja") == 0;
}

const char *i18n_context(const char *key, const char *msgid)
{
	const char *text = gettext(key);

	return text == key ? msgid : text;
}
