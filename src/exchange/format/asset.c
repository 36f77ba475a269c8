#include "asset.h"

#include <string.h>

const char *asset_text(const char *name)
{
	for (size_t i = 0; i < assets_len; i++)
		if (strcmp(assets[i].name, name) == 0)
			return assets[i].text;
	return NULL;
}
