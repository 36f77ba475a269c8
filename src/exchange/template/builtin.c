#include "exchange/template.h"

#include "base/mem.h"
#include "format/asset.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {
	"basic",      "dekimochi",  "kizuna",          "two-themes",      "coordinator",
	"reading",    "care-review", "care-individual", "support-meeting", "whiteboard",
	"mieru",      "world-cafe", "open-space",      "family-group",    "wraparound",
};

const char *const *template_builtin_names(size_t *ret_len)
{
	*ret_len = COUNT(names);
	return names;
}

static const char *text_in(const char *name, bool japanese)
{
	char path[80];

	snprintf(path, sizeof path, "templates/%s%s.md", name, japanese ? "" : ".en");
	return asset_text(path);
}

const char *template_builtin(const char *name, bool japanese)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(names[i], name) != 0)
			continue;
		const char *text = text_in(name, japanese);
		return text ? text : text_in(name, !japanese);
	}
	return NULL;
}
