/* asset.h - text files of this folder that live inside the program (embed.py puts them there at build time).
 * Floor: exchange, private. */
#ifndef EXCHANGE_ASSET_H
#define EXCHANGE_ASSET_H

#include <stddef.h>

struct asset {
	const char *name; /* its path below src/exchange: "demo/people.csv" */
	const char *text; /* NUL-ended */
	size_t len;
};

/* In the order meson.build lists them. */
extern const struct asset assets[];
extern const size_t assets_len;

const char *asset_text(const char *name); /* NULL: there is no such file */

#endif
