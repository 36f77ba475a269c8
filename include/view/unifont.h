/* unifont.h - giant kanji and kana from Debian's unifont package, where it is installed.
 * Floor: view. The file is sorted plain text, a line a glyph; only the lines wanted are ever read, and each once.
 * Nothing is opened before the first glyph is asked for; a file that is missing or strange has no glyphs.
 * Source of the format: unifoundry.com, "The Unifont .hex format". */
#ifndef VIEW_UNIFONT_H
#define VIEW_UNIFONT_H

#include "view/bigtext.h"

#include <stddef.h>

#define UNIFONT_PATH "/usr/share/unifont/unifont_jp.hex"

enum { UNIFONT_KEPT = 128 }; /* glyphs remembered: more than one screen holds */

struct unifont {
	const char *path; /* borrowed; NULL is UNIFONT_PATH */
	bool tried;       /* opening it */
	int fd;
	size_t size;
	struct unifont_slot {
		uint32_t point; /* 0: free */
		bool found;
		struct bitmap bitmap;
	} kept[UNIFONT_KEPT];
};

/* Zeroed, or with a path of its own, is ready for use. The source borrows the font. */
struct glyph_source unifont_source(struct unifont *font);
bool unifont_is_there(struct unifont *font); /* can the file be read? */
void unifont_done(struct unifont *font);

#endif
