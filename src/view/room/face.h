/* face.h - what the room's clock shows in any state, as words and digits; audience.c lays it out.
 * Floor: view (private). */
#ifndef VIEW_FACE_H
#define VIEW_FACE_H

#include "engine/words.h"
#include "mood.h"
#include "view/audience.h"

/* A name, digits (or else a word as large), what they mean, and what to do. Texts are borrowed from the view. */
struct face {
	const char *name, *word, *room;
	struct words digits;
	char sign[160];
	enum mood mood;
	bool gauged, paused;
};

struct face face_of(const struct audience_view *view);
bool face_is_timed(const struct audience_view *view);

#endif
