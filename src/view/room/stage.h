/* stage.h - what the room reads besides the clock: a page, a story as far as it is told, or the picture.
 * Floor: view, private. */
#ifndef VIEW_STAGE_H
#define VIEW_STAGE_H

#include "view/audience.h"

/* Everything in its area, under no heading. */
void stage_draw(struct canvas *canvas, struct rect area, const struct audience_stage *stage,
		const struct glyph_source *glyphs);

#endif
